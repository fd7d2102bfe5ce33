"""The tables of a network, one schema each. Times are UTC without a zone; days are UTC days.

`person` is the key that joins tables: a profile slug (`slug_of`), or, in exports of the years
without profile addresses, `name:<folded name>|<day>`, which is unique in its file and joins
to nothing. A missing value is null, never an empty string.
"""

from netreport.model.tables.derived import DERIVED
from netreport.model.tables.exported import EXPORTED
from netreport.model.tables.owned import OWNED
from netreport.model.tables.table import NAMES, TIME, Table

__all__ = ["NAMES", "SCHEMAS", "TIME", "Table"]

SCHEMAS = {**EXPORTED, **OWNED, **DERIVED}
