"""The page that reads the strategy back: what was said, who fits, and what the data can test."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from netreport.model.report import Report
from netreport.model.results import Where
from netreport.model.reviews import SECTIONS, section_id
from netreport.model.strategy import Segment, Strategy
from netreport.model.tables import Table
from netreport.pages.links import rows_of
from netreport.pages.wording import Wording
from netreport.pages.writer import Writer


@dataclass(frozen=True, slots=True)
class SegmentView:
    """One segment: its name, fit, conditions in words, and how many people stand in it."""

    name: str
    fit: str
    conditions: str
    people: str
    perhaps: str
    rows: str
    review: str = ""


@dataclass(frozen=True, slots=True)
class LineView:
    """One thing that a strategy should say, and whether this one does."""

    title: str
    said: str
    missing: bool
    review: str = ""


def context(report: Report, writer: Writer) -> Mapping[str, object]:
    """Give the strategy in words, with the people behind each segment."""
    strategy, people = report.strategy, report.network.tables.get(Table.PEOPLE)
    wording = writer.wording
    return {
        "objective": strategy.objective.statement,
        "opportunity": strategy.objective.opportunity_means,
        "segments": [
            _segment(segment, people, wording, report.discussion.segments.get(segment.id, ""))
            for segment in strategy.segments
        ],
        "lines": sections(strategy, wording),
        "testable": _testable(people, wording),
    }


def _segment(
    segment: Segment, people: pl.DataFrame | None, wording: Wording, review: str
) -> SegmentView:
    sure, perhaps = _counted(segment, people)
    return SegmentView(
        segment.name,
        str(segment.fit),
        conditions(segment),
        wording.count(sure),
        wording.count(perhaps) if perhaps else "",
        rows_of(Where({"segment": (segment.name,)})),
        review,
    )


def _counted(segment: Segment, people: pl.DataFrame | None) -> tuple[int, int]:
    if people is None:
        return 0, 0
    sure = people.filter(pl.col("segment") == segment.id).height
    possible = people.filter(pl.col("segments").list.contains(segment.id)).height
    return sure, possible - sure


def conditions(segment: Segment) -> str:
    """Say in words who belongs to a segment."""
    where = segment.where
    parts = {
        "work in": where.function,
        "level": where.seniority,
        "region": where.region,
        "at": where.company_list,
        "title says": where.title_any,
        "title does not say": where.title_none,
        "company says": where.company_any,
        "industry": where.industry,
        "tagged": where.tag,
    }
    said = [f"{word} {' or '.join(values)}" for word, values in parts.items() if values]
    return "; ".join(said) or "everybody"


def sections(strategy: Strategy, wording: Wording) -> list[LineView]:
    """Give what the strategy says, section by section."""
    capacity, content = strategy.engagement.capacity, strategy.content
    band = strategy.invitations.target_acceptance
    said = {
        "objective": strategy.objective.statement,
        "opportunity": strategy.objective.opportunity_means,
        "give": ", ".join(strategy.value_proposition.i_give),
        "want": ", ".join(strategy.value_proposition.i_want),
        "hours": wording.number(capacity.hours_per_week, 1),
        "topics": ", ".join(content.topics),
        "acceptance": "" if band is None else wording.share(band.rate),
        "relevance": _share(strategy.quality.min_relevance_share, wording),
        "channels": ", ".join(strategy.outreach.channel_names()),
    }
    return [
        LineView(SECTIONS[key], text or "not said", not text, section_id(key))
        for key, text in said.items()
    ]


def _share(value: float | None, wording: Wording) -> str:
    return "" if value is None else wording.share(value)


def _testable(people: pl.DataFrame | None, wording: Wording) -> str:
    if people is None or people.is_empty():
        return "The export holds no connections, so nothing of it can be tested."
    placed = people.drop_nulls("relevant").height
    share = wording.share(placed / people.height)
    total = wording.of(people.height, "connections")
    return (
        f"Of your {total}, {share} can be held against these segments. "
        "The others lack a title, a region or a company; they stay unknown and never count as no."
    )
