"""Parts that add up: which must be hidden, so that no small one can be worked out from the rest."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from netreport.audience.public.rounding import Rounding

ALONE = 1


def hidden(
    parts: Mapping[str, int], elsewhere: AbstractSet[str], rounding: Rounding
) -> frozenset[str]:
    """Give the names of the parts that are not told, by name and true count of each part.

    `elsewhere`: what is hidden in another table is hidden here as well.
    """
    found = {name for name, count in parts.items() if not rounding.of(name, count)}
    found |= elsewhere & parts.keys()
    rest = sorted(set(parts) - found, key=lambda name: (parts[name], name))
    while found and rest and not _covered(found, parts, rounding):
        found.add(rest.pop(0))
    return frozenset(found)


def _covered(found: set[str], parts: Mapping[str, int], rounding: Rounding) -> bool:
    """Say whether the hidden could be any count below k, for who knows the exact whole as well."""
    k, together = rounding.k, sum(parts[name] for name in found)
    if 0 < together < k or (together and len(found) == ALONE):
        return False
    shown = [rounding.of(name, count) for name, count in parts.items() if name not in found]
    whole = sum(parts.values())
    least = whole - sum(map(rounding.most, shown))
    most = whole - sum(map(rounding.least, shown))
    return most >= k - 1 and (least <= 0 or len(found) > ALONE)
