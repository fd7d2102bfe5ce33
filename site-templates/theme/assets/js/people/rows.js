// The rows: what the data file says, whom a view keeps, and in which order. Knows no page.
//
// A column has `values` in sort order, the first of which stands for a missing one, and `at`, the
// place in it of each row's value. Where rows can have several, `starts` says where theirs begin,
// and `first` is the place that sorts. The file holds these numbers as digits to the base 57.
(function (people) {
  "use strict";

  const ACCENTS = /[\u0300-\u036f]/g;
  const SPELLINGS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", ı: "i" };
  const SPELLED = /[ßæœøłđðı]/g;
  const ZERO = 35;
  const BASE = 57;
  const PLAIN = /^[\x00-\x7f]*$/;

  /** Small letters without accents, so that "lukasz" finds "Łukasz". */
  function fold(text) {
    const small = text.toLowerCase();
    if (PLAIN.test(small)) return small;
    const bare = small.normalize("NFKD").replace(ACCENTS, "");
    return bare.replace(SPELLED, (letter) => SPELLINGS[letter]).normalize("NFKC");
  }

  function read(data) {
    const columns = new Map(data.columns.map((column) => [column.key, unpackedColumn(column)]));
    return { count: data.count, columns };
  }

  function unpackedColumn(column) {
    const at = unpacked(column.at);
    if (!column.lengths) return { ...column, at, first: at };
    const starts = sums(unpacked(column.lengths));
    return { ...column, at, starts, first: starts.subarray(0, -1).map((start) => at[start]) };
  }

  /** Read numbers that are written as digits, all as wide as the first letter says. */
  function unpacked(text) {
    const width = Number(text[0]);
    const numbers = new Uint32Array((text.length - 1) / width);
    for (let letter = 1; letter < text.length; letter++) {
      const number = Math.floor((letter - 1) / width);
      numbers[number] = numbers[number] * BASE + text.charCodeAt(letter) - ZERO;
    }
    return numbers;
  }

  function sums(lengths) {
    const starts = new Uint32Array(lengths.length + 1);
    lengths.forEach((length, row) => (starts[row + 1] = starts[row] + length));
    return starts;
  }

  /** The word for a value, as filters and links name it. */
  function nameAt(column, place) {
    return place === 0 ? column.missing : String(column.values[place]);
  }

  /** The places of a row's values; one at least. */
  function placesOf(column, row) {
    if (!column.starts) return [column.at[row]];
    return [...column.at.subarray(column.starts[row], column.starts[row + 1])];
  }

  /** The rows that a view keeps, sorted. */
  function select(table, view) {
    const kept = keep(table, view);
    const rows = new Uint32Array(kept.reduce((sum, one) => sum + one, 0));
    let next = 0;
    for (let row = 0; row < table.count; row++) if (kept[row]) rows[next++] = row;
    return view.sort.reduceRight((sorted, { key, down }) => sortBy(sorted, table.columns.get(key), down), rows);
  }

  /** Sort by one column; equal rows keep their order, and a missing value comes last either way. */
  function sortBy(rows, column, down) {
    const last = column.values.length - 1;
    const ranks = column.values.map((_, place) => (place === 0 ? last : down ? last - place : place - 1));
    const next = new Uint32Array(last + 2);
    for (const row of rows) next[ranks[column.first[row]] + 1]++;
    for (let rank = 0; rank <= last; rank++) next[rank + 1] += next[rank];
    const sorted = new Uint32Array(rows.length);
    for (const row of rows) sorted[next[ranks[column.first[row]]]++] = row;
    return sorted;
  }

  /** How many people each value of a column has, the column's own filter left aside. */
  function tally(table, view, key) {
    const column = table.columns.get(key);
    const kept = keep(table, view, key);
    const counts = new Uint32Array(column.values.length);
    for (let row = 0; row < table.count; row++) {
      if (!kept[row]) continue;
      if (!column.starts) counts[column.at[row]]++;
      else for (const place of placesOf(column, row)) counts[place]++;
    }
    return counts;
  }

  function keep(table, view, except) {
    const kept = new Uint8Array(table.count).fill(1);
    for (const [key, names] of view.chosen) {
      if (key !== except) narrow(kept, chosen(table, table.columns.get(key), names));
    }
    for (const word of fold(view.search).split(/\s+/)) {
      if (word) narrow(kept, spelled(table, word));
    }
    return kept;
  }

  function narrow(kept, others) {
    for (let row = 0; row < kept.length; row++) kept[row] &= others[row];
  }

  function chosen(table, column, names) {
    const marked = new Uint8Array(table.count);
    mark(marked, column, (place) => names.has(nameAt(column, place)));
    return marked;
  }

  function spelled(table, word) {
    const marked = new Uint8Array(table.count);
    for (const column of table.columns.values()) {
      if (column.searched) mark(marked, column, (place) => foldedValues(column)[place].includes(word));
    }
    return marked;
  }

  function foldedValues(column) {
    column.folded ??= column.values.map((value) => fold(value ?? ""));
    return column.folded;
  }

  /** Mark the rows with a value at a place that is wanted; each place is asked once. */
  function mark(marked, column, isWanted) {
    const wanted = Uint8Array.from(column.values, (_, place) => isWanted(place));
    const { at, starts } = column;
    for (let row = 0; row < marked.length; row++) {
      const end = starts ? starts[row + 1] : row + 1;
      for (let next = starts ? starts[row] : row; next < end; next++) marked[row] |= wanted[at[next]];
    }
  }

  /** Fold what will be searched before anybody types. */
  function prepare(table) {
    for (const column of table.columns.values()) if (column.searched) foldedValues(column);
  }

  Object.assign(people, { fold, nameAt, placesOf, prepare, read, select, tally });
})((window.nrPeople ??= {}));
