"""Reads a LinkedIn export of any year, as ZIP or folder, into a `Network`."""
