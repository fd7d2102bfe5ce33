"""What lets a reader answer a report: the foot of each page, and what the pages' scripts need."""

import re
from collections.abc import Mapping

from jinja2 import Environment

from netreport.audience import Audience
from netreport.model.report import Report
from netreport.model.reviews import Role, page_id
from netreport.pages import Page
from netreport.pages.writer import Writer

ROLES = {Audience.PRIVATE: Role.OWNER, Audience.COACH: Role.COACH}
_ASKED = re.compile(r'data-review-id="([^"]+)"')


def foot(one: Page, engine: Environment) -> str:
    """Render what lets a reader answer a page as a whole; a page about answers has none."""
    if not one.answerable:
        return ""
    return engine.get_template("macros/page-review.md.j2").render(page=page_id(one.path))


def asked(report: Report, writer: Writer, pages: Mapping[str, str]) -> Mapping[str, str]:
    """Give what the pages say of themselves to their scripts; nothing where nobody may answer."""
    role = ROLES.get(writer.reader.audience)
    if role is None:
        return {}
    talk = report.discussion
    total = len({found for text in pages.values() for found in _ASKED.findall(text)})
    return {"seal": talk.seals.get(role, ""), "export": talk.mark, "review-total": str(total)}
