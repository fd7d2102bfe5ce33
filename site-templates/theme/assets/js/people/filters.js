// Search and filters: a field, one disclosure for each column that can be filtered, and what is on.
(function (people) {
  "use strict";
  const { button, disclosure, foreign, make, number, tick } = people;

  const LONG = 12; // values from which a field helps to find one
  const MOST = 40; // values that are listed at once
  const PAUSE = 120; // milliseconds without a key before the search is made

  function searchField(explorer) {
    const field = make("input", {
      type: "search",
      id: "nr-people-search",
      class: "nr-people__search",
      autocomplete: "off",
      spellcheck: "false",
    });
    const label = make("label", { for: field.id }, "Search names, titles and companies");
    let pause = 0;
    field.addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(() => explorer.change(() => {}), PAUSE);
    });
    /** Take what was typed into the view, also where something else changes within the pause. */
    function settle(view) {
      if (!pause) return;
      clearTimeout(pause);
      pause = 0;
      view.search = field.value;
    }
    function draw() {
      if (document.activeElement !== field) field.value = explorer.view.search;
    }
    return { element: make("div", { class: "nr-people__find" }, label, field), draw, settle };
  }

  function filters(explorer) {
    const columns = [...explorer.table.columns.values()];
    const parts = columns.filter((column) => column.filter === "offered").map((column) => filter(explorer, column));
    const element = make("div", { class: "nr-people__bar", role: "group", "aria-label": "Filters" });
    element.append(...parts.map((part) => part.element));
    return { element, draw: () => parts.forEach((part) => part.draw()) };
  }

  function filter(explorer, column) {
    const list = make("ul", { class: "nr-people__values" });
    const more = make("p", { class: "nr-quiet" });
    const field = make("input", { type: "search", "aria-label": `Find in ${column.label}`, placeholder: "Type to find" });
    field.addEventListener("input", listValues);
    field.hidden = column.values.length <= LONG;
    const panel = make("div", { role: "group", "aria-label": column.label }, field, list, more);
    const { element, opener } = disclosure(column.label, panel, listValues);
    const count = make("span", { class: "nr-people__on" });
    opener.append(count);

    function listValues() {
      const { table, view } = explorer;
      const counts = people.tally(table, view, column.key);
      const places = offered(column, counts, namesOn(), people.fold(field.value));
      list.replaceChildren(...places.slice(0, MOST).map((place) => value(place, counts[place])));
      const rest = places.length - MOST;
      more.textContent = rest > 0 ? `and ${number(rest)} more: type to find them` : "";
      more.hidden = rest <= 0;
    }

    function value(place, found) {
      const name = people.nameAt(column, place);
      const change = (on) => explorer.change((view) => (on ? people.choose : people.drop)(view, column.key, name));
      const amount = make("span", { class: "nr-people__count" }, number(found));
      const label = tick(name, namesOn().has(name), change, amount);
      label.dataset.name = name;
      return make("li", {}, label);
    }

    function namesOn() {
      return explorer.view.chosen.get(column.key) ?? new Set();
    }

    function draw() {
      const on = namesOn().size;
      count.textContent = on ? ` (${number(on)})` : "";
      if (panel.hidden) return;
      const held = list.contains(document.activeElement) && document.activeElement.parentElement.dataset.name;
      listValues();
      if (held) [...list.querySelectorAll("label")].find((label) => label.dataset.name === held)?.firstChild.focus();
    }
    return { element, draw };
  }

  /** The places of the values to list: those that somebody has or that are on, in their order. */
  function offered(column, counts, on, typed) {
    const isOn = (place) => on.has(people.nameAt(column, place));
    const places = column.values.map((_, place) => place).filter((place) => counts[place] > 0 || isOn(place));
    const found = places.filter((place) => people.fold(people.nameAt(column, place)).includes(typed));
    return found.sort((one, other) => order(column, counts, one, other));
  }

  function order(column, counts, one, other) {
    if (one === 0 || other === 0) return other - one; // what is missing comes last
    if (column.kind === "period") return other - one;
    return column.ordered ? one - other : counts[other] - counts[one] || one - other;
  }

  /** Every filter that is on, those of links as well, each with a way to take it off. */
  function chips(explorer) {
    const element = make("ul", { class: "nr-people__chips", "aria-label": "Filters that are on" });

    function chip(column, name) {
      const label = `${column.label}: `;
      const off = () => takeOff((view) => people.drop(view, column.key, name));
      const attributes = { class: "nr-people__chip", "aria-label": `Remove ${label}${name}` };
      const cross = make("span", { "aria-hidden": "true" }, " ×");
      return make("li", {}, button(attributes, off, label, foreign(name), cross));
    }

    function clear() {
      const off = () => takeOff((view) => Object.assign(view, { search: "", chosen: new Map() }));
      return make("li", {}, button({ class: "nr-people__clear" }, off, "Show everybody"));
    }

    function takeOff(change) {
      explorer.change(change);
      (element.querySelector("button") ?? document.getElementById("nr-people-search")).focus();
    }

    function draw() {
      const { table, view } = explorer;
      const on = [...view.chosen].flatMap(([key, names]) => [...names].map((name) => chip(table.columns.get(key), name)));
      element.replaceChildren(...on, ...(on.length || view.search ? [clear()] : []));
      element.hidden = !element.firstChild;
    }
    return { element, draw };
  }

  Object.assign(people, { chips, filters, searchField });
})((window.nrPeople ??= {}));
