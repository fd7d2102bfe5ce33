"""What is wrong with a value, in one sentence: what was found, what is expected, what was meant.

Takes a value and what the schema says about its place. Gives text for people, without line and key.
"""

import json
from collections.abc import Iterable
from math import isfinite

from netreport.model.text import clean
from netreport.sources.strategy.meaning import LONGEST, closest, guess
from netreport.sources.strategy.schema import Node, homes, keys_of
from netreport.sources.yaml import Keys, Plain

MOST_NAMES = 12
LONG = 160  # letters; behind a longer list of words nobody would see what was meant


def wrong_value(found: Plain, node: Node) -> str:
    """Say that a value cannot stand where the schema has `node`."""
    meant = guess(found, node)
    hint = f" (did you mean {meant}?)" if meant else ""
    wanted = expectation(node)
    if len(wanted) > LONG:
        return f"found {shown(found)}{hint}, {wanted}"
    return f"found {shown(found)}, {wanted}{hint}"


def unknown_key(path: Keys, group: Node) -> str:
    """Say that a group has no such key, and where the key belongs."""
    key = str(path[-1])
    elsewhere = homes().get(key, ())
    if close := closest(key, keys_of(group)):
        hint = f' (did you mean "{close}"?)'
    elif key.isdecimal():
        hint = f" (a comma ends a value; write fractions with a point: 0.{key})"
    elif len(elsewhere) == 1:
        place = f"under {elsewhere[0]}" if elsewhere[0] else "at the start of a line"
        hint = f" (it belongs {place}; check the spaces before it)"
    else:
        hint = f", expected one of {', '.join(keys_of(group))}" if keys_of(group) else ""
    return f"there is no such key here{hint}"


def missing_key(node: Node) -> str:
    """Say that a key must be there, and what it is for."""
    said = str(node.get("description", "")).split("\n", maxsplit=1)[0]
    return f"is missing. {said}" if said else "is missing"


def unknown_name(found: str, known: Iterable[str], of: str) -> str:
    """Say that a name is not one of those that the file itself gives to such things."""
    names = tuple(dict.fromkeys(known))
    close = closest(found, names)
    hint = f' (did you mean "{close}"?)' if close else ""
    more = ", …" if len(names) > MOST_NAMES else ""
    among = ", ".join(names[:MOST_NAMES]) or "there is none"
    return f"found {shown(found)}, expected {of}: {among}{more}{hint}"


def shown(found: Plain) -> str:
    """Give a value as the file has it, on one line; lists and groups by their kind."""
    match found:
        case None:
            return "nothing"
        case dict():
            return "a group of keys"
        case list():
            return "a list" if found else "an empty list"
        case float() if not isfinite(found):
            return "a number beyond all bounds"
        case str():
            return json.dumps(clean(found, LONGEST), ensure_ascii=False)
        case _:
            return json.dumps(found)


def expectation(node: Node) -> str:
    """Say what the schema wants: `expected ...`."""
    match node:
        case {"errorMessage": str(message)}:
            return message
        case {"enum": list(words)}:
            return f"expected one of {', '.join(str(word) for word in words)}"
        case {"type": "integer" | "number" as kind}:
            return f"expected a {'whole ' if kind == 'integer' else ''}number{_range(node)}"
        case {"type": "array"}:
            least = " with at least one entry" if node.get("minItems") else ""
            return f"expected a list{least}, such as [one, two]"
        case _:
            return f"expected {_kind(node)}"


def _kind(node: Node) -> str:
    match node:
        case {"type": "boolean"}:
            return "true or false"
        case {"type": "object"}:
            return "keys with their values, indented below it"
        case {"minLength": 1, "maxLength": most}:
            return f"text of 1 to {most} letters"
        case {"maxLength": most}:
            return f"text of at most {most} letters"
        case _:
            return "text"


def _range(node: Node) -> str:
    match node:
        case {"minimum": least, "maximum": most} if least == most:
            return f": {most}"
        case {"minimum": least, "maximum": most}:
            return f" from {least} to {most}"
        case {"exclusiveMinimum": above, "maximum": most}:
            return f" above {above} and up to {most}"
        case _:
            return ""
