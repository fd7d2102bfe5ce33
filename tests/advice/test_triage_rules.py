"""Requests that wait: the order of the rules, the hours, the draw, and what is said of it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advised import advice, decided, decisions, headline
from made import people, strategy, table
from netreport.advice.rules import Candidate
from netreport.advice.triage import decide
from netreport.facts.notes import Kind as Note
from netreport.model.advice import Kind, Side, Triage
from netreport.model.people import Person
from netreport.model.strategy import Decision, Rule
from netreport.model.tables import Table
from netreport.model.text import Untrusted

WHY = Note.PERSONAL_WITH_WHY
FITS = ("ideal", "good", "neutral", "poor", "unknown")


def somebody(fit: str = "neutral", key: str = "ann-example", **facts: Any) -> Candidate:
    return Candidate(Person(key, Untrusted("Ann Example")), fit, **facts)


def triaged(candidate: Candidate, load: float = 0.0, **invitations: Any) -> Triage:
    return decide(candidate, strategy(invitations=invitations), load)


def test_the_first_rule_that_fits_decides_and_all_that_fit_are_told() -> None:
    told = triaged(somebody("poor", note=WHY, segment="others"))
    assert [(hit.rule, hit.decision) for hit in told.hits] == [
        (Rule.PERSONALISED, Decision.ACCEPT),
        (Rule.POOR, Decision.IGNORE),
        (Rule.DEFAULT, Decision.IGNORE),
    ]
    assert told.decision is Decision.ACCEPT


def test_another_order_decides_otherwise() -> None:
    order = ["poor", "personalised", "default"]
    told = triaged(somebody("poor", note=WHY, segment="others"), order=order)
    assert told.decision is Decision.IGNORE


@pytest.mark.parametrize(
    "facts",
    [
        {"title": Untrusted("Forex Signals Guru")},
        {"company": Untrusted("Shady Corp. Ltd")},
        {"blocked": ("forex signals",)},
        {"key": "blocked-example"},
    ],
)
def test_only_a_hard_block_beats_a_personal_note(facts: dict[str, Any]) -> None:
    block = {
        "title_words": ["forex signals"],
        "companies": ["Shady Corp"],
        "people": ["https://www.linkedin.com/in/blocked-example"],
    }
    told = triaged(somebody("ideal", note=WHY, **facts), hard_block=block)
    assert told.hits[0].rule is Rule.HARD_BLOCK
    assert told.decision is Decision.IGNORE


def test_a_word_inside_another_blocks_nobody() -> None:
    told = triaged(somebody(title=Untrusted("Hotel Manager")), hard_block={"title_words": ["hot"]})
    assert told.hits[0].rule is not Rule.HARD_BLOCK


def test_somebody_is_blocked_by_full_name_too() -> None:
    told = triaged(somebody(), hard_block={"people": ["ANN EXAMPLE"]})
    assert told.hits[0].rule is Rule.HARD_BLOCK


@pytest.mark.parametrize(
    ("requires", "note", "fits"),
    [
        (["has_note"], Note.TEMPLATE, True),
        (["has_note"], Note.NONE, False),
        (["has_note", "not_template"], Note.TEMPLATE, False),
        (["has_note", "not_template"], Note.PERSONAL_NO_WHY, True),
        (["has_note", "not_template", "says_why"], Note.PERSONAL_NO_WHY, False),
        (["has_note", "not_template", "says_why"], Note.PITCH, False),
        (["has_note", "not_template", "says_why"], WHY, True),
    ],
)
def test_a_note_is_personal_by_what_the_strategy_requires(
    requires: list[str], note: Note, *, fits: bool
) -> None:
    told = triaged(somebody(note=note), personalised={"requires": requires})
    assert (told.hits[0].rule is Rule.PERSONALISED) is fits


def test_an_ideal_request_without_a_note_is_asked_why_and_would_be_accepted_with_one() -> None:
    ideal = {"decision": "accept", "needs_note": True, "without_note": "ask_why"}
    one = asked({"fit": "ideal"}, invitations={"ideal": ideal})
    assert headline(one) == "Ask ann-example why they want to connect"
    assert "With a personal note that says why: accept." in one.would_change
    assert str(one.text) == "ask-why.en"
    assert one.reasons[1].key == "invitations.ideal.without_note"
    assert one.reasons[1].setting == "ask_why"


def test_nobody_is_ignored_for_being_unknown_not_even_where_no_rule_speaks_of_it() -> None:
    told = triaged(somebody("unknown"), order=["personalised", "default"], default="ignore")
    assert told.decision is Decision.REVIEW


def test_the_owners_own_word_on_unknown_people_is_obeyed() -> None:
    told = triaged(somebody("unknown"), unknown={"decision": "ignore"})
    assert told.decision is Decision.IGNORE


def test_an_unknown_fit_tells_what_each_segment_would_decide() -> None:
    one = asked({"fit": "unknown", "segments": ["buyers", "others"]})
    assert one.would_change == (
        "With a personal note that says why: accept.",
        "If they belong to “Buyers”: accept.",
        "If they belong to “Others”: ignore.",
    )


def test_full_hours_turn_a_good_request_into_a_review_and_leave_an_ideal_one() -> None:
    accept = {"good": {"decision": "accept"}}
    assert triaged(somebody("good"), 0.99, **accept).decision is Decision.ACCEPT
    assert triaged(somebody("good"), 1.0, **accept).decision is Decision.REVIEW
    assert triaged(somebody("good"), 1.0, **accept).full
    assert triaged(somebody("ideal"), 9.0, **accept).decision is Decision.ACCEPT
    assert triaged(somebody("good", note=WHY), 9.0, **accept).decision is Decision.ACCEPT


def test_good_people_who_are_promised_no_time_fill_no_hours() -> None:
    capacity = {"touches_per_year": {"good": 0.0}}
    wanted = strategy(
        invitations={"good": {"decision": "accept"}}, engagement={"capacity": capacity}
    )
    assert decide(somebody("good"), wanted, 9.0).decision is Decision.ACCEPT


def test_the_hours_are_filled_by_the_people_there_are() -> None:
    """5 h a week hold 390 ideal people at 4 x 10 minutes a year: 389 leave room, 390 do not."""
    settings = {"invitations": {"good": {"decision": "accept"}}}
    for number, full in ((389, False), (390, True)):
        tables = {
            Table.PEOPLE: people((number, {"fit": "ideal"})),
            Table.PENDING: pending({"fit": "good"}),
        }
        (one,) = advice(tables, **settings).of(Kind.INVITATION)
        assert one.triage is not None
        assert one.triage.full is full


def test_the_draw_takes_the_quota_and_the_same_people_every_time() -> None:
    """1 in 5 of 2,000 who would be ignored: 400, give or take 3 deviations of 18."""
    crowd = [somebody(key=f"person-{number}-example") for number in range(2000)]
    first = [triaged(one, serendipity_quota=0.2, seed=7).drawn for one in crowd]
    assert 346 <= sum(first) <= 454
    assert first == [triaged(one, serendipity_quota=0.2, seed=7).drawn for one in crowd]
    assert first != [triaged(one, serendipity_quota=0.2, seed=8).drawn for one in crowd]


def test_whoever_is_drawn_is_accepted_and_told_what_the_rules_say() -> None:
    one = asked({"fit": "neutral"}, invitations={"serendipity_quota": 1.0})
    assert headline(one) == "Accept the request of ann-example"
    assert one.would_change[0] == "The rules alone say: ignore."


def test_a_hard_block_is_never_drawn() -> None:
    told = triaged(
        somebody(blocked=("mlm",)), serendipity_quota=1.0, hard_block={"title_words": ["mlm"]}
    )
    assert told.decision is Decision.IGNORE


@pytest.mark.parametrize(
    ("refuse_with", "words", "text"),
    [
        ("ignore", "Ignore the request of ann-example", None),
        ("decline_politely", "Decline the request of ann-example, politely", "polite-no.en"),
        ("report", "Ignore and report the request of ann-example", None),
    ],
)
def test_a_request_is_turned_down_as_the_strategy_says(
    refuse_with: str, words: str, text: str | None
) -> None:
    one = asked({"fit": "poor", "segment": "others"}, invitations={"refuse_with": refuse_with})
    assert headline(one) == words
    assert (str(one.text) if one.text else None) == text


def test_usual_is_a_look_in_passing_and_always_is_none() -> None:
    assert triaged(somebody(note=WHY)).look
    assert not triaged(somebody(note=WHY), personalised={"probability": "always"}).look
    assert not triaged(somebody("ideal")).look


def test_the_text_is_in_the_language_of_the_note_else_in_one_of_the_owners() -> None:
    settings = {
        "invitations": {"good": {"decision": "ask_why"}},
        "owner": {"languages": ["sv", "nl"]},
    }
    french = asked({"fit": "good", "kind": "pitch", "language": "fr"}, **settings)
    none = asked({"fit": "good"}, **settings)
    assert (str(french.text), str(none.text)) == ("ask-why.fr", "ask-why.nl")


def test_the_three_worths_are_told_apart_and_never_added_up() -> None:
    value = {"i_want": ["referrals"], "i_give": ["introductions"], "keywords": []}
    wanted = strategy(value_proposition=value)
    told = decide(
        somebody("good", note=WHY, named=("referrals",), asks=(Untrusted("could you"),)), wanted
    )
    scores = {worth.side: (worth.score, worth.guess) for worth in told.worths}
    assert scores == {
        Side.TO_ME: (0.5, True),
        Side.FROM_ME: (0.5, True),
        Side.STRATEGY: (0.7, False),
    }


def test_without_note_and_title_no_worth_can_be_told() -> None:
    told = triaged(somebody("unknown"))
    assert [worth.score for worth in told.worths] == [None, None, None]


def test_the_owners_decision_wins_and_is_shown() -> None:
    one = asked({"fit": "ideal"}, decided("ann-example", "invitation", "ignore"))
    assert one.decided is not None
    assert one.decided.choice == "ignore"
    assert not one.open
    assert one.triage is not None
    assert one.triage.decision is Decision.ACCEPT


@given(
    st.sampled_from(FITS),
    st.sampled_from(list(Note)),
    st.permutations(list(Rule)),
    st.floats(0, 3),
)
def test_an_ideal_request_is_never_ignored_for_want_of_hours(
    fit: str, note: Note, order: list[Rule], load: float
) -> None:
    candidate = somebody(fit, note=note)
    free, busy = (triaged(candidate, hours, order=order) for hours in (0.0, load))
    if fit != "good":
        assert busy.decision is free.decision
    else:
        assert (busy.decision is free.decision) or busy.full


@given(st.sampled_from(list(Note)), st.permutations(list(Rule)))
def test_under_the_usual_answers_unknown_people_are_never_ignored(
    note: Note, order: list[Rule]
) -> None:
    assert triaged(somebody("unknown", note=note), order=order).decision is not Decision.IGNORE


def pending(*rows: dict[str, Any]) -> Any:
    """Give PENDING with requests that came in; a single one is Ann's, without a note."""
    plain = {"person": "ann-example", "name": "Ann Example", "incoming": True, "kind": "none"}
    return table(Table.PENDING, [{**plain, "fit": "unknown", **row} for row in rows])


def asked(row: dict[str, Any], *choices: dict[str, Any], **settings: Any) -> Any:
    """Give the recommendation on Ann's request."""
    tables = {Table.PENDING: pending(row), Table.DECISIONS: decisions(*choices)}
    (one,) = advice(tables, **settings).of(Kind.INVITATION)
    return one
