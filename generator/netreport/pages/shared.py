"""The page for the reader of a shared copy: what they see, what was withheld and why."""

from collections.abc import Mapping

from netreport.audience import Audience, Reader
from netreport.model.report import Report
from netreport.pages.writer import Writer


def context(report: Report, writer: Writer) -> Mapping[str, object]:
    """Give what the reader sees, what not, what the pages left out would say, how to answer."""
    reader = writer.reader
    withheld = [one.metric.title for one in report.answers.values() if one.withheld]
    return {
        "public": reader.audience is Audience.PUBLIC,
        "seen": _seen(reader),
        "withheld": _withheld(reader),
        "titles": withheld,
        "k": str(reader.k),
    }


def _seen(reader: Reader) -> list[str]:
    if reader.audience is Audience.PUBLIC:
        return [
            f"Counts of groups of at least {reader.k} people, and shares worked out from them.",
            f"Each count only as a multiple of {reader.k}, rounded up or down by chance.",
            f"A number changes only when at least {reader.k} people have changed it.",
        ]
    return [
        "Every number of the report, with its range, its formula and its source.",
        "Every recommendation with its reasons, by an id that stays the same in the next copy.",
        "Everybody by full name: the owner allowed it for you, and for nobody else."
        if reader.full
        else "Everybody by a pseudonym that stays the same in the next copy.",
    ]


def _withheld(reader: Reader) -> list[tuple[str, str]]:
    """Give what is not there, and why."""
    always = [
        (
            "What anybody wrote",
            "Messages, their subjects and notes are in no report, not even in the owner's.",
        ),
        ("E-mail addresses", "They are nobody's business but their owners'."),
    ]
    if reader.audience is Audience.PUBLIC:
        return [*_from_everybody(reader), *always]
    return [*([] if reader.full else _from_a_coach(reader)), *always]


def _from_a_coach(reader: Reader) -> list[tuple[str, str]]:
    return [
        ("Names and profiles", "You can advise on somebody without knowing who it is."),
        (
            f"Titles and companies of fewer than {reader.k} people",
            "With so few they are as good as a name, and so may be the two together.",
        ),
        ("Days", "You read months: a day would lead back to a person."),
        (
            "Names of files, and rows that could not be read",
            "They may hold words that are meant for the owner.",
        ),
    ]


def _from_everybody(reader: Reader) -> list[tuple[str, str]]:
    return [
        ("Single people", "No name, no pseudonym, no row, no oldest and no largest."),
        (
            f"Groups of fewer than {reader.k} people",
            "And the next smallest group, where the rest would give the small one away.",
        ),
        (
            "Numbers that give counts away",
            "Medians, sums of hours or points, and changes lead back to an exact count.",
        ),
        (
            "What is between two people, and the owner's plans",
            "Requests, answers owed, advice and strategy are for the owner, or a coach.",
        ),
    ]
