"""How many people can your hours hold?"""

from netreport.model.metrics import Inputs, Metric, Topic
from netreport.model.results import (
    Breakdown,
    Estimate,
    Evidence,
    Form,
    Measured,
    Part,
    Reason,
    Result,
    Spread,
    Unit,
    Unknown,
    Where,
    exactly,
)
from netreport.model.tables import Table

WEEKS, MINUTES = 52, 60
WEEK = 7 * 24  # hours
FITS = ("ideal", "good", "neutral", "poor")
LINKEDIN_CAP = 30_000


def measure(inputs: Inputs) -> Result:
    """Hours a week that the strategy's promises take, against the hours there are."""
    people = inputs[Table.PEOPLE]
    if people.is_empty():
        return Unknown(Reason.TOO_FEW, "the export holds no connections")
    capacity = inputs.strategy.engagement.capacity
    touches = {fit: float(getattr(capacity.touches_per_year, fit)) for fit in FITS}
    counts = dict(people.group_by("fit").len().iter_rows())
    needed = {
        fit: _hours(counts.get(fit, 0), touches[fit], capacity.minutes_per_touch) for fit in FITS
    }
    unknown = counts.get("unknown", 0)
    low = sum(needed.values())
    high = low + _hours(unknown, max(touches.values()), capacity.minutes_per_touch)
    per_week = capacity.hours_per_week
    spread = Spread.LEFT_OUT if high > low else Spread.EXACT
    return Measured(
        Estimate(low / per_week, low / per_week, high / per_week, spread),
        Evidence(people.height, people.height - unknown, {"whom nobody can place": unknown}),
        (_held(per_week, touches, capacity.minutes_per_touch), _needs(needed, counts)),
        (_remark(low, high, per_week),),
    )


def _hours(people: float, touches: float, minutes: float) -> float:
    return people * touches * minutes / MINUTES / WEEKS


def _held(hours: float, touches: dict[str, float], minutes: float) -> Breakdown:
    most = max(touches.values())
    parts = [Part("Hours a week you have", exactly(hours), 1, Unit.HOURS_A_WEEK)]
    if most:
        held = hours * WEEKS * MINUTES / (minutes * most)
        parts.append(Part("Ideal people your hours can hold", exactly(held), 1))
    return Breakdown(
        "capacity-held", "What your hours can hold", Form.FIGURES, tuple(parts), of="settings"
    )


def _needs(needed: dict[str, float], counts: dict[str, int]) -> Breakdown:
    parts = tuple(
        Part(
            fit.capitalize(),
            exactly(needed[fit]),
            counts.get(fit, 0),
            Unit.HOURS_A_WEEK,
            Where({"fit": (fit,)}),
        )
        for fit in FITS
        if needed[fit]
    )
    return Breakdown("capacity-needs", "Hours a week by how well people fit", Form.BARS, parts)


def _remark(low: float, high: float, available: float) -> str:
    if low > WEEK:
        return "Your promises take more hours than a week has."
    if low > available:
        return "Your promises take more hours than you have: fewer touches a year, or fewer people."
    if high > available:
        return "Your hours are enough for those who surely fit; the unknown could change that."
    return "Your hours carry what your strategy promises."


METRIC = Metric(
    id="capacity",
    code="M19",
    topic=Topic.CAPACITY,
    title="Load on your hours",
    unit=Unit.RATIO,
    question="Can you keep in touch with as many people as your strategy promises?",
    formula="hours needed / hours there are; needed = sum over fits of people x touches a year x "
    "minutes a touch / 60 / 52; 1 is full",
    needs=frozenset({Table.PEOPLE}),
    measure=measure,
    claims=("S11", "S17", "S36"),
    source="Miritello et al. 2013 (Scientific Reports 3:1950), finite capacity; LinkedIn caps "
    f"connections at {LINKEDIN_CAP:,}",
    noun="of the hours you have",
    left_out="the upper end takes everybody nobody can place for ideal",
)
