"""What changed between two exports, worked out by hand and held against the demo's truth."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from made import strategy, table
from netreport import facts
from netreport.demo import network as demo_network
from netreport.demo.story import Plan
from netreport.demo.writing import write_pair
from netreport.facts.history import changes
from netreport.metrics import METRICS
from netreport.model.network import Network, Owner
from netreport.model.tables import SCHEMAS, Table
from netreport.sources import export
from netreport.sources import strategy as strategy_file

THEN, NOW = date(2026, 7, 31), date(2026, 10, 31)
OLD, NEW = date(2020, 5, 4), date(2026, 9, 1)
ASKED = datetime(2026, 7, 1, 9, 30)
SEGMENTS = [
    {"id": "buyers", "label": "Buyers", "fit": "ideal", "where": {"function": ["Sales"]}},
    {"id": "partners", "label": "Partners", "fit": "good", "where": {"function": ["Marketing"]}},
    {"id": "others", "label": "Others", "fit": "poor", "where": {"function": ["Legal"]}},
]
Row = Mapping[str, Any]


def person(key: str, name: str = "", day: date | None = OLD, **more: Any) -> Row:
    first, _, last = (name or f"{key.title()} Example").partition(" ")
    known = {"person": key, "first_name": first, "last_name": last, "connected_on": day}
    return {**known, "position": "Sales Manager", "company": "Example Works", **more}


def hidden(day: date = OLD) -> Row:
    return {"connected_on": day, "hidden": True}


def request(key: str | None, name: str = "", at: datetime | None = ASKED, **more: Any) -> Row:
    return {
        "person": key,
        "name": name or f"{key} Example",
        "sent_at": at,
        "incoming": True,
        **more,
    }


def letter(key: str, at: datetime, *, sent: bool) -> Row:
    sides = {"recipients": [key]} if sent else {"sender": key}
    return {"conversation": key, "from_owner": sent, "sent_at": at, "text": "A word.", **sides}


def network(
    as_of: date,
    connections: Sequence[Row] | None,
    requests: Sequence[Row] | None = None,
    letters: Sequence[Row] | None = None,
) -> Network:
    rows = {
        Table.CONNECTIONS: connections,
        Table.INVITATIONS: requests,
        Table.MESSAGES: letters,
    }
    tables = {
        kind: table(kind, [{"line": number, **row} for number, row in enumerate(told)])
        for kind, told in rows.items()
        if told is not None
    }
    read = Network(tables, as_of, Owner("owner-example", "Robin Sample"))
    return facts.derive(read, strategy(segments=SEGMENTS, engagement={"dormant_after_days": 365}))


def told(before: Sequence[Row], after: Sequence[Row]) -> list[tuple[Any, ...]]:
    """Give person, kind, before and after of all changes between two lists of connections."""
    frame = changes(network(THEN, before), network(NOW, after))
    return frame.select("person", "kind", "before", "after").rows()


def outcomes(
    asked: Sequence[Row],
    after: Sequence[Row],
    later: Sequence[Row] | None,
    before: Sequence[Row] = (),
) -> list[tuple[Any, ...]]:
    """Give person, kind and direction of what became of requests."""
    frame = changes(network(THEN, before, asked), network(NOW, after, later))
    kinds = pl.col("kind").is_in(["accepted", "ignored", "pending"])
    return frame.filter(kinds).select("person", "kind", "incoming").rows()


# --- the demo knows what really happened ----------------------------------------------------


@pytest.fixture(
    scope="module", params=[None, Plan(60, 200, 1), Plan(300, 900, 2), Plan(1500, 3000, 11)]
)
def pair(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[pl.DataFrame, dict[str, Any]]:
    """Give the changes and the truth of the network that ships, and of others."""
    folder = demo_network()
    wanted = strategy_file.read(folder / "strategy.yml", METRICS)
    if request.param is not None:
        folder = tmp_path_factory.mktemp("pair")
        write_pair(request.param, folder / "mine")
        folder /= "mine"
    read = [export.read(path) for path in (folder / "exports").iterdir()]
    before, after = sorted(read, key=lambda one: one.as_of)
    frame = changes(facts.derive(before, wanted), facts.derive(after, wanted))
    return frame, json.loads((folder / "truth.json").read_text(encoding="utf-8"))


Pair = tuple[pl.DataFrame, dict[str, Any]]


def of_kind(frame: pl.DataFrame, kind: str, *columns: str) -> list[Any]:
    return sorted(frame.filter(kind=kind).select(columns or ("person",)).rows())


def test_everybody_who_came_went_or_was_renamed_is_told(pair: Pair) -> None:
    frame, truth = pair
    assert of_kind(frame, "gained") == [(one,) for one in truth["gained"]]
    assert of_kind(frame, "lost") == [(one,) for one in truth["lost"]]
    renamed = [(one["before"], one["after"]) for one in truth["renamed"]]
    assert of_kind(frame, "renamed", "before", "after") == sorted(renamed)


def test_every_new_job_is_told_and_no_other(pair: Pair) -> None:
    frame, truth = pair
    wanted = [
        (one["person"], _job(one["before"]), _job(one["after"])) for one in truth["changed_jobs"]
    ]
    assert of_kind(frame, "job", "person", "before", "after") == sorted(wanted)


@pytest.mark.parametrize(
    ("side", "incoming", "ended"), [("received", True, "ignored"), ("sent", False, "withdrawn")]
)
def test_the_outcome_of_every_request_is_told(
    pair: Pair, side: str, incoming: bool, ended: str
) -> None:
    frame, truth = pair
    words = {"accepted": "accepted", "ignored": ended, "pending": "still waiting"}
    for kind, word in words.items():
        found = of_kind(frame.filter(incoming=incoming), kind)
        assert found == sorted((one,) for one in truth[side][word])


def _job(job: Mapping[str, str]) -> str:
    return " · ".join(filter(None, (job["position"], job["company"])))


# --- who came, who went, who only looks like it ---------------------------------------------


def test_who_is_new_is_gained_on_the_day_of_connection_and_who_is_missing_lost() -> None:
    lawyer = person("bela", day=NEW, position="Lawyer")
    frame = changes(network(THEN, [person("anna")]), network(NOW, [lawyer]))
    assert frame.rows() == [
        ("bela", "Bela Example", "gained", None, None, None, NEW, False),
        ("anna", "Anna Example", "lost", None, None, None, None, True),
    ]


def test_a_new_address_is_no_new_person() -> None:
    before, after = [person("zoe-1", "Zoë Beispiel")], [person("zoe-2", "ZOE  Beispiel")]
    assert told(before, after) == [("zoe-2", "renamed", "zoe-1", "zoe-2")]


def test_namesakes_of_one_day_are_not_taken_for_one_another() -> None:
    before = [person(key, "Ann Lee") for key in ("a", "b")]
    after = [person("c", "Ann Lee"), person("d", "Mia Lee")]
    assert {kind for _, kind, *_ in told(before, after)} == {"gained", "lost"}


def test_a_namesake_who_kept_the_address_leaves_the_other_one_clear() -> None:
    before = [person(key, "Ann Lee") for key in ("a", "b")]
    after = [person(key, "Ann Lee") for key in ("a", "c")]
    assert told(before, after) == [("c", "renamed", "b", "c")]


def test_an_export_without_addresses_knows_people_by_name_and_day() -> None:
    nameless = person(f"name:ann lee|{OLD}", "Ann Lee")
    assert told([nameless], [person("ann-lee", "Ann Lee")]) == []
    assert told([person("ann-lee", "Ann Lee")], [nameless]) == []
    assert told([nameless], [nameless]) == []


def test_who_is_hidden_now_is_not_gone() -> None:
    assert told([person("anna")], [hidden()]) == [("anna", "lost", None, "hidden")]
    assert told([hidden()], [person("anna")]) == [("anna", "gained", "hidden", None)]


def test_one_hidden_row_hides_one_of_two_and_nobody_knows_which() -> None:
    found = told([person("anna"), person("bela"), hidden()], [hidden(), hidden()])
    assert [after for *_, after in found] == ["perhaps hidden"] * 2


@pytest.mark.parametrize("before", [[], [hidden()]])
def test_a_hidden_row_of_another_day_or_of_before_hides_nobody(before: list[Row]) -> None:
    found = told([person("anna"), *before], [hidden(NEW), *before])
    assert found == [("anna", "lost", None, None)]


def test_who_took_a_new_name_and_address_is_perhaps_the_same() -> None:
    found = told([person("ann-lee", "Ann Lee")], [person("ann-may", "Ann May")])
    assert found == [
        ("ann-may", "gained", "perhaps renamed", None),
        ("ann-lee", "lost", None, "perhaps renamed"),
    ]


# --- jobs and segments ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ({"position": "Head of Sales"}, {"position": "head  of Sales,"}),
        ({"company": "Example Works"}, {"company": "EXAMPLE WORKS Ltd. | We are hiring"}),
        ({"position": "Geschäftsführer"}, {"position": "GESCHÄFTSFÜHRER"}),
    ],
)
def test_another_spelling_is_no_new_job(then: Row, now: Row) -> None:
    assert told([{**person("anna"), **then}], [{**person("anna"), **now}]) == []


def test_another_title_or_company_is_a_new_job() -> None:
    start = person("anna", position="Head of Sales")
    promoted = {**start, "position": "VP of Sales"}
    moved = {**start, "company": "Sample Mills"}
    was = "Head of Sales · Example Works"
    assert told([start], [promoted]) == [("anna", "job", was, "VP of Sales · Example Works")]
    assert told([start], [moved]) == [("anna", "job", was, "Head of Sales · Sample Mills")]


def test_a_renamed_person_can_have_a_new_job_too() -> None:
    after = [person("ann-2", "Ann Lee", company="Sample Mills")]
    found = told([person("ann-1", "Ann Lee")], after)
    assert [kind for _, kind, *_ in found] == ["renamed", "job"]


def test_who_listed_no_job_and_lists_one_has_a_new_one() -> None:
    others = person("bela")
    start = person("anna", position=None, company=None)
    found = told([start, others], [person("anna"), others])
    assert found == [
        ("anna", "job", None, "Sales Manager · Example Works"),
        ("anna", "relevance", "cannot be told", "relevant"),
    ]


def test_an_export_without_titles_tells_of_no_new_job() -> None:
    blank = [{**person(key), "position": None} for key in ("anna", "bela")]
    full = [person(key) for key in ("anna", "bela")]
    assert [row for row in told(blank, full) if row[1] == "job"] == []
    assert [row for row in told(full, blank) if row[1] == "job"] == []


def test_people_move_into_and_out_of_relevant_segments() -> None:
    seller, lawyer = person("anna"), person("anna", position="Lawyer")
    marketer = person("anna", position="Marketing Manager")
    assert ("anna", "moved_in", "others", "buyers") in told([lawyer], [seller])
    assert ("anna", "moved_out", "buyers", "others") in told([seller], [lawyer])
    assert ("anna", "moved_in", "partners", "buyers") in told([marketer], [seller])


def test_whoever_cannot_be_placed_has_not_moved() -> None:
    puzzle, seller = person("anna", position="Wizard of Light"), person("anna")
    kinds = [kind for _, kind, *_ in [*told([puzzle], [seller]), *told([seller], [puzzle])]]
    assert kinds == ["job", "relevance"] * 2


def test_whom_the_strategy_says_something_else_of_is_told() -> None:
    puzzle, seller = person("anna", position="Wizard of Light"), person("anna")
    lawyer, marketer = (person("anna", position=job) for job in ("Lawyer", "Marketing Manager"))
    said = {
        (before["position"], after["position"]): sides
        for before in (puzzle, seller, lawyer, marketer)
        for after in (puzzle, seller, lawyer, marketer)
        for _, kind, *sides in told([before], [after])
        if kind == "relevance"
    }
    yes, no, untold = "relevant", "not relevant", "cannot be told"
    expected = {
        (one["position"], other["position"]): [was, became]
        for one, was in ((puzzle, untold), (seller, yes), (lawyer, no), (marketer, yes))
        for other, became in ((puzzle, untold), (seller, yes), (lawyer, no), (marketer, yes))
        if was != became
    }
    assert said == expected


# --- silence --------------------------------------------------------------------------------

TALK = [
    letter("anna", datetime(2025, 1, 1), sent=True),
    letter("anna", datetime(2025, 1, 2), sent=False),
]
AGAIN = [
    letter("anna", datetime(2026, 9, 9, 8), sent=True),
    letter("anna", datetime(2026, 9, 20), sent=False),
]


def silences(before: Sequence[Row] | None, after: Sequence[Row] | None) -> list[tuple[Any, ...]]:
    then, now = (
        network(day, [person("anna")], letters=letters)
        for day, letters in ((THEN, before), (NOW, after))
    )
    return changes(then, now).select("person", "kind", "on").rows()


def test_who_speaks_after_a_long_silence_woke_on_the_day_of_the_first_word() -> None:
    assert silences(TALK, [*TALK, *AGAIN]) == [("anna", "woke", date(2026, 9, 9))]


def test_who_has_said_nothing_for_too_long_fell_silent_after_the_last_word() -> None:
    """A year from 1 September 2025 ends between the two exports."""
    talk = [
        letter("anna", datetime(2025, 8, 31), sent=True),
        letter("anna", datetime(2025, 9, 1), sent=False),
    ]
    assert silences(talk, talk) == [("anna", "fell_silent", date(2025, 9, 1))]


def test_without_messages_nobody_wakes_or_falls_silent() -> None:
    assert silences(None, [*TALK, *AGAIN]) == []
    assert silences(TALK, None) == []


# --- requests -------------------------------------------------------------------------------


def test_a_pending_request_is_accepted_or_ignored_or_still_pending() -> None:
    asked = [request(key) for key in ("anna", "bela", "cleo")]
    frame = changes(
        network(THEN, [], asked),
        network(NOW, [person("anna", day=NEW)], [request("anna"), request("cleo")]),
    )
    sent = str(ASKED.date())
    assert frame.filter(pl.col("kind") != "gained").drop("name", "relevant").rows() == [
        ("anna", "accepted", True, sent, None, NEW),
        ("bela", "ignored", True, sent, None, None),
        ("cleo", "pending", True, sent, None, None),
    ]


def test_requests_of_the_owner_are_told_as_outgoing() -> None:
    asked = [request("anna", incoming=False), request("bela", incoming=False)]
    found = outcomes(asked, [person("anna", day=NEW)], [])
    assert found == [("anna", "accepted", False), ("bela", "ignored", False)]


def test_a_request_that_was_accepted_before_is_not_told_again() -> None:
    anna = person("anna", day=date(2026, 7, 3))
    assert outcomes([request("anna")], [anna], [request("anna")], before=[anna]) == []


def test_a_request_the_other_way_does_not_keep_one_pending() -> None:
    found = outcomes([request("anna")], [], [request("anna", at=None, incoming=False)])
    assert found == [("anna", "ignored", True)]


def test_a_request_is_known_again_under_a_new_address() -> None:
    asked, later = [request("ann-1", "Ann Lee")], [request("ann-2", "Ann Lee")]
    assert outcomes(asked, [], later) == [("ann-2", "pending", True)]
    met = [person("ann-2", "Ann Lee", day=NEW)]
    assert outcomes(asked, met, later) == [("ann-2", "accepted", True)]
    another = [*later, request("ann-3", "Ann Lee")]
    assert outcomes(asked, met, another) == [("ann-1", "pending", True)]


def test_a_namesake_with_a_request_of_their_own_is_somebody_else() -> None:
    asked = [request("ann-1", "Ann Lee")]
    namesake, own = person("ann-9", "Ann Lee", day=NEW), datetime(2026, 8, 30)
    later = [request("ann-9", "Ann Lee", own)]
    assert outcomes(asked, [namesake], later) == [("ann-1", "ignored", True)]
    still = [*later, request("ann-1", "Ann Lee")]
    assert outcomes(asked, [namesake], still) == [("ann-1", "pending", True)]
    silent = [request("ann-1", "Ann Lee")]
    assert outcomes(asked, [namesake], silent) == [("ann-1", "pending", True)]
    assert outcomes(asked, [namesake], []) == [("ann-9", "accepted", True)]


def test_whose_request_is_settled_stands_for_no_namesake() -> None:
    asked = [request("ann-1", "Ann Lee"), request("ann-2", "Ann Lee")]
    found = outcomes(asked, [person("ann-1", "Ann Lee", day=NEW)], [])
    assert found == [("ann-1", "accepted", True), ("ann-2", "ignored", True)]


@pytest.mark.parametrize(("day", "kind"), [(OLD, "ignored"), (THEN, "accepted")])
def test_a_name_tells_only_of_who_connected_since(day: date, kind: str) -> None:
    """On the day of the older export itself, somebody may have come after it."""
    found = outcomes([request("ann-1", "Ann Lee")], [person("ann-9", "Ann Lee", day=day)], [])
    assert [outcome for _, outcome, _ in found] == [kind]


def test_a_request_that_was_sent_twice_is_one() -> None:
    again = request("anna", at=datetime(2026, 7, 20))
    assert outcomes([request("anna"), again], [], []) == [("anna", "ignored", True)]


def test_without_addresses_a_name_tells_where_only_one_has_it() -> None:
    ann, eve = (request(None, name) for name in ("Ann Lee", "Eve Roe"))
    known = person(f"name:eve roe|{OLD}", "Eve Roe")
    met = person(f"name:ann lee|{NEW}", "Ann Lee", day=NEW)
    found = outcomes([ann, eve], [known, met], [ann, eve], before=[known])
    assert found == [(f"name:ann lee|{NEW}", "accepted", True)]
    assert outcomes([ann, eve], [known], [ann, eve], before=[known]) == [(None, "pending", True)]


def test_where_a_name_leaves_it_open_nothing_is_told() -> None:
    asked = [request(None, "Ann Lee"), request(None, "Ann Lee", incoming=False)]
    met = [person(key, "Ann Lee", day=NEW) for key in ("ann-1", "ann-2")]
    assert outcomes(asked, met[:1], asked) == []
    assert outcomes(asked[:1], met, asked[:1]) == []


def test_a_file_that_is_missing_is_not_an_empty_one() -> None:
    asked = [request("anna"), request("bela")]
    assert outcomes(asked, [person("anna", day=NEW)], None) == [("anna", "accepted", True)]
    whole = network(THEN, [person("cleo")], asked)
    assert changes(whole, network(NOW, None, [])).is_empty()
    assert changes(network(THEN, None, asked), whole).is_empty()


# --- laws -----------------------------------------------------------------------------------

KEYS = st.sampled_from("abcdef")
DAYS = st.sampled_from([OLD, date(2021, 1, 1), None])
PEOPLE = st.lists(
    st.builds(
        person,
        KEYS,
        st.sampled_from(["Ann Lee", "Ánn Lee", "Bo Roe", ""]),
        DAYS,
        position=st.sampled_from(["Head of Sales", "Lawyer", "head of sales", None]),
    ),
    max_size=6,
    unique_by=lambda row: row["person"],
)
CONNECTIONS = st.tuples(PEOPLE, st.lists(st.builds(hidden, st.just(OLD)), max_size=3)).map(
    lambda parts: [*parts[0], *parts[1]]
)
REQUESTS = st.lists(
    st.builds(request, KEYS | st.none(), st.sampled_from(["Ann Lee", "Bo Roe"])), max_size=5
)


@settings(max_examples=40, deadline=None)
@given(CONNECTIONS, REQUESTS)
def test_between_an_export_and_itself_nothing_happens(rows: list[Row], asked: list[Row]) -> None:
    one = network(THEN, rows, asked)
    assert set(changes(one, one)["kind"]) <= {"pending"}


@settings(max_examples=40, deadline=None)
@given(CONNECTIONS, CONNECTIONS, REQUESTS, REQUESTS)
def test_everybody_is_accounted_for_once(
    before: list[Row], after: list[Row], asked: list[Row], later: list[Row]
) -> None:
    then, now = network(THEN, before, asked), network(NOW, after, later)
    frame = changes(then, now)
    assert frame.schema == SCHEMAS[Table.CHANGES]
    gained, lost = (frame.filter(kind=kind)["person"] for kind in ("gained", "lost"))
    assert gained.is_unique().all()
    assert lost.is_unique().all()
    kept = then.tables[Table.PEOPLE].height - lost.len()
    assert kept == now.tables[Table.PEOPLE].height - gained.len() >= 0
    settled = frame.filter(pl.col("kind").is_in(["accepted", "ignored", "pending"]))
    assert settled.height <= then.tables[Table.REQUESTS]["pending"].fill_null(value=True).sum()


@settings(max_examples=40, deadline=None)
@given(CONNECTIONS, CONNECTIONS, REQUESTS, REQUESTS, st.randoms(use_true_random=False))
def test_the_order_of_rows_makes_no_difference(
    before: list[Row], after: list[Row], asked: list[Row], later: list[Row], chance: Any
) -> None:
    told_first = changes(network(THEN, before, asked), network(NOW, after, later))
    for rows in (before, after, asked, later):
        chance.shuffle(rows)
    again = changes(network(THEN, before, asked), network(NOW, after, later))
    assert_frame_equal(again, told_first)
