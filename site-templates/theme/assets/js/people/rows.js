// The rows: what the data file says, whom a view keeps, and in which order. Knows no page.
//
// A column has `values` in sort order, the first of which stands for a missing one, and `at`, the
// place in it of each row's value. Where rows can have several, `starts` says where theirs begin.
(function (people) {
  "use strict";

  const ACCENTS = /[\u0300-\u036f]/g;
  const SPELLINGS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", ı: "i" };
  const SPELLED = /[ßæœøłđðı]/g;
  const PLAIN = /^[\x00-\x7f]*$/;

  /** Small letters without accents, so that "lukasz" finds "Łukasz". */
  function fold(text) {
    const small = text.toLowerCase();
    if (PLAIN.test(small)) return small;
    const bare = small.normalize("NFKD").replace(ACCENTS, "");
    return bare.replace(SPELLED, (letter) => SPELLINGS[letter]).normalize("NFKC");
  }

  function read(data) {
    const columns = new Map(data.columns.map((column) => [column.key, withFirst(column)]));
    return { count: data.count, columns };
  }

  function withFirst(column) {
    const first = column.starts?.slice(0, -1).map((start) => column.at[start]);
    return { ...column, first: first ?? column.at };
  }

  /** The word for a value, as filters and links name it. */
  function nameAt(column, place) {
    return place === 0 ? column.missing : String(column.values[place]);
  }

  /** The places of a row's values; one at least. */
  function placesOf(column, row) {
    if (!column.starts) return [column.at[row]];
    return column.at.slice(column.starts[row], column.starts[row + 1]);
  }

  /** The rows that a view keeps, sorted. */
  function select(table, view) {
    const kept = keep(table, view);
    const rows = new Uint32Array(kept.reduce((sum, one) => sum + one, 0));
    let next = 0;
    for (let row = 0; row < table.count; row++) if (kept[row]) rows[next++] = row;
    const keys = view.sort.map(({ key, down }) => [table.columns.get(key).first, down ? -1 : 1]);
    return keys.length ? rows.sort((one, other) => compare(keys, one, other)) : rows;
  }

  /** A missing value comes last in either direction; equal rows keep the order of the file. */
  function compare(keys, one, other) {
    for (const [first, sign] of keys) {
      const here = first[one], there = first[other];
      if (here !== there) return here === 0 ? 1 : there === 0 ? -1 : (here - there) * sign;
    }
    return one - other;
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
