"""Looks for what is known in the final bytes of a site. Takes a folder and a `Known`, gives leaks.

Every different text is split into words once; all that is looked for is compared as numbers.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import polars as pl

from netreport.delivery.leaks import addresses, digests, opening, phrases, shipped, words
from netreport.delivery.leaks.kinds import Kind, Leak, masked, masked_address, masked_path
from netreport.delivery.leaks.knowing import Known

Texts = Sequence[tuple[str, str]]  # the shown name of a file, and a text of it
BATCH = 8 * 2**20  # characters that are looked through at once, so that memory stays bounded


@dataclass(frozen=True, slots=True)
class _File:
    """A file's shown name, and what was found in it; a name is looked into as a file is."""

    shown: str
    looked: opening.Looked


def search(site: Path, known: Known) -> Sequence[Leak]:
    """Give every leak in the files of a folder and in their names, each once, in order."""
    found: set[Leak] = set()
    digits: defaultdict[str, set[bytes]] = defaultdict(set)
    files = _files(site)
    while batch := list(_batch(files)):
        found |= _leaks(batch, known)
        for shown, there in _digits(batch):
            digits[shown] |= there
        del batch  # before the next one is read
    return sorted(found.union(_hashes(digits, known)))


def _batch(files: Iterator[_File]) -> Iterator[_File]:
    """Give the next files, as many as have BATCH characters or a little more."""
    size = 0
    for one in files:
        yield one
        size += sum(map(len, one.looked.texts))
        if size > BATCH:
            return


def _digits(files: Iterable[_File]) -> Iterator[tuple[str, set[bytes]]]:
    """Give what may be a hash in each file."""
    for file in files:
        yield file.shown, digests.hashed(file.looked.texts, file.looked.raw)


def _files(site: Path) -> Iterator[_File]:
    for path in sorted(path for path in site.rglob("*") if not path.is_dir()):
        name = path.relative_to(site).as_posix()
        yield _File(masked_path(name), opening.read(name))
        data = path.read_bytes()
        if sha256(data).digest() not in shipped.files_shipped():
            yield _File(name, opening.looked(data))


def _leaks(files: Sequence[_File], known: Known) -> set[Leak]:
    texts = [(file.shown, text) for file in files for text in sorted(file.looked.texts)]
    opaque = {Leak(file.shown, Kind.OPAQUE, "") for file in files if file.looked.opaque}
    split = words.grams(pl.Series([text for _, text in texts], dtype=pl.String))
    return {
        *opaque,
        *_phrases(split, texts, known),
        *_runs(split, texts, known),
        *_phones(files, known),
    }


def _phrases(split: pl.DataFrame, texts: Texts, known: Known) -> Iterator[Leak]:
    hits = pl.concat(_hits(split, known)).sort("text", maintain_order=True)
    for row, found in groupby(hits.iter_rows(), itemgetter(0)):
        file, text = texts[row]
        folded = cache(partial(words.folded, text))
        for _, kind, phrase, plain in found:
            told = Kind(kind)
            if phrases.stands(told, phrase, text) if plain else _whole(told, phrase, folded):
                yield Leak(file, told, _masked(told, phrase))


def _hits(split: pl.DataFrame, known: Known) -> Iterator[pl.DataFrame]:
    """Give where phrases of one word stand, of two and so on: text, kind, phrase, plain."""
    length = pl.col("count").clip(upper_bound=words.LONGEST)
    for count, grams in enumerate(words.every_gram(split), 1):
        wanted = known.phrases.filter(length == count)
        there = grams.is_in(wanted["gram"].implode())
        hits = pl.DataFrame({"text": split["text"], "gram": grams}).filter(there).unique()
        yield hits.join(wanted, on="gram").select("text", "kind", "phrase", "plain")


def _whole(kind: Kind, phrase: str, folded: Callable[[], str]) -> bool:
    """Say whether the words of a phrase, which stand in a row, stand there as they must."""
    return kind not in {Kind.COMPANY, Kind.POSITION} or phrases.unbroken(phrase, folded())


def _masked(kind: Kind, phrase: str) -> str:
    match kind:
        case Kind.EMAIL:
            return masked_address(phrase.replace(" at ", "@").replace(" dot ", "."))
        case Kind.PROFILE:
            return f"{phrase.removeprefix('linkedin.com/in/')[:1]}…"
        case _:
            return masked(phrase)


def _runs(split: pl.DataFrame, texts: Texts, known: Known) -> Iterator[Leak]:
    grams = words.numbered(split).with_columns(gram=words.gram(words.RUN)).with_row_index("at")
    hits = grams.filter(pl.col("gram").is_in(known.runs.implode())).unique("text", keep="first")
    first = {texts[row][0]: at for at, row in hits.select("at", "text").sort("at").iter_rows()}
    for file, at in first.items():
        yield Leak(file, Kind.TEXT, masked(" ".join(split["word"].slice(at, words.RUN))))


def _phones(files: Sequence[_File], known: Known) -> Iterator[Leak]:
    for file in files if known.phones else ():
        for number in sorted(known.phones & addresses.phones(file.looked.texts)):
            yield Leak(file.shown, Kind.PHONE, f"{number[:2]}…")


def _hashes(digits: Mapping[str, Collection[bytes]], known: Known) -> Iterator[Leak]:
    """Find hashes of addresses among the digits of each file; all are made, and none is kept."""
    files = defaultdict(list)
    for file, found in digits.items():
        for digest in found:
            files[digest].append(file)
    for digest, secret in digests.of(known.secrets) if files else ():
        for file in files.get(digest, ()):
            yield Leak(file, Kind.DIGEST, f"{secret[:1]}…")
