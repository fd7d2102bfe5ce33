"""How long the leak gate takes for the site of 30,000 connections and 200,000 messages.

PYTHONPATH=generator:tests python tests/bench/leaks.py [CONNECTIONS [MESSAGES]]
"""

import sys
import time
from collections.abc import Callable
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from netreport import pipeline
from netreport.audience import Audience
from netreport.delivery import leaks
from netreport.delivery.leaks.searching import search
from netreport.demo.story import MOST_CONNECTIONS, MOST_MESSAGES, Plan
from netreport.demo.writing import write_export
from netreport.pipeline import Places

Value = TypeVar("Value")


def main(arguments: list[str]) -> None:
    """Print the seconds of each step, and what was found in each audience's site."""
    sizes = [*map(int, arguments), *(MOST_CONNECTIONS, MOST_MESSAGES)[len(arguments) :]]
    with TemporaryDirectory() as name, resources.as_file(_demo()) as strategy:
        export = Path(name) / "export"
        write_export(Plan(connections=sizes[0], messages=sizes[1]), export)
        for audience in (Audience.PUBLIC, Audience.COACH):
            _measure(Places([export], strategy, Path(name) / audience, audience=audience))


def _demo() -> Traversable:
    return resources.files("netreport.demo") / "network" / "strategy.yml"


def _measure(places: Places) -> None:
    told = pipeline.build(places).report
    size = sum(path.stat().st_size for path in places.site.rglob("*") if path.is_file())
    _print(f"{places.audience}: {size / 1e6:.1f} MB")
    networks = _timed("read again", lambda: pipeline.read_exports(places))
    own = leaks.own(told, places.strategy)
    known = _timed("know", lambda: leaks.known(networks, own, 5))
    _print(f"  {known.phrases.height} phrases, {len(known.runs)} runs of words")
    found = _timed("look", lambda: search(places.site, known))
    _print(f"  {len(found)} leaks")


def _timed(step: str, work: Callable[[], Value]) -> Value:
    wall, used = time.perf_counter(), time.process_time()
    value = work()
    spent, wall = time.process_time() - used, time.perf_counter() - wall
    _print(f"  {step}: {spent:.1f} s of one processor, {wall:.1f} s by the clock")
    return value


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
