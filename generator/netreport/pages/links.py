"""Where things are in a site: the method of a number, the rows behind it."""

import re
from urllib.parse import urlencode

from netreport.model.metrics import Metric
from netreport.model.results import Where
from netreport.model.text import clean

COUNTED = "counted"  # the column of the People page for rows that no other column tells apart


def anchor(title: str) -> str:
    """Give the anchor that Markdown makes of a heading."""
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", title).strip().lower())


def method_of(metric: Metric) -> str:
    """Give the address of a metric's formula, source and limits."""
    return f"data.html#{anchor(metric.title)}"


def rows_of(where: Where) -> str:
    """Give the address of the People page with exactly these rows; values as that page has them."""
    pairs = [(facet, clean(value)) for facet, values in where.facets.items() for value in values]
    pairs += [(COUNTED, clean(where.name))] if where.name else []
    return f"people.html#?{urlencode(pairs)}" if pairs else "people.html"
