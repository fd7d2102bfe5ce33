"""`netreport init` at a terminal, where a slip of the finger costs one question and no more."""

import os
import pty
import select
import subprocess
import sys
import time
from codecs import getincrementaldecoder
from pathlib import Path

from click.testing import CliRunner

from netreport.cli import main
from netreport.sources import strategy

PATIENCE = 60  # seconds for a question to come, on a machine that has other things to do
REPLIES = (
    ("Which is most like you", "b2b-seller"),
    ("One sentence", "Win training work"),
    ("do they work in", "Salez"),
    ("do they work in", "sales; marketing"),
    ("how senior", "director"),
    ("Which companies", ""),
    ("Where are they", "APAC, NZ"),
    ("How many hours", "200"),
    ("How many hours", "6,5"),
    ("get from you", "advice"),
    ("write about", "coaching"),
)


def at_a_terminal(folder: Path) -> tuple[str, int]:
    """Answer each question as it comes; give all that was shown, and the exit code."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "netreport", "init", str(folder)]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        shown = "".join(_answered(ours, question, reply) for question, reply in REPLIES)
        shown += _until(ours, "netreport build")
        process.wait(PATIENCE)
    os.close(ours)
    return shown, process.returncode


def _answered(terminal: int, question: str, reply: str) -> str:
    shown = _until(terminal, question)
    os.write(terminal, f"{reply}\n".encode())
    return shown


def _until(terminal: int, wanted: str) -> str:
    shown, end = "", time.monotonic() + PATIENCE
    letters = getincrementaldecoder("utf-8")()  # what comes may end within a letter
    while wanted not in shown and time.monotonic() < end:
        if select.select([terminal], [], [], 1)[0]:
            shown += letters.decode(os.read(terminal, 65536))
    assert wanted in shown
    return shown


def test_six_questions_each_asked_again_until_it_is_understood(tmp_path: Path) -> None:
    shown, code = at_a_terminal(tmp_path / "mine")
    assert code == 0
    assert "did you mean Sales?" in shown
    assert '"200" is no number of hours' in shown
    wanted = strategy.read(tmp_path / "mine" / "strategy.yml", ())
    assert wanted.objective.statement == "Win training work"
    assert wanted.engagement.capacity.hours_per_week == 6.5
    assert wanted.segments[0].where.function == ("Sales", "Marketing")
    assert wanted.segments[0].where.region == ("APAC", "NZ")


def test_a_workspace_is_never_made_twice_and_a_wrong_flag_makes_none(tmp_path: Path) -> None:
    named = ["init", str(tmp_path / "mine"), "--archetype", "blank"]
    assert CliRunner().invoke(main, [*named, "--seniorities", "Bos"]).exit_code == 2
    assert not (tmp_path / "mine").exists()
    assert CliRunner().invoke(main, named).exit_code == 0
    assert CliRunner().invoke(main, named).exit_code == 4
