"""Small strategy files for tests: well but for the one thing that a test adds."""

from pathlib import Path

from netreport.errors import Mistake
from netreport.sources.strategy import Checked, check_text

METRICS = ("relevance", "junk_share", "audience_fit", "acceptance_received", "response_debt")
SAMPLES = sorted((Path(__file__).parent / "strategies").glob("*.yaml"))
LEAST = "objective: {kind: sell, statement: Sell}\nsegments:\n  - {id: a, fit: ideal, where: {}}\n"


def checked(text: str) -> Checked:
    return check_text(text, "strategy.yml", METRICS)


def errors(more: str, start: str = LEAST) -> tuple[Mistake, ...]:
    """Give the errors of a file that is well but for `more`, with lines counted from there."""
    found = checked(start + more)
    lines = start.count("\n")
    return tuple(Mistake(m.line - lines, m.column, m.key, m.message) for m in found.errors)


def warnings(more: str) -> tuple[Mistake, ...]:
    found = checked(LEAST + more)
    assert found.errors == ()
    return tuple(
        Mistake(m.line - LEAST.count("\n"), m.column, m.key, m.message) for m in found.warnings
    )


def segments(*wheres: str) -> str:
    """Give a file with one segment a line, from line 3 on."""
    lines = [f"  - {{id: s{at}, {where}}}" for at, where in enumerate(wheres)]
    return "objective: {kind: sell, statement: Sell}\nsegments:\n" + "\n".join(lines) + "\n"
