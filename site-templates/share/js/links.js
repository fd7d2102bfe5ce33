// Addresses: where a link of a page leads when all pages are one file.
//
// The query names the page, so that the hash stays what the pages' own scripts read:
// report.html?people.html#?standing=core
(function (share) {
  "use strict";

  /** The page that a query names; the first one where it names none. */
  function pageOf(query, site) {
    const name = decoded(query.slice(1));
    return site.pages.has(name) ? name : share.FIRST;
  }

  /** The address in this file of what a page links to, or null where it is no page of ours. */
  function addressOf(page, link, site) {
    const target = targetOf(page, link);
    return target && site.pages.has(target.name) ? `?${target.path}${target.hash}` : null;
  }

  /** The address in this file of a link as it stands in the document, or null where it leads out. */
  function addressIn(page, link, site) {
    const { protocol, host, pathname, search, hash } = parsed(link, location.href) ?? {};
    const isHere = protocol === location.protocol && host === location.host && pathname === location.pathname;
    return isHere ? search + hash : addressOf(page, link, site);
  }

  /** The file behind a link or an image of a page, as a data: address, or null. */
  function fileOf(page, link, site) {
    const target = targetOf(page, link);
    return (target && site.files.get(target.name)) ?? null;
  }

  function targetOf(page, link) {
    const { protocol, pathname, hash } = parsed(link, `site:/${page}`) ?? {};
    if (protocol !== "site:") return null;
    const path = pathname.slice(1);
    return { path, hash, name: decoded(path) };
  }

  function parsed(link, base) {
    try {
      return new URL(link, base);
    } catch {
      return null;
    }
  }

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
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

  Object.assign(share, { FIRST: "index.html", addressIn, decoded, lead, pageOf });
})((window.nrShare ??= {}));
