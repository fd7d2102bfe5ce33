"""What netreport itself says, which no leak is looked for in."""

from collections.abc import Iterator
from importlib.resources import files

from babel import Locale, UnknownLocaleError

from netreport.model.settings import LANGUAGES


def calendar() -> Iterator[str]:
    """Give the names of months and days, long and short, in every language of a report."""
    for language in LANGUAGES:
        try:
            locale = Locale.parse(language, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        for names in (locale.months, locale.days):
            for form in ("format", "stand-alone"):
                yield from (name for width in names[form].values() for name in width.values())


def test_months_and_days_of_every_language_are_listed() -> None:
    listed = files("netreport.delivery.leaks").joinpath("calendar.txt").read_text("utf-8")
    assert set(calendar()) <= set(listed.splitlines())
