"""Makes a workspace: a strategy to fill in, a place for exports, and what git must never see.

Takes an archetype and the owner's answers. Writes only what is not there yet, and nothing private.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from netreport.errors import OutputError
from netreport.metrics import METRICS
from netreport.sources import key
from netreport.sources.strategy import strategy_schema
from netreport.workspace import Workspace
from netreport.workspace.questions import Answers
from netreport.workspace.starting import strategy_text

IGNORED = """\
# Other people's data: never in git.
/exports/
/people*.csv
/outreach.csv
/decisions.csv
/reviews/
/.netreport/
/.site*
/site/
/site-coach/
/site-public/
/share/
*.key
"""
SETTINGS = """\
# Title, language and colours of your report. netreport sets everything else itself.
site_name: My network
theme:
  language: en
  # palette: {primary: teal, accent: teal}
"""
EXPORTS = """\
Copy the ZIP that LinkedIn sent you into this folder, unopened.

LinkedIn: Settings & Privacy > Data privacy > Get a copy of your data >
"Download larger data archive". The second mail, up to a day later, has everything.
Older exports may stay here: they show what changed.
"""


def make(workspace: Workspace, archetype: str, answers: Answers) -> None:
    """Write a new workspace; raises OutputError if there is one already or it cannot be written."""
    refuse_second(workspace)
    fill(workspace, {workspace.strategy: strategy_text(archetype, answers)})
    key.make(workspace.key)


def refuse_second(workspace: Workspace) -> None:
    """Raise OutputError if there is a workspace already."""
    if workspace.strategy.exists():
        raise OutputError(
            f"{workspace.root} is a workspace already; nothing was changed",
            remedy="edit its strategy.yml, or name another folder",
        )


def fill(workspace: Workspace, files: Mapping[Path, str]) -> None:
    """Write `files` and what every workspace has; a file that exists stays as it is."""
    schema = json.dumps(strategy_schema(METRICS), indent=1, ensure_ascii=False) + "\n"
    everywhere = {
        workspace.ignore: IGNORED,
        workspace.schema: schema,
        workspace.settings: SETTINGS,
        workspace.exports / "READ ME.txt": EXPORTS,
    }
    try:
        for path, text in {**everywhere, **files}.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists():
                path.write_text(text, "utf-8")
    except OSError as error:
        raise OutputError(
            f"{workspace.root} cannot be written ({error.strerror})",
            remedy="name a folder that you may write to",
        ) from error
