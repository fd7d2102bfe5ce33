"""Reads what the owner adds to an export: people, outreach, decisions and LinkedIn's analytics.

Takes paths, gives `OwnFile`s: tables, a report of the file and what could not be used. The files
come from spreadsheets and from programs of others, so their columns are known by many names and
in any order; people are told apart by profile and e-mail, never by name alone.
"""
