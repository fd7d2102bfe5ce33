"""What holds for all advice, whatever the network."""

import re
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advised import decided, decisions, headline, keys, network
from made import days_ago, people, strategy, table
from netreport import facts, pipeline
from netreport.advice import advise
from netreport.model.advice import Advice, Kind
from netreport.model.network import Network
from netreport.model.people import Person
from netreport.model.strategy import Decision, Strategy
from netreport.model.tables import Table
from netreport.model.text import Untrusted
from netreport.sources import strategy as strategy_file
from spoken import invitations
from strategy_text import METRICS, SAMPLES

ANYBODY = st.fixed_dictionaries(
    {
        "standing": st.sampled_from(["core", "latent", "social", "junk", "unknown"]),
        "fit": st.sampled_from(["ideal", "good", "neutral", "poor", "unknown"]),
        "relevant": st.sampled_from([True, False, None]),
        "ever_two_way": st.sampled_from([True, False, None]),
        "dormant": st.sampled_from([True, False, None]),
        "social": st.booleans(),
        "kept": st.booleans(),
        "owed": st.booleans(),
        "segments": st.sampled_from([[], ["buyers"], ["others"], ["buyers", "others"]]),
        "function": st.sampled_from(["Sales", "Legal", None]),
        "title_confidence": st.sampled_from([0.0, 0.7, 1.0]),
        "strength": st.sampled_from([None, 0.0, 3.0]),
        "company": st.sampled_from(["Example Bank", "Example Rail", None]),
    }
)
CHOICE = st.sampled_from(
    [
        ("person", "keep"),
        ("person", "remove"),
        ("relevance", "yes"),
        ("relevance", "no"),
        ("quiz", "yes"),
        ("invitation", "accept"),
    ]
)
HOURS = st.floats(0.05, 20)
FEW = settings(max_examples=40, deadline=None)


@st.composite
def networks(draw: st.DrawFn) -> Network:
    """Draw a small network of people, requests, threads, ties and decisions in every state."""
    crowd = draw(st.lists(ANYBODY, max_size=8))
    names = [f"person-example-{number}" for number in range(len(crowd))]
    ages = st.integers(0, 200)
    someone = st.sampled_from([*names, "stranger-example"])
    rows = draw(st.lists(st.tuples(someone, st.booleans(), ages), max_size=6))
    about = st.tuples(someone, CHOICE)
    choices = draw(st.lists(about, max_size=4, unique_by=lambda one: (one[0], one[1][0])))
    return network(
        {
            Table.PEOPLE: people(*((1, one) for one in crowd)),
            Table.PENDING: _pending({(key, incoming): age for key, incoming, age in rows}),
            Table.THREADS: table(Table.THREADS, [_thread(*row) for row in rows]),
            Table.TIES: table(Table.TIES, [{"person": name, "received": 1} for name in names[::2]]),
            Table.DECISIONS: decisions(*(decided(key, *choice) for key, choice in choices)),
        }
    )


def _pending(ages: dict[tuple[str, bool], int]) -> pl.DataFrame:
    fits = ("ideal", "good", "neutral", "poor", "unknown")
    rows = [
        {"person": key, "incoming": incoming, "age": age, "kind": "none", "fit": fits[age % 5]}
        for (key, incoming), age in ages.items()
    ]
    return table(Table.PENDING, rows)


def _thread(key: str, note: bool, age: int) -> dict[str, Any]:
    return {"person": key, "last_at": days_ago(age), "age": age, "note": note, "state": "owed"}


def of(one: Network, hours: float = 5.0, **more: Any) -> Advice:
    capacity = {"capacity": {"hours_per_week": hours}}
    bank = {"id": "bank", "fit": "ideal", "where": {"company_list": ["Example Bank"]}}
    plain = strategy().model_dump(mode="json", exclude_unset=True)["segments"]
    return advise(one, strategy(segments=[bank, *plain], engagement=capacity, **more))


@FEW
@given(networks())
def test_only_people_who_are_surely_no_loss_are_let_go_unless_the_owner_says_so(
    one: Network,
) -> None:
    told = of(one)
    rows = {row["person"]: row for row in one.tables[Table.PEOPLE].to_dicts()}
    chosen = one.tables[Table.DECISIONS].filter(decision="remove").get_column("subject").to_list()
    kept = (
        one.tables[Table.DECISIONS]
        .filter(pl.col("decision").is_in(["keep", "yes"]))
        .get_column("subject")
        .to_list()
    )
    for key in set(keys(told, Kind.LET_GO)) - set(chosen):
        row = rows[key]
        assert row["standing"] == "junk"
        assert row["fit"] in {"poor", "neutral"}
        against = ("relevant", "ever_two_way", "social", "kept", "owed")
        assert [name for name in against if row[name]] == []
        assert key not in kept


@FEW
@given(networks())
def test_everybody_is_let_go_or_kept_for_a_reason(one: Network) -> None:
    plan = of(one).clean_up
    assert plan.people + sum(plan.kept.values()) == one.tables[Table.PEOPLE].height
    assert plan.people == sum(batch.people for batch in plan.batches)


@FEW
@given(networks(), HOURS)
def test_a_week_takes_no_longer_than_its_hours_and_asks_nothing_decided(
    one: Network, hours: float
) -> None:
    told = of(one, hours)
    assert told.week.taken <= hours * 60
    assert all(each.open for each in (*told.week.chosen, *told.week.later))
    opened = [each for each in told.recommendations if each.open and each.kind is not Kind.OPTION]
    assert len(told.week.chosen) + len(told.week.later) == len(opened)


@FEW
@given(networks(), st.integers(0, 9))
def test_the_order_of_rows_changes_nothing(one: Network, seed: int) -> None:
    shuffled = {
        kind: frame.sample(fraction=1, shuffle=True, seed=seed)
        for kind, frame in one.tables.items()
    }
    assert of(network(shuffled)) == of(one)


@FEW
@given(networks())
def test_ids_are_unique_opaque_and_of_safe_letters(one: Network) -> None:
    told = of(one)
    for each in told.recommendations:
        assert re.fullmatch(r"[a-z0-9-]+", each.id)
        assert each.id.startswith(f"{each.kind}-")
        assert "example" not in each.id
        assert each.reasons
        assert each.minutes > 0 or each.kind is Kind.OPTION


@FEW
@given(networks())
def test_nobody_is_to_be_written_to_and_let_go_at_once(one: Network) -> None:
    told = of(one)
    writing = {key for kind in (Kind.WAKE, Kind.WARM_UP, Kind.COMPANY) for key in keys(told, kind)}
    assert not writing & set(keys(told, Kind.LET_GO))


@FEW
@given(networks())
def test_ids_stay_when_others_come_and_change_with_the_secret(one: Network) -> None:
    more = dict(one.tables)
    newcomer = people((20, {"standing": "junk", "fit": "poor"}))[-1:]
    more[Table.PEOPLE] = pl.concat([more[Table.PEOPLE], newcomer])
    before = {headline(each): each.id for each in of(one).recommendations}
    after = {headline(each): each.id for each in of(network(more)).recommendations}
    assert all(after[words] == each for words, each in before.items() if words in after)
    other = advise(one, strategy(), b"another")
    plain = advise(one, strategy())
    assert not {each.id for each in other.recommendations} & {e.id for e in plain.recommendations}


def test_empty_tables_give_no_advice_on_anybody() -> None:
    tables = {kind: table(kind, []) for kind in (Table.PEOPLE, Table.PENDING, Table.THREADS)}
    told = of(network(tables))
    assert {one.kind for one in told.recommendations} == {Kind.GAP}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("note", [None, "Hi!", "I'd like to join your LinkedIn network."])
def test_no_sample_strategy_ignores_somebody_of_whom_nothing_is_known(
    path: Any, note: str | None
) -> None:
    wanted = strategy_file.read(path, METRICS)
    row = {"person": "ann-example", "name": "Ann Example", "incoming": True, "note": note}
    asked = invitations({**row, "sent_at": days_ago(3)})
    derived = facts.derive(network({Table.INVITATIONS: asked}), wanted)
    (one,) = advise(derived, wanted).of(Kind.INVITATION)
    assert one.triage is not None
    assert one.triage.decision in {Decision.REVIEW, Decision.ACCEPT}


def test_a_person_prints_as_nothing() -> None:
    who = Person("ann-example", Untrusted("Ann Example"))
    assert repr(who) == "Person(…)"
    for show in (str, format, Person.__html__):
        with pytest.raises(TypeError, match="audience"):
            show(who)


@pytest.fixture(scope="module")
def whole(demo: pipeline.Built) -> tuple[Network, Strategy]:
    """Give the demo network, derived, and its strategy."""
    return demo.report.network, demo.report.strategy


def test_the_demo_has_advice_of_every_kind_but_a_way_out(whole: tuple[Network, Strategy]) -> None:
    told = advise(*whole)
    assert {one.kind for one in told.recommendations} >= set(Kind) - {Kind.OPTION}


def test_no_sentence_of_netreport_names_anybody(whole: tuple[Network, Strategy]) -> None:
    """Names stand in `Person` alone, other people's words in `words` and in `Untrusted` facts."""
    told = advise(*whole)
    names = {str(one.person.name) for one in told.recommendations if one.person}
    spoken = {
        text
        for one in told.recommendations
        for text in (
            *(part for part in one.headline if isinstance(part, str)),
            *(reason.sentence for reason in one.reasons),
            *one.would_change,
        )
    }
    assert not [text for text in spoken for name in names if name in text]
