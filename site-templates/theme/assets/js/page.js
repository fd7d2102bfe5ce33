/* What Material leaves unsaid to screen readers. Runs again after instant navigation. */
(() => {
  "use strict";
  const NAMES = {
    ".md-search[role=dialog]": "Search",
    ".md-search__inner[role=search]": "Search this report",
  };

  function name() {
    for (const [selector, label] of Object.entries(NAMES)) {
      document.querySelector(selector)?.setAttribute("aria-label", label);
    }
  }

  if (document.readyState === "loading") addEventListener("DOMContentLoaded", name);
  else name();
  window.document$?.subscribe(name);
})();
