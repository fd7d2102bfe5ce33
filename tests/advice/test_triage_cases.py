"""The labelled decisions: what each strategy makes of a request, read all the way from its row."""

import csv
from collections.abc import Mapping
from pathlib import Path

import pytest

from made import AS_OF, days_ago, table
from netreport.advice import triage
from netreport.facts import invitations, pending
from netreport.model.strategy import Strategy
from netreport.model.tables import Table
from netreport.sources import strategy
from strategy_text import METRICS, SAMPLES

NOTES = {
    "none": None,
    "template": "I'd like to join your LinkedIn network.",
    "personal, no why": "Hi!",
    "personal, says why": "Hi Robin, great post on cold calls; I run inside sales in Perth and "
    "would like to compare notes",
}
STRATEGIES = {path.stem: path for path in SAMPLES}
with (Path(__file__).parent / "triage-cases.csv").open(encoding="utf-8", newline="") as stream:
    CASES = list(csv.DictReader(stream))

Case = Mapping[str, str]


def named(case: Case) -> str:
    return f"{case['strategy']}: {case['why']}"


def candidate(case: Case, wanted: Strategy) -> triage.Candidate:
    asked = {"person": "ann-example", "name": "Ann Example", "note": NOTES[case["note"]]}
    told = {"title": "title", "function": "function", "company": "company", "country": "location"}
    known = {column: case[field] or None for field, column in told.items()}
    waiting = [{"incoming": True, "sent_at": days_ago(1), **asked}]
    tables = {
        Table.REQUESTS: invitations.derive(table(Table.INVITATIONS, waiting), None, AS_OF),
        Table.ENRICHMENT: table(Table.ENRICHMENT, [{"person": "ann-example", **known}]),
    }
    (row,) = pending.derive(tables, wanted).iter_rows(named=True)
    return triage.candidate_of(row)


def test_there_are_nineteen_cases() -> None:
    assert len(CASES) == 19


@pytest.mark.parametrize("case", CASES, ids=named)
def test_the_rules_decide_as_labelled(case: Case) -> None:
    wanted = strategy.read(STRATEGIES[case["strategy"]], METRICS)
    decided = triage.decide(candidate(case, wanted), wanted)
    assert decided.decision == case["decision"], decided.hits
    assert decided.hits[0].reasons
    assert not decided.drawn
