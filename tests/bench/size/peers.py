"""What somebody would take instead, each in an environment of its own, made when it is wanted.

Takes an export, gives commands. None of them answers what a report answers; each says what it
gives.
"""

import json
import venv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.size import notebook
from bench.size.running import run

_PROFILE = """
import sys, pandas
from ydata_profiling import ProfileReport
table = pandas.read_csv(sys.argv[1], skiprows=3)
ProfileReport(table, title="Connections", progress_bar=False).to_file(sys.argv[2])
"""


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool: what it gives, what pip installs, and its command for an export and an output."""

    name: str
    gives: str
    pins: tuple[str, ...]
    command: Callable[[Path, Path, Path], Sequence[str]]


def installed(peer: Peer, cache: Path) -> Path | str:
    """Give the folder of the peer's programs, installing them first; or why that did not work."""
    home = cache / peer.name.replace(" ", "-")
    stamp = home / "pins.json"
    if not stamp.is_file() or json.loads(stamp.read_text("utf-8")) != list(peer.pins):
        venv.create(home, with_pip=True, clear=True)
        pip = [str(home / "bin" / "python"), "-m", "pip", "install", "--quiet", *peer.pins]
        ran = run(pip, cache)
        if ran.code:
            return ran.last_words
        stamp.write_text(json.dumps(list(peer.pins)), "utf-8")
    return home / "bin"


def _analyzer(programs: Path, export: Path, out: Path) -> Sequence[str]:
    command = [str(programs / "linkedin-analyzer"), "--log-level", "ERROR", "all", "--skip-missing"]
    for word in ("Shares", "Comments", "messages", "Connections"):
        path = next(iter(sorted(export.glob(f"{word}*.csv"))), export / f"{word}.csv")
        command += [f"--{word.lower()}-input", str(path)]
        command += [f"--{word.lower()}-output", str(out / f"{word}.xlsx")]
    return command


def _markdown(programs: Path, export: Path, out: Path) -> Sequence[str]:
    return [str(programs / "linkedin2md"), "-q", "-o", str(out), f"{export}.zip"]


def _notebook(programs: Path, export: Path, out: Path) -> Sequence[str]:
    book = notebook.write(export, out / "network.ipynb")
    convert = [str(programs / "jupyter"), "nbconvert", "--to", "html", "--execute"]
    return [*convert, "--log-level", "ERROR", str(book)]


def _profile(programs: Path, export: Path, out: Path) -> Sequence[str]:
    table, page = export / "Connections.csv", out / "profile.html"
    return [str(programs / "python"), "-W", "ignore", "-c", _PROFILE, str(table), str(page)]


PEERS = (
    Peer(
        "linkedin-analyzer all",
        "four cleaned Excel files",
        ("linkedin-analyzer==0.6.0",),
        _analyzer,
    ),
    Peer("linkedin2md", "each CSV as Markdown", ("linkedin2md==0.7.2",), _markdown),
    Peer(
        "pandas notebook",
        "group-bys as one HTML page",
        ("pandas==2.3.3", "nbconvert==7.17.2", "ipykernel==7.4.0"),
        _notebook,
    ),
    Peer(
        "ydata-profiling",
        "columns of Connections.csv as one HTML page",
        ("ydata-profiling==4.18.4",),
        _profile,
    ),
)
