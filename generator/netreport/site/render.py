"""A report becomes the source of a site: every page's Markdown, the menu, and what lies beside."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from jinja2 import Environment

from netreport.model.report import Report
from netreport.model.settings import Settings
from netreport.pages import HOW_IT_WORKS, PAGES, WRITTEN, Page
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
    """Give the menu: single pages and groups, in the order of PAGES, then the written pages."""
    places = [(one.group, one.title, one.path) for one in PAGES]
    places += [(HOW_IT_WORKS, title, path) for path, title in WRITTEN]
    groups: dict[str, Menu] = {}
    for group, title, path in places:
        groups.setdefault(group or title, []).append({title: path})
    grouped = {group for group, _, _ in places if group}
    return [{name: entries} if name in grouped else entries[0] for name, entries in groups.items()]


def _text(one: Page, report: Report, wording: Wording, engine: Environment) -> str:
    context = {"title": one.title, "question": one.question, **one.context(report, wording)}
    return page(engine, one.template, one.title, context)
