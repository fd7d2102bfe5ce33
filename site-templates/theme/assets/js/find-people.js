// People in the report's own search: loads the list when somebody begins to search, and puts who
// fits above the pages. Links lead to the People page. Runs again after instant navigation.
(() => {
  "use strict";
  const here = document.currentScript?.src; // none inside a single file, which has the list at hand
  const SHOWN = 5;
  const PAUSE = 80; // milliseconds without a letter
  const at = (path) => new URL(`../../${path}`, here).href;
  let list = null; // a promise of the rows

  function load() {
    list ??= ready().catch(() => null);
    return list;
  }

  async function ready() {
    if (window.nrPeople?.rows || !here) return window.nrPeople?.rows;
    if (!window.nrPeople?.read) await script(at("assets/js/people/rows.js"));
    let rows = null;
    const before = window.NR_DATA;
    window.NR_DATA = (name, data) => {
      before?.(name, data);
      if (name === "people") rows = window.nrPeople.rows ?? window.nrPeople.read(data);
    };
    await script(at("assets/data/people.js"));
    window.NR_DATA = before;
    return rows;
  }

  function script(src) {
    return new Promise((done, failed) => {
      document.head.append(Object.assign(document.createElement("script"), { src, onload: done, onerror: failed }));
    });
  }

  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  async function find(field, place) {
    const text = field.value.trim();
    const rows = text && (await load());
    if (field.value.trim() !== text) return; // somebody typed on
    if (place.parentElement.contains(document.activeElement)) return; // or walks among what was found
    const found = rows ? window.nrPeople.select(rows, { search: text, chosen: new Map(), sort: [] }) : [];
    place.replaceChildren(...(found.length ? [heading(found.length), ...links(rows, found, text)] : []));
  }

  function heading(count) {
    return make("p", { class: "nr-found__title" }, count === 1 ? "1 person" : `${count} people`);
  }

  function links(rows, found, text) {
    const first = [...found.subarray(0, SHOWN)].map((row) => person(rows, row));
    return found.length > SHOWN ? [...first, link(text, make("span", {}, "All of them on the People page"))] : first;
  }

  function person(rows, row) {
    const said = (key) => {
      const column = rows.columns.get(key);
      return column?.at[row] ? String(column.values[column.at[row]]) : "";
    };
    const detail = [said("position"), said("employer")].filter((told) => told && told !== "withheld").join(", ");
    const name = make("bdi", { class: "nr-found__name" }, said("name"));
    return link(said("name"), name, " ", make("bdi", { class: "nr-found__detail" }, detail));
  }

  /** As Material's own results are: arrow keys lead there, and Enter takes the highest score. */
  function link(text, ...words) {
    const page = here ? at("people.html") : "?people.html";
    const target = `${page}#?${new URLSearchParams({ q: text })}`;
    const whole = make("div", { class: "md-search-result__article md-typeset", "data-md-score": "0" }, ...words);
    return make("a", { class: "md-search-result__link nr-found__link", href: target, tabindex: "-1" }, whole);
  }

  function mount() {
    const field = document.querySelector(".md-search__input");
    const result = document.querySelector(".md-search-result");
    if (!field || !result || result.querySelector(".nr-found")) return;
    const place = make("div", { class: "nr-found", role: "status" });
    result.lastElementChild.before(place);
    let pause = 0;
    const soon = () => {
      clearTimeout(pause);
      pause = setTimeout(() => find(field, place), PAUSE);
    };
    field.addEventListener("focus", load, { once: true });
    for (const event of ["focus", "input"]) field.addEventListener(event, soon);
    field.form?.addEventListener("reset", () => place.replaceChildren());
  }

  if (document.readyState === "loading") addEventListener("DOMContentLoaded", mount);
  else mount();
  window.document$?.subscribe(mount);
})();
