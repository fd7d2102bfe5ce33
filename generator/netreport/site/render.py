"""A report becomes the source of a site: every page's Markdown, the menu, and what lies beside."""

from functools import partial

from jinja2 import Environment

from netreport.model.report import Report
from netreport.model.settings import Settings
from netreport.pages import METHOD, PAGES, WRITTEN, Page
from netreport.pages.links import rows_of
from netreport.pages.writer import Writer
from netreport.site import resources
from netreport.site.beside import beside
from netreport.site.build import Menu, Source, Stamp
from netreport.site.charts import draw
from netreport.site.markdown import environment, page


def render(report: Report, writer: Writer, settings: Settings, stamp: Stamp) -> Source:
    """Render every page in memory; nothing is written yet."""
    engine = environment()
    engine.globals["chart"] = partial(draw, link=rows_of, number=writer.wording.bare)
    texts = {one.path: _text(one, report, writer, engine) for one in PAGES}
    written = {name: (resources.content() / name).read_text("utf-8") for name, _ in WRITTEN}
    assets = beside(report, writer, stamp.build_id)
    return Source({**texts, **written}, assets, menu(), stamp, settings)


def menu() -> Menu:
    """Give the menu: single pages and groups, in the order of PAGES, then the written pages."""
    places = [(one.group, one.title, one.path) for one in PAGES]
    places += [(METHOD, title, path) for path, title in WRITTEN]
    groups: dict[str, Menu] = {}
    for group, title, path in places:
        groups.setdefault(group or title, []).append({title: path})
    grouped = {group for group, _, _ in places if group}
    return [{name: entries} if name in grouped else entries[0] for name, entries in groups.items()]


def _text(one: Page, report: Report, writer: Writer, engine: Environment) -> str:
    context = {"title": one.title, "question": one.question, **one.context(report, writer)}
    return page(engine, one.template, one.title, context)
