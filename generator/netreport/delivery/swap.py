"""A finished site takes the place of the old one: whole, or not at all.

The new site is built in a private folder beside the target and moved in by one rename. Whatever
stops the process, the target is the whole old or the whole new site; the next run clears what
the last one left.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from netreport.delivery.exchange import exchange, put_back
from netreport.delivery.faults import explained
from netreport.errors import LockedError, OutputError
from netreport.site import tree

MARKER = ".netreport-site.json"


@contextmanager
def workshop(target: Path, protected: Sequence[Path] = ()) -> Iterator[Path]:
    """Hold `target` and give an empty private folder beside it, which is gone afterwards.

    Raises OutputError if `target` is none of ours, lies in a dangerous place or cannot be
    written, LockedError if another run has it. `protected`: paths it may neither be nor hold.
    """
    target = Path(os.path.abspath(target))  # noqa: PTH100 - resolve() would follow the symlinks
    with explained(target.name, "--site-dir"):
        refuse(target, protected)
        target.parent.mkdir(parents=True, exist_ok=True)
        with _held(target):
            _clear(target)
            folder = Path(tempfile.mkdtemp(prefix=f".{target.name}.new-", dir=target.parent))
            try:
                yield folder
            finally:
                _discard(folder, target)


def install(site: Path, target: Path, facts: Mapping[str, str]) -> None:
    """Put `site`, a folder in the workshop of `target`, in the target's place.

    `facts` go into the marker, which lists every file, so that the next run knows its own.
    """
    target = Path(os.path.abspath(target))  # noqa: PTH100 - as in workshop
    with explained(target.name, "--site-dir"):
        refuse(target, ())  # something may have been put there meanwhile
        mark(site, facts)
        exchange(site, target)


def mark(site: Path, facts: Mapping[str, str]) -> None:
    """Write the marker of a finished site: `facts`, and the list of its files, itself the last."""
    files = [path.relative_to(site).as_posix() for path in tree.files(site)]
    marked = {**facts, "files": [*(name for name in files if name != MARKER), MARKER]}
    (site / MARKER).write_text(json.dumps(marked, indent=1, ensure_ascii=False) + "\n", "utf-8")


def keep_out_of_git(site: Path) -> None:
    """Make git pass over everything in `site`, whatever repository it lies in."""
    (site / ".gitignore").write_text("*\n", "ascii")


def marker(target: Path) -> dict[str, object] | None:
    """Give what the marker of a built site says, or None where there is no readable marker."""
    try:
        found = json.loads((target / MARKER).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def refuse(target: Path, protected: Sequence[Path]) -> None:
    """Raise OutputError unless `target` is free, empty, or a site of ours and nothing else."""
    _refuse_place(target, protected)
    if not os.path.lexists(target):
        return
    if target.is_symlink() or not target.is_dir():
        raise OutputError(
            f"{target.name} is not a folder of its own",
            remedy="name another folder with --site-dir, or move it away",
        )
    with explained(target.name, "--site-dir"):
        foreign = _foreign(target)
    if foreign:
        raise OutputError(
            f"{target.name} holds {foreign}, which netreport did not write",
            remedy="name another folder with --site-dir, or move that file away",
        )


def _refuse_place(target: Path, protected: Sequence[Path]) -> None:
    real = target.resolve()
    for place in (Path.home(), Path.cwd(), *protected):
        if place.resolve().is_relative_to(real):
            raise OutputError(
                f"a site in {target.name or '/'} would replace a folder that you need",
                remedy="name a folder of its own with --site-dir",
            )
    for place in protected:
        if real.is_relative_to(place.resolve()) and place.is_dir():
            raise OutputError(
                f"a site in {target.name} would lie inside {place.name}, which is read",
                remedy="name a folder of its own with --site-dir",
            )


def _foreign(target: Path) -> str | None:
    """Give the first thing in `target` that its marker does not list."""
    found = marker(target)
    listed = found.get("files") if found else ()
    known = set(listed) if isinstance(listed, list) else set()
    for path in tree.entries(target):
        name = path.relative_to(target).as_posix()
        if (path.is_symlink() or not path.is_dir() or path.name == ".git") and name not in known:
            return name
    return None


@contextmanager
def _held(target: Path) -> Iterator[None]:
    holder = target.parent / f".{target.name}.holder"
    try:
        with FileLock(target.parent / f".{target.name}.lock", timeout=0):
            try:
                holder.write_text(str(os.getpid()))
                yield
            finally:
                holder.unlink(missing_ok=True)
    except Timeout:
        process = holder.read_text() if holder.exists() else "unknown"
        raise LockedError(
            f"another netreport run (process {process}) is writing {target.name}",
            remedy="wait until it has finished, or stop it",
        ) from None


def _clear(target: Path) -> None:
    """Remove what a run that was stopped has left; nobody else writes while we hold the lock."""
    begun = f".{target.name}.new-"
    for left in target.parent.iterdir():
        if left.name.startswith(begun):
            _discard(left, target)


def _discard(folder: Path, target: Path) -> None:
    """Remove a workshop, but not while it holds the only whole site."""
    with suppress(OSError):
        put_back(folder / target.name, target)
        shutil.rmtree(folder, ignore_errors=True)
