/* Tables whose rows stand in the page: a press on a heading sorts them up, down, then as they were. */
(() => {
  "use strict";
  const NEXT = { none: "ascending", ascending: "descending", descending: "none" };
  const ARROWS = { none: "", ascending: "▲", descending: "▼" };

  function prepare(table) {
    if (table.dataset.nrSorted) return;
    table.dataset.nrSorted = "ready";
    const rows = [...table.tBodies[0].rows];
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, place) => {
      const arrow = document.createElement("span");
      arrow.className = "nr-people__arrow";
      arrow.setAttribute("aria-hidden", "true");
      const button = document.createElement("button");
      button.type = "button";
      button.title = "Sort";
      const [name, ...more] = head.childNodes;
      button.append(name, arrow, ...more);
      head.append(button);
      button.addEventListener("click", () => {
        const way = NEXT[head.getAttribute("aria-sort") ?? "none"];
        for (const one of heads) mark(one, one === head ? way : "none");
        table.tBodies[0].append(...sorted(rows, place, way));
      });
    });
  }

  function mark(head, way) {
    if (way === "none") head.removeAttribute("aria-sort");
    else head.setAttribute("aria-sort", way);
    head.querySelector(".nr-people__arrow").textContent = ARROWS[way];
  }

  /** What is not known comes last, whichever way. */
  function sorted(rows, place, way) {
    if (way === "none") return rows;
    const value = (row) => row.cells[place].dataset.value ?? "";
    const numbers = rows.every((row) => !Number.isNaN(Number(value(row))));
    const compare = (a, b) => (numbers ? a - b : a.localeCompare(b));
    const sign = way === "ascending" ? 1 : -1;
    const known = rows.filter((row) => value(row) !== "");
    known.sort((a, b) => sign * compare(value(a), value(b)));
    return [...known, ...rows.filter((row) => value(row) === "")];
  }

  const all = () => document.querySelectorAll("table[data-nr-sorted]").forEach(prepare);
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", all);
  else all();
  window.document$?.subscribe(all);
})();
