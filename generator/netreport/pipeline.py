"""The whole way, step by step: read, derive, measure, judge, render, build, install.

The only module that knows every room. Takes paths, gives what a run came to. It reads no clock:
the day of a report is the day of its export.
"""

import hashlib
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from netreport import __version__, facts
from netreport.delivery import swap
from netreport.delivery.exchange import exchange
from netreport.errors import ExportError, NetreportError, OutputError
from netreport.metrics import METRICS
from netreport.model.judging import Verdict
from netreport.model.metrics import Inputs
from netreport.model.network import Network
from netreport.model.report import Answer, Report
from netreport.model.settings import Settings
from netreport.model.strategy import Strategy
from netreport.site import build as site_build
from netreport.site import render, verify
from netreport.site.policy import preview_policy
from netreport.site.preview import preview
from netreport.sources import export, settings, strategy
from netreport.sources.owner import analytics, decisions, outreach, people
from netreport.sources.owner.own_file import OwnFile
from netreport.sources.owner.together import together
from netreport.verdicts import judge

Step = Callable[[str], AbstractContextManager[object]]


def quietly(_step: str) -> AbstractContextManager[object]:
    """Tell nobody about a step."""
    return nullcontext()


@dataclass(frozen=True, slots=True)
class Places:
    """Where a run reads and writes; what is None is not there."""

    exports: Sequence[Path]
    strategy: Path
    site: Path
    settings: Path | None = None
    people: Sequence[Path] = ()
    outreach: Path | None = None
    decisions: Path | None = None
    analytics: Sequence[Path] = ()
    as_of: date | None = None

    @property
    def watched(self) -> Sequence[Path]:
        """Give the files whose change is a reason to build again."""
        files = (self.strategy, self.settings, *self.people, self.outreach, self.decisions)
        return [path for path in files if path is not None]


@dataclass(frozen=True, slots=True)
class Built:
    """A finished site: where it is, what it says, and which targets were missed."""

    site: Path
    report: Report = field(repr=False)

    @property
    def missed(self) -> Sequence[Answer]:
        """Give the answers that miss their target."""
        return [a for a in self.report.answers.values() if a.judged.verdict is Verdict.MISSED]


def read_export(exports: Sequence[Path], as_of: date | None) -> Network:
    """Read every export and give the newest; raises ExportError if one cannot be read."""
    networks = [export.read(path) for path in exports]
    if not networks:
        raise ExportError("no export was given", remedy="name one with --export")
    newest = max(networks, key=lambda network: (network.as_of, network.source))
    return newest if as_of is None else export.read(exports[networks.index(newest)], as_of)


def read_owner(places: Places) -> Sequence[OwnFile]:
    """Read what the owner adds; a file that is not there is left out, but not one that is bad."""
    found = [people.read(path) for path in places.people if path.exists()]
    if places.outreach and places.outreach.exists():
        found.append(outreach.read(places.outreach))
    if places.decisions and places.decisions.exists():
        found.append(decisions.read(places.decisions))
    return [*found, *(analytics.read(path).file for path in places.analytics)]


def measure(network: Network, wanted: Strategy) -> Report:
    """Ask every metric and hold its answer against the owner's target."""
    inputs = Inputs(network.tables, wanted, network.as_of)
    targets = wanted.judged_targets()
    answers = {}
    for name, metric in METRICS.items():
        result = metric.ask(inputs)
        answers[name] = Answer(metric, result, judge(result, targets.get(name)))
    return Report(network, wanted, answers)


def report(places: Places, step: Step = quietly) -> tuple[Report, Settings]:
    """Read, derive and measure; nothing is written."""
    with step("Reading your strategy"):
        wanted = strategy.read(places.strategy, METRICS)
        chosen = settings.read(places.settings) if places.settings else Settings()
    with step("Reading the export"):
        network = together(read_export(places.exports, places.as_of), read_owner(places))
    with step("Working out who is who"):
        derived = facts.derive(network, wanted)
    with step("Measuring"):
        return measure(derived, wanted), chosen


def build(places: Places, step: Step = quietly) -> Built:
    """Build the report's site in place of the one before; on any error that one still stands."""
    with swap.workshop(places.site, [*places.exports, places.strategy]) as folder:
        told, chosen = report(places, step)
        with step("Writing the pages"):
            source = render.render(told, chosen, stamp(told, places))
        with step("Building the site"):
            made = folder / "site"
            site_build.build(site_build.write(source, folder), made)
            verify.verify(made)
        swap.install(made, places.site, _marker(source.stamp))
    return Built(places.site, told)


def write(places: Places, folder: Path, step: Step = quietly) -> None:
    """Write the Markdown and mkdocs.yml into a new or empty folder, ready for `mkdocs build`."""
    with swap.workshop(folder, [*places.exports, places.strategy]) as workshop:
        told, chosen = report(places, step)
        with step("Writing the pages"):
            source = render.render(told, chosen, stamp(told, places))
            rendered = workshop / "rendered"
            rendered.mkdir()
            site_build.write(source, rendered)
        swap.install(rendered, folder, _marker(source.stamp))


def serve(places: Places, port: int, failed: Callable[[NetreportError], None]) -> None:
    """Show the report on this computer and build it again when a file changes.

    `failed` hears of an error in a later build; the pages before it stay. Raises OutputError if
    the port is taken, and whatever the first build raises.
    """
    with TemporaryDirectory(prefix="netreport-") as name:
        root = Path(name) / "site"
        _build_preview(places, root)

        def again() -> None:
            try:
                _build_preview(places, root)
            except NetreportError as error:
                failed(error)

        try:
            preview(root, again, places.watched, port)
        except OSError as error:
            raise OutputError(
                f"port {port} cannot be used ({error.strerror})",
                remedy="name another one with --port",
            ) from error


def _build_preview(places: Places, root: Path) -> None:
    told, chosen = report(places)
    source = render.render(told, chosen, stamp(told, places))
    with TemporaryDirectory(dir=root.parent) as name:
        folder = Path(name)
        open_source = replace(source, policy=preview_policy())
        site_build.build(site_build.write(open_source, folder / "source"), folder / "site")
        exchange(folder / "site", root)


def stamp(told: Report, places: Places) -> site_build.Stamp:
    """Name the build by what went into it, so that the same input has the same name."""
    parts = (__version__, told.network.fingerprint, str(told.network.as_of), "private")
    text = places.strategy.read_bytes()
    build_id = hashlib.sha256("\0".join(parts).encode() + text).hexdigest()[:16]
    line = f"Only for you. From the export of {told.network.as_of:%-d %B %Y}."
    return site_build.Stamp(build_id, "private", "Private", line)


def _marker(made: site_build.Stamp) -> dict[str, str]:
    return {"netreport": __version__, "audience": made.audience, "build": made.build_id}
