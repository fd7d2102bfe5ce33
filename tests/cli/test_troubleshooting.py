"""docs/troubleshooting.md quotes what is printed: each fault is made, and the words compared."""

import re
import shutil
import socket
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from unittest.mock import patch

import pytest
from click.testing import CliRunner
from filelock import FileLock

from netreport.cli import main

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "troubleshooting.md").read_text("utf-8")
SAMPLE = ROOT / "tests" / "exports" / "zips" / "Basic_LinkedInDataExport_03-10-2026.zip"
EXPORT = "Complete_LinkedInDataExport_03-10-2026"
HOME = Path("my-network")
Make = Callable[[], AbstractContextManager[object] | None]  # what is given is held meanwhile
FAULTS: dict[str, Make] = {}


def quoted() -> Iterator[tuple[str, list[str]]]:
    """Give each entry's first line, which is the command, and the lines it prints."""
    for block in re.findall(r"(?:^ {4}.*\n)+", PAGE, re.MULTILINE):
        command, *lines = [line[4:] for line in block.splitlines()]
        if command.startswith("$ ") and lines:
            yield lines[0], [command.removeprefix("$ "), *lines]


QUOTED = dict(quoted())


def fault(first: str) -> Callable[[Make], Make]:
    """Take a function that makes the fault which is told by this first line."""

    def keep(make: Make) -> Make:
        FAULTS[first] = make
        return make

    return keep


def unpacked() -> Path:
    """Put the export's folder in the place of its ZIP."""
    folder = HOME / "exports" / EXPORT
    archive = folder.with_suffix(".zip")
    with zipfile.ZipFile(archive) as files:
        files.extractall(folder)
    archive.unlink()
    return folder


def only(*names: str) -> Path:
    """Leave nothing of the export but some files."""
    folder = unpacked()
    for path in [path for path in folder.rglob("*") if path.is_file() and path.name not in names]:
        path.unlink()
    return folder


def changed(old: str, new: str) -> None:
    strategy = HOME / "strategy.yml"
    text = strategy.read_text("utf-8")
    assert old in text
    strategy.write_text(text.replace(old, new, 1), "utf-8")


@fault("error: neither this folder nor one above it holds a strategy.yml")
def _() -> None:
    (HOME / "strategy.yml").unlink()


@fault("error: exports/ holds no export yet")
def _() -> None:
    (HOME / "exports" / f"{EXPORT}.zip").unlink()


@fault(f"error: {EXPORT}.zip: the ZIP is torn or damaged")
def _() -> None:
    archive = HOME / "exports" / f"{EXPORT}.zip"
    archive.write_bytes(archive.read_bytes()[:3000])


@fault(f"error: {EXPORT}: the export holds your profile and nobody else")
def _() -> None:
    only("Profile.csv")


@fault(f"error: {EXPORT}: none of the files there is one of LinkedIn's export")
def _() -> None:
    (only() / "photo.jpg").touch()


@fault(f"error: {EXPORT}.rar is neither a ZIP nor a folder")
def _() -> None:
    (HOME / "exports" / f"{EXPORT}.zip").unlink()
    (HOME / "exports" / f"{EXPORT}.rar").write_bytes(b"Rar!")


@fault(
    f"error: {EXPORT}: Connections.csv has no header with First Name, Connected On "
    "in its first 20 rows"
)
def _() -> None:
    (unpacked() / "Connections.csv").write_text("Vorname,Nachname\nAna,Example\n")


@fault(f"error: {EXPORT}: Connections.csv is a spreadsheet workbook, not CSV")
def _() -> None:
    (unpacked() / "Connections.csv").write_bytes(b"PK\3\4 and the rest")


@fault(f"error: {EXPORT}: Connections.csv: 8 of 21 rows cannot be used")
def _() -> None:
    with (unpacked() / "Connections.csv").open("a") as file:
        file.write("\nfar,too,wide,by,more,than,a,cell\n" * 8)


@fault(
    "warning: Skills.csv is missing from the report: 9 of 9 rows cannot be used, so the whole "
    "file is left out; take the file as LinkedIn sent it"
)
def _() -> None:
    (unpacked() / "Skills.csv").write_text("Name\n" + "one,two,three\n" * 9)


@fault("issue: Connections.csv:18: the day cannot be read")
def _() -> None:
    with (unpacked() / "Connections.csv").open("a") as file:
        file.write("\nAna,Example,https://www.linkedin.com/in/ana-example,,Acme,Boss,13/14/2025\n")


@fault('error: strategy.yml:84:1: safe_list: there is no such key here (did you mean "safelist"?)')
def _() -> None:
    changed("safelist:", "safe_list:")


@fault(
    'error: strategy.yml:57:10: segments.0.fit: found "perfect", expected one of ideal, good, '
    "neutral, poor"
)
def _() -> None:
    changed("    fit: ideal\n", "    fit: perfect\n")


@fault("error: strategy.yml:24:1: a tab stands here; use spaces to indent")
def _() -> None:
    changed("  kind: sell", "\tkind: sell")


@fault(
    "error: strategy.yml:26:20: there is one colon too many, or the line does not line up with "
    'those above; text with a colon in it needs quotes: "like: this"'
)
def _() -> None:
    changed(
        'statement: "Win sales-coaching work from companies in Asia and the Pacific"',
        "statement: My aim: more work",
    )


@fault("error: people.csv has no header that we know; found: Wer,Was")
def _() -> None:
    (HOME / "people.csv").write_text("Wer,Was\nAna,Chefin\n")


@fault("error: people.csv has no column with a profile or an e-mail (people.csv)")
def _() -> None:
    (HOME / "people.csv").write_text("name,company\nAna Example,Acme\n")


@fault("error: outreach.csv: no row has a day that can be read for certain")
def _() -> None:
    (HOME / "outreach.csv").write_text("person,channel,sent_on\nana-example,email,03/04/2026\n")


@fault("error: decisions.csv has no header with subject, kind, decision")
def _() -> None:
    (HOME / "decisions.csv").write_text("who,what\nana-example,accept\n")


@fault("error: decisions.json is no file of the Actions page")
def _() -> None:
    Path("decisions.json").write_text("{}")


@fault("error: review.json is no review of netreport")
def _() -> None:
    Path("review.json").write_text("{}")


@fault("error: content/My Rules.md: the name cannot be that of a page")
def _() -> None:
    (HOME / "content").mkdir()
    (HOME / "content" / "My Rules.md").write_text("# My rules\n")


@fault("error: site holds holiday.jpg, which netreport did not write")
def _() -> None:
    (HOME / "site").mkdir()
    (HOME / "site" / "holiday.jpg").touch()


@fault("error: another netreport run (process 4711) is writing site")
def _() -> AbstractContextManager[object]:
    (HOME / ".site.holder").write_text("4711")
    return FileLock(HOME / ".site.lock")


@fault("error: port 8123 cannot be used (Address already in use)")
def _() -> AbstractContextManager[object]:
    return socket.create_server(("127.0.0.1", 8123))


@fault("error: report.html is there already and no shared report")
def _() -> None:
    Path("report.html").write_text("<p>mine</p>")


@fault(
    "error: a passphrase needs 12 letters or more, and not always the same: whoever has the file "
    "can guess for years"
)
def _() -> None:
    Path("secret.txt").write_text("short")
    Path("secret.txt").chmod(0o600)


@fault("error: the site tells of other people, in 1 file")
def _() -> None:
    (HOME / "content").mkdir()
    page = "---\naudience: coach\n---\n\n# My rules\n\nAsk Zoë Beispiel first.\n"
    (HOME / "content" / "my-rules.md").write_text(page, "utf-8")


@fault("error: other people on this computer may read pseudonyms.key")
def _() -> None:
    secret = HOME / ".netreport" / "pseudonyms.key"
    CliRunner().invoke(main, ["agenda", "-w", "my-network", "--audience", "coach"])
    secret.chmod(0o644)


@fault("error: there is no remote origin here to publish to")
def _() -> None:
    subprocess.run(["git", "init", "--quiet", "my-network"], check=True)


@fault("error: this is a bug of netreport: ZeroDivisionError")
def _() -> AbstractContextManager[object]:
    return patch("netreport.cli.check.read_exports", side_effect=ZeroDivisionError)


# what is wrong with these is what was typed
fault("error: there is no folder my-netwrok")(nullcontext)
fault("error: my-network is a workspace already; nothing was changed")(nullcontext)
fault('error: there is no audience "cooach"')(nullcontext)
fault('error: there is no number or recommendation "relevancy"')(nullcontext)
fault("error: chrome was not found")(nullcontext)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("whole") / "my-network"
    assert CliRunner().invoke(main, ["init", str(home)]).exit_code == 0
    shutil.copy(SAMPLE, home / "exports" / f"{EXPORT}.zip")
    return home


def test_every_message_on_the_page_has_its_fault_here() -> None:
    assert len(QUOTED) >= 30
    assert QUOTED.keys() == FAULTS.keys()


@pytest.mark.parametrize("first", QUOTED)
def test_a_message_on_the_page_is_printed_word_for_word(
    first: str, workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(workspace, HOME)
    command, *lines = QUOTED[first]
    with FAULTS[first]() or nullcontext():
        printed = CliRunner().invoke(main, command.split()[1:]).output.splitlines()
    at = printed.index(first)
    assert printed[at : at + len(lines)] == lines
