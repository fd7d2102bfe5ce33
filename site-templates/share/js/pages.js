// The pages: one stands in the document, the others wait as text.
(function (share) {
  "use strict";

  const PARTS = ["skip", "header-topic", "container"]; // of Material's page, those that differ
  const TOO_OLD = "This browser is too old to open the report: use a current one.";

  let site = null;
  let shown = "";

  /** Unpack the site: base64, then gzip, then JSON. */
  async function unpack(text) {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    const { pages, files, sections, data } = await new Response(stream).json();
    return { pages: new Map(Object.entries(pages)), files: new Map(Object.entries(files)), sections, data };
  }

  /** Put a page into the document, unless it is there, and tell its scripts. */
  function show(name) {
    if (name === shown) return;
    const page = new DOMParser().parseFromString(site.pages.get(name), "text/html");
    dress(page, name);
    for (const left of page.querySelectorAll("script, link, noscript")) left.remove();
    share.lead(name, page, site);
    page.querySelectorAll(".md-typeset table:not([class])").forEach(frame);
    if (shown) for (const part of PARTS) find(document, part)?.replaceWith(find(page, part));
    else document.body.replaceWith(page.body);
    document.title = page.title;
    shown = name;
    share.tell();
  }

  function find(page, part) {
    return page.querySelector(`[data-md-component=${part}]`);
  }

  /** Switch on the style sheets that a page names, and no others. */
  function dress(page, name) {
    const paths = [...page.querySelectorAll("link[rel=stylesheet]")].map((link) => {
      return new URL(link.getAttribute("href"), `site:/${name}`).pathname.slice(1);
    });
    for (const style of document.querySelectorAll("style[data-path]")) {
      style.disabled = !paths.includes(style.dataset.path);
    }
  }

  /** Let a wide table scroll in a frame of its own, as Material does. */
  function frame(table) {
    const outer = document.createElement("div"), inner = document.createElement("div");
    outer.className = "md-typeset__scrollwrap";
    inner.className = "md-typeset__table";
    table.replaceWith(outer);
    outer.append(inner);
    inner.append(table);
  }

  /** Follow a link inside the file. */
  function go(address) {
    const { search, hash } = new URL(address, location.href);
    const name = share.pageOf(search, site);
    share.header.close();
    if (name === shown && hash) {
      location.hash = hash;
      return;
    }
    try {
      history.pushState(null, "", address);
    } catch {
      // a viewer that lets nobody touch the address: the page is shown all the same
    }
    show(name);
    scrollTo({ top: 0, behavior: "instant" });
    if (!arrive(hash)) greet();
  }

  /** Go to an anchor the browser's own way, which also marks it as the target. */
  function arrive(hash) {
    const target = document.getElementById(share.decoded(hash.slice(1)));
    if (target && location.hash === hash) location.replace(location.href);
    return target;
  }

  /** Move the focus to the new page's heading, so that it is read. */
  function greet() {
    const heading = document.querySelector("article h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
  }

  function follow(event) {
    const link = event.target.closest?.("a[href]");
    const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!link || !isPlain || event.defaultPrevented) return;
    const address = share.addressIn(shown, link.getAttribute("href"), site);
    if (address === null) return;
    event.preventDefault();
    go(address);
  }

  /** Open every fold on paper, and close it again. */
  function unfold() {
    const closed = [...document.querySelectorAll("details:not([open])")];
    for (const fold of closed) fold.open = true;
    addEventListener("afterprint", () => closed.forEach((fold) => (fold.open = false)), { once: true });
  }

  async function open() {
    const packed = document.getElementById("nr-packed");
    try {
      site = await unpack(packed.textContent);
    } catch {
      document.getElementById("nr-opening").textContent = TOO_OLD;
      return;
    }
    for (const [name, rows] of Object.entries(site.data)) window.NR_DATA?.(name, rows);
    const here = () => show(share.pageOf(location.search, site));
    here();
    share.header.start(site.sections);
    arrive(location.hash);
    addEventListener("popstate", here);
    addEventListener("beforeprint", unfold);
    document.addEventListener("click", follow);
  }

  open();
})((window.nrShare ??= {}));
