"""Who came, who went and who stayed since the older export?"""

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from netreport import stats
from netreport.facts.counted import those
from netreport.model.history import Change, Doubt, Relevance
from netreport.model.metrics import Inputs, Metric, Topic
from netreport.model.results import (
    Breakdown,
    Estimate,
    Evidence,
    Form,
    Measured,
    Part,
    Reason,
    Result,
    Spread,
    Unit,
    Unknown,
    Where,
    exactly,
)
from netreport.model.tables import Table

EVENTS = {
    Change.JOB: "Another title or company",
    Change.MOVED_IN: "Into your segments",
    Change.MOVED_OUT: "Out of your segments",
    Change.WOKE: "Spoke again",
    Change.FELL_SILENT: "Fell silent",
    Change.RENAMED: "Another address",
}
BECAME = (  # people in both exports of whom the strategy says something else now
    ("Moved in", 1, Relevance.NO, Relevance.YES),
    ("Moved out", -1, Relevance.YES, Relevance.NO),
    ("Can be told now", 1, Relevance.UNTOLD, Relevance.YES),
    ("Cannot be told any more", -1, Relevance.YES, Relevance.UNTOLD),
)
FITTING = Where({"relevant": ("yes",)})
OLDER_EXPORT = "Put an older export into exports/; the newest is reported, the others give history."


@dataclass(frozen=True, slots=True)
class Shift:
    """People in both exports, in the newer only, in the older only, and the doubts about these.

    `hidden`: who may be in both, unseen in one of them. `renamed`: who may be one of the other
    side's under a new name and address.
    """

    kept: int
    gained: int
    lost: int
    hidden: int
    renamed: int

    @property
    def likeness(self) -> Estimate:
        """Give Jaccard's share of people in both; at most, as if all in doubt had stayed."""
        everybody = self.kept + self.gained + self.lost
        least = self.kept / everybody
        most = (self.kept + self.hidden + self.renamed) / (everybody - self.renamed)
        spread = Spread.LEFT_OUT if most > least else Spread.EXACT
        return Estimate(least, least, most, spread)


def measure(inputs: Inputs) -> Result:
    """Share of the people in either export who are in both."""
    people, changes = inputs[Table.PEOPLE], inputs.get(Table.CHANGES)
    if changes is None:
        return Unknown(Reason.ONE_EXPORT, "there is no older export with connections", OLDER_EXPORT)
    gained = people.join(_of(changes, Change.GAINED), on="person", suffix="_changed")
    lost = _of(changes, Change.LOST)
    if people.height + lost.height == 0:
        return Unknown(Reason.TOO_FEW, "neither export holds connections")
    shift = _shift(people, gained, lost)
    count = shift.kept + shift.gained + shift.lost
    return Measured(
        shift.likeness,
        Evidence(count, count, of="people in either export"),
        (
            _shifted(shift, people, gained),
            *_fitting(people, changes),
            _wanted(gained, lost),
            _events(changes, people, shift),
        ),
        (*_doubts(shift), _compared(gained, lost)),
    )


def _of(changes: pl.DataFrame, kind: Change) -> pl.DataFrame:
    return changes.filter(pl.col("kind") == kind)


def _shift(people: pl.DataFrame, gained: pl.DataFrame, lost: pl.DataFrame) -> Shift:
    """Count; whoever is here today and did not come since was here before."""
    came, went = gained.get_column("before"), lost.get_column("after")
    unseen = [str(Doubt.HIDDEN), str(Doubt.PERHAPS_HIDDEN)]
    renamed = str(Doubt.PERHAPS_RENAMED)
    return Shift(
        kept=people.height - gained.height,
        gained=gained.height,
        lost=lost.height,
        hidden=int(came.is_in(unseen).sum()) + int(went.is_in(unseen).sum()),
        renamed=min(int((came == renamed).sum()), int((went == renamed).sum())),
    )


def _shifted(shift: Shift, people: pl.DataFrame, gained: pl.DataFrame) -> Breakdown:
    stayed = people.join(gained, on="person", how="anti")
    rows = {
        "Stayed": those("In both exports", stayed, people),
        "Came": those("New since the older export", gained, people),
    }
    sides = {"Stayed": shift.kept, "Came": shift.gained, "Went": shift.lost}
    everybody = sum(sides.values())
    parts = tuple(
        Part(label, exactly(count), everybody, where=rows.get(label))
        for label, count in sides.items()
    )
    title = "Since the older export"
    return Breakdown("changes", title, Form.BARS, parts, of="people in either export", whole=True)


def _fitting(people: pl.DataFrame, changes: pl.DataFrame) -> tuple[Breakdown, ...]:
    """Walk from those who fitted then to those who fit now; nothing where nobody does or did."""
    relevant, steps = people.get_column("relevant"), _steps(people, changes)
    now = int(relevant.sum())
    before = now - sum(round(step.estimate.value) for step in steps)
    if not now and not before:
        return ()
    parts = (
        Part("Before", exactly(before), _told_then(people, changes), mark=True),
        *steps,
        Part("Now", exactly(now), relevant.count(), where=FITTING, mark=True),
        *_untold(relevant.null_count()),
    )
    caption = "In an ideal or good segment by today's strategy, then as now."
    title, of = "What moved: people who fit", "people of whom it can be told"
    return (Breakdown("changes-fit", title, Form.WATERFALL, parts, of, caption),)


def _steps(people: pl.DataFrame, changes: pl.DataFrame) -> list[Part]:
    """Give who came, who went, and who became another; `n`: of whom it can be told."""
    gained, lost = _of(changes, Change.GAINED), _of(changes, Change.LOST)
    came, went = _relevant(gained), _relevant(lost)
    rows = _rows("Came", gained.filter("relevant"), people)
    return [
        Part("Came", exactly(came[0]), came[1], where=rows),
        Part("Went", exactly(-went[0]), went[1]),
        *_became(people, _of(changes, Change.RELEVANCE)),
    ]


def _became(people: pl.DataFrame, changed: pl.DataFrame) -> Iterator[Part]:
    for label, sign, was, became in BECAME:
        found = changed.filter(before=str(was), after=str(became))
        if found.height or Relevance.UNTOLD not in {was, became}:
            rows = _rows(label, found, people)
            yield Part(label, exactly(sign * found.height), found.height, where=rows)


def _rows(label: str, found: pl.DataFrame, people: pl.DataFrame) -> Where | None:
    return those(f"{label}: people who fit", found, people) if found.height else None


def _told_then(people: pl.DataFrame, changes: pl.DataFrame) -> int:
    """Count of whom it could be told in the older export: today's, less what changed since."""
    _, came = _relevant(_of(changes, Change.GAINED))
    _, went = _relevant(_of(changes, Change.LOST))
    became = _of(changes, Change.RELEVANCE)
    learnt = became.filter(before=str(Relevance.UNTOLD)).height
    forgot = became.filter(after=str(Relevance.UNTOLD)).height
    return people.get_column("relevant").count() - came + went - learnt + forgot


def _untold(count: int) -> tuple[Part, ...]:
    unsure = Where({"relevant": ("unknown",)})
    told = Part("Cannot be told now", exactly(count), count, where=unsure, unknown=True)
    return (told,) if count else ()


def _wanted(gained: pl.DataFrame, lost: pl.DataFrame) -> Breakdown:
    parts = []
    for label, side in (("Of those who came", gained), ("Of those who went", lost)):
        hits, known = _relevant(side)
        if known:
            share = stats.share(hits=hits, known=known, unknown=side.height - known)
            parts.append(Part(label, share, side.height, Unit.SHARE))
    caption = "By today's strategy: who came as they are now, who went as they were."
    title = "In an ideal or good segment"
    return Breakdown("changes-relevance", title, Form.BARS, tuple(parts), caption=caption)


def _relevant(side: pl.DataFrame) -> tuple[int, int]:
    known = side.get_column("relevant").drop_nulls()
    return int(known.sum()), known.len()


def _compared(gained: pl.DataFrame, lost: pl.DataFrame) -> str:
    compared = stats.compare(*_relevant(gained), *_relevant(lost))
    return f"Share relevant. {compared.sentence('those who came', 'those who went')}"


def _events(changes: pl.DataFrame, people: pl.DataFrame, shift: Shift) -> Breakdown:
    found = {label: _of(changes, kind) for kind, label in EVENTS.items()}
    parts = tuple(
        Part(label, exactly(one.height), shift.kept, where=those(label, one, people))
        for label, one in found.items()
    )
    title = "What happened to those who stayed"
    return Breakdown("changes-events", title, Form.BARS, parts, of="people in both exports")


def _doubts(shift: Shift) -> tuple[str, ...]:
    told = []
    if shift.hidden:
        told.append(
            f"Up to {shift.hidden} of those who came or went may have been there all along: "
            "LinkedIn leaves only the day of a hidden profile."
        )
    if shift.renamed:
        told.append(f"Up to {shift.renamed} who went may have come back under another name.")
    return tuple(told)


METRIC = Metric(
    id="changes_between",
    code="M21",
    topic=Topic.CHANGES,
    title="Still the same network",
    unit=Unit.SHARE,
    question="How many of the people of the older export and this one are in both?",
    formula="people in both exports / people in either (Jaccard), by profile address; somebody "
    "with a new address by name and day of connection",
    needs=frozenset({Table.PEOPLE}),
    uses=frozenset({Table.CHANGES}),
    measure=measure,
    claims=("S21",),
    source="Jaccard 1901; comparison: Newcombe 1998",
    minimum="two exports; 30 on each side to compare relevance",
    left_out="hidden and closed accounts; a new title is no new person",
)
