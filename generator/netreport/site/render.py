"""A report becomes the source of a site: every page's Markdown, the menu, and what lies beside."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from jinja2 import Environment

from netreport.model.report import Report
from netreport.model.settings import Settings
from netreport.pages import PAGES, Page
from netreport.pages.links import rows_of
from netreport.pages.wording import Wording
from netreport.site import resources
from netreport.site.build import Menu, Source, Stamp
from netreport.site.charts import draw
from netreport.site.markdown import environment, page


def render(
    report: Report, settings: Settings, stamp: Stamp, overrides: Sequence[Path] = ()
) -> Source:
    """Render every page in memory; nothing is written yet."""
    wording = Wording(settings.language, report.strategy.spend.currency)
    engine = environment(overrides)
    engine.globals["chart"] = partial(draw, link=rows_of, number=wording.bare)
    texts = {one.path: _text(one, report, wording, engine) for one in PAGES}
    written = {
        path.name: path.read_text("utf-8") for path in sorted(resources.content().glob("*.md"))
    }
    return Source({**texts, **written}, {}, menu(), stamp, settings)


def menu() -> Menu:
    """Give the menu: single pages and groups, in the order of PAGES."""
    entries: Menu = []
    for one in PAGES:
        entry: dict[str, str | Menu] = {one.title: one.path}
        if not one.group:
            entries.append(entry)
        elif entries and isinstance(group := entries[-1].get(one.group), list):
            group.append(entry)
        else:
            entries.append({one.group: [entry]})
    return entries


def _text(one: Page, report: Report, wording: Wording, engine: Environment) -> str:
    context = {"title": one.title, "question": one.question, **one.context(report, wording)}
    return page(engine, one.template, one.title, context)
