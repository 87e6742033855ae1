// Shows Adaptive Cards with Microsoft's own renderer, and Markdown with markdown-it. Both may be missing: see canDraw.

import * as typeahead from "./typeahead.js";

const dark = matchMedia("(prefers-color-scheme: dark)");
const markdown = makeMarkdown();
let hostConfigs;
let drawn = 0;
let search;

export async function prepare() {
  if (!window.AdaptiveCards || !markdown)
    return;
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown.render(text);
    result.didProcess = true;
  };
  try {
    const [light, night] = await Promise.all(["host-config-light.json", "host-config-dark.json"].map(async (path) => (await fetch(path)).json()));
    hostConfigs = { light, dark: night };
  } catch {
    hostConfigs = undefined;
  }
}

/** Says how to ask the bot for names: see typeahead.js. */
export function searchWith(ask) {
  search = ask;
}

export const canDraw = () => Boolean(hostConfigs);

export const onThemeChange = (redraw) => dark.addEventListener("change", redraw);

/** An element showing the card, or its fallback text where it cannot be drawn. onAction gets the renderer's action. */
export function draw(json, onAction) {
  try {
    if (!canDraw())
      return words(json);
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = new AdaptiveCards.HostConfig(dark.matches ? hostConfigs.dark : hostConfigs.light);
    card.onExecuteAction = onAction;
    const { card: plain, datasets } = search ? typeahead.takeDatasets(json) : { card: json, datasets: new Map() };
    card.parse(plain);
    const element = card.render();
    if (!element)
      return words(json);
    card.getAllInputs().filter((input) => datasets.has(input.id)).forEach((input) => typeahead.attach(input, datasets.get(input.id), search));
    return makeAccessible(element, json);
  } catch {
    return words(json);
  }
}

function makeAccessible(element, json) {
  // Only a script moves focus to the card itself, after a button replaced it.
  element.tabIndex = -1;
  element.setAttribute("role", "group");
  element.setAttribute("aria-label", json.speak ?? json.fallbackText ?? "Card");
  if (json.lang)
    element.lang = json.lang;
  makeIdsUnique(element);
  sayWhatIsOpen(element);
  keepFocus(element);
  return element;
}

// Two cards may use the same ids, and one of them an id of this page. The renderer finds its elements without them.
function makeIdsUnique(element) {
  const prefix = `card${++drawn}-`;
  const named = [...element.querySelectorAll("[id]")].filter((part) => !part.id.startsWith("__ac-"));
  const ids = new Set(named.map((part) => part.id));
  named.forEach((part) => (part.id = prefix + part.id));
  for (const part of element.querySelectorAll("[aria-controls]")) {
    const controlled = part.getAttribute("aria-controls").split(" ").filter((id) => ids.has(id));
    part.setAttribute("aria-controls", controlled.map((id) => prefix + id).join(" "));
  }
}

// The renderer marks the part that opens as expanded; what a screen reader needs marked is the button that opens it.
function sayWhatIsOpen(element) {
  const mark = () => {
    element.querySelectorAll("[aria-expanded]:not(button, [role=combobox])").forEach((part) => part.removeAttribute("aria-expanded"));
    for (const button of element.querySelectorAll("button[aria-controls]")) {
      const [first] = button.getAttribute("aria-controls").split(" ");
      const part = first && element.querySelector(`#${CSS.escape(first)}`);
      if (part)
        button.setAttribute("aria-expanded", String(part.style.display !== "none"));
    }
  };
  mark();
  new MutationObserver(mark).observe(element, { subtree: true, attributes: true, attributeFilter: ["style"] });
}

// A button may hide itself ("Show more detail"): focus then goes to the one that takes it back.
function keepFocus(element) {
  element.addEventListener("click", (event) => {
    const pressed = event.target.closest("button[aria-controls]");
    if (!pressed)
      return;
    setTimeout(() => {
      if (pressed.offsetParent)
        return;
      const controlled = pressed.getAttribute("aria-controls");
      [...element.querySelectorAll("button[aria-controls]")]
        .find((button) => button.offsetParent && button.getAttribute("aria-controls") === controlled)
        ?.focus({ preventScroll: true });
    });
  }, { capture: true }); // The renderer lets no press through.
}

function words(json) {
  const text = document.createElement("p");
  text.className = "words";
  text.textContent = json?.fallbackText || "This card cannot be shown here.";
  return text;
}

/** Fills an element with a text as Markdown, or as it is when it is plain or markdown-it is missing. */
export function fill(element, text, format) {
  if (markdown && format !== "plain" && format !== "xml")
    element.innerHTML = markdown.render(text);
  else
    element.textContent = text;
}

/** The text without its Markdown, for reading out. */
export function spoken(text, format) {
  const element = document.createElement("div");
  fill(element, text, format);
  return element.textContent.trim();
}

function makeMarkdown() {
  if (!window.markdownit)
    return undefined;
  // Pictures are left out: they would be fetched from other machines.
  const reader = window.markdownit({ html: false, linkify: false, breaks: false }).disable("image");
  const plainLink = (tokens, i, options, env, self) => self.renderToken(tokens, i, options);
  const openLink = reader.renderer.rules.link_open ?? plainLink;
  reader.renderer.rules.link_open = (tokens, i, options, env, self) => {
    tokens[i].attrSet("target", "_blank");
    tokens[i].attrSet("rel", "noopener noreferrer");
    return openLink(tokens, i, options, env, self);
  };
  return reader;
}
