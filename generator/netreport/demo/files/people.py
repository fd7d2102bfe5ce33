"""The files of the export that hold people: connections, requests, endorsements, notes."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from netreport.demo import moments
from netreport.demo.deeds.esteem import Word
from netreport.demo.files.addresses import encoded, raw, without_scheme
from netreport.demo.files.dialects import Row, minimal, unfinished
from netreport.demo.story import KEPT, Request, Role
from netreport.demo.world import World

PREAMBLE = (
    "Notes:\n"
    '"When exporting your connection data, you may notice that some of the email addresses are '
    "missing. You will only see email addresses for connections who have allowed their connections "
    "to see or download their email address using this setting "
    "https://www.linkedin.com/psettings/privacy/email. You can learn more here "
    'https://www.linkedin.com/help/linkedin/answer/261"\n'
    "\n"
)
_CONNECTIONS = (
    "First Name",
    "Last Name",
    "URL",
    "Email Address",
    "Company",
    "Position",
    "Connected On",
)
_INVITATIONS = (
    "From",
    "To",
    "Sent At",
    "Message",
    "Direction",
    "inviterProfileUrl",
    "inviteeProfileUrl",
)
_RECOMMENDATIONS = (
    "First Name", "Last Name", "Company", "Job Title", "Text", "Creation Date", "Status",
)  # fmt: skip
_NOTES = (
    "Connection First Name", "Connection Last Name", "Connection Profile URL", "Note",
    "Created On", "Edited On",
)  # fmt: skip


def connections(world: World, day: date) -> Iterator[str]:
    """Write Connections.csv: newest first, no newline at the end."""
    now = moments.end_of(day)
    present = [request for request in world.requests if request.connected(now)]
    present.sort(key=_accepted_first, reverse=True)
    yield PREAMBLE
    yield from unfinished(minimal([_CONNECTIONS, *(_connection(r, day) for r in present)]))


def _accepted_first(request: Request) -> tuple[str, str]:
    return moments.plain(request.accepted_at or request.sent_at), request.member.slug


def _connection(request: Request, day: date) -> Row:
    member, accepted = request.member, moments.day(request.accepted_at or request.sent_at)
    if member.role is Role.HIDDEN:
        return ("", "", "", "", "", "", accepted)
    job = member.job_on(day)
    slug = encoded(member.slug_on(day))
    return (member.first, member.last, slug, member.email, job.company, job.title, accepted)


def invitations(world: World, day: date) -> Iterator[str]:
    """Write Invitations.csv: those that wait, and those accepted in the last 180 days."""
    now = moments.end_of(day)
    shown = [r for r in world.requests if r.pending(now) or _lately_accepted(r, day)]
    shown.sort(key=lambda request: (request.sent_at, request.member.slug), reverse=True)
    yield from minimal([_INVITATIONS, *(_invitation(world, r, day) for r in shown)])


def _lately_accepted(request: Request, day: date) -> bool:
    accepted = request.accepted_at
    now = moments.end_of(day)
    return accepted is not None and request.connected(now) and accepted > now - KEPT


def _invitation(world: World, request: Request, day: date) -> Row:
    owner, sent = world.owner, moments.pacific(request.sent_at)
    name, address = request.member.name, raw(request.member.slug_on(day))
    if request.incoming:
        return (name, owner.name, sent, request.note, "INCOMING", address, raw(owner.slug))
    return (owner.name, name, sent, request.note, "OUTGOING", raw(owner.slug), address)


def endorsements_received(world: World, day: date) -> Iterator[str]:
    """Write Endorsement_Received_Info.csv."""
    return _endorsements("Endorser", world.esteem.endorsed, day)


def endorsements_given(world: World, day: date) -> Iterator[str]:
    """Write Endorsement_Given_Info.csv."""
    return _endorsements("Endorsee", world.esteem.endorsing, day)


def _endorsements(who: str, words: Iterable[Word], day: date) -> Iterator[str]:
    header = (
        "Endorsement Date", "Skill Name", f"{who} First Name", f"{who} Last Name",
        f"{who} Public Url", "Endorsement Status",
    )  # fmt: skip
    rows = (
        (
            moments.slashed(word.at),
            word.text,
            word.member.first,
            word.member.last,
            without_scheme(word.member.slug_on(day)),
            word.status,
        )
        for word in _said(words, day)
    )
    return minimal([header, *rows])


def recommendations_received(world: World, day: date) -> Iterator[str]:
    """Write Recommendations_Received.csv."""
    return _recommendations(world.esteem.recommended, day)


def recommendations_given(world: World, day: date) -> Iterator[str]:
    """Write Recommendations_Given.csv."""
    return _recommendations(world.esteem.recommending, day)


def _recommendations(words: Iterable[Word], day: date) -> Iterator[str]:
    return minimal([_RECOMMENDATIONS, *(_recommendation(word, day) for word in _said(words, day))])


def _recommendation(word: Word, day: date) -> Row:
    job = word.member.job_on(day)
    named = (word.member.first, word.member.last, job.company, job.title)
    return (*named, word.text, moments.padded(word.at), word.status)


def notes(world: World, day: date) -> Iterator[str]:
    """Write Notes.csv."""
    return minimal([_NOTES, *(_note(word, day) for word in _said(world.esteem.noted, day))])


def _note(word: Word, day: date) -> Row:
    edited = word.edited_at
    late = edited is None or edited > moments.end_of(day)
    return (
        word.member.first,
        word.member.last,
        raw(word.member.slug_on(day)),
        word.text,
        moments.stated(word.at),
        "" if late or edited is None else moments.stated(edited),
    )


def _said(words: Iterable[Word], day: date) -> Sequence[Word]:
    now = moments.end_of(day)
    return [word for word in words if word.at <= now]
