"""`netreport review`: reviews come back, and the owner answers."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from netreport import pipeline
from netreport.cli import options
from netreport.cli.telling import shown, tell
from netreport.errors import NetreportError, UsageError
from netreport.model.decisions import Choice, Decision, Kind
from netreport.model.report import Report
from netreport.model.reviews import Role, Sort, Thread
from netreport.model.seals import seals
from netreport.pages.review.beside import beside, title
from netreport.pages.writer import Writer
from netreport.sources import key
from netreport.sources.owner import decisions
from netreport.sources.reviews import Filed, add
from netreport.workspace import find

CHOICES = {"agree": Choice.AGREE, "decline": Choice.DISAGREE, "done": Choice.DONE}


@click.group("review")
def command() -> None:
    """Reviews that came back from a coach, and your answers to them."""


@command.command("add")
@click.argument("files", type=options.PATH, nargs=-1, required=True)
@options.workspace
@click.pass_context
def _add(ctx: click.Context, files: tuple[Path, ...], start: Path | None) -> None:
    """File the reviews that a coach sent back, and say which answers fit the report of today."""
    home = find(start)
    known = seals(key.read(home.key))
    filed, code = [], 0
    for file in files:
        try:
            filed.append(add(file, home.reviews, known))
        except NetreportError as error:
            tell(error)
            code = error.exit_code
    if filed:
        report, _ = _reported(start)
        for one in filed:
            for line in _came_in(one, report):
                click.echo(shown(line))
        click.echo("Build again to see each answer where it belongs.")
    ctx.exit(code)


@command.command("list")
@options.workspace
@options.as_json
def _list(start: Path | None, as_json: bool) -> None:
    """List what was answered, by where it stands, the open ones first."""
    report, writer = _reported(start)
    found = sorted(report.discussion.threads.values(), key=lambda one: ORDER[one.outcome])
    if as_json:
        click.echo(json.dumps([_plain(one, writer) for one in found], indent=1, ensure_ascii=False))
        return
    for fault in report.discussion.faults:
        click.echo(f"warning: {shown(fault)}", err=True)
    if not found:
        click.echo("No review has come back yet.")
    for one in found:
        stances = ", ".join(_short(one, writer))
        click.echo(shown(f"{one.outcome}  {one.id}  {title(one.item, one, writer)}  ({stances})"))


@command.command("show")
@click.argument("id_", metavar="ID")
@options.workspace
@options.as_json
def _show(id_: str, start: Path | None, as_json: bool) -> None:
    """Show the whole thread about ID; the beginning of an id is enough."""
    report, writer = _reported(start)
    thread = _thread(id_, report)
    if as_json:
        click.echo(json.dumps(_plain(thread, writer), indent=1, ensure_ascii=False))
        return
    for line in _lines(thread, writer):
        click.echo(shown(line) if line.strip() == line else f"  {shown(line)}")


@command.command("close")
@click.argument("id_", metavar="ID")
@click.option(
    "--as",
    "choice",
    type=click.Choice(list(CHOICES)),
    default="agree",
    show_default=True,
    help="What you decided.",
)
@click.option("--note", default="", help="Why, or what comes next; a coach reads it too.")
@options.workspace
def _close(id_: str, choice: str, note: str, start: Path | None) -> None:
    """Decide the thread about ID; what a coach adds on a later day opens it again."""
    home = find(start)
    report, writer = _reported(start)
    thread = _thread(id_, report)
    today = date.today()  # noqa: DTZ011 - the owner's own day
    made = [Decision(thread.id, Kind.REVIEW, CHOICES[choice], today, note)]
    advised = thread.item is not None and thread.item.sort is Sort.RECOMMENDATION
    if advised and choice == "done":
        made.append(Decision(thread.id, Kind.ACTION, Choice.DONE, today))
    decisions.record(home.decisions, made)
    click.echo(shown(f"{choice}: {title(thread.item, thread, writer)}"))
    click.echo(f"It is in {home.decisions.name}; build again to see it.")


ORDER = {"open": 0, "agreed": 1, "done": 2, "declined": 3}


def _reported(start: Path | None) -> tuple[Report, Writer]:
    places = options.places(options.Named(start))
    report = pipeline.report(places)
    return report, pipeline.writer(report, places)


def _came_in(filed: Filed, report: Report) -> Iterator[str]:
    """Say what a review holds, how it stands to the report of today, and what is odd about it."""
    review, talk = filed.review, report.discussion
    who = "you" if review.role is Role.OWNER else str(review.by) or "somebody who did not sign"
    answers = _of(len(review.answers), "answer")
    if filed.again:
        yield f"reviews/{review.file} is in already; nothing was added or changed."
    else:
        yield f"reviews/{review.file}: {answers} by {who}, of {review.saved:%-d %B %Y}."
    yield _fit(filed, report)
    if review.export != talk.mark:
        yield "It answers a report on another export; what it says is kept with that."
    if review.edited:
        yield "It was changed by hand after it was downloaded; its answers are marked so."
    if filed.later:
        yield "A later review by the same hand is in already; of each thread the later word counts."


def _fit(filed: Filed, report: Report) -> str:
    counted: Counter[str] = Counter()
    for answer in filed.review.answers:
        thread = report.discussion.threads[answer.id]
        item = report.discussion.items.get(answer.id)
        if item is not None:
            same = not (answer.seen and item.state) or answer.seen == item.state
            counted["same" if same else "changed"] += 1
        else:
            counted["gone" if thread.gone else "strange"] += 1
    told = (
        f"{_of(counted['same'], 'answer')} on what the report says today",
        f"{counted['changed']} on what has changed since",
        f"{counted['gone']} on what is advised no more",
        f"{counted['strange']} on nothing that this workspace knows",
    )
    return "; ".join(told) + "."


def _of(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _thread(name: str, report: Report) -> Thread:
    """Give the thread whose id begins so. Raises UsageError for none, and for more than one."""
    threads = report.discussion.threads
    found = [threads[name]] if name in threads else _beginning(name, list(threads.values()))
    if len(found) == 1:
        return found[0]
    problem = "several threads begin with" if found else "nobody has answered anything called"
    raise UsageError(f'{problem} "{shown(name)}"', remedy="netreport review list names them")


def _beginning(name: str, threads: Sequence[Thread]) -> list[Thread]:
    return [one for one in threads if name and one.id.startswith(name)]


def _short(thread: Thread, writer: Writer) -> Iterator[str]:
    seen = beside(thread.id, thread.item, thread, writer)
    yield from dict.fromkeys(f"{one.who} {one.said}" for one in seen.entries)


def _lines(thread: Thread, writer: Writer) -> Iterator[str]:
    seen = beside(thread.id, thread.item, thread, writer)
    yield str(seen.what)
    yield f"{thread.id}, {thread.outcome}"
    for one in seen.entries:
        yield f"{one.who} {one.said}, {one.day}" + (f" ({one.notes})" if one.notes else "")
        yield from (f"  {line}" for line in one.lines)
    if thread.followed:
        yield thread.followed.sentence


def _plain(thread: Thread, writer: Writer) -> dict[str, object]:
    seen = beside(thread.id, thread.item, thread, writer)
    return {
        "id": thread.id,
        "what": str(seen.what),
        "outcome": str(thread.outcome),
        "known": thread.item is not None,
        "gone": thread.gone,
        "answers": [
            {
                "by": str(one.by),
                "role": str(one.role),
                "stance": str(one.answer.stance) if one.answer.stance else None,
                "comment": one.answer.comment,
                "at": one.answer.at.isoformat(),
                "changed_since": one.changed,
            }
            for one in thread.entries
        ],
        "decided": str(thread.decided.choice) if thread.decided else None,
        "followed": thread.followed.sentence if thread.followed else None,
    }
