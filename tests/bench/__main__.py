"""How well people are read, each figure with n and its interval: `python tests/bench [FOLDER]`.

FOLDER holds the labelled titles (see titles.py); netreport's own lists need no argument.
"""

import sys
from importlib import resources

import notes
import regions
import titles

from netreport import facts
from netreport.metrics import METRICS
from netreport.model.tables import Table
from netreport.sources import export, strategy

NEWEST = "Complete_LinkedInDataExport_10-31-2026.zip"


def main(arguments: list[str]) -> None:
    """Print the figures of titles, places and notes, and how much of the demo is placed."""
    for name, bench in (("Titles", titles), ("Places", regions), ("Notes", notes)):
        sys.stdout.write(f"\n{name}\n")
        bench.main(arguments)
    sys.stdout.write(f"\nThe demo network\n{_placed()}\n")


def _placed() -> str:
    """Say of how many people in the demo network a country or region is known."""
    with resources.as_file(resources.files("netreport.demo") / "network") as folder:
        wanted = strategy.read(folder / "strategy.yml", METRICS)
        network = facts.derive(export.read(folder / "exports" / NEWEST), wanted)
    people = network.tables[Table.PEOPLE]
    sources = people.get_column("place_source").drop_nulls().value_counts().sort("place_source")
    known = titles.wilson(int(sources.get_column("count").sum()), people.height)
    by_source = "".join(f"\n  {source}: {n}" for source, n in sources.iter_rows())
    return f"a place is known without people.csv of {known}{by_source}"


if __name__ == "__main__":
    main(sys.argv[1:])
