"""A location that somebody wrote down as such: a country, a region, or a line of a profile.

Takes "AU", "DACH", "Australia", "Greater Sydney Area" or "Austin, Texas, United States", gives
the countries, whether they were named, and the words. A place and the broader one after it are
one place; in an enrichment file "NA" is an empty cell and not North America.
"""

from netreport.facts.regions.atlas import EVERYWHERE, Countries, Own, areas, members
from netreport.facts.regions.evidence import Clue, Source
from netreport.facts.regions.reading import alternatives, mention, read, together
from netreport.facts.regions.tables import state_codes
from netreport.model.places import MACRO_REGIONS


def clue(location: str, source: Source, confidence: float, own: Own) -> Clue | None:
    """Give what a location says, or None if it is not understood."""
    location = location.strip()
    if source is Source.ENRICHMENT and location.casefold() == "na":
        return None
    if known := _by_name(location, own):
        countries, named = known
        return Clue(countries, countries, named, location, source, confidence)
    parts = [part.strip() for part in location.split(",")]
    if len(parts) > 1 and (codes := _by_code(parts[-1])):
        return _with_code(parts, codes, source, confidence, own)
    return _in_words(location, source, confidence, own)


def _by_name(location: str, own: Own) -> tuple[Countries, bool] | None:
    """Give the countries of a region's name or a country's letters, in any case."""
    names = {name.casefold(): name for name in (*EVERYWHERE, *areas(), *MACRO_REGIONS, *own)}
    name = "GB" if location.casefold() == "uk" else names.get(location.casefold())
    if name is None:
        return None
    return members(name, own), name in EVERYWHERE and name not in MACRO_REGIONS


def _by_code(part: str) -> Countries:
    """Give the countries of "TX", "DE" or "UK", as a state or as a country."""
    country = frozenset({"GB"}) if part == "UK" else frozenset({part}) & EVERYWHERE
    return country | state_codes().get(part, frozenset())


def _with_code(
    parts: list[str], codes: Countries, source: Source, confidence: float, own: Own
) -> Clue | None:
    """Let the places before "DE" or "CA" say whether it is a state or a country."""
    before = _in_words(", ".join(parts[:-1]), source, confidence, own)
    common = before.countries & codes if before else frozenset[str]()
    countries = common or codes
    return Clue(countries, countries, True, parts[-1], source, confidence)


def _in_words(location: str, source: Source, confidence: float, own: Own) -> Clue | None:
    text = read(location)
    if not text.hits:
        return None
    found = alternatives(location, [mention(text, hit, own) for hit in text.hits])
    countries, named, words = together(location, found)
    return Clue(countries, countries, named, words, source, confidence)
