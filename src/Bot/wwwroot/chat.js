// Ties the page together: what people write and press goes out, what the bot says comes in.

import * as cards from "./cards.js";
import * as composer from "./composer.js";
import * as dialog from "./dialog.js";
import * as suggestions from "./suggestions.js";
import * as transcript from "./transcript.js";
import * as wire from "./wire.js";

const connection = document.getElementById("connection");
const typing = document.getElementById("typing");
const cardType = "application/vnd.microsoft.card.adaptive";

let stopListening = () => {};
let typingTimer;
const pressed = new WeakSet();

await cards.prepare();
document.getElementById("missing").hidden = cards.canDraw();
cards.searchWith(async (dataset, text) => {
  const { body } = await wire.post(wire.search(transcript.conversation().id, dataset, text));
  return body?.value?.results;
});
transcript.start(act, { edit, remove, thumb, like });
composer.start(say);
document.getElementById("new").addEventListener("click", () => {
  stopListening();
  showTyping(false);
  transcript.reset();
  suggestions.clear();
  connect();
  composer.focus();
});
connect();

function connect() {
  const { id, greeted, lastEventId } = transcript.conversation();
  connection.textContent = "";
  stopListening = wire.listen(id, lastEventId, {
    message: receive,
    update: transcript.update,
    delete: (activity) => transcript.remove(activity.id),
    typing: () => showTyping(true),
    seen: (eventId) => transcript.remember({ lastEventId: eventId }),
    lost: () => (connection.textContent = "Connection lost, trying again."),
    found: () => (connection.textContent = ""),
  });
  if (!greeted)
    greet();
}

async function greet() {
  const { id } = transcript.conversation();
  transcript.remember({ greeted: true });
  const { problem } = await wire.post(wire.arrival(id));
  if (problem)
    offerAgain(problem, greet);
}

function receive(activity) {
  showTyping(false);
  transcript.add(activity);
  suggestions.show(activity, say);
}

function say(text) {
  send({ text }, text);
}

async function send(fields, ownText) {
  const inline = composer.repliesInline();
  const outgoing = wire.message(transcript.conversation().id, inline ? { ...fields, deliveryMode: "expectReplies" } : fields);
  suggestions.clear();
  if (ownText)
    transcript.addOwn(ownText, outgoing.id);
  if (inline)
    showTyping(true);
  const { body, problem } = await wire.post(outgoing);
  if (inline || problem)
    showTyping(false);
  if (problem)
    offerAgain(`Your message was not sent. ${problem}`, () => send(fields));
  else
    (body?.activities ?? []).forEach(take);
}

function edit(entry) {
  composer.edit(entry.text, (text) => {
    transcript.change(entry, { text, edited: true });
    happen("messageUpdate", { id: entry.id, text, textFormat: "plain", channelData: { eventType: "editMessage" } });
  });
}

function remove(entry) {
  transcript.change(entry, { deleted: true });
  composer.focus();
  happen("messageDelete", { id: entry.id, channelData: { eventType: "softDeleteMessage" } });
}

function like(entry) {
  const liked = !entry.liked;
  transcript.change(entry, { liked });
  happen("messageReaction", { replyToId: entry.id, [liked ? "reactionsAdded" : "reactionsRemoved"]: [{ type: "like" }] });
}

async function happen(type, fields) {
  const { problem } = await wire.post(wire.happening(transcript.conversation().id, type, fields));
  if (problem)
    offerAgain(problem, () => happen(type, fields));
}

// The form of a thumb is sent as one text with JSON in it, as Teams does.
async function thumb(entry, reaction) {
  const ask = (name, value) => wire.post(wire.thumb(transcript.conversation().id, entry.id, name, value));
  const fetch = () => ask("message/fetchTask", { data: { actionName: "feedback", actionValue: { reaction } } });
  await once(entry, fetch, (body) => dialog.show(body, {
    send: async (fields) => {
      const { problem } = await ask("message/submitAction", { actionName: "feedback", actionValue: { reaction, feedback: JSON.stringify(fields) } });
      if (!problem)
        transcript.note(entry, "Your feedback was sent.");
      return { problem };
    },
    follow: openUrl,
    closed: () => transcript.focus(entry),
  }));
}

function offerAgain(problem, act) {
  transcript.say(problem, "Try again", () => {
    // The button is gone by now, and focus must not go with it.
    composer.focus();
    act();
  });
}

function take(activity) {
  if (activity.type === "messageUpdate")
    transcript.update(activity);
  if (activity.type === "message")
    receive({ ...activity, id: activity.id ?? crypto.randomUUID() });
}

function act(entry, index, action) {
  if (action instanceof AdaptiveCards.OpenUrlAction)
    openUrl(action.url, (problem) => transcript.note(entry, problem, "wrong"));
  else if (action instanceof AdaptiveCards.ExecuteAction)
    execute(entry, index, action);
  else if (action instanceof AdaptiveCards.SubmitAction)
    submit(entry, action.data ?? {});
}

function openUrl(url, refuse) {
  if (/^(https?:|mailto:|tel:)/i.test(url))
    window.open(url, "_blank", "noopener,noreferrer");
  else
    refuse("This link cannot be opened here.");
}

function submit(entry, data) {
  const { msteams, ...value } = typeof data === "object" ? data : {};
  if (msteams?.type === "task/fetch")
    openDialog(entry, data);
  else if (msteams?.type === "imBack")
    send({ text: msteams.value }, msteams.value);
  else if (msteams?.type === "messageBack")
    send({ text: msteams.text, value: msteams.value ?? value, replyToId: entry.id }, msteams.displayText);
  else
    send({ value, replyToId: entry.id });
}

async function openDialog(entry, data) {
  const ask = (name, fields) => wire.post(wire.dialog(transcript.conversation().id, entry.id, name, fields));
  await once(entry, () => ask("task/fetch", data), (body) => dialog.show(body, {
    send: (fields) => ask("task/submit", fields),
    follow: openUrl,
    closed: () => transcript.focus(entry),
  }));
}

const execute = (entry, index, action) => once(
  entry,
  () => wire.post(wire.press(transcript.conversation().id, entry.id, {
    type: "Action.Execute", id: action.id, title: action.title, verb: action.verb, data: action.data ?? {},
  })),
  (body) => apply(entry, index, body));

async function once(entry, ask, take) {
  // A second press while the first is under way would do the same thing twice.
  if (pressed.has(entry))
    return;
  pressed.add(entry);
  transcript.note(entry, "Working", "busy");
  const { body, problem } = await ask();
  pressed.delete(entry);
  transcript.note(entry, "");
  if (problem)
    transcript.note(entry, problem, "wrong");
  else
    take(body);
}

function apply(entry, index, reply) {
  const { type, value } = reply ?? {};
  if (type === cardType)
    transcript.replaceCard(entry, index, value);
  else if (type === "application/vnd.microsoft.activity.message")
    transcript.note(entry, String(value || "Done"));
  else if (type === "application/vnd.microsoft.activity.loginRequest")
    transcript.note(entry, "The bot asks you to log in, which the local chat cannot do.", "wrong");
  else if (type === "application/vnd.microsoft.error" || type === "application/vnd.microsoft.error.preconditionFailed")
    transcript.note(entry, `That did not work. ${value?.message ?? "Try again."}`, "wrong");
  else
    transcript.note(entry, "Done");
}

function showTyping(on) {
  clearTimeout(typingTimer);
  typing.hidden = !on;
  if (on)
    typingTimer = setTimeout(() => showTyping(false), 20_000);
}
