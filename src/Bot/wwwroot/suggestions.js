// What the bot suggests saying next: above the message box, until something is said.

const place = document.getElementById("suggestions");

/** Shows those of a message that send words; say(words) sends them. */
export function show(activity, say) {
  const actions = (activity.suggestedActions?.actions ?? []).filter((action) => action.type === "imBack");
  place.replaceChildren(...actions.map((action) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet suggestion";
    button.textContent = action.title;
    button.onclick = () => say(action.value);
    return button;
  }));
  place.hidden = actions.length === 0;
}

export function clear() {
  place.replaceChildren();
  place.hidden = true;
}
