"""The workflow that shows a published report with GitHub Pages: no data, no build.

Takes a workspace, writes one file where GitHub looks for it.
"""

from importlib import resources
from pathlib import Path

from netreport.delivery.publishing import repository
from netreport.errors import OutputError
from netreport.workspace import Workspace

PLACE = Path(".github", "workflows", "pages.yml")


def refuse(workspace: Workspace) -> None:
    """Raise an error where the workflow must not be written; nothing is changed.

    PrivacyError: everybody may read the repository that the workspace lies in, or would lie in.
    OutputError: another file stands in its place.
    """
    if root := _repository(workspace):
        repository.refuse_public(root)
    target = _target(workspace)
    if target.exists() and target.read_bytes() != _text():
        raise OutputError(
            f"{PLACE} is there already, and another one; nothing was changed",
            remedy="move it away first, or leave --github out",
        )


def add_workflow(workspace: Workspace) -> Path:
    """Write the workflow into the repository that the workspace lies in, else beside its strategy.

    Raises OutputError if it cannot be written. The same file again is no change.
    """
    target = _target(workspace)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(_text())
    except OSError as error:
        raise OutputError(
            f"{PLACE} cannot be written ({error.strerror})", remedy="check the folder's permissions"
        ) from error
    return target


def _text() -> bytes:
    return (resources.files(__package__) / "pages.yml").read_bytes()


def _target(workspace: Workspace) -> Path:
    return (_repository(workspace) or workspace.root) / PLACE


def _repository(workspace: Workspace) -> Path | None:
    """Give the repository around a workspace, which need not be there yet."""
    folder = workspace.root.absolute()
    there = next(place for place in (folder, *folder.parents) if place.is_dir())
    return repository.root_of(there)
