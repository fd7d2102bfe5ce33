"""netreport beside its floor and beside what somebody would take instead, in one run.

PYTHONPATH=generator:tests python -m tests.bench.size --peers FOLDER [--runs 5] [--sizes 500 5000]

FOLDER keeps the environments of the other tools, which are installed when they are missing;
without it they are left out. Runs alternate, and every figure is a median. Seconds of computing
(user and system, children too) say the same on a busy machine, so the targets are held to those.
"""

import argparse
import os
import platform
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.size import ours
from bench.size.peers import PEERS, Peer, installed
from bench.size.running import Cost, Ran, middle, run
from bench.size.targets import LARGE, SMALL, Figures, targets

SIZES = {500: 2_000, 5_000: 20_000, 30_000: 200_000}
MESSAGES = (20_000, 110_000, 200_000)  # of the same 5,000 people: equal steps, equal cost?
OURS, FLOOR = "netreport build", "mkdocs build"
Contender = Callable[[], Ran]


def main() -> None:
    """Print everything."""
    chosen = _arguments()
    _print(
        f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores"
    )
    _print(f"load {os.getloadavg()[0]:.1f} at the start; medians of {chosen.runs}, alternating")
    told = Figures()
    with TemporaryDirectory() as name:
        folder = Path(name)
        ready = dict(_ready(chosen.peers))
        for size in chosen.sizes:
            _side_by_side(folder, size, chosen.runs, ready, told)
        if SMALL in chosen.sizes:
            _by_messages(folder, chosen.runs, told)
        _rebuilds(folder, max(chosen.sizes), chosen.runs, told)
        _helps(chosen.runs, told)
        if LARGE in chosen.sizes:
            _browsing(folder / f"site-{LARGE}", chosen.runs, told)
    _print("\nTargets\n" + "\n".join(map(str, targets(told))))
    _print(f"load {os.getloadavg()[0]:.1f} at the end")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--runs", type=int, default=5, help="of which the median is taken")
    parser.add_argument("--sizes", type=int, nargs="+", choices=SIZES, default=list(SIZES))
    parser.add_argument("--peers", type=Path, help="keeps the environments of the other tools")
    return parser.parse_args()


def _ready(cache: Path | None) -> Iterator[tuple[Peer, Path]]:
    if cache is None:
        _print("the other tools are left out: --peers FOLDER keeps their environments")
        return
    cache.mkdir(parents=True, exist_ok=True)
    for peer in PEERS:
        home = installed(peer, cache.absolute())
        if isinstance(home, str):
            _print(f"{peer.name} could not be installed: {home}")
        else:
            yield peer, home


def _exported(folder: Path, connections: int, messages: int) -> Path:
    size = f"{connections}:{messages}"
    ran = run([sys.executable, "-m", "tests.bench.size.networks", str(folder), size], Path.cwd())
    if ran.code:
        raise SystemExit(ran.said)
    return folder / f"{connections}-{messages}"


def _side_by_side(
    folder: Path, size: int, runs: int, ready: Mapping[Peer, Path], told: Figures
) -> None:
    """Run netreport, its floor and the others on one export, and print what each took."""
    export = _exported(folder, size, SIZES[size])
    site, pages = folder / f"site-{size}", folder / f"pages-{size}"
    ours.render(export, pages)
    contenders: dict[str, Contender] = {
        OURS: lambda: ours.build(export, site),
        FLOOR: lambda: ours.floor(pages, folder / f"floor-{size}"),
    }
    for peer, programs in ready.items():
        contenders[peer.name] = _contender(peer, programs, export, folder / f"{size}-{peer.name}")
    ran = _alternating(contenders, runs)
    told.builds[size] = ours.built(ran[OURS])
    told.floors[size] = middle([one.cost for one in ran[FLOOR]]).cpu
    told.weights[size] = ours.weights(site)
    _print_costs(size, ran, told)


def _contender(peer: Peer, programs: Path, export: Path, out: Path) -> Contender:
    out.mkdir()
    return lambda: run(peer.command(programs, export, out), out)


def _alternating(contenders: Mapping[str, Contender], runs: int) -> Mapping[str, Sequence[Ran]]:
    """Run all in turn, so often; one that fails is not run again."""
    ran: dict[str, list[Ran]] = defaultdict(list)
    for _ in range(runs):
        for name, contender in contenders.items():
            if not ran[name] or ran[name][-1].code == 0:
                ran[name].append(contender())
    return ran


def _print_costs(size: int, ran: Mapping[str, Sequence[Ran]], told: Figures) -> None:
    _print(f"\n{size:,} connections, {SIZES[size]:,} messages")
    _print(f"{'':24} {'computing s':>11} {'clock s':>8} {'MB':>6} {'x MkDocs':>8}")
    gives = {peer.name: peer.gives for peer in PEERS}
    for name, runs in ran.items():
        if runs[-1].code:
            _print(f"{name:24} failed: {runs[-1].last_words[:100]}")
        else:
            cost = middle([one.cost for one in runs])
            _print(
                f"{_line(name, cost)} {cost.cpu / told.floors[size]:8.2f}  {gives.get(name, '')}"
            )
    steps = told.builds[size].steps.items()
    _print("".join(f"  {name + ':':24}{seconds:9.2f}\n" for name, seconds in steps).rstrip())
    weight = told.weights[size]
    _print(
        f"  {weight.pages} pages besides People, {weight.together:.0f} KB gzipped, "
        f"the heaviest {weight.heaviest:.0f} KB"
    )


def _line(name: str, cost: Cost) -> str:
    return f"{name:24} {cost.cpu:11.2f} {cost.wall:8.2f} {cost.peak:6.0f}"


def _by_messages(folder: Path, runs: int, told: Figures) -> None:
    """Give each step's cost of a message: the same people, three numbers of messages."""
    sites = {count: _exported(folder, SMALL, count) for count in MESSAGES[1:]}
    sites[MESSAGES[0]] = folder / f"{SMALL}-{MESSAGES[0]}"
    contenders = {
        str(count): lambda export=sites[count]: ours.build(export, folder / "mail")  # type: ignore[misc]
        for count in MESSAGES
    }
    ran = _alternating(contenders, runs)
    own = [ours.built(ran[str(count)]).own for count in MESSAGES]
    steps = zip(own, own[1:], MESSAGES, MESSAGES[1:], strict=False)
    told.per_message = [(late - early) / (more - few) * 1e6 for early, late, few, more in steps]
    _print(f"\nmicroseconds a message, at {SMALL:,} connections")
    for few, more, cost in zip(MESSAGES, MESSAGES[1:], told.per_message, strict=False):
        _print(f"  from {few:,} to {more:,}: {cost:.1f}")


def _rebuilds(folder: Path, size: int, runs: int, told: Figures) -> None:
    """Build a workspace cold and again with another strategy, in turn."""
    home = ours.Workspace(folder / "workspace", folder / f"{size}-{SIZES[size]}")
    ran = _alternating({"cold": home.cold, "another strategy": home.changed}, runs)
    costs = {name: middle([one.cost for one in several]) for name, several in ran.items()}
    told.rebuild = costs["cold"].cpu / costs["another strategy"].cpu
    _print(f"\nA workspace of {size:,} connections, built\n{'':24} computing s  clock s     MB")
    for name, cost in costs.items():
        _print(_line(name, cost))


def _helps(runs: int, told: Figures) -> None:
    told.help_milliseconds = 1000 * median(ours.bare_help().cost.cpu for _ in range(2 * runs))


def _browsing(site: Path, runs: int, told: Figures) -> None:
    command = [sys.executable, "-m", "tests.bench.size.browsing", str(site), str(runs)]
    ran = run(command, Path.cwd())
    if ran.code:
        _print(f"the list of people was not looked at: {ran.last_words}")
    else:
        told.usable_milliseconds = float(ran.last_words)


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
