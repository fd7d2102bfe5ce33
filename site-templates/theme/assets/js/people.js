// The People page: puts the explorer where the page has a place for it, once the rows are there.
//
// The scripts beside this one are its parts. They share `window.nrPeople`; there are no modules,
// which a page opened from a disk cannot load. The data file calls NR_DATA.
(function (people) {
  "use strict";
  if (people.started) return; // instant navigation runs a page's scripts once more
  people.started = true;

  const { make, number } = people;
  let rows = null;
  let explorer = null;

  window.NR_DATA = (name, data) => {
    if (name !== "people") return;
    rows = people.rows = people.read(data);
    mount();
  };

  function mount() {
    const root = document.querySelector("[data-nr-people]");
    if (!root || !rows || root.dataset.nrPeople === "ready") return;
    root.dataset.nrPeople = "ready";
    explorer = explore(root);
    performance.mark("nr-people-usable");
    setTimeout(() => people.prepare(rows), 0);
  }

  function explore(root) {
    const self = { table: rows, view: people.fromAddress(rows, location.hash), change, turn, say, restore };
    const status = make("p", { role: "status", class: "nr-people__status" });
    const search = people.searchField(self);
    const parts = [search, people.filters(self), people.chips(self), people.choices(self)];
    const table = people.table(self);
    const find = make("div", { role: "search", "aria-label": "People" }, ...parts.map((part) => part.element));
    root.replaceChildren(find, status, table.element);

    /** Change the view; what is focused and drawn anew is found again by `focused`. */
    function change(edit, focused) {
      search.settle(self.view);
      edit(self.view);
      self.view.page = 1;
      keepAddress();
      show();
      if (focused) root.querySelector(focused)?.focus();
    }

    function turn(page) {
      self.view.page = page;
      keepAddress();
      table.draw();
    }

    function restore() {
      self.view = people.fromAddress(rows, location.hash);
      show();
    }

    function keepAddress() {
      const address = location.pathname + location.search + people.toAddress(rows, self.view);
      try {
        history.replaceState(history.state, "", address);
      } catch {
        // Safari allows a hundred in ten seconds: the table is right, the address a letter behind
      }
    }

    function show() {
      self.rows = people.select(rows, self.view);
      for (const part of [...parts, table]) part.draw();
      say();
    }

    /** Say how many people fit, and what else happened. */
    function say(more = "") {
      const noun = rows.count === 1 ? "person" : "people";
      const text = `${number(self.rows.length)} of ${number(rows.count)} ${noun}. ${more}`.trim();
      if (status.textContent !== text) status.textContent = text;
    }
    show();
    return self;
  }

  function missing() {
    const waiting = document.querySelector("[data-nr-people='']");
    const words = "The list of people did not load: assets/data/people.js is not beside this page.";
    if (waiting && !rows) waiting.replaceChildren(make("p", {}, words));
  }

  function opened() {
    mount();
    missing();
  }

  // Material completes document$ on pages from a disk, and has none before its own script ran.
  document.addEventListener("DOMContentLoaded", opened);
  window.document$?.subscribe(mount);
  addEventListener("hashchange", () => explorer?.restore());
})((window.nrPeople ??= {}));
