"""Answers become threads: who decides, what is changed, gone or strange, and who agrees."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

import polars as pl
import pytest

from netreport.model.advice import Advice, CleanUp, Kind, Recommendation, Triage, Week
from netreport.model.decisions import Choice
from netreport.model.history import Score
from netreport.model.network import Network, Owner
from netreport.model.people import Person
from netreport.model.report import History, Report
from netreport.model.results import exactly
from netreport.model.reviews import (
    Answer,
    Concord,
    Item,
    Outcome,
    Progress,
    Review,
    Role,
    Sort,
    Stance,
    Thread,
)
from netreport.model.strategy import Decision
from netreport.model.tables import SCHEMAS, Table
from netreport.model.text import Untrusted
from netreport.reviewing.agreement import concords
from netreport.reviewing.following import follow
from netreport.reviewing.threads import threads

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
AGREE, DISAGREE, DISCUSS = Stance.AGREE, Stance.DISAGREE, Stance.DISCUSS


def said(
    stance: Stance | None, day: int = 0, comment: str = "", id_: str = "a", seen: str = ""
) -> Answer:
    return Answer(id_, stance, comment, NOON + timedelta(days=day), seen)


def by(name: str, *answers: Answer, role: Role = Role.COACH) -> Review:
    return Review("r.json", role, Untrusted(name), "b", "then", NOON, answers)


def item(id_: str = "a", state: str = "now", sort: Sort = Sort.RECOMMENDATION) -> Item:
    return Item(id_, sort, ("Do it",), state)


def written(choice: Choice, on: date | None) -> Mapping[Table, pl.DataFrame]:
    row = {"subject": "a", "kind": "review", "decision": str(choice), "decided_on": on}
    return {Table.DECISIONS: pl.DataFrame([row], schema=SCHEMAS[Table.DECISIONS])}


def one(*reviews: Review, tables: Mapping[Table, pl.DataFrame] | None = None) -> Thread:
    (found,) = threads(reviews, {"a": item()}, {}, tables or {})
    return found


@pytest.mark.parametrize(
    ("reviews", "outcome"),
    [
        ((by("C", said(AGREE)),), Outcome.AGREED),
        ((by("C", said(None, comment="why?")),), Outcome.OPEN),
        ((by("C", said(AGREE)), by("D", said(DISAGREE))), Outcome.OPEN),
        ((by("C", said(DISAGREE), said(AGREE, 1)),), Outcome.AGREED),
        ((by("C", said(DISAGREE)), by("", said(DISAGREE, 1), role=Role.OWNER)), Outcome.DECLINED),
        ((by("C", said(DISAGREE)), by("", said(AGREE, 1), role=Role.OWNER)), Outcome.AGREED),
        ((by("", said(AGREE), role=Role.OWNER), by("C", said(DISCUSS, 1))), Outcome.OPEN),
        ((by("", said(AGREE), role=Role.OWNER), by("C", said(AGREE, 1))), Outcome.AGREED),
    ],
)
def test_the_owner_decides_and_a_coach_opens_again(
    reviews: tuple[Review, ...], outcome: Outcome
) -> None:
    assert one(*reviews).outcome is outcome


def test_a_decision_written_down_wins_unless_it_is_older_than_the_owners_answer() -> None:
    coach, owner = by("C", said(DISAGREE)), by("", said(DISAGREE, 5), role=Role.OWNER)
    assert one(coach, tables=written(Choice.DONE, date(2026, 11, 1))).outcome is Outcome.DONE
    assert one(coach, tables=written(Choice.DONE, None)).outcome is Outcome.DONE
    assert (
        one(coach, owner, tables=written(Choice.DONE, date(2026, 11, 2))).outcome
        is Outcome.DECLINED
    )
    assert one(coach, owner, tables=written(Choice.DONE, date(2026, 11, 9))).outcome is Outcome.DONE


def test_an_answer_in_two_files_is_one_and_all_stand_in_the_order_of_their_days() -> None:
    found = one(by("D", said(DISAGREE, 2)), by("C", said(AGREE, 1)), by("C", said(AGREE, 1)))
    assert [(entry.by, entry.answer.stance) for entry in found.entries] == [
        ("C", AGREE),
        ("D", DISAGREE),
    ]
    assert found.divided


def test_what_changed_what_is_gone_and_what_is_strange_are_told_apart() -> None:
    answers = [
        said(AGREE, id_=name, seen=seen)
        for name, seen in (("a", "now"), ("b", "then"), ("c", "x"), ("d", "x"), ("e", ""))
    ]
    items = {name: item(name) for name in ("b", "a", "e")}
    found = threads([by("C", *answers)], items, {"c": item("c")}, {})
    assert [thread.id for thread in found] == ["b", "a", "e", "c", "d"]
    told = {t.id: (t.entries[0].changed, t.gone, t.item is None) for t in found}
    assert told == {
        "a": (False, False, False),
        "b": (True, False, False),
        "e": (False, False, False),
        "c": (False, True, False),
        "d": (False, False, True),
    }


def requests(count: int, accepted: int) -> Report:
    """Give a report that advises on so many requests, the first of them to be accepted."""
    made = tuple(
        Recommendation(
            f"i-{n:02}",
            Kind.INVITATION,
            ("Decide",),
            1,
            1,
            triage=Triage(Decision.ACCEPT if n < accepted else Decision.IGNORE, (), ()),
        )
        for n in range(count)
    )
    return report(made)


def report(
    made: tuple[Recommendation, ...] = (), now: Network | None = None, **values: float
) -> Report:
    advice = Advice(made, Week(0, (), (), ""), CleanUp(0, 0, 0, 0, (), {}, ()))
    then = Score(date(2026, 7, 31), "", "", "", {name: exactly(1) for name in values})
    score = Score(date(2026, 10, 31), "", "", "", {n: exactly(v) for n, v in values.items()})
    return Report(now or network(), None, {}, advice, History((then,), score))  # type: ignore[arg-type]


def judged(wrong: set[int], count: int, role: Role = Role.COACH, name: str = "C") -> Review:
    answers = [said(DISAGREE if n in wrong else AGREE, id_=f"i-{n:02}") for n in range(count)]
    return by(name, *answers, role=role)


def of(*reviews: Review, count: int, accepted: int) -> list[Concord]:
    told = requests(count, accepted)
    items = {one.id: item(one.id) for one in told.advice.recommendations}
    return list(concords(threads(reviews, items, {}, {}), told, {}))


def test_kappa_of_coach_and_netreport_by_hand() -> None:
    """20 let in, the coach refuses 5; 20 ignored, the coach lets in 5: 30 alike, kappa 0.5."""
    (found,) = of(judged({0, 1, 2, 3, 4, 20, 21, 22, 23, 24}, 40), count=40, accepted=20)
    assert (found.by, found.other, found.alike, found.cases) == ("C", "netreport", 30, 40)
    assert found.kappa is not None
    assert found.kappa.value == pytest.approx(0.5)
    assert found.kappa.low < 0.5 < found.kappa.high
    assert found.share.value == pytest.approx(0.75)


def test_below_thirty_cases_there_is_no_kappa_and_the_owner_is_compared_too() -> None:
    coach, owner = judged({0}, 29), judged({0, 1}, 29, Role.OWNER, "")
    first, second = of(coach, owner, count=29, accepted=10)
    assert first.kappa is None
    assert "needs 30" in first.note
    assert (second.other, second.alike, second.cases) == ("the owner", 28, 29)


def network(day: date = date(2026, 10, 31), **rows: list[dict[str, object]]) -> Network:
    tables = {
        Table(name): pl.DataFrame(found, schema=SCHEMAS[Table(name)])
        for name, found in rows.items()
    }
    return Network(tables, day, Owner(None, ""))


def ties(sent: int, received: int) -> list[dict[str, object]]:
    return [{"person": "p", "sent": sent, "received": received}]


WAITS_IN, WAITS_OUT = ({"person": "p", "incoming": way} for way in (True, False))
HERE = {"person": "p"}
ELSE = {"person": "q", "incoming": True}


@pytest.mark.parametrize(
    ("kind", "then", "now", "progress"),
    [
        (Kind.ANSWER, {"ties": ties(1, 2)}, {"ties": ties(2, 2)}, Progress.DONE),
        (Kind.ANSWER, {"ties": ties(1, 2)}, {"ties": ties(1, 3)}, Progress.NOT_SEEN),
        (Kind.WAKE, {"ties": ties(1, 2)}, {"ties": ties(2, 3)}, Progress.DONE),
        (Kind.WARM_UP, {"ties": []}, {"ties": ties(1, 0)}, Progress.DONE),
        (Kind.WARM_UP, {"ties": []}, {}, Progress.CANNOT_TELL),
        (Kind.WITHDRAW, {}, {"pending": [WAITS_OUT]}, Progress.NOT_SEEN),
        (Kind.WITHDRAW, {}, {"pending": [WAITS_IN]}, Progress.DONE),
        (Kind.WITHDRAW, {}, {"pending": [], "people": [HERE]}, Progress.NOT_SEEN),
        (Kind.WITHDRAW, {}, {}, Progress.CANNOT_TELL),
        (Kind.LET_GO, {}, {"people": [HERE]}, Progress.NOT_SEEN),
        (Kind.LET_GO, {}, {"people": [{"person": "q"}]}, Progress.DONE),
        (Kind.INVITATION, {}, {"pending": [WAITS_IN]}, Progress.NOT_SEEN),
        (Kind.INVITATION, {}, {"pending": [ELSE], "people": [HERE]}, Progress.DONE),
        (Kind.INVITATION, {}, {"pending": [ELSE]}, Progress.NOT_SEEN),
        (Kind.GAP, {}, {}, Progress.DONE),
        (Kind.OPTION, {}, {}, Progress.CANNOT_TELL),
    ],
)
def test_what_a_later_export_shows_of_an_agreed_action(
    kind: Kind,
    then: dict[str, list[dict[str, object]]],
    now: dict[str, list[dict[str, object]]],
    progress: Progress,
) -> None:
    triage = Triage(Decision.ACCEPT, (), ()) if kind is Kind.INVITATION else None
    made = Recommendation("a", kind, ("Do",), 1, 1, Person("p", Untrusted("P")), triage=triage)
    before = network(date(2026, 7, 31), **then)
    told = report((), network(**now), response_debt=3.0, reciprocity=1.0)
    found = follow(one(by("C", said(AGREE))), {"then": {"a": made}}, {"then": before}, told)
    assert found.followed is not None
    assert found.followed.progress is progress
    assert (found.outcome is Outcome.DONE) == (progress is Progress.DONE)
    assert not {"because", "caused", "led", "thanks"} & set(found.followed.sentence.lower().split())
    moved = [(shift.metric, shift.now.value) for shift in found.followed.shifts]
    assert moved == ([("response_debt", 3.0), ("reciprocity", 1.0)] if kind is Kind.ANSWER else [])


def test_what_nobody_agreed_on_is_not_followed() -> None:
    made = Recommendation("a", Kind.LET_GO, ("Do",), 1, 1, Person("p", Untrusted("P")))
    for thread in (one(by("C", said(DISAGREE))), one(by("C", said(AGREE)), by("D", said(DISCUSS)))):
        assert follow(thread, {"then": {"a": made}}, {"then": network()}, report()).followed is None
