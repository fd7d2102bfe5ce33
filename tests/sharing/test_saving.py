"""The shared file is written whole or not at all."""

import errno
from pathlib import Path

import pytest

from netreport.delivery.faults import explained
from netreport.delivery.sharing import saving
from netreport.errors import OutputError

OURS = '<!doctype html><meta name="netreport-share" content="open">'


def test_what_cannot_be_written_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    saving.save(OURS, target)
    with pytest.raises(UnicodeEncodeError):
        saving.save("no text: \ud800", target)
    assert [path.read_text("utf-8") for path in tmp_path.iterdir()] == [OURS]


def test_a_gitignore_that_somebody_wrote_stays(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("!report.html\n")
    saving.hide(tmp_path)
    assert (tmp_path / ".gitignore").read_text() == "!report.html\n"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.ENAMETOOLONG])
def test_the_system_s_refusals_are_told_in_words(number: int) -> None:
    said = r"report\.html cannot be written"
    with pytest.raises(OutputError, match=said) as caught, explained("report.html", "-o"):
        raise OSError(number, "as the system says it")
    assert "{}" not in caught.value.remedy


def test_a_fault_that_only_a_bug_can_cause_passes() -> None:
    with pytest.raises(OSError, match="bad"), explained("report.html", "-o"):
        raise OSError(errno.EBADF, "bad descriptor")
