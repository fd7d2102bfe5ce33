"""Finds a Chromium for the browser tests, or installs one: run `python tests/chromium.py`.

With `--bare` it first tries to get the one without windows, even where there is another.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

# The first has no windows, tabs and menus, all of which cost time though nobody sees them.
PACKAGES = ("chromium-headless-shell", "chromium")
NAMES = (*PACKAGES, "chromium-browser", "google-chrome-stable", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
MISSING = "No Chromium was found, so that no page can be looked at: run python tests/chromium.py"


def find() -> str | None:
    """Give the path of the system's Chromium, or of Playwright's own, or None."""
    for name in NAMES:
        if path := shutil.which(name):
            return path
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - slow, and not always needed

    with sync_playwright() as driver:
        path = Path(driver.chromium.executable_path)
    name = path.parents[1].name.replace("chromium-", "chromium_headless_shell-")
    bare = path.parents[2].glob(f"{name}/*/*headless*shell")
    return next((str(one) for one in (*bare, path) if one.is_file()), None)


def install() -> None:
    """Install Debian's package where there is apt, else Playwright's download."""
    if shutil.which("apt-get"):
        _apt_get("update", "-qq")
        for package in PACKAGES:
            if find() is None:
                _apt_get("install", "-qqy", "--no-install-recommends", package, "fonts-liberation")
    if find() is None:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def install_bare() -> None:
    """Install Debian's Chromium without windows where that can be had; without it, all goes on."""
    if shutil.which("apt-get") and not shutil.which(PACKAGES[0]):
        _apt_get("update", "-qq")
        _apt_get("install", "-qqy", "--no-install-recommends", PACKAGES[0], "fonts-liberation")


def _apt_get(*command: str) -> None:
    root = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    subprocess.run([*root, "apt-get", *command], check=False, env=quiet, stdout=subprocess.DEVNULL)


def main() -> int:
    """Say where Chromium is, installing it first if need be."""
    if "--bare" in sys.argv:
        install_bare()
    if find() is None:
        install()
    found = find()
    print(found or MISSING)  # noqa: T201 - this is a command
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main())
