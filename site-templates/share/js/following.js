// Tells the pages' own scripts of each new page, under the name that they know from Material.
(function (share) {
  "use strict";

  const listeners = new Set();
  let isShown = false;

  window.document$ = {
    subscribe(listener) {
      listeners.add(listener);
      if (isShown) listener(document);
    },
  };

  share.tell = () => {
    isShown = true;
    for (const listener of listeners) listener(document);
  };
})((window.nrShare ??= {}));
