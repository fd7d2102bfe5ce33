"""Who may read a build, and how another person and a day are shown to them."""

import hmac
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import sha256

from netreport.model.people import Person
from netreport.model.slugs import profile_url
from netreport.model.strategy import Sharing

FEWEST = 3  # people of the smallest group that anybody but the owner may see
MASK = "/as/"  # no profile has a "/" in its address, and no stand-in key begins so
SHORT = 8  # digits of a pseudonym; what joins tables is longer, so that no two people become one


class Audience(StrEnum):
    """Whom a build is for."""

    PRIVATE = "private"
    COACH = "coach"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Reader:
    """An audience, and what the owner allows it: `full` names, groups of at least `k`.

    `key`: the workspace's secret that pseudonyms are made with; never written out.
    """

    audience: Audience = Audience.PRIVATE
    full: bool = False
    k: int = 5
    key: bytes = field(default=b"", repr=False)

    def __post_init__(self) -> None:
        """Raise ValueError for groups of fewer than three, or pseudonyms that need no key."""
        if self.audience is Audience.PRIVATE:
            return
        if self.k < FEWEST:
            raise ValueError(f"groups of {self.k} hide nobody")
        if not self.key:
            raise ValueError("pseudonyms without a key can be guessed")

    @property
    def names(self) -> bool:
        """Whether names, titles, companies and days may be shown."""
        return self.audience is Audience.PRIVATE or (self.audience is Audience.COACH and self.full)

    @property
    def loud(self) -> bool:
        """Whether somebody but the owner reads full names, which a build must say loudly."""
        return self.audience is not Audience.PRIVATE and self.names


OWNER = Reader()


def reader_for(audience: Audience, allowed: Sharing, key: bytes) -> Reader:
    """Give the reader of a build, with what the strategy allows them."""
    match audience:
        case Audience.PRIVATE:
            return Reader(key=key)
        case Audience.COACH:
            return Reader(audience, allowed.coach.names == "full", allowed.coach.k, key)
        case Audience.PUBLIC:
            return Reader(audience, k=allowed.public.k, key=key)


@dataclass(frozen=True, slots=True)
class Shown:
    """A person as the reader sees one: what to call them, what they are, and where they are."""

    name: str
    detail: str = ""
    link: str = ""


def show(person: Person, reader: Reader) -> Shown:
    """Show a person to the reader. Raises PermissionError for the public, who sees nobody.

    Of somebody who goes by a pseudonym, title and company are told only where `limited` left them.
    """
    name = called(person, reader)
    if not (reader.names or person.key.startswith(MASK)):
        return Shown(name)
    told = [text for text in (person.position, person.company) if text]
    known = not person.key.startswith(("name:", MASK))
    return Shown(name, ", ".join(told), profile_url(person.key) if known else "")


def called(person: Person, reader: Reader) -> str:
    """Give what to call a person before the reader. Raises as `show`."""
    if reader.audience is Audience.PUBLIC:
        raise PermissionError("a public build shows nobody")
    if reader.names or person.key.startswith(MASK):
        return person.name
    return pseudonym(person.key, reader)


def mask(key: str, reader: Reader) -> str:
    """Give the key that stands for somebody's from here on: it joins tables and names nobody."""
    return key if key.startswith(MASK) else f"{MASK}{_digest(key, reader)}"


def pseudonym(key: str, reader: Reader) -> str:
    """Name a person so that only who has the workspace's key can tell who it is.

    HMAC-SHA256 over audience and profile: the same person has the same name in every build for
    that audience, and another one after a new key. Of a key that `mask` gave, the same name.
    """
    return f"Person {mask(key, reader).removeprefix(MASK)[:SHORT]}"


def _digest(key: str, reader: Reader) -> str:
    told = f"{reader.audience}\0{key}".encode()
    return hmac.new(reader.key, told, sha256).hexdigest()


def day(moment: date, reader: Reader) -> date:
    """Give a day as exactly as the reader may know it: the first of the month for others."""
    return moment if reader.names else moment.replace(day=1)
