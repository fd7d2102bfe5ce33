"""Whose export it is: learned from invitations, or else from messages, and never from a name alone.

`Profile.csv` has a name and no address. The owner's address is on one side of every invitation;
where there are none, it takes part in more messages than any other.
"""

import polars as pl

from netreport.model.network import Issue, Owner
from netreport.model.slugs import folded_name
from netreport.sources.export.sheets import Sheet

_UNTOLD = "it cannot be told which of the people is the owner of the export"


def find_owner(
    profile: Sheet | None, invitations: Sheet | None, messages: Sheet | None
) -> tuple[Owner, tuple[Issue, ...]]:
    """Give the owner; the slug is None in exports without addresses, and where nobody can tell."""
    name = _profile_name(profile)
    slug, issues = _from_invitations(invitations)
    if slug is None:
        slug, issues = _from_messages(messages, name)
    return Owner(slug, name or _written_name(slug, invitations, messages)), issues


def _profile_name(profile: Sheet | None) -> str:
    if profile is None or profile.cells.is_empty():
        return ""
    first = profile.cells.row(0, named=True)
    return " ".join(part for part in (first["first_name"], first["last_name"]) if part)


def _from_invitations(sheet: Sheet | None) -> tuple[str | None, tuple[Issue, ...]]:
    """Give the address that stands on the owner's side; more than one is told."""
    counted = _ranked(sheet.cells["own_slug"]) if sheet else []
    if sheet is None or not counted:
        return None, ()
    several = f"the owner has {len(counted)} addresses: the most frequent one was taken"
    return counted[0][0], (Issue(sheet.name, 0, several),) if len(counted) > 1 else ()


def _from_messages(sheet: Sheet | None, name: str) -> tuple[str | None, tuple[Issue, ...]]:
    """Give who takes part in most messages, held against the profile's name."""
    if sheet is None:
        return None, ()
    cells = sheet.cells
    part = pl.concat([cells["sender"], cells["recipients"].explode()])
    counted = _ranked(part)
    if not counted:
        return None, ()
    for slug, _ in counted:
        if folded_name(name) in _names_of(slug, cells):
            return slug, ()
    alone = len(counted) == 1 or counted[0][1] > counted[1][1]
    if alone and (not name or not _names_of(counted[0][0], cells)):
        return counted[0][0], ()
    return None, (Issue(sheet.name, 0, _UNTOLD),)


def _names_of(slug: str, cells: pl.DataFrame) -> set[str]:
    """Give the names under which somebody wrote, as they are compared."""
    own = cells.filter(pl.col("sender") == slug)["sender_name"].drop_nulls().unique()
    return {folded_name(name) for name in own}


def _written_name(slug: str | None, invitations: Sheet | None, messages: Sheet | None) -> str:
    """Give the owner's name as invitations or messages have it, where there is no profile."""
    told: list[pl.Series] = []
    if invitations is not None:
        told.append(invitations.cells["own_name"])
    if messages is not None:
        own = pl.col("sender") == slug if slug else pl.col("direction") == "OUTGOING"
        told.append(messages.cells.filter(own)["sender_name"])
    return next((counted[0][0] for names in told if (counted := _ranked(names))), "")


def _ranked(values: pl.Series) -> list[tuple[str, int]]:
    """Count values, the most frequent first; equals in their own order."""
    counted = values.drop_nulls().rename("value").value_counts()
    return counted.sort("count", "value", descending=[True, False]).rows()
