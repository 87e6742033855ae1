// A dialog of the bot, as Teams opens one: task/fetch brings its card, task/submit sends its inputs, an empty answer closes it.

import * as cards from "./cards.js";

const frame = document.getElementById("dialog");
const title = document.getElementById("dialog-title");
const place = document.getElementById("dialog-place");
const note = document.getElementById("dialog-note");

// The open dialog: its card, and how to send. Another one, or none, makes a late answer void.
let open;
let afterClose = () => {};

document.getElementById("dialog-close").addEventListener("click", () => frame.close());
frame.addEventListener("close", () => {
  open = undefined;
  place.replaceChildren();
  afterClose();
});
cards.onThemeChange(() => open?.card && draw());

/** Shows what task/fetch answered. send(data) asks task/submit; closed() is called once the dialog is gone. */
export function show(reply, { send, follow, closed }) {
  const task = reply?.task;
  if (!task)
    return;
  open = { send, follow };
  afterClose = closed;
  turnTo(task);
  frame.showModal();
  title.focus();
}

function turnTo(task) {
  say("");
  if (task.type === "message") {
    open.card = undefined;
    place.replaceChildren(words(String(task.value ?? "")));
    return;
  }
  title.textContent = task.value?.title ?? "ICS Guide";
  frame.dataset.width = typeof task.value?.width === "string" ? task.value.width : "medium";
  open.card = task.value?.card?.content;
  draw();
}

function draw() {
  place.replaceChildren(open.card ? cards.draw(open.card, act) : words("This page can show only dialogs that hold a card."));
}

function act(action) {
  if (action instanceof AdaptiveCards.OpenUrlAction)
    open.follow(action.url, (problem) => say(problem, "wrong"));
  else if (action instanceof AdaptiveCards.SubmitAction)
    submit(action.data ?? {});
  else
    say("Teams sends only Action.Submit from a dialog.", "wrong");
}

async function submit(data) {
  const sender = open;
  // A second press while the first is under way would do the same thing twice.
  if (sender.busy)
    return;
  sender.busy = true;
  say("Working", "busy");
  const { body, problem } = await sender.send(data);
  sender.busy = false;
  if (open !== sender)
    return;
  if (problem)
    say(problem, "wrong");
  else if (body?.task) {
    turnTo(body.task);
    title.focus();
  } else
    frame.close();
}

function say(text, kind = "done") {
  note.textContent = text;
  note.className = `note ${kind}`;
  note.scrollIntoView({ block: "nearest" });
}

function words(text) {
  const line = document.createElement("p");
  line.textContent = text;
  return line;
}
