"""A first strategy file: commented, loadable at once, and safe whatever the answers hold."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netreport.errors import UsageError
from netreport.model.strategy import Strategy
from netreport.model.taxonomy import FUNCTIONS, SENIORITIES
from netreport.model.text import clean
from netreport.sources.strategy import FIRST_LINE, check_text
from netreport.workspace.questions import QUESTIONS, REGIONS, Answers, answers_from
from netreport.workspace.starting import ARCHETYPES, TARGETS, strategy_text

HOSTILE = [
    'a: b # c, "d", [e] {f}',
    "- x\ny: !!python/object/apply:os.system [ls]",
    "*anchor &anchor <<: %TAG",
    "true",
    "12",
    "null",
    "\\u0041\\n",
    "'single' \"double\" \\",
    "…\u2028\u200e\x00\ud800🙂",
    "---",
]
lists = st.lists(st.one_of(st.text(max_size=30), st.sampled_from(HOSTILE)), max_size=4).map(tuple)
answers = st.builds(
    Answers,
    objective=st.one_of(st.text(max_size=400), st.sampled_from(HOSTILE)),
    functions=st.lists(st.sampled_from(FUNCTIONS), max_size=4).map(tuple),
    seniorities=st.lists(st.sampled_from(SENIORITIES), max_size=4).map(tuple),
    companies=lists,
    regions=st.lists(st.sampled_from(REGIONS), max_size=4).map(tuple),
    hours_per_week=st.none() | st.floats(0, 168, exclude_min=True),
    gives=lists,
    topics=lists,
)


def loaded(text: str) -> Strategy:
    checked = check_text(text, "strategy.yml", ())
    assert (checked.errors, checked.warnings) == ((), ())
    assert checked.strategy
    return checked.strategy


def seen(words: tuple[str, ...]) -> set[str]:
    """Give what can be seen of words, without those that differ in case only."""
    return {shown.casefold() for word in words if (shown := clean(word, 100))}


def folded(words: tuple[str, ...]) -> set[str]:
    return {word.casefold() for word in words}


@pytest.mark.parametrize("archetype", ARCHETYPES)
def test_every_archetype_loads_without_a_warning(archetype: str) -> None:
    text = strategy_text(archetype, Answers())

    strategy = loaded(text)
    assert text.startswith(FIRST_LINE + "\n")
    assert strategy.archetype in {archetype.replace("-", "_"), "other"}


@pytest.mark.parametrize("archetype", ARCHETYPES)
def test_every_second_line_of_an_archetype_helps_people_who_never_programmed(
    archetype: str,
) -> None:
    lines = [line for line in strategy_text(archetype, Answers()).split("\n") if line.strip()]

    commented = [line for line in lines if "#" in line]
    assert len(commented) >= len(lines) / 2
    assert not [line for line in lines if "\t" in line]


@pytest.mark.parametrize("archetype", ARCHETYPES)
def test_an_archetype_names_every_group_of_its_segments(archetype: str) -> None:
    strategy = loaded(strategy_text(archetype, Answers()))

    assert set(ARCHETYPES[archetype].audience) <= {segment.id for segment in strategy.segments}


@pytest.mark.parametrize(
    ("archetype", "asked"),
    [
        (
            archetype,
            dict(zip(("functions", "seniorities", "regions", "companies"), given_, strict=True)),
        )
        for archetype in ARCHETYPES
        for given_ in product(
            [(), ("Sales",)], [(), ("Director",)], [(), ("DACH",)], [(), ("Example Bank",)]
        )
    ],
)
def test_every_mix_of_answers_loads_without_a_warning(
    archetype: str, asked: dict[str, tuple[str, ...]]
) -> None:
    strategy = loaded(strategy_text(archetype, Answers(**asked)))

    ideal = strategy.segment(ARCHETYPES[archetype].audience[0]).where
    if asked["functions"] or asked["seniorities"] or asked["regions"]:
        assert ideal.function == asked["functions"]
        assert ideal.seniority == asked["seniorities"]
        assert ideal.region == asked["regions"]
    else:
        assert not ideal.everybody
    targets = [segment for segment in strategy.segments if segment.id == TARGETS]
    assert [segment.where.company_list for segment in targets] == (
        [asked["companies"]] if asked["companies"] else []
    )


@settings(max_examples=60, deadline=None)
@given(archetype=st.sampled_from([*ARCHETYPES]), answers=answers)
def test_answers_come_back_as_they_were_given(archetype: str, answers: Answers) -> None:
    """Text comes back as it can be seen on one line; nothing in it becomes YAML."""
    strategy = loaded(strategy_text(archetype, answers))
    unanswered = loaded(strategy_text(archetype, Answers()))

    told = clean(answers.objective) or unanswered.objective.statement
    assert strategy.objective.statement == told
    hours = answers.hours_per_week or unanswered.engagement.capacity.hours_per_week
    assert strategy.engagement.capacity.hours_per_week == hours
    gives = answers.gives if seen(answers.gives) else unanswered.value_proposition.i_give
    assert folded(strategy.value_proposition.i_give) == seen(gives)
    topics = answers.topics if seen(answers.topics) else unanswered.content.topics
    assert folded(strategy.content.topics) == seen(topics)
    assert set(strategy.content.audience) == set(strategy.content.topics)
    companies = [s.where.company_list for s in strategy.segments if s.id == TARGETS]
    assert folded(companies[0] if companies else ()) == seen(answers.companies)


def test_answers_change_no_other_line_of_the_file() -> None:
    """An objective and hours are two lines; every comment stays."""
    before = strategy_text("b2b-seller", Answers()).split("\n")
    after = strategy_text("b2b-seller", Answers(objective="Sell", hours_per_week=2)).split("\n")

    changed = [new.strip() for old, new in zip(before, after, strict=True) if old != new]
    assert changed == ['statement: "Sell"', "hours_per_week: 2"]


def test_what_was_said_twice_is_written_once() -> None:
    strategy = loaded(strategy_text("blank", Answers(topics=("Golf", " golf", "\u200e", "Tea"))))

    assert strategy.content.topics == ("golf", "Tea")


def test_ideal_people_of_any_place_and_rank_leave_nobody_near() -> None:
    strategy = loaded(strategy_text("job-seeker", Answers(functions=("Research",))))

    assert "peers" not in {segment.id for segment in strategy.segments}
    assert strategy.content.audience["data engineering"] == ("hiring-managers",)


def test_there_are_six_questions_about_fields_of_the_answers() -> None:
    assert [question.number for question in QUESTIONS] == [1, 2, 2, 2, 3, 4, 5, 6]
    assert {question.key for question in QUESTIONS} == set(Answers.__dataclass_fields__)


def test_every_example_is_an_answer() -> None:
    replies = {question.key: question.example for question in QUESTIONS}

    assert answers_from(replies) == Answers(
        objective="Win training work from companies in Asia",
        functions=("Sales",),
        seniorities=("Director", "VP", "CXO"),
        companies=("Example Bank",),
        regions=("APAC", "NZ"),
        hours_per_week=5,
        gives=("introductions", "advice"),
        topics=("sales growth", "coaching"),
    )


def test_people_may_call_things_by_other_names() -> None:
    replies = {"regions": "germany; uk, apac", "functions": "HR, sales", "hours_per_week": "2,5"}

    assert answers_from(replies) == Answers(
        regions=("DE", "GB", "APAC"), functions=("Human Resources", "Sales"), hours_per_week=2.5
    )


def test_nothing_typed_is_nothing_answered() -> None:
    assert answers_from({"objective": "  ", "regions": " , ;", "hours_per_week": " "}) == Answers()


@pytest.mark.parametrize(
    ("replies", "hint"),
    [
        ({"regions": "Germny"}, "did you mean DE?"),
        ({"functions": "Slaes"}, "did you mean Sales?"),
        ({"seniorities": "wizard"}, "Unpaid"),
        ({"hours_per_week": "many"}, "write a number"),
        ({"hours_per_week": "169"}, "write a number"),
        ({"hours_per_week": "nan"}, "write a number"),
    ],
)
def test_a_word_that_is_not_known_is_told(replies: dict[str, str], hint: str) -> None:
    with pytest.raises(UsageError) as told:
        answers_from(replies)

    assert hint in told.value.remedy


@pytest.mark.parametrize(
    "wrong",
    [
        {"functions": ("Director",)},
        {"seniorities": ("Sales",)},
        {"regions": ("Atlantis",)},
        {"hours_per_week": 0.0},
        {"hours_per_week": float("nan")},
    ],
)
def test_answers_refuse_what_would_make_no_strategy(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="not "):
        Answers(**wrong)  # type: ignore[arg-type]
