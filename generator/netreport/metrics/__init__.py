"""One module = one question. METRICS finds them by file name, in the order of their codes.

Takes the tables that a metric declares, the strategy and the export's day; gives `Measured` or
`Unknown`. Must not know files, the clock, pages or another metric.
"""

import pkgutil
import re
from collections.abc import Mapping
from importlib import import_module

from netreport.model.metrics import Metric


def _order(metric: Metric) -> tuple[int, str]:
    number = re.search(r"\d+", metric.code)
    return (int(number[0]) if number else 0, metric.code)


def _found() -> dict[str, Metric]:
    names = (module.name for module in pkgutil.iter_modules(__path__))
    metrics = [import_module(f"{__name__}.{name}").METRIC for name in names]
    return {metric.id: metric for metric in sorted(metrics, key=_order)}


METRICS: Mapping[str, Metric] = _found()
