// The table: fifty rows at a time, each of which opens to say why.
(function (people) {
  "use strict";
  const { button, foreign, make, number } = people;

  const PAGE = 50;
  const ARROWS = { up: "▲", down: "▼" };
  const DIRECTIONS = { up: "ascending", down: "descending" };

  function table(explorer) {
    const opened = new Set();
    const head = make("thead", { role: "rowgroup" });
    const body = make("tbody", { role: "rowgroup" });
    const whole = make("table", { class: "nr-people__table", role: "table", "aria-label": "People" }, head, body);
    const frame = make("div", { class: "nr-people__frame", tabindex: "-1" }, whole);
    const printed = make("p", { class: "nr-people__printed" });
    const above = pager(explorer, "above the table", () => {});
    const below = pager(explorer, "below the table", () => frame.focus());

    function draw() {
      const columns = explorer.view.shown.map((key) => explorer.table.columns.get(key));
      const { first, last, all } = span(explorer);
      head.replaceChildren(heading(explorer, columns));
      const rows = [...explorer.rows.subarray(first, last)];
      body.replaceChildren(...rows.flatMap((row) => line(explorer, columns, row, opened)));
      if (!all) body.replaceChildren(nobody(columns.length));
      printed.textContent = `Printed: ${range(first, last)} of ${number(all)}. The CSV file holds them all.`;
      above.draw();
      below.draw();
    }
    return { element: make("div", {}, above.element, frame, below.element, printed), draw };
  }

  /** Which of the rows are on the page: from `first`, before `last`. */
  function span({ rows, view }) {
    const pages = Math.max(1, Math.ceil(rows.length / PAGE));
    const page = Math.min(view.page, pages);
    const first = (page - 1) * PAGE;
    return { first, last: Math.min(first + PAGE, rows.length), all: rows.length, page, pages };
  }

  function range(first, last) {
    return `${number(Math.min(first + 1, last))} to ${number(last)}`;
  }

  function heading(explorer, columns) {
    const cells = columns.map((column) => headingCell(explorer, column));
    return make("tr", { role: "row" }, ...cells);
  }

  function headingCell(explorer, column) {
    const sort = explorer.view.sort;
    const place = sort.findIndex(({ key }) => key === column.key);
    const way = place < 0 ? "" : sort[place].down ? "down" : "up";
    const again = `[data-key=${column.key}]`;
    const press = (event) => explorer.change((view) => resort(view, column.key, event.shiftKey), again);
    const attributes = { "data-key": column.key, title: "Sort; with Shift, sort within" };
    const cell = make("th", { scope: "col", role: "columnheader", class: `nr-people__${column.kind}` });
    cell.append(button(attributes, press, column.label, sign(way, place, sort.length)));
    if (place === 0) cell.setAttribute("aria-sort", DIRECTIONS[way]);
    return cell;
  }

  /** An arrow, with its rank where several columns sort; said in words where aria-sort cannot. */
  function sign(way, place, keys) {
    const rank = way && keys > 1 ? place + 1 : "";
    const drawn = `${ARROWS[way] ?? ""}${rank}`;
    const arrow = make("span", { class: "nr-people__arrow", "aria-hidden": "true" }, drawn);
    const words = place > 0 ? `, sorted within, ${DIRECTIONS[way]}` : "";
    return make("span", {}, arrow, make("span", { class: "nr-people__unseen" }, words));
  }

  /** Up, then down, then not at all; `within` leaves the other columns that sort. */
  function resort(view, key, within) {
    const before = view.sort.find((one) => one.key === key);
    const after = !before ? { key, down: false } : before.down ? null : { key, down: true };
    if (!within) view.sort = after ? [after] : [];
    else if (!before) view.sort = [...view.sort, after];
    else view.sort = view.sort.flatMap((one) => (one === before ? after ?? [] : one));
  }

  function line(explorer, columns, row, opened) {
    const cells = columns.map((column) => (column.key === "name" ? null : cell(column, row)));
    const element = make("tr", { role: "row" });
    const why = make("tr", { role: "row", class: "nr-people__more", id: `nr-people-why-${row}` });
    const opener = button({ class: "nr-people__expand", "aria-controls": why.id }, () => show(!opened.has(row)));
    element.append(...cells.map((one) => one ?? nameCell(explorer.table, row, opener)));

    function show(isOpen) {
      if (isOpen) opened.add(row);
      else opened.delete(row);
      opener.setAttribute("aria-expanded", String(isOpen));
      why.hidden = !isOpen;
      why.replaceChildren(...(isOpen ? [told()] : []));
    }
    function told() {
      return make("td", { role: "cell", colspan: columns.length }, people.details(explorer.table, row));
    }
    show(opened.has(row));
    return [element, why];
  }

  function nameCell(table, row, opener) {
    const column = table.columns.get("name");
    const name = people.written(column, column.at[row]) || "without a name";
    const address = people.profileAddress(table.columns.get("profile"), row);
    opener.setAttribute("aria-label", `Details of ${name}`);
    const shown = address ? make("a", { href: address, rel: "noopener noreferrer" }, foreign(name)) : foreign(name);
    return make("th", { scope: "row", role: "rowheader" }, opener, shown);
  }

  function cell(column, row) {
    const words = people.placesOf(column, row).map((place) => people.written(column, place)).join(", ");
    const attributes = { role: "cell", "data-label": column.label, class: `nr-people__${column.kind}` };
    return make("td", attributes, make("div", { class: "nr-people__words", dir: "auto" }, words));
  }

  function nobody(width) {
    const words = make("td", { role: "cell", colspan: width }, "Nobody fits these filters.");
    return make("tr", { role: "row" }, words);
  }

  function pager(explorer, where, moved) {
    const back = button({ class: "nr-people__opener" }, () => turn(-1), "Previous");
    const on = button({ class: "nr-people__opener" }, () => turn(1), "Next");
    const place = make("span", {});
    const element = make("nav", { class: "nr-people__pager", "aria-label": `Pages, ${where}` }, back, place, on);

    function turn(step) {
      const { page, pages } = span(explorer);
      if (page + step < 1 || page + step > pages) return;
      explorer.turn(page + step);
      moved();
    }
    function draw() {
      const { first, last, page, pages } = span(explorer);
      place.textContent = range(first, last);
      back.setAttribute("aria-disabled", String(page === 1));
      on.setAttribute("aria-disabled", String(page === pages));
      element.hidden = pages === 1;
    }
    return { element, draw };
  }

  people.table = table;
})((window.nrPeople ??= {}));
