"""`netreport titles`: how job titles are read, for anyone to test."""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click

from netreport.cli import options
from netreport.cli.telling import shown
from netreport.errors import UsageError
from netreport.facts.titles import Reading, read_all
from netreport.sources.titles import TitleList, read_list

ADDED = ("function", "function2", "seniority", "confidence", "decided_by")


@click.command("titles")
@click.argument("titles", nargs=-1)
@click.option("--file", type=options.PATH, help="A CSV with a column title, or one title a line.")
@click.option(
    "--format", "form", type=click.Choice(["text", "csv", "json"]), default="text",
    show_default=True, help="How to answer.",
)  # fmt: skip
def command(titles: tuple[str, ...], file: Path | None, form: str) -> None:
    """Show how job titles are read: function, second function, level, and the words that decided.

    What is not understood stays empty. CSV keeps the columns of the file and adds five.
    """
    if bool(titles) == (file is not None):
        raise UsageError("nothing to read", remedy='give titles, "Head of Sales", or --file')
    listed = read_list(file) if file else TitleList(("title",), tuple((one,) for one in titles), 0)
    readings = read_all(listed.titles)
    click.echo(_WRITERS[form](listed, readings), nl=False)


def cells(reading: Reading) -> Mapping[str, str]:
    """Give the five added cells; unknown is an empty cell."""
    return {
        "function": reading.function or "",
        "function2": reading.function2 or "",
        "seniority": reading.seniority or "",
        "confidence": f"{reading.confidence:.2f}" if reading.function else "",
        "decided_by": "; ".join(reading.decided_by),
    }


def _csv(listed: TitleList, readings: Sequence[Reading]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*listed.header, *ADDED])
    for row, reading in zip(listed.rows, readings, strict=True):
        writer.writerow([*row, *cells(reading).values()])
    return text.getvalue()


def _json(listed: TitleList, readings: Sequence[Reading]) -> str:
    rows = [
        {"title": title, **cells(one), "decided_by": list(one.decided_by)}
        for title, one in zip(listed.titles, readings, strict=True)
    ]
    return json.dumps(rows, indent=1, ensure_ascii=False) + "\n"


def _text(listed: TitleList, readings: Sequence[Reading]) -> str:
    pairs = zip(listed.titles, readings, strict=True)
    return "".join(_line(title, reading) for title, reading in pairs)


def _line(title: str, reading: Reading) -> str:
    told = cells(reading)
    function = told["function"] or "function unknown"
    second = f" (or {told['function2']})" if told["function2"] else ""
    level = told["seniority"] or "level unknown"
    decided = f"; decided by: {told['decided_by']}" if told["decided_by"] else ""
    sure = f", {reading.confidence:.0%} sure" if reading.function else ""
    return f"{shown(title)}\n  {function}{second}, {level}{sure}{shown(decided)}\n"


_WRITERS: Mapping[str, Callable[[TitleList, Sequence[Reading]], str]] = {
    "text": _text,
    "csv": _csv,
    "json": _json,
}
