// The view: what a reader searches, filters, sorts and sees, and how it stands in an address.
//
// people.html#?standing=core&standing=latent&q=zurich&sort=-last,name&columns=name,last&page=2
(function (people) {
  "use strict";

  const SORTED = [{ key: "connected", down: true }];

  /** Columns that can stand in the table. */
  function tableColumns(table) {
    return [...table.columns.values()].filter((column) => column.place);
  }

  function usual(table) {
    const shown = tableColumns(table).filter((column) => column.place === "table");
    return {
      search: "",
      chosen: new Map(),
      sort: SORTED.filter(({ key }) => table.columns.has(key)),
      shown: shown.map((column) => column.key),
      page: 1,
    };
  }

  /** Read a view from the part of an address after "#"; what nobody knows is passed over. */
  function fromAddress(table, hash) {
    const said = new URLSearchParams(hash.startsWith("#?") ? hash.slice(2) : "");
    const view = usual(table);
    view.search = said.get("q") ?? "";
    for (const [key, name] of said) {
      if (table.columns.get(key)?.filter) choose(view, key, name);
    }
    if (said.has("sort")) view.sort = sorting(table, said.get("sort"));
    if (said.has("columns")) view.shown = columns(table, said.get("columns"));
    view.page = Math.max(1, Number.parseInt(said.get("page"), 10) || 1);
    return view;
  }

  function sorting(table, text) {
    const keys = text.split(",").map((word) => ({ key: word.replace(/^-/, ""), down: word[0] === "-" }));
    return keys.filter(({ key }) => table.columns.get(key)?.place);
  }

  function columns(table, text) {
    const wanted = new Set(text.split(",")).add("name");
    return tableColumns(table).map((column) => column.key).filter((key) => wanted.has(key));
  }

  /** Write what is not as usual. */
  function toAddress(table, view) {
    const said = new URLSearchParams();
    const common = usual(table);
    if (view.search.trim()) said.set("q", view.search.trim());
    for (const [key, names] of view.chosen) for (const name of names) said.append(key, name);
    if (sortText(view) !== sortText(common)) said.set("sort", sortText(view));
    if (`${view.shown}` !== `${common.shown}`) said.set("columns", `${view.shown}`);
    if (view.page > 1) said.set("page", view.page);
    return said.size ? `#?${said}` : "";
  }

  function sortText(view) {
    return view.sort.map(({ key, down }) => (down ? "-" : "") + key).join();
  }

  /** Add a value to a filter; values of one filter widen, filters narrow each other. */
  function choose(view, key, name) {
    view.chosen.set(key, new Set(view.chosen.get(key)).add(name));
  }

  function drop(view, key, name) {
    const names = new Set(view.chosen.get(key));
    names.delete(name);
    if (names.size) view.chosen.set(key, names);
    else view.chosen.delete(key);
  }

  Object.assign(people, { choose, drop, fromAddress, tableColumns, toAddress });
})((window.nrPeople ??= {}));
