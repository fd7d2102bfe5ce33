"""A report becomes what its reader may see of it."""

from dataclasses import replace

from netreport.audience.reader import Audience, Reader
from netreport.model.advice import Advice, CleanUp, Week
from netreport.model.report import Report

NOBODY = Advice((), Week(0, (), (), ""), CleanUp(0, 0, 0, 0, (), {}, ()))
"""What the public is advised: a recommendation is about somebody."""


def limited(report: Report, reader: Reader) -> Report:
    """Give the report without what the reader may not see; the owner's is the same."""
    if reader.audience is not Audience.PUBLIC:
        return report
    return replace(report, network=replace(report.network, tables={}), advice=NOBODY)
