"""Plain YAML: what it means, what is refused, and where each mistake stands."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from netreport.errors import Mistake, StrategyError
from netreport.sources import yaml
from netreport.sources.yaml import Plain, Spot

PIECES = ["a", ":", " ", "\n", "-", "[", "]", "{", "}", "#", "&", "*", "!", "|", ">", "'", '"', "%"]
PIECES += [
    "@",
    "`",
    "?",
    ",",
    ".",
    "\t",
    "\\",
    "\\u",
    "\\x",
    "0",
    "~",
    "<<",
    "=",
    "---",
    "\ud800",
    "\x00",
]


def told(text: str) -> tuple[Mistake, ...]:
    with pytest.raises(StrategyError) as refused:
        yaml.load(text, "strategy.yml")
    assert refused.value.problem.startswith("strategy.yml")
    return refused.value.mistakes


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("a: true", True),
        ("a: false", False),
        ("a: yes", "yes"),
        ("a: NO", "NO"),
        ("a: on", "on"),
        ("a: True", "True"),
        ("a: null", None),
        ("a:", None),
        ("a: ~", None),
        ("a: 12", 12),
        ("a: -3", -3),
        ("a: 010", 10),
        ("a: 0x10", "0x10"),
        ("a: 1_000", "1_000"),
        ("a: 1:30", "1:30"),
        ("a: 0.40", 0.4),
        ("a: .5", 0.5),
        ("a: 1e3", 1000.0),
        ("a: .nan", ".nan"),
        ("a: .inf", ".inf"),
        ("a: 2024-05-01", "2024-05-01"),
        ("a: 2024-05", "2024-05"),
        ("a: '12'", "12"),
        ('a: "true"', "true"),
        ("a: =", "="),
        ("a: []", []),
        ("a: {}", {}),
        ("a: {2025: 1, yes: 2}", {"2025": 1, "yes": 2}),
        ("a: [NO, SE]", ["NO", "SE"]),
        ("a: |\n  two\n  lines\n", "two\nlines\n"),
        ("\ufeffa: 1", 1),
        ("%YAML 1.2\n---\na: 1", 1),
    ],
)
def test_words_mean_what_people_mean(text: str, meant: Plain) -> None:
    data = yaml.load(text, "strategy.yml").data

    assert data == {"a": meant}
    assert isinstance(data, dict)
    assert type(data["a"]) is type(meant)


@pytest.mark.parametrize("text", ["", "\n\n", "# only a note\n", "---\n", "null"])
def test_nothing_is_none(text: str) -> None:
    assert yaml.load(text, "strategy.yml").data is None


def test_every_key_and_value_has_its_place() -> None:
    positions = yaml.load("# note\na: 1\nb:\n  - x: [u, 'v']\n", "strategy.yml").positions

    assert positions.of(("a",)) == Spot(2, 4)
    assert positions.of_key(("a",)) == Spot(2, 1)
    assert positions.of_key(("b", 0, "x")) == Spot(4, 5)
    assert positions.of(("b", 0, "x", 1)) == Spot(4, 12)
    assert positions.of(("b", 0, "missing")) == Spot(4, 5)
    assert positions.of_key(("missing",)) == Spot(2, 1)


@pytest.mark.parametrize(
    ("text", "spot", "key", "part"),
    [
        ("a: &x 1", (1, 4), "a", "& needs quotes"),
        ("a: 1\nb: *x", (2, 4), "b", "* needs quotes"),
        ("a: !!python/name:os.system x", (1, 4), "a", "! needs quotes"),
        ("a: !x [1]", (1, 4), "a", "! needs quotes"),
        ("a: ! x", (1, 4), "a", "! needs quotes"),
        ("!x a: 1", (1, 1), "", "! needs quotes"),
        ("&x a: 1", (1, 1), "", "& needs quotes"),
        ("a: 1\n<<: {b: 2}", (2, 1), "", "<< is not allowed"),
        ("a: 1\n---\nb: 2", (2, 1), "", "second document"),
        ("a: 1\nb:\n  c: 1\n  c: 2", (4, 3), "b.c", "the first is in line 3"),
        ("a: 1\n'a': 2", (2, 1), "a", "the first is in line 1"),
        ("? [a]\n: 1", (1, 3), "", "one word or text"),
        ('a: "\\x07"', (1, 4), "a", "invisible"),
        ('a: "\\ud800"', (1, 4), "a", "invisible"),
        ("a: x\x00", (1, 5), "", "invisible"),
        ("b: 1\na: \x07", (2, 4), "", "invisible"),
    ],
)
def test_what_is_not_plain_is_refused(
    text: str, spot: tuple[int, int], key: str, part: str
) -> None:
    first = told(text)[0]

    assert (first.line, first.column, first.key) == (*spot, key)
    assert part in first.message


@pytest.mark.parametrize(
    ("text", "spot", "part"),
    [
        ("a:\n\tb: 1", (2, 1), "a tab stands here"),
        ("a: b: c", (1, 5), "one colon too many"),
        ("a: 1\n  b: 2", (2, 4), "does not line up"),
        ("a:\n  - 1\n b: 2", (3, 2), "does not line up"),
        ("a: 'x\nb: 1\n", (1, 4), "never closed"),
        ("a: [1, 2\nb: 3", (1, 4), "bracket ["),
        ("a: {b: 1\n", (1, 4), "bracket {"),
        ("a: 'it's'", (1, 8), "closing quote"),
        ("a: @x", (1, 4), "@ needs quotes"),
        ("a: `x`", (1, 4), "` needs quotes"),
        ("a: %x", (1, 4), "% needs quotes"),
        ("a: >x", (1, 5), "needs quotes"),
        ('a: "C:\\dir"', (1, 8), "backslash"),
        ("a: 1\nother\nb: 2", (3, 1), "without its colon"),
        ("a: - b", (1, 4), "line of its own"),
        ('a: "\\UFFFFFFFF"', (1, 2), "means no letter"),
    ],
)
def test_broken_yaml_is_told_in_a_plain_sentence(
    text: str, spot: tuple[int, int], part: str
) -> None:
    (mistake,) = told(text)

    assert (mistake.line, mistake.column) == spot
    assert part in mistake.message


def test_all_doubles_and_tags_are_told_at_once() -> None:
    assert [mistake.line for mistake in told("a: 1\na: 2\nb: !x 3\na: 4\n")] == [2, 3, 4]


@pytest.mark.parametrize("levels", [yaml.DEEPEST, yaml.DEEPEST + 1])
def test_twenty_levels_are_read_and_one_more_is_not(levels: int) -> None:
    text = "[" * levels + "]" * levels

    if levels == yaml.DEEPEST:
        assert yaml.load(text, "strategy.yml").data != []
    else:
        assert "levels deep" in told(text)[0].message


def test_a_quarter_of_a_megabyte_is_read_and_one_byte_more_is_not() -> None:
    fits = "#" + "x" * (yaml.LARGEST - 1)

    assert yaml.load(fits, "strategy.yml").data is None
    with pytest.raises(StrategyError, match="256 KB"):
        yaml.load(fits + "x", "strategy.yml")
    with pytest.raises(StrategyError, match="256 KB"):
        yaml.decode(fits.encode() + b"x", "strategy.yml")


@pytest.mark.parametrize("text", ["[" * 200_000, "? " * 100_000, "- " * 100_000, "a:\n " * 60_000])
def test_a_deep_file_is_refused_and_not_crashed_on(text: str) -> None:
    with pytest.raises(StrategyError):
        yaml.load(text, "strategy.yml")


@pytest.mark.parametrize(
    ("raw", "spot"),
    [
        ("a: 1\nb: Müller".encode("latin-1"), (2, 5)),
        ("a: 1".encode("utf-16"), (1, 1)),
        (b"a: \xc3", (1, 4)),
    ],
)
def test_other_encodings_are_told_with_their_place(raw: bytes, spot: tuple[int, int]) -> None:
    with pytest.raises(StrategyError) as refused:
        yaml.decode(raw, "strategy.yml")

    (mistake,) = refused.value.mistakes
    assert (mistake.line, mistake.column) == spot
    assert "UTF-8" in mistake.message


def test_a_byte_order_mark_is_no_letter(tmp_path: Path) -> None:
    (tmp_path / "s.yml").write_bytes(b"\xef\xbb\xbfa: 1\r\n")

    assert yaml.load(yaml.read(tmp_path / "s.yml"), "s.yml").data == {"a": 1}


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "absent.yml", tmp_path / "a\x00b"):
        with pytest.raises(StrategyError, match="no such file"):
            yaml.read(path)


@settings(max_examples=400, deadline=None)
@example("a: \x85b")
@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=40).map("".join)))
def test_no_text_does_more_than_be_refused(text: str) -> None:
    try:
        document = yaml.load(text, "strategy.yml")
    except StrategyError as refused:
        assert refused.remedy  # noqa: PT017 - being refused is one of two right answers
    else:
        assert isinstance(document.data, dict | list | str | int | float | bool | None)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=80))
def test_no_bytes_do_more_than_be_refused(raw: bytes) -> None:
    try:
        yaml.load(yaml.decode(raw, "strategy.yml"), "strategy.yml")
    except StrategyError as refused:
        assert refused.remedy  # noqa: PT017 - being refused is one of two right answers


plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**14), 10**14) | st.text("aß 1:#-'\"", max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text("ab:# ", max_size=4), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=200, deadline=None)
@given(plain)
def test_json_means_the_same_here(data: Plain) -> None:
    """JSON is YAML: whatever it says is read as it stands."""
    text = json.dumps(data, ensure_ascii=False)
    assert yaml.load(text, "strategy.yml").data == data
