"""The strategy file: what loads, what is told about what does not, and where."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import get_args, get_origin

import pytest
import yaml as pyyaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from netreport.errors import Mistake, StrategyError
from netreport.model.places import COUNTRIES, MACRO_REGIONS
from netreport.model.strategy import Decision, Fit, Rule, Strategy, Target
from netreport.model.taxonomy import FUNCTIONS, SENIORITIES
from netreport.sources.strategy import check, read
from netreport.sources.yaml import Keys, Plain, dotted, load
from strategy_text import LEAST, METRICS, SAMPLES, checked, errors, segments


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_samples_load_with_every_value_as_it_stands(path: Path) -> None:
    strategy = read(path, METRICS)

    written = load(path.read_text("utf-8"), path.name).data
    assert _agrees(strategy.model_dump(mode="json"), written)


def test_three_samples_are_tried() -> None:
    assert [path.stem for path in SAMPLES] == ["apac-b2b-seller", "broadcaster", "job-seeker"]


def test_the_only_warning_of_the_samples_is_a_segment_behind_everybody() -> None:
    told = {path.stem: [w.key for w in check(path, METRICS).warnings] for path in SAMPLES}

    assert told == {"apac-b2b-seller": [], "broadcaster": ["segments.1"], "job-seeker": []}


def test_objective_and_segments_are_all_that_must_be_there() -> None:
    strategy = checked(LEAST).strategy

    assert strategy is not None
    assert strategy.invitations.order == tuple(Rule)
    assert strategy.invitations.default is Decision.IGNORE
    assert strategy.invitations.ideal.decision is Decision.ACCEPT
    assert strategy.sharing.redact_names
    assert strategy.judged_targets() == {}


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("owner: {}", ["objective", "segments"]),
        ("segments: []\nobjective: {kind: sell}", ["segments", "objective.statement"]),
        (
            "objective: {}\nsegments: [{}]",
            [
                "objective.kind",
                "objective.statement",
                "segments.0.fit",
                "segments.0.id",
                "segments.0.where",
            ],
        ),
    ],
)
def test_what_must_be_there_is_an_error_and_no_default(text: str, keys: list[str]) -> None:
    assert [mistake.key for mistake in checked(text).errors] == keys


def test_targets_are_gathered_from_all_over_the_file() -> None:
    strategy = checked(
        LEAST + "quality: {min_relevance_share: 0.5, max_junk_share: 0.25}\n"
        "content: {min_relevant_audience_share: 0.4}\n"
        "invitations: {target_acceptance: {rate: 0.4, low: 0.3, high: 0.5}}\n"
        "targets: {response_debt: {at_most: 10}, junk_share: {at_most: 0.2}}\n"
    ).strategy

    assert strategy is not None
    assert strategy.judged_targets() == {
        "relevance": Target(low=0.5),
        "junk_share": Target(high=0.2),
        "audience_fit": Target(low=0.4),
        "acceptance_received": Target(low=0.3, high=0.5),
        "response_debt": Target(high=10),
    }


def test_a_share_that_asks_for_nothing_is_no_target() -> None:
    """A broadcaster takes any relevance and any junk, and 0.85 to 1.0 of the requests."""
    strategy = read(SAMPLES[1], METRICS)

    assert strategy.judged_targets() == {"acceptance_received": Target(low=0.85)}


def test_a_segment_is_found_by_its_id() -> None:
    strategy = read(SAMPLES[0], METRICS)

    assert strategy.segment("it-canada").fit is Fit.POOR
    with pytest.raises(KeyError):
        strategy.segment("nobody")


def test_a_strategy_cannot_be_changed() -> None:
    strategy = read(SAMPLES[0], METRICS)

    with pytest.raises(ValidationError):
        strategy.quality.min_relevance_share = 1.0  # type: ignore[misc]


def test_every_key_of_the_model_is_explained() -> None:
    unexplained = [
        f"{model.__name__}.{name}"
        for model in _models(Strategy)
        for name, field in model.model_fields.items()
        if not field.description
    ]
    assert unexplained == []


def test_lists_that_people_choose_from_are_complete() -> None:
    assert (len(FUNCTIONS), FUNCTIONS[0], FUNCTIONS[-1]) == (27, "Accounting", "General Management")
    assert len(set(FUNCTIONS)) == 27
    assert (len(SENIORITIES), SENIORITIES[0], SENIORITIES[-1]) == (10, "Unpaid", "Owner")
    assert (len(COUNTRIES), len(MACRO_REGIONS)) == (249, 14)


@pytest.mark.parametrize(
    ("more", "spot", "key", "message"),
    [
        (
            "archetype: seller",
            (1, 12),
            "archetype",
            (
                'found "seller", expected one of b2b_seller, broadcaster, job_seeker, recruiter, '
                'other (did you mean "b2b_seller"?)'
            ),
        ),
        (
            "invitations: {default: acept}",
            (1, 24),
            "invitations.default",
            (
                'found "acept", expected one of accept, ask_why, ignore, review '
                '(did you mean "accept"?)'
            ),
        ),
        (
            "sharing: {redact_names: yes}",
            (1, 25),
            "sharing.redact_names",
            'found "yes", expected true or false (did you mean true?)',
        ),
        (
            "netreport_strategy: true",
            (1, 21),
            "netreport_strategy",
            "found true, expected a whole number: 1",
        ),
        (
            "engagement: {capacity: {hours_per_week: 169}}",
            (1, 41),
            "engagement.capacity.hours_per_week",
            "found 169, expected a number above 0 and up to 168",
        ),
        (
            "engagement: {capacity: {hours_per_week: 5 hours}}",
            (1, 41),
            "engagement.capacity.hours_per_week",
            'found "5 hours", expected a number above 0 and up to 168 (did you mean 5?)',
        ),
        (
            "quality: {min_relevance_share: 40 %}",
            (1, 32),
            "quality.min_relevance_share",
            'found "40 %", expected a number from 0 to 1 (did you mean 0.4?)',
        ),
        (
            "quality: {min_relevance_share: 40}",
            (1, 32),
            "quality.min_relevance_share",
            "found 40, expected a number from 0 to 1 (did you mean 0.4?)",
        ),
        (
            "quality:\n  min_relevance_share: 0,4",
            (2, 24),
            "quality.min_relevance_share",
            'found "0,4", expected a number from 0 to 1 (did you mean 0.4?)',
        ),
        (
            "quality: {min_relevance_share: 0,4}",
            (1, 34),
            "quality.4",
            "there is no such key here (a comma ends a value; write fractions with a point: 0.4)",
        ),
        (
            "quality: {min_relevance_share: .nan}",
            (1, 32),
            "quality.min_relevance_share",
            'found ".nan", expected a number from 0 to 1',
        ),
        (
            "spend: {per_year: {2025: 1e999}}",
            (1, 26),
            "spend.per_year.2025",
            "found a number beyond all bounds, expected a number from 0 to 1000000000",
        ),
        (
            "spend: {per_year: {last: 12}}",
            (1, 20),
            "spend.per_year.last",
            'found "last". Money by year, such as 2025: 1200.',
        ),
        (
            "growth: {annotations: {2024-5: conference}}",
            (1, 24),
            "growth.annotations.2024-5",
            (
                'found "2024-5". What happened in a month, such as 2024-05: a conference; '
                "for your record."
            ),
        ),
        (
            "content: {topics: sales}",
            (1, 19),
            "content.topics",
            'found "sales", expected a list, such as [one, two] (did you mean [sales]?)',
        ),
        (
            "value_proposition: {keywords: [2024]}",
            (1, 32),
            "value_proposition.keywords.0",
            'found 2024, expected text of 1 to 500 letters (did you mean "2024", with the quotes?)',
        ),
        (
            "owner: {home_country: Germany}",
            (1, 23),
            "owner.home_country",
            (
                'found "Germany", expected a country by its two letters, such as AU '
                '(did you mean "DE"?)'
            ),
        ),
        (
            "safelist: [https://example.com/in/jane]",
            (1, 12),
            "safelist.0",
            (
                'found "https://example.com/in/jane", expected a profile address such as '
                "https://www.linkedin.com/in/jane-example"
            ),
        ),
        (
            "engagement:\nquality: {}",
            (1, 12),
            "engagement",
            "found nothing, expected keys with their values, indented below it",
        ),
        (
            "qualty: {}",
            (1, 1),
            "qualty",
            'there is no such key here (did you mean "quality"?)',
        ),
        (
            "hours_per_week: 5",
            (1, 1),
            "hours_per_week",
            (
                "there is no such key here (it belongs under engagement.capacity; "
                "check the spaces before it)"
            ),
        ),
        (
            "quality: {spend: 5}",
            (1, 11),
            "quality.spend",
            (
                "there is no such key here (it belongs at the start of a line; "
                "check the spaces before it)"
            ),
        ),
    ],
)
def test_a_wrong_value_is_told_with_place_key_and_remedy(
    more: str, spot: tuple[int, int], key: str, message: str
) -> None:
    assert errors(more) == (Mistake(*spot, key, message),)


def test_functions_are_all_named_behind_the_one_that_was_meant() -> None:
    (mistake,) = checked(segments("fit: ideal, where: {function: [sales]}")).errors

    assert mistake.message.startswith('found "sales" (did you mean "Sales"?), expected one of Acc')
    assert all(function in mistake.message for function in FUNCTIONS)


def test_all_mistakes_are_told_in_one_run_in_the_order_of_the_file() -> None:
    """A key that stands twice, a wrong word, a dead rule and a missing key."""
    text = (
        "objective: {kind: sell}\n"
        "segments:\n"
        "  - {id: a, fit: idael, where: {region: [Atlantis]}}\n"
        "invitations:\n"
        "  order: [ideal, ideal, default]\n"
        "  poor: {decision: ignore}\n"
        "owner: {}\n"
        "owner: {}\n"
    )

    assert [(m.line, m.column, m.key) for m in checked(text).errors] == [
        (1, 12, "objective.statement"),
        (3, 18, "segments.0.fit"),
        (3, 42, "segments.0.where.region.0"),
        (5, 18, "invitations.order.1"),
        (6, 3, "invitations.poor"),
        (8, 1, "owner"),
    ]


def test_of_a_key_that_stands_twice_the_first_is_looked_at() -> None:
    told = errors("growth: {headline_connection_count: nevr, headline_connection_count: never}")

    assert [(mistake.column, mistake.message[:12]) for mistake in told] == [
        (37, 'found "nevr"'),
        (43, "stands twice"),
    ]


def test_reading_raises_with_every_mistake(tmp_path: Path) -> None:
    path = tmp_path / "strategy.yml"
    path.write_text(LEAST + "a: 1\nb: 2\n", encoding="utf-8")

    with pytest.raises(StrategyError) as refused:
        read(path, METRICS)
    assert [mistake.key for mistake in refused.value.mistakes] == ["a", "b"]
    assert refused.value.problem.startswith("strategy.yml:4:1: a: there is no such key here")
    assert refused.value.problem.endswith("(and 1 more)")
    assert refused.value.file == "strategy.yml"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "empty"),
        ("# a note\n", "empty"),
        ("- a\n- b\n", "a list"),
        ("sell things", "a piece of text"),
        ("12", "a piece of text"),
        ("a: [", "strategy.yml:1:5: a value is missing"),
    ],
)
def test_what_is_no_strategy_at_all_is_told(text: str, part: str, tmp_path: Path) -> None:
    path = tmp_path / "strategy.yml"
    path.write_text(text, encoding="utf-8")

    for look in (read, check):
        with pytest.raises(StrategyError, match=part):
            look(path, METRICS)


def test_an_absent_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(StrategyError, match="no such file"):
        read(tmp_path / "strategy.yml", METRICS)


@settings(max_examples=60, deadline=None)
@given(data=st.data(), path=st.sampled_from(SAMPLES))
def test_a_value_that_was_spoilt_is_told_where_it_stands(data: st.DataObject, path: Path) -> None:
    """Any word of a closed list, number or boolean becomes a word that nobody knows."""
    whole = pyyaml.safe_load(path.read_text("utf-8"))
    spoilt = data.draw(st.sampled_from(sorted(_closed(whole, Strategy), key=str)))
    text = pyyaml.safe_dump(_with(whole, spoilt, "zzqx"), allow_unicode=True, sort_keys=False)
    before = text[: text.index("zzqx")]

    told = [(m.line, m.column, m.key) for m in checked(text).errors if "zzqx" in m.message]
    assert told == [(before.count("\n") + 1, len(before) - before.rfind("\n"), dotted(spoilt))]


@settings(max_examples=60, deadline=None)
@given(data=st.data(), path=st.sampled_from(SAMPLES))
def test_a_key_that_nobody_knows_is_told_where_it_stands(data: st.DataObject, path: Path) -> None:
    whole = pyyaml.safe_load(path.read_text("utf-8"))
    group = data.draw(st.sampled_from(sorted(_groups(whole, Strategy), key=str)))
    text = pyyaml.safe_dump(_with(whole, (*group, "zzqx"), 1), sort_keys=False)
    before = text[: text.index("zzqx")]

    told = [(m.line, m.column, m.key) for m in checked(text).errors]
    spot = (before.count("\n") + 1, len(before) - before.rfind("\n"))
    assert told == [(*spot, dotted((*group, "zzqx")))]


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from([*Strategy.model_fields]),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(
                    st.sampled_from(
                        ["id", "fit", "where", "region", "order", "people", "audience", "x", "low"]
                    ),
                    inner,
                    max_size=3,
                )
            ),
            max_leaves=6,
        ),
        max_size=6,
    )
)
def test_wrong_shapes_are_mistakes_and_never_a_crash(data: dict[str, Plain]) -> None:
    text = pyyaml.safe_dump(data)

    try:
        found = checked(text)
    except StrategyError as refused:
        assert refused.remedy  # noqa: PT017 - being refused is one of two right answers
    else:
        assert (found.strategy is None) == bool(found.errors)


@settings(max_examples=150, deadline=None)
@given(data=st.data(), path=st.sampled_from(SAMPLES))
def test_a_file_cut_or_scratched_anywhere_is_told_or_read(data: st.DataObject, path: Path) -> None:
    text = path.read_text("utf-8")
    start = data.draw(st.integers(0, len(text)))
    gone = data.draw(st.integers(0, 40))
    text = text[:start] + data.draw(st.text(max_size=3)) + text[start + gone :]

    try:
        found = checked(text)
    except StrategyError as refused:
        assert refused.remedy  # noqa: PT017 - being refused is one of two right answers
    else:
        lines = text.count("\n") + text.count("\x85") + text.count("\u2028") + text.count("\r") + 2
        assert all(1 <= mistake.line <= lines for mistake in (*found.errors, *found.warnings))


def _agrees(model: Plain, written: Plain) -> bool:
    """Tell whether everything written is in the model, as it was written."""
    match model, written:
        case dict(), dict():
            return all(_agrees(model.get(key), below) for key, below in written.items())
        case list(), list():
            return len(model) == len(written) and all(map(_agrees, model, written))
        case _:
            return model == written


def _with(whole: Plain, path: Keys, value: Plain) -> Plain:
    changed = deepcopy(whole)
    inner = changed
    for key in path[:-1]:
        inner = inner[key]  # type: ignore[index,call-overload]
    inner[path[-1]] = value  # type: ignore[index,call-overload]
    return changed


def _models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for field in model.model_fields.values():
        for inner in _inside(field.annotation):
            yield from _models(inner)


def _inside(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _inside(argument)


def _groups(value: Plain, annotation: object, path: Keys = ()) -> Iterator[Keys]:
    """Give the keys that lead to each group of fixed keys."""
    models = [*_inside(annotation)]
    named = isinstance(value, dict) and get_origin(annotation) is Mapping
    if isinstance(value, list) or named:
        for key, below in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _groups(below, models[0] if models else None, (*path, key))
    elif isinstance(value, dict) and models:
        yield path
        for key, below in value.items():
            yield from _groups(below, models[0].model_fields[key].annotation, (*path, key))


def _closed(whole: Plain, annotation: object) -> Iterator[Keys]:
    """Give the keys that lead to each number, boolean and word of a closed list."""
    words = {*FUNCTIONS, *SENIORITIES, *Fit, *Decision, "sell", "publish", "job", "usual", "always"}
    for group in _groups(whole, annotation):
        value = whole
        for key in group:
            value = value[key]  # type: ignore[index,call-overload]
        assert isinstance(value, dict)
        for key, below in value.items():
            if isinstance(below, bool | int | float) or below in [*words]:
                yield (*group, key)
            if isinstance(below, list):
                for index, item in enumerate(below):
                    if item in [*words]:
                        yield (*group, key, index)
