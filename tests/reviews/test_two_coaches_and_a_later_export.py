"""Two coaches who disagree, a second round after a new export, a reply by the owner: one thread."""

import html
import json
import shutil
from pathlib import Path

import pytest

from netreport import pipeline
from netreport.cli import options
from netreport.model.report import Report
from netreport.model.reviews import Outcome, Progress, Role, Sort, Stance
from netreport.model.tables import Table
from netreport.pages.review import agenda
from netreport.sources import key
from reviewed import answer, review, run, save

OCTOBER = "Complete_LinkedInDataExport_10-31-2026.zip"
FIRST, SECOND, THIRD = (f"2026-{day}T10:00:00.000Z" for day in ("08-05", "08-06", "11-03"))
PAYLOAD = "<script>alert(1)</script> **x** [a](http://b)"


def reported(home: Path) -> Report:
    return pipeline.report(options.places(options.Named(home)))


def head(report: Report, role: Role, by: str, saved: str) -> dict[str, str]:
    talk = report.discussion
    return {"seal": talk.seals[role], "export": talk.mark, "by": by, "saved": saved}


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str], str]:
    """Give a workspace after two rounds, what each command printed, and the thread to look at."""
    folder = tmp_path_factory.mktemp("story")
    home, said = folder / "home", list[str]()
    run("init", home, "--demo")
    key.make(home / ".netreport" / "pseudonyms.key")
    shutil.move(home / "exports" / OCTOBER, folder / OCTOBER)
    july = reported(home)
    items = [one for one in july.discussion.items.values() if one.sort is Sort.RECOMMENDATION]
    cleo = [answer(one.id, "agree", seen=one.state, at=FIRST) for one in items]
    marcus = [answer(one.id, "disagree", PAYLOAD, seen=one.state, at=SECOND) for one in items[::7]]
    marcus.append(answer("answer-0000000000000000", "agree", called="Nobody knows", at=SECOND))
    first = save(folder / "c.json", review(cleo, **head(july, Role.COACH, "Cleo", FIRST)))
    second = save(folder / "m.json", review(marcus, **head(july, Role.COACH, "Marcus", SECOND)))
    said.append(run("review", "add", first, second, first, "-w", home).stdout)
    shutil.move(folder / OCTOBER, home / "exports" / OCTOBER)
    october = reported(home)
    still = [one.id for one in items if one.id in october.discussion.items]
    disputed = next(id_ for id_ in still if id_ in {row["id"] for row in marcus})
    names = october.network.tables[Table.PEOPLE]["name"].drop_nulls()
    somebody = names.filter(names.str.contains(r"^[A-Z][a-z]{4,} [A-Z][a-z]{6,}$"))[0]
    mine = [answer(disputed, "discuss", f"Ask {somebody}.", at=THIRD)]
    reply = save(folder / "o.json", review(mine, **head(october, Role.OWNER, "", THIRD)))
    again = [answer(disputed, "agree", "Monday it is.", at="2026-11-04T10:00:00.000Z")]
    third = save(folder / "r.json", review(again, **head(october, Role.COACH, "Marcus", THIRD)))
    said.append(run("review", "add", reply, third, first, "-w", home).stdout)
    return home, said, disputed


def test_each_review_says_how_it_stands_to_the_report(story: tuple[Path, list[str], str]) -> None:
    _, (july, october), _ = story
    assert "answers by Cleo, of 5 August 2026." in july
    assert "0 on what has changed since; 0 on what is advised no more; 0 on nothing" in july
    assert "1 on nothing that this workspace knows." in july
    assert "is in already; nothing was added or changed." in july
    assert "1 answer by you, of 3 November 2026." in october
    assert "on what is advised no more" in october
    assert "It answers a report on another export; what it says is kept with that." in october


def test_one_thread_holds_all_rounds_in_order(story: tuple[Path, list[str], str]) -> None:
    home, _, disputed = story
    thread = reported(home).discussion.threads[disputed]
    told = [(str(one.by), one.role, one.answer.stance) for one in thread.entries]
    assert told == [
        ("Cleo", Role.COACH, Stance.AGREE),
        ("Marcus", Role.COACH, Stance.DISAGREE),
        ("", Role.OWNER, Stance.DISCUSS),
        ("Marcus", Role.COACH, Stance.AGREE),
    ]
    assert thread.outcome is Outcome.OPEN  # the owner wanted to talk, and has not decided
    shown = run("review", "show", disputed[:-2], "-w", home).stdout
    assert shown.index("Cleo agrees, 5 Aug 2026") < shown.index("Marcus disagrees, 6 Aug 2026")
    assert shown.index("You want to discuss, 3 Nov") < shown.index("Monday it is.")
    assert PAYLOAD in shown
    found = json.loads(run("review", "list", "--json", "-w", home).stdout)
    assert {one["outcome"] for one in found} >= {"open", "agreed", "done"}
    (strange,) = (one for one in found if not one["known"])
    assert (strange["id"], strange["what"]) == ("answer-0000000000000000", "Nobody knows")


def test_a_later_export_shows_what_was_done(story: tuple[Path, list[str], str]) -> None:
    home, _, _ = story
    report = reported(home)
    followed = [one for one in report.discussion.threads.values() if one.followed]
    kinds = {(one.id.split("-")[0], one.followed.progress) for one in followed if one.followed}
    assert ("answer", Progress.DONE) in kinds
    assert {progress for _, progress in kinds} >= {Progress.DONE, Progress.NOT_SEEN}
    assert all(one.gone or one.id in report.discussion.items for one in followed)
    (shift, *_) = (
        shift
        for one in followed
        if one.followed
        for shift in one.followed.shifts
        if shift.metric == "response_debt"
    )
    assert shift.now == report.history.now.values["response_debt"]


def test_closing_decides_and_the_agenda_asks_for_the_rest(
    story: tuple[Path, list[str], str], tmp_path: Path
) -> None:
    _, _, disputed = story
    home = shutil.copytree(story[0], tmp_path / "home")
    sheet = run("agenda", "-w", home).stdout
    parts = [line for line in sheet.splitlines() if line.startswith("## ")]
    assert [line[3:].split(" (")[0] for line in parts] == [
        "What changed",
        "Where you disagree",
        "Five questions",
        "Decisions to take",
    ]
    questions = sheet.split("## Five questions")[1].split("## ")[0]
    assert questions.count("\n- ") == 5
    assert "\\<script\\>alert(1)\\</script\\> \\*\\*x\\*\\* \\[a\\](http://b)" in sheet
    assert f"({disputed})" in sheet
    coach = options.places(options.Named(home))
    report = pipeline.report(coach)
    assert agenda(report, pipeline.writer(report, coach)) == sheet.removesuffix("\n")
    pseudonyms = run("agenda", "-w", home, "--audience", "coach").stdout
    assert "Person " in pseudonyms
    assert run("agenda", "-w", home, "--audience", "public").exit_code == 2
    closed = run("review", "close", disputed, "--as", "decline", "--note", "No.", "-w", home)
    assert closed.exit_code == 0
    assert reported(home).discussion.threads[disputed].outcome is Outcome.DECLINED
    assert f"({disputed})" not in run("agenda", "-w", home).stdout
    assert run("review", "close", "nothing", "-w", home).exit_code == 2


def test_the_pages_say_it_and_hostile_text_stays_text(story: tuple[Path, list[str], str]) -> None:
    home, _, _ = story
    assert run("build", "-q", "-w", home).exit_code == 0
    assert run("build", "-q", "-w", home, "--audience", "coach").exit_code == 0
    for folder in ("site", "site-coach"):
        page = (home / folder / "review.html").read_text("utf-8")
        text = html.unescape(page)
        for words in ("Still open", "Agreed, not yet done", "How far you agree", "Meant to move"):
            assert words in text
        assert "<script>alert(1)" not in page
        assert "An export does not say that one made the other." in text
        assert ("Nobody knows" in text) == (folder == "site")
        assert ("Marcus" in text) == (folder == "site")  # somebody in the network is called so
        assert ("Coach 2" in text) == (folder == "site-coach")
        assert ("may name somebody" in text) == (folder == "site-coach")
        assert ("reviews/2026-08-05" in text) == (folder == "site")
        assert "<th></th>" not in page


def test_a_stranger_and_a_torn_file_are_refused_and_the_rest_comes_in(
    story: tuple[Path, list[str], str], tmp_path: Path
) -> None:
    home, _, _ = story
    before = sorted((home / "reviews").iterdir())
    stranger = save(tmp_path / "stranger.json", review([], seal="0" * 16))
    torn = tmp_path / "torn.json"
    torn.write_text('{"form": "netreport.review/1", "by": "Cl', "utf-8")
    result = run("review", "add", stranger, torn, "-w", home)
    assert result.exit_code == 3
    assert "stranger.json answers the report of another workspace" in result.stderr
    assert "torn.json breaks off in the middle" in result.stderr
    assert sorted((home / "reviews").iterdir()) == before
