"""messages.csv: 13 columns, every cell quoted, conversations newest first and so their messages."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from datetime import date

from netreport.demo import moments
from netreport.demo.chance import chance
from netreport.demo.files.addresses import raw
from netreport.demo.files.dialects import Row, all_quoted
from netreport.demo.talks.others import NOBODY
from netreport.demo.talks.talk import Line
from netreport.demo.talks.threads import Thread
from netreport.demo.world import World

_HEADER = (
    "CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO",
    "RECIPIENT PROFILE URLS", "DATE", "SUBJECT", "CONTENT", "FOLDER", "ATTACHMENTS",
    "IS MESSAGE DRAFT", "IS CONVERSATION DRAFT",
)  # fmt: skip
_FLAGS = {False: "No", True: "Yes"}
_PICTURE = (
    "https://www.linkedin.com/dms/prv/image/v2/D4E00EXAMPLE{number}/messaging-image-720/0/1?e=1"
)
Route = tuple[str, str, str, str]  # from, its address, to, their addresses


def messages(world: World, day: date) -> Iterator[str]:
    """Write messages.csv up to the end of `day`, one conversation after the other."""
    now = moments.seconds(moments.end_of(day))
    begun = [(t.times[t.until(now) - 1], n) for n, t in enumerate(world.threads) if t.until(now)]
    begun.sort(reverse=True)
    yield from all_quoted([_HEADER])
    for _, number in begun:
        yield "".join(all_quoted(_rows(world, number, day, now)))


def _rows(world: World, number: int, day: date, now: int) -> Sequence[Row]:
    """Give the rows of one conversation, newest first."""
    thread = world.threads[number]
    shown = thread.first(thread.until(now))
    other = shown.people[0] if shown.people else NOBODY
    by = chance(world.plan.seed, "said", number)
    said = world.table.said(shown.lines, other, world.owner.first, by)
    routes = _routes(world, shown, day)
    head = (f"2-{b64encode(b'demo-conversation-%07d' % number).decode()}", shown.title)
    rows = [
        (*head, *routes[line.speaker], *_sent(shown, time, line, words))
        for time, (line, words) in zip(shown.times, said, strict=True)
    ]
    return rows[::-1]


def _routes(world: World, thread: Thread, day: date) -> list[Route]:
    """Give from whom to whom a line goes, by its speaker."""
    names = [world.owner.name, *(person.name for person in thread.people)]
    slugs = [world.owner.slug, *(person.slug_on(day) for person in thread.people)]
    addresses = [raw(slug) for slug in slugs]
    return [
        (name, address, _all_but(place, names), _all_but(place, addresses))
        for place, (name, address) in enumerate(zip(names, addresses, strict=True))
    ]


def _all_but(place: int, texts: Sequence[str]) -> str:
    return ",".join(text for other, text in enumerate(texts) if other != place and text)


def _sent(thread: Thread, time: int, line: Line, words: str) -> Row:
    picture = "" if words or line.draft else _PICTURE.format(number=time)
    new = line.draft and not thread.people
    moment = moments.stated(moments.at(time))
    flags = (_FLAGS[line.draft], _FLAGS[new])
    return (moment, thread.subject, words, thread.folder, picture, *flags)
