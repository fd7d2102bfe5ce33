"""What the owner's pages, notes and templates will become: looked at as a build does, not built."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from netreport.errors import Mistake, StrategyError
from netreport.metrics import METRICS
from netreport.model.own import OwnText
from netreport.pages import PAGES, WRITTEN
from netreport.site import overrides
from netreport.site.markdown import environment
from netreport.site.own_texts import Own, names, own


@dataclass(frozen=True, slots=True)
class Looked:
    """Texts that join the menu, notes with the title they stand under, templates that replace ours.

    `warnings`: sentences about what is old. `faults`: what a build would end with, each file's own.
    """

    pages: tuple[OwnText, ...] = ()
    notes: tuple[tuple[OwnText, str], ...] = ()
    templates: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    faults: tuple[StrategyError, ...] = ()


def sections() -> Mapping[str, str]:
    """Give every section under which a note can stand, by all the names that it has."""
    numbers = {
        name: id_ for one in METRICS.values() for name, id_ in names(one.id, one.title).items()
    }
    return numbers | {stem: stem for stem in _pages()}


def look(texts: Sequence[OwnText], templates: Path | None) -> Looked:
    """Look at every text and template, each by itself, so that all mistakes are told at once.

    What a template prints, and an anchor within a page, show only when a report is built.
    """
    known = sections()
    fine, faults = [], []
    for one in texts:
        try:
            fine.append((one, own([one], known)))
        except StrategyError as error:
            faults.append(error)
    there = {*_pages(), "full-report", *(one.name for one in texts)}
    faults += [error for one, made in fine for error in _lost(one, made, there)]
    looked = Looked(
        tuple(one for one, made in fine if made.pages),
        tuple((one, _title(known[one.name])) for one, made in fine if made.notes),
        faults=tuple(faults),
    )
    return _with_templates(looked, templates) if templates else looked


def _pages() -> Mapping[str, str]:
    """Give the title of every page of ours by its name, as files have it without their ending."""
    listed = (*((one.path, one.title) for one in PAGES), *WRITTEN)
    return {Path(path).stem: title for path, title in listed}


def _title(section: str) -> str:
    return METRICS[section].title if section in METRICS else _pages()[section]


def _lost(text: OwnText, made: Own, there: set[str]) -> Iterator[StrategyError]:
    for link in made.links:
        page, ending, _ = link.partition(".md")
        if ending and "/" not in page and page not in there:
            told = f"the link {link!r} leads to no page of the report"
            lines = enumerate(text.body.split("\n"), start=text.first)
            line = next((number for number, words in lines if link in words), text.first)
            yield StrategyError(
                f"{text.file}: {told}",
                remedy="name a page such as growth.md",
                file=text.file,
                mistakes=(Mistake(line, 1, "", told),),
            )


def _with_templates(looked: Looked, folder: Path) -> Looked:
    """Add the templates of the folder, in which one wrong name leaves the others unlooked at."""
    try:
        found = tuple(overrides.replaced(folder))
    except StrategyError as error:
        return replace(looked, faults=(*looked.faults, error))
    engine, faults = environment(folder), []
    for name in found:
        try:
            with overrides.blamed(folder):
                engine.get_template(name)
        except StrategyError as error:
            faults.append(error)
    return replace(
        looked,
        templates=found,
        warnings=tuple(overrides.outdated(folder)),
        faults=(*looked.faults, *faults),
    )
