"""What is told to everybody: by the id of the metric, which of its breakdowns.

A new metric is not told until somebody has looked and put it here. To be here, the number must be
a count of people or a share of two such counts, and so must every part: no person alone, no oldest
or largest, no median, no sum of points, hours, messages or money, which give counts away to the
last digit. What is between two people (requests, notes, answers owed) is not for everybody, and
neither is what changed since the last export.
"""

from collections.abc import Mapping

PUBLISHED: Mapping[str, frozenset[str]] = {
    "relevance": frozenset({"fit"}),
    "standing": frozenset({"standing"}),
    "junk_share": frozenset(),
    "effective_connections": frozenset({"effective"}),
    "coherence": frozenset({"functions"}),
    "seniority_mix": frozenset({"seniorities", "regions"}),
    "concentration": frozenset({"companies"}),
    "two_way": frozenset({"touch"}),
    "reciprocity": frozenset({"reciprocity-sides", "reciprocity-balance"}),
    "dormancy": frozenset({"dormancy"}),
    "layers": frozenset({"layers"}),
    "rushes": frozenset({"months"}),
    "data_quality": frozenset({"filled"}),
}

BY_COUNT = frozenset({"functions", "regions", "companies"})
"""Breakdowns whose parts stand in the order of their counts, which would tell more than is told."""
