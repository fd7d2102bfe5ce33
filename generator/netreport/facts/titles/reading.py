"""What a title is read as."""

from dataclasses import dataclass

from netreport.model.taxonomy import Function, Seniority


@dataclass(frozen=True, slots=True)
class Reading:
    """A title's function and seniority; `None` is unknown.

    `function2` is the second guess, and only there where a first one is. `confidence` is how often
    `function` is right among titles that read as clearly, from 0 to 1; 0 where it is unknown.
    `decided_by` are words as they stand in the title, the weightiest for the function first.
    """

    function: Function | None
    function2: Function | None
    seniority: Seniority | None
    confidence: float
    decided_by: tuple[str, ...]


UNREAD = Reading(None, None, None, 0.0, ())
"""What a title that says nothing is read as."""
