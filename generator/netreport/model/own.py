"""What the owner adds to a report in words: pages of their own, and notes under its sections."""

from dataclasses import dataclass
from pathlib import Path

READERS = ("private", "coach", "public")
"""Who may read a text, each of whom more people than the one before."""


@dataclass(frozen=True, slots=True)
class OwnText:
    """One Markdown file of the owner's.

    `name`: the file's without `.md`, `[a-z0-9][a-z0-9_-]*`. `body`: what stands below the front
    matter, whose first line is line `first` of the file. `reader`: the widest of READERS.
    """

    name: str
    title: str
    body: str
    first: int = 1
    reader: str = READERS[0]

    @property
    def file(self) -> str:
        """Give the file's name as messages have it."""
        return f"content/{self.name}.md"

    def may_read(self, reader: str) -> bool:
        """Whether a build for `reader`, one of READERS, shows this text."""
        return READERS.index(reader) <= READERS.index(self.reader)


@dataclass(frozen=True, slots=True)
class OwnWords:
    """All texts of the owner's, and the folder of templates that replace ours, if there is one."""

    texts: tuple[OwnText, ...] = ()
    templates: Path | None = None
