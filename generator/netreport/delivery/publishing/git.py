"""Runs git: takes arguments and a folder, gives what git says. Knows no branch and no site."""

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from netreport.errors import OutputError, UsageError

_ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX")
_SECRET = re.compile(r"(?<=://)[^/@\s]+@")  # a name and a token within an address
_ANONYMOUS = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ASKPASS": "true",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


class GitError(Exception):
    """Git did not do it. The text is git's last line, without passwords."""


@dataclass(frozen=True, slots=True)
class Blob:
    """One file of a repository's history."""

    name: str
    path: str
    data: bytes


def git(
    folder: Path, *arguments: str, feed: bytes = b"", more: Mapping[str, str] | None = None
) -> bytes:
    """Run git in a folder and give its output. Raises GitError if it fails."""
    settings = {key: value for key, value in os.environ.items() if key not in _ELSEWHERE}
    settings |= {"LC_ALL": "C", **(more or {})}
    try:
        done = subprocess.run(  # noqa: S603 - a list of arguments, no shell
            ["git", *arguments],  # noqa: S607 - the owner's own git
            cwd=folder,
            env=settings,
            input=feed,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise UsageError(
            "git is not installed", remedy="install it from https://git-scm.com and run this again"
        ) from error
    if done.returncode:
        raise GitError(_last(done.stderr.decode("utf-8", "replace")))
    return done.stdout


def line(folder: Path, *arguments: str) -> str:
    """Give the output as one line. Raises GitError if git fails."""
    return git(folder, *arguments).decode("utf-8", "replace").strip()


def shown(address: str) -> str:
    """Give a repository's address without a name or a token in it."""
    return _SECRET.sub("", address)


def readable_by_anybody(address: str) -> bool:
    """Say whether a repository is handed out over the network to those who do not sign in."""
    found = re.fullmatch(r"(?:ssh://)?(?:[^@/]+@)([^:/]+)(?::\d+)?[:/](.+)", address)
    open_address = f"https://{found[1]}/{found[2]}" if found else _SECRET.sub("", address)
    if not open_address.startswith(("https://", "http://", "git://")):
        return False
    try:
        git(Path.cwd(), "-c", "credential.helper=", "ls-remote", open_address, more=_ANONYMOUS)
    except GitError:
        return False
    return True


def fetched(address: str, folder: Path, base: Path) -> None:
    """Copy all of a repository into a new bare one. Raises OutputError if it does not answer.

    `base`: the folder that a relative address starts from.
    """
    folder.mkdir()
    git(folder, "init", "--quiet", "--bare")
    local = base / address
    source = str(local.resolve()) if local.exists() else address
    git(folder, "config", "remote.origin.url", source)
    try:
        git(folder, "fetch", "--quiet", "--no-auto-gc", "origin", "+refs/*:refs/*")
    except GitError as error:
        raise OutputError(
            f"{shown(address)} cannot be read: {error}",
            remedy="check its address, and that you may write to it: try git fetch there",
        ) from error


def blobs(folder: Path, *which: str) -> Iterator[Blob]:
    """Give every file that is reached from these revisions, the oldest spelling of its path."""
    listed = git(folder, "rev-list", "--objects", *which).decode("utf-8", "surrogateescape")
    paths = dict(one.split(" ", 1) for one in listed.splitlines() if " " in one)
    return _read(folder, paths.items())


def tree(folder: Path, branch: str) -> Mapping[str, bytes]:
    """Give the files of a branch by path; none where there is no such branch."""
    try:
        listed = git(folder, "ls-tree", "-r", "-z", f"refs/heads/{branch}")
    except GitError:
        return {}
    rows = [row.split("\t", 1) for row in listed.decode("utf-8", "surrogateescape").split("\0")]
    wanted = [(row[0].split()[2], row[1]) for row in rows if len(row) > 1]
    return {blob.path: blob.data for blob in _read(folder, wanted)}


def _read(folder: Path, wanted: Iterable[tuple[str, str]]) -> Iterator[Blob]:
    pairs = list(wanted)
    names = "".join(f"{name}\n" for name, _ in pairs).encode()
    output = git(folder, "cat-file", "--batch", feed=names) if pairs else b""
    at = 0
    for name, path in pairs:
        end = output.index(b"\n", at)
        _, kind, size = output[at:end].split()
        data = output[end + 1 : end + 1 + int(size)]
        at = end + int(size) + 2
        if kind == b"blob":
            yield Blob(name, path, data)


def _last(complaint: str) -> str:
    lines = [one for one in complaint.splitlines() if one.strip()]
    telling = [one for one in lines if one.startswith(("fatal:", "error:", "remote:", "!", " !"))]
    last = (telling or lines or ["git gave no reason"])[-1]
    return _SECRET.sub("", last.removeprefix("fatal: ").removeprefix("error: ").strip())
