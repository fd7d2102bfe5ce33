"""A job title's function and seniority, with the words that decided.

Takes a title as people write it on their profiles, in seven languages, and gives a `Reading`. Lists
of words and a small learned model ship with the package; nothing is asked of a network.
"""

from netreport.facts.titles.reading import UNREAD, Reading, read, read_all

__all__ = ["UNREAD", "Reading", "read", "read_all"]
