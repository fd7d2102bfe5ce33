// Where the browser keeps nothing, Material's scripts would stop at their first line: give them a
// store that lasts as long as the page. Stands before every other script.
(() => {
  "use strict";
  for (const name of ["localStorage", "sessionStorage"]) {
    try {
      window[name].getItem("");
    } catch {
      const kept = new Map();
      const store = {
        getItem: (key) => kept.get(String(key)) ?? null,
        setItem: (key, value) => void kept.set(String(key), String(value)),
        removeItem: (key) => void kept.delete(String(key)),
        clear: () => kept.clear(),
        key: (place) => [...kept.keys()][place] ?? null,
        get length() {
          return kept.size;
        },
      };
      Object.defineProperty(window, name, { value: store, configurable: true });
    }
  }
})();
