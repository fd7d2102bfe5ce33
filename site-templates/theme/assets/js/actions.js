// Actions: a box to tick for each, kept in this browser; a file of what was ticked; texts to copy.
// `netreport decide FILE` reads the file. Runs again after instant navigation.
(() => {
  "use strict";
  const FORM = "netreport.decisions/1";
  const build = () => document.querySelector("meta[name=netreport-build]")?.content ?? "";
  const isOwner = () => document.querySelector("meta[name=netreport-audience]")?.content === "private";
  const key = () => `netreport.done.${build()}`;
  let unsaved = null; // what was ticked where the browser keeps nothing

  function ticked() {
    try {
      return unsaved ?? JSON.parse(localStorage.getItem(key()) ?? "{}");
    } catch {
      return unsaved ?? {};
    }
  }

  function keep(done) {
    try {
      localStorage.setItem(key(), JSON.stringify(done));
    } catch {
      unsaved = done;
    }
  }

  function make(tag, settings, ...children) {
    const element = document.createElement(tag);
    Object.assign(element, settings);
    element.append(...children);
    return element;
  }

  function tick(card) {
    const id = card.dataset.action;
    const box = make("input", { type: "checkbox", checked: id in ticked() });
    const label = make("label", { className: "nr-done", title: "Done" }, box);
    label.append(make("span", { className: "nr-hidden", textContent: `Done: ${card.dataset.what}` }));
    box.addEventListener("change", () => {
      const done = ticked();
      if (box.checked) done[id] = new Date().toISOString().slice(0, 10);
      else delete done[id];
      keep(done);
      tell();
    });
    card.prepend(label);
  }

  function copyable(text) {
    const lines = [...text.querySelectorAll("p")].map(line => line.textContent);
    const said = make("span", { role: "status", className: "nr-quiet" });
    const button = make("button", { type: "button", className: "nr-button", textContent: "Copy text" });
    button.addEventListener("click", async () => {
      said.textContent = (await copied(lines.join("\n"), text)) ? " Copied." : " Selected: press Ctrl+C.";
    });
    text.after(button, said);
  }

  async function copied(words, text) {
    try {
      await navigator.clipboard.writeText(words);
      return true;
    } catch {
      getSelection().selectAllChildren(text);
      return false;
    }
  }

  function download() {
    const decisions = Object.entries(ticked()).map(([id, on]) => ({ id, choice: "done", on }));
    const text = JSON.stringify({ form: FORM, build: build(), decisions }, null, 1);
    const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    make("a", { href: address, download: `decisions-${build()}.json` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  }

  function tell() {
    const count = Object.keys(ticked()).length;
    for (const bar of document.querySelectorAll("[data-nr-done]")) {
      bar.querySelector("[role=status]").textContent = `${count} ticked off.`;
      bar.querySelector("button").disabled = count === 0;
    }
  }

  function bar(place) {
    const button = make("button", {
      type: "button",
      className: "nr-button",
      textContent: "Download what I ticked off",
    });
    button.addEventListener("click", download);
    place.append(button, " ", make("span", { role: "status", className: "nr-quiet" }));
  }

  function once(selector, name, mount) {
    for (const element of document.querySelectorAll(selector)) {
      if (element.dataset[name] === "ready") continue;
      element.dataset[name] = "ready";
      mount(element);
    }
  }

  function mount() {
    once("[data-nr-copy]", "nrCopy", copyable);
    if (!isOwner()) return; // a coach has nothing to tick off
    once("[data-action]", "nrTick", tick);
    once("[data-nr-done]", "nrDone", bar);
    tell();
  }

  if (document.readyState === "loading") addEventListener("DOMContentLoaded", mount);
  else mount();
  window.document$?.subscribe(mount);
})();
