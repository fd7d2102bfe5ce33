"""An export and what its owner adds to it, as one network."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from netreport.model.network import Network
from netreport.model.tables import Table
from netreport.sources.owner.analytics import joined
from netreport.sources.owner.own_file import OwnFile

_REACH = frozenset({Table.POST_REACH, Table.AUDIENCE_DAYS, Table.DEMOGRAPHICS})


def together(network: Network, files: Sequence[OwnFile]) -> Network:
    """Add the owner's tables; of two rows about the same the earlier file's stands first.

    The export keeps its fingerprint; what was added has one of its own.
    """
    if not files:
        return network
    frames: defaultdict[Table, list[pl.DataFrame]] = defaultdict(list)
    for file in files:
        for table, frame in file.tables.items():
            frames[table].append(frame)
    tables = {
        table: joined(table, reversed(parts)) if table in _REACH else pl.concat(parts)
        for table, parts in frames.items()
    }
    told = [issue for file in files for issue in file.issues]
    added = network.adding(tables, *told)
    marks = "\0".join(file.fingerprint for file in files)  # in order, which makes a difference
    return replace(
        added,
        files=(*network.files, *(file.report for file in files)),
        added=hashlib.sha256(marks.encode()).hexdigest(),
    )
