// The rows of a view as CSV. No cell of it can run as a formula.
(function (people) {
  "use strict";

  const FORMULA = /^(?=[ \u00a0\u3000]*[=+\-@\t\r＝＋－＠])/gm;
  const BYTE_ORDER_MARK = "\ufeff";

  function csv(table, rows, keys) {
    const columns = ["profile", ...keys].flatMap((key) => table.columns.get(key) ?? []);
    const lines = [columns.map((column) => quoted(column.label)).join()];
    for (const row of rows) lines.push(columns.map((column) => quoted(cell(column, row))).join());
    return `${BYTE_ORDER_MARK}${lines.join("\r\n")}\r\n`;
  }

  function cell(column, row) {
    if (column.key === "profile") return people.profileAddress(column, row) ?? "";
    if (column.kind === "number") return String(column.values[column.at[row]] ?? "");
    const names = people.placesOf(column, row).map((place) => people.nameAt(column, place));
    return names.join("; ").replace(FORMULA, "'");
  }

  function quoted(text) {
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }

  people.csv = csv;
})((window.nrPeople ??= {}));
