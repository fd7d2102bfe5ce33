"""A report becomes what its reader may see of it.

The owner's stays as it is. Whatever a page could say too much with is not hidden from the page but
gone: no key, name, title or word that is not meant for the reader is left in the report.

E-mail addresses, messages, subjects and notes never come as far as here, for any reader: the facts
read them, keep what they say of a person (a place, a language, whether a note is personal), and
drop them before anything is counted. They are read for a coach's build too: otherwise its numbers
and recommendations would not be the owner's, and a review of them would be of no use. What the
facts kept of words (those that decided, a tag, a decision's note) goes here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from netreport.audience import advising, answering, discussing, masking, wishes
from netreport.audience.crowd import crowd
from netreport.audience.public import Rounding, public
from netreport.audience.reader import Audience, Reader
from netreport.model.advice import Advice, CleanUp, Week
from netreport.model.history import Score
from netreport.model.network import Fate, Network, Owner
from netreport.model.published import Cell
from netreport.model.report import History, Report
from netreport.model.tables import Table

NOBODY = Advice((), Week(0, (), (), ""), CleanUp(0, 0, 0, 0, (), {}, ()))
"""What the public is advised: a recommendation is about somebody."""


@dataclass(frozen=True, slots=True)
class Limited:
    """What the reader may see, and the counts that everybody is told, to be known next time."""

    report: Report
    cells: Mapping[str, Cell] = field(default_factory=dict, repr=False)


def limited(report: Report, reader: Reader, before: Mapping[str, Cell]) -> Limited:
    """Give the report without what the reader may not see; the owner's is the same.

    `before`: the counts that everybody was told last time.
    """
    match reader.audience:
        case Audience.PRIVATE:
            return Limited(report)
        case Audience.COACH if reader.full:
            return Limited(_named(report))
        case Audience.COACH:
            return Limited(_masked(report, reader))
        case Audience.PUBLIC:
            rounding = Rounding(reader.k, reader.key, before)
            return Limited(_public(report, rounding), rounding.told)


def _named(report: Report) -> Report:
    tables = masking.without_words(report.network.tables)
    network = replace(_alone(report.network), tables=tables)
    return replace(
        report,
        network=network,
        strategy=wishes.without_people(report.strategy),
        advice=advising.without_words(report.advice),
        discussion=discussing.without_words(report.discussion),
    )


def _masked(report: Report, reader: Reader) -> Report:
    tables = report.network.tables
    told = crowd(tables.get(Table.PEOPLE), tables.get(Table.PENDING), reader.k)
    network = replace(_alone(report.network), tables=masking.masked(tables, reader, told))
    mask = advising.Mask(reader, told)
    advice = advising.masked(report.advice, mask)
    return replace(
        report,
        network=network,
        strategy=wishes.masked(report.strategy, told),
        answers=answering.masked(report.answers, reader, told),
        advice=advice,
        discussion=discussing.masked(report.discussion, advice, mask),
    )


def _public(report: Report, rounding: Rounding) -> Report:
    """Leave counts of groups: no table, no advice, no history, nothing of the strategy's people."""
    network = replace(_alone(report.network), tables={}, files=())
    return Report(
        network,
        wishes.without_people(report.strategy),
        public(report.answers, rounding),
        NOBODY,
        History((), Score(network.as_of, "", "", "", {})),
    )


def _alone(network: Network) -> Network:
    """Leave out what lay on the owner's disk: names of files, cells that could not be read."""
    files = tuple(one for one in network.files if one.fate is Fate.READ and "/" not in one.name)
    owner = Owner(None, "")
    return replace(
        network, owner=owner, files=files, issues=(), source="", fingerprint="", added=""
    )
