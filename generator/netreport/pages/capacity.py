"""The page about capacity and options: what the hours hold, and the ways out."""

from collections.abc import Mapping

from netreport.model.advice import Kind
from netreport.model.metrics import Topic
from netreport.model.report import Report
from netreport.model.results import Unit
from netreport.pages.actions import action
from netreport.pages.topic import about
from netreport.pages.writer import Writer


def context(report: Report, writer: Writer) -> Mapping[str, object]:
    """Give the plan of tidying up, the larger questions, and the answers of the topic."""
    plan, wording = report.advice.clean_up, writer.wording
    return {
        "options": [action(one, writer) for one in report.advice.of(Kind.OPTION)],
        "people": wording.count(plan.people) if plan.people else "",
        "hours": wording.value(plan.hours, Unit.HOURS),
        "days": wording.value(plan.days, Unit.DAYS),
        "weeks": wording.value(plan.weeks, Unit.WEEKS),
        "batches": [
            {
                "name": _titled(one.name),
                "certainty": one.certainty,
                "people": wording.count(one.people),
            }
            for one in plan.batches
        ],
        "kept": [{"why": why, "people": wording.count(count)} for why, count in plan.kept.items()],
        "destroys": list(plan.destroys),
        **about(Topic.CAPACITY)(report, writer),
    }


def _titled(batch: str) -> str:
    """Name "batch-1" as a page does."""
    return batch.replace("-", " ").capitalize()
