"""What `netreport check` says of the owner's own pages, notes and templates."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import click

from netreport.cli.telling import listed, mistakes, shown
from netreport.errors import StrategyError
from netreport.model.own import OwnText
from netreport.places import Places
from netreport.site.looking import Looked, look
from netreport.sources import own_texts


def looked(places: Places) -> Looked:
    """Look at everything of the owner's; what cannot be used is among the faults, not raised."""
    texts, faults = own_texts.each(places.content) if places.content else ((), ())
    found = look(texts, places.templates)
    return replace(found, faults=(*faults, *found.faults))


def told(found: Looked) -> Mapping[str, object]:
    """Give what was found, for machines."""
    return {
        "pages": [{"file": one.file, "title": one.title, "for": one.reader} for one in found.pages],
        "notes": [
            {"file": one.file, "under": title, "for": one.reader} for one, title in found.notes
        ],
        "templates": list(found.templates),
        "warnings": list(found.warnings),
        "errors": list(_faults(found)),
    }


def print_found(found: Looked) -> None:
    """Print what becomes of each file, what is old, and what a build would not take."""
    for one in found.pages:
        click.echo(f"  {_named(one)} joins the menu as {shown(one.title)}{_reader(one)}")
    for one, title in found.notes:
        click.echo(f"  {_named(one)} is a note under {title}{_reader(one)}")
    for name in found.templates:
        click.echo(f"  site-templates/{shown(name)} stands in place of netreport's")
    listed("warning", found.warnings)
    listed("error", list(_faults(found)))


def _named(text: OwnText) -> str:
    return shown(text.file)


def _reader(text: OwnText) -> str:
    return {"private": "", "coach": ", a coach reads it too", "public": ", everybody reads it"}[
        text.reader
    ]


def _faults(found: Looked) -> Iterator[str]:
    for error in found.faults:
        yield from _lines(error)


def _lines(error: StrategyError) -> list[str]:
    """Give an error line by line, with file and place where it has them."""
    return mistakes(error.file, error.mistakes) or [f"{error.problem}; {error.remedy}"]
