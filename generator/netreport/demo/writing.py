"""Writes demo exports: one of any size, or two of the same network with the truth beside them."""

import json
from datetime import date
from pathlib import Path

from netreport.demo.beside.tables import own_files
from netreport.demo.beside.truth import truth
from netreport.demo.files import archive
from netreport.demo.files.export import archive_name, members
from netreport.demo.story import QUARTER, Plan
from netreport.demo.world import World, imagine

EXPORTS = "exports"


def write_export(plan: Plan, target: Path) -> None:
    """Write the export of the plan as a ZIP (`target` ends in `.zip`) or into a new folder.

    Raises OutputError if the folder holds something or the place cannot be written to.
    """
    archive.write(members(imagine(plan), plan.as_of), target, plan.as_of)


def write_pair(plan: Plan, folder: Path) -> None:
    """Write a workspace: exports of the plan's day and of a quarter before, and the tables.

    `truth.json` says what happened between the two. Raises OutputError as `write_export`.
    """
    world = imagine(plan)
    for day in (plan.as_of - QUARTER, plan.as_of):
        archive.write(members(world, day), folder / EXPORTS / archive_name(day), day)
    texts = {**own_files(world), "truth.json": _truth(world, plan.as_of - QUARTER)}
    for name, text in texts.items():
        archive.write_text(text, folder / name)


def _truth(world: World, before: date) -> str:
    return json.dumps(truth(world, before), ensure_ascii=False, indent=1) + "\n"
