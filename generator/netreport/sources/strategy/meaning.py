"""What somebody probably meant: the nearest known name, a number for "40 %", true for "yes"."""

import re
from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz, process

from netreport.model.places import COUNTRIES, MACRO_REGIONS
from netreport.sources.strategy.schema import Node
from netreport.sources.yaml import Plain

LIKE_ENOUGH = 70  # "idael" is 80 % "ideal"; "ignore" is 31 % "neutral"
LONGEST = 60
_BOOLEANS: Mapping[str, str] = {
    **dict.fromkeys(("yes", "on", "true", "y", "ja", "oui", "1"), "true"),
    **dict.fromkeys(("no", "off", "false", "n", "nein", "non", "0"), "false"),
}
_AMOUNT = re.compile(r"\s*([-+]?\d{1,15})(?:[.,](\d{1,15}))?\s*(%?)")
_ALSO_CALLED: Mapping[str, str] = {
    **{name.casefold(): code for code, name in COUNTRIES.items()},
    "uk": "GB",
    "england": "GB",
    "usa": "US",
    "asia": "APAC",
    "europe": "EMEA",
    "eu": "EMEA",
    "it": "Information Technology",
    "hr": "Human Resources",
    "ceo": "CXO",
    "c-level": "CXO",
    "vice president": "VP",
    "head": "Director",
}


def same(found: str, names: Iterable[str]) -> str | None:
    """Give the name that `found` means beyond doubt: in other case, or as people also call it."""
    return _by_what_it_is_called(names).get(_folded(found))


def closest(found: str, names: Iterable[str]) -> str | None:
    """Give the one name that `found` is most like, if it is like any."""
    called = _by_what_it_is_called(names)
    best = process.extractOne(
        _folded(found), called.keys(), scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH
    )
    return called[best[0]] if best else None


def closest_region(found: str, own: Iterable[str]) -> str | None:
    """Give the region or country that `found` probably means; `own` are the strategy's regions."""
    return closest(found, (*own, *MACRO_REGIONS, *COUNTRIES))


def guess(found: Plain, node: Node) -> str | None:
    """Give what to write instead of `found` where the schema has `node`, if that can be told."""
    match found, node:
        case str() | int(), {"type": "boolean"}:
            return _BOOLEANS.get(str(found).casefold())
        case str(), {"enum": list(words)}:
            close = closest(found, (str(word) for word in words))
            return f'"{close}"' if close else None
        case str() | int() | float(), {"type": "integer" | "number"}:
            return _number(found, node)
        case bool() | int() | float(), {"type": "string"}:
            return f'"{str(found).lower()}", with the quotes'
        case str() | int() | float(), {"type": "array"}:
            return f"[{found}]" if len(str(found)) < LONGEST else None
        case _:
            return None


def _number(found: str | float, node: Node) -> str | None:
    """Read "40 %", "0,5" and "5 hours" as people mean them, and 40 as 0.4 where 1 is the most."""
    read = _AMOUNT.match(str(found))
    if isinstance(found, bool) or not read:
        return None
    whole, fraction, percent = read.groups()
    amount = float(f"{whole}.{fraction or 0}")
    if percent or (node.get("maximum") == 1 and not isinstance(found, str)):
        amount /= 100
    return f"{amount:g}" if _fits(amount, node) else None


def _fits(amount: float, node: Node) -> bool:
    match node:
        case {"type": "integer"} if not amount.is_integer():
            return False
        case {"minimum": int() | float() as least, "maximum": int() | float() as most}:
            return least <= amount <= most
        case {"exclusiveMinimum": int() | float() as above, "maximum": int() | float() as most}:
            return above < amount <= most
        case _:
            return False


def _by_what_it_is_called(names: Iterable[str]) -> Mapping[str, str]:
    known = {_folded(name): name for name in names}
    also = {
        called: known[_folded(name)]
        for called, name in _ALSO_CALLED.items()
        if _folded(name) in known
    }
    return {**also, **known}


def _folded(text: str) -> str:
    return text.strip().casefold().replace("_", "-")
