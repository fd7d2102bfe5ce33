"""Segments that can never name anybody, names that nothing in the file explains, and doubles."""

from collections.abc import Iterable, Iterator

from netreport.facts.regions.atlas import NO_OWN, members
from netreport.model.places import COUNTRIES, MACRO_REGIONS
from netreport.sources.strategy.meaning import closest_region
from netreport.sources.strategy.view import Finding, Group, View, error, warning
from netreport.sources.strategy.wording import shown, unknown_name
from netreport.sources.yaml import Keys

CONDITIONS = (
    "function",
    "seniority",
    "company_list",
    "title_any",
    "company_any",
    "industry",
    "tag",
)


def ids(view: View) -> Iterator[Finding]:
    """Find two segments of one name."""
    seen: set[str] = set()
    for path, segment in view.groups("segments"):
        name = segment.get("id")
        if isinstance(name, str) and name in seen:
            yield error((*path, "id"), f"{shown(name)} is the id of an earlier segment as well")
        seen.add(str(name))


def regions(view: View) -> Iterator[Finding]:
    """Find regions that are no country, no known region and none of the strategy's own."""
    own = tuple(view.group("regions"))
    for path, name in _regions_named(view):
        if name not in COUNTRIES and name not in MACRO_REGIONS and name not in own:
            close = closest_region(name, own)
            hint = f' (did you mean "{close}"?)' if close else ""
            told = "expected a country by its two letters, a known region, or one of your own"
            yield error(path, f"found {shown(name)}, {told} under regions{hint}")


def never_matching(view: View) -> Iterator[Finding]:
    """Find title conditions that rule each other out."""
    for path, _ in view.groups("segments"):
        wanted = view.words(*path, "where", "title_any")
        banned = view.words(*path, "where", "title_none")
        if wanted and all(_holds_one(word, banned) for word in wanted):
            told = "nobody can match: each title in title_any is ruled out by title_none"
            yield error((*path, "where", "title_any"), told)


def shadowed(view: View) -> Iterator[Finding]:
    """Find segments that come too late, because an earlier one takes all of their people."""
    earlier: list[Group] = []
    for path, segment in view.groups("segments"):
        cover = next((one for one in earlier if _covers(View(one), View(segment))), None)
        if cover:
            name = shown(cover.get("id"))
            yield warning(path, f"can never name anybody: {name} comes first and takes the same")
        earlier.append(segment)


def wanted(view: View) -> Iterator[Finding]:
    """Find strategies that want nobody."""
    fits = [segment.get("fit") for _, segment in view.groups("segments")]
    if fits and not {"ideal", "good"} & {fit for fit in fits if isinstance(fit, str)}:
        yield warning(("segments",), "no segment is ideal or good, so that nobody can be relevant")


def overrides(view: View) -> Iterator[Finding]:
    """Find people who are put into a segment that is not there."""
    known = segment_ids(view)
    for path, person in view.groups("overrides", "people"):
        name = person.get("segment")
        if isinstance(name, str) and name not in known:
            yield error((*path, "segment"), unknown_name(name, known, "the id of a segment"))


def doubles(view: View) -> Iterator[Finding]:
    """Find words that stand twice in one list."""
    for path in view.lists():
        words = view.texts(*path) if path != ("invitations", "order") else ()
        seen: set[str] = set()
        for where, word in words:
            if word.strip().casefold() in seen:
                yield warning(where, f"{shown(word)} stands twice in this list")
            seen.add(word.strip().casefold())


def segment_ids(view: View) -> tuple[str, ...]:
    """Give the ids of the segments, in order."""
    names = (segment.get("id") for _, segment in view.groups("segments"))
    return tuple(name for name in names if isinstance(name, str))


def _regions_named(view: View) -> Iterator[tuple[Keys, str]]:
    for path, _ in view.groups("segments"):
        yield from view.texts(*path, "where", "region")
    for kind in ("companies", "people"):
        for path, override in view.groups("overrides", kind):
            if isinstance(name := override.get("region"), str):
                yield (*path, "region"), name


def _holds_one(title: str, banned: tuple[str, ...]) -> bool:
    return any(word.casefold() in title.casefold() for word in banned)


def _covers(first: View, later: View) -> bool:
    """Tell whether everybody whom `later` can take is already in `first`."""
    if not isinstance(first.at("where"), dict) or not isinstance(later.at("where"), dict):
        return False
    return (
        all(_as_wide(first, later, condition) for condition in CONDITIONS)
        and set(first.words("where", "title_none")) <= set(later.words("where", "title_none"))
        and _reaches(first, later)
        and (not first.at("where", "region") or _unknown(first) == _unknown(later))
    )


def _as_wide(first: View, later: View, condition: str) -> bool:
    if first.at("where", condition) is None:
        return True
    narrow = set(later.words("where", condition))
    return bool(narrow) and narrow <= set(first.words("where", condition))


def _reaches(first: View, later: View) -> bool:
    """Tell whether the regions of `first` hold all of those of `later`, as APAC holds AU."""
    if first.at("where", "region") is None:
        return True
    wide, narrow = first.words("where", "region"), later.words("where", "region")
    try:
        return bool(narrow) and _countries(narrow) <= _countries(wide)
    except KeyError:  # the owner's own regions, and names that are none
        return bool(narrow) and set(narrow) <= set(wide)


def _countries(names: Iterable[str]) -> frozenset[str]:
    return frozenset[str]().union(*(members(name, NO_OWN) for name in names))


def _unknown(segment: View) -> str:
    return segment.text("region_unknown") or "review"


CHECKS = (ids, regions, never_matching, shadowed, wanted, overrides, doubles)
