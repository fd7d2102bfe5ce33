"""What stands beside each thing that can be answered: its id, and what was said of it so far."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from netreport.audience import Audience
from netreport.model.decisions import Choice, Decision
from netreport.model.report import Report
from netreport.model.reviews import Comment, Entry, Item, Role, Stance, Thread
from netreport.pages.writer import Writer

STANCES = {Stance.AGREE: "agrees", Stance.DISAGREE: "disagrees", Stance.DISCUSS: "wants to discuss"}
YOURS = {Stance.AGREE: "agree", Stance.DISAGREE: "disagree", Stance.DISCUSS: "want to discuss"}
CHOSEN = {
    Choice.AGREE: "agreed",
    Choice.DISAGREE: "declined",
    Choice.SKIP: "declined",
    Choice.DONE: "done",
    Choice.DISCUSS: "to discuss",
}
CHANGED = "said of an earlier version of this"
EDITED = "changed by hand after the download"


@dataclass(frozen=True, slots=True)
class EntryView:
    """One answer, signed and dated. `notes`: what is odd about it."""

    who: Comment
    role: str
    said: str
    day: str
    lines: tuple[Comment, ...]
    notes: str


@dataclass(frozen=True, slots=True)
class ReviewView:
    """One thing that can be answered. `what`: what it is called; `seen`: the name of its state.

    `known`: it is, or was, of a report of this workspace, and can be answered.
    """

    id: str
    seen: str
    what: Comment
    known: bool
    entries: tuple[EntryView, ...]


Answers = Callable[[str], ReviewView | None]


def answers_of(report: Report, writer: Writer) -> Answers:
    """Give what finds the view of an item by its id; it finds nothing in a build for everybody."""
    talk = report.discussion
    public = writer.reader.audience is Audience.PUBLIC

    def found(name: str) -> ReviewView | None:
        if public or (name not in talk.items and name not in talk.threads):
            return None
        return beside(name, talk.items.get(name), talk.threads.get(name), writer)

    return found


def beside(name: str, item: Item | None, thread: Thread | None, writer: Writer) -> ReviewView:
    """Write one item out, with its thread if there is one."""
    item = item or (thread.item if thread else None)
    entries = thread.entries if thread else ()
    return ReviewView(
        name,
        item.state if item else "",
        Comment(title(item, thread, writer)),
        item is not None,
        tuple(_told(entries, thread.decided if thread else None, writer)),
    )


def title(item: Item | None, thread: Thread | None, writer: Writer) -> str:
    """Give what an item is called, or, to the owner, what its first answer called it."""
    if item is not None:
        return writer.line(item.title)
    called = (one.answer.called for one in thread.entries) if thread else iter(())
    private = writer.reader.audience is Audience.PRIVATE
    return next((name for name in called if name and private), "Something that has no name here")


def day_of(moment: date, writer: Writer) -> str:
    """Write the day of an answer, which is nobody else's."""
    return writer.wording.day(moment)


def _told(
    entries: Sequence[Entry], decided: Decision | None, writer: Writer
) -> Iterator[EntryView]:
    """Give the answers in the order of their days, with the owner's decision among them."""
    day = decided.decided_on if decided else None
    early = [one for one in entries if decided and (day is None or one.answer.at.date() <= day)]
    yield from (_entry(one, writer) for one in early)
    if decided and not any(_says(one, decided) for one in entries):
        yield _decision(decided, writer)
    yield from (_entry(one, writer) for one in entries[len(early) :])


def _says(entry: Entry, decided: Decision) -> bool:
    """Whether a decision is nothing but an answer that the owner gave on the private build."""
    same = str(entry.answer.stance) == str(decided.choice)
    return entry.role is Role.OWNER and same and entry.answer.at.date() == decided.decided_on


def _decision(decided: Decision, writer: Writer) -> EntryView:
    word = CHOSEN.get(decided.choice, str(decided.choice).replace("_", " "))
    day = day_of(decided.decided_on, writer) if decided.decided_on else ""
    lines = (Comment(decided.note),) if decided.note else ()
    return EntryView(Comment(owner(writer)), "decided", f"decided: {word}", day, lines, "")


def owner(writer: Writer) -> str:
    """Give what the owner is called: you, to the owner."""
    if writer.reader.audience is Audience.PRIVATE:
        return "You"
    return writer.owner or "The owner"


def signed(entry: Entry, writer: Writer) -> str:
    """Give who signs an answer."""
    return owner(writer) if entry.role is Role.OWNER else str(entry.by) or "Somebody"


def _entry(entry: Entry, writer: Writer) -> EntryView:
    answer = entry.answer
    notes = [CHANGED] * entry.changed + [EDITED] * entry.edited
    lines = tuple(Comment(line) for line in answer.comment.splitlines() if line.strip())
    yours = entry.role is Role.OWNER and writer.reader.audience is Audience.PRIVATE
    words = YOURS if yours else STANCES
    return EntryView(
        Comment(signed(entry, writer)),
        str(entry.role),
        words[answer.stance] if answer.stance else "says" if not yours else "say",
        day_of(answer.at.date(), writer),
        lines,
        "; ".join(notes),
    )
