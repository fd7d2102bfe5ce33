"""An XLSX workbook becomes sheets of cells, by the standard library alone.

LinkedIn's workbooks are a few hundred rows of plain cells. Libraries for XLSX lay a sheet out in
full, so that one cell far away fills the memory; here a sheet is the cells that are there. Bytes
are counted as they are unpacked, a document type is refused before it can define anything, and
what links to other files or holds macros is none of LinkedIn's.
"""

import io
import math
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from netreport.errors import ExportError
from netreport.sources.export.zipped import Zipped, open_zip

MOST_BYTES = 16 * 1024**2
PART_BYTES = 4 * 1024**2
MOST_SHEETS = 30
LAST_COLUMN = 64
AGAIN = "download it from LinkedIn once more, and give it as it came"
_FOREIGN = ("xl/externallinks/", "xl/vbaproject.bin", "xl/macrosheets/")
_PLACE = re.compile(r"([A-Z]{1,3})[1-9]\d*")

Cell = str | float


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row that are not empty, by column from 0; `number` from 1."""

    number: int
    cells: Mapping[int, Cell]

    def text(self, column: int) -> str:
        """Give a cell as text; an empty text where there is none."""
        cell = self.cells.get(column, "")
        return cell if isinstance(cell, str) else f"{cell:.15g}"


@dataclass(frozen=True, slots=True)
class Worksheet:
    """One sheet, by the name on its tab."""

    name: str
    rows: tuple[Row, ...]


class _Plain(ET.TreeBuilder):
    """Builds a tree of a document without a type: a type could define entities without end."""

    def doctype(self, *_: str | None) -> None:
        raise ValueError("a document type")


def read_workbook(path: Path, content: bytes) -> tuple[Worksheet, ...]:
    """Give the sheets in their order. Raises ExportError for anything but a plain workbook."""
    if not content.startswith(b"PK"):
        raise _refused(path, "it is no Excel workbook (.xlsx)")
    try:
        archive = open_zip(path, io.BytesIO(content))
        return tuple(_worksheets(archive))
    except ExportError as error:
        raise _refused(path, error.problem) from None
    except (KeyError, IndexError, ValueError, LookupError, ET.ParseError):
        raise _refused(path, "a part of it is damaged") from None


def _refused(path: Path, problem: str) -> ExportError:
    return ExportError(f"{path.name} cannot be read: {problem}", remedy=AGAIN)


def _worksheets(archive: Zipped) -> Iterator[Worksheet]:
    if any(name.casefold().startswith(_FOREIGN) for name in archive.names):
        raise ExportError("it links to other files or holds macros", remedy=AGAIN)
    strings = _strings(archive)
    targets = _targets(archive)
    sheets = _part(archive, "xl/workbook.xml").findall("{*}sheets/{*}sheet")
    if len(sheets) > MOST_SHEETS:
        raise ExportError(f"it has more than {MOST_SHEETS} sheets", remedy=AGAIN)
    for sheet in sheets:
        relation = next((value for key, value in sheet.items() if key.endswith("}id")), "")
        tree = _part(archive, targets[relation])
        yield Worksheet(sheet.get("name", ""), tuple(_rows(tree, strings)))


def _part(archive: Zipped, name: str) -> ET.Element:
    parser = ET.XMLParser(target=_Plain())  # noqa: S314 - no document type passes
    parser.feed(archive.read(name, PART_BYTES))
    tree: ET.Element = parser.close()
    return tree


def _targets(archive: Zipped) -> dict[str, str]:
    relations = _part(archive, "xl/_rels/workbook.xml.rels").findall("{*}Relationship")
    return {
        relation.get("Id", ""): posixpath.normpath(
            posixpath.join("/xl", relation.get("Target", ""))
        ).lstrip("/")
        for relation in relations
    }


def _strings(archive: Zipped) -> list[str]:
    """Give the texts that cells refer to by number."""
    if "xl/sharedStrings.xml" not in archive.names:
        return []
    return [_text(item) for item in _part(archive, "xl/sharedStrings.xml").findall("{*}si")]


def _text(item: ET.Element) -> str:
    """Join the runs of a text; how it is pronounced is none of it."""
    runs = [*item.findall("{*}t"), *item.findall("{*}r/{*}t")]
    return "".join(run.text or "" for run in runs)


def _rows(tree: ET.Element, strings: list[str]) -> Iterator[Row]:
    number = 0
    for row in tree.findall("{*}sheetData/{*}row"):
        number = int(row.get("r", number + 1))
        cells = dict(_cells(row, strings))
        if cells:
            yield Row(number, cells)


def _cells(row: ET.Element, strings: list[str]) -> Iterator[tuple[int, Cell]]:
    column = -1
    for cell in row.findall("{*}c"):
        column = _column(cell.get("r", ""), column + 1)
        value = _value(cell, strings)
        if column < LAST_COLUMN and value not in (None, ""):
            yield column, value


def _column(place: str, following: int) -> int:
    """Give the column that "C7" names, from 0; a cell without a place follows the one before."""
    found = _PLACE.fullmatch(place)
    if found is None:
        return following
    column = 0
    for letter in found.group(1):
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


def _value(cell: ET.Element, strings: list[str]) -> Cell | None:
    """Give a text or a finite number; truths and errors are neither."""
    kind = cell.get("t", "n")
    written = cell.findtext("{*}v") or ""
    inline = cell.find("{*}is")
    if kind == "inlineStr" and inline is not None:
        return _text(inline).strip()
    if kind == "s":
        return strings[int(written)].strip()
    if kind == "str":
        return written.strip()
    number = float(written) if kind == "n" and written else math.nan
    return number if math.isfinite(number) else None
