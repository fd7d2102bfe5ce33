"""The JSON Schema of `strategy.yml`: editors complete and explain keys with it, messages word it.

Takes the model's own schema and says it in draft 2020-12 for people: no defaults of whole groups,
an example of a segment to start from, the metrics that a target may name.
"""

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import TypeAlias

from netreport.model.strategy import Strategy
from netreport.sources.yaml import Keys

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
Node: TypeAlias = "dict[str, Json]"

FIRST_LINE = "# yaml-language-server: $schema=./strategy.schema.json"
_SEGMENT: Json = [
    {
        "label": "a new segment",
        "body": {
            "id": "${1:my-group}",
            "label": "${2:What the report calls them}",
            "fit": "${3|ideal,good,neutral,poor|}",
            "where": {"function": ["${4:Sales}"], "region": ["${5:DACH}"]},
        },
    }
]


def strategy_schema(metric_ids: Collection[str] = ()) -> dict[str, Json]:
    """Give the schema of a strategy file; targets may name `metric_ids`, or anything if empty."""
    schema: dict[str, Json] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Strategy.model_json_schema(),
        "title": "Connection strategy",
    }
    for group in (schema, *_part(schema, "$defs").values()):
        _tidy(group)
    _part(schema, "$defs", "Segment")["defaultSnippets"] = _SEGMENT
    if metric_ids:
        targets = _part(schema, "properties", "targets")
        targets["properties"] = dict.fromkeys(metric_ids, targets["additionalProperties"])
        targets["additionalProperties"] = False
    return schema


def at(path: Keys) -> Node:
    """Give what the schema says about the value at `path`; empty where it knows no such key."""
    node: Node = _whole()
    for key in path:
        node = _below(_plain(node), key)
    return _plain(node)


@cache
def homes() -> Mapping[str, tuple[str, ...]]:
    """Give for every key the dotted names of the groups that have it, `` for the top."""
    found: dict[str, tuple[str, ...]] = {}
    for group, node in _groups(_whole(), ()):
        for key in _names(node):
            found[key] = (*found.get(key, ()), group)
    return found


def keys_of(node: Node) -> tuple[str, ...]:
    """Give the keys that a group may have."""
    return tuple(_names(node))


@cache
def _whole() -> Node:
    return strategy_schema()


def _names(node: Node) -> Mapping[str, Json]:
    properties = node.get("properties")
    return properties if isinstance(properties, dict) else {}


def _groups(node: Node, path: tuple[str, ...]) -> Iterator[tuple[str, Node]]:
    node = _plain(node)
    yield ".".join(path), node
    for key in _names(node):
        yield from _groups(_below(node, key), (*path, key))
    if "items" in node:
        yield from _groups(_below(node, 0), path)


def _below(node: Node, key: str | int) -> Node:
    if isinstance(key, int):
        below = node.get("items")
    else:
        patterns = node.get("patternProperties")
        others = [*patterns.values()] if isinstance(patterns, dict) else []
        below = _names(node).get(key, [*others, node.get("additionalProperties")][0])
    return below if isinstance(below, dict) else {}


def _plain(node: Node) -> Node:
    """Follow a reference, and choose the first of several forms; what stands beside it wins."""
    match node:
        case {"$ref": str(name), **beside}:
            target = _part(_whole(), "$defs", name.removeprefix("#/$defs/"))
            return {**target, **beside}
        case {"anyOf": [dict(first), *_], **beside}:
            return {**_plain(first), **beside}
        case _:
            return node


def _part(node: dict[str, Json], *path: str) -> dict[str, Json]:
    for key in path:
        below = node[key]
        if not isinstance(below, dict):
            raise TypeError(f"{key} is no group of the schema")
        node = below
    return node


def _tidy(group: Json) -> None:
    """Give each key a title, and take out defaults that would fill a whole page of a file."""
    for key, node in _names(group).items() if isinstance(group, dict) else ():
        if isinstance(node, dict):
            node.setdefault("title", key.replace("_", " ").title())
            if isinstance(node.get("default"), dict | None):
                node.pop("default", None)
