"""Packs a built site: its pages, styles, scripts, search index and data, as one file needs them.

Takes a folder that `site.build` made, gives a `Packed`; writes nothing.
"""

import base64
import gzip
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from netreport.delivery.sharing import reading
from netreport.delivery.sharing.reading import Page
from netreport.errors import OutputError
from netreport.site import tree

FIRST = "index.html"
INDEX = "search/search_index.json"
DATA = "assets/data/"
CALL = "NR_DATA("
# Material's own scripts and the stand-in for a search worker: one file does both in its own way.
REPLACED = ("assets/javascripts/", "assets/js/iframe-worker.js")
KINDS = {  # not what this computer calls them: the same site gives the same bytes everywhere
    ".csv": "text/csv",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".webp": "image/webp",
}

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]


@dataclass(frozen=True, slots=True)
class Packed:
    """A site as one file carries it.

    `first`: the page that opens. `styles` and `scripts`: by path, in the order pages name them.
    `payload`: everything that is about the network, as JSON under gzip.
    """

    first: Page
    styles: Mapping[str, str]
    scripts: Mapping[str, str]
    payload: bytes


def pack(site: Path) -> Packed:
    """Pack the site in the folder `site`. Raises OutputError if no built site is there."""
    if not ((site / FIRST).is_file() and (site / INDEX).is_file()):
        raise OutputError(f"{site.name} holds no built report", remedy="run netreport build first")
    pages = _pages(site)
    scripts = _unique(path for page in pages.values() for path in page.scripts)
    styles = _unique(path for page in pages.values() for path in page.styles)
    payload: dict[str, Json] = {
        "pages": {path: page.html for path, page in pages.items()},
        "sections": _sections(site, pages),
        "files": _files(site, pages),
        "data": dict(_data(site / path) for path in scripts if path.startswith(DATA)),
    }
    return Packed(
        pages[FIRST],
        {path: (site / path).read_text("utf-8") for path in styles},
        {p: (site / p).read_text("utf-8") for p in scripts if not p.startswith((DATA, *REPLACED))},
        compressed(payload),
    )


def compressed(payload: Json) -> bytes:
    """Give JSON under gzip; the same payload gives the same bytes."""
    text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), compresslevel=9, mtime=0)


def _pages(site: Path) -> Mapping[str, Page]:
    """Give every page by path, the first one first."""
    paths = [path.relative_to(site).as_posix() for path in tree.files(site, ".html")]
    paths.sort(key=lambda path: path != FIRST)
    return {path: reading.page(path, (site / path).read_text("utf-8")) for path in paths}


def _unique(paths: Iterable[str]) -> Sequence[str]:
    return list(dict.fromkeys(paths))


def _sections(site: Path, pages: Mapping[str, Page]) -> Sequence[Json]:
    """Give what can be searched: MkDocs' own sections, as text, each with its page's title."""
    index = json.loads((site / INDEX).read_text("utf-8"))
    titles = {one["location"]: reading.plain(one["title"]) for one in index["docs"]}
    return [
        {
            "location": one["location"],
            "page": titles.get(one["location"].partition("#")[0], ""),
            "title": reading.plain(one["title"]),
            "text": reading.plain(one["text"]),
        }
        for one in index["docs"]
        if one["location"].partition("#")[0] in pages
    ]


def _files(site: Path, pages: Mapping[str, Page]) -> Mapping[str, str]:
    """Give the pictures and tables that pages link to, as `data:` addresses."""
    linked = _unique(path for page in pages.values() for path in page.linked)
    return {
        path: _address(site / path)
        for path in linked
        if path not in pages and not path.startswith("..") and (site / path).is_file()
    }


def _address(path: Path) -> str:
    kind = KINDS.get(path.suffix.lower(), "application/octet-stream")
    return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}"


def _data(path: Path) -> tuple[str, Json]:
    """Read the name and the rows from a script that does nothing but hand them to NR_DATA."""
    text = path.read_text("utf-8").strip()
    name, rows = json.loads(f"[{text.removeprefix(CALL).removesuffix(');')}]")
    return name, rows
