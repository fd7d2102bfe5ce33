// Addresses: where a link of a page leads when all pages are one file.
//
// The query names the page, so that the hash stays what the pages' own scripts read:
// report.html?people.html#?standing=core
(function (share) {
  "use strict";

  /** The page that a query names; the first one where it names none. */
  function pageOf(query, site) {
    let name = "";
    try {
      name = decodeURIComponent(query.slice(1));
    } catch {
      // no page has such a name
    }
    return site.pages.has(name) ? name : share.FIRST;
  }

  /** The address in this file of what a page links to, or null where it is no page of ours. */
  function addressOf(page, link, site) {
    const target = targetOf(page, link);
    return target && site.pages.has(target.name) ? `?${target.path}${target.hash}` : null;
  }

  /** The file behind a link or an image of a page, as a data: address, or null. */
  function fileOf(page, link, site) {
    const target = targetOf(page, link);
    return (target && site.files.get(target.name)) ?? null;
  }

  function targetOf(page, link) {
    try {
      const { protocol, pathname, hash } = new URL(link, `site:/${page}`);
      const path = pathname.slice(1);
      return protocol === "site:" ? { path, hash, name: decodeURIComponent(path) } : null;
    } catch {
      return null;
    }
  }

  /** Make the links and images of a page, not yet shown, lead inside this file. */
  function lead(page, content, site) {
    for (const link of content.querySelectorAll("a[href]")) {
      const written = link.getAttribute("href");
      const file = fileOf(page, written, site);
      link.setAttribute("href", addressOf(page, written, site) ?? file ?? written);
      if (file) link.setAttribute("download", written.split("/").pop());
    }
    for (const image of content.querySelectorAll("img[src]")) {
      const file = fileOf(page, image.getAttribute("src"), site);
      if (file) image.setAttribute("src", file);
    }
  }

  Object.assign(share, { FIRST: "index.html", addressOf, lead, pageOf });
})((window.nrShare ??= {}));
