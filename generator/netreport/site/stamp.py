"""What every page says about its build: whom it is for, what they may see, and of what day."""

import hashlib

from netreport import __version__
from netreport.audience import Audience, Reader
from netreport.model.report import Report
from netreport.pages.writer import Writer
from netreport.site.build import Stamp


def stamp(report: Report, writer: Writer, strategy: bytes) -> Stamp:
    """Name the build by what went into it, so that the same input has the same name."""
    reader, network = writer.reader, report.network
    told = (str(reader.audience), str(reader.names), str(reader.k))
    parts = (__version__, network.fingerprint, network.added, str(network.as_of), *told)
    build_id = hashlib.sha256("\0".join(parts).encode() + strategy).hexdigest()[:16]
    title, line = _words(reader)
    findable = reader.audience is Audience.PUBLIC and report.strategy.sharing.public.index
    of = f"{line} From the export of {_when(report, reader)}."
    return Stamp(build_id, str(reader.audience), title, of, findable, reader.loud)


def _when(report: Report, reader: Reader) -> str:
    """Write the export's day for its owner, and its month for others."""
    as_of = report.network.as_of
    return f"{as_of:%-d %B %Y}" if reader.names else f"{as_of:%B %Y}"


def _words(reader: Reader) -> tuple[str, str]:
    match reader.audience:
        case Audience.PRIVATE:
            return "Private", "Only for you."
        case Audience.COACH if reader.full:
            return "Coach, with full names", "For the coach only. It names people: keep it safe."
        case Audience.COACH:
            least = f"titles and companies of fewer than {reader.k} people are withheld"
            return "Coach", f"For the coach only. People go by pseudonyms; {least}."
        case Audience.PUBLIC:
            return "Public", f"For everybody. Groups of at least {reader.k} people, nobody single."
