"""Templates of the owner's that replace ours, file by file, and whether ours have moved on.

A copy says in its first line which of our templates it was made from, by a hash of that text.
"""

import difflib
import hashlib
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from traceback import extract_tb

from jinja2 import TemplateError, TemplateSyntaxError

from netreport.errors import Mistake, StrategyError
from netreport.site.resources import templates

FOLDERS = ("pages", "macros", "metrics")
_MADE_FROM = re.compile(r"\{#-? From (\S+) of netreport, ([0-9a-f]{12})\b")


def names() -> Sequence[str]:
    """Give our templates that can be replaced, such as "pages/growth.md.j2"."""
    found = (path for folder in FOLDERS for path in (templates() / folder).glob("*.md.j2"))
    return sorted(path.relative_to(templates()).as_posix() for path in found)


def copied(name: str) -> str:
    """Give the text of one of ours as the owner's copy begins: with what it was made from."""
    return f"{{#- From {name} of netreport, {_hash(name)}; keep this line -#}}\n{_ours(name)}"


def difference(folder: Path, name: str) -> str:
    """Give what the owner's copy says differently from ours of today, line by line."""
    theirs = (folder / name).read_text("utf-8").splitlines(keepends=True)[1:]
    ours = _ours(name).splitlines(keepends=True)
    return "".join(difflib.unified_diff(ours, theirs, f"netreport's {name}", f"your {name}"))


def outdated(folder: Path | None) -> Sequence[str]:
    """Give a sentence for each copy that was not made from our template of today."""
    if folder is None:
        return ()
    return tuple(
        f"site-templates/{name} was not made from netreport's template of today; "
        f"see what differs with: netreport template --diff {name}"
        for name in replaced(folder)
        if not _is_current(folder, name)
    )


def replaced(folder: Path) -> Sequence[str]:
    """Give which templates the folder replaces.

    Raises StrategyError for a file that stands for none of ours: it would do nothing.
    """
    found = sorted(path for path in folder.rglob("*") if path.is_file() and path.name[0] != ".")
    listed = [path.relative_to(folder).as_posix() for path in found]
    known = names()
    for name in listed:
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            hint = f"did you mean {near[0]}? " if near else ""
            raise StrategyError(
                f"site-templates/{name}: netreport has no such template to change",
                remedy=f"{hint}List them with: netreport template".strip(),
                file=f"site-templates/{name}",
            )
    return listed


@contextmanager
def blamed(folder: Path | None) -> Iterator[None]:
    """Tell an error that comes from the owner's template as theirs, with its line.

    What a page of theirs may not hold, or where it leads in vain, has no line.
    """
    try:
        yield
    except RuntimeError as error:
        if folder is None or not replaced(folder):
            raise
        raise StrategyError(
            f"site-templates: what your templates print cannot stand in the report: {error}",
            remedy="mend them, or move the folder away to have netreport's own again",
        ) from error
    except (TemplateError, TypeError, ValueError, AttributeError, LookupError) as error:
        place = _place(error, folder) if folder else None
        if place is None:
            raise
        name, line = place
        told = str(error).split("\n", maxsplit=1)[0]
        raise StrategyError(
            f"site-templates/{name}:{line}: {told}",
            remedy="mend it, or delete the file to have netreport's own again",
            file=f"site-templates/{name}",
            mistakes=(Mistake(line, 1, "", told),),
        ) from error


def _place(error: Exception, folder: Path) -> tuple[str, int] | None:
    """Give the deepest line of a template in `folder` on the way to the error."""
    spots = [(frame.filename, frame.lineno or 1) for frame in extract_tb(error.__traceback__)]
    if isinstance(error, TemplateSyntaxError) and error.filename:
        spots.append((error.filename, error.lineno))
    for file, line in reversed(spots):
        if Path(file).is_relative_to(folder):
            return Path(file).relative_to(folder).as_posix(), line
    return None


def _is_current(folder: Path, name: str) -> bool:
    found = _MADE_FROM.match((folder / name).read_text("utf-8", "replace"))
    return found is not None and found.groups() == (name, _hash(name))


def _hash(name: str) -> str:
    return hashlib.sha256(_ours(name).encode()).hexdigest()[:12]


def _ours(name: str) -> str:
    return (templates() / name).read_text("utf-8")
