"""Finished HTML passes Markdown by, which would read it letter by letter and leave it as it is.

A plugin that MkDocs is given for our own builds; what comes out is the same without it.
"""

import re
from collections.abc import Callable, Iterator
from html import unescape

from mkdocs.plugins import BasePlugin
from mkdocs.structure.pages import Page

_FIGURE = re.compile(
    r'<figure (?<=\n<figure )[^>]*data-search-exclude="">(?P<inside>.*?)</figure>', re.DOTALL
)
_EDGE = re.compile(r"<(?P<ends>/?)(?:div|dl)\b[^>]*>")
_ATTRIBUTES = r"""(?:[ \n]+[^\s"'<>/=]+(?:="[^"<>]*")?)*"""
_ODD = re.compile(rf"<(?:!|(?:div|dl|figure)\b(?!{_ATTRIBUTES}>))")
_BLANK = re.compile(r"\n +\n")
_CHANGED = "\t\r\x02\x03"  # letters for which Markdown writes others, or none
_ID = re.compile(r' id="([^"]+)"')

Span = tuple[int, int]


class Bypass(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Keeps the insides of blocks of HTML, and has a mark hold the place of each.

    Those of blocks come back before the search reads a page; those of charts, which it leaves out,
    when the page is done. A page in which blocks are not plain to see goes the long way.
    """

    def __init__(self) -> None:
        super().__init__()
        self._kept: list[str] = []

    def on_page_markdown(self, markdown: str, **_: object) -> str:
        """Take out what is finished."""
        if _is_odd(markdown):
            return markdown
        return self._taken("block", _blocks, self._taken("chart", _charts, markdown))

    def on_page_content(self, html: str, *, page: Page, **_: object) -> str:
        """Put blocks back, and tell MkDocs of the anchors in what it has not read."""
        whole = self._whole("block", html)
        ids = {unescape(name) for name in _ID.findall(self._whole("chart", whole))}
        page.present_anchor_ids = (page.present_anchor_ids or set()) | ids
        return whole

    def on_post_page(self, output: str, **_: object) -> str:
        """Put charts back."""
        return self._whole("chart", output)

    def _taken(self, kind: str, spans: Callable[[str], Iterator[Span]], text: str) -> str:
        pieces, at = [], 0
        for start, end in spans(text):
            pieces += [text[at:start], f'<i data-nr-{kind}="{len(self._kept)}"></i>']
            self._kept.append(text[start:end])
            at = end
        return "".join([*pieces, text[at:]])

    def _whole(self, kind: str, text: str) -> str:
        mark = rf'<i data-nr-{kind}="(\d+)"></i>'
        return re.sub(mark, lambda found: self._kept[int(found[1])], text)


def _is_odd(text: str) -> bool:
    """Tell whether blocks are not plain to see, or Markdown would not leave them as they are."""
    changed = any(letter in text for letter in _CHANGED)
    return changed or bool(_BLANK.search(text) or _ODD.search(text))


def _charts(text: str) -> Iterator[Span]:
    return (found.span("inside") for found in _FIGURE.finditer(text))


def _blocks(text: str) -> Iterator[Span]:
    """Give the inside of each block that begins a line and lies in no other."""
    depth, start = 0, None
    for edge in _EDGE.finditer(text):
        if not edge["ends"] and not depth:
            start = edge.end() if text.endswith("\n", 0, edge.start()) else None
        depth = max(0, depth - 1) if edge["ends"] else depth + 1
        if not depth and start is not None:
            yield start, edge.start()
            start = None
