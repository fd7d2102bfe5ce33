"""How numbers, ranges and days are written, by the locale of the owner's report."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property, lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from netreport.model.results import Estimate, Footing, Spread, Unit, footing

_TIME = re.compile(r"\b[12]\d{3}-\d\d(?:-\d\d)?\b")
_TIMES = re.compile(rf"{_TIME.pattern}(?: to {_TIME.pattern})?")
_NUMBER = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)(?![\w.]|,\d)")
MONTH = len("2026-10")
_DECIMALS = {
    Unit.RATIO: 2,
    Unit.BITS: 2,
    Unit.GROUPS: 1,
    Unit.HOURS: 1,
    Unit.MINUTES: 1,
    Unit.HOURS_A_WEEK: 1,
    Unit.POINTS: 1,
    Unit.WEEKS: 1,
    Unit.PER_THOUSAND: 0,
    Unit.DAYS: 0,
}
_ONE = {
    Unit.PEOPLE: "person",
    Unit.HOURS: "hour",
    Unit.HOURS_A_WEEK: "hour a week",
    Unit.MINUTES: "minute",
    Unit.DAYS: "day",
    Unit.WEEKS: "week",
    Unit.POINTS: "point",
    Unit.BITS: "bit",
    Unit.GROUPS: "group",
}
_BARE = frozenset({Unit.COUNT, Unit.RATIO, Unit.SHARE, Unit.PERCENTAGE_POINTS, Unit.MONEY})


_THINGS = (
    *("connection", "request", "message", "attempt", "post", "thread", "invitation", "week"),
    *("conversation", "decision", "answer", "month", "year", "day", "tie", "act", "row"),
)
_SINGLE = {
    "people": "person",
    "companies": "company",
    "rushes": "rush",
    **{f"{one}s": one for one in _THINGS},
}
_LONE = re.compile(rf"(?<![\d.,])1 ({'|'.join(_SINGLE)})\b")


def singular(text: str) -> str:
    """Give a sentence with "1 people" and its like put right."""
    return _LONE.sub(lambda found: f"1 {_SINGLE[found[1]]}", text)


@dataclass(frozen=True)
class Wording:
    """Writes numbers and days as people of `language` do; English where Babel knows none."""

    language: str = "en"
    currency: str = ""

    @cached_property
    def locale(self) -> Locale:
        """Give Babel's locale."""
        try:
            return Locale.parse(self.language.replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            return Locale("en")

    def count(self, number: float) -> str:
        """Write a whole number with the locale's separators."""
        return _decimal(str(round(number)), "#,##0", self.locale).replace("-", "−")

    def number(self, value: float, decimals: int) -> str:
        """Write a number with at most `decimals` decimals, no trailing zeros."""
        places = "#" * decimals
        return _decimal(str(value), f"#,##0.{places}", self.locale)

    def share(self, value: float) -> str:
        """Write a share as per cent; 0 % and 100 % only where it is exactly so."""
        percent = 100 * value
        if 0 < percent < 0.1:  # noqa: PLR2004 - the smallest share that is written out
            return f"< {self.number(0.1, 1)} %"
        if 99.9 < percent < 100:  # noqa: PLR2004 - the largest
            return f"> {self.number(99.9, 1)} %"
        return f"{self.number(percent, 1 if abs(percent) < 10 else 0)} %"  # noqa: PLR2004

    def value(self, value: float, unit: Unit) -> str:
        """Write a number with its unit, as it stands in a sentence."""
        if unit is Unit.SHARE:
            return self.share(value)
        if unit is Unit.PERCENTAGE_POINTS:
            return f"{self._signed(100 * value)} points"
        if unit is Unit.MONEY:
            return f"{self.count(value)} {self.currency}".strip()
        bare = self.bare(value, unit)
        return bare if unit in _BARE else f"{bare} {self.noun(unit, value)}"

    def bare(self, value: float, unit: Unit) -> str:
        """Write a number without the word of its unit (a share keeps its sign)."""
        if unit is Unit.SHARE:
            return self.share(value)
        if unit is Unit.PERCENTAGE_POINTS:
            return self._signed(100 * value)
        return self.number(value, _DECIMALS[unit]) if unit in _DECIMALS else self.count(value)

    def change(self, value: float, unit: Unit) -> str:
        """Write how far a number moved, with its sign; a share moves by points."""
        if unit in {Unit.SHARE, Unit.PERCENTAGE_POINTS}:
            return f"{self._signed(100 * value)} points"
        size = self.bare(abs(value), unit)
        if value and size == self.bare(0, unit):
            return f"about {size}"
        sign = "+" if value > 0 else "−" if value < 0 else ""
        return f"{sign}{size}"

    def noun(self, unit: Unit, value: float) -> str:
        """Give the word of a unit, singular for exactly one; money in the owner's currency."""
        if unit is Unit.MONEY and self.currency:
            return self.currency
        return _ONE.get(unit, str(unit)) if value == 1 else str(unit)

    def of(self, number: int, things: str) -> str:
        """Write how many of these things there are, as "1 person with an employer"."""
        return singular(f"{self.count(number)} {things}")

    def range_of(self, estimate: Estimate, unit: Unit) -> str:
        """Write the range, or nothing where the number is exact."""
        if estimate.spread is Spread.EXACT or estimate.low == estimate.high:
            return ""
        low, high = self.bare(estimate.low, unit), self.bare(estimate.high, unit)
        if low == high:  # no difference that is worth telling
            return ""
        low = low.removesuffix(" %") if high.endswith(" %") and low[0].isdigit() else low
        return f"{low} to {high}"

    def rate(self, estimate: Estimate, n: int) -> str:
        """Write a rate over `n` cases by the display rule: below 5, counts only."""
        if footing(n) is Footing.COUNTS:
            return f"{self.count(estimate.value * n)} of {self.count(n)}"
        return self.share(estimate.value)

    def day(self, day: date) -> str:
        """Write a day, as 31 Oct 2026."""
        return _day(day, self.locale)

    def month(self, day: date) -> str:
        """Write a month, as Oct 2026."""
        moment = datetime(day.year, day.month, 1)  # noqa: DTZ001 - a month has no zone
        return str(format_skeleton("yMMM", moment, locale=self.locale))

    def when(self, label: str) -> str:
        """Write a label that is a day, a month, or two of them; any other is given as it is."""
        if not _TIMES.fullmatch(label):
            return label
        return _TIME.sub(lambda found: self._moment(found[0]), label)

    def told(self, sentence: str) -> str:
        """Write the numbers and days of one of our own English sentences as the locale does."""
        dated = _TIME.sub(lambda found: self._moment(found[0]), sentence)
        return _NUMBER.sub(lambda found: self._number(found[0]), dated)

    def _moment(self, written: str) -> str:
        """Write a day or a month of the calendar; what is none is given as it is."""
        try:
            moment = date.fromisoformat(written if len(written) > MONTH else f"{written}-01")
        except ValueError:
            return written
        return self.day(moment) if len(written) > MONTH else self.month(moment)

    def _number(self, written: str) -> str:
        _, _, decimals = written.partition(".")
        form = "#,##0." + "0" * len(decimals) if decimals else "#,##0"
        return _decimal(written.replace(",", ""), form, self.locale)

    def _signed(self, value: float) -> str:
        return f"{'+' if value > 0 else ''}{self.number(value, 1)}".replace("-", "−")


@lru_cache(maxsize=2**14)
def _decimal(written: str, form: str, locale: Locale) -> str:
    """Write a number, by its digits: 0 and -0 are equal and not written alike."""
    return str(format_decimal(Decimal(written), format=form, locale=locale))


@lru_cache(maxsize=2**14)
def _day(day: date, locale: Locale) -> str:
    return str(format_date(day, "d MMM y" if locale.language == "en" else "medium", locale))
