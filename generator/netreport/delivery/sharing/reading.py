"""Reads one page of a built site: what it names, loads and links to.

Takes HTML as MkDocs wrote it, gives paths relative to the site's root.
"""

import posixpath
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

LINKS = {"a": "href", "img": "src"}


@dataclass(frozen=True, slots=True)
class Head:
    """What the document around a page says of it."""

    title: str
    language: str
    direction: str
    metas: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its HTML, its head, and the files it uses, in the order it names them."""

    html: str
    head: Head
    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    linked: tuple[str, ...]


def page(path: str, html: str) -> Page:
    """Read the page at `path`, with `/` between folders."""
    reader = _Reader(path)
    reader.feed(html)
    reader.close()
    head = Head(reader.title, reader.language, reader.direction, tuple(reader.metas))
    return Page(html, head, tuple(reader.styles), tuple(reader.scripts), tuple(reader.linked))


def plain(html: str) -> str:
    """Give the words of a piece of HTML, with single blanks between them."""
    reader = _Words()
    reader.feed(html)
    reader.close()
    return " ".join(" ".join(reader.words).split())


class _Reader(HTMLParser):
    """Collects; what stands in <noscript> is left out, as nobody sees it where scripts run."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self._folder = posixpath.dirname(path)
        self._unseen = self._titling = False
        self.title = self.language = self.direction = ""
        self.metas: list[tuple[str, str]] = []
        self.styles: list[str] = []
        self.scripts: list[str] = []
        self.linked: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        match tag:
            case "noscript":
                self._unseen = True
            case "title":
                self._titling = not self.title
            case "html":
                self.language = said.get("lang", "en")
            case "body":
                self.direction = said.get("dir", "ltr")
            case "meta" if said.get("name"):
                self.metas.append((said["name"], said.get("content", "")))
            case "link" if said.get("rel") == "stylesheet":
                self._note(self.styles, said.get("href", ""))
            case "script" if "src" in said:
                self._note(self.scripts, said["src"])
            case "a" | "img" if not self._unseen:
                self._note(self.linked, said.get(LINKS[tag], ""))

    def handle_endtag(self, tag: str) -> None:
        self._unseen = self._unseen and tag != "noscript"
        self._titling = self._titling and tag != "title"

    def handle_data(self, data: str) -> None:
        if self._titling:
            self.title += data

    def _note(self, paths: list[str], address: str) -> None:
        """Note the file behind an address, if it is one of the site's own."""
        parts = urlsplit(address)
        if not (parts.scheme or parts.netloc) and parts.path:
            paths.append(posixpath.normpath(posixpath.join(self._folder, unquote(parts.path))))


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)
