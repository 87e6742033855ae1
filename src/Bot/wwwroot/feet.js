// What Teams offers around a message: edit and delete one's own, thumbs and a like on an answer.

/** A line of small buttons, or nothing. acts: edit(entry), remove(entry), thumb(entry, reaction), like(entry). */
export function of(entry, acts) {
  if (entry.deleted)
    return [];
  const buttons = entry.own
    ? entry.id ? [button("Edit", () => acts.edit(entry)), button("Delete", () => acts.remove(entry))] : []
    : entry.activity.channelData?.feedbackLoop
      ? [button("Thumb up", () => acts.thumb(entry, "like")), button("Thumb down", () => acts.thumb(entry, "dislike")), like(entry, acts)]
      : [];
  if (buttons.length === 0)
    return [];
  const line = document.createElement("div");
  line.className = "feet";
  line.setAttribute("role", "group");
  line.setAttribute("aria-label", entry.own ? "Change what you said" : "This answer");
  line.append(...buttons);
  return [line];
}

function like(entry, acts) {
  const toggle = button("Like", () => acts.like(entry));
  toggle.setAttribute("aria-pressed", String(Boolean(entry.liked)));
  return toggle;
}

function button(words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "foot";
  made.textContent = words;
  made.onclick = act;
  return made;
}
