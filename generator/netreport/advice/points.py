"""What a recommendation is worth, in points that compare within one report and mean nothing else.

points = what the step can lead to x what somebody of this fit counts for. An answer keeps a
conversation that is there; a request or a sleeping contact can become one again; a first word
may; and whom you let go only gives room.
"""

from collections.abc import Mapping

from netreport.model.advice import Kind

STEPS: Mapping[Kind, float] = {
    Kind.ANSWER: 3,
    Kind.INVITATION: 2,
    Kind.WAKE: 2,
    Kind.COMPANY: 1.5,
    Kind.WARM_UP: 1,
    Kind.GAP: 1,
}
FITS: Mapping[str, float] = {"ideal": 4, "good": 2, "unknown": 1, "neutral": 0.5, "poor": 0.25}
ROOM = 0.05
"""Points for a request withdrawn or a connection let go, whoever it is."""


def points(kind: Kind, fit: str) -> float:
    """Give the points of a step towards somebody of this fit."""
    return STEPS[kind] * FITS[fit]


IGNORED = 0.25
"""Points for a request ignored: it is off the table."""
