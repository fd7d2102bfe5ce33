"""Who may read a build, and what of the report each of them may see.

Takes a `Report` and a `Reader`, gives what is fit for that reader. The only room that turns a
`Person` into words, so that no page and no template can show more than its reader may see. Must
not know files, pages or templates.
"""

from netreport.audience.limiting import Limited, limited
from netreport.audience.reader import (
    OWNER,
    Audience,
    Reader,
    Shown,
    called,
    day,
    pseudonym,
    reader_for,
    show,
)

__all__ = [
    "OWNER",
    "Audience",
    "Limited",
    "Reader",
    "Shown",
    "called",
    "day",
    "limited",
    "pseudonym",
    "reader_for",
    "show",
]
