"""`netreport cohort`: stopped, gone on with, one export torn; and nothing crosses between clients.

The clients are built once, in three runs: the first is stopped while it builds the second client,
the next goes on, and in the third the second client's strategy has a mistake.
"""

import html
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Literal

import pytest
from click.testing import CliRunner, Result
from playwright.sync_api import Browser, Page

from exported import CONNECTIONS, INVITATIONS, MESSAGES, OWNER, PROFILE, rows_of, write
from netreport.audience import Audience
from netreport.cli import main
from netreport.cohort import client, crew, record, summary
from netreport.cohort.finding import find
from netreport.cohort.fingerprint import fingerprint
from netreport.errors import PrivacyError, UsageError
from netreport.model.cohort import Client, State
from netreport.workspace import Workspace
from watched import violations

PEOPLE, TOGETHER = 50, 10
ANNA, BERT, TORN = "anna", "bert ✨", "torn"
TITLES = ("Sales Director", "Head of Sales", "Software Engineer", "Lawyer", "Analyst")
DAYS = (date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30))
PATIENCE = 600  # seconds for what takes two; a test that waits as long has failed


def token(owner: str, kind: str, number: int) -> str:
    """Give a word that occurs nowhere but in one client's export."""
    return f"zq{owner[0]}{kind}{''.join('bcdfghjklm'[int(digit)] for digit in f'{number:02}')}"


def address(owner: str, number: int) -> str:
    return f"https://www.linkedin.com/in/{token(owner, 'slug', number)}"


def connections(owner: str, people: int) -> Iterator[Sequence[str]]:
    for number in range(people):
        name = (token(owner, kind, number).capitalize() for kind in ("first", "last"))
        mail = f"{token(owner, 'mail', number)}@example.com"
        firm = token(owner, "firm", number % (PEOPLE // TOGETHER)).capitalize()
        day = f"{date(2024, 1, 3) + timedelta(days=number * 12):%d %b %Y}"
        yield *name, address(owner, number), mail, firm, TITLES[number % len(TITLES)], day


def messages(owner: str, day: date) -> Iterator[Sequence[str]]:
    for number in range(0, PEOPLE - 10, 3):
        who = " ".join(token(owner, kind, number).capitalize() for kind in ("first", "last"))
        sides = [("Robin Sample", OWNER), (who, address(owner, number))]
        for turn in range(1 + number % 4):
            at = datetime.combine(day, datetime.min.time()) - timedelta(days=number + 9 - turn)
            (sender, of), (to, their) = sides if turn % 2 == 0 else sides[::-1]
            text = f"Shall we talk about {token(owner, 'said', number)} some day soon?"
            yield f"2-{number}", "", sender, of, to, their, f"{at} UTC", "", text, "INBOX"


def workspace(home: Path, owner: str, days: Sequence[date], sharing: str = "") -> Path:
    for day in days:
        files = {
            "Connections.csv": rows_of(CONNECTIONS, connections(owner, PEOPLE - (day != days[-1]))),
            "messages.csv": rows_of(MESSAGES, messages(owner, day)),
            "Invitations.csv": rows_of(INVITATIONS, ()),
            "Profile.csv": PROFILE,
        }
        write(home / "exports" / f"Complete_LinkedInDataExport_{day:%m-%d-%Y}", files)
    return write(home, {"strategy.yml": strategy(sharing)})


def strategy(sharing: str) -> str:
    return f"""\
objective: {{kind: sell, statement: Sell coaching to heads of sales}}
segments:
  - {{id: sales, label: Sales, fit: ideal, where: {{function: [Sales]}}}}
  - {{id: code, label: Engineers, fit: poor, where: {{function: [Information Technology]}}}}
quality: {{min_relevance_share: 0.5, max_junk_share: 0.9}}
{sharing}
"""


@dataclass(frozen=True, slots=True)
class Cohort:
    """The folder, and what each run said: exit code, standard output and error."""

    folder: Path
    stopped: subprocess.CompletedProcess[str]
    left: Sequence[str]
    resumed: subprocess.CompletedProcess[str]
    summaries: Sequence[str]
    failed: Result

    def site(self, name: str) -> Path:
        """Give where the site of a client is."""
        return self.folder / name / "site-coach"


def command(folder: Path, *more: str) -> list[str]:
    program = Path(sys.executable).with_name("netreport")
    return [str(program), "cohort", str(folder), "--jobs", "1", *more]


def within_patience(reached: partial[bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not reached() and time.monotonic() < until:
        time.sleep(0.02)
    assert reached()


def has_begun(home: Path) -> bool:
    return any(home.glob(".site-coach.new-*"))


def stopped(folder: Path) -> subprocess.CompletedProcess[str]:
    """Press Ctrl-C while the second client is being built."""
    run = subprocess.Popen(
        command(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        within_patience(partial(has_begun, folder / BERT))
        os.killpg(run.pid, signal.SIGINT)  # as a terminal does: to every process of the run
        out, err = run.communicate(timeout=PATIENCE)
    finally:
        run.kill()
    return subprocess.CompletedProcess(run.args, run.returncode, out, err)


@pytest.fixture(scope="module")
def cohort(tmp_path_factory: pytest.TempPathFactory) -> Cohort:
    folder = tmp_path_factory.mktemp("cohort") / "my clients"
    full = 'sharing: {coach: {names: full, label: "Anna & team | *x*"}}'
    workspace(folder / ANNA, ANNA, DAYS, full)
    workspace(folder / BERT, BERT, DAYS[1:])
    torn = workspace(folder / TORN, TORN, DAYS[2:]) / "exports" / f"{token(TORN, 'first', 1)}.zip"
    torn.write_bytes(b"PK\x03\x04 no more of it")
    (folder / "carla" / "exports").mkdir(parents=True)
    workspace(folder / "team" / "dora", "dora", DAYS[2:])
    (folder / "link").symlink_to(folder / ANNA)
    first = stopped(folder)
    left = sorted(path.name for path in (folder / BERT).iterdir())
    second = subprocess.run(
        command(folder), capture_output=True, text=True, check=False, timeout=PATIENCE
    )
    summaries = [page(folder)]
    (folder / BERT / "strategy.yml").write_text(strategy(f"{token(BERT, 'last', 3)}: 1"))
    third = CliRunner().invoke(main, command(folder)[1:], catch_exceptions=False)
    return Cohort(folder, first, left, second, [*summaries, page(folder)], third)


def page(folder: Path) -> str:
    return (folder / "site-cohort" / "index.html").read_text("utf-8")


def line(text: str, name: str) -> str:
    """Give what the summary's line of a client says, tags aside."""
    rows = re.findall(r'<tr class="nr-network.*?</tr>', text, re.DOTALL)
    found = [html.unescape(re.sub(r"<[^>]*>", " ", row)) for row in rows if f">{name}<" in row]
    (only,) = found
    return " ".join(only.split())


def test_ctrl_c_stops_cleanly_and_says_how_to_go_on(cohort: Cohort) -> None:
    assert cohort.stopped.returncode == 130
    assert cohort.stopped.stdout == "[1/3] anna: built\n"
    assert "stopped: 1 of 3 are done; the same command goes on" in cohort.stopped.stderr
    assert "Traceback" not in cohort.stopped.stderr
    assert [name for name in cohort.left if "new-" in name or name == "site-coach"] == []


def test_the_next_run_builds_what_is_not_done_and_leaves_the_rest(cohort: Cohort) -> None:
    said = cohort.resumed.stdout.splitlines()
    states = ["anna: unchanged", "bert ✨: built", "torn: failed"]
    assert said[:3] == [f"[{place}/3] {state}" for place, state in enumerate(states, 1)]
    assert said[3] == "3 networks: 1 built, 1 unchanged, 1 failed."


def test_one_torn_export_fails_alone_with_a_code_of_its_own(cohort: Cohort) -> None:
    assert cohort.resumed.returncode == 7
    assert "error: torn: " in cohort.resumed.stderr
    assert "error: 1 of 3 could not be built: torn" in cohort.resumed.stderr
    assert not cohort.site(TORN).exists()
    assert (cohort.site(BERT) / "index.html").is_file()


def test_what_is_no_workspace_of_the_folder_is_passed_over_with_a_sentence(cohort: Cohort) -> None:
    told = [one for one in cohort.resumed.stderr.splitlines() if one.startswith("warning")]
    assert [one.split()[1] for one in told] == ["carla", "link", "team"]
    assert not (cohort.folder / "team" / "dora" / "site-coach").exists()
    assert "carla holds exports but no strategy" in html.unescape(cohort.summaries[0])


def test_a_line_says_what_the_report_says(cohort: Cohort) -> None:
    said = line(cohort.summaries[0], "Anna &#38; team &#124; &#42;x&#42;")
    report = html.unescape((cohort.site(ANNA) / "index.html").read_text("utf-8"))
    cards = re.findall(r'nr-card__number">(.*?)</p>', report)
    numbers = [re.sub(r"<[^>]*>", "", card).strip() for card in cards]
    assert len(numbers) == 5
    assert all(number in said for number in numbers if number != "Not known")
    assert "30 Sep 2026 before: 30 Jun 2026" in said
    assert said.endswith("Nothing open to be reviewed Unchanged with full names")
    assert "Sep 2026 before: Jun 2026" in line(cohort.summaries[0], BERT)


def test_a_number_over_three_exports_is_drawn_and_one_over_two_is_not(cohort: Cohort) -> None:
    rows = re.findall(r'<tr class="nr-network.*?</tr>', cohort.summaries[0], re.DOTALL)
    drawn = [row.count("nr-spark") for row in rows]
    assert drawn[0] >= 3
    assert drawn[1:] == [0, 0]


def test_a_client_that_fails_keeps_its_site_and_its_numbers(cohort: Cohort) -> None:
    assert cohort.failed.exit_code == 7
    assert "[2/3] bert ✨: failed" in cohort.failed.stdout
    before, now = (line(text, BERT) for text in cohort.summaries)
    assert before.endswith("Built")
    assert now.startswith(before.removesuffix("Built") + "Failed")
    assert "The numbers are those of the last good build." in now
    assert (cohort.site(BERT) / "index.html").is_file()


def test_the_summary_says_why_without_the_names_of_files_or_people(cohort: Cohort) -> None:
    assert token(TORN, "first", 1) in cohort.resumed.stderr
    assert "Failed An export" in line(cohort.summaries[0], TORN)
    assert token(BERT, "last", 3) in cohort.failed.stderr
    assert "its files cannot be used" in line(cohort.summaries[1], BERT).casefold()


@pytest.mark.parametrize(("owner", "other"), [(ANNA, BERT), (BERT, ANNA)])
def test_nothing_of_a_client_is_in_the_pages_of_another(
    cohort: Cohort, owner: str, other: str
) -> None:
    own, theirs, summary = (
        b"".join(path.read_bytes().lower() for path in sorted(site.rglob("*")) if path.is_file())
        for site in (cohort.site(owner), cohort.site(other), cohort.folder / "site-cohort")
    )
    mark = f"zq{owner[0]}".encode()
    assert mark in own  # or the test would prove nothing
    assert mark not in theirs
    assert mark not in summary


class InHere(crew.Crew):
    """Does the jobs in this process, which has begun long ago."""

    def each(self, jobs: Sequence[crew.Job[crew.T]]) -> Iterator[tuple[int, crew.T | crew.Lost]]:
        """Give what each job came to."""
        return ((place, job()) for place, job in enumerate(jobs))


def test_a_summary_that_would_name_somebody_is_refused_whole(
    cohort: Cohort, tmp_path: Path
) -> None:
    name = " ".join(token(BERT, kind, 4) for kind in ("first", "last"))
    lines = [Client(BERT, State.FAILED, None, f"the table of {name} is torn")]
    with pytest.raises(PrivacyError, match="name people in the network of bert"):
        summary.build(lines, find(cohort.folder, [BERT]), tmp_path / "site", InHere(1))
    assert not (tmp_path / "site").exists()


def test_a_client_may_go_by_a_name_that_another_client_knows(
    cohort: Cohort, tmp_path: Path
) -> None:
    name = " ".join(token(BERT, kind, 4) for kind in ("first", "last"))
    (tmp_path / "index.html").write_text(f"<p>{name.title()}</p>")
    assert not client.named(cohort.folder / BERT, tmp_path, {name})


def test_each_client_has_a_key_of_its_own_that_nobody_else_may_read(cohort: Cohort) -> None:
    keys = [cohort.folder / name / ".netreport" / "pseudonyms.key" for name in (ANNA, BERT)]
    assert len({key.read_text("ascii") for key in keys}) == 2
    assert {key.stat().st_mode & 0o077 for key in keys} == {0}


@pytest.fixture
def opened(cohort: Cohort, browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(f"{(cohort.folder / 'site-cohort').as_uri()}/index.html")
    yield page
    page.close()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "dark"), (390, "light")])
def test_the_summary_has_no_violation_and_fits_a_phone(
    opened: Page, width: int, scheme: Literal["dark", "light"]
) -> None:
    opened.set_viewport_size({"width": width, "height": 800})
    opened.emulate_media(color_scheme=scheme)
    opened.reload()
    assert violations(opened) == []
    assert opened.evaluate("document.documentElement.scrollWidth") <= width


def test_a_press_on_a_heading_sorts_and_a_name_opens_the_report(
    cohort: Cohort, opened: Page
) -> None:
    asked, complaints = list[str](), list[str]()
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.reload()
    labels = opened.locator("tbody th bdi")
    as_they_were = labels.all_inner_texts()
    heading = opened.get_by_role("columnheader", name="Network")
    seen = []
    for _ in range(3):
        heading.get_by_role("button").click()
        seen.append((heading.get_attribute("aria-sort"), labels.all_inner_texts()))
    assert [way for way, _ in seen] == ["ascending", "descending", None]
    assert seen[1][1] == seen[0][1][::-1]
    assert seen[2][1] == as_they_were
    opened.get_by_role("columnheader", name="Answers you owe").get_by_role("button").click()
    assert labels.last.inner_text() == TORN  # of which nothing is known
    opened.get_by_role("link", name=BERT).click()
    opened.get_by_text("People go by pseudonyms").wait_for()
    assert {url for url in asked if not url.startswith((cohort.folder.as_uri(), "data:"))} == set()
    assert complaints == []


def test_a_process_that_the_system_ends_costs_its_job_alone() -> None:
    jobs = [partial(pow, 2, 3), partial(signal.raise_signal, signal.SIGKILL), partial(pow, 2, 4)]
    with crew.Crew(1) as working:
        assert dict(working.each(jobs)) == {0: 8, 1: crew.Lost("SIGKILL"), 2: 16}
        assert dict(working.each([partial(pow, 2, 5)])) == {0: 32}


def test_processes_end_when_the_run_is_gone() -> None:
    told = """
import os, time
from functools import partial
from netreport.cohort.crew import Crew
if __name__ == "__main__":
    with Crew(1) as crew:
        for _, number in crew.each([os.getpid, partial(time.sleep, 600)]):
            print(number, flush=True)
"""
    run = subprocess.Popen([sys.executable, "-c", told], stdout=subprocess.PIPE, text=True)
    assert run.stdout is not None
    with run.stdout as said:
        worker = int(said.readline())
        run.kill()
        run.wait()
    within_patience(partial(has_ended, worker))


def has_ended(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    status = Path(f"/proc/{process}/stat")  # ended, and not yet noticed by whoever has it now
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z"


def test_whatever_a_build_reads_changes_its_fingerprint(tmp_path: Path) -> None:
    home = Workspace(workspace(tmp_path, ANNA, DAYS[2:]))
    seen = [fingerprint(home.places(Audience.COACH))]
    export = next(home.exports.iterdir())
    for path in (
        *(home.strategy, home.settings, home.people, home.companies, home.outreach, home.decisions),
        *(home.reviews / "r.json", home.texts / "hello.md", home.content / "own.md"),
        *(home.templates / "pages" / "growth.md.j2", home.exports / "figures.xlsx"),
        *(home.root / "people-more.csv", export / "Connections.csv", export / "Rich_Media.csv"),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
        seen.append(fingerprint(home.places(Audience.COACH)))
    assert len(set(seen)) == len(seen)
    home.scores.parent.mkdir()
    home.scores.write_text("what netreport writes by itself")
    assert fingerprint(home.places(Audience.COACH)) == seen[-1]


def test_a_site_that_is_not_whole_or_another_is_not_taken_for_unchanged(
    cohort: Cohort, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    shutil.copytree(cohort.site(ANNA), site)
    kept = cohort.folder / ANNA / ".netreport" / "cohort.json"
    assert record.read(kept, site) is not None
    (site / "growth.html").unlink()
    assert record.read(kept, site) is None
    assert record.read(kept, cohort.site(BERT)) is None
    torn = tmp_path / "torn.json"
    torn.write_text(kept.read_text("utf-8")[:-9])
    assert record.read(torn, cohort.site(ANNA)) is None


def test_a_folder_without_workspaces_is_refused_in_plain_words(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no workspace"):
        find(tmp_path)
    (tmp_path / "strategy.yml").touch()
    with pytest.raises(UsageError, match="holds no workspace") as caught:
        find(tmp_path)
    assert "netreport build -w" in caught.value.remedy
    workspace(tmp_path / ANNA, ANNA, ())
    assert [home.root.name for home in find(tmp_path, [ANNA]).workspaces] == [ANNA]
    with pytest.raises(UsageError, match='no workspace "bob"'):
        find(tmp_path, ["bob"])
