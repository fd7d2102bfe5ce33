"""The demo network, written once for all tests of this folder."""

import csv
import io
from collections.abc import Callable
from datetime import date

import pytest

from netreport.demo.files.export import members
from netreport.demo.story import QUARTER, Plan
from netreport.demo.world import World, imagine

Files = dict[str, str]
Table = list[dict[str, str]]


@pytest.fixture(scope="session")
def plan() -> Plan:
    return Plan()


@pytest.fixture(scope="session")
def world(plan: Plan) -> World:
    return imagine(plan)


@pytest.fixture(scope="session")
def files(world: World, plan: Plan) -> Files:
    """Give the newer of the two embedded exports, as text by name."""
    return _texts(world, plan.as_of)


@pytest.fixture(scope="session")
def older_files(world: World, plan: Plan) -> Files:
    return _texts(world, plan.as_of - QUARTER)


@pytest.fixture(scope="session")
def table() -> Callable[[str], Table]:
    """Give rows of a CSV text by column, read by the standard library and not by netreport."""
    return _table


def _texts(world: World, day: date) -> Files:
    return {name: "".join(pieces) for name, pieces in members(world, day)}


def _table(text: str) -> Table:
    if text.startswith("Notes:\n"):
        text = text.split("\n\n", 1)[1]
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
