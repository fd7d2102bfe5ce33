"""What a plain YAML file gives: data, and where each key and value of it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from netreport.errors import Mistake, StrategyError

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"
Keys: TypeAlias = tuple[str | int, ...]


class Spot(NamedTuple):
    """Where something stands in a file: line and column, counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Positions:
    """Where every key and every value of a file stands, by the keys that lead to it."""

    keys: Mapping[Keys, Spot]
    values: Mapping[Keys, Spot]

    def of(self, path: Keys) -> Spot:
        """Give the place of a value, or of the nearest thing around it."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, Spot(1, 1))

    def of_key(self, path: Keys) -> Spot:
        """Give the place of a key, or of the nearest thing around it."""
        return self.keys.get(path) or self.of(path)


class Document(NamedTuple):
    """A file as plain data, where things stand in it, and what it may not hold."""

    data: Plain
    positions: Positions
    mistakes: tuple[Mistake, ...] = ()


def dotted(path: Keys) -> str:
    """Give the keys that lead to a value as one word, such as `segments.1.fit`."""
    return ".".join(str(key) for key in path)


def refused(file: str, mistakes: tuple[Mistake, ...]) -> StrategyError:
    """Give the error that tells all mistakes of a file, the first of them as the problem."""
    first = mistakes[0]
    key = f"{first.key}: " if first.key else ""
    more = f" (and {len(mistakes) - 1} more)" if len(mistakes) > 1 else ""
    return StrategyError(
        f"{file}:{first.line}:{first.column}: {key}{first.message}{more}",
        remedy="correct this in a text editor, and save the file as UTF-8",
        file=file,
        mistakes=mistakes,
    )
