// How the table looks and leaves the page: sorting by several columns, columns, a link, a file.
(function (people) {
  "use strict";
  const { button, disclosure, make, tick } = people;

  const KEYS = ["Sort by", "then by", "then by"];

  function choices(explorer) {
    const sort = sorting(explorer), columns = columnChoice(explorer), link = linkTo(explorer);
    const save = button({ class: "nr-people__opener" }, () => download(explorer), "Download CSV");
    const element = make("div", { class: "nr-people__bar", role: "group", "aria-label": "Table" });
    element.append(sort.element, columns.element, save, link.element);
    return { element, draw: () => [sort, columns, link].forEach((part) => part.draw()) };
  }

  function sorting(explorer) {
    const rows = KEYS.map((label) => sortKey(explorer, label, read));
    const panel = make("div", { role: "group", "aria-label": "Sort" }, ...rows.map((row) => row.element));
    const { element } = disclosure("Sort", panel, draw);

    function read() {
      const keys = rows.map((row) => row.value()).filter(({ key }) => key);
      explorer.change((view) => (view.sort = keys));
    }
    function draw() {
      rows.forEach((row, place) => row.draw(explorer.view.sort[place]));
    }
    return { element, draw };
  }

  function sortKey(explorer, label, onChange) {
    const columns = people.tableColumns(explorer.table).map((column) => [column.key, column.label]);
    const column = menu([["", "nothing"], ...columns], onChange);
    const way = menu([["", "upwards"], ["-", "downwards"]], onChange);
    way.setAttribute("aria-label", "Direction");
    return {
      element: make("p", {}, make("label", {}, `${label} `, column), " ", way),
      value: () => ({ key: column.value, down: way.value === "-" }),
      draw: (key) => {
        column.value = key?.key ?? "";
        way.value = key?.down ? "-" : "";
      },
    };
  }

  function menu(options, onChange) {
    const select = make("select", {});
    for (const [value, label] of options) select.append(make("option", { value }, label));
    select.addEventListener("change", onChange);
    return select;
  }

  function columnChoice(explorer) {
    const list = make("ul", { class: "nr-people__values" });
    const panel = make("div", { role: "group", "aria-label": "Columns" }, list);
    const { element } = disclosure("Columns", panel, () => {});
    const columns = people.tableColumns(explorer.table).filter((column) => column.key !== "name");
    const boxes = new Map(columns.map((column) => [column.key, tick(column.label, false, change)]));
    for (const box of boxes.values()) list.append(make("li", {}, box));

    function change() {
      const isOn = ({ key }) => key === "name" || boxes.get(key).firstChild.checked;
      const shown = people.tableColumns(explorer.table).filter(isOn).map((column) => column.key);
      explorer.change((view) => (view.shown = shown));
    }
    function draw() {
      for (const [key, box] of boxes) box.firstChild.checked = explorer.view.shown.includes(key);
    }
    return { element, draw };
  }

  /** A link that restores the view; the same stands in the address bar. */
  function linkTo(explorer) {
    const element = make("a", { class: "nr-people__opener" }, "Copy link");
    element.addEventListener("click", async (event) => {
      event.preventDefault();
      explorer.say(await copied(element.href));
    });
    return { element, draw: () => element.setAttribute("href", location.href) };
  }

  async function copied(address) {
    try {
      await navigator.clipboard.writeText(address);
      return "The link is copied.";
    } catch {
      return "The link stands in the address bar.";
    }
  }

  function download(explorer) {
    const text = people.csv(explorer.table, explorer.rows, explorer.view.shown);
    const address = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
    make("a", { href: address, download: "people.csv" }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  people.choices = choices;
})((window.nrPeople ??= {}));
