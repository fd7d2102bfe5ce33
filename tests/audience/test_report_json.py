"""`report.json`: it follows the schema beside it, and what many share stands in it once."""

import json
from typing import Any

import jsonschema
import pytest

from netreport.audience import Audience
from netreport.pages.machine import recommendation_data, report_data
from netreport.pages.wording import Wording
from netreport.pages.writer import Writer
from netreport.pipeline import Built
from netreport.workspace import SITES
from tokened import Tokened


@pytest.mark.parametrize("audience", list(Audience))
def test_the_report_of_each_audience_follows_its_schema(
    audience: Audience, tokened: Tokened
) -> None:
    site = tokened.home / SITES[audience]
    report, schema = (
        json.loads((site / name).read_text("utf-8"))
        for name in ("report.json", "report.schema.json")
    )
    jsonschema.validate(report, schema)
    assert report["audience"] == audience


@pytest.fixture(scope="module")
def written(demo: Built) -> dict[str, Any]:
    return dict(report_data(demo.report, Writer(Wording(), demo.reader), "build"))


def test_every_reason_stands_once_and_no_recommendation_lost_one(
    demo: Built, written: dict[str, Any]
) -> None:
    """Each recommendation, its places looked up, says all that it says by itself."""
    writer = Writer(Wording(), demo.reader)
    alone = [recommendation_data(one, writer) for one in demo.report.advice.recommendations]
    together = [
        {
            **one,
            "reasons": [written["reasons"][place] for place in one["reasons"]],
            "would_change": [written["would_change"][place] for place in one["would_change"]],
        }
        for one in written["recommendations"]
    ]
    assert together == alone
    assert len(alone) > 100
    for name in ("reasons", "would_change"):
        told = [json.dumps(one) for one in written[name]]
        assert len(set(told)) == len(told) < len(alone) / 2


def test_what_is_decided_stands_where_something_is(demo: Built, written: dict[str, Any]) -> None:
    advised = demo.report.advice.recommendations
    told = {one["id"]: one for one in written["recommendations"]}
    assert {id_ for id_, one in told.items() if "decision" in one} == {
        one.id for one in advised if one.triage
    }
    decided = {one.id: str(one.decided.choice) for one in advised if one.decided}
    assert {id_: one["decided"] for id_, one in told.items() if "decided" in one} == decided
    assert decided
