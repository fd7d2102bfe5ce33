"""What was read, left alone or reported; what is missing; and every formula."""

from collections.abc import Mapping
from dataclasses import dataclass

from netreport import __version__
from netreport.model.metrics import Topic
from netreport.model.network import Fate, FileReport
from netreport.model.report import Report
from netreport.pages.method import method
from netreport.pages.views import view
from netreport.pages.wording import Wording
from netreport.pages.writer import Writer

SHOWN = 50


@dataclass(frozen=True, slots=True)
class FileView:
    """One file of the export and what became of it."""

    name: str
    fate: str
    rows: str
    reason: str


@dataclass(frozen=True, slots=True)
class IssueView:
    """One row or file that could not be used."""

    place: str
    message: str


def context(report: Report, writer: Writer) -> Mapping[str, object]:
    """Give the files, the issues, the coverage and the method of every number."""
    network, wording = report.network, writer.wording
    issues = [IssueView(_place(one.file, one.line), one.message) for one in network.issues]
    return {
        "as_of": wording.day(network.as_of),
        "source": network.source,
        "read": _files(network.files, Fate.READ, wording),
        "left_out": _files(network.files, Fate.LEFT_OUT, wording),
        "left_alone": _files(network.files, Fate.LEFT_ALONE, wording),
        "reported": _files(network.files, Fate.REPORTED, wording),
        "issues": issues[:SHOWN],
        "more_issues": wording.count(len(issues) - SHOWN) if len(issues) > SHOWN else "",
        "answers": [
            view(answer, wording)
            for answer in report.answers.values()
            if answer.metric.topic is Topic.DATA and not answer.withheld
        ],
        "methods": [
            method(answer.metric) for answer in report.answers.values() if not answer.withheld
        ],
        "version": __version__,
        "fingerprint": network.fingerprint,
    }


def _files(files: tuple[FileReport, ...], fate: Fate, wording: Wording) -> list[FileView]:
    return [
        FileView(
            file.name,
            str(file.fate),
            "" if file.rows is None else wording.count(file.rows),
            file.reason,
        )
        for file in files
        if file.fate is fate
    ]


def _place(file: str, line: int) -> str:
    return f"{file}, line {line}" if line else file
