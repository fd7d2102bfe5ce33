"""A report becomes the source of a site: every page's Markdown, the menu, and what lies beside."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from netreport.model.report import Report
from netreport.model.results import Breakdown
from netreport.model.settings import Settings
from netreport.pages import METHOD, OWN, WRITTEN, Context, Page, pages_for
from netreport.pages.links import anchor, rows_of
from netreport.pages.review.beside import answers_of
from netreport.pages.views import AnswerView
from netreport.pages.writer import Writer
from netreport.site import resources
from netreport.site.asking import asked, foot
from netreport.site.beside import beside
from netreport.site.build import Menu, Source, Stamp
from netreport.site.charts import draw, gauge, sparkline
from netreport.site.looking import sections
from netreport.site.markdown import environment
from netreport.site.overrides import blamed
from netreport.site.own_texts import Own, own
from netreport.site.terms import GLOSSARY, explaining, plainly, terms

FULL_REPORT = "full-report.md"
_LINK = re.compile(r"\[(?P<words>[^\]]*)\]\((?P<page>[a-z-]+\.md)[^)]*\)")
_PREFIX = "\x02"  # no text in a chart has it: it is no letter that anybody can see
_HEADING = re.compile(r"^(#+ )", re.MULTILINE)


def render(report: Report, writer: Writer, settings: Settings, stamp: Stamp) -> Source:
    """Render every page in memory; nothing is written yet.

    Raises StrategyError for a text or a template of the owner's that cannot be used.
    """
    shown = [one for one in writer.own.texts if one.may_read(writer.reader.audience)]
    mine = own(shown, sections())
    with blamed(writer.own.templates):
        pages = {**_pages(report, writer, mine), **mine.pages}
    assets = beside(report, writer, stamp.build_id)
    entries = menu(pages_for(writer.reader), mine.titles)
    answers = asked(report, writer, pages)
    return Source(pages, assets, entries, stamp, settings, answers, links=mine.links)


@dataclass(frozen=True, slots=True)
class _Press:
    """What prints a page: templates, the owner's notes, and how numbers are written.

    `drawn`: each breakdown with its figure, by its identity, which it keeps while it stands here.
    """

    engine: Environment
    own: Own
    writer: Writer
    drawn: dict[int, tuple[Breakdown, Markup]] = field(default_factory=dict)

    def chart(self, prefix: str, one: Breakdown) -> Markup:
        """Draw a breakdown once: in the full report it has but other ids than on its page."""
        if id(one) not in self.drawn:
            bare, say = self.writer.wording.bare, self.writer.wording.when
            figure = draw(one, link=rows_of, number=bare, prefix=_PREFIX, say=say)
            self.drawn[id(one)] = one, figure
        _, figure = self.drawn[id(one)]
        return figure.replace(_PREFIX, f"{prefix}chart-")


def _pages(report: Report, writer: Writer, mine: Own) -> Mapping[str, str]:
    press = _Press(environment(writer.own.templates), mine, writer)
    press.engine.globals |= {"note": mine.note, "reviewed": answers_of(report, writer)}
    contexts = {one: _context(one, report, writer) for one in pages_for(writer.reader)}
    texts = {
        one.path: f"{_text(one, contexts[one], press)}{foot(one, press.engine)}" for one in contexts
    }
    texts[FULL_REPORT] = _full_report(contexts, press)
    for name, _ in WRITTEN:
        text = _written(name, {*texts, *(path for path, _ in WRITTEN)})
        texts[name] = f"{text}{mine.note(Path(name).stem)}"
    return texts


def _written(name: str, known: set[str]) -> str:
    """Give a page written by hand; a link to a page that this reader does not get is plain text."""
    text = (resources.content() / name).read_text("utf-8")
    return _LINK.sub(lambda link: link[0] if link["page"] in known else link["words"], text)


def menu(pages: Sequence[Page], own_pages: Mapping[str, str]) -> Menu:
    """Give the menu: the pages in their order, the owner's own, then the written pages.

    `own_pages`: titles by path.
    """
    places = [(one.group, one.title, one.path) for one in pages if one.group != METHOD]
    places += [(OWN, title, path) for path, title in own_pages.items()]
    places += [(one.group, one.title, one.path) for one in pages if one.group == METHOD]
    places += [(METHOD, title, path) for path, title in WRITTEN]
    places.append((METHOD, "Full report", FULL_REPORT))
    groups: dict[str, Menu] = {}
    for group, title, path in places:
        groups.setdefault(group or title, []).append({title: path})
    grouped = {group for group, _, _ in places if group}
    return [{name: entries} if name in grouped else entries[0] for name, entries in groups.items()]


def _context(one: Page, report: Report, writer: Writer) -> Context:
    return {"title": one.title, "question": one.question, **one.context(report, writer)}


def _text(one: Page, context: Context, press: _Press, prefix: str = "") -> str:
    """Render one page; `prefix` keeps its ids apart from those of another rendering."""
    wording = press.writer.wording
    text = press.engine.get_template(one.template).render(
        context,
        chart=partial(press.chart, prefix),
        gauge=partial(_gauge, prefix),
        spark=partial(sparkline, number=wording.bare, say=wording.when),
        explained=plainly if prefix else explaining(terms(_written(GLOSSARY, set()))),
        prefix=prefix,
    )
    return f"{text}{press.own.note(Path(one.path).stem)}"


def _gauge(prefix: str, one: AnswerView) -> Markup:
    if one.gauge is None:
        return Markup("")
    name = f"{prefix}{one.anchor}-gauge"
    return gauge(name, one.gauge.estimate, one.gauge.target, one.gauge.most)


def _full_report(contexts: Mapping[Page, Context], press: _Press) -> str:
    """Render all pages that can be printed as one, each a section with ids of its own."""
    sections = [
        {
            "title": one.title,
            "anchor": Markup(anchor(one.title)),  # noqa: S704 - letters, digits and hyphens
            "body": _section(one, context, press),
        }
        for one, context in contexts.items()
        if one.printed and context.get("printed", True)
    ]
    return press.engine.get_template("pages/full-report.md.j2").render(sections=sections)


def _section(one: Page, context: Context, press: _Press) -> Markup:
    """Give a page without its front matter, every heading one level lower."""
    text = _text(one, context, press, f"{Path(one.path).stem}-")
    _, _, body = text.split("---\n", 2)
    return Markup(_HEADING.sub(r"#\1", body))  # noqa: S704 - rendered by the same environment
