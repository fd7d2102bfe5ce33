"""Places in running text: takes a text, gives its hits, and how neighbouring hits belong together.

"Sydney, Australia" is one place, "Germany & Austria" are two, "Paris, Texas" is not in France.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from netreport.facts.regions import codes, gazetteer
from netreport.facts.regions.atlas import Countries, Own, members
from netreport.facts.regions.gazetteer import Hit, Kind, Name
from netreport.facts.regions.tables import state_codes
from netreport.facts.words import Word, split

_LINKS = frozenset({"&", "+", "/", "et", "y", "e", "en", "as well as", "sowie", "plus"})
_INTO = frozenset({"", ",", "(", "-", "–", "in", ", in", "/"})
_BROADER = frozenset({Kind.STATE, Kind.COUNTRY, Kind.AREA})


class Mention(NamedTuple):
    """A place that a text names. `start` and `end`: where; `named`: more than a region."""

    countries: Countries
    named: bool
    kind: Kind
    start: int
    end: int


class Text(NamedTuple):
    """A text, its words, and the places among them from left to right."""

    written: str
    words: tuple[Word, ...]
    hits: tuple[Hit, ...]


def is_silent(written: Sequence[str], plain: Sequence[str]) -> bool:
    """Say quickly that no place is among words, given as written and folded."""
    return codes.is_silent(written) and gazetteer.is_silent(plain)


def read(written: str) -> Text:
    """Find all names and codes of places in a text."""
    words = split(written)
    found = gazetteer.hits([word.folded for word in words])
    taken = {place for hit in found for place in range(hit.first, hit.last)}
    found += [hit for hit in codes.hits(written, words) if hit.first not in taken]
    found.sort(key=lambda hit: hit.first)
    return Text(written, words, tuple(_with_state_codes(written, words, found)))


def mention(text: Text, hit: Hit, own: Own) -> Mention:
    """Give what a hit names and where it stands."""
    name = hit.name
    countries = members(name.area, own) if name.area else name.countries
    start, end = text.words[hit.first].start, text.words[hit.last - 1].end
    return Mention(countries, not name.area, name.kind, start, end)


def alternatives(written: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Join mentions that say the same place twice; what is left are different places."""
    found: list[Mention] = []
    last: Mention | None = None
    for one in mentions:
        between = written[last.end : one.start].strip().casefold() if last else ""
        if last is None or between in _LINKS:
            found.append(one)
        elif (place := _same(found, one)) is not None:
            found[place] = _narrowed(found[place], one)
        elif last.kind in (Kind.CITY, Kind.STATE) and one.kind in _BROADER and between in _INTO:
            found[-1] = one
        else:
            found.append(one)
        last = one
    return found


def together(written: str, mentions: Sequence[Mention]) -> tuple[Countries, bool, str]:
    """Give the countries of all mentions, whether they were named, and the words."""
    countries = frozenset().union(*(one.countries for one in mentions))
    start, end = min(one.start for one in mentions), max(one.end for one in mentions)
    return countries, all(one.named for one in mentions), written[start:end]


def _same(found: Sequence[Mention], one: Mention) -> int | None:
    """Give the number of the mention that has countries in common with this one."""
    for place in range(len(found) - 1, -1, -1):
        if found[place].countries & one.countries:
            return place
    return None


def _narrowed(broad: Mention, one: Mention) -> Mention:
    common = broad.countries & one.countries
    decides = broad if common == broad.countries and broad.named else one
    return Mention(common, broad.named or one.named, one.kind, decides.start, decides.end)


def _with_state_codes(written: str, words: Sequence[Word], found: Sequence[Hit]) -> Iterable[Hit]:
    """Add the state in "Austin, TX": capitals right after a city."""
    for place, hit in enumerate(found):
        yield hit
        following = found[place + 1].first if place + 1 < len(found) else len(words)
        if hit.name.kind is Kind.CITY and hit.last < following:
            word = words[hit.last]
            between = written[words[hit.last - 1].end : word.start].strip()
            countries = state_codes().get(written[word.start : word.end])
            if countries and between in ("", ","):
                yield Hit(Name((word.folded,), Kind.STATE, countries), hit.last, hit.last + 1)
