"""A report becomes the source of a site: every page's Markdown, the menu, and what lies beside."""

import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from netreport.model.report import Report
from netreport.model.settings import Settings
from netreport.pages import METHOD, PAGES, WRITTEN, Context, Page
from netreport.pages.links import anchor, rows_of
from netreport.pages.writer import Writer
from netreport.site import resources
from netreport.site.beside import beside
from netreport.site.build import Menu, Source, Stamp
from netreport.site.charts import draw
from netreport.site.markdown import environment

FULL_REPORT = "full-report.md"
_HEADING = re.compile(r"^(#+ )", re.MULTILINE)


def render(report: Report, writer: Writer, settings: Settings, stamp: Stamp) -> Source:
    """Render every page in memory; nothing is written yet."""
    engine = environment()
    contexts = {one: _context(one, report, writer) for one in PAGES}
    texts = {one.path: _text(one, contexts[one], writer, engine) for one in PAGES}
    texts[FULL_REPORT] = _full_report(contexts, writer, engine)
    written = {name: (resources.content() / name).read_text("utf-8") for name, _ in WRITTEN}
    assets = beside(report, writer, stamp.build_id)
    return Source({**texts, **written}, assets, menu(), stamp, settings)


def menu() -> Menu:
    """Give the menu: single pages and groups, in the order of PAGES, then the written pages."""
    places = [(one.group, one.title, one.path) for one in PAGES]
    places += [(METHOD, title, path) for path, title in WRITTEN]
    places.append((METHOD, "Full report", FULL_REPORT))
    groups: dict[str, Menu] = {}
    for group, title, path in places:
        groups.setdefault(group or title, []).append({title: path})
    grouped = {group for group, _, _ in places if group}
    return [{name: entries} if name in grouped else entries[0] for name, entries in groups.items()]


def _context(one: Page, report: Report, writer: Writer) -> Context:
    return {"title": one.title, "question": one.question, **one.context(report, writer)}


def _text(
    one: Page, context: Context, writer: Writer, engine: Environment, prefix: str = ""
) -> str:
    """Render one page; `prefix` keeps its ids apart from those of another rendering."""
    charts = f"{prefix}chart-"
    drawn = partial(draw, link=rows_of, number=writer.wording.bare, prefix=charts)
    return engine.get_template(one.template).render(context, chart=drawn, prefix=prefix)


def _full_report(contexts: Mapping[Page, Context], writer: Writer, engine: Environment) -> str:
    """Render all pages that can be printed as one, each a section with ids of its own."""
    sections = [
        {
            "title": one.title,
            "anchor": anchor(one.title),
            "body": _section(one, context, writer, engine),
        }
        for one, context in contexts.items()
        if one.printed
    ]
    return engine.get_template("pages/full-report.md.j2").render(sections=sections)


def _section(one: Page, context: Context, writer: Writer, engine: Environment) -> Markup:
    """Give a page without its front matter, every heading one level lower."""
    text = _text(one, context, writer, engine, f"{Path(one.path).stem}-")
    _, _, body = text.split("---\n", 2)
    return Markup(_HEADING.sub(r"#\1", body))  # noqa: S704 - rendered by the same environment
