// The header: light and dark, the menu, and the field for searching. Each listens on the document,
// which stays while pages change.
(function (share) {
  "use strict";

  const SYSTEM = "(prefers-color-scheme)";
  const KEYS = new Set(["/", "f", "s"]);

  const toggle = (name) => document.getElementById(`__${name}`);
  const field = () => document.querySelector("[data-md-component=search-query]");
  const palette = () => [...document.querySelectorAll("[data-md-component=palette] input")];

  /** Colour the page as chosen; the system's choice is that of the medium that holds. */
  function paint() {
    const inputs = palette();
    const chosen = inputs.find((input) => input.checked) ?? inputs[0];
    if (!chosen) return;
    chosen.checked = true;
    const isSystem = chosen.dataset.mdColorMedia === SYSTEM;
    const { mdColorScheme, mdColorPrimary, mdColorAccent } = (isSystem && inputs.find(holds) || chosen).dataset;
    Object.assign(document.body.dataset, { mdColorScheme, mdColorPrimary, mdColorAccent });
    for (const input of inputs) input.nextElementSibling.hidden = input !== chosen;
  }

  function holds(input) {
    return input.dataset.mdColorMedia !== SYSTEM && matchMedia(input.dataset.mdColorMedia).matches;
  }

  /** Put real buttons where Material has bare labels, which no key and no screen reader reaches. */
  function buttons() {
    for (const [of, words] of [["drawer", "Menu"], ["search", "Search"]]) {
      const label = document.querySelector(`.md-header__button[for=__${of}]`);
      if (label) label.replaceWith(button(label, of, words));
    }
  }

  function button(label, of, words) {
    const made = document.createElement("button");
    for (const { name, value } of label.attributes) made.setAttribute(name, value); // styles go by [for]
    made.type = "button";
    made.setAttribute("aria-label", words);
    made.append(...label.childNodes);
    made.addEventListener("click", () => toggle(of).click());
    return made;
  }

  function close() {
    for (const of of ["drawer", "search"]) if (toggle(of)) toggle(of).checked = false;
  }

  function press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { target, key } = event;
    if (key === "Escape") leave();
    else if (toggle("search")?.checked && key.startsWith("Arrow")) walk(event);
    else if (target === field() && key === "Enter") best()?.click();
    else if (target.matches("label[for]") && (key === "Enter" || key === " ")) target.click();
    else if (KEYS.has(key) && !target.matches("input, textarea, select, [contenteditable]")) field()?.focus();
    else return;
    if (key !== "Escape") event.preventDefault();
  }

  /** The first page that was found, or where there is none, the first of the people. */
  function best() {
    const found = ".md-search-result__link";
    return document.querySelector(`.md-search-result__list ${found}`) ?? document.querySelector(found);
  }

  function leave() {
    if (toggle("search")?.checked) document.activeElement?.blur();
    close();
  }

  /** Up and down between the field and what was found. */
  function walk(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
    const stops = [field(), ...document.querySelectorAll(".md-search-result__link")];
    const here = stops.indexOf(document.activeElement);
    if (step && here >= 0) stops[(here + step + stops.length) % stops.length].focus();
  }

  function start(sections) {
    const list = () => share.list(sections, field().value);
    paint();
    buttons();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
    document.addEventListener("keydown", press);
    document.addEventListener("input", ({ target }) => target === field() && list());
    document.addEventListener("reset", () => setTimeout(list));
    document.addEventListener("submit", (event) => event.preventDefault());
    document.addEventListener("focusin", ({ target }) => {
      if (target !== field() || toggle("search").checked) return;
      toggle("search").checked = true;
      list();
    });
    document.addEventListener("change", ({ target }) => {
      if (target.name === "__palette") paint();
      if (target === toggle("search") && target.checked) field().focus(), list();
    });
  }

  share.header = { close, start };
})((window.nrShare ??= {}));
