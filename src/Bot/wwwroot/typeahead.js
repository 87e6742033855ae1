// Asks the bot for names while one is being typed into a card's input (application/search), and offers them in a list of our own:
// the renderer's hides whatever is not spelt as typed, and says nothing to a screen reader.

const waitMs = 200;
let lists = 0;

/** Takes "choices.data" out of a card, so that the renderer searches the choices itself; returns the datasets by input id. */
export function takeDatasets(json) {
  const datasets = new Map();
  const card = JSON.parse(JSON.stringify(json), (key, value) => {
    const data = value?.["choices.data"];
    if (value?.type === "Input.ChoiceSet" && data?.dataset) {
      datasets.set(value.id, data.dataset);
      delete value["choices.data"];
    }
    return value;
  });
  return { card, datasets };
}

/** Gives a drawn input its list. search(dataset, text) resolves to [{ title, value }], or to undefined where that failed. */
export function attach(input, dataset, search) {
  const box = input.renderedInputControlElement?.querySelector("input") ?? input.renderedElement?.querySelector("input");
  if (!box)
    return;
  const list = document.createElement("ul");
  list.id = `names-${++lists}`;
  list.className = "names";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.label ?? "Names");
  const said = document.createElement("span");
  said.className = "unseen";
  said.setAttribute("role", "status");
  box.removeAttribute("list");
  // The renderer names only what stands around the box.
  const label = input.renderedInputControlElement?.getAttribute("aria-labelledby");
  if (label)
    box.setAttribute("aria-labelledby", label);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false", autocomplete: "off" }))
    box.setAttribute(name, value);
  box.parentElement.append(list, said);

  let marked = -1;
  let timer;
  let asked = 0;

  function close() {
    clearTimeout(timer);
    asked++;
    list.hidden = true;
    mark(-1);
    box.setAttribute("aria-expanded", "false");
  }

  function mark(index) {
    marked = index;
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
    const option = list.children[index];
    if (option) {
      box.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else
      box.removeAttribute("aria-activedescendant");
  }

  function choose(name) {
    // The renderer sends the value of a choice whose title stands in the box.
    if (!input.choices.some((choice) => choice.title === name.title))
      input.choices.push(new AdaptiveCards.Choice(name.title, name.value));
    box.value = name.title;
    close();
    box.dispatchEvent(new Event("input", { bubbles: true }));
    close();
    box.focus();
  }

  function show(names) {
    list.replaceChildren(...names.map((name, index) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${index}`;
      option.setAttribute("role", "option");
      option.textContent = name.title;
      // Before the box loses focus.
      option.addEventListener("mousedown", (event) => {
        event.preventDefault();
        choose(name);
      });
      option.choose = () => choose(name);
      return option;
    }));
    mark(-1);
    list.hidden = names.length === 0;
    list.scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-expanded", String(names.length > 0));
    said.textContent = names.length === 0 ? "No names found." : `${names.length} names. Use the arrow keys.`;
  }

  function ask() {
    clearTimeout(timer);
    const number = ++asked;
    timer = setTimeout(async () => {
      const names = await search(dataset, box.value);
      if (number === asked && document.activeElement === box)
        show(names ?? []);
    }, waitMs);
  }

  box.addEventListener("input", ask);
  box.addEventListener("click", ask);
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    const count = list.hidden ? 0 : list.children.length;
    if (event.key === "ArrowDown" && count === 0)
      ask();
    else if (event.key === "ArrowDown")
      mark((marked + 1) % count);
    else if (event.key === "ArrowUp" && count > 0)
      mark((marked + count - 1) % count);
    else if (event.key === "Enter" && list.children[marked] && count > 0)
      list.children[marked].choose();
    else if (event.key === "Escape" && count > 0)
      close();
    else
      return;
    event.preventDefault();
    event.stopPropagation();
  });
}
