// The messages on the page, kept for this tab so that a reload shows them again.

import * as cards from "./cards.js";
import * as feet from "./feet.js";

const place = document.getElementById("transcript");
const announcements = document.getElementById("announcements");
const storageKey = "ics-guide.conversation";
const keptEntries = 100;
const cardType = "application/vnd.microsoft.card.adaptive";

let state = load() ?? fresh();
let onAction = () => {};
let acts = {};

export const conversation = () => state;

/** handler gets what is pressed on a card, footActs what is pressed below a message: see feet.js. */
export function start(handler, footActs) {
  onAction = handler;
  acts = footActs;
  state.entries.forEach((entry) => place.append(build(entry)));
  place.scrollTop = place.scrollHeight;
  cards.onThemeChange(() => state.entries.forEach(redraw));
}

export function reset() {
  state = fresh();
  place.replaceChildren();
  save();
}

export function remember(fields) {
  Object.assign(state, fields);
  save();
}

export function addOwn(text, id) {
  return show({ key: crypto.randomUUID(), own: true, id, at: Date.now(), text });
}

/** Changes what is known of a message, and draws it anew. */
export function change(entry, fields) {
  Object.assign(entry, fields);
  redraw(entry);
  save();
}

export function add(activity) {
  if (find(activity.id))
    return update(activity, { quiet: true });
  const entry = { key: crypto.randomUUID(), id: activity.id, at: Date.parse(activity.timestamp) || Date.now(), activity };
  show(entry);
  announce(`ICS Guide: ${essence(activity)}`);
  return entry;
}

export function update(activity, { quiet = false } = {}) {
  const entry = find(activity.id);
  if (!entry)
    return add(activity);
  entry.activity = activity;
  entry.edited = !quiet || entry.edited;
  redraw(entry);
  save();
  if (!quiet)
    announce(`ICS Guide changed a message: ${essence(activity)}`);
  return entry;
}

export function remove(id) {
  const entry = find(id);
  if (!entry)
    return;
  entry.deleted = true;
  redraw(entry);
  save();
  announce("ICS Guide deleted a message.");
}

/** Puts a card in the place of a pressed one, and focus where the person was or, where that is gone, on the card. */
export function replaceCard(entry, index, card) {
  entry.activity.attachments[index].content = card;
  const hadFocus = redraw(entry);
  save();
  if (!hadFocus && !focus(entry))
    announce(`ICS Guide changed the card: ${card.fallbackText ?? ""}`);
}

/** Takes focus to a message, if it is nowhere else. */
export function focus(entry) {
  const isLost = document.activeElement === document.body;
  if (isLost)
    focusOn(elementOf(entry));
  return isLost;
}

/** A line under a message about what a press did. Kept out of storage: it is about the moment. */
export function note(entry, text, kind = "done") {
  const line = elementOf(entry)?.querySelector(".note");
  if (!line)
    return;
  line.textContent = text;
  line.className = `note ${kind}`;
  line.hidden = !text;
  if (text && kind !== "busy")
    announce(text);
  line.scrollIntoView({ block: "nearest" });
}

/** Something the page itself says, with a button where there is something to do about it. */
export function say(text, label, act) {
  const line = document.createElement("div");
  line.className = "trouble";
  const words = document.createElement("p");
  words.textContent = text;
  line.append(words);
  if (label) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.textContent = label;
    button.onclick = () => {
      line.remove();
      act();
    };
    line.append(button);
  }
  place.append(line);
  line.scrollIntoView({ block: "nearest" });
  announce(text);
}

// A live region of its own, as the card itself would be read out button by button.
export function announce(text) {
  const line = document.createElement("p");
  line.textContent = text;
  announcements.append(line);
  setTimeout(() => line.remove(), 10_000);
}

function essence(activity) {
  const card = activity.attachments?.find((attachment) => attachment.contentType === cardType)?.content;
  return activity.summary || (activity.text && cards.spoken(activity.text, activity.textFormat)) || card?.fallbackText || "new message";
}

function show(entry) {
  state.entries.push(entry);
  while (state.entries.length > keptEntries)
    elementOf(state.entries.shift())?.remove();
  const element = build(entry);
  place.append(element);
  // The start of a long card, the end of the page for a short one: the browser stops at the end by itself.
  place.scrollTop = element.offsetTop - place.offsetTop - 12;
  save();
  return entry;
}

const find = (id) => (id ? state.entries.find((entry) => entry.id === id) : undefined);

const elementOf = (entry) => document.getElementById(`m-${entry.key}`);

// Focus stays on the same button, or goes to the card where that button is gone.
function redraw(entry) {
  const before = elementOf(entry);
  const focused = before?.contains(document.activeElement) ? document.activeElement : null;
  const element = build(entry);
  before?.replaceWith(element);
  if (focused)
    focusOn(element, focused);
  return Boolean(focused);
}

function focusOn(element, before) {
  const same = [...element.querySelectorAll("button, input, select, textarea, a[href]")]
    .find((candidate) => candidate.tagName === before?.tagName && candidate.textContent === before.textContent);
  (same ?? element.querySelector(".ac-adaptiveCard") ?? element.querySelector(".card"))?.focus({ preventScroll: true });
  element.scrollIntoView({ block: "nearest" });
}

function build(entry) {
  const who = entry.own ? "You" : "ICS Guide";
  const time = new Date(entry.at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  const element = document.createElement("article");
  element.id = `m-${entry.key}`;
  element.className = entry.own ? "message own" : "message";
  element.setAttribute("aria-label", `${who}, ${time}`);
  const head = document.createElement("p");
  head.className = "head";
  head.textContent = `${who}  ${time}${entry.edited && !entry.deleted ? "  Edited" : ""}`;
  element.append(head, ...(entry.own ? [own(entry.deleted ? "This message was deleted." : entry.text)] : parts(entry)), ...feet.of(entry, acts));
  return element;
}

function own(text) {
  const bubble = document.createElement("div");
  bubble.className = "bubble";
  bubble.textContent = text;
  return bubble;
}

function parts(entry) {
  if (entry.deleted) {
    const gone = own("This message was deleted.");
    gone.classList.add("gone");
    return [gone];
  }
  const { text, textFormat, attachments = [] } = entry.activity;
  const shown = [];
  if (text) {
    const bubble = document.createElement("div");
    bubble.className = "bubble";
    cards.fill(bubble, text, textFormat);
    shown.push(bubble);
  }
  attachments.forEach((attachment, index) => shown.push(attached(entry, attachment, index)));
  const line = document.createElement("p");
  line.className = "note";
  line.hidden = true;
  return [...shown, line];
}

function attached(entry, attachment, index) {
  const frame = document.createElement("div");
  frame.className = "card";
  if (attachment.contentType === cardType)
    frame.append(cards.draw(attachment.content, (action) => onAction(entry, index, action)));
  else
    frame.textContent = `This page cannot show an attachment of the kind ${attachment.contentType}.`;
  return frame;
}

function fresh() {
  return { id: `local-${crypto.randomUUID()}`, greeted: false, lastEventId: "", entries: [] };
}

function load() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(storageKey));
    return kept?.id && Array.isArray(kept.entries) ? kept : undefined;
  } catch {
    return undefined;
  }
}

function save() {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(state));
  } catch {
    // The tab's storage is full: the chat goes on, and a reload shows what fitted last.
  }
}
