"""What a coach or the owner typed that names somebody: kept from a reader who may know no names.

Takes a report and what the leak gate looks for, gives a report. The gate would refuse the whole
site for one such comment; here the comment alone is withheld, and the thread says so.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from netreport.delivery.leaks.knowing import Known
from netreport.delivery.leaks.searching import search
from netreport.model.report import Report
from netreport.model.reviews import Entry, Role, Thread
from netreport.model.text import Untrusted, clean

WITHHELD = "What was written here may name somebody, and is withheld."


def withheld(report: Report, what: Known) -> Report:
    """Give the report without comments, notes and signatures that tell of somebody.

    A coach whose name somebody in the network bears, or is, goes by a number.
    """
    talk = report.discussion
    telling = naming(_typed(talk.threads.values()), what)
    names = sorted({one.by for one in talk.reviews if one.role is Role.COACH})
    signed = {
        name: Untrusted(f"Coach {place}") if name in telling else name
        for place, name in enumerate(names, 1)
    }
    threads = {id_: _thread(one, telling, signed) for id_, one in talk.threads.items()}
    files = tuple(replace(one, by=signed.get(one.by, one.by)) for one in talk.reviews)
    agreed = tuple(replace(one, by=signed.get(one.by, one.by)) for one in talk.concords)
    told = replace(talk, threads=threads, reviews=files, concords=agreed)
    return replace(report, discussion=told)


def naming(texts: Collection[str], what: Known) -> frozenset[str]:
    """Give the texts in which the gate finds somebody; each is a file to it."""
    named = {f"{place}.txt": text for place, text in enumerate(texts)}
    with TemporaryDirectory(prefix="netreport-") as folder:
        for name, text in named.items():
            (Path(folder) / name).write_text(clean(text, len(text) + 1), "utf-8")
        return frozenset(named[leak.file] for leak in search(Path(folder), what))


def _typed(threads: Collection[Thread]) -> Collection[str]:
    entries = [entry for thread in threads for entry in thread.entries]
    notes = [thread.decided.note for thread in threads if thread.decided]
    said = {text for entry in entries for text in (entry.answer.comment, str(entry.by))}
    return sorted(text for text in {*said, *notes} if text.strip())


def _thread(
    thread: Thread, telling: Collection[str], signed: Mapping[Untrusted, Untrusted]
) -> Thread:
    decided = thread.decided
    if decided and decided.note in telling:
        decided = replace(decided, note=WITHHELD)
    entries = tuple(_entry(one, telling, signed) for one in thread.entries)
    return replace(thread, entries=entries, decided=decided)


def _entry(entry: Entry, telling: Collection[str], signed: Mapping[Untrusted, Untrusted]) -> Entry:
    comment = WITHHELD if entry.answer.comment in telling else entry.answer.comment
    answer = replace(entry.answer, comment=comment)
    return replace(entry, by=signed.get(entry.by, entry.by), answer=answer)
