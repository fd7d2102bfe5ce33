"""`netreport explain`: one number or one recommendation, with all that stands behind it."""

import json
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

import click

from netreport import pipeline
from netreport.cli import options
from netreport.cli.completion import reported
from netreport.cli.telling import shown
from netreport.errors import UsageError
from netreport.metrics import METRICS
from netreport.model.report import Answer, Report
from netreport.pages.actions import action
from netreport.pages.machine import answer_data, recommendation_data
from netreport.pages.method import method
from netreport.pages.views import view
from netreport.pages.writer import Writer


@click.command("explain")
@click.argument("name", shell_complete=reported)
@options.workspace
@options.export
@options.strategy
@options.as_json
def command(
    name: str, start: Path | None, exports: tuple[Path, ...], strategy: Path | None, as_json: bool
) -> None:
    """Explain NAME: the id or code of a number (relevance, M1), or of a recommendation."""
    places = options.places(options.Named(start, exports, strategy))
    report = pipeline.report(places)
    writer = pipeline.writer(report, places)
    if (answer := _answer(name, report)) is not None:
        data, lines = answer_data(answer), _of_answer(answer, writer)
    else:
        one = next((one for one in report.advice.recommendations if one.id == name), None)
        if one is None:
            raise UsageError(
                f'there is no number or recommendation "{shown(name)}"', remedy=_near(name)
            )
        data, lines = recommendation_data(one, writer), _of_action(name, report, writer)
    if as_json:
        click.echo(json.dumps(data, indent=1, ensure_ascii=False))
        return
    for line in lines:
        click.echo(shown(line) if line.strip() == line else f"  {shown(line)}")


def _answer(name: str, report: Report) -> Answer | None:
    wanted = name.casefold()
    return next(
        (
            one
            for one in report.answers.values()
            if wanted in {one.metric.id, one.metric.code.casefold()}
        ),
        None,
    )


def _near(name: str) -> str:
    close = get_close_matches(name.casefold(), METRICS, n=1)
    if close:
        return f"did you mean {close[0]}? ids are in report.json"
    return f"ids are in report.json; numbers are: {', '.join(METRICS)}"


def _of_answer(answer: Answer, writer: Writer) -> Iterator[str]:
    seen, told = view(answer, writer.wording), method(answer.metric)
    yield f"{seen.title} ({told.code}): {seen.question}"
    if seen.number:
        yield f"{seen.number} {seen.unit}".strip()
        if seen.range:
            yield f"from {seen.range} ({seen.range_of})"
        yield f"From {seen.evidence}." + (f" Left out: {seen.left_out}." if seen.left_out else "")
    else:
        yield f"Not known. {seen.reason} {seen.remedy}".strip()
    if seen.verdict_title:
        yield f"{seen.verdict_title}. {seen.verdict_line}"
    yield from seen.remarks
    yield f"Formula: {told.formula}"
    yield f"Fewest cases: {told.minimum}. Never counted: {told.left_out}."
    yield f"Source: {told.source}"
    yield f"Read from: {told.tables}"
    for group in seen.figures:
        yield f"{group.title}:"
        for one in group.figures:
            yield f"  {one.label}: {one.number} {one.unit} {one.range}".rstrip()
    for breakdown in seen.breakdowns:
        yield f"{breakdown.title}:"
        for part in breakdown.parts:
            yield f"  {part.label}: {writer.wording.bare(part.estimate.value, part.unit)}"


def _of_action(name: str, report: Report, writer: Writer) -> Iterator[str]:
    one = next(one for one in report.advice.recommendations if one.id == name)
    seen = action(one, writer)
    yield " ".join(piece.text.strip() for piece in seen.headline)
    yield f"{seen.kind}, {seen.minutes}" + (f"; {seen.detail}" if seen.detail else "")
    for reason in seen.reasons:
        yield f"  Why: {reason}"
    for fact in seen.evidence:
        yield f"  {fact}"
    for change in seen.would_change:
        yield f"  What would change it: {change}"
    if seen.decided:
        yield f"  {seen.decided}"
