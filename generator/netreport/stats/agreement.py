"""How far two judgements of the same cases agree: what was advised, and what was decided.

Takes a square table of counts. Gives the share alike (0 to 1) and kappa (-1 to 1).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from netreport.model.results import Estimate, Reason, Unknown
from netreport.stats.intervals import Interval, within_one
from netreport.stats.shares import wilson


@dataclass(frozen=True, slots=True)
class Agreement:
    """The share of decisions alike, with its Wilson interval, and how far that beats chance."""

    alike: Estimate
    kappa: Interval


def cohens_kappa(table: Sequence[Sequence[int]]) -> Agreement | Unknown:
    """Compare two judgements of the same cases: counts, rows by the one, columns by the other.

    κ = (p_o - p_e) / (1 - p_e), from -1 to 1 and 0 for chance, with its large-sample interval,
    which collapses at perfect agreement: show the share's own interval beside it.
    Unknown when both judged all cases alike by one word, so that chance explains everything.
    Raises ValueError for a table that is not square, holds a negative count, or is empty.
    Source: Cohen 1960; Fleiss, Cohen and Everitt 1969 (Psychological Bulletin 72:323).
    """
    if any(len(row) != len(table) or min(row) < 0 for row in table):
        raise ValueError("not a square table of counts")
    cases = sum(map(sum, table))
    alike = sum(row[i] for i, row in enumerate(table))
    observed = wilson(alike, cases)
    rows = [sum(row) / cases for row in table]
    columns = [sum(column) / cases for column in zip(*table, strict=True)]
    if max(r * c for r, c in zip(rows, columns, strict=True)) >= 1:
        return Unknown(Reason.TOO_FEW, "all cases were given one and the same answer")
    parts = [[count / cases for count in row] for row in table]
    return Agreement(observed, _kappa(parts, rows, columns, cases))


def _kappa(
    parts: Sequence[Sequence[float]], rows: Sequence[float], columns: Sequence[float], cases: int
) -> Interval:
    size = range(len(parts))
    alike, chance = fsum(parts[i][i] for i in size), fsum(rows[i] * columns[i] for i in size)
    kappa = (alike - chance) / (1 - chance)
    unlike = 1 - kappa
    same = fsum(parts[i][i] * (1 - (rows[i] + columns[i]) * unlike) ** 2 for i in size)
    crossed = fsum(parts[i][j] * (columns[i] + rows[j]) ** 2 for i in size for j in size if i != j)
    spread = same + unlike**2 * crossed - (kappa - chance * unlike) ** 2
    return within_one(kappa, max(0.0, spread) / cases / (1 - chance) ** 2)
