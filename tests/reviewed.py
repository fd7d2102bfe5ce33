"""Writes reviews as the pages do, and answers as a coach at a keyboard does."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from click.testing import CliRunner, Result
from playwright.sync_api import Page

from netreport.cli import main
from netreport.model.reviews import Role
from netreport.model.seals import seals
from netreport.sources.reviews.check import check_of

SECRET = bytes(range(32))
SEAL = seals(SECRET)[Role.COACH]
AT = "2026-11-20T10:00:00.000Z"
TABS = 700  # more than any page has stops


def run(*arguments: object) -> Result:
    """Run netreport, and let a bug show."""
    return CliRunner().invoke(main, [str(one) for one in arguments], catch_exceptions=False)


def answer(
    id_: str = "page-index", stance: str = "", comment: str = "", **more: str
) -> dict[str, str]:
    """Give one answer as a page writes it."""
    told = {"id": id_, "seen": "", "called": "", "stance": stance, "comment": comment, "at": AT}
    return told | more


def review(answers: Iterable[Mapping[str, str]], **head: str) -> dict[str, object]:
    """Give a review as a page writes it; `head` replaces what stands on top."""
    usual = {"form": "netreport.review/1", "build": "ab", "seal": SEAL, "export": "cd"}
    told = usual | {"by": "Cleo Coach", "saved": "2026-11-21T10:00:00.000Z"} | head
    rows = [dict(row) for row in answers]
    return {**told, "answers": rows, "check": check_of(told, rows)}


def text_of(made: Mapping[str, object]) -> str:
    """Give a review's text as JavaScript writes it."""
    return json.dumps(made, ensure_ascii=False, indent=1)


def save(path: Path, made: Mapping[str, object]) -> Path:
    """Write a review to a file."""
    path.write_text(text_of(made), "utf-8")
    return path


class Coach:
    """Somebody at a keyboard: Tab, Enter and letters, and nothing else."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.answers: dict[str, tuple[str, str]] = {}

    def to(self, selector: str) -> None:
        """Walk to the first stop that fits, from where the focus is."""
        for _ in range(TABS):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("s => document.activeElement.matches(s)", selector):
                return
        raise AssertionError(f"no key leads to {selector}")

    def press(self, selector: str) -> None:
        """Walk to it and press Enter."""
        self.to(selector)
        self.page.keyboard.press("Enter")

    def visit(self, name: str) -> None:
        """Follow a link to another page, and wait until it is there."""
        self.press(f'a[href$="{name}"]')
        self.page.wait_for_url(f"**{name}")

    def answer(self, stance: str, comment: str = "") -> None:
        """Answer the next item on the page, and say why."""
        self.press(f".nr-stance--{stance}")
        place = "document.activeElement.closest('.nr-review').dataset.reviewId"
        name = str(self.page.evaluate(place))
        if comment:
            self.press(".nr-stance--comment")
            self.page.keyboard.type(comment)
        self.answers[name] = (stance, comment)

    def standing(self) -> str:
        """Read how far one is."""
        return self.page.locator(".nr-review-bar__standing").inner_text()
