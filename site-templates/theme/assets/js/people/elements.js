// The small parts of a page. Text enters as text: nothing here reads markup.
(function (people) {
  "use strict";

  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
    element.append(...children);
    return element;
  }

  function button(attributes, action, ...children) {
    const element = make("button", { type: "button", ...attributes }, ...children);
    element.addEventListener("click", action);
    return element;
  }

  /** A name or a title, whichever way it is written, kept apart from the words around it. */
  function foreign(text) {
    return make("bdi", {}, text);
  }

  /** A button that opens what belongs to it and closes whatever else is open around the list. */
  function disclosure(label, panel, onOpen) {
    const opener = button({ class: "nr-people__opener", "aria-expanded": "false" }, toggle, label);
    panel.hidden = true;
    panel.classList.add("nr-people__panel");
    const element = make("div", { class: "nr-people__disclosure" }, opener, panel);
    element.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !panel.hidden) {
        toggle();
        opener.focus();
      }
    });
    function toggle() {
      if (panel.hidden) closeOthers(element);
      panel.hidden = !panel.hidden;
      opener.setAttribute("aria-expanded", String(!panel.hidden));
      if (!panel.hidden) onOpen();
    }
    return { element, opener };
  }

  function closeOthers(element) {
    const all = element.closest("[role=search]"); // also those of the other bar, which would be covered
    const openers = all.querySelectorAll(".nr-people__disclosure > [aria-expanded=true]");
    for (const opener of openers) opener.click();
  }

  /** A labelled tick box. */
  function tick(label, isTicked, action, ...more) {
    const box = make("input", { type: "checkbox" });
    box.checked = isTicked;
    box.addEventListener("change", () => action(box.checked));
    return make("label", { class: "nr-people__tick" }, box, foreign(label), ...more);
  }

  // --- numbers and days, as people of the page's language write them

  const language = document.documentElement.lang;
  const numbers = inLanguage(Intl.NumberFormat, {});
  const days = inLanguage(Intl.DateTimeFormat, {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });

  function inLanguage(Format, options) {
    try {
      return new Format(language === "en" ? "en-GB" : language, options);
    } catch {
      return new Format("en-GB", options);
    }
  }

  function number(value) {
    return numbers.format(value);
  }

  function day(iso) {
    return days.format(new Date(`${iso}T00:00:00Z`));
  }

  /** A value as it is read, which is not always how links name it. */
  function written(column, place) {
    if (place === 0) return column.missing;
    const value = column.values[place];
    return column.kind === "number" ? number(value) : column.kind === "day" ? day(value) : value;
  }

  /** The address of somebody's profile, rebuilt; undefined where there is none. */
  function profileAddress(column, row) {
    const slug = column?.values[column.at[row]];
    if (!slug) return undefined;
    const escape = (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
    return `https://www.linkedin.com/in/${encodeURIComponent(slug).replace(/[!'()*]/g, escape)}`;
  }

  Object.assign(people, { button, disclosure, foreign, make, number, profileAddress, tick, written });
})((window.nrPeople ??= {}));
