"""What the Changes page says of two exports: the way from then to now, and its last step."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from html import unescape
from typing import Any

from netreport.model.history import Score
from netreport.model.report import Report
from netreport.model.results import Part, exactly
from netreport.model.settings import Settings
from netreport.pages import changes
from netreport.pages.overview import NUMBERS
from netreport.pages.writer import Writer
from netreport.places import Built
from netreport.site.build import Stamp
from netreport.site.render import render


def _walk(report: Report) -> Mapping[str, Part]:
    context: Mapping[str, Any] = changes.context(report, Writer())
    (answer,) = (one for one in context["answers"] if one.id == "changes_between")
    (walk,) = (one for one in answer.breakdowns if one.id == "changes-fit")
    return {part.label: part for part in walk.parts}


def _said_then(report: Report, fitting: int) -> Report:
    """Give the report of an owner to whom the older export was once told with this many."""
    (older,) = report.history.before
    said = Score(older.as_of, older.fingerprint, "an older strategy", "", {})
    said = replace(said, values={"effective_connections": exactly(fitting)})
    return replace(report, history=replace(report.history, recorded=(said,)))


def test_the_walk_starts_and_ends_where_the_history_does(demo: Built) -> None:
    history, walk = demo.report.history, _walk(demo.report)
    assert walk["Before"].estimate.value == history.before[-1].values[changes.FITTING].value
    assert walk["Now"].estimate.value == history.now.values[changes.FITTING].value
    assert changes.RULER not in walk


def test_a_changed_strategy_is_the_last_step_and_all_steps_add_up(demo: Built) -> None:
    """Told as 300 then, which today's strategy reads as more: the rest is the strategy's doing."""
    read = _walk(demo.report)["Before"].estimate.value
    walk = _walk(_said_then(demo.report, 300))
    assert walk["Before"].estimate.value == 300
    assert walk[changes.RULER].estimate.value == read - 300
    *steps, now = (part.estimate.value for part in walk.values() if not part.unknown)
    assert sum(steps) == now
    assert [*walk][-3:] == [changes.RULER, "Now", "Cannot be told now"]


def test_who_was_in_no_segment_says_so(demo: Built) -> None:
    context: Mapping[str, Any] = changes.context(demo.report, Writer())
    (moved,) = (one for one in context["kinds"] if one.title == "Moved into your segments")
    assert [one.before for one in moved.changes] == ["none of your segments"]


def test_a_number_with_three_exports_has_its_line_and_with_two_has_none(demo: Built) -> None:
    history = demo.report.history
    oldest = replace(history.before[0], as_of=date(2026, 4, 30))
    longer = replace(demo.report, history=replace(history, before=(oldest, *history.before)))
    stamp = Stamp("0", "", "", "")
    pages = render(longer, Writer(), Settings(), stamp).pages
    said = "30 Apr 2026: "
    moved = (
        unescape(pages["changes.md"]).partition("## Numbers that moved")[2].partition("\n## ")[0]
    )
    rows = [line for line in moved.splitlines() if line.startswith("| <a")]
    assert rows
    assert all(line.count("nr-spark") == 1 and said in line for line in rows)
    assert pages["index.md"].count("nr-spark") == len(NUMBERS)
    for page in ("changes.html", "index.html"):
        assert "nr-spark" not in (demo.site / page).read_text("utf-8")
