"""A review is as untrusted as an export: what comes in, and what is refused in which words."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netreport.errors import ExportError
from netreport.model.reviews import Role, Stance
from netreport.model.seals import seals
from netreport.site import resources
from netreport.sources.reviews import add, read, read_all
from reviewed import AT, SECRET, answer, review, save, text_of

SEALS = seals(SECRET)
SCHEMA = json.loads((resources.content() / "review.schema.json").read_text("utf-8"))
IDS = st.from_regex(r"[a-z0-9-]{1,20}", fullmatch=True)
ROWS = st.lists(
    st.builds(
        answer,
        IDS,
        st.sampled_from(["", *map(str, Stance)]),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
        called=st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    ),
    max_size=6,
)


@given(ROWS, st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
@settings(max_examples=60)
def test_any_answers_in_any_letters_come_back_identical(
    rows: list[Mapping[str, str]], by: str
) -> None:
    made = review(rows, by=by)
    jsonschema.validate(made, SCHEMA)
    got = read("review.json", text_of(made).encode(), SEALS)
    assert (got.role, got.by, got.edited) == (Role.COACH, by, False)
    told = [(a.id, str(a.stance or ""), a.comment, str(a.called)) for a in got.answers]
    assert told == [(r["id"], r["stance"], r["comment"], r["called"]) for r in rows]
    assert all(one.at == datetime(2026, 11, 20, 10, tzinfo=UTC) for one in got.answers)


GOOD = text_of(review([answer("page-index", "agree", "yes"), answer("page-data")]))
REFUSED = {
    "empty": ("", "is empty"),
    "half": (GOOD[:200], "breaks off in the middle"),
    "cut in a word": (GOOD[: GOOD.index("agree") + 2], "breaks off in the middle"),
    "no JSON": ("hello", "is no JSON"),
    "another file": ('{"form": "netreport.decisions/1"}', "is no review of netreport"),
    "a list": ("[]", "is no review of netreport"),
    "deep": ("[" * 100_000, "is no review of netreport"),
    "newer": (GOOD.replace("review/1", "review/2"), "made by a newer netreport"),
    "a stranger's": (GOOD.replace(SEALS[Role.COACH], "0" * 16), "of another workspace"),
    "same key twice": (GOOD.replace('"by"', '"by": "x", "by"'), "is no review"),
    "stance": (GOOD.replace('"agree"', '"yes"'), r"answers\[0\].stance is none of agree"),
    "id": (GOOD.replace('"page-index"', '"Page <b>"'), r"answers\[0\].id is no id"),
    "time": (GOOD.replace(AT, "yesterday"), r"answers\[0\].at is no time"),
    "old time": (GOOD.replace(AT, "0001-01-01T00:00:00+14:00"), "at is no time"),
    "number": (GOOD.replace('"Cleo Coach"', "7"), "by is no text"),
    "missing": (GOOD.replace('"saved"', '"sent"'), "saved is missing"),
    "no answers": (re.sub(r'"answers": \[.*\]', '"answers": 3', GOOD, flags=re.DOTALL), "no list"),
    "long": (GOOD.replace('"yes"', json.dumps("y" * 4001)), "longer than 4000 letters"),
    "NaN": (GOOD.replace('"yes"', "NaN"), "is no review"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_no_page_wrote_is_refused_in_one_sentence(name: str) -> None:
    text, sentence = REFUSED[name]
    assert text != GOOD
    with pytest.raises(ExportError, match=sentence) as caught:
        read("review.json", text.encode(), SEALS)
    assert caught.value.problem.startswith("review.json")
    assert caught.value.remedy


@given(st.binary(max_size=60) | st.text(max_size=40).map(str.encode))
@settings(max_examples=60)
def test_no_bytes_break_the_reader(content: bytes) -> None:
    with pytest.raises(ExportError):
        read("review.json", content, SEALS)


def test_the_schema_refuses_what_the_reader_refuses() -> None:
    for wrong in ({"id": "Page"}, {"stance": "yes"}, {"comment": "y" * 4001}, {"seen": "zz"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(review([answer("page-index") | wrong]), SCHEMA)


def test_fifty_megabytes_are_refused_unread(tmp_path: Path) -> None:
    big = tmp_path / "big.json"
    with big.open("wb") as opened:
        opened.truncate(50 * 1024**2)
    with pytest.raises(ExportError, match="larger than 4 MB, which no review comes to"):
        add(big, tmp_path / "reviews", SEALS)
    assert not (tmp_path / "reviews").exists()


def test_who_answers_is_told_by_the_seal_alone() -> None:
    rows = [answer("page-index", "agree")]
    owners = review(rows, seal=SEALS[Role.OWNER])
    assert read("x", text_of(owners).encode(), SEALS).role is Role.OWNER
    with pytest.raises(ExportError, match="another workspace"):
        read("x", text_of(owners).encode(), seals(b"another secret"))


def test_what_was_changed_by_hand_is_marked_and_halves_of_letters_are_mended() -> None:
    edited = GOOD.replace('"yes"', '"no \\ud83d"')
    got = read("review.json", edited.encode(), SEALS)
    assert got.edited
    assert got.answers[0].comment == "no \ufffd"


def test_nothing_is_written_over_and_a_bad_file_stops_nobody(tmp_path: Path) -> None:
    folder = tmp_path / "reviews"
    first = save(tmp_path / "a.json", review([answer("page-index", "agree")]))
    later = review([answer("page-index", "discuss")], saved="2026-11-22T10:00:00Z")
    filed = add(first, folder, SEALS)
    assert (filed.again, filed.later) == (False, ())
    again = add(first, folder, SEALS)
    assert again.again
    assert add(save(tmp_path / "b.json", later), folder, SEALS).later == ()
    (folder / "torn.json").write_text(GOOD[:99], "utf-8")
    found, faults = read_all(folder, SEALS)
    assert [one.saved.day for one in found] == [21, 22]
    assert faults == ["torn.json breaks off in the middle: it was not saved or sent whole"]
    older = review([answer("page-data", "agree")], saved="2026-11-20T10:00:00Z")
    assert len(add(save(tmp_path / "c.json", older), folder, SEALS).later) == 2
    assert first.read_bytes() == (folder / filed.review.file).read_bytes()
