"""Where a site goes, and whether the workspace stands where it may: takes a folder and a remote.

Every refusal comes before anything is built, and changes nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from netreport.delivery.publishing.git import GitError, git, line, readable_by_anybody
from netreport.errors import OutputError, PrivacyError, UsageError

ELSEWHERE = "keep the workspace outside of it, and name the repository with --remote ADDRESS"


@dataclass(frozen=True, slots=True)
class Goal:
    """Where a site goes. `address`: of a repository; `home`: the workspace that names it.

    `own`: it is the repository that the workspace lies in.
    """

    address: str
    branch: str
    home: Path
    own: bool = False


def root_of(folder: Path) -> Path | None:
    """Give the folder of the repository that `folder` lies in, if it lies in one."""
    try:
        return Path(line(folder, "rev-parse", "--show-toplevel"))
    except GitError:
        return None


def goal(workspace: Path, remote: str, branch: str) -> Goal:
    """Find the repository that `remote` names: an address, or a remote of the workspace's own.

    Raises UsageError if there is none, or if the branch is one that git does not allow.
    """
    try:
        git(workspace, "check-ref-format", f"refs/heads/{branch}")
    except GitError:
        raise UsageError(
            f"a branch cannot be called {branch}", remedy="leave --branch out: it is gh-pages then"
        ) from None
    if "/" in remote or ":" in remote:
        return Goal(remote, branch, workspace)
    try:
        return Goal(line(workspace, "remote", "get-url", remote), branch, workspace, own=True)
    except GitError:
        raise UsageError(
            f"there is no remote {remote} here to publish to",
            remedy="make an empty repository at your host, and name it: "
            "netreport publish --remote git@github.com:you/your-report.git",
        ) from None


def refuse(where: Goal, hidden: Sequence[Path]) -> None:
    """Raise an error if the workspace lies in a repository where it must not lie.

    That is one that everybody may read, or one that does not ignore what is private. If the site
    goes to this very repository, its state must be one that can be found again.
    """
    root = root_of(where.home)
    if root is None:
        return
    refuse_public(root)
    _refuse_open(root, hidden)
    if where.own:
        _refuse_unsettled(root)


def refuse_public(root: Path) -> None:
    """Raise PrivacyError if a remote of the repository is handed out to everybody."""
    for name in line(root, "remote").split():
        if readable_by_anybody(line(root, "remote", "get-url", name)):
            raise PrivacyError(
                f"the workspace lies inside a repository that everybody may read (remote {name})",
                remedy=ELSEWHERE,
            )


def _refuse_open(root: Path, hidden: Iterable[Path]) -> None:
    for path in hidden:
        if path.exists() and not _ignored(root, path):
            raise PrivacyError(
                f"git would take {path.name} into the repository that the workspace lies in",
                remedy=f"write /{path.name} into the .gitignore beside it; {ELSEWHERE}",
            )


def _refuse_unsettled(root: Path) -> None:
    try:
        git(root, "symbolic-ref", "--quiet", "HEAD")
    except GitError:
        raise OutputError(
            "the workspace's repository is on no branch (detached HEAD)",
            remedy="go back to a branch: git switch main",
        ) from None
    if line(root, "status", "--porcelain", "--untracked-files=no"):
        raise OutputError(
            "the workspace's repository has changes that are not committed",
            remedy="commit them or put them aside (git stash), so that what is published can be "
            "found again",
        )


def _ignored(root: Path, path: Path) -> bool:
    inside = path / "x" if path.is_dir() else path
    try:
        git(root, "check-ignore", "--quiet", str(inside.absolute()))
    except GitError:
        return False
    return True
