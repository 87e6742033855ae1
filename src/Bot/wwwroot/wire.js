// Speaks to the bot as a Teams channel would: activities out to /api/messages, events back from /loopback/events.

const tenantId = "00000000-0000-4000-8000-000000000001";
const user = { id: "29:local-user", name: "Local user", aadObjectId: "00000000-0000-4000-8000-0000000000aa" };
const bot = { id: "28:ics-guide", name: "ICS Guide" };

const silenceMs = 45_000; // three heartbeats of EventStream.cs
const replyMs = 60_000;

function activity(conversationId, type, fields) {
  const now = new Date();
  return {
    type,
    id: crypto.randomUUID(),
    timestamp: now.toISOString(),
    channelId: "msteams",
    serviceUrl: `${location.origin}/loopback/`,
    from: user,
    recipient: bot,
    conversation: { id: conversationId, conversationType: "personal", tenantId },
    locale: "en-GB",
    entities: [{ type: "clientInfo", locale: "en-GB", country: "GB", platform: "Web", timezone: Intl.DateTimeFormat().resolvedOptions().timeZone }],
    channelData: { tenant: { id: tenantId } },
    ...fields,
  };
}

export const arrival = (conversationId) =>
  activity(conversationId, "conversationUpdate", { membersAdded: [{ id: user.id, aadObjectId: user.aadObjectId }, { id: bot.id }] });

export const message = (conversationId, fields) =>
  activity(conversationId, "message", { textFormat: "plain", ...fields });

export const press = (conversationId, replyToId, action) =>
  activity(conversationId, "invoke", { name: "adaptiveCard/action", replyToId, value: { action, trigger: "manual" } });

/** Something happened to a message of one's own or of the bot: messageUpdate, messageDelete or messageReaction. */
export const happening = (conversationId, type, fields) => activity(conversationId, type, fields);

/** A thumb below a message: message/fetchTask asks for the form, message/submitAction sends it. */
export const thumb = (conversationId, replyToId, name, value) => activity(conversationId, "invoke", { name, replyToId, value });

/** task/fetch or task/submit. */
export const dialog = (conversationId, replyToId, name, data) =>
  activity(conversationId, "invoke", { name, replyToId, value: { data, context: { theme: "default" } } });

export const search = (conversationId, dataset, queryText) =>
  activity(conversationId, "invoke", { name: "application/search", value: { kind: "search", queryText, queryOptions: { skip: 0, top: 15 }, dataset } });

/** Resolves to { body } or to { problem }, which says in plain words what went wrong and what to do. */
export async function post(outgoing) {
  let response;
  let text;
  try {
    response = await fetch("/api/messages", {
      method: "POST",
      headers: { "Content-Type": "application/json; charset=utf-8" },
      body: JSON.stringify(outgoing),
      signal: AbortSignal.timeout(replyMs),
    });
    text = await response.text();
  } catch (error) {
    return {
      problem: error.name === "TimeoutError"
        ? "The bot did not answer within a minute. Try again."
        : "The bot cannot be reached. Check that it is running, then try again.",
    };
  }
  const body = parse(text);
  return response.ok ? { body } : { problem: problemOf(response.status, body?.error?.message) };
}

function parse(text) {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

function problemOf(status, said) {
  const detail = said ? ` It said: ${said}` : "";
  if (status === 401 || status === 403)
    return `The bot does not accept messages from this page. Set Bot:Auth:Mode to Development and open the page at localhost.${detail}`;
  if (status === 404)
    return "The bot does not listen at /api/messages. Check that it started without errors.";
  if (status === 413)
    return "The message is too large. Shorten it and send it again.";
  if (status === 429 || status === 503)
    return "The bot is busy. Wait a minute, then try again.";
  if (status === 501)
    return "The bot has nothing that answers this. Ask in other words, or use another button.";
  if (status < 500)
    return `The bot could not read the message (status ${status}).${detail}`;
  return `Something went wrong in the bot (status ${status}). Try again. If it happens again, look in the bot's log.`;
}

/**
 * Listens until closed. Calls on[kind](data) for message, update, delete and typing, on.lost() and on.found() as the line goes
 * and comes back, on.seen(id) with the number from which to go on after a reload.
 */
export function listen(conversationId, lastEventId, on) {
  let source;
  let watchdog;
  let retry;
  let wait = 1000;
  let lost = false;

  function open() {
    const address = new URL("/loopback/events", location.origin);
    address.searchParams.set("conversation", conversationId);
    if (lastEventId)
      address.searchParams.set("lastEventId", lastEventId);
    source = new EventSource(address);
    source.onerror = reopen;
    for (const kind of ["message", "update", "delete", "typing", "heartbeat"])
      source.addEventListener(kind, (event) => hear(kind, event));
    watch();
  }

  function hear(kind, event) {
    wait = 1000;
    watch();
    if (lost) {
      lost = false;
      on.found();
    }
    if (event.lastEventId && event.lastEventId !== lastEventId) {
      lastEventId = event.lastEventId;
      on.seen(lastEventId);
    }
    if (kind !== "heartbeat")
      on[kind](JSON.parse(event.data));
  }

  function watch() {
    clearTimeout(watchdog);
    watchdog = setTimeout(reopen, silenceMs);
  }

  // Our own retry: a browser gives up for good when the server answers with an error.
  function reopen() {
    source.close();
    clearTimeout(watchdog);
    clearTimeout(retry);
    if (!lost) {
      lost = true;
      on.lost();
    }
    retry = setTimeout(open, wait);
    wait = Math.min(wait * 2, 10_000);
  }

  open();
  return function close() {
    source.close();
    clearTimeout(watchdog);
    clearTimeout(retry);
  };
}
