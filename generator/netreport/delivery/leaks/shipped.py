"""What netreport itself says: the words and runs of words of everything that ships with it.

A name that stands in our own pages, styles or lists came from there, and not from an export. The
list of everyday English words lies among them (see NOTICE), and so do the months and days of every
language of a report, in `calendar.txt`. The invented people of the demo and of docstrings do not:
no site says what they say.
"""

import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import chain
from pathlib import Path

import polars as pl

from netreport.delivery.leaks import words
from netreport.site import resources

_SPEAKING = frozenset(
    {"model", "facts", "metrics", "advice", "audience", "pages", "site", "delivery"}
)
_PROSE = frozenset({".md", ".j2", ".html", ".js", ".css", ".json", ".yml"})
_LISTS = frozenset({".csv", ".txt"})
_APART = frozenset({"__pycache__", ".icons", "lunr"})
_LEARNED = ("facts", "titles", "model")
_FILLED = re.compile(r"\{\{[^{}]*\}\}|\{[^{}\n]*\}")  # what stands for a number, mostly
_QUOTE = re.compile(r'\b[fr]{1,2}"')
_UNSAID = re.compile(r'"""[\s\S]*?"""|#[^\n]*')  # docstrings and comments


@cache
def shipped() -> pl.Series:
    """Give the grams of netreport's own texts, its theme's included."""
    return words.known(pl.Series(list(_texts()), dtype=pl.String))


@cache
def said() -> pl.Series:
    """Give the runs of RUN words of netreport's own texts, every number the same."""
    return words.runs(pl.Series(list(_texts()), dtype=pl.String))


@cache
def files_shipped() -> frozenset[bytes]:
    """Give the SHA-256 of every file that a site holds as it ships: scripts, styles, fonts."""
    theme = Path(str(files("material"))) / "templates" / "assets"
    roots = (theme, resources.theme() / "assets")
    return frozenset(sha256(path.read_bytes()).digest() for path in chain(*map(_below, roots)))


def _texts() -> Iterator[str]:
    package = Path(str(files("netreport")))
    theme = Path(str(files("material"))) / "templates"
    rooms = [package / room for room in sorted(_SPEAKING)]
    roots = [*rooms, resources.templates(), resources.content(), theme]
    for path in (resources.base_configuration(), *chain.from_iterable(map(_below, roots))):
        yield from _said(path)


def _below(root: Path) -> Iterator[Path]:
    for path in root.iterdir():
        if path.is_dir() and path.name not in _APART and path.parts[-3:] != _LEARNED:
            yield from _below(path)
        elif path.is_file():
            yield path


def _said(path: Path) -> Iterator[str]:
    if path.suffix == ".py":
        code = _UNSAID.sub(" ", path.read_text("utf-8"))
        yield from (code, _FILLED.sub(" 0 ", _QUOTE.sub('"', code)))
    elif path.suffix in _PROSE:
        text = path.read_text("utf-8")
        yield from (text, _FILLED.sub(" 0 ", text))
    elif path.suffix in _LISTS:
        yield from path.read_text("utf-8").splitlines()
