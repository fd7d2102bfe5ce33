"""Who asks to connect, as far as the owner's own rows and the note tell."""

from datetime import timedelta
from typing import Any

from made import AS_OF, days_ago, strategy, table
from netreport.facts import invitations, pending
from netreport.model.tables import Table
from spoken import invitations as invited

ACCOUNTS = {
    "id": "accounts",
    "label": "Accounts",
    "fit": "ideal",
    "where": {"company_list": ["Example Bank"]},
}
BUYERS = {"id": "buyers", "label": "Buyers", "fit": "good", "where": {"function": ["Sales"]}}


def waiting(*rows: dict[str, Any], known: tuple[dict[str, Any], ...] = (), **settings: Any) -> Any:
    """Give PENDING for requests of yesterday, with what the owner's rows say of people."""
    asked = [{"incoming": True, "sent_at": days_ago(1), **row} for row in rows]
    tables = {
        Table.REQUESTS: invitations.derive(invited(*asked), None, AS_OF),
        Table.ENRICHMENT: table(Table.ENRICHMENT, known),
    }
    return pending.derive(tables, strategy(**{"segments": [ACCOUNTS, BUYERS], **settings}))


def ann(**row: Any) -> dict[str, Any]:
    return {"person": "ann-example", "name": "Ann Example", **row}


def test_without_a_row_of_the_owners_nobody_can_place_who_asks() -> None:
    (row,) = waiting(ann()).to_dicts()
    assert (row["fit"], row["position"], row["segments"]) == (
        "unknown",
        None,
        ["accounts", "buyers"],
    )


def test_the_owners_row_says_who_it_is() -> None:
    (row,) = waiting(ann(), known=({"person": "ann-example", "title": "Sales Manager"},)).to_dicts()
    assert (row["segment"], row["fit"], row["function"]) == ("buyers", "good", "Sales")


def test_who_says_what_they_do_and_not_where_is_at_no_listed_company() -> None:
    (row,) = waiting(ann(), known=({"person": "ann-example", "title": "Lawyer"},)).to_dicts()
    assert (row["fit"], row["company"]) == ("neutral", None)


def test_a_listed_company_is_found() -> None:
    told = {"person": "ann-example", "title": "Lawyer", "company": "Example Bank Ltd"}
    (row,) = waiting(ann(), known=(told,)).to_dicts()
    assert (row["segment"], row["company"]) == ("accounts", "Example Bank Ltd")


def test_of_two_requests_of_one_person_the_later_one_waits() -> None:
    frame = waiting(ann(sent_at=days_ago(9)), ann(note="Your talk on pipelines"))
    assert frame.height == 1
    assert frame.get_column("kind").to_list() != ["none"]


def test_requests_without_an_address_have_keys_of_their_own() -> None:
    frame = waiting({"name": "Ann Example"}, {"name": "Bob Example"})
    day = AS_OF - timedelta(days=1)
    assert frame.get_column("person").to_list() == [
        f"name:ann example|{day}",
        f"name:bob example|{day}",
    ]


def test_without_an_address_a_namesake_among_the_connections_leaves_it_open() -> None:
    """Old exports give no address: that Ann may be this Ann, and Bob is nobody of them."""
    rows = [{"person": "ann-1", "first_name": "Ánn", "last_name": "Example", "connected_on": AS_OF}]
    connections = table(Table.CONNECTIONS, rows)
    asked = invited({"name": "Ann Example"}, {"name": "Bob Example"})
    requests = invitations.derive(asked, connections, AS_OF)
    tables = {Table.REQUESTS: requests, Table.CONNECTIONS: connections}
    assert pending.derive(tables, strategy()).get_column("name").to_list() == ["Bob Example"]


def test_what_the_strategy_never_accepts_is_found_in_the_note_as_whole_words() -> None:
    block = {"hard_block": {"title_words": ["forex signals", "mlm"], "companies": ["Shady Corp"]}}
    note = "I sell FOREX signals for Shady Corp, no mlms."
    (row,) = waiting(ann(note=note), invitations=block).to_dicts()
    assert row["blocked"] == ["forex signals", "Shady Corp"]


def test_words_of_the_value_proposition_are_found_in_note_and_title() -> None:
    value = {"keywords": ["pipeline", "quota"], "i_want": ["referrals"]}
    known = ({"person": "ann-example", "title": "Pipeline planner"},)
    (row,) = waiting(
        ann(note="Happy to give referrals"), known=known, value_proposition=value
    ).to_dicts()
    assert row["named"] == ["pipeline", "referrals"]


def test_no_text_of_the_note_is_kept() -> None:
    frame = waiting(ann(note="Unmistakable sentence"))
    assert "note" not in frame.columns


def test_accepted_requests_do_not_wait() -> None:
    accepted = table(
        Table.CONNECTIONS,
        [{"person": "ann-example", "first_name": "Ann", "connected_on": AS_OF}],
    )
    requests = invitations.derive(invited(ann(incoming=True, sent_at=days_ago(9))), accepted, AS_OF)
    assert pending.derive({Table.REQUESTS: requests}, strategy()).is_empty()
