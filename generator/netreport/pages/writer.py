"""What it takes to write a page: in which locale, for whom, and in whose words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from netreport.audience import OWNER, Reader, called, day
from netreport.model.own import OwnWords
from netreport.model.people import Person
from netreport.pages.wording import Wording


@dataclass(frozen=True, slots=True)
class Writer:
    """A locale and a reader; `owner` signs prepared texts, `texts` are the owner's own.

    `own`: pages and notes of the owner's, and templates that replace ours.
    """

    wording: Wording = field(default_factory=Wording)
    reader: Reader = OWNER
    owner: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    own: OwnWords = field(default_factory=OwnWords)

    def day(self, moment: date) -> str:
        """Write a day, or its month where the reader may not know the day."""
        told = day(moment, self.reader)
        return self.wording.day(told) if self.reader.names else self.wording.month(told)

    def line(self, pieces: Iterable[str | Person]) -> str:
        """Write texts and people on one line, people as the reader may call them."""
        told = [one if isinstance(one, str) else called(one, self.reader) for one in pieces]
        return " ".join(map(str.strip, told))
