"""Which countries make up a region: takes a region's name, gives its countries, and the reverse.

The member lists stand in `areas.csv`. The regions that a report speaks of are those of
`model.places.MACRO_REGIONS` and the owner's own, which win over a list of the same name. The
other areas ("Europe", "Greater China") only say what a word in a title means.
"""

from collections.abc import Collection, Mapping
from functools import cache

from netreport.facts.regions.tables import table
from netreport.model.places import COUNTRIES, MACRO_REGIONS

Countries = frozenset[str]
"""Countries by their two letters."""

Own = Mapping[str, Collection[str]]
"""The owner's regions: name to countries."""

NO_OWN: Own = {}

EVERYWHERE: Countries = frozenset(COUNTRIES)


def members(region: str, own: Own) -> Countries:
    """Give the countries of a region, or the country itself.

    Raises KeyError for a name that is neither; the strategy file has been checked for that.
    """
    if region in own:
        return frozenset(own[region])
    known = areas().get(region)
    if known is None and region not in COUNTRIES:
        raise KeyError(region)
    return known if known is not None else frozenset({region})


def regions_of(countries: Countries, own: Own) -> frozenset[str]:
    """Give every region that holds all of the countries; none for no country."""
    if not countries:
        return frozenset()
    return frozenset(name for name in {*MACRO_REGIONS, *own} if countries <= members(name, own))


@cache
def areas() -> Mapping[str, Countries]:
    """Give the member lists of all areas, those made of other areas spelled out."""
    found: dict[str, Countries] = {}
    for row in table("areas.csv"):
        parts = row["members"].split("+")
        found[row["area"]] = frozenset(parts[0].split()).union(
            *(found[part.strip()] for part in parts[1:])
        )
    return found
