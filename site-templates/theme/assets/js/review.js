// Review: a coach's answers, and the owner's. Runs again after instant navigation, and where all
// pages are one file. A build that is for everybody has no seal, and nothing happens.
(function (review) {
  "use strict";

  if (!review.meta("seal")) return;

  function mount() {
    review.controls();
    review.bar.show();
  }

  function sync() {
    review.sync();
    review.bar.sync();
  }

  function start() {
    mount();
    review.subscribe(sync);
    review.bar.watch();
    addEventListener("storage", sync); // answered in another window
    window.document$?.subscribe(mount);
  }

  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
})((window.nrReview ??= {}));
