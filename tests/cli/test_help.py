"""`--help` teaches what works, the list of commands is there at once, and Tab completes."""

import json
import os
import re
import shlex
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from netreport import errors
from netreport.cli import main
from netreport.cli.lessons import EXIT_CODES, LESSONS

ROOT = Path(__file__).parents[2]
GUIDES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
EXAMPLES = sorted({line for lesson in LESSONS.values() for line in lesson.examples})


def parsed(words: list[str], group: click.Group = main) -> click.Command:
    """Give the command that would run; raises what Click raises where the words do not fit it."""
    command = group.get_command(click.Context(group), words[0])
    assert command is not None, words
    if isinstance(command, click.Group):
        return parsed(words[1:], command)
    with suppress(click.exceptions.Exit):  # this is how --help ends
        command.make_context(words[0], words[1:])
    return command


def words(line: str) -> list[str]:
    """Give the words behind `netreport`, up to where a shell takes over."""
    return shlex.split(line.partition(" >")[0], comments=True)[1:]


@pytest.mark.parametrize("line", EXAMPLES)
def test_each_example_is_a_command_that_can_be_called(line: str) -> None:
    parsed(words(line))


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_each_command_of_the_guides_can_be_called(guide: Path) -> None:
    text = guide.read_text("utf-8")
    lines = re.findall(r"^(?: {4,}|\\$ )(netreport .*)$", text, re.MULTILINE)
    shown = [*lines, *re.findall(r"`(netreport [a-z]+ [^`\\n]*)`", text)]
    assert shown
    for line in shown:
        parsed(words(line))


@pytest.mark.parametrize("guide", [*GUIDES, ROOT / "CHANGELOG.md"], ids=lambda path: path.name)
def test_each_link_of_the_guides_leads_to_a_file_and_a_heading(guide: Path) -> None:
    for address in re.findall(r"\]\(([^)\s]+)\)", guide.read_text("utf-8")):
        if "://" not in address:
            name, _, place = address.partition("#")
            target = guide.parent / name if name else guide
            assert target.exists(), address
            assert not place or place in headings(target), address


def headings(page: Path) -> set[str]:
    """Give the anchors of a page's headings as GitHub makes them."""
    titles = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("name", LESSONS)
def test_a_command_says_for_whom_it_is_shows_an_example_and_names_its_exit_codes(name: str) -> None:
    told = CliRunner().invoke(main, [name, "--help"]).output
    lesson = LESSONS[name]
    assert " ".join(lesson.whom.split()) in " ".join(told.split())
    assert re.search(r"Examples?:\n +netreport ", told)
    codes = re.findall(r"^ +(\d+)  \w", told.partition("Exit codes:")[2], re.MULTILINE)
    assert {int(code) for code in codes} == {0, 1, 2, 130, *lesson.stops}


def test_every_error_that_stops_a_run_has_its_exit_code_explained() -> None:
    kinds = errors.NetreportError.__subclasses__()
    assert len(kinds) >= 6
    assert {kind.exit_code for kind in kinds} <= EXIT_CODES.keys()


def test_a_command_of_a_command_shows_its_own_example_only() -> None:
    told = CliRunner().invoke(main, ["review", "close", "--help"]).output
    assert "netreport review close a1b2c3" in told
    assert "netreport review add" not in told


def test_the_list_of_commands_loads_none_of_them() -> None:
    """This, and not a clock, holds `netreport --help` under 150 ms."""
    code = (
        "import sys\nfrom netreport.cli import main\n"
        "main(['--help'], standalone_mode=False)\n"
        "print([name for name in ('polars', 'pydantic', 'yaml', 'jinja2', 'mkdocs') "
        "if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
    listed = re.findall(r"^  ([a-z]+)  +\S", done.stdout.partition("Begin:")[2], re.MULTILINE)
    assert listed == list(LESSONS)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_gets_its_script(shell: str) -> None:
    told = CliRunner().invoke(main, ["completion", shell])
    assert told.exit_code == 0
    assert f"_NETREPORT_COMPLETE={shell}_complete" in told.output


def test_bash_completes_with_the_script_that_is_printed(tmp_path: Path) -> None:
    script = tmp_path / "script"
    script.write_text(CliRunner().invoke(main, ["completion", "bash"]).output, "utf-8")
    (tmp_path / "netreport").write_text(f'#!/bin/sh\nexec {sys.executable} -m netreport "$@"\n')
    (tmp_path / "netreport").chmod(0o755)
    typed = (
        f"PATH={tmp_path}:$PATH; . {script}; COMP_WORDS=(netreport tr); COMP_CWORD=1; "
        '_netreport_completion netreport; echo "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        ["bash", "-c", typed], capture_output=True, text=True, check=True, env={**os.environ}
    )
    assert done.stdout == "triage\n"


def test_tab_completes_numbers_and_recommendations_of_the_last_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def offered(begun: str) -> list[str]:
        shell = ShellComplete(main, {}, "netreport", "_NETREPORT_COMPLETE")
        return [one.value for one in shell.get_completions(["explain"], begun)]

    monkeypatch.chdir(tmp_path)
    assert offered("re") == []
    (tmp_path / "strategy.yml").touch()
    (tmp_path / "site").mkdir()
    report = {
        "answers": [{"id": "relevance"}, {"id": "layers"}],
        "recommendations": [{"id": "re1f"}],
    }
    (tmp_path / "site" / "report.json").write_text(json.dumps(report), "utf-8")
    assert offered("re") == ["relevance", "re1f"]
