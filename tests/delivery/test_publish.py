"""`netreport publish`, with real git and a real repository on this computer."""

import functools
import io
import json
import os
import subprocess
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from exported import connections, somebody, write
from netreport.cli import main
from netreport.delivery import publishing
from netreport.delivery.publishing import address, comparing
from netreport.errors import NetreportError, OutputError, PrivacyError, UsageError
from served import served

COMMITTER = {"GIT_AUTHOR_NAME": "Robin", "GIT_AUTHOR_EMAIL": "robin@home.example"}
ENVIRONMENT = {
    **os.environ,
    **COMMITTER,
    **{key.replace("AUTHOR", "COMMITTER"): value for key, value in COMMITTER.items()},
    "GIT_CONFIG_GLOBAL": os.devnull,
}
ROWS = connections(*(somebody(number) for number in range(8)))
MARKER = ".netreport-site.json"


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env=ENVIRONMENT, check=True, capture_output=True
    )
    return done.stdout.decode()


def commit(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Commit these files and nothing else, whatever is ignored."""
    write(folder, files)
    git(folder, "add", "--force", *files)
    git(folder, "commit", "--quiet", "-m", "x")


def run(*arguments: object, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments], input=typed)


def files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    """Give an empty bare repository."""
    folder = tmp_path / "remote.git"
    git(tmp_path, "init", "--quiet", "--bare", str(folder))
    return folder


@pytest.fixture
def home(tmp_path: Path, remote: Path) -> Path:
    """Give a workspace with an export, in a repository of its own that knows the remote."""
    folder = tmp_path / "home"
    assert run("init", folder, "--archetype", "blank").exit_code == 0
    write(folder / "exports" / "Basic", {"Connections.csv": ROWS})
    git(folder, "init", "--quiet", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "mine")
    git(folder, "remote", "add", "origin", str(remote))
    return folder


def site(folder: Path, audience: str = "public", **pages: str) -> Path:
    """Write a small site as a build leaves it."""
    marker = json.dumps({"audience": audience, "build": "abc123", "files": []})
    told = {f"{name}.html": f"<p>abc123 {text}</p>" for name, text in pages.items()}
    return write(folder, {"index.html": "<p>abc123</p>", **told, MARKER: marker})


def prepared(tmp_path: Path, goal: publishing.Goal, site: Path) -> publishing.Publication:
    """Check the repository and prepare the site, each time in new folders."""
    work = tmp_path / f"work{len(list(tmp_path.glob('work*')))}"
    work.mkdir()
    publishing.check(goal, work / "copy", {}, [])
    return publishing.prepare(site, work / "files", work / "copy", goal)


def test_the_branch_is_one_commit_without_a_past_that_holds_what_was_looked_through(
    tmp_path: Path, home: Path, remote: Path
) -> None:
    commit(home, {"CNAME": "report.example.com\n"})
    git(home, "push", "--quiet", "origin", "main:gh-pages")
    goal = publishing.goal(home, "origin", "gh-pages")
    for text in ("one", "two"):
        made = prepared(tmp_path, goal, site(tmp_path / text, growth=text))
        publishing.send(made)
        assert git(remote, "rev-list", "--count", "gh-pages").strip() == "1"
        listed = git(remote, "ls-tree", "-r", "--name-only", "gh-pages").split()
        assert sorted(listed) == sorted(files(made.files))
        assert "CNAME" in listed
        assert made.address == "https://report.example.com/"
        assert git(remote, "show", "gh-pages:growth.html") == f"<p>abc123 {text}</p>"
    assert made.changes.changed == ["growth.html"]
    assert made.changes.same == 1
    assert "robin" not in git(remote, "log", "--format=%an %ae %cn %ce", "gh-pages").casefold()
    assert git(home, "status", "--porcelain") == ""
    assert json.loads(git(remote, "show", f"gh-pages:{MARKER}"))["files"] == sorted(
        listed, key=lambda name: (name == MARKER, name)
    )


def zipped(name: str, text: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, text)
    return out.getvalue()


HISTORIES: dict[str, tuple[str, str | bytes, str]] = {
    "export": ("old/contacts.txt", ROWS, "an export"),
    "messages": ("m.csv", '"CONVERSATION ID","CONVERSATION TITLE","FROM"\n', "an export"),
    "ZIP": ("backup.dat", zipped("in/Connections.csv", ROWS), "an export"),
    "key": ("notes.txt", "5f" * 32 + "\n", "a key"),
    "key by name": ("any.key", "x", "a key"),
    "private site": (f"docs/{MARKER}", '{"audience": "private"}', "a private or coach site"),
    "coach page": ("a.html", '<meta name="netreport-audience" content="coach">', "a private or"),
    "decisions": ("d.txt", "subject,kind,decision,decided_on\n", "a private file"),
    "a file of the workspace": ("renamed.bin", "Person,Segment\nx,y\n", "a private file"),
}


@pytest.mark.parametrize("name", HISTORIES)
def test_what_was_ever_tracked_is_refused(
    tmp_path: Path, home: Path, remote: Path, name: str
) -> None:
    path, data, what = HISTORIES[name]
    (home / "people.csv").write_text("Person,Segment\nx,y\n")
    other = tmp_path / "other"
    git(tmp_path, "clone", "--quiet", str(remote), str(other))
    commit(other, {path: data})
    git(other, "rm", "--quiet", path)
    commit(other, {"README.md": "gone"})
    git(other, "push", "--quiet", "origin", "HEAD:refs/heads/drafts")
    before = git(remote, "show-ref")
    result = run("publish", "-w", home, typed="y\n")
    assert (result.exit_code, before) == (6, git(remote, "show-ref"))
    assert f"holds {what}" in result.stderr
    assert path in result.stderr
    assert "hint: publish from a new, empty repository" in result.stderr
    assert not (home / "site-public").exists()


def no_remote(home: Path) -> None:
    git(home, "remote", "remove", "origin")


def nowhere(home: Path) -> None:
    git(home, "remote", "set-url", "origin", str(home.parent / "absent.git"))


def detached(home: Path) -> None:
    git(home, "checkout", "--quiet", "--detach")


def dirty(home: Path) -> None:
    with (home / "strategy.yml").open("a") as file:
        file.write("# changed\n")


def open_key(home: Path) -> None:
    (home / ".netreport" / "pseudonyms.key").chmod(0o644)


def not_ignored(home: Path) -> None:
    (home / ".gitignore").write_text("/site/\n")
    git(home, "commit", "--quiet", "-am", "less")


def private_in_own_history(home: Path) -> None:
    commit(home, {"exports/Basic/Connections.csv": ROWS})
    git(home, "rm", "--quiet", "--cached", "exports/Basic/Connections.csv")
    git(home, "commit", "--quiet", "-m", "hidden again")


REFUSALS: dict[str, tuple[Callable[[Path], None], int, str]] = {
    "no remote": (no_remote, 2, "there is no remote origin here"),
    "no repository there": (nowhere, 4, "cannot be read"),
    "detached": (detached, 4, "on no branch"),
    "dirty": (dirty, 4, "changes that are not committed"),
    "open key": (open_key, 6, "may read pseudonyms.key"),
    "export not ignored": (not_ignored, 6, "git would take exports"),
    "own history": (private_in_own_history, 6, "the workspace's repository holds an export"),
}


@pytest.mark.parametrize("name", REFUSALS)
def test_bad_ground_is_refused_in_one_sentence_and_nothing_changes(
    home: Path, remote: Path, name: str
) -> None:
    spoil, code, problem = REFUSALS[name]
    spoil(home)
    result = run("publish", "-w", home, typed="y\n")
    assert result.exit_code == code
    error, hint = result.stderr.splitlines()
    assert error.startswith("error: ")
    assert problem in error
    assert hint.startswith("hint: ")
    assert not (home / "site-public").exists()
    assert git(remote, "for-each-ref") == ""


@pytest.fixture
def public_address(tmp_path: Path, remote: Path) -> Iterator[str]:
    """Hand the repository out over http to everybody."""
    git(remote, "update-server-info")
    with served(tmp_path) as root:
        yield f"{root.replace('//', '//robin:token@')}/remote.git"


def test_a_workspace_inside_a_public_repository_is_refused(
    home: Path, remote: Path, public_address: str
) -> None:
    git(home, "remote", "add", "mirror", public_address)
    result = run("publish", "-w", home, "--remote", remote, typed="y\n")
    assert result.exit_code == 6
    assert "inside a repository that everybody may read (remote mirror)" in result.stderr
    assert "token" not in result.output
    assert not (home / "site-public").exists()


def refused(action: Callable[[], object], kind: type[NetreportError]) -> NetreportError:
    with pytest.raises(kind) as caught:
        action()
    return caught.value


def test_a_remote_that_refuses_keeps_what_it_has(tmp_path: Path, home: Path, remote: Path) -> None:
    goal = publishing.goal(home, "origin", "gh-pages")
    publishing.send(prepared(tmp_path, goal, site(tmp_path / "one")))
    before = git(remote, "show-ref")
    made = prepared(tmp_path, goal, site(tmp_path / "two", growth="new"))
    hook = remote / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\necho closed for the holidays >&2\nexit 1\n")
    hook.chmod(0o755)
    error = refused(lambda: publishing.send(made), OutputError)
    assert "refused the branch gh-pages" in error.problem
    hook.unlink()
    late = prepared(tmp_path, goal, site(tmp_path / "three"))
    assert before == git(remote, "show-ref")
    git(home, "push", "--quiet", "--force", "origin", "main:gh-pages")
    refused(lambda: publishing.send(late), OutputError)
    assert git(remote, "rev-parse", "gh-pages") == git(home, "rev-parse", "main")


def test_only_a_site_for_everybody_is_prepared(tmp_path: Path, home: Path) -> None:
    goal = publishing.goal(home, "origin", "gh-pages")
    for audience in ("private", "coach"):
        made = site(tmp_path / audience, audience)
        refused(functools.partial(prepared, tmp_path, goal, made), PrivacyError)
    refused(lambda: publishing.goal(home, "origin", "a..b"), UsageError)


def test_publishing_shows_asks_and_sends(tmp_path: Path, home: Path, remote: Path) -> None:
    dry = tmp_path / "dry"
    shown = run("publish", "-w", home, "--dry-run", dry)
    assert shown.exit_code == 0, shown.output
    assert (git(remote, "for-each-ref"), "Nothing was sent" in shown.output) == ("", True)
    told = home / ".netreport" / "published.json"
    assert not told.exists()
    done = run("publish", "-w", home, typed="y\n")
    assert done.exit_code == 0, done.output
    assert told.exists()
    for words in (str(remote), "gh-pages", "asked to stay away", "index.html", "for ever"):
        assert words in done.output
    listed = git(remote, "ls-tree", "-r", "--name-only", "gh-pages").split("\n")[:-1]
    assert sorted(listed) == sorted(files(dry))
    assert git(remote, "rev-list", "--count", "--all").strip() == "1"
    assert 'content="noindex' in git(remote, "show", "gh-pages:index.html")
    assert "person-example-3" not in git(remote, "grep", "-h", "-I", "", "gh-pages")
    before = git(remote, "show-ref")
    for typed, code, words in (("n\n", 0, "Nothing was published"), ("", 2, "nothing was sent")):
        again = run("publish", "-w", home, typed=typed)
        assert (again.exit_code, words in again.output) == (code, True)
        assert "New pages" not in again.output
    assert git(remote, "show-ref") == before


def test_whoever_publishes_hears_first_what_is_missing(tmp_path: Path, home: Path) -> None:
    (home / "exports" / "Basic" / "Reactions.csv").write_bytes(b"PK\x03\x04 a spreadsheet")
    shown = run("publish", "-w", home, "--dry-run", tmp_path / "dry")
    missing = shown.output.index("warning: Reactions.csv is missing from the report")
    assert missing < shown.output.index("Address: ")


@pytest.mark.parametrize(
    ("repository", "told"),
    [
        ("git@github.com:Robin/my-report.git", "https://robin.github.io/my-report/"),
        ("https://robin:token@github.com/robin/robin.github.io", "https://robin.github.io/"),
        ("ssh://git@github.com/robin/a.b.git", "https://robin.github.io/a.b/"),
        ("https://git.example.org/robin/report", None),
    ],
)
def test_the_address_is_told_where_it_can_be_known(repository: str, told: str | None) -> None:
    assert address.pages_address(repository) == told
    assert address.pages_address(repository, "net.example") == "https://net.example/"


def test_a_new_name_of_the_build_is_no_change_of_a_page() -> None:
    old = {MARKER: b'{"build": "aaaa"}', "a.html": b"x aaaa", "b.html": b"1", "c.html": b""}
    new = {MARKER: b'{"build": "bbbb"}', "a.html": b"x bbbb", "b.html": b"2", "d.html": b""}
    assert comparing.changes(old, new) == comparing.Changes(["d.html"], ["b.html"], ["c.html"], 1)
