/* A stand-in for `new Worker(url)` on pages opened from disk, where browsers allow no workers.
   The worker's script runs in a hidden frame; messages pass both ways. Only search uses it. */
(() => {
  "use strict";
  if (location.protocol !== "file:") return;

  class IFrameWorker extends EventTarget {
    constructor(url) {
      super();
      this.waiting = [];
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      this.frame.title = "search worker";
      (document.body || document.documentElement).append(this.frame);
      const inside = this.frame.contentWindow;
      inside.postMessage = data => this.receive(data);
      inside.importScripts = (...urls) =>
        urls.reduce((before, next) => before.then(() => load(inside, next)), Promise.resolve());
      load(inside, url).then(() => this.flush(), reason => this.fail(reason));
    }

    postMessage(data) {
      if (this.waiting) this.waiting.push(data);
      else deliver(this.frame.contentWindow, data);
    }

    terminate() {
      this.frame.remove();
    }

    receive(data) {
      setTimeout(() => {
        const event = new MessageEvent("message", { data });
        this.dispatchEvent(event);
        if (this.onmessage) this.onmessage(event);
      });
    }

    flush() {
      const waiting = this.waiting;
      this.waiting = null;
      waiting.forEach(data => deliver(this.frame.contentWindow, data));
    }

    fail(reason) {
      const event = new ErrorEvent("error", { message: String(reason) });
      this.dispatchEvent(event);
      if (this.onerror) this.onerror(event);
    }
  }

  function load(inside, url) {
    return new Promise((done, failed) => {
      const script = inside.document.createElement("script");
      script.src = new URL(url, document.baseURI).href;
      script.onload = done;
      script.onerror = () => failed(new Error(`cannot load ${url}`));
      inside.document.body.append(script);
    });
  }

  function deliver(inside, data) {
    inside.dispatchEvent(new inside.MessageEvent("message", { data }));
  }

  window.IFrameWorker = IFrameWorker;
  window.Worker = IFrameWorker;
})();
