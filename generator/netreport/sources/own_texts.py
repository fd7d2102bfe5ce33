"""The owner's own Markdown: each file of `content/` is a page, or a note under a section.

Takes the folder, gives `OwnText`s. What a text may say is for the room of the site to look at.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from netreport.errors import Mistake, StrategyError
from netreport.model.own import READERS, OwnText
from netreport.model.text import clean
from netreport.sources import yaml

MOST = 100  # files
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*\Z")
_TITLE = re.compile(r"^# +(.+?)[ #]*$", re.MULTILINE)
_RESERVED = frozenset({"404", "full-report", "search"})
_FRONT = re.compile(r"---\n(.*?\n)?---(?:\n|\Z)", re.DOTALL)


def read(folder: Path) -> tuple[OwnText, ...]:
    """Give every text by name; StrategyError with all mistakes of the first that cannot be used."""
    texts, faults = each(folder)
    if faults:
        raise faults[0]
    return texts


def each(folder: Path) -> tuple[tuple[OwnText, ...], tuple[StrategyError, ...]]:
    """Give every Markdown file that can be used, by name, and why the others cannot.

    Nothing without the folder. Files whose names begin with a dot or an underscore are drafts.
    """
    if not folder.is_dir():
        return (), ()
    files = sorted(path for path in folder.glob("*.md") if path.name[0] not in "._")
    if len(files) > MOST:
        told = f"content/ holds {len(files)} files, and a report has at most {MOST} of them"
        return (), (StrategyError(told, remedy="join some of them"),)
    texts, faults = [], []
    for path in files:
        try:
            texts.append(_text(path))
        except StrategyError as error:
            faults.append(error)
    return tuple(texts), tuple(faults)


def _text(path: Path) -> OwnText:
    file = f"content/{path.name}"
    if not _NAME.match(path.stem) or path.stem in _RESERVED:
        raise StrategyError(
            f"{file}: the name cannot be that of a page",
            remedy="name it with small letters, digits and hyphens, such as my-rules.md",
            file=file,
        )
    if path.is_symlink():
        raise StrategyError(f"{file}: is a link", remedy="copy the file itself", file=file)
    text = yaml.read(path).replace("\r\n", "\n").replace("\r", "\n")
    found = _FRONT.match(text)
    body = text[found.end() :] if found else text
    said = _front(f"\n{found[1] or ''}", file) if found else {}
    return OwnText(
        path.stem,
        said.get("title") or _title(body) or path.stem.replace("-", " ").capitalize(),
        body,
        text.count("\n", 0, found.end() if found else 0) + 1,
        said.get("audience", READERS[0]),
    )


def _title(body: str) -> str:
    found = _TITLE.search(body)
    return clean(re.sub(r"[*_`]", "", found[1])) if found else ""


def _front(text: str, file: str) -> Mapping[str, str]:
    document = yaml.load(text, file)
    said = document.data if isinstance(document.data, dict) else {}
    mistakes = [
        Mistake(*document.positions.of_key((key,)), key, told)
        for key, value in said.items()
        for told in _wrong(key, value)
    ]
    if mistakes:
        raise yaml.refused(file, tuple(sorted(mistakes)))
    return {key: str(value) for key, value in said.items()}


def _wrong(key: str, value: yaml.Plain) -> Iterator[str]:
    if key not in {"title", "audience"}:
        yield "a page may say its title and its audience, nothing else"
    elif not isinstance(value, str):
        yield f"expected words, found {value}"
    elif key == "audience" and value not in READERS:
        yield f'expected one of {", ".join(READERS)}, found "{value}"'
