"""A folder becomes the only commit of a branch, in a temporary copy of its repository."""

import subprocess
import sys
from pathlib import Path

from netreport.delivery.publishing.git import GitError, git, line, shown, tree
from netreport.delivery.publishing.repository import Goal
from netreport.errors import OutputError

MESSAGE = "netreport publish"
_NOBODY = "netreport"
_NOWHERE = "netreport@users.noreply.example"


def commit(copy: Path, branch: str, files: Path) -> None:
    """Make the branch of a bare repository one commit without parents that holds `files`.

    The commit is signed by netreport, so that the owner's e-mail does not stand in it. Raises
    RuntimeError, our mistake, if it holds anything else.
    """
    if tree(copy, branch):
        git(copy, "update-ref", "-d", f"refs/heads/{branch}")
    git(copy, "config", "user.name", _NOBODY)
    git(copy, "config", "user.email", _NOWHERE)
    subprocess.run(  # noqa: S603 - our own interpreter and arguments
        [sys.executable, "-m", "ghp_import", "-b", branch, "-m", MESSAGE, str(files)],
        cwd=copy,
        check=True,
        capture_output=True,
    )
    wanted = {
        path.relative_to(files).as_posix(): path.read_bytes()
        for path in files.rglob("*")
        if path.is_file()
    }
    alone = line(copy, "rev-list", "--count", f"refs/heads/{branch}") == "1"
    if not alone or tree(copy, branch) != wanted:
        raise RuntimeError("the commit is not what was looked through")


def push(copy: Path, goal: Goal, before: str) -> None:
    """Replace the goal's branch, if it is still at the commit `before` ("" if it was not there).

    Raises OutputError if the remote refuses.
    """
    name = f"refs/heads/{goal.branch}"
    lease = f"--force-with-lease={name}:{before}"
    try:
        git(copy, "push", "--quiet", lease, "origin", f"{name}:{name}")
    except GitError as error:
        raise OutputError(
            f"{shown(goal.address)} refused the branch {goal.branch}: {error}",
            remedy="check that you may write to it and that the branch is not protected; "
            "what was published before still stands",
        ) from error


def head(copy: Path, branch: str) -> str:
    """Give the commit that a branch is at, "" where there is no such branch."""
    try:
        return line(copy, "rev-parse", "--verify", "--quiet", f"refs/heads/{branch}")
    except GitError:
        return ""
