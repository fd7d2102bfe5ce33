"""The files of an export, one by one: sorted out, opened, read, or told why not."""

import hashlib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from netreport.errors import ExportError
from netreport.model.network import Fate, FileReport, Issue
from netreport.model.tables import Table
from netreport.sources.export.archive import Archive, contents
from netreport.sources.export.catalogue import CORE_TABLES, READERS, Reader, reader_of, reason_of
from netreport.sources.export.decoding import RuinedError, Unreadable, decoded
from netreport.sources.export.places import (
    Folder,
    find_root,
    home,
    is_system_file,
    key_of,
    own_folder,
)
from netreport.sources.export.sheets import Sheet, refuse_ruin

TWIN = "endorsementreceivedinfo.csv"


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of the files: `sheets` by table, a report for every file, issues about files.

    `root`: the folder of the archive that is the export. `fingerprint`: over names and bytes read.
    """

    root: Folder
    sheets: Mapping[Table, tuple[Sheet, ...]]
    files: tuple[FileReport, ...]
    issues: tuple[Issue, ...]
    fingerprint: str

    def first(self, table: Table) -> Sheet | None:
        """Give the table's only file, or the first of several."""
        return next(iter(self.sheets.get(table, ())), None)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to become of the files before one is opened."""

    root: Folder
    readers: Mapping[str, tuple[Table, Reader]]
    reports: tuple[FileReport, ...]


def take_in(archive: Archive) -> Intake:
    """Read every file that a table comes from. Raises ExportError, see `read`."""
    plan = _plan(archive.names)
    sheets: dict[Table, tuple[Sheet, ...]] = defaultdict(tuple)
    files = list(plan.reports)
    told: list[Issue] = []
    digests = {}
    for member, content in contents(archive, plan.readers):
        name = _within(member, plan.root)
        table, reader = plan.readers[member]
        try:
            sheet = _checked(reader(decoded(name, content)), table)
        except Unreadable as error:
            files.append(_unreadable(name, table, error))
            continue
        except RuinedError as error:
            files.append(_ruined(name, table, error))
            told += error.issues
            continue
        sheets[table] += (sheet,)
        files.append(FileReport(name, Fate.READ, sheet.rows))
        digests[name] = hashlib.sha256(content).hexdigest()
    files.sort(key=lambda file: file.name)
    issues = (*_issues(files), *told)
    return Intake(plan.root, dict(sheets), tuple(files), issues, _fingerprint(digests))


def _plan(names: Iterable[str]) -> _Plan:
    known = list(names)
    root = find_root(known, _is_known)
    readers: dict[str, tuple[Table, Reader]] = {}
    reports: list[FileReport] = []
    taken: set[str] = set()
    for member in sorted(known, key=_named_exactly_first):
        folder, key = own_folder(member, root), key_of(member)
        reader = None if folder is None else reader_of(member, folder)
        if reader and not is_system_file(member) and (folder or key not in taken):
            readers[member] = reader
            taken.add(key)
        else:
            reports.append(_unopened(member, root, repeats=key in taken and folder == ""))
    return _Plan(root, dict(sorted(readers.items())), tuple(reports))


def _named_exactly_first(member: str) -> tuple[bool, str]:
    return (PurePosixPath(member).name not in READERS, member)


def _is_known(member: str) -> bool:
    folder = own_folder(member, home(member)) or ""
    return reader_of(member, folder) is not None or reason_of(member) is not None


def _unopened(member: str, root: Folder, *, repeats: bool) -> FileReport:
    """Say why a file is not opened."""
    name = _within(member, root)
    if is_system_file(member):
        return FileReport(name, Fate.LEFT_ALONE, None, "left there by a computer, not by LinkedIn")
    if own_folder(member, root) is None:
        return FileReport(name, Fate.REPORTED, None, "lies in a folder of its own")
    if repeats and key_of(member) == TWIN:
        return FileReport(name, Fate.LEFT_ALONE, None, "the same endorsements a second time")
    if repeats:
        return FileReport(name, Fate.REPORTED, None, "is a second file of its kind")
    reason = reason_of(member)
    if reason is not None:
        return FileReport(name, Fate.LEFT_ALONE, None, reason)
    return FileReport(name, Fate.REPORTED, None, "is not a file of LinkedIn's that we know")


def _checked(sheet: Sheet, table: Table) -> Sheet:
    """Refuse a file that is ruined as a whole; of the connections, one that comes to nothing."""
    if table is Table.CONNECTIONS and sheet.rows and sheet.cells.is_empty():
        raise Unreadable("has rows, and none of them can be read")
    return refuse_ruin(sheet)


def _unreadable(name: str, table: Table, error: Unreadable) -> FileReport:
    """Leave out a file that cannot be read; without the connections there is no report to make."""
    if table is Table.CONNECTIONS:
        raise ExportError(f"{name} {error.reason}", remedy=error.remedy) from None
    return FileReport(name, Fate.LEFT_OUT, None, f"{error.reason}; {error.remedy}")


def _ruined(name: str, table: Table, error: RuinedError) -> FileReport:
    """Leave out a file that is bad as a whole; a report that rests on it is not made at all."""
    if table in CORE_TABLES:
        raise error
    reason = f"{error.reason}, so the whole file is left out; {error.remedy}"
    return FileReport(name, Fate.LEFT_OUT, None, reason)


def _issues(files: Iterable[FileReport]) -> tuple[Issue, ...]:
    """Tell what was not read though somebody may miss it; files of a foreign folder as one."""
    strangers: dict[str, int] = defaultdict(int)
    issues = []
    for file in files:
        if file.fate is Fate.REPORTED and file.reason == "lies in a folder of its own":
            strangers[f"{PurePosixPath(file.name).parent}/"] += 1
        elif file.fate in {Fate.REPORTED, Fate.LEFT_OUT}:
            issues.append(Issue(file.name, 0, file.reason))
    for folder, count in strangers.items():
        issues.append(Issue(folder, 0, f"lies beside the export; files not read: {count}"))
    return tuple(issues)


def _within(member: str, root: Folder) -> str:
    """Give a member's name inside the export."""
    parts = PurePosixPath(member).parts
    inside = parts[len(root) :] if parts[: len(root)] == root else parts
    return unicodedata.normalize("NFC", "/".join(inside))


def _fingerprint(digests: Mapping[str, str]) -> str:
    """Hash names and bytes in the order of the names: neither archive nor order plays a part."""
    whole = hashlib.sha256()
    for name in sorted(digests):
        whole.update(f"{name}\0{digests[name]}\n".encode())
    return whole.hexdigest()
