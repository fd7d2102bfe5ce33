"""A report handed on as one file, and a window that opens it with the network cut."""

import re
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, expect

PASSPHRASE = "correct horse battery staple"  # noqa: S105 - of an invented report


@dataclass(frozen=True, slots=True)
class Shared:
    """A coach's site, and the files made of it: one open, one that `PASSPHRASE` opens."""

    site: Path
    open: Path
    locked: Path


class Window:
    """An offline window. `faults`: errors, complaints, and requests for anything but the file."""

    def __init__(self, browser: Browser, file: Path, **settings: object) -> None:
        """Prepare a window for one file; nothing is opened yet."""
        self.context: BrowserContext = browser.new_context(offline=True, **settings)  # type: ignore[arg-type]
        self.page: Page = self.context.new_page()
        self.address = file.as_uri()
        self.faults: list[str] = []
        self.page.on("request", lambda request: self._watch(request.url))
        self.page.on("console", lambda message: self.faults.append(message.text))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("dialog", lambda dialog: self.faults.append(dialog.message))

    def open(self, view: str = "") -> Page:
        """Open the file at a view, such as "?people.html#?standing=core", from scratch."""
        self.page.goto("about:blank")
        self.page.goto(self.address + view)
        return self.page

    def report(self, view: str = "") -> Page:
        """Open a file that is not protected, and wait for its page."""
        self.open(view).locator("article h1").wait_for()
        return self.page

    def unlock(self, passphrase: str = PASSPHRASE) -> Page:
        """Type a passphrase into the protected file that stands open."""
        self.page.get_by_label("Passphrase").fill(passphrase)
        self.page.keyboard.press("Enter")
        return self.page

    def at(self, view: str) -> None:
        """Wait until the address ends with a view."""
        expect(self.page).to_have_url(re.compile(f"{re.escape(view)}$"))

    def close(self) -> None:
        """Close the window."""
        self.context.close()

    def _watch(self, address: str) -> None:
        known = address.partition("?")[0].partition("#")[0] == self.address
        if not (known or address.startswith(("data:", "blob:", "about:"))):
            self.faults.append(f"asked for {address}")
