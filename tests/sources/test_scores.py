"""What was said of each export is kept, and a move is taken apart with it."""

import stat
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from made import strategy
from netreport.errors import OutputError
from netreport.facts.classifier import classifier
from netreport.model.history import Move, Score, recorded, score_of, split, strategy_hash
from netreport.model.network import Network, Owner
from netreport.model.results import Estimate, Evidence, Measured, Reason, Spread, Unknown, exactly
from netreport.sources import scores

DAY = date(2026, 7, 31)


def score(day: date = DAY, fingerprint: str = "one", **values: float) -> Score:
    """Give a score with these exact values."""
    return Score(day, fingerprint, "s", "c", {name: exactly(one) for name, one in values.items()})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ".netreport" / "scores.json"


NUMBERS = st.floats(allow_nan=False, allow_infinity=False, width=32)
ESTIMATES = st.builds(
    lambda numbers, spread: Estimate(numbers[1], numbers[0], numbers[2], spread),
    st.lists(NUMBERS, min_size=3, max_size=3).map(sorted),
    st.sampled_from(Spread),
)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
SCORES = st.builds(
    Score, st.dates(), WORDS, WORDS, WORDS, st.dictionaries(WORDS, ESTIMATES, max_size=3)
)


@given(SCORES)
def test_what_is_recorded_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, one: Score
) -> None:
    path = tmp_path_factory.mktemp("workspace") / ".netreport" / "scores.json"
    scores.record(path, one)
    assert scores.read(path) == ((one,), ())


def test_no_record_is_no_scores_and_no_issue(path: Path) -> None:
    assert scores.read(path) == ((), ())


def test_a_record_keeps_the_last_word_on_each_export_by_day(path: Path) -> None:
    later = score(date(2026, 10, 31), "two", relevance=0.5)
    for one in (later, score(relevance=0.4), score(relevance=0.3)):
        scores.record(path, one)
    assert scores.read(path)[0] == (score(relevance=0.3), later)


def test_one_export_as_of_two_days_is_two_scores(path: Path) -> None:
    for day in (DAY, date(2026, 8, 31)):
        scores.record(path, score(day))
    assert len(scores.read(path)[0]) == 2


def test_only_the_owner_may_read_the_record(path: Path) -> None:
    scores.record(path, score())
    assert [stat.S_IMODE(one.stat().st_mode) for one in (path.parent, path)] == [0o700, 0o600]


SAMPLE = """{"netreport_scores": 1, "scores": [{"as_of": "2026-07-31", "fingerprint": "one",
"strategy_hash": "s", "classifier": "c", "values": {"relevance":
{"value": 1.0, "low": 1.0, "high": 1.0, "spread": "counted; nothing was left out"}}}]}"""


def test_the_sample_that_the_next_test_spoils_is_a_record(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(SAMPLE)
    assert scores.read(path)[0] == (score(relevance=1.0),)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"{" * 100_000,
        SAMPLE[:-9].encode(),
        *(
            SAMPLE.replace(old, new).encode()
            for old, new in (
                ('"netreport_scores": 1', '"netreport_scores": 2'),
                ('"2026-07-31"', '"yesterday"'),
                ('"2026-07-31"', "[]"),
                ('"value": 1.0', '"value": 2.0'),
                ('"value": 1.0', '"value": "1.0"'),
                ('"value": 1.0', '"value": null'),
                ("counted", "guessed"),
                ("1.0", "NaN"),
                ("1.0", "1e999"),
                ("1.0", "1" + "0" * 400),
                ('"one"', '"one", "fingerprint": null'),
            )
        ),
    ],
)
def test_a_record_that_is_torn_or_foreign_is_an_issue_and_begun_anew(
    path: Path, content: bytes
) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    found, (issue,) = scores.read(path)
    assert (found, issue.file, issue.line) == ((), "scores.json", 0)
    scores.record(path, score())
    assert scores.read(path) == ((score(),), ())


def test_a_folder_in_the_place_of_the_record_is_an_issue_and_stays(path: Path) -> None:
    path.mkdir(parents=True)
    assert len(scores.read(path)[1]) == 1
    with pytest.raises(OutputError):
        scores.record(path, score())
    assert path.is_dir()


@given(st.binary(max_size=60))
def test_no_bytes_stop_a_run(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("workspace") / "scores.json"
    path.write_bytes(content)
    assert scores.read(path)[0] == ()


# --- taking a move apart --------------------------------------------------------------------


def test_a_move_is_the_worlds_part_and_the_rulers() -> None:
    """Said to be 40 in July; 52 with today's ruler; 60 in October: 8 the world, 12 the ruler."""
    then, again, now = (score(relevant=one) for one in (40, 52, 60))
    assert split(then, again, now) == {"relevant": Move(world=8, ruler=12)}


def test_what_nobody_noted_is_not_taken_for_no_move() -> None:
    again, now = score(a=5, b=1), score(a=6, b=1)
    assert split(None, again, now)["a"] == Move(1, None)
    assert split(score(b=1), again, now) == {"a": Move(1, None), "b": Move(0, 0)}


def test_a_number_that_either_export_lacks_has_not_moved() -> None:
    assert split(score(a=1, b=1), score(a=1), score(b=1)) == {}


@given(*[st.integers(-1000, 1000)] * 3)
def test_the_parts_of_a_move_add_up(then: int, again: int, now: int) -> None:
    move = split(score(a=then), score(a=again), score(a=now))["a"]
    assert move.ruler is not None
    assert move.world + move.ruler == now - then


def test_a_score_holds_what_was_measured_and_not_what_is_unknown() -> None:
    network = Network({}, DAY, Owner("owner-example", "Robin Sample"), fingerprint="one")
    results = {
        "known": Measured(exactly(3), Evidence(3, 3)),
        "unknown": Unknown(Reason.TOO_FEW, "2 people"),
    }
    made = score_of(network, strategy(), "c", results)
    assert made == Score(DAY, "one", strategy_hash(strategy()), "c", {"known": exactly(3)})
    assert recorded([score(fingerprint="other"), made], network) is made
    assert recorded([score(date(2026, 8, 1))], network) is None


def test_a_strategy_is_named_by_what_it_means() -> None:
    wanted = strategy()
    assert strategy_hash(wanted) == strategy_hash(strategy())
    assert strategy_hash(wanted) != strategy_hash(
        strategy(safelist=["https://www.linkedin.com/in/anna-example"])
    )


def test_the_classifier_has_one_name_as_long_as_nothing_changes() -> None:
    name = classifier()
    classifier.cache_clear()
    assert classifier() == name
    assert len(name) == 64
