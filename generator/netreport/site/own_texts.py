"""The owner's own Markdown in the report: looked at first, then a page, or a note under a section.

A text may hold what Markdown itself makes and nothing else: no HTML, no picture, no address but
of the web and of mail. So it can neither run nor load anything, nor stand in for a part of ours.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from html.parser import HTMLParser

import yaml
from markdown import Markdown
from markupsafe import Markup

from netreport.errors import Mistake, StrategyError
from netreport.model.own import OwnText
from netreport.pages.links import anchor
from netreport.site.resources import base_configuration

_BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr", "br", "div")
_LISTS = ("ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td")
_ELEMENTS = frozenset({*_BLOCKS, *_LISTS, "a", "code", "em", "strong"})
_ATTRIBUTES: Mapping[str, str] = {  # what an attribute of any element may be
    "href": r"(?:https?:|mailto:|#|[a-z0-9][a-z0-9_-]*\.md(?:#|$)).*",
    "title": r".*",
    "start": r"\d+",
    "style": r"text-align: (?:left|right|center);",
    "class": r"admonition(?: [a-z]+)*|admonition-title",
}
_HTML = "HTML, and a text of yours is plain Markdown"
_UNCHECKED = frozenset({"toc"})  # adds ids and links of its own


@dataclass(frozen=True, slots=True)
class Own:
    """What becomes of the texts: pages by path, their titles, notes by section.

    `links`: the file of each address that a text leads to.
    """

    pages: Mapping[str, str]
    titles: Mapping[str, str]
    notes: Mapping[str, Markup]
    links: Mapping[str, str]

    def note(self, section: str) -> Markup:
        """Give the owner's note under a section, or nothing."""
        return self.notes.get(section, Markup())


def own(texts: Iterable[OwnText], sections: Mapping[str, str]) -> Own:
    """Sort texts into pages and notes; `sections`: the id of each section by its names.

    Raises StrategyError with all mistakes of the first text that holds more than plain Markdown.
    """
    chosen = tuple(texts)
    links = {link: one.file for one in chosen for link in _links(one, _section(one, sections))}
    notes = {section: _note(one) for one in chosen if (section := _section(one, sections))}
    pages = {f"{one.name}.md": one for one in chosen if not _section(one, sections)}
    return Own(
        {path: _page(one) for path, one in pages.items()},
        {path: escape(one.title) for path, one in pages.items()},
        notes,
        links,
    )


def names(section: str, title: str) -> Mapping[str, str]:
    """Give the names that a note under a section can have: of its title, and its id."""
    return {anchor(title): section, section: section, section.replace("_", "-"): section}


def _section(text: OwnText, sections: Mapping[str, str]) -> str:
    return sections.get(text.name, "")


def _page(text: OwnText) -> str:
    front = yaml.safe_dump({"title": escape(text.title)}, allow_unicode=True)
    return f"---\n{front}---\n\n{text.body}"


def _note(text: OwnText) -> Markup:
    lines = (f"    {line}".rstrip() for line in text.body.strip().split("\n"))
    told = '\n\n!!! note "Your note"\n\n' + "\n".join(lines) + "\n"
    return Markup(told)  # noqa: S704 - looked at, and the owner's


def _links(text: OwnText, section: str) -> Sequence[str]:
    """Give the addresses that a text leads to; StrategyError for what it may not hold."""
    reader = _Reader(headings=not section)
    reader.feed(_markdown()(text.body))
    reader.close()
    if reader.faults:
        told = dict.fromkeys(_mistake(text, *fault) for fault in reader.faults)
        raise StrategyError(
            f"{text.file}: {reader.faults[0][1]}",
            remedy="write it in plain Markdown; see Your own pages in How to read this report",
            file=text.file,
            mistakes=tuple(told),
        )
    return reader.links


@cache
def _markdown() -> Callable[[str], str]:
    """Give what makes HTML of Markdown as the site will, but for the table of contents."""
    listed = yaml.safe_load(base_configuration().read_text("utf-8"))["markdown_extensions"]
    extensions = [one for one in listed if isinstance(one, str) and one not in _UNCHECKED]
    engine = Markdown(extensions=extensions)
    return lambda text: str(engine.reset().convert(text))


def _mistake(text: OwnText, needle: str, told: str) -> Mistake:
    """Place a mistake at the first line that shows it, or at the start of the text."""
    lines = enumerate(text.body.split("\n"), start=text.first)
    found = next((number for number, line in lines if needle in line.casefold()), text.first)
    return Mistake(found, 1, "", told)


class _Reader(HTMLParser):
    """Collects what a text may not hold, each with words of the source, and where it leads."""

    def __init__(self, *, headings: bool) -> None:
        super().__init__()
        self.faults: list[tuple[str, str]] = []
        self.links: list[str] = []
        self._headings = headings

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.faults.extend(self._wrong(tag, {name: value or "" for name, value in attrs}))

    def handle_comment(self, data: str) -> None:  # noqa: ARG002
        self.faults.append(("<!--", "an HTML comment; everybody who opens the page could read it"))

    def handle_decl(self, decl: str) -> None:  # noqa: ARG002
        self.faults.append(("<!", _HTML))

    def handle_pi(self, data: str) -> None:  # noqa: ARG002
        self.faults.append(("<?", _HTML))

    def unknown_decl(self, data: str) -> None:  # noqa: ARG002
        self.faults.append(("<!", _HTML))

    def _wrong(self, tag: str, attributes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        if tag == "img":
            yield "![", "a picture, which a text of yours cannot hold"
        elif tag not in _ELEMENTS:
            yield f"<{tag}", f"<{tag}> is {_HTML}"
        elif re.fullmatch("h[1-6]", tag) and not self._headings:
            yield "#", "a heading, which a note under a section cannot have"
        for name, value in attributes.items():
            if tag in _ELEMENTS and not re.fullmatch(_ATTRIBUTES.get(name, ""), value):
                yield _attribute(tag, name, value)
        if "href" in attributes:
            self.links.append(attributes["href"])


def _attribute(tag: str, name: str, value: str) -> tuple[str, str]:
    if tag == "a" and name == "href":
        told = "leads neither to the web nor to a page such as growth.md"
        return value.casefold(), f"the link {value!r} {told}"
    return f"<{tag}", f"<{tag}> is {_HTML}"
