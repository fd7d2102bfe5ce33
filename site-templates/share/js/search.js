// Search over all pages: the beginnings of words, without regard to case and accents.
(function (share) {
  "use strict";

  const WORD = /[\p{L}\p{N}\p{M}]+/gu;
  const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
  const SPELLINGS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", ı: "i" };
  const TITLE = 20; // a word in a title counts as this many in a text
  const MOST = 40;
  const AROUND = 80; // letters shown before and after the first word found

  /** Small letters without accents, so that "zurich" finds "Zürich". */
  function fold(text) {
    const bare = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
    return bare.replace(/[ßæœøłđðı]/g, (letter) => SPELLINGS[letter]);
  }

  /** The words of a text, folded, and where each stands. */
  function words(text) {
    return [...text.matchAll(WORD)].map((match) => ({
      word: fold(match[0]),
      start: match.index,
      end: match.index + match[0].length,
    }));
  }

  function fits(word, term) {
    return word.startsWith(term) || (UNSPACED.test(term) && word.includes(term));
  }

  /** The sections that hold every term, best first: { section, hits }, hits being words of its text. */
  function search(sections, query) {
    const terms = words(query).map(({ word }) => word);
    if (!terms.length) return [];
    const found = sections.map((section) => held(section, terms)).filter((one) => one.score > 0);
    return found.sort((one, other) => other.score - one.score);
  }

  function held(section, terms) {
    section.titleWords ??= words(section.title);
    section.textWords ??= words(section.text);
    const inTitle = terms.map((term) => section.titleWords.filter(({ word }) => fits(word, term)));
    const inText = terms.map((term) => section.textWords.filter(({ word }) => fits(word, term)));
    const isWhole = terms.every((_, place) => inTitle[place].length + inText[place].length);
    const weights = terms.map((_, place) => TITLE * inTitle[place].length + Math.log1p(inText[place].length));
    const score = isWhole ? weights.reduce((sum, one) => sum + one, 0) : 0;
    return { section, score, inTitle: inTitle.flat(), inText: inText.flat() };
  }

  /** A result as the list shows it: a link with the title and the words around what was found. */
  function result({ section, inTitle, inText }) {
    const title = make("p", "nr-hit__title", ...marked(section.title, inTitle, 0, section.title.length));
    const page = section.page === section.title ? "" : `${section.page}: `;
    const text = make("p", "nr-hit__words", page, ...around(section.text, inText));
    const link = make("a", "md-search-result__link", make("div", "md-search-result__article md-typeset", title, text));
    link.setAttribute("href", `?${section.location}`);
    return make("li", "md-search-result__item", link);
  }

  /** The words around the first one found, never cut in the middle. */
  function around(text, hits) {
    const first = Math.min(...hits.map(({ start }) => start), text.length && hits.length ? text.length : 0);
    const start = first > AROUND ? text.indexOf(" ", first - AROUND) + 1 : 0;
    const far = first + 2 * AROUND;
    const end = far < text.length ? text.lastIndexOf(" ", far) : text.length;
    const parts = marked(text, hits, Math.min(start, first), end);
    return [start > 0 ? "… " : "", ...parts, end < text.length ? " …" : ""];
  }

  /** A stretch of a text, with the hits in it marked. */
  function marked(text, hits, start, end) {
    const parts = [];
    let place = start;
    for (const hit of [...hits].sort((one, other) => one.start - other.start)) {
      if (hit.start < place || hit.end > end) continue;
      parts.push(text.slice(place, hit.start), make("mark", "", text.slice(hit.start, hit.end)));
      place = hit.end;
    }
    return [...parts, text.slice(place, end)];
  }

  function make(name, className, ...children) {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...children);
    return element;
  }

  /** Show what a query finds in Material's list. */
  function list(sections, query) {
    const found = search(sections, query);
    const meta = document.querySelector(".md-search-result__meta");
    const rows = document.querySelector(".md-search-result__list");
    meta.setAttribute("role", "status");
    rows.removeAttribute("role");
    meta.textContent = query.trim() ? told(found.length, query) : "Type to search all pages";
    rows.replaceChildren(...found.slice(0, MOST).map(result));
  }

  function told(count, query) {
    if (count === 0) return words(query).length > 1 ? "No place holds all these words" : "Nothing found";
    const places = count === 1 ? "1 place" : `${count} places`;
    return count > MOST ? `${places}, the best ${MOST} of them` : places;
  }

  Object.assign(share, { list, search });
})((window.nrShare ??= {}));
