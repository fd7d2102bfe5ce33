"""Records as nearly all files hold them, thousands at a time: the short way through a file.

Takes bytes, gives a table of texts. A record is regular if it is as wide as the header and its
quotes stand where the rules of CSV want them. The first that is not is left to the careful way.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Mapping

import polars as pl

_MOST = 10_000  # records in a run


def run_of(delimiter: str, width: int) -> re.Pattern[bytes]:
    """Give what matches regular records of at least two cells, from the first to the next odd one.

    Nothing in it is tried twice, so that a file takes no longer than it is long.
    """
    between = re.escape(delimiter).encode()
    cell = rb'(?:"[^"]*+(?:""[^"]*+)*+"|[^"\r\n%s]*+)' % between
    records = rb"(?:(?:%s%s){%d}+%s\r?\n){1,%d}+" % (cell, between, width - 1, cell, _MOST)
    return re.compile(rb"(?!%s)%s" % (BOM_UTF8, records))  # at the start polars would swallow it


def columns(
    run: bytes, delimiter: str, first: int, places: Mapping[str, int | None]
) -> pl.DataFrame:
    """Give the cells at `places` of records that `run_of` matched, and the lines they start on."""
    cells = pl.read_csv(run, separator=delimiter, has_header=False, infer_schema=False)
    names = cells.columns
    return cells.select(
        _starts(cells, first, run.count(b"\n")).alias("line"),
        *(
            (pl.lit(None, pl.String) if at is None else pl.col(names[at])).alias(ours)
            for ours, at in places.items()
        ),
    )


def _starts(cells: pl.DataFrame, first: int, lines: int) -> pl.Expr:
    """Count lines only where a record holds more than one."""
    if lines == cells.height:
        return pl.int_range(first, first + lines, dtype=pl.UInt32)
    breaks = pl.sum_horizontal(pl.all().str.count_matches("\n", literal=True))
    return (first + (breaks + 1).cum_sum().shift(fill_value=0)).cast(pl.UInt32)
