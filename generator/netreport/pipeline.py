"""The whole way, step by step: read, derive, measure, judge, render, build, install.

The only module that knows every room. Takes paths, gives what a run came to. It reads no clock:
the day of a report is the day of its export.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from netreport import __version__, facts
from netreport.advice import advise
from netreport.audience import Audience, Limited, Reader, limited, reader_for
from netreport.delivery import leaks, serving, swap
from netreport.delivery.exchange import exchange
from netreport.delivery.withholding import withheld
from netreport.errors import NetreportError
from netreport.facts.history import changes
from netreport.metrics import METRICS
from netreport.model.history import Score, score_of
from netreport.model.metrics import Inputs
from netreport.model.network import Network
from netreport.model.own import OwnWords
from netreport.model.published import Cell
from netreport.model.report import Answer, History, Report
from netreport.model.results import Result
from netreport.model.settings import Settings
from netreport.model.strategy import Strategy
from netreport.model.tables import Table
from netreport.pages import PAGES
from netreport.pages.wording import Wording
from netreport.pages.writer import Writer
from netreport.places import Built, Places
from netreport.reading import Read, Step, quietly, read, read_exports
from netreport.reviewing import discuss
from netreport.site import build as site_build
from netreport.site import overrides, render, verify
from netreport.site import stamp as site_stamp
from netreport.site.policy import portable_policy, preview_policy
from netreport.sources import cache, key, own_texts, published, scores, settings, texts
from netreport.sources.reviews import returned
from netreport.verdicts import judge

__all__ = [
    "Built",
    "Places",
    "Step",
    "build",
    "known",
    "read_exports",
    "remember",
    "report",
    "serve",
    "untold",
    "write",
    "writer",
]


def ask(network: Network, wanted: Strategy) -> Mapping[str, Result]:
    """Ask every metric of a derived network."""
    inputs = Inputs(network.tables, wanted, network.as_of)
    return {name: metric.ask(inputs) for name, metric in METRICS.items()}


def judged(results: Mapping[str, Result], wanted: Strategy) -> Mapping[str, Answer]:
    """Hold every result against the owner's target."""
    targets = wanted.judged_targets()
    return {
        name: Answer(METRICS[name], result, judge(result, targets.get(name)))
        for name, result in results.items()
    }


def report(places: Places, step: Step = quietly) -> Report:
    """Read, derive, measure and advise; nothing is written but the cache."""
    return _reported(read(places, step), places, step)


def _reported(found: Read, places: Places, step: Step) -> Report:
    wanted = found.strategy
    with step("Working out who is who"):
        *before, now = _derived([*found.older, found.network], wanted, places)
        known = [one for one in before if Table.PEOPLE in one.tables]
        if known and Table.PEOPLE in now.tables:
            now = now.adding({Table.CHANGES: changes(known[-1], now)})
    with step("Measuring"):
        results = ask(now, wanted)
        history = History(
            tuple(_score(one, wanted, ask(one, wanted)) for one in before),
            _score(now, wanted, results),
            scores.read(places.scores)[0] if places.scores else (),
        )
    with step("Advising"):
        made = secret(places, now)
        told = Report(now, wanted, judged(results, wanted), advise(now, wanted, made), history)
        titles = {page.path: page.title for page in PAGES}
        return discuss(told, returned(places.reviews, made), before, titles)


def _derived(networks: Sequence[Network], wanted: Strategy, places: Places) -> Sequence[Network]:
    """Derive facts, or take them from the cache, which then holds those of these alone."""
    by = facts.concerned(wanted)
    if places.cache is None:
        return [facts.derive(one, by) for one in networks]
    found = [cache.derived(one, by, places.cache, facts.derive) for one in networks]
    cache.tidy(places.cache, places.exports, [cache.key_of_facts(one, by) for one in networks])
    return found


def secret(places: Places, network: Network) -> bytes:
    """Give the workspace's key; for another reader than the owner it is made if there is none.

    Without a workspace the owner has no key. Another reader gets one made of the export, which is
    the same for the same export; no page but the owner's says what it is made of.
    """
    if places.audience is Audience.PRIVATE:
        return key.read(places.key) if places.key else b""
    if places.key:
        return key.make(places.key)
    return hashlib.sha256(f"key\0{network.fingerprint}\0{network.added}".encode()).digest()


def _score(network: Network, wanted: Strategy, results: Mapping[str, Result]) -> Score:
    return score_of(network, wanted, facts.classifier(), results)


def build(places: Places, step: Step = quietly) -> Built:
    """Build the report's site in place of the one before; on any error that one still stands.

    Of a site for everybody the counts are written down: from now on they may have been told.
    """
    built = untold(places, step)
    remember(built, places)
    return built


def remember(built: Built, places: Places) -> None:
    """Write down what everybody is told by a site, before it is sent or handed over.

    Raises OutputError where that cannot be written: then the site must not be given away.
    """
    if places.published and built.cells:
        published.record(places.published, built.cells)


def untold(places: Places, step: Step = quietly) -> Built:
    """Build as `build` does, for somebody who looks first; whoever sends it calls `remember`."""
    protected = [*places.exports, places.strategy]
    swap.refuse(places.site, protected)
    told, hidden = _reported_with_secrets(places, step)  # what cannot be read leaves nothing behind
    with swap.workshop(places.site, protected) as folder:
        stamp, cells = _made(told, hidden, places, folder, step)
        with step("Looking for leaks"):
            _guard(folder / "site", hidden, told, places)
        swap.install(folder / "site", places.site, _marker(stamp))
    if places.scores:
        scores.record(places.scores, told.history.now)
    warnings = overrides.outdated(places.templates)
    return Built(places.site, told, reader(told, places), warnings, cells)


def _reported_with_secrets(places: Places, step: Step) -> tuple[Report, leaks.Known | None]:
    """Read once what is told, and, for another reader than the owner, what must not be."""
    found = read(places, step)
    hidden = _hidden(found, places, step)
    return _reported(found, places, step), hidden


def _made(
    told: Report, hidden: leaks.Known | None, places: Places, folder: Path, step: Step
) -> tuple[site_build.Stamp, Mapping[str, Cell]]:
    """Build the site in `folder`; no page of it is held in memory afterwards."""
    with step("Writing the pages"):
        fit = seen(told, hidden, places)
        source = written(told, fit.report, places)
    with step("Building the site"), overrides.blamed(places.templates):
        made = folder / "site"
        site_build.build(site_build.write(source, folder), made, source.links)
        verify.verify(made, source.links)
    return source.stamp, fit.cells


def seen(told: Report, hidden: leaks.Known | None, places: Places) -> Limited:
    """Give what the reader of the build may see of a report.

    What was typed into reviews is kept from a coach where it names somebody of `hidden`.
    """
    public = places.audience is Audience.PUBLIC
    known = published.read(places.published) if public and places.published else {}
    fit = limited(told, reader(told, places), known)
    if hidden is None or public or reader(told, places).names or not told.discussion.threads:
        return fit
    return replace(fit, report=withheld(fit.report, hidden))


def written(told: Report, fit: Report, places: Places) -> site_build.Source:
    """Write every page of a report in memory, as `fit` has it for its reader."""
    writing = writer(told, places)
    made = site_stamp.stamp(told, writing, places.strategy.read_bytes())
    return render.render(fit, writing, chosen(places), made)


def chosen(places: Places) -> Settings:
    """Give the owner's title, language and palette."""
    return settings.read(places.settings) if places.settings else Settings()


def reader(told: Report, places: Places) -> Reader:
    """Give who reads the build, with what the strategy allows them."""
    return reader_for(places.audience, told.strategy.sharing, secret(places, told.network))


def writer(told: Report, places: Places) -> Writer:
    """Give what writes the report out for its reader."""
    return Writer(
        Wording(chosen(places).language, told.strategy.spend.currency),
        reader(told, places),
        owner=told.strategy.owner.name or told.network.owner.name,
        texts=texts.read(places.texts) if places.texts else {},
        own=OwnWords(own_texts.read(places.content) if places.content else (), places.templates),
    )


def write(places: Places, folder: Path, step: Step = quietly) -> None:
    """Write the Markdown and mkdocs.yml into a new or empty folder, to build with MkDocs."""
    protected = [*places.exports, places.strategy]
    swap.refuse(folder, protected)
    told, hidden = _reported_with_secrets(places, step)
    with swap.workshop(folder, protected) as workshop:
        with step("Writing the pages"):
            source = written(told, seen(told, hidden, places).report, places)
            rendered = workshop / "rendered"
            rendered.mkdir()
            site_build.write(replace(source, policy=portable_policy()), rendered)
            _guard(rendered, hidden, told, places)
        swap.install(rendered, folder, _marker(source.stamp))


def serve(places: Places, port: int, failed: Callable[[NetreportError], None]) -> None:
    """Show the report on this computer and build it again when a file changes.

    `failed` hears of an error in a later build; the pages before it stay. Raises OutputError if
    the port is taken, and whatever the first build raises.
    """
    serving.serve(partial(_build_preview, places), places.watched, port, failed)


def _build_preview(places: Places, root: Path) -> None:
    told, hidden = _reported_with_secrets(places, quietly)
    source = written(told, seen(told, hidden, places).report, places)
    with TemporaryDirectory(dir=root.parent) as name:
        folder = Path(name)
        open_source = replace(source, policy=preview_policy())
        config = site_build.write(open_source, folder / "source")
        with overrides.blamed(places.templates):
            site_build.build(config, folder / "site", source.links)
        exchange(folder / "site", root)


def known(told: Report, places: Places) -> leaks.Known:
    """Give what nobody but the owner may find in a site: everything there is, read once more."""
    return _known(read(places), reader(told, places).k, places)


def _hidden(found: Read, places: Places, step: Step) -> leaks.Known | None:
    """Give what nobody but the owner may find in a site; None where the site is the owner's."""
    if places.audience is Audience.PRIVATE:
        return None
    with step("Noting what must not leak"):
        allowed = reader_for(places.audience, found.strategy.sharing, secret(places, found.network))
        return _known(found, allowed.k, places)


def _known(found: Read, k: int, places: Places) -> leaks.Known:
    own = leaks.own(found, places.strategy, places.settings)
    return leaks.known(found.whole, own, k)


def _guard(made: Path, hidden: leaks.Known | None, told: Report, places: Places) -> None:
    """Keep a site for another reader free of what they may not see, and private ones out of git."""
    if hidden is not None:
        leaks.refuse(made, hidden, names=reader(told, places).names)
    if places.audience is not Audience.PUBLIC:
        swap.keep_out_of_git(made)


def _marker(made: site_build.Stamp) -> dict[str, str]:
    names = {"names": "full"} if made.names else {}
    return {"netreport": __version__, "audience": made.audience, "build": made.build_id, **names}
