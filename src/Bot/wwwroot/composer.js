// The box people write in.

const form = document.getElementById("composer");
const box = document.getElementById("text");
const problem = document.getElementById("problem");
const inline = document.getElementById("inline");

const label = document.querySelector("label[for=text]");
const cancel = document.getElementById("cancel");

const limit = 4000;
const counts = new Intl.NumberFormat("en-GB");

export const repliesInline = () => inline.checked;

export const focus = () => box.focus();

let editing;

/** Takes an earlier message into the box; save(text) gets the new words. */
export function edit(text, save) {
  editing = save;
  box.value = text;
  label.textContent = "Edit your message";
  cancel.hidden = false;
  grow();
  box.focus();
}

function stopEditing() {
  editing = undefined;
  box.value = "";
  label.textContent = "Your message";
  cancel.hidden = true;
  grow();
  warn();
  box.focus();
}

export function start(send) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit(send);
  });
  cancel.addEventListener("click", stopEditing);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && editing)
      stopEditing();
    // While an input method is composing, Enter chooses a word.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing)
      return;
    event.preventDefault();
    submit(send);
  });
  box.addEventListener("input", () => {
    grow();
    warn();
  });
}

function submit(send) {
  const text = box.value.trim();
  if (!text || warn()) {
    box.focus();
    return;
  }
  const act = editing ?? send;
  stopEditing();
  act(text);
}

function warn() {
  const length = box.value.trim().length;
  const tooLong = length > limit;
  const text = tooLong
    ? `Your message has ${counts.format(length)} characters. Shorten it to ${counts.format(limit)} or fewer.`
    : length > limit - 500 ? `You have ${counts.format(limit - length)} characters left.` : "";
  if (problem.textContent !== text)
    problem.textContent = text;
  problem.classList.toggle("wrong", tooLong);
  problem.setAttribute("role", tooLong ? "alert" : "none");
  box.setAttribute("aria-invalid", String(tooLong));
  return tooLong;
}

function grow() {
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight + 4, 160)}px`;
}
