"""A whole export: every file that LinkedIn puts into the archive, by name, as pieces of text."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from html import escape

from netreport.demo.deeds.posts import library_of_posts
from netreport.demo.files import people
from netreport.demo.files.activity import FORMS, written
from netreport.demo.files.dialects import minimal, unfinished
from netreport.demo.files.messages import messages
from netreport.demo.owner import FixedFile
from netreport.demo.world import World

Writer = Callable[[World, date], Iterator[str]]
WRITERS: dict[str, Writer] = {
    "Connections.csv": people.connections,
    "Invitations.csv": people.invitations,
    "messages.csv": messages,
    "Endorsement_Received_Info.csv": people.endorsements_received,
    "Endorsement_Given_Info.csv": people.endorsements_given,
    "Recommendations_Received.csv": people.recommendations_received,
    "Recommendations_Given.csv": people.recommendations_given,
    "Notes.csv": people.notes,
}
PUBLISHED, DRAFTED = "Published on {} 16:21", "Not published yet"
ARTICLE_DAYS = ("2019-05-14", "2024-09-03", "2026-02-20")


def members(world: World, day: date) -> Iterator[tuple[str, Iterator[str]]]:
    """Give the files of an export made on `day`, ordered by name."""
    files = {name: partial(writer, world, day) for name, writer in WRITERS.items()}
    for form in FORMS:
        files[form.name.format(world.owner.member)] = partial(written, form, world, day)
    for fixed in world.owner.file:
        files[fixed.name] = partial(_fixed, fixed)
    for name, page in _articles().items():
        files[name] = partial(iter, [page])
    yield from ((name, write()) for name, write in sorted(files.items()))


def archive_name(day: date) -> str:
    """Give the name that LinkedIn gives to the archive of that day."""
    return f"Complete_LinkedInDataExport_{day.month:02}-{day.day:02}-{day.year}.zip"


def _fixed(file: FixedFile) -> Iterator[str]:
    lines = minimal(file.rows)
    return unfinished(lines) if file.open else lines


def _articles() -> dict[str, str]:
    articles = library_of_posts().articles
    texts = [*articles["published"], *articles["drafts"]]
    pages = {}
    for (title, slug, body), day in zip(texts, ARTICLE_DAYS, strict=True):
        state = PUBLISHED.format(day) if (title, slug, body) in articles["published"] else DRAFTED
        pages[f"Articles/Articles/{slug}.html"] = _page(title, slug, body, (day, state))
    return pages


def _page(title: str, slug: str, body: str, dates: tuple[str, str]) -> str:
    day, state = dates
    return (
        f"<html><head><title>{escape(title)}</title></head><body>"
        f'<h1><a href="https://www.linkedin.com/pulse/{slug}">{escape(title)}</a></h1>'
        f'<p class="created">Created on {day} 15:55</p><p class="published">{state}</p>'
        f"<div><p>{escape(body)}</p></div></body></html>\n"
    )
