"""Where people are: takes titles, companies, e-mail addresses and what the owner knows.

Gives a `Place` (countries, regions, the words that decided) or None for unknown. Everything it
knows of the world stands in the tables of this package. Unknown is never no: `within` says no
only if nothing wanted remains possible. Never looks at a person's name or language.
"""

from netreport.facts.regions.evidence import Clue, Place, Source
from netreport.facts.regions.locating import (
    Hints,
    Located,
    Reading,
    explain,
    locate,
    located,
    within,
)

__all__ = [
    "Clue",
    "Hints",
    "Located",
    "Place",
    "Reading",
    "Source",
    "explain",
    "locate",
    "located",
    "within",
]
