"""Names of people who do not exist, as people type them, and the profile addresses made of them."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from netreport.demo.chance import Chance
from netreport.demo.words import Texts, vocabulary

_LETTERS_WITHOUT_MARKS = str.maketrans(
    {"ł": "l", "ø": "o", "ß": "ss", "đ": "d", "æ": "ae", "ı": "i", "þ": "th", "ð": "d"}
)
_NO_PART_OF_AN_ADDRESS = re.compile(r"[^\w\s-]|_")
CREDENTIALS, CAPITALS, SMALL_LETTERS, TRAILING_BLANK = 0.13, 0.04, 0.02, 0.03
BLANKS = (" ", " ", "\N{NO-BREAK SPACE}")
EMAIL_SHOWN = 0.028
MEMBER_NUMBERS = 9_990_000_000  # invented ones start here


@dataclass(frozen=True, slots=True)
class Culture:
    """First and last names that go together."""

    first: Texts
    last: Texts


@dataclass(frozen=True, slots=True)
class Names:
    """Gives names away; no address twice, as on LinkedIn."""

    cultures: Mapping[str, Culture]
    endings: Texts
    taken: set[str] = field(default_factory=set)

    def draw(self, culture: str, by: Chance) -> tuple[str, str]:
        """Give a first and a last name; the same pair may come again."""
        names = self.cultures[culture]
        first, last = by.pick(names.first), by.pick(names.last)
        if by.happens(0.07) and first.isascii():
            first = f"{first} {chr(ord('A') + by.below(26))}."
        return first, last

    def address(self, first: str, last: str, by: Chance) -> str:
        """Give the end of a profile address that nobody else has."""
        base = address_form(f"{first} {last}")
        if by.happens(0.4):
            base = without_marks(base)
        slug = f"{base}-example"
        while by.happens(0.35) or address_key(slug) in self.taken:
            slug = f"{base}-example-{by.below(16**6):06x}"
        self.taken.add(address_key(slug))
        return slug

    def typed(self, first: str, last: str, by: Chance) -> tuple[str, str]:
        """Give the names as their owner typed them: mostly plainly."""
        if by.happens(CREDENTIALS):
            return first, last + by.pick(self.endings)
        if by.happens(CAPITALS):
            return first.upper(), last.upper()
        if by.happens(SMALL_LETTERS):
            return first.lower(), last.lower()
        return (first + by.pick(BLANKS) if by.happens(TRAILING_BLANK) else first), last


def names() -> Names:
    """Give the names of `names.toml`, all addresses free."""
    endings = vocabulary("habits", dict[str, Texts])["endings"]
    return Names(vocabulary("names", dict[str, Culture]), endings)


def address_form(name: str) -> str:
    """Give `name` as LinkedIn puts it into an address: lower case, hyphens, letters kept."""
    plain = _NO_PART_OF_AN_ADDRESS.sub("", unicodedata.normalize("NFC", name.lower()))
    return unicodedata.normalize("NFC", "-".join(plain.split()))


def without_marks(text: str) -> str:
    """Give `text` without accents; letters of other scripts stay as they are."""
    apart = unicodedata.normalize("NFKD", text.translate(_LETTERS_WITHOUT_MARKS))
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return bare if bare.isascii() else text


def address_key(slug: str) -> str:
    """Give the form in which two addresses of the same profile are equal."""
    return unicodedata.normalize("NFC", slug).casefold()


def email(first: str, last: str, by: Chance) -> str:
    """Give the address that the export shows: for most people none."""
    name = without_marks(address_form(f"{first} {last}")).replace("-", ".")
    if by.happens(0.001):
        return f"urn:li:member:{MEMBER_NUMBERS + by.below(10_000)}"
    if not name.isascii() or not by.happens(EMAIL_SHOWN):
        return ""
    return f"{name}@example.{by.pick(('com', 'org', 'net'))}"
