"""The demo tells its story: a core, a rush full of strangers, requests and questions that wait."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from urllib.parse import unquote

import pytest

from netreport.demo.moments import end_of, seconds
from netreport.demo.people.careers import Home
from netreport.demo.story import RUSH, Plan, Role
from netreport.demo.words import vocabulary
from netreport.demo.world import World, imagine

Files = dict[str, str]
Read = Callable[[str], list[dict[str, str]]]
OWNER = "https://www.linkedin.com/in/tamsin-corrigall-example"
RELEVANT = {Role.CORE, Role.DORMANT, Role.LATENT}
SHORT = 12
TEMPLATES = ("network on LinkedIn", "LinkedIn network", "réseau", "rete p", "Netzwerk hin")
PITCHES = ("15 min", "Book a", "crypto", "CRM", "guest", "portfolio", "15 Minuten", "rápida")
UNKNOWN = {Role.PUZZLE, Role.LEADER, Role.HIDDEN}


def test_there_are_1214_connections_over_nine_years(files: Files, table: Read) -> None:
    days = _days(table(files["Connections.csv"]))
    assert len(days) == 1214
    assert 8.8 < (max(days) - min(days)).days / 365.25 < 9.1


def test_a_rush_of_about_250_stands_out_from_all_other_weeks(files: Files, table: Read) -> None:
    weeks = Counter(
        (day - timedelta(days=day.weekday())) for day in _days(table(files["Connections.csv"]))
    )
    rush = {week for week, count in weeks.items() if count >= 30}
    assert rush == {date(2024, 2, 12) + timedelta(days=7 * n) for n in range(5)}
    assert 230 <= sum(weeks[week] for week in rush) <= 260
    assert max(count for week, count in weeks.items() if week not in rush) <= 15


def test_a_third_is_relevant_and_a_fifth_cannot_be_told(world: World, plan: Plan) -> None:
    roles = _roles(world, plan)
    assert 0.28 < _share(roles, RELEVANT) < 0.37
    assert 0.18 < _share(roles, UNKNOWN) < 0.27


def test_junk_comes_mostly_with_the_rush(world: World, plan: Plan) -> None:
    first, last = (plan.as_of - timedelta(days=ago) for ago in (RUSH.oldest, RUSH.newest - 1))
    rushed = [r for r in world.requests if r.accepted_at and first <= r.accepted_at.date() <= last]
    others = [r for r in world.requests if r.accepted_at and r not in rushed]
    in_the_rush = Counter(request.member.role for request in rushed)
    otherwise = Counter(request.member.role for request in others)
    assert _share(in_the_rush, {Role.CROWD}) > 0.65
    assert _share(otherwise, {Role.CROWD}) < 0.42
    assert _share(in_the_rush, RELEVANT) < 0.12
    assert _share(otherwise, RELEVANT) > 0.33


def test_the_last_year_is_better_than_the_years_before_the_rush(world: World, plan: Plan) -> None:
    year_ago, rush = end_of(plan.as_of) - timedelta(days=365), date(2024, 2, 12)
    accepted = [r for r in world.requests if r.accepted_at and r.ended_at is None]
    lately = Counter(r.member.role for r in accepted if r.accepted_at and r.accepted_at > year_ago)
    early = Counter(
        r.member.role for r in accepted if r.accepted_at and r.accepted_at.date() < rush
    )
    assert _share(lately, RELEVANT) > _share(early, RELEVANT) + 0.1


def test_a_core_of_60_to_90_has_talked_both_ways_within_the_year(
    files: Files, table: Read, world: World, plan: Plan
) -> None:
    talked = _talked_both_ways(table(files["messages.csv"]), plan.as_of - timedelta(days=365))
    core = {url for url in talked if url in _urls(world, RELEVANT, plan)}
    assert 60 <= len(core) <= 90


def test_dormant_ties_were_alive_more_than_a_year_ago(
    files: Files, table: Read, world: World, plan: Plan
) -> None:
    rows = table(files["messages.csv"])
    ever = _talked_both_ways(rows, date.min)
    lately = _talked_both_ways(rows, plan.as_of - timedelta(days=365))
    assert len((ever - lately) & _urls(world, {Role.DORMANT}, plan)) >= 45


def test_most_relevant_silent_people_never_wrote(
    files: Files, table: Read, world: World, plan: Plan
) -> None:
    silent = _urls(world, {Role.LATENT}, plan) - _talked_both_ways(
        table(files["messages.csv"]), date.min
    )
    assert len(silent) >= 180


@pytest.mark.parametrize(
    ("connections", "messages", "seed"),
    [(1214, 3520, 7), (300, 40, 1), (80, 2500, 2), (900, 9000, 3)],
)
def test_every_conversation_moves_forward_in_time(
    connections: int, messages: int, seed: int
) -> None:
    plan = Plan(connections, messages, seed)
    now = seconds(end_of(plan.as_of))
    for thread in imagine(plan).threads:
        assert list(thread.times) == sorted(set(thread.times))
        assert thread.times[-1] <= now


def test_a_template_went_to_many_in_the_rush(files: Files, table: Read) -> None:
    sent = [
        row["CONTENT"]
        for row in table(files["messages.csv"])
        if row["SENDER PROFILE URL"] == OWNER and "thanks for connecting! I help" in row["CONTENT"]
    ]
    assert len(sent) > 60


def test_questions_wait_for_an_answer_since_days_and_since_years(
    files: Files, table: Read, plan: Plan
) -> None:
    newest: dict[str, dict[str, str]] = {}
    for row in table(files["messages.csv"]):
        newest.setdefault(row["CONVERSATION ID"], row)
    now = end_of(plan.as_of)
    waiting = [
        (now - datetime.fromisoformat(row["DATE"].replace(" UTC", "+00:00"))).days
        for row in newest.values()
        if row["SENDER PROFILE URL"] not in {OWNER, ""} and "?" in row["CONTENT"]
    ]
    assert len([days for days in waiting if days <= 180]) >= 10
    assert min(waiting) <= 2
    assert max(waiting) > 365


def test_closing_words_end_many_conversations(files: Files, table: Read) -> None:
    last = {}
    for row in table(files["messages.csv"]):
        last.setdefault(row["CONVERSATION ID"], row["CONTENT"])
    assert {"👍", "🙏", "Perfect, thank you!", "Thanks Tamsin!"} <= set(last.values())
    elsewhere = {"Danke dir!", "Merci !", "¡Gracias!", "Obrigado!", "Grazie!", "Bedankt!"}
    assert elsewhere & set(last.values())


def test_every_kind_of_request_waits(files: Files, table: Read) -> None:
    connected = {unquote(row["URL"]) for row in table(files["Connections.csv"])}
    waiting = [
        row
        for row in table(files["Invitations.csv"])
        if row["Direction"] == "INCOMING" and row["inviterProfileUrl"] not in connected
    ]
    notes = [row["Message"] for row in waiting]
    assert 38 <= len(waiting) <= 44
    assert notes.count("") >= 12
    assert {_kind(note) for note in notes} == {"none", "template", "pitch", "short", "words"}


def test_own_requests_wait_too_some_for_most_of_a_year(files: Files, table: Read) -> None:
    connected = {unquote(row["URL"]) for row in table(files["Connections.csv"])}
    sent = [
        datetime.strptime(row["Sent At"], "%m/%d/%y, %I:%M %p")  # noqa: DTZ007
        for row in table(files["Invitations.csv"])
        if row["Direction"] == "OUTGOING" and row["inviteeProfileUrl"] not in connected
    ]
    assert 20 <= len(sent) <= 30
    assert 181 < (datetime(2026, 10, 31) - min(sent)).days <= 291


def test_names_are_of_many_kinds(files: Files, table: Read) -> None:
    rows = [row for row in table(files["Connections.csv"]) if row["URL"]]
    names = [row["First Name"] + " " + row["Last Name"] for row in rows]
    doubles = [name for name, count in Counter(names).items() if count > 1]
    assert len(doubles) >= 5
    assert len([name for name in names if not name.isascii()]) > 0.12 * len(names)
    assert [name for name in names if name.isupper()]
    assert [name for name in names if name.islower()]
    assert [row for row in rows if ", PhD" in row["Last Name"]]
    assert [row for row in rows if row["First Name"] != row["First Name"].strip()]
    assert [name for name in names if "🚀" in name]


def test_one_in_four_says_where(files: Files, table: Read) -> None:
    """A region word in the title, or a legal form or country behind the company's name."""
    homes = vocabulary("places", dict[str, Home])
    words = {word for home in homes.values() for word in (*home.words, *home.forms)}
    rows = [row for row in table(files["Connections.csv"]) if row["URL"]]
    placed = [
        row
        for row in rows
        if any(
            row[column].rstrip().endswith(f" {word}")
            for column in ("Position", "Company")
            for word in words
        )
    ]
    assert 0.18 < len(placed) / len(rows) < 0.32


def test_there_are_months_of_looking_on_and_months_of_silence(files: Files) -> None:
    created = _months(files["Shares_9990004417.csv"]) + _months(files["Comments_9990004417.csv"])
    reacted = _months(files["Reactions_9990004417.csv"])
    months = {f"{year}-{month:02}" for year in range(2018, 2026) for month in range(1, 13)}
    assert len([month for month in months if reacted[month] and not created[month]]) >= 8
    assert len([month for month in months if not reacted[month] and not created[month]]) >= 4
    assert sum(reacted.values()) > 3 * sum(created.values()) / 2


def test_posts_are_on_the_subjects_and_off_them(files: Files) -> None:
    text = files["Shares_9990004417.csv"].lower()
    for word in ("sales growth", "coaching", "social media", "sales effectiveness", "golf", "cycl"):
        assert word in text


def _months(text: str) -> Counter[str]:
    """Count the rows by month; only rows begin with a date of this century."""
    return Counter(re.findall(r"^(20\d\d-\d\d)-\d\d \d\d:", text, re.MULTILINE))


def _kind(note: str) -> str:
    if not note:
        return "none"
    if len(note) < SHORT:
        return "short"
    if any(word in note for word in TEMPLATES):
        return "template"
    return "pitch" if any(word in note for word in PITCHES) else "words"


def _days(rows: Iterable[dict[str, str]]) -> list[date]:
    return [datetime.strptime(row["Connected On"], "%d %b %Y").date() for row in rows]  # noqa: DTZ007


def _roles(world: World, plan: Plan) -> Counter[Role]:
    now = end_of(plan.as_of)
    return Counter(r.member.role for r in world.requests if r.connected(now))


def _share(roles: Counter[Role], wanted: set[Role]) -> float:
    return sum(roles[role] for role in wanted) / roles.total()


def _urls(world: World, roles: set[Role], plan: Plan) -> set[str]:
    now = end_of(plan.as_of)
    members = [r.member for r in world.requests if r.connected(now) and r.member.role in roles]
    return {f"https://www.linkedin.com/in/{member.slug}" for member in members}


def _talked_both_ways(rows: Iterable[dict[str, str]], since: date) -> set[str]:
    """People in two-person conversations in which both wrote since that day."""
    wrote, heard = set(), set()
    for row in rows:
        if row["DATE"][:10] < since.isoformat() or row["IS MESSAGE DRAFT"] == "Yes":
            continue
        if row["SENDER PROFILE URL"] == OWNER:
            heard.add(row["RECIPIENT PROFILE URLS"])
        else:
            wrote.add(row["SENDER PROFILE URL"])
    return wrote & heard
