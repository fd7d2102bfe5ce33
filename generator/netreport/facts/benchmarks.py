"""Reply rates that others have published, each with who, when and of how many. None is the truth.

They contradict each other, count differently (per message, person or conversation) and are mostly
of sellers of a tool. They stand beside the owner's own rates and are never held against them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from netreport import stats
from netreport.facts.attempts import MESSAGE, named
from netreport.model.results import Breakdown, Estimate, Form, Part, Spread, Unit
from netreport.model.strategy import Strategy


@dataclass(frozen=True, slots=True)
class Published:
    """Replies per attempt, from `low` to `high` (shares); `of`: how many were asked, if told."""

    channel: str
    what: str
    low: float
    high: float
    year: int
    who: str
    of: int | None = None


_SELLER = "one seller's own lists, a remark under an article"
_LINKEDIN = "business.linkedin.com, 10 July 2014"
_SUPERLINKIN = "superlinkin, a vendor, 1 March 2026"
_INSTANTLY = "Instantly, a vendor, in getgangly, 22 May 2026"
PUBLISHED = (
    Published("inmail", "one seller", 0.67, 0.67, 2015, _SELLER, of=100),
    Published("phone", "one seller", 0.32, 0.32, 2015, _SELLER, of=100),
    Published("email", "one seller", 0.12, 0.12, 2015, _SELLER, of=100),
    Published("inmail", "LinkedIn warned below it", 0.13, 0.13, 2014, _LINKEDIN),
    Published("inmail", "well made", 0.10, 0.30, 2026, "socialtalent, 27 April 2026"),
    Published("inmail", "not personalised", 0.03, 0.08, 2026, _SUPERLINKIN),
    Published("inmail", "personalised", 0.18, 0.25, 2026, _SUPERLINKIN),
    Published("message", "average", 0.103, 0.103, 2026, _SUPERLINKIN),
    Published("message", "the best", 0.20, 0.25, 2026, _SUPERLINKIN),
    Published("message", "in a conversation that goes on", 0.169, 0.169, 2026, _SUPERLINKIN),
    Published(
        "message", "first one after a request with a note", 0.0936, 0.0936, 2026, _SUPERLINKIN
    ),
    Published("message", "first one after a bare request", 0.0544, 0.0544, 2026, _SUPERLINKIN),
    Published("email", "cold, average", 0.0343, 0.0343, 2026, _INSTANTLY),
    Published("email", "cold, the best tenth", 0.107, 0.107, 2026, _INSTANTLY),
)
LENGTH = (
    "LinkedIn saw InMails of up to 400 characters answered 22 % more often than the average and "
    "those of over 1,200 characters 11 % less often (May 2021 to April 2022, tens of millions)."
)
OTHERS = (
    "What others report, by year. They count in different ways, most of them sell something, and "
    "the seller of 2015 had one list for each channel: compare yourself with yourself."
)


def reported(strategy: Strategy) -> Breakdown:
    """Give the rates that the strategy names, and the published ones, as a table."""
    parts = (*_own(strategy), *_published(strategy))
    name, title = "channels-benchmarks", "What others report"
    return Breakdown(name, title, Form.TABLE, parts, of="their attempts", caption=OTHERS)


def _own(strategy: Strategy) -> Iterator[Part]:
    for channel in strategy.outreach.channels:
        if (known := channel.benchmark) is not None and known.replies <= known.of:
            label = f"{_headed(channel.name)}, {known.year}: from your strategy"
            rate = stats.wilson(known.replies, known.of)
            yield Part(label, rate, known.of, Unit.SHARE, note=known.source or "")


def _published(strategy: Strategy) -> Iterator[Part]:
    """Give the published rates but for those that the strategy names itself."""
    known = {
        (one.name, one.benchmark.year, one.benchmark.of)
        for one in strategy.outreach.channels
        if one.benchmark is not None
    }
    for one in PUBLISHED:
        if (one.channel, one.year, one.of) not in known:
            label = f"{_headed(one.channel)}, {one.year}: {one.what}"
            yield Part(label, _rate(one), one.of or 0, Unit.SHARE, note=one.who)


def _rate(one: Published) -> Estimate:
    if one.of:
        return stats.wilson(round(one.low * one.of), one.of)
    spread = Spread.PROJECTION if one.low < one.high else Spread.EXACT
    return Estimate(one.low, one.low, one.high, spread)


def _headed(channel: str) -> str:
    name = "LinkedIn message" if channel == MESSAGE else named(channel)
    return name[:1].upper() + name[1:]
