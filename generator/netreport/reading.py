"""Everything that a run reads before it works anything out: strategy, exports, the owner's files.

Takes the places of a run, gives a `Read`. Nothing is written but the cache.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from netreport.errors import ExportError
from netreport.metrics import METRICS
from netreport.model.network import Network
from netreport.model.strategy import Strategy
from netreport.model.tables import Table
from netreport.places import Places
from netreport.sources import cache, export, strategy
from netreport.sources.owner import analytics, decisions, outreach, people
from netreport.sources.owner.own_file import OwnFile
from netreport.sources.owner.together import together

Step = Callable[[str], AbstractContextManager[object]]


def quietly(_step: str) -> AbstractContextManager[object]:
    """Tell nobody about a step."""
    return nullcontext()


@dataclass(frozen=True, slots=True)
class Read:
    """What was read: the strategy, the exports, the oldest first, and what the owner adds."""

    strategy: Strategy
    exports: Sequence[Network] = field(repr=False)
    added: Sequence[OwnFile] = field(repr=False)

    @property
    def network(self) -> Network:
        """Give the export that is reported, with all that the owner adds."""
        return together(self.exports[-1], self.added)

    @property
    def older(self) -> Sequence[Network]:
        """Give the others, with what is true of any: who people are, not what was done since."""
        lasting = {Table.ENRICHMENT, Table.COMPANY_FACTS}
        added = [file for file in self.added if file.tables.keys() <= lasting]
        return [together(one, added) for one in self.exports[:-1]]

    @property
    def whole(self) -> Sequence[Network]:
        """Give every export with all that the owner adds."""
        return [together(one, self.added) for one in self.exports]


def read(places: Places, step: Step = quietly) -> Read:
    """Read what a report is made of. Raises StrategyError and ExportError for what cannot be."""
    with step("Reading your strategy"):
        wanted = strategy.read(places.strategy, METRICS)
    with step("Reading the exports"):
        return Read(wanted, read_exports(places), read_owner(places, wanted))


def read_exports(places: Places) -> Sequence[Network]:
    """Read every export, the oldest first, of each day the fullest; the newest is the report's.

    Raises ExportError if one cannot be read.
    """
    if not places.exports:
        raise ExportError("no export was given", remedy="name one with --export")
    found = [(_read(path, places), path) for path in places.exports]
    days = {one.as_of: (one, path) for one, path in sorted(found, key=lambda pair: _rank(pair[0]))}
    *older, (newest, path) = (days[day] for day in sorted(days))
    if places.as_of is not None:
        newest = _read(path, places, places.as_of)
    return [*(one for one, _ in older if one.as_of < newest.as_of), newest]


def _read(path: Path, places: Places, as_of: date | None = None) -> Network:
    return cache.read(path, places.cache, as_of) if places.cache else export.read(path, as_of)


def _rank(network: Network) -> tuple[date, int, str]:
    return network.as_of, len(network.tables), network.source


def read_owner(places: Places, wanted: Strategy | None = None) -> Sequence[OwnFile]:
    """Read what the owner adds; a file that is not there is left out, but not one that is bad.

    `wanted`: whose segments people may be sorted into by hand; without it, into any.
    """
    found = [people.read(path) for path in places.people if path.exists()]
    if wanted is not None:
        found = [people.with_segments_of(file, wanted) for file in found]
    if places.outreach and places.outreach.exists():
        found.append(outreach.read(places.outreach))
    if places.decisions and places.decisions.exists():
        found.append(decisions.read(places.decisions))
    return [*found, *(analytics.read(path).file for path in places.analytics)]
