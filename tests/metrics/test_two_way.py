"""With how many there is a conversation, and whose messages come in."""

from made import measured, parts, people, table
from netreport.model.tables import Table

KNOWN = {"conversation": False, "engaged": False, "ever_two_way": False}


def test_messages_count_by_who_sent_them_and_not_by_how_many_senders() -> None:
    """6 of 10 messages come from one person outside the strategy, one from no connection."""
    known = people(
        (1, {**KNOWN, "relevant": True}),
        (1, {**KNOWN, "relevant": False}),
        (1, {**KNOWN, "relevant": None}),
    )
    received = {"person-example-0": 2, "person-example-1": 6, "person-example-2": 1, "other": 1}
    ties = table(
        Table.TIES,
        [{"person": who, "recent_received": count} for who, count in received.items()],
    )
    told = parts(measured("two_way", {Table.PEOPLE: known, Table.TIES: ties}), "inbound")
    assert {label: part.estimate.value for label, part in told.items()} == {
        "People your strategy wants": 2,
        "Connections outside your strategy": 6,
        "Connections whom nobody can place": 1,
        "People who are no connections": 1,
    }
    assert {part.n for part in told.values()} == {10}
