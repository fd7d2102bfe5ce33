// Review: agree, disagree, discuss and a comment, beside everything that can be answered.
(function (review) {
  "use strict";

  const STANCES = { agree: "Agree", disagree: "Disagree", discuss: "Discuss" };
  const SAID = { agree: "Agree.", disagree: "Disagree.", discuss: "To discuss." };
  const LONGEST = 4000;
  const synced = new Map(); // what brings each control up to date, by its place in the page

  function make(tag, settings, ...children) {
    const element = document.createElement(tag);
    Object.assign(element, settings);
    element.append(...children);
    return element;
  }

  const button = (text, className, press) => {
    const element = make("button", { type: "button", className, textContent: text });
    element.addEventListener("click", press);
    return element;
  };

  const now = () => new Date().toISOString();
  const of = (id) => {
    const { answers } = review.read();
    return Object.hasOwn(answers, id) ? answers[id] : null;
  };

  /** Put the control into its place; it follows what is kept, wherever that was answered. */
  function control(place) {
    const { reviewId: id, reviewSeen: seen = "", reviewWhat: called = "" } = place.dataset;
    const say = (told) => {
      const before = of(id) ?? { stance: "", comment: "" };
      review.answer(id, { seen, called, stance: before.stance, comment: before.comment, ...told, at: now() });
    };
    const stances = Object.entries(STANCES).map(([stance, text]) => {
      const press = () => say({ stance: of(id)?.stance === stance ? "" : stance });
      return [stance, button(text, `nr-stance nr-stance--${stance}`, press)];
    });
    const field = make("textarea", { rows: 3, maxLength: LONGEST, className: "nr-review__field" });
    field.setAttribute("aria-label", `Your comment: ${called}`);
    field.addEventListener("input", () => say({ comment: review.whole(field.value) }));
    const fold = button("Comment", "nr-stance nr-stance--comment", () => open(field.hidden));
    const printed = make("div", { className: "nr-review__print" });
    const own = make("div", { className: "nr-review__own" }, ...stances.map(([, one]) => one), fold, field);
    own.setAttribute("role", "group");
    own.setAttribute("aria-label", `Your answer: ${called}`);

    function open(isOpen) {
      field.hidden = !isOpen;
      fold.setAttribute("aria-expanded", String(isOpen));
      if (isOpen) field.focus();
    }

    function sync() {
      const told = of(id);
      for (const [stance, one] of stances) one.setAttribute("aria-pressed", String(told?.stance === stance));
      if (document.activeElement !== field) {
        field.value = told?.comment ?? "";
        field.hidden = !field.value;
        fold.setAttribute("aria-expanded", String(!field.hidden));
      }
      printed.replaceChildren(...lines(told).map((line) => make("p", { textContent: line })));
    }

    sync();
    place.append(shy(place, own, Boolean(of(id))), printed);
    synced.set(place, sync);
  }

  /** On the owner's own build a control waits behind one word, unless there is something to answer. */
  function shy(place, own, isAnswered) {
    if (review.meta("audience") !== "private" || isAnswered || place.querySelector(".nr-thread")) return own;
    const first = button("Your view", "nr-stance nr-stance--first", () => {
      first.replaceWith(own);
      own.querySelector("button").focus();
    });
    first.setAttribute("aria-label", `Your view: ${place.dataset.reviewWhat}`);
    return first;
  }

  /** An answer as it stands on paper. */
  function lines(told) {
    if (!told) return [];
    return [`Your answer: ${SAID[told.stance] ?? ""}`, ...told.comment.split("\n").filter((line) => line.trim())];
  }

  function sync() {
    for (const [place, bring] of synced) {
      if (place.isConnected) bring();
      else synced.delete(place);
    }
  }

  function controls() {
    for (const place of document.querySelectorAll("[data-review-id]")) if (!synced.has(place)) control(place);
  }

  Object.assign(review, { button, controls, make, sync });
})((window.nrReview ??= {}));
