"""The demo network as a workspace: to report on, or to start from."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib import resources
from pathlib import Path

from netreport.cli.options import Named, in_workspace
from netreport.errors import OutputError
from netreport.pipeline import Places
from netreport.workspace import SITES, Workspace
from netreport.workspace.making import fill, refuse_second


@contextmanager
def demo_workspace(named: Named) -> Iterator[Places]:
    """Give the places of the demo network; its site goes where it was named, or to ./site."""
    with resources.as_file(resources.files("netreport.demo") / "network") as folder:
        demo = Workspace(folder)
        here = replace(in_workspace(demo, named), site=named.site or Path(SITES[named.audience]))
        # What ships is not written to.
        yield replace(here, key=None, cache=None, scores=None, published=None)


def fill_with_demo(workspace: Workspace) -> None:
    """Copy the demo network into a new workspace; raises OutputError if there is one already."""
    refuse_second(workspace)
    with resources.as_file(resources.files("netreport.demo") / "network") as folder:
        try:
            shutil.copytree(folder, workspace.root, dirs_exist_ok=True)
        except OSError as error:
            raise OutputError(
                f"{workspace.root} cannot be written ({error.strerror})",
                remedy="name a folder that you may write to",
            ) from error
    fill(workspace, {})
