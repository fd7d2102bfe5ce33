"""A built site's full report as a PDF, printed by a Chromium that this computer has.

Takes a site in a private folder, whose full report it may change. Chromium runs without
a network and a profile.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from netreport.delivery.faults import explained
from netreport.errors import OutputError

PAGE = "full-report.html"
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
    "brave-browser",
    "microsoft-edge",
    "msedge",
)
ELSEWHERE = (  # where the installers of other systems put it
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
ARGUMENTS = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
)
PATIENCE = 180  # seconds
REMEDY = (
    f"install Chromium or Chrome, or name one with --chromium; or open {PAGE} in any browser and "
    "save it as a PDF from the print dialog"
)
_AWAY = re.compile(r'(<a\b[^>]*?) href="(?!#|https?:)[^"]*"')
_HEAD = b"%PDF-"


def find(named: Path | None = None) -> Path:
    """Give the Chromium to print with: the one that was named, or one that is installed.

    Raises OutputError where there is none.
    """
    if named:
        places = [shutil.which(named)]
    else:
        places = [*map(shutil.which, NAMES), *filter(os.path.isfile, ELSEWHERE)]
    found = next((place for place in places if place), None)
    if found is None:
        raise OutputError(
            f"{named or 'a Chromium, which prints the PDF,'} was not found", remedy=REMEDY
        )
    return Path(found)


def refuse(target: Path) -> None:
    """Raise OutputError unless `target` ends in .pdf and is free or a PDF."""
    if target.suffix.lower() != ".pdf":
        raise OutputError(
            f"{target.name or target} does not end in .pdf",
            remedy="name the file to write with -o, such as -o report.pdf",
        )
    with explained(target.name, "-o"):
        if target.is_symlink() or (target.exists() and not _is_pdf(target)):
            raise OutputError(
                f"{target.name} is there already and no PDF",
                remedy="name another file with -o, or move that one away",
            )


def pdf(site: Path, target: Path, chromium: Path) -> None:
    """Print the full report of `site` to `target`, in place of a PDF that is there.

    Links to other pages are dropped: on paper they lead nowhere, and they would tell where the
    site lay. Raises OutputError if Chromium fails or the file cannot be written.
    """
    refuse(target)
    page = site / PAGE
    page.write_text(_AWAY.sub(r"\1", page.read_text("utf-8")), "utf-8")
    with TemporaryDirectory(prefix="netreport-") as folder:
        made = Path(folder) / "report.pdf"
        _run(chromium, page, made, Path(folder) / "profile")
        with explained(target.name, "-o"):
            target.parent.mkdir(parents=True, exist_ok=True)
            part = target.with_name(f".{target.name}.part")
            part.touch(mode=0o600)
            part.write_bytes(made.read_bytes())
            part.replace(target)


def _run(chromium: Path, page: Path, made: Path, profile: Path) -> None:
    arguments = [*ARGUMENTS, f"--user-data-dir={profile}", f"--print-to-pdf={made}"]
    if sys.platform == "linux" and os.geteuid() == 0:
        arguments.append("--no-sandbox")  # Chromium will not run for root with one
    try:
        subprocess.run(  # noqa: S603 - a browser that the owner has, and a page of ours
            [chromium, *arguments, page.absolute().as_uri()],
            check=True,
            capture_output=True,
            timeout=PATIENCE,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise OutputError(f"{chromium.name} could not print the report", remedy=REMEDY) from error
    if not (made.is_file() and _is_pdf(made)):
        raise OutputError(f"{chromium.name} could not print the report", remedy=REMEDY)


def _is_pdf(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as opened:
        return opened.read(len(_HEAD)) == _HEAD
