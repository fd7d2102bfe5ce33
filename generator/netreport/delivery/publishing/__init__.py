"""Publishing: a public site that the leak gate let pass goes to a branch of the owner's repository.

Takes folders and an address, gives a `Publication` to look at before anything is sent. Must not
know the export: what is private it is told by the files' bytes. No build of private data ever runs
anywhere but here: what is sent is finished.
"""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from netreport.delivery import swap
from netreport.delivery.publishing import branch, git, history, repository
from netreport.delivery.publishing.address import pages_address
from netreport.delivery.publishing.comparing import Changes, changes
from netreport.delivery.publishing.repository import Goal, goal
from netreport.errors import PrivacyError

__all__ = ["Goal", "Publication", "check", "goal", "prepare", "send"]

DOMAIN = "CNAME"
PLAIN = ".nojekyll"


@dataclass(frozen=True, slots=True)
class Publication:
    """What would be published: the finished files, where they go, and what they change there."""

    files: Path
    copy: Path
    goal: Goal
    address: str
    changes: Changes
    pages: int
    count: int
    size: int
    before: str
    facts: Mapping[str, str]

    @property
    def shown(self) -> str:
        """The repository's address, without a name or a token in it."""
        return git.shown(self.goal.address)


def check(where: Goal, folder: Path, private: Mapping[Path, str], hidden: Sequence[Path]) -> None:
    """Copy the repository into the new `folder`, and refuse it if it must not be published to.

    `private`: the workspace's private files and folders, and what each is; `hidden`: what git
    must pass over. Raises PrivacyError or OutputError; nothing was changed then.
    """
    repository.refuse(where, hidden)
    names = history.private_names(private)
    git.fetched(where.address, folder, where.home)
    history.refuse(git.blobs(folder, "--all"), names, git.shown(where.address))
    if (root := repository.root_of(where.home)) is not None:
        history.refuse(git.blobs(root, "--all"), names, "the workspace's repository")


def prepare(site: Path, files: Path, copy: Path, where: Goal) -> Publication:
    """Copy a public site into the new folder `files` as it would be published, and compare it.

    A domain of the owner's own that is there already stays. Raises PrivacyError for another site.
    """
    marker = swap.marker(site) or {}
    if marker.get("audience") != "public":
        raise PrivacyError(
            f"{site.name} is no public site", remedy="only a site for everybody can be published"
        )
    shutil.copytree(site, files)
    before = git.tree(copy, where.branch)
    extra = {PLAIN: b"", **({DOMAIN: before[DOMAIN]} if DOMAIN in before else {})}
    for name, data in extra.items():
        (files / name).write_bytes(data)
    facts = {key: value for key, value in marker.items() if isinstance(value, str)}
    swap.mark(files, facts)
    return _publication(files, copy, where, before, facts)


def send(publication: Publication) -> None:
    """Publish: one orphan commit takes the branch's place. Raises OutputError if it is refused."""
    branch.commit(publication.copy, publication.goal.branch, publication.files)
    branch.push(publication.copy, publication.goal, publication.before)


def _publication(
    files: Path, copy: Path, where: Goal, before: Mapping[str, bytes], facts: Mapping[str, str]
) -> Publication:
    after = {
        path.relative_to(files).as_posix(): path.read_bytes()
        for path in sorted(files.rglob("*"))
        if path.is_file()
    }
    domain = after.get(DOMAIN, b"").decode("ascii", "replace").strip()
    return Publication(
        files,
        copy,
        where,
        pages_address(where.address, domain) or git.shown(where.address),
        changes(before, after),
        sum(path.endswith(".html") for path in after),
        len(after),
        sum(map(len, after.values())),
        branch.head(copy, where.branch),
        facts,
    )
