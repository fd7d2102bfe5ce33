"""Reads a LinkedIn export of any year, as ZIP or folder, into a `Network`."""

from netreport.sources.export.catalogue import LEFT_ALONE, READERS
from netreport.sources.export.reading import read

__all__ = ["LEFT_ALONE", "READERS", "read"]
