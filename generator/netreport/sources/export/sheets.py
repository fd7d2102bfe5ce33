"""A file on its way from cells to a table: rows that cannot be used leave it and are told.

Takes and gives `Sheet`. Knows neither bytes nor LinkedIn's columns.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import groupby

import polars as pl

from netreport.model.network import Issue
from netreport.sources.export.decoding import RuinedError

TOLD_EACH = 20  # lines told one by one for each reason; the rest are counted
BAD_SHARE = 0.05
BAD_FEW = 3  # a short file may have as many bad rows whatever their share


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file's rows. `rows`: all that stand in it; `bad`: those with something wrong."""

    name: str
    cells: pl.DataFrame
    rows: int
    bad: int = 0
    issues: tuple[Issue, ...] = ()

    def having(self, cells: pl.DataFrame) -> "Sheet":
        """Give the same sheet with other cells."""
        return replace(self, cells=cells)

    def dropping(self, rows: pl.Expr) -> "Sheet":
        """Give the sheet without some rows; whoever drops them has told why."""
        return replace(self, cells=self.cells.filter(~rows))

    def without(self, unusable: pl.Expr, reason: str) -> "Sheet":
        """Take out the rows that cannot be used, and tell each."""
        lines = self.cells.filter(unusable)["line"].to_list()
        return replace(
            self,
            cells=self.cells.filter(~unusable),
            bad=self.bad + len(lines),
            issues=(*self.issues, *told(self.name, [(line, reason) for line in lines])),
        )

    def doubting(self, odd: pl.Expr, reason: str) -> "Sheet":
        """Tell the rows that are kept with a gap, and count them among the bad ones."""
        doubted = self.telling(odd, reason)
        return replace(doubted, bad=self.bad + self.cells.filter(odd).height)

    def telling(self, odd: pl.Expr, reason: str) -> "Sheet":
        """Tell the rows that are kept though something is wrong with them."""
        lines = self.cells.filter(odd)["line"].to_list()
        return replace(
            self, issues=(*self.issues, *told(self.name, [(line, reason) for line in lines]))
        )


def told(name: str, lines: Iterable[tuple[int, str]]) -> tuple[Issue, ...]:
    """Make issues of lines with reasons: the first of each reason one by one, the rest as one."""
    issues: list[Issue] = []
    for reason, group in groupby(sorted(lines, key=lambda bad: bad[1]), key=lambda bad: bad[1]):
        numbers = sorted(line for line, _ in group)
        issues += [Issue(name, line, reason) for line in numbers[:TOLD_EACH]]
        if len(numbers) > TOLD_EACH:
            more = f"{reason}; so in {len(numbers) - TOLD_EACH} rows from here on"
            issues.append(Issue(name, numbers[TOLD_EACH], more))
    return tuple(issues)


def refuse_ruin(sheet: Sheet) -> Sheet:
    """Give the sheet back. Raises RuinedError where more than one row in twenty is bad."""
    if sheet.bad > BAD_FEW and sheet.bad > BAD_SHARE * sheet.rows:
        reason = f"{sheet.bad} of {sheet.rows} rows cannot be used"
        raise RuinedError(sheet.name, reason, issues=sheet.issues)
    return sheet


def by_distinct(texts: pl.Series, reading: Callable[[str], object], kind: pl.DataType) -> pl.Series:
    """Work each different text out once. A null stays null."""
    return of_distinct(texts, lambda each: pl.Series([reading(text) for text in each], dtype=kind))


def of_distinct(texts: pl.Series, reading: Callable[[pl.Series], pl.Series]) -> pl.Series:
    """Work the column of the different texts out once. A null stays null."""
    distinct = texts.drop_nulls().unique()
    answers = pl.DataFrame({"text": distinct, "answer": reading(distinct)})
    asked = texts.alias("text").to_frame()
    return asked.join(answers, on="text", how="left", maintain_order="left")["answer"]
