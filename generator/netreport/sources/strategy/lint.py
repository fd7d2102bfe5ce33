"""Everything that can be wrong with a strategy file, each with line, column and key.

Takes the file as plain data, gives its mistakes: what the model refuses, and what does not fit
together. Both are found in one run, because neither waits for the other.
"""

from collections.abc import Collection, Iterator

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from netreport.errors import Mistake
from netreport.sources.strategy import people, plans, rules
from netreport.sources.strategy.schema import at
from netreport.sources.strategy.view import Finding, Severity, View, error
from netreport.sources.strategy.wording import (
    missing_key,
    shown,
    unknown_key,
    unknown_name,
    wrong_value,
)
from netreport.sources.yaml import Document, Keys, Spot, dotted

CHECKS = (*people.CHECKS, *rules.CHECKS, *plans.CHECKS)


def contradictions(
    document: Document, metric_ids: Collection[str], severity: Severity
) -> tuple[Mistake, ...]:
    """Give the contradictions and dead rules of one severity, in the order of the file."""
    view = View(document.data)
    findings = [finding for check in CHECKS for finding in check(view)]
    findings += _unknown_metrics(view, metric_ids)
    return tuple(
        sorted(
            _mistake(document.positions.of_key(finding.path), finding.path, finding.message)
            for finding in findings
            if finding.severity is severity
        )
    )


def refusals(document: Document, refused: ValidationError) -> tuple[Mistake, ...]:
    """Give what the model refused, in words for people and in the order of the file."""
    faults = refused.errors(include_url=False, include_context=False, include_input=False)
    blamed = {fault["loc"][:length] for fault in faults for length in range(len(fault["loc"]))}
    told = {
        _refusal(document, fault)
        for fault in faults
        if fault["type"] != "too_short" or fault["loc"] not in blamed
    }
    return tuple(sorted(told))


def _refusal(document: Document, fault: ErrorDetails) -> Mistake:
    path: Keys = fault["loc"]
    positions = document.positions
    if path[-1:] == ("[key]",):
        *parents, key = path[:-1]
        said = at(tuple(parents)).get("description", "")
        return _mistake(positions.of_key(path[:-1]), path[:-1], f"found {shown(key)}. {said}")
    match fault["type"]:
        case "extra_forbidden":
            return _mistake(positions.of_key(path), path, unknown_key(path, at(path[:-1])))
        case "missing":
            return _mistake(positions.of(path), path, missing_key(at(path)))
        case _:
            found = View(document.data).at(*path)
            return _mistake(positions.of(path), path, wrong_value(found, at(path)))


def _unknown_metrics(view: View, metric_ids: Collection[str]) -> Iterator[Finding]:
    for metric in view.group("targets"):
        if metric not in metric_ids:
            yield error(("targets", metric), unknown_name(metric, sorted(metric_ids), "one of"))


def _mistake(spot: Spot, path: Keys, message: str) -> Mistake:
    return Mistake(spot.line, spot.column, dotted(path), message)
