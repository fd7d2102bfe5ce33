"""A first strategy file: one of the archetypes, with the owner's answers written into it.

Takes an archetype's name and `Answers`, gives the text of a commented `strategy.yml`.
Answers stand in double quotes, so that whatever they hold stays text.
"""

import json
from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from importlib import resources

from netreport.model.strategy import Where
from netreport.model.taxonomy import FUNCTIONS, SENIORITIES
from netreport.model.text import clean
from netreport.sources.strategy.view import View
from netreport.sources.yaml import Document, Keys, Plain, compose
from netreport.workspace.questions import LONGEST_WORD, REGIONS, Answers

TARGETS = "target-companies"
LINES_OF_A_SEGMENT = 4


@dataclass(frozen=True, slots=True)
class Archetype:
    """An example to start from.

    `audience`: the segments that posts are for, the ideal people first. `near`: the one of them
    that does the ideal people's work, wherever it is.
    """

    summary: str
    audience: tuple[str, ...]
    near: str = ""


ARCHETYPES: Mapping[str, Archetype] = {
    "b2b-seller": Archetype(
        "I sell to companies", ("ideal-customers", "same-work-elsewhere"), "same-work-elsewhere"
    ),
    "broadcaster": Archetype("I write, and want to be read", ("event-buyers", "readers")),
    "job-seeker": Archetype("I am looking for work", ("hiring-managers", "peers"), "peers"),
    "recruiter": Archetype(
        "I find people for jobs", ("candidates", "candidates-elsewhere"), "candidates-elsewhere"
    ),
    "blank": Archetype("An empty form to fill in", ("my-people",)),
}

OUR_WORDS = frozenset(
    {
        *FUNCTIONS,
        *SENIORITIES,
        *REGIONS,
        *Where.model_fields,
        *(segment for kind in ARCHETYPES.values() for segment in kind.audience),
    }
)


def strategy_text(archetype: str, answers: Answers) -> str:
    """Give a commented strategy file; KeyError where there is no such archetype.

    What was not answered stays as the archetype has it.
    """
    kind = ARCHETYPES[archetype]
    answers = _tidy(answers)
    file = resources.files(__package__) / "archetypes" / f"{archetype}.yml"
    text = file.read_text(encoding="utf-8")
    if answers.companies:
        text = _switched(text, f"  # - id: {TARGETS}", "  # ", "  ")
    if _is_the_same_twice(answers):
        text = _switched(text, f"  - id: {kind.near}", "  ", "  # ")
    return _written(text, kind, answers)


def _tidy(answers: Answers) -> Answers:
    """Take out what nobody can see, and what was said twice."""
    return replace(
        answers,
        objective=clean(answers.objective),
        functions=_distinct(answers.functions),
        seniorities=_distinct(answers.seniorities),
        companies=_distinct(answers.companies),
        regions=_distinct(answers.regions),
        gives=_distinct(answers.gives),
        topics=_distinct(answers.topics),
    )


def _distinct(words: tuple[str, ...]) -> tuple[str, ...]:
    cleaned = (clean(word, LONGEST_WORD) for word in words)
    return tuple({word.casefold(): word for word in cleaned if word}.values())


def _is_the_same_twice(answers: Answers) -> bool:
    """Tell whether the ideal people are all who do their work, so that nobody else is near."""
    return bool(answers.functions) and not (answers.regions or answers.seniorities)


def _switched(text: str, first: str, before: str, after: str) -> str:
    """Switch a segment on or off: its lines, from the `first`, begin with `after` then."""
    lines = text.split("\n")
    if first in lines:
        start = lines.index(first)
        for index in range(start, start + LINES_OF_A_SEGMENT):
            lines[index] = after + lines[index].removeprefix(before)
    return "\n".join(lines)


def _written(text: str, kind: Archetype, answers: Answers) -> str:
    """Write each answer over what stands at its keys, from there to the end of the line."""
    document = compose(text, "strategy.yml")
    segments = {
        str(segment.get("id")): path for path, segment in View(document.data).groups("segments")
    }
    wanted: dict[Keys, Plain] = {
        ("objective", "statement"): answers.objective,
        ("value_proposition", "i_give"): [*answers.gives],
        ("engagement", "capacity", "hours_per_week"): _short(answers.hours_per_week),
        ("content", "topics"): [*answers.topics],
        ("content", "audience"): _audience(document, kind, answers, segments),
        **{
            (*segments[name], "where"): conditions
            for name, conditions in _conditions(kind, answers).items()
            if name in segments
        },
    }
    lines = text.split("\n")
    for path, value in wanted.items():
        if value and value != View(document.data).at(*path):
            line, column = document.positions.of(path)
            lines[line - 1] = lines[line - 1][: column - 1] + _flow(value)
    return "\n".join(lines)


def _conditions(kind: Archetype, answers: Answers) -> dict[str, dict[str, Plain]]:
    ideal = {
        "function": [*answers.functions],
        "seniority": [*answers.seniorities],
        "region": [*answers.regions],
    }
    named = {
        kind.audience[0]: ideal,
        kind.near: {"function": [*answers.functions]},
        TARGETS: {"company_list": [*answers.companies]},
    }
    return {
        name: {key: [*words] for key, words in conditions.items() if words}
        for name, conditions in named.items()
    }


def _audience(
    document: Document, kind: Archetype, answers: Answers, segments: Container[str]
) -> dict[str, Plain]:
    """Give each topic its segments, without one that was switched off."""
    if answers.topics:
        return {
            topic: [name for name in kind.audience if name in segments] for topic in answers.topics
        }
    view = View(document.data)
    return {
        topic: [name for name in view.words("content", "audience", topic) if name in segments]
        for topic in view.group("content", "audience")
    }


def _flow(value: Plain) -> str:
    """Give a value on one line; all text but words of our own stands in double quotes."""
    match value:
        case dict():
            pairs = (f"{_flow(key)}: {_flow(below)}" for key, below in value.items())
            return f"{{{', '.join(pairs)}}}"
        case list():
            return f"[{', '.join(_flow(below) for below in value)}]"
        case str() if value in OUR_WORDS:
            return value
        case _:
            return json.dumps(value, ensure_ascii=False)


def _short(hours: float | None) -> float | None:
    return int(hours) if hours and hours == int(hours) else hours
