// Shows Adaptive Cards with Microsoft's own renderer, and Markdown with markdown-it. Both may be missing: see canDraw.

const dark = matchMedia("(prefers-color-scheme: dark)");
const markdown = makeMarkdown();
let hostConfigs;

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
    card.parse(json);
    const element = card.render();
    return element ? makeAccessible(element, json) : words(json);
  } catch {
    return words(json);
  }
}

// The renderer puts the card itself into the tab order. Only a script moves focus there, after a button replaced the card.
function makeAccessible(element, json) {
  element.tabIndex = -1;
  element.setAttribute("role", "group");
  element.setAttribute("aria-label", json.speak ?? json.fallbackText ?? "Card");
  if (json.lang)
    element.lang = json.lang;
  for (const table of element.querySelectorAll("[role=table]"))
    table.tabIndex = -1;
  return element;
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
