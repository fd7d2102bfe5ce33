// Review: the bar at the foot of the window: how far one is, and the file that goes and comes.
(function (review) {
  "use strict";

  const { button, make } = review;
  const HERE = document.currentScript?.src ?? "";
  const ROOT = HERE && new URL("../../../", HERE).href; // of a site of many files
  let bar = null;
  let isStaying = false;

  const isCoach = () => review.meta("audience") === "coach";
  const answered = () => Object.keys(review.read().answers).length;
  const answers = (count) => (count === 1 ? "1 answer" : `${count} answers`);

  /** How far one is, in a sentence. */
  function standing() {
    const state = review.read();
    const count = answered();
    const told = `${count} of ${review.meta("review-total")} answered`;
    if (count === 0) return `${told}.`;
    if (!review.isUnsaved(state)) return `${told}, downloaded.`;
    const where = review.isKept() ? "" : "; this browser keeps nothing, so download before you leave the page";
    return `${told}, not yet downloaded${where}.`;
  }

  function download() {
    const state = review.read();
    if (isCoach() && !state.by.trim()) {
      bar.more(true);
      bar.say("Sign it with your name first.");
      bar.name.focus();
      return;
    }
    const file = new Blob([review.pack(state)], { type: "application/json" });
    const address = URL.createObjectURL(file);
    const day = new Date().toISOString().slice(0, 10);
    make("a", { href: address, download: `review-${day}.json` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
    review.downloaded();
    bar.say(isCoach() ? "Send the file back to whom it is about." : "Bring it in with: netreport review add FILE");
  }

  async function load(file) {
    if (!file) return;
    try {
      const { by, answers: found, isEdited, isOther } = review.unpack(await file.text());
      const whole = Object.keys(found).length;
      const taken = review.merge(found);
      if (!review.read().by && by) review.sign(by);
      const stayed = whole > taken ? ` ${whole - taken} were here already, as new or newer.` : "";
      const other = isOther ? " It was made on another build of this report." : "";
      const edited = isEdited ? " It was changed by hand." : "";
      bar.say(`Loaded ${answers(taken)}.${stayed}${other}${edited}`);
    } catch (error) {
      bar.say(error.message);
    }
  }

  /** Ask once more before anything is gone. */
  function ask(question, yes, act) {
    const close = () => {
      asked.remove();
      bar.clear.focus();
    };
    const keep = button("Keep", "nr-button", close);
    const asked = make("p", { className: "nr-review-bar__ask" }, `${question} `);
    asked.append(button(yes, "nr-button", () => (act(), close())), " ", keep);
    bar.element.append(asked);
    keep.focus();
  }

  function clear() {
    if (bar.element.querySelector(".nr-review-bar__ask")) return;
    const lost = review.isUnsaved(review.read()) ? " They are not downloaded." : "";
    ask(`Clear ${answers(answered())}?${lost}`, "Yes, clear", () => {
      review.clear();
      bar.say("Cleared.");
    });
  }

  /** Offer what was answered on an earlier build and never downloaded. */
  function offer() {
    for (const [key, state] of review.left()) {
      const count = Object.keys(state.answers).length;
      const line = make("p", { className: "nr-review-bar__left" });
      const take = button("Take them over", "nr-button", () => {
        review.merge(state.answers);
        line.remove();
        review.forget(key);
      });
      const drop = button("Forget them", "nr-button", () => (line.remove(), review.forget(key)));
      line.append(`${answers(count)} to an earlier build of this report were never downloaded. `, take, " ", drop);
      bar.element.append(line);
    }
  }

  function build() {
    const element = make("section", { className: "nr-review-bar" });
    element.setAttribute("aria-label", "Your review");
    const standingAt = make("span", { className: "nr-review-bar__standing" });
    const said = make("span", { className: "nr-quiet" });
    const told = make("p", { className: "nr-review-bar__told" }, standingAt, " ", said);
    told.setAttribute("role", "status");
    const name = make("input", { type: "text", maxLength: 80, autocomplete: "name" });
    name.addEventListener("input", () => review.sign(review.whole(name.value)));
    const label = make("label", { hidden: !isCoach() }, "Your name ", name);
    const file = make("input", { type: "file", accept: ".json,application/json", hidden: true });
    file.addEventListener("change", async () => (await load(file.files[0]), (file.value = "")));
    const clearing = button("Clear", "nr-button", clear);
    const rest = make("div", { className: "nr-review-bar__more" }, label);
    rest.append(button("Load review", "nr-button", () => file.click()), file, clearing);
    const toggle = button("More", "nr-button", () => more(rest.hidden));
    const saving = button("Download review", "nr-button nr-button--first", download);
    element.append(told, make("div", { className: "nr-review-bar__main" }, saving, toggle), rest);

    function more(isOpen) {
      rest.hidden = !isOpen;
      toggle.setAttribute("aria-expanded", String(isOpen));
    }

    more(false);
    const say = (text) => (said.textContent = text);
    return { element, name, saving, clear: clearing, standingAt, more, say };
  }

  function sync() {
    const count = answered();
    const text = standing();
    if (bar.standingAt.textContent !== text) bar.standingAt.textContent = text;
    if (document.activeElement !== bar.name) bar.name.value = review.read().by;
    bar.saving.disabled = bar.clear.disabled = count === 0;
    bar.element.hidden = !isCoach() && count === 0 && !bar.element.querySelector(".nr-review-bar__left");
  }

  /** Put the bar into the page, unless it is there. */
  function show() {
    if (bar?.element.isConnected) return;
    bar ??= build();
    document.body.append(bar.element);
    if (!bar.element.querySelector(".nr-review-bar__left")) offer();
    sync();
  }

  review.downloaded = () => review.saved(review.nameOf(review.read()));

  const isInside = (address) => ROOT !== "" && address.startsWith(ROOT);

  /** Another page of the report finds the answers again: nothing is lost on the way there. */
  function stay(address) {
    isStaying = review.isKept() && isInside(address);
    setTimeout(() => (isStaying = false), 1000);
  }

  function watch() {
    document.addEventListener("click", (event) => {
      const link = event.target.closest?.("a[href]");
      if (link) stay(link.href);
    });
    window.navigation?.addEventListener("navigate", (event) => stay(event.destination.url));
    addEventListener("beforeunload", (event) => {
      if (isStaying || !review.isUnsaved(review.read())) return;
      event.preventDefault();
      event.returnValue = "";
    });
  }

  review.bar = { show, sync, watch };
})((window.nrReview ??= {}));
