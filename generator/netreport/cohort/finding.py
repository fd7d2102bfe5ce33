"""Which folders of a folder are workspaces, and a sentence on each that is passed over."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from netreport.errors import UsageError
from netreport.model.text import clean
from netreport.workspace import STRATEGY, Workspace

DEEPEST = 2  # folders below which nested workspaces are looked for, to be told of


@dataclass(frozen=True, slots=True)
class Found:
    """The workspaces by name, and a sentence on each folder that looks like one but is not."""

    workspaces: Sequence[Workspace]
    passed_over: Sequence[str]


def find(folder: Path, only: Sequence[str] = ()) -> Found:
    """Give the workspaces that lie in `folder`; of those named `only`, if any are named.

    Raises UsageError where there is no such folder, workspace, or none at all.
    """
    if not folder.is_dir():
        raise UsageError(f"there is no folder {folder}", remedy="name the one with the workspaces")
    children = sorted(path for path in folder.iterdir() if path.name[0] != "." and path.is_dir())
    found = {path.name: Workspace(path) for path in children if _is_workspace(path)}
    if not found:
        raise UsageError(f"{folder} holds no workspace", remedy=_remedy(folder))
    for name in only:
        if name not in found:
            raise UsageError(
                f'{folder} holds no workspace "{clean(name)}"',
                remedy=f"name a folder in it that holds a {STRATEGY}",
            )
    wanted = [found[name] for name in found if not only or name in only]
    told = [sentence for path in children for sentence in _passed_over(path)]
    return Found(wanted, told)


def _is_workspace(path: Path) -> bool:
    return not path.is_symlink() and (path / STRATEGY).is_file()


def _remedy(folder: Path) -> str:
    if (folder / STRATEGY).is_file():
        return f"it is a workspace itself: build it with netreport build -w {folder}"
    return f"each workspace is a folder in it with a {STRATEGY}; make one with netreport init"


def _passed_over(path: Path) -> Iterator[str]:
    name = clean(path.name)
    if path.is_symlink():
        if (path / STRATEGY).is_file():
            yield f"{name} is a link to a workspace elsewhere, and is built where it lies"
        return
    if not _is_workspace(path) and (path / "exports").is_dir():
        yield f"{name} holds exports but no {STRATEGY}: netreport init makes one"
    nested = sum(1 for _ in _nested(path, DEEPEST))
    if nested:
        them = "another workspace" if nested == 1 else f"{nested} other workspaces"
        yield f"{name} holds {them}: netreport cohort on that folder builds what is in it"


def _nested(path: Path, depth: int) -> Iterator[Path]:
    with suppress(OSError):  # what may not be looked into is no business of ours
        for child in sorted(path.iterdir()) if depth else ():
            if child.is_dir() and not child.is_symlink():
                if (child / STRATEGY).is_file():
                    yield child
                yield from _nested(child, depth - 1)
