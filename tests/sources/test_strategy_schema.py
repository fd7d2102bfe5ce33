"""The JSON Schema for editors: it accepts what netreport accepts, and explains every key."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from netreport.model.places import COUNTRIES, MACRO_REGIONS
from netreport.model.taxonomy import FUNCTIONS, SENIORITIES
from netreport.sources.strategy import FIRST_LINE, strategy_schema
from netreport.sources.yaml import load
from netreport.workspace.questions import Answers
from netreport.workspace.starting import ARCHETYPES, strategy_text
from strategy_text import LEAST, METRICS, SAMPLES

SCHEMA: dict[str, Any] = strategy_schema(METRICS)


def refused(text: str) -> list[str]:
    """Give where the schema refuses a file, as dotted keys."""
    data = load(text, "strategy.yml").data
    found = Draft202012Validator(SCHEMA).iter_errors(data)
    return sorted(".".join(str(key) for key in error.absolute_path) for error in found)


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)

    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert FIRST_LINE.endswith("$schema=./strategy.schema.json")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_schema_accepts_the_samples(path: Path) -> None:
    assert refused(path.read_text("utf-8")) == []


@pytest.mark.parametrize("archetype", ARCHETYPES)
def test_the_schema_accepts_the_archetypes(archetype: str) -> None:
    assert refused(strategy_text(archetype, Answers())) == []


@pytest.mark.parametrize(
    ("more", "where"),
    [
        ("archetype: seller", ["archetype"]),
        ("invitations: {default: acept}", ["invitations.default"]),
        ("sharing: {redact_names: yes}", ["sharing.redact_names"]),
        ("engagement: {capacity: {hours_per_week: 169}}", ["engagement.capacity.hours_per_week"]),
        ("owner: {home_country: Germany}", ["owner.home_country"]),
        ("regions: {Alps: [Germany]}", ["regions.Alps.0"]),
        ("growth: {annotations: {2024-5: conference}}", ["growth.annotations"]),
        ("spend: {per_year: {last: 12}}", ["spend.per_year"]),
        ("targets: {relevence: {at_least: 1}}", ["targets"]),
        ("qualty: {}", [""]),
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(more: str, where: list[str]) -> None:
    assert refused(LEAST + more) == where


def test_editors_can_complete_functions_seniorities_and_regions() -> None:
    properties = SCHEMA["$defs"]["Where"]["properties"]

    assert properties["function"]["items"]["enum"] == [*FUNCTIONS]
    assert properties["seniority"]["items"]["enum"] == [*SENIORITIES]
    words = properties["region"]["items"]["anyOf"][0]
    assert set(words["enum"]) == {*COUNTRIES, *MACRO_REGIONS}
    assert len(words["enum"]) == len(words["enumDescriptions"])
    assert words["enumDescriptions"][words["enum"].index("DE")] == "Germany"
    assert words["enumDescriptions"][words["enum"].index("NA")].startswith("North America")


def test_editors_can_complete_metrics_where_they_are_known() -> None:
    assert [*SCHEMA["properties"]["targets"]["properties"]] == [*METRICS]
    assert "properties" not in strategy_schema()["properties"]["targets"]


def test_every_key_of_the_schema_has_a_title_and_an_explanation() -> None:
    bare = [
        name for name, node in _keys(SCHEMA) if not (node.get("description") and node.get("title"))
    ]

    assert bare == []


def test_no_key_writes_a_whole_group_as_its_default() -> None:
    assert [name for name, node in _keys(SCHEMA) if isinstance(node.get("default"), dict)] == []


def test_the_key_called_default_is_still_there() -> None:
    assert "default" in SCHEMA["$defs"]["Invitations"]["properties"]


def _keys(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give each key with what is said of it, with its group's own words where it refers to one."""
    for group in (schema, *schema["$defs"].values()):
        for name, node in group.get("properties", {}).items():
            target = schema["$defs"].get(node.get("$ref", "").removeprefix("#/$defs/"), {})
            yield name, {**target, **node}
