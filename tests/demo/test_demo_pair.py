"""Two exports of the demo network, a quarter apart, and the truth beside them agree."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZipFile

import pytest

from netreport.demo.beside.truth import truth
from netreport.demo.story import QUARTER, Plan
from netreport.demo.world import World
from netreport.demo.writing import write_pair

Files = dict[str, str]
Read = Callable[[str], list[dict[str, str]]]
People = dict[str, dict[str, str]]


@pytest.fixture(scope="module")
def told(world: World, plan: Plan) -> dict[str, list[str]]:
    return json.loads(json.dumps(truth(world, plan.as_of - QUARTER)))


@pytest.fixture(scope="module")
def before(older_files: Files, table: Read) -> People:
    return _people(table(older_files["Connections.csv"]))


@pytest.fixture(scope="module")
def after(files: Files, table: Read) -> People:
    return _people(table(files["Connections.csv"]))


def test_gained_lost_and_renamed_explain_the_difference(
    told: dict[str, list[str]], before: People, after: People
) -> None:
    renamed = {pair["before"]: pair["after"] for pair in told["renamed"]}
    then = {renamed.get(slug, slug) for slug in before}
    assert set(after) - then == set(told["gained"])
    assert then - set(after) == set(told["lost"])
    assert set(renamed) <= set(before) - set(after)
    assert set(renamed.values()) <= set(after) - set(before)


def test_changed_jobs_are_all_there_are(
    told: dict[str, list[str]], before: People, after: People
) -> None:
    renamed = {pair["after"]: pair["before"] for pair in told["renamed"]}
    changed = {
        slug
        for slug, row in after.items()
        if (old := before.get(renamed.get(slug, slug))) and _job(old) != _job(row)
    }
    assert changed == {change["person"] for change in told["changed_jobs"]}
    for change in told["changed_jobs"]:
        assert _job(after[change["person"]]) == change["after"]
        assert _job(before[renamed.get(change["person"], change["person"])]) == change["before"]


@pytest.mark.parametrize(
    ("direction", "side", "ended"),
    [("received", "INCOMING", "ignored"), ("sent", "OUTGOING", "withdrawn")],
)
def test_waiting_requests_were_accepted_or_vanished(  # noqa: PLR0913, PLR0917
    told: dict[str, dict[str, list[str]]],
    before: People,
    after: People,
    files: Files,
    older_files: Files,
    table: Read,
    direction: str,
    side: str,
    ended: str,
) -> None:
    then = _requests(table(older_files["Invitations.csv"]), side) - set(before)
    now = _requests(table(files["Invitations.csv"]), side)
    assert set(told[direction]["accepted"]) == then & set(after)
    assert set(told[direction][ended]) == then - set(after) - now
    assert set(told[direction]["still waiting"]) == (then & now) - set(after)


def test_about_two_in_five_received_requests_were_accepted(
    told: dict[str, dict[str, list[str]]],
) -> None:
    received = told["received"]
    decided = len(received["accepted"]) + len(received["ignored"])
    assert 0.3 <= len(received["accepted"]) / decided <= 0.5
    assert decided >= 30


def test_the_quarter_has_something_of_everything(told: dict[str, list[str]]) -> None:
    counts = {key: len(told[key]) for key in ("gained", "lost", "renamed", "changed_jobs")}
    assert counts == {"gained": 35, "lost": 9, "renamed": 4, "changed_jobs": 14}


def test_the_older_export_holds_nothing_of_the_quarter(
    older_files: Files, files: Files, table: Read, plan: Plan
) -> None:
    then = (plan.as_of - QUARTER + timedelta(days=1)).isoformat()
    old, new = (table(texts["messages.csv"]) for texts in (older_files, files))
    assert max(row["DATE"] for row in old) < then
    known = {(row["CONVERSATION ID"], row["DATE"]): row["CONTENT"] for row in new}
    assert all(known[row["CONVERSATION ID"], row["DATE"]] == row["CONTENT"] for row in old)
    assert len(new) - len(old) > 100


def test_a_pair_is_written_as_a_workspace(tmp_path: Path) -> None:
    write_pair(Plan(connections=60, messages=200), tmp_path / "mine")
    exports = sorted(path.name for path in (tmp_path / "mine" / "exports").iterdir())
    assert exports == [
        "Complete_LinkedInDataExport_07-31-2026.zip",
        "Complete_LinkedInDataExport_10-31-2026.zip",
    ]
    beside = {path.name for path in (tmp_path / "mine").iterdir() if path.is_file()}
    assert beside == {"people.csv", "outreach.csv", "decisions.csv", "truth.json"}
    with ZipFile(tmp_path / "mine" / "exports" / exports[0]) as archive:
        assert "Connections.csv" in archive.namelist()
        assert archive.testzip() is None


def _people(rows: list[dict[str, str]]) -> People:
    return {_slug(row["URL"]): row for row in rows if row["URL"]}


def _requests(rows: list[dict[str, str]], side: str) -> set[str]:
    column = "inviterProfileUrl" if side == "INCOMING" else "inviteeProfileUrl"
    return {_slug(row[column]) for row in rows if row["Direction"] == side}


def _slug(url: str) -> str:
    return unquote(url).rpartition("/")[2].casefold()


def _job(row: dict[str, str]) -> dict[str, str]:
    return {"company": row["Company"].strip(), "position": row["Position"].strip()}
