"""The owner of the demo network, and those of her files that hardly ever change."""

from dataclasses import dataclass

from netreport.demo.words import Texts, vocabulary


@dataclass(frozen=True, slots=True)
class FixedFile:
    """A file and its rows, the header first. `open`: no newline after the last row."""

    name: str
    rows: tuple[Texts, ...]
    open: bool = False


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose export it is. `member` is the number at the end of some file names."""

    first: str
    last: str
    slug: str
    member: str
    company: str
    file: tuple[FixedFile, ...]

    @property
    def name(self) -> str:
        """Give the name as LinkedIn shows it."""
        return f"{self.first} {self.last}"


def owner() -> Owner:
    """Give the owner of `owner.toml`."""
    return vocabulary("owner", Owner)
