"""What is known of the people behind requests: those who became connections, and those who wait.

Takes requests and the tables that place people. Gives the requests with two columns more.
"""

import polars as pl

_TOLD = {"person": pl.String, "segment": pl.String, "relevant": pl.Boolean}


def placed(
    requests: pl.DataFrame, people: pl.DataFrame | None, pending: pl.DataFrame | None
) -> pl.DataFrame:
    """Add `segment` and `relevant` to REQUESTS; both are null where nobody can tell."""
    told = pl.concat([_told(people), _told(pending)]).unique(
        "person", keep="first", maintain_order=True
    )
    return requests.join(told, on="person", how="left", maintain_order="left")


def _told(frame: pl.DataFrame | None) -> pl.DataFrame:
    if frame is None:
        return pl.DataFrame(schema=_TOLD)
    return frame.select(*_TOLD).drop_nulls("person").sort(*_TOLD, nulls_last=True)
