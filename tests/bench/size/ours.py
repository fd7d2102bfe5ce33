"""netreport itself and its floor: commands, the times of its steps, and what came out.

Takes exports, gives costs, steps and weights. Nothing here judges.
"""

import gzip
import re
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.size.running import Cost, Ran, middle, run

STRATEGY = Path(__file__).parents[3] / "generator/netreport/demo/network/strategy.yml"
NETREPORT = (sys.executable, "-m", "netreport")
# What netreport does before MkDocs begins: the part that the floor does not have.
OWN_STEPS = (
    "Reading your strategy",
    "Reading the exports",
    "Working out who is who",
    "Measuring",
    "Advising",
    "Writing the pages",
)
_STEP = re.compile(r"^(.+): [\d.]+ s, ([\d.]+) s of computing$", re.MULTILINE)
_CHANGES = ("region: [APAC]", "region: [EMEA]")  # who fits: the change that touches the most


@dataclass(frozen=True, slots=True)
class Built:
    """Builds of one size: the median cost, and of each step the median seconds of computing."""

    cost: Cost
    steps: Mapping[str, float]

    @property
    def own(self) -> float:
        """Give the seconds of computing before MkDocs begins."""
        return sum(self.steps.get(name, 0.0) for name in OWN_STEPS)


@dataclass(frozen=True, slots=True)
class Weights:
    """A site's pages but People: how many, KB gzipped of all together and of the heaviest."""

    pages: int
    together: float
    heaviest: float


def build(export: Path, site: Path) -> Ran:
    """Build a site outright, with no workspace and so without a cache."""
    named = ["--export", str(export), "--strategy", str(STRATEGY), "--site-dir", str(site)]
    return _well(run([*NETREPORT, "build", "-v", *named], Path.cwd()))


def render(export: Path, folder: Path) -> None:
    """Write the Markdown of an export's report, for the floor."""
    named = ["--export", str(export), "--strategy", str(STRATEGY), str(folder)]
    _well(run([*NETREPORT, "render", "-q", *named], Path.cwd()))


def floor(folder: Path, site: Path) -> Ran:
    """Build the very same Markdown with MkDocs alone."""
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml")]
    return _well(run([*command, "-d", str(site)], Path.cwd()))


def bare_help() -> Ran:
    """Ask for help: what starting costs."""
    return _well(run([*NETREPORT, "--help"], Path.cwd()))


class Workspace:
    """A workspace with one export, to build cold, and again with only the strategy changed."""

    def __init__(self, root: Path, export: Path) -> None:
        self.root = root
        shutil.copytree(export, root / "exports" / export.name)
        (root / "strategy.yml").write_text(STRATEGY.read_text("utf-8"), "utf-8")

    def cold(self) -> Ran:
        """Build with nothing kept from before."""
        for name in (".netreport", "site"):
            shutil.rmtree(self.root / name, ignore_errors=True)
        return self._build()

    def changed(self) -> Ran:
        """Change who fits, and build again."""
        path = self.root / "strategy.yml"
        text = path.read_text("utf-8")
        before, after = _CHANGES if _CHANGES[0] in text else reversed(_CHANGES)
        path.write_text(text.replace(before, after), "utf-8")
        return self._build()

    def _build(self) -> Ran:
        return _well(run([*NETREPORT, "build", "-v", "-w", str(self.root)], Path.cwd()))


def built(runs: Sequence[Ran]) -> Built:
    """Give the medians of several builds of the same."""
    told = [dict(_STEP.findall(one.said)) for one in runs]
    steps = {name: median(float(one[name]) for one in told) for name in told[0]}
    return Built(middle([one.cost for one in runs]), steps)


def weights(site: Path) -> Weights:
    """Weigh the pages of a site, the list of people aside."""
    pages = [path for path in sorted(site.glob("*.html")) if path.name != "people.html"]
    kilobytes = [len(gzip.compress(path.read_bytes())) / 1000 for path in pages]
    return Weights(len(pages), sum(kilobytes), max(kilobytes))


def _well(ran: Ran) -> Ran:
    if ran.code:
        raise SystemExit(ran.said)
    return ran
