// Review: the answers, kept in this browser under the seal and the fingerprint of the build.
//
// All pages on a disk share one storage, and so do all sites of one host: hence the long names.
(function (review) {
  "use strict";

  const meta = (name) => document.querySelector(`meta[name="netreport-${name}"]`)?.content ?? "";
  const prefix = () => `netreport.review.${meta("seal")}.`;
  const listeners = new Set();
  let unkept = null; // the answers where the browser keeps nothing

  const empty = () => ({ by: "", answers: {}, downloaded: "" });

  function parsed(text) {
    const kept = JSON.parse(text ?? "null");
    return kept && typeof kept.answers === "object" ? { ...empty(), ...kept } : empty();
  }

  /** Everything that was answered: { by, answers by id, downloaded: the check at the last download }. */
  function read() {
    try {
      return unkept ?? parsed(localStorage.getItem(prefix() + meta("build")));
    } catch {
      return unkept ?? empty();
    }
  }

  function write(state) {
    try {
      localStorage.setItem(prefix() + meta("build"), JSON.stringify(state));
      unkept = null;
    } catch {
      unkept = state;
    }
    tell();
  }

  function answer(id, told) {
    const state = read();
    if (told.stance || told.comment.trim()) state.answers[id] = told;
    else delete state.answers[id];
    write(state);
  }

  function sign(by) {
    write({ ...read(), by });
  }

  /** Note that what stands here now went out as a file. */
  function saved(downloaded) {
    write({ ...read(), downloaded });
  }

  function clear() {
    write({ ...empty(), by: read().by });
  }

  /** Put other answers to these; of two to the same item the newer stays. Gives how many came in. */
  function merge(answers) {
    const state = read();
    let taken = 0;
    for (const [id, told] of Object.entries(answers)) {
      if (Object.hasOwn(state.answers, id) && state.answers[id].at >= told.at) continue;
      state.answers[id] = told;
      taken += 1;
    }
    write(state);
    return taken;
  }

  /** Answers to an earlier build of the same report that were never downloaded, by their key. */
  function left() {
    try {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix()));
      const others = keys.filter((key) => key !== prefix() + meta("build"));
      const found = others.map((key) => [key, parsed(localStorage.getItem(key))]);
      return found.filter(([, state]) => review.isUnsaved(state));
    } catch {
      return [];
    }
  }

  function forget(key) {
    localStorage.removeItem(key);
    tell();
  }

  const tell = () => listeners.forEach((listener) => listener());
  const subscribe = (listener) => listeners.add(listener);

  /** Whether the next page will find the answers again. */
  function isKept() {
    try {
      return unkept === null && localStorage.length >= 0;
    } catch {
      return false;
    }
  }

  Object.assign(review, { answer, clear, forget, isKept, left, merge, meta, read, saved, sign, subscribe });
})((window.nrReview ??= {}));
