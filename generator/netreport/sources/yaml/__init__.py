"""The plain part of YAML: keys, lists, text, numbers, true and false, and where each stands.

Takes text that a person wrote by hand, gives plain data with line and column of every key.
What YAML could do beyond that is refused: anchors, aliases, merge keys, tags, a second document.
Only `true` and `false` are booleans, so that `NO` is Norway; dates and `1:30` stay text.
"""

from pathlib import Path

from netreport.errors import Mistake, StrategyError
from netreport.sources.yaml.events import DEEPEST, Reader, events
from netreport.sources.yaml.plain import Document, Keys, Plain, Positions, Spot, dotted, refused

__all__ = [
    "DEEPEST",
    "LARGEST",
    "Document",
    "Keys",
    "Plain",
    "Positions",
    "Spot",
    "compose",
    "decode",
    "dotted",
    "load",
    "read",
    "refused",
]

LARGEST = 256 * 1024


def load(text: str, file: str) -> Document:
    """Give the plain data of `text` and the place of every key; `file` is for messages.

    Raises StrategyError with all mistakes for anything that is not plain YAML.
    """
    document = compose(text, file)
    if document.mistakes:
        raise refused(file, document.mistakes)
    return document


def read(path: Path) -> str:
    """Give the text of a file; StrategyError where it is absent, too large or not UTF-8."""
    try:
        raw = _start(path)
    except OSError as error:
        raise StrategyError(
            f"{path.name}: cannot be opened ({error.strerror})",
            remedy="check that you may read the file",
            file=path.name,
        ) from None
    return decode(raw, path.name)


def decode(raw: bytes, file: str) -> str:
    """Give the text of UTF-8 bytes; StrategyError for other encodings and more than 256 KB."""
    _refuse_large(len(raw), file)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        told = "this letter is not UTF-8"
        raise refused(file, (Mistake(line, column, "", told),)) from None


def compose(text: str, file: str) -> Document:
    """Give plain data even where a key stands twice or has a tag, with these as mistakes.

    Raises StrategyError where nothing sensible can be read.
    """
    _refuse_large(len(text.encode("utf-8", "replace")), file)
    reader = Reader(events(text, file), file)
    data = reader.whole()
    return Document(data, Positions(reader.keys, reader.values), tuple(sorted(reader.mistakes)))


def _refuse_large(size: int, file: str) -> None:
    if size > LARGEST:
        raise StrategyError(
            f"{file}: larger than {LARGEST // 1024} KB",
            remedy="keep long lists of people in people.csv",
            file=file,
        )


def _start(path: Path) -> bytes:
    """Give no more of a file than it takes to see that it is too large."""
    if not path.is_file():
        raise StrategyError(
            f"{path.name}: there is no such file",
            remedy="check the name and the folder, or make one with: netreport init my-network",
            file=path.name,
        )
    with path.open("rb") as opened:
        return opened.read(LARGEST + 1)
