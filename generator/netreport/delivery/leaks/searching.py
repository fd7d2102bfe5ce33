"""Looks for what is known in the final bytes of a site. Takes a folder and a `Known`, gives leaks.

Every different text is split into words once; all that is looked for is compared as numbers.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import polars as pl

from netreport.delivery.leaks import addresses, digests, opening, phrases, shipped, words
from netreport.delivery.leaks.kinds import Kind, Leak, masked, masked_address, masked_path
from netreport.delivery.leaks.knowing import Known

Texts = Sequence[tuple[str, str]]  # the shown name of a file, and a text of it
BATCH = 32 * 2**20  # characters that are looked through at once, so that memory stays bounded


@dataclass(frozen=True, slots=True)
class _File:
    """A file's shown name, and what was found in it; a name is looked into as a file is."""

    shown: str
    looked: opening.Looked


def search(site: Path, known: Known) -> Sequence[Leak]:
    """Give every leak in the files of a folder and in their names, each once, in order."""
    batch: list[_File] = []
    found: set[Leak] = set()
    for one in _files(site):
        batch.append(one)
        if sum(len(text) for file in batch for text in file.looked.texts) > BATCH:
            found |= _leaks(batch, known)
            batch = []
    return sorted(found | _leaks(batch, known))


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
        *_hashes(files, known),
    }


def _phrases(split: pl.DataFrame, texts: Texts, known: Known) -> Iterator[Leak]:
    for length, grams in enumerate(words.every_gram(split), 1):
        wanted = known.phrases.filter(pl.col("count").clip(upper_bound=words.LONGEST) == length)
        there = grams.is_in(wanted["gram"].implode())
        hits = pl.DataFrame({"text": split["text"], "gram": grams}).filter(there).unique()
        for row, kind, phrase, plain in (
            hits.join(wanted, on="gram")
            .sort("text")
            .select("text", "kind", "phrase", "plain")
            .iter_rows()
        ):
            file, text = texts[row]
            if _counts(Kind(kind), phrase, text, plain=plain):
                yield Leak(file, Kind(kind), _masked(Kind(kind), phrase))


def _counts(kind: Kind, phrase: str, text: str, *, plain: bool) -> bool:
    """Say whether a phrase, whose words stand in a row in a text, stands there as it must."""
    if plain:
        return phrases.stands(kind, phrase, text)
    return kind not in {Kind.COMPANY, Kind.POSITION} or phrases.unbroken(phrase, _folded(text))


@lru_cache(maxsize=8)
def _folded(text: str) -> str:
    return words.folded(text)


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


def _hashes(files: Sequence[_File], known: Known) -> Iterator[Leak]:
    there = {file: digests.hashed(file.looked.texts, file.looked.raw) for file in files}
    if not any(there.values()):
        return
    whose = _whose(known.secrets)
    for file, found in there.items():
        for digest in found & whose.keys():
            yield Leak(file.shown, Kind.DIGEST, f"{whose[digest][:1]}…")


@lru_cache(maxsize=1)
def _whose(secrets: frozenset[str]) -> Mapping[bytes, str]:
    return dict(digests.of(secrets))
