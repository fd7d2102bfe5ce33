"""What a page does a moment later: waited for, for no longer than it takes."""

import time
from collections.abc import Callable, Sequence

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Request, ViewportSize

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# Rules that a scheme or a width can change; color-contrast looks at what is seen in both.
COLOURS = ("color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable")
# What fades or glides goes to its end at once, also what begins to while it is looked at.
STILL = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("*, ::before, ::after { transition: none !important }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  document.getAnimations().forEach((one) => one.finish());
}"""
PATIENCE = 30.0  # seconds
PULSE = 20  # milliseconds between two looks


class Watched:
    """A page whose requests, console messages and errors are written down."""

    def __init__(self, page: Page) -> None:
        """Watch a page from here on."""
        self.page, self.requests, self.complaints = page, list[str](), list[str]()
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("requestfailed", self._failed)
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(dialog.message))

    def outside(self, root: str) -> set[str]:
        """Give what was asked for that is not below an address."""
        return {url for url in self.requests if not url.startswith((root, "data:"))}

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the next page was opened meanwhile
            self.complaints.append(f"failed {request.url}")


def until(page: Page, holds: Callable[[], bool]) -> None:
    """Let a page go on until something holds here: a message that came, a request that was made.

    Raises AssertionError where it never does.
    """
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "what the test waits for did not happen"
        page.wait_for_timeout(PULSE)


def site_map_read(page: Page) -> None:
    """Wait until Material knows which pages it may bring in without a load.

    It asks for the site map as it starts; what is asked for later arrives later.
    """
    page.wait_for_function(
        "() => performance.getEntriesByType('resource')"
        ".some(one => one.name.endsWith('/sitemap.xml') && one.responseEnd > 0)"
    )
    page.evaluate("fetch('sitemap.xml').then(one => one.text())")


def resize(page: Page, size: ViewportSize) -> None:
    """Give a window another size, and wait for nothing that glides to its new place."""
    page.set_viewport_size(size)
    page.evaluate(STILL)


def violations(
    page: Page, rules: Sequence[str] = RULES, within: str | None = None
) -> list[tuple[str, str]]:
    """Run axe on a page in which nothing fades any more: a half-faded text has half a contrast.

    `within`: a selector of the part to look at, where that is not all of the page.
    """
    page.evaluate(STILL)
    kind = "tag" if rules == RULES else "rule"
    options = {
        "runOnly": {"type": kind, "values": list(rules)},
        "resultTypes": ["violations"],
        "preload": False,  # of style sheets, which it would ask for and a page from a disk refuses
    }
    report = Axe().run(page, within, options)
    return [(one["id"], one["nodes"][0]["html"][:120]) for one in report.response["violations"]]
