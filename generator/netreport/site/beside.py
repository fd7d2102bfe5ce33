"""What lies beside the pages: the report for machines, its schemas, the table of actions."""

import json
from collections.abc import Mapping

from netreport.audience import Audience
from netreport.model.report import Report
from netreport.model.tables import Table
from netreport.pages import people
from netreport.pages.machine import actions, report_data
from netreport.pages.spreadsheet import spreadsheet
from netreport.pages.writer import Writer
from netreport.site import resources


def beside(report: Report, writer: Writer, build: str) -> Mapping[str, bytes]:
    """Give every file that is no page, by its path in the site."""
    files = {"report.json": _json(report_data(report, writer, build)), **_form("report")}
    if writer.reader.audience is not Audience.PUBLIC:
        files |= {**_form("review"), "actions.csv": spreadsheet(actions(report, writer))}
    return {**files, **_people(report, writer)}


def _form(name: str) -> Mapping[str, bytes]:
    file = f"{name}.schema.json"
    return {file: (resources.content() / file).read_bytes()}


def _people(report: Report, writer: Writer) -> Mapping[str, bytes]:
    tables = report.network.tables
    if Table.PEOPLE not in tables:
        return {}
    advised = report.advice.recommendations
    rows = people.rows(tables, report.strategy, advised, report.answers.values())
    return people.assets(rows if writer.reader.names else people.in_months(rows))


def _json(data: object) -> bytes:
    return (json.dumps(data, separators=(",", ":"), ensure_ascii=False) + "\n").encode()
