"""How the rooms are put together, where no single room can tell."""

from pathlib import Path

from exported import CONNECTIONS, MESSAGES, NOTES, rows_of, somebody, write
from netreport import pipeline
from netreport.model.results import Unknown
from netreport.places import Places

STRATEGY = Path(__file__).parent / "strategies" / "apac-b2b-seller.yaml"
LETTER = (
    "c1",
    "",
    "Ada Mole",
    "",
    "Robin Sample",
    "",
    "2025-01-07 10:00:00 UTC",
    "",
    "Hi",
    "INBOX",
)


def test_an_older_export_without_connections_is_no_network_that_nobody_left(tmp_path: Path) -> None:
    """A part of an export may be all that somebody asked LinkedIn for."""
    older = write(tmp_path / "older", {"messages.csv": rows_of(MESSAGES, [LETTER])})
    people = NOTES + rows_of(CONNECTIONS, [somebody(number) for number in range(9)])
    newer = write(tmp_path / "newer", {"Connections.csv": people})
    told = pipeline.report(Places((older, newer), STRATEGY, tmp_path / "site"))
    assert len(told.history.before) == 1
    assert isinstance(told.answers["changes_between"].result, Unknown)
