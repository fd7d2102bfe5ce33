"""The plain data of a strategy file, seen so that wrong shapes look absent, and findings about it.

With it every contradiction is found in one run, whatever else is wrong with the file.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from netreport.sources.yaml import Keys, Plain

Group = dict[str, Plain]


class Severity(StrEnum):
    """An error stops the run; a warning says what is probably not meant."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """Two parts of a strategy that do not fit together, told at the key `path` leads to."""

    severity: Severity
    path: Keys
    message: str


def error(path: Keys, message: str) -> Finding:
    """Find something that cannot be meant, or that would silently never be used."""
    return Finding(Severity.ERROR, path, message)


def warning(path: Keys, message: str) -> Finding:
    """Find something that works but is probably not meant."""
    return Finding(Severity.WARNING, path, message)


@dataclass(frozen=True, slots=True)
class View:
    """Plain data by the keys that lead to it; what is absent or of another shape is left out."""

    data: Plain

    def at(self, *path: str | int) -> Plain:
        """Give the value at `path`, or None."""
        value = self.data
        for key in path:
            match value, key:
                case dict(), str():
                    value = value.get(key)
                case list(), int() if key < len(value):
                    value = value[key]
                case _:
                    return None
        return value

    def text(self, *path: str | int) -> str | None:
        """Give the text at `path`, or None."""
        value = self.at(*path)
        return value if isinstance(value, str) else None

    def number(self, *path: str | int) -> float | None:
        """Give the number at `path`, or None."""
        value = self.at(*path)
        return value if isinstance(value, int | float) and not isinstance(value, bool) else None

    def group(self, *path: str | int) -> Group:
        """Give the group of keys at `path`, or an empty one."""
        value = self.at(*path)
        return value if isinstance(value, dict) else {}

    def groups(self, *path: str | int) -> Iterator[tuple[Keys, Group]]:
        """Give each group in the list or group at `path`, with the keys that lead to it."""
        for key, value in _entries(self.at(*path)):
            if isinstance(value, dict):
                yield (*path, key), value

    def texts(self, *path: str | int) -> tuple[tuple[Keys, str], ...]:
        """Give each text in the list at `path`, with the keys that lead to it."""
        value = self.at(*path)
        listed = _entries(value) if isinstance(value, list) else ()
        return tuple(((*path, key), text) for key, text in listed if isinstance(text, str))

    def words(self, *path: str | int) -> tuple[str, ...]:
        """Give the texts in the list at `path`."""
        return tuple(text for _, text in self.texts(*path))

    def lists(self, path: Keys = ()) -> Iterator[Keys]:
        """Give the keys that lead to each list, at any depth."""
        value = self.at(*path)
        if isinstance(value, list):
            yield path
        for key, _ in _entries(value):
            yield from self.lists((*path, key))


def _entries(value: Plain) -> tuple[tuple[str | int, Plain], ...]:
    match value:
        case dict():
            return tuple(value.items())
        case list():
            return tuple(enumerate(value))
        case _:
            return ()
