"""What holds for every page, every number and every reader, on the demo network."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from netreport import pipeline
from netreport.audience import Audience, Limited, Reader, limited, pseudonym, show
from netreport.audience.masking import SHOWN
from netreport.audience.public.published import PUBLISHED
from netreport.audience.reader import mask
from netreport.cli.demo import demo_workspace
from netreport.cli.options import Named
from netreport.metrics import METRICS
from netreport.model.people import Person
from netreport.model.report import Report
from netreport.model.results import Measured
from netreport.model.settings import Settings
from netreport.model.tables import Table
from netreport.model.text import Untrusted, md
from netreport.pages import PAGES, pages_for
from netreport.pages.writer import Writer
from netreport.site.build import Source, Stamp
from netreport.site.render import render
from solver import Solver

K, KEY = 5, b"a secret of the tests"
READERS = {
    "private": Reader(),
    "coach": Reader(Audience.COACH, k=K, key=KEY),
    "coach with names": Reader(Audience.COACH, full=True, k=K, key=KEY),
    "public": Reader(Audience.PUBLIC, k=K, key=KEY),
}
EVERY = pytest.mark.parametrize("name", READERS)
MASKED = pytest.mark.parametrize("name", ["coach", "public"])


@pytest.fixture(scope="module")
def seen(demo: pipeline.Built) -> Mapping[str, Limited]:
    """Give the demo's report as each reader may see it."""
    return {name: limited(demo.report, one, {}) for name, one in READERS.items()}


@pytest.fixture(scope="module")
def rendered(seen: Mapping[str, Limited]) -> Mapping[str, Source]:
    """Give every reader's pages, written and not built."""
    stamp = Stamp("0" * 16, "", "", "")
    return {
        name: render(one.report, Writer(reader=READERS[name]), Settings(), stamp)
        for name, one in seen.items()
    }


@EVERY
def test_each_reader_gets_the_pages_that_are_for_them(
    name: str, rendered: Mapping[str, Source]
) -> None:
    wanted = {one.path for one in pages_for(READERS[name])}
    assert wanted == rendered[name].pages.keys() & {one.path for one in PAGES}
    assert ("shared.md" in wanted) == (name != "private")


@pytest.mark.parametrize("metric", METRICS)
@EVERY
def test_every_number_is_told_or_said_to_be_withheld(
    name: str, metric: str, seen: Mapping[str, Limited], rendered: Mapping[str, Source]
) -> None:
    answer = seen[name].report.answers[metric]
    text = "".join(rendered[name].pages.values())
    assert md(answer.metric.title) in text
    assert answer.withheld <= (name == "public")
    if name == "public":
        assert answer.withheld or metric in PUBLISHED


@EVERY
def test_no_table_that_pages_are_made_of_holds_what_somebody_wrote(
    name: str, seen: Mapping[str, Limited]
) -> None:
    tables = seen[name].report.network.tables
    for column in ("email", "text", "subject"):
        held = [frame for frame in tables.values() if column in frame.columns]
        if column == "subject":  # of a decision: a key
            held = [frame for frame in held if "decision" not in frame.columns]
        assert all(one.get_column(column).is_null().all() for one in held)
    assert Table.MESSAGES not in tables
    if name != "private":
        assert tables.keys() <= set(SHOWN)
        assert all("note" not in one.columns or _blank(one, "note") for one in tables.values())


def _blank(frame: pl.DataFrame, column: str) -> bool:
    return bool(frame.get_column(column).is_null().all())


@MASKED
def test_no_key_name_or_day_of_a_person_is_left_in_the_report(
    name: str, demo: pipeline.Built, seen: Mapping[str, Limited]
) -> None:
    report = seen[name].report
    people = demo.report.network.tables[Table.PEOPLE]
    known = set(people.get_column("person")) | set(people.get_column("name"))
    for frame in report.network.tables.values():
        for column in frame.select(pl.col(pl.String)).iter_columns():
            assert not known & set(column)
        for day in frame.select(pl.col(pl.Date, pl.Datetime)).iter_columns():
            assert (day.drop_nulls().dt.day() == 1).all()
    told = [one.person for one in report.advice.recommendations if one.person]
    assert not known & {one.key for one in told}
    assert not known & {str.__str__(one.name) for one in told}
    assert all(one.first_name is None for one in told)


def test_who_looks_alike_stands_in_no_order(seen: Mapping[str, Limited]) -> None:
    people = seen["coach"].report.network.tables[Table.PEOPLE].get_column("name").to_list()
    assert people == sorted(people)


def test_two_people_of_one_pseudonym_stay_two_people(monkeypatch: pytest.MonkeyPatch) -> None:
    """Eight digits are for reading; a longer key joins, which no two people share."""
    monkeypatch.setattr("netreport.audience.reader.SHORT", 1)
    keys = [f"person-{number}" for number in range(40)]
    reader = READERS["coach"]
    assert len({pseudonym(key, reader) for key in keys}) < len({mask(key, reader) for key in keys})
    assert all(pseudonym(mask(key, reader), reader) == pseudonym(key, reader) for key in keys)


def test_another_key_gives_everybody_another_pseudonym() -> None:
    one, other = READERS["coach"], Reader(Audience.COACH, k=K, key=b"another secret")
    assert pseudonym("ann-example", one) == pseudonym("ann-example", one)
    assert pseudonym("ann-example", one) != pseudonym("ann-example", other)


def test_the_public_is_told_of_nobody(seen: Mapping[str, Limited]) -> None:
    report = seen["public"].report
    assert report.network.tables == {}
    assert report.advice.recommendations == ()
    assert report.discussion.threads == {}
    assert not report.history.before
    with pytest.raises(PermissionError):
        show(Person("slug", Untrusted("Ann Example")), READERS["public"])


def test_all_that_the_public_reads_of_counts_is_rounded(seen: Mapping[str, Limited]) -> None:
    for answer in seen["public"].report.answers.values():
        if isinstance(answer.result, Measured):
            assert answer.result.evidence.used % K == 0
            assert answer.result.remarks == ()
            parts = [part for one in answer.result.breakdowns for part in one.parts]
            assert all(part.n % K == 0 and part.where is None for part in parts)
            assert not any(part.single or part.note for part in parts)


@pytest.fixture(scope="module")
def quarters(tmp_path_factory: pytest.TempPathFactory) -> tuple[Report, Report]:
    """Give the demo's reports of its two exports, a quarter apart."""
    with demo_workspace(Named(None, site=tmp_path_factory.mktemp("none") / "site")) as places:
        older, newer = sorted(places.exports, key=_day)
        one = pipeline.report(replace(places, exports=[older]))
        return one, pipeline.report(replace(places, exports=[newer]))


def _day(path: Path) -> str:
    month, day, year = path.stem.rsplit("_", 1)[1].split("-")
    return f"{year}{month}{day}"


def test_two_quarters_of_the_demo_hide_what_they_hide(quarters: tuple[Report, Report]) -> None:
    """The whole way: no hidden group comes out, and no number moves for fewer than five."""
    reader = READERS["public"]
    first = limited(quarters[0], reader, {})
    second = limited(quarters[1], reader, first.cells)
    small = 0
    for told, true in zip((first, second), quarters, strict=True):
        solver, hidden = _attacked(told.report, true)
        small += len(hidden)
        assert all(solver.choices(cell) >= K - 1 for cell in hidden)
    assert small
    moved = [
        cell for cell in first.cells.keys() & second.cells.keys() if _moved(cell, first, second)
    ]
    assert moved
    assert all(abs(second.cells[c].count - first.cells[c].count) >= K for c in moved)


def _moved(cell: str, first: Limited, second: Limited) -> bool:
    was, now = first.cells[cell].shown, second.cells[cell].shown
    return was != now and bool(was) and bool(now)


def _attacked(told: Report, true: Report) -> tuple[Solver, list[str]]:
    """Give an attacker all tables that add up, and the exact whole of each, by label."""
    solver, hidden = Solver(), []
    for metric, breakdowns in PUBLISHED.items():
        result, real = told.answers[metric].result, true.answers[metric].result
        if not isinstance(result, Measured) or not isinstance(real, Measured):
            continue
        said = {one.id: {p.label: p.estimate.value for p in one.parts} for one in result.breakdowns}
        for one in real.breakdowns:
            if one.id not in breakdowns or not one.whole:
                continue
            counts = {f"{one.id} {part.label}": part.estimate.value for part in one.parts}
            whole = sum(counts.values())
            solver.know(one.id, whole, whole)
            for part in one.parts:
                shown = said.get(one.id, {}).get(part.label)
                low, high = (0, whole) if shown is None else (max(K, shown - K + 1), shown + K - 1)
                solver.know(f"{one.id} {part.label}", low, high)
            solver.know_sum(one.id, counts)
            hidden += [cell for cell, count in counts.items() if 0 < count < K]
    solver.solve()
    return solver, hidden
