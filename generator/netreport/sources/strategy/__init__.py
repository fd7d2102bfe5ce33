"""The strategy file: read into a `Strategy`, or told what is wrong with it, all at once.

Takes the path of a `strategy.yml` and the ids of the metrics that its targets may name.
"""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from netreport.errors import Mistake, StrategyError
from netreport.model.strategy import Strategy
from netreport.sources import yaml
from netreport.sources.strategy.lint import contradictions, refusals
from netreport.sources.strategy.schema import FIRST_LINE, strategy_schema
from netreport.sources.strategy.view import Severity

__all__ = ["FIRST_LINE", "Checked", "check", "check_text", "read", "strategy_schema"]


@dataclass(frozen=True, slots=True)
class Checked:
    """A strategy file that was looked through, with mistakes in the order of the file.

    `strategy` is None where there are errors. Warnings say what is probably not meant.
    """

    strategy: Strategy | None
    errors: tuple[Mistake, ...] = ()
    warnings: tuple[Mistake, ...] = ()


def read(path: Path, metric_ids: Collection[str]) -> Strategy:
    """Give the strategy in a file; raises StrategyError with every error in it."""
    checked = check(path, metric_ids)
    if checked.strategy is None:
        raise yaml.refused(path.name, checked.errors)
    return checked.strategy


def check(path: Path, metric_ids: Collection[str]) -> Checked:
    """Look a strategy file through and tell everything that is wrong with it.

    Raises StrategyError where there is nothing to look through: no such file, no text, no YAML.
    """
    return check_text(yaml.read(path), path.name, metric_ids)


def check_text(text: str, file: str, metric_ids: Collection[str]) -> Checked:
    """Look the text of a strategy file through, as `check` does; `file` is for messages."""
    document = yaml.compose(text, file)
    _refuse_other_shapes(document.data, file)
    strategy, refused = _validated(document)
    found = {severity: contradictions(document, metric_ids, severity) for severity in Severity}
    errors = tuple(sorted((*document.mistakes, *refused, *found[Severity.ERROR])))
    return Checked(None if errors else strategy, errors, found[Severity.WARNING])


def _validated(document: yaml.Document) -> tuple[Strategy | None, tuple[Mistake, ...]]:
    try:
        return Strategy.model_validate(document.data), ()
    except ValidationError as error:
        return None, refusals(document, error)


def _refuse_other_shapes(data: yaml.Plain, file: str) -> None:
    if isinstance(data, dict):
        return
    what = {list: "a list", type(None): "empty"}.get(type(data), "a piece of text")
    raise StrategyError(
        f"{file}: this is {what}; a strategy has keys such as objective: and segments:",
        remedy="start from an example that netreport init writes",
        file=file,
    )
