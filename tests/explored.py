"""The People page alone, built as MkDocs builds it, and ways to open it in a browser."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote_plus

import polars as pl
import yaml
from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize, expect

from netreport.model.report import Report
from netreport.pages import people
from netreport.pages.writer import Writer
from netreport.site.build import Source, Stamp, build, write
from netreport.site.markdown import environment
from netreport.site.terms import plainly
from netreport.site.verify import verify

STAMP = Stamp("0123456789abcdef", "private", "Private", "Only for you.")
OVERVIEW = """---
title: Overview
---

# Overview

[All people](people.md) <a href="people.html#?standing=core">The core</a>
"""
DESK: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 800}


def built(folder: Path, report: Report, *features: str) -> Path:
    """Build the page of a report, with these features of the theme, into a new folder."""
    context = {
        "title": "People",
        "question": "Who is everybody?",
        **people.context(report, Writer()),
    }
    text = environment().get_template("pages/people.md.j2").render(context, explained=plainly)
    source = Source(
        {"index.md": OVERVIEW, "people.md": text},
        people.assets(
            people.rows(report.network.tables, report.strategy, answers=report.answers.values())
        ),
        [{"Overview": "index.md"}, {"People": "people.md"}],
        STAMP,
    )
    config = write(source, folder / "source")
    settings = yaml.safe_load(config.read_text("utf-8"))
    settings["theme"]["features"].extend(features)
    config.write_text(yaml.safe_dump(settings), "utf-8")
    build(config, folder / "site")
    verify(folder / "site")
    return folder / "site"


def with_rows(site: Path, folder: Path, shown: pl.DataFrame) -> Path:
    """Copy a built page and put other rows beside it."""
    shutil.copytree(site, folder)
    for path, data in people.assets(shown).items():
        (folder / path).write_bytes(data)
    return folder


class Explorer:
    """The open page: what a reader does and sees. `faults`: errors and requests to elsewhere."""

    def __init__(self, browser: Browser, address: str, **settings: object) -> None:
        """Prepare a window; nothing is opened yet."""
        options: Mapping[str, object] = {"viewport": DESK, "accept_downloads": True, **settings}
        self.context: BrowserContext = browser.new_context(**options)  # type: ignore[arg-type]
        self.page: Page = self.context.new_page()
        self.address = address
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", self._listen)
        self.page.on("request", self._watch)

    def open(self, view: str = "") -> "Explorer":
        """Open the page at a view, such as "#?standing=core", from scratch."""
        self.page.goto("about:blank")
        self.page.goto(self.address + view)
        self.page.locator(".nr-people__status").wait_for()
        return self

    @property
    def standing(self) -> Locator:
        """Where the page says how many people are shown."""
        return self.page.locator(".nr-people__status")

    @property
    def status(self) -> str:
        """What the page says about how many people are shown."""
        return self.standing.inner_text()

    def search(self, typed: str) -> None:
        """Search, and wait until the list is that of what was typed."""
        self.page.get_by_label("Search names, titles and companies").fill(typed)
        expect(self.page).to_have_url(
            re.compile(rf"[?&]q={re.escape(quote_plus(typed.strip()))}(&|$)")
        )

    def at(self, view: str) -> None:
        """Wait until the address ends with a view."""
        expect(self.page).to_have_url(re.compile(f"{re.escape(view)}$"))

    @property
    def count(self) -> int:
        """How many people fit."""
        return int(self.status.split(" ")[0].replace(",", ""))

    @property
    def names(self) -> list[str]:
        """The names in the table, from above."""
        return self.page.locator(".nr-people__table tbody th bdi").all_inner_texts()

    def filter(self, label: str, *values: str) -> None:
        """Open a filter and tick values."""
        bar = self.page.get_by_role("group", name="Filters")
        bar.get_by_role("button", name=re.compile(rf"^{label}\b")).click()
        for value in values:
            self.page.get_by_role("checkbox", name=value).check()

    def close(self) -> None:
        """Close the window."""
        self.context.close()

    def _listen(self, message: object) -> None:
        if getattr(message, "type", "") in {"error", "warning"}:
            self.faults.append(str(getattr(message, "text", "")))

    def _watch(self, request: object) -> None:
        address = str(getattr(request, "url", ""))
        if not address.startswith(("file:", "http://127.0.0.1", "data:", "blob:", "about:")):
            self.faults.append(f"asked for {address}")
