"""A last look at the finished pages: nothing in them that templates did not mean to put there."""

import re
from collections.abc import Collection, Iterator
from html.parser import HTMLParser
from pathlib import Path

from netreport.site import tree
from netreport.site.policy import script_hash, theme_hashes

FORBIDDEN = frozenset({"iframe", "form", "object", "embed", "base", "applet", "frame"})
OUTSIDE = re.compile(r"https://www\.linkedin\.com/in/[A-Za-z0-9%._~-]+")
LOADED = {"script": "src", "link": "href", "img": "src", "source": "src", "use": "href"}
KNOWN_FORMS = frozenset({"md-search__form", "md-header__option"})

_OPENS = r"<[a-zA-Z/!?]"  # any other "<" is a letter to every reader of HTML
_ATTRIBUTES = r"""(?:[ \n]+[^\s"'<>/=]+(?:="[^"<>]*")?)*[ \n]*"""
_SCRIPT = rf"<script{_ATTRIBUTES}>(?:(?!{_OPENS}).)*</script>"
_TAG = rf"<(?:!doctype html|/[a-z][a-z0-9-]*|(?!script\b)[a-z][a-z0-9-]*{_ATTRIBUTES}/?)>"
_PLAIN = re.compile(rf"({_SCRIPT}|{_TAG})", re.DOTALL)
_ODD = re.compile(_OPENS)
_LOOKED_AT = "|".join(sorted(FORBIDDEN | LOADED.keys() | {"meta"}))
_SUSPECT = re.compile(
    rf"""<(?:{_LOOKED_AT})\b|<a\b.*(?:[:&]|//)|[ \n]on|[ \n]id="(?:__|[^"]*&)""",
    re.DOTALL | re.IGNORECASE,
)


def verify(site: Path, links: Collection[str] = ()) -> None:
    """Raise RuntimeError, our mistake, for a page with anything that could run or be fetched.

    `links`: addresses elsewhere to which the owner's own texts lead.
    """
    for path in tree.files(site, ".html"):
        reader = _Reader(links)
        reader.feed(_suspects(path.read_text("utf-8")))
        if reader.faults:
            raise RuntimeError(f"{path.relative_to(site)}: {reader.faults[0]}")


def _suspects(page: str) -> str:
    """Give the tags of a page that could be at fault, and its scripts; reading all takes long.

    That is known only of a page in which nothing but plain tags and scripts begins with "<": any
    other is given whole.
    """
    pieces = _PLAIN.split(page)
    between, plain = "".join(pieces[::2]), pieces[1::2]
    if _ODD.search(between):
        return page
    suspects = set(filter(_SUSPECT.search, set(plain)))  # most tags stand on a page many times
    return "\n".join(tag for tag in plain if tag in suspects)


class _Reader(HTMLParser):
    """Collects the faults of one page; text inside <script> comes as data of its own."""

    def __init__(self, links: Collection[str]) -> None:
        super().__init__()
        self._links = links
        self.faults: list[str] = []
        self._in_script = False
        self._reserved: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.faults.extend(_faults(tag, attributes, self._links))
        self._note_reserved(attributes.get("id", ""))
        plain = attributes.get("type", "text/javascript") == "text/javascript"
        self._in_script = tag == "script" and "src" not in attributes and plain

    def handle_endtag(self, tag: str) -> None:
        self._in_script = self._in_script and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._in_script and data.strip() and script_hash(data) not in theme_hashes():
            self.faults.append("a script that is not the theme's")

    def _note_reserved(self, name: str) -> None:
        if name.startswith("__") and name in self._reserved:
            self.faults.append(f"a second element with the id {name}")
        self._reserved.add(name)


def _faults(tag: str, attributes: dict[str, str], links: Collection[str]) -> Iterator[str]:
    known_form = tag == "form" and KNOWN_FORMS & set(attributes.get("class", "").split())
    if tag in FORBIDDEN and not known_form:
        yield f"a <{tag}>"
    if any(name.startswith("on") for name in attributes):
        yield f"an event handler on <{tag}>"
    if tag == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
        yield "a page that sends its reader elsewhere"
    loaded = attributes.get(LOADED.get(tag, ""), "")
    if _leaves(loaded):
        yield f"<{tag}> loads from outside"
    target = attributes.get("href", "") if tag == "a" else ""
    if _leaves(target) and not OUTSIDE.fullmatch(target) and target not in links:
        yield "a link that leads outside"


def _leaves(address: str) -> bool:
    return bool(re.match(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", address, re.IGNORECASE)) and not (
        address.startswith("data:image/")
    )
