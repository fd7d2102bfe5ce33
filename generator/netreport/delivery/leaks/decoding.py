"""One text in every way that a browser or a program would read it.

Takes text, gives texts: entities undone, percent signs, escapes of JSON, scripts and styles; with
tags gone, so that what stands in two elements is one; with letters that stand apart drawn together.
"""

import base64
import binascii
import html
import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import unquote

import polars as pl

ROUNDS = 4  # twice is the rule; once more for what wraps it
SHORTEST = 12  # letters of base64 or digits of hexadecimal that are looked at
_TAG = re.compile(r"<!--.*?-->|<!\[CDATA\[|\]\]>|</?[A-Za-z!?][^<>]*>", re.DOTALL)
_INLINE = re.compile(
    r"<!--.*?-->|</?(?:a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp"
    r"|small|span|strong|sub|sup|text|time|tspan|tt|u|var|wbr)(?:\s[^<>]*)?/?>",
    re.DOTALL | re.IGNORECASE,
)
_ESCAPE = re.compile(
    r"\\u\{([0-9A-Fa-f]{1,6})\}|\\u([0-9A-Fa-f]{4})|\\x([0-9A-Fa-f]{2})"
    r"|\\0*([0-9A-Fa-f]{2,6})[ \n]?"
)
_BREAK = re.compile(r"\\[nrtvf]")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_HALF = re.compile("[\ud800-\udfff]")
_QUOTED = re.compile(r"(?:=[0-9A-F]{2})+")
_SOFT_BREAK = re.compile(r"=\r?\n")
_APART = re.compile(r"(?<!\w)(?:\w[^\w\n]{1,2}){3,}\w(?!\w)")
_BASE64 = rf"[A-Za-z0-9+/_-]{{{SHORTEST},}}(?:\r?\n[A-Za-z0-9+/_-]{{4,}})*={{0,2}}"
_HEXADECIMAL = r"[0-9A-Fa-f]{2}(?:[ :]?[0-9A-Fa-f]{2}){5,}"
_MOST_ODD = 0.1  # share of characters that text has and noise has more of
_TURN = re.compile(rf"{_TAG.pattern}|[&%\\=]", re.DOTALL)  # what reads differently
_AROUND = 600  # characters on either side that a turn may make one phrase with
_SMALL = 1_000  # characters that are searched before a column is made of them
_LARGE = 100_000  # characters from which on only what is around its turns is read again


def readings(text: str) -> frozenset[str]:
    """Give the text as it is, and in every way in which it reads differently.

    A large text with few turns reads differently around them only: a table that says "R&D" once.
    """
    around = _around(text) if len(text) > _LARGE else [text]
    if sum(map(len, around)) > len(text) // 2:
        return _every(text)
    return frozenset({text, _drawn_together(text)}).union(*map(_every, set(around)))


def _around(text: str) -> Sequence[str]:
    """Give the parts of a text around its turns, each from one blank to another."""
    parts = [(0, 0)]
    for turn in _TURN.finditer(text):
        start, end = turn.start() - _AROUND, turn.end() + _AROUND
        before, last = parts[-1]
        if end > last:
            start = max(last, text.rfind(" ", last, max(last, start)))
            parts.append((start, _blank(text, end)))
        if start <= last < end:
            parts[-2:] = [(before, parts[-1][1])]
    return [text[start:end] for start, end in parts]


def _blank(text: str, at: int) -> int:
    """Give where the next blank is, or else the end."""
    found = text.find(" ", at)
    return len(text) if found < 0 else found


def _every(text: str) -> frozenset[str]:
    rounds = [text]
    while len(rounds) <= ROUNDS and (further := _undone(rounds[-1])) != rounds[-1]:
        rounds.append(further)
    ends = {rounds[0], rounds[-1]}
    bare = {way for one in ends if "<" in one for way in _bare(one)}
    drawn = {_drawn_together(one) for one in {*ends, *bare}}
    return frozenset({*rounds, *bare, *drawn})


def spelled(texts: Iterable[str]) -> Iterator[bytes]:
    """Give every different run of bytes that is spelled out in base64 or hexadecimal."""
    every = list(texts)
    for token in _found(every, _BASE64):
        if any(letter.isupper() for letter in token) and any(letter.islower() for letter in token):
            yield from _from_base64(token)
    for token in _found(every, _HEXADECIMAL):
        yield bytes.fromhex(token.replace(":", " "))


def _found(texts: Sequence[str], pattern: str) -> Iterable[str]:
    """Give every different piece of the texts that fits; quick for many small ones, and large."""
    if sum(map(len, texts)) < _SMALL:
        return {piece for text in texts for piece in re.findall(pattern, text)}
    found = pl.Series(texts, dtype=pl.String).str.extract_all(pattern)
    return found.explode().drop_nulls().unique()


def speaks(text: str) -> bool:
    """Say whether what was spelled out is text, and not what chance makes of letters."""
    odd = sum(1 for letter in text if not letter.isprintable() and letter not in "\n\r\t")
    return bool(text) and odd <= _MOST_ODD * len(text) and bool(re.search(r"\w{2}", text))


def _bare(text: str) -> Iterator[str]:
    """Give a text without tags: as it looks, as one word, and every element on its own line."""
    yield _TAG.sub("\n", _INLINE.sub("", text))
    yield _TAG.sub("", text)
    yield _TAG.sub("\n", text)


def _undone(text: str) -> str:
    """Undo one layer of every way to write a letter differently."""
    if "&" in text:
        text = html.unescape(text)
    if "%" in text:
        text = unquote(text, errors="replace")
    if "\\" in text:
        text = _PAIR.sub(_joined_pair, _ESCAPE.sub(_letter, text))
        text = _BREAK.sub(" ", _HALF.sub("", text)).replace("\\/", "/")
    if "=" in text:
        text = _QUOTED.sub(_from_quoted, _SOFT_BREAK.sub("", text))
    return text


def _letter(found: re.Match[str]) -> str:
    number = int(next(digits for digits in found.groups() if digits), 16)
    return chr(number) if number <= 0x10FFFF else found[0]  # noqa: PLR2004 - the last there is


def _joined_pair(found: re.Match[str]) -> str:
    return found[0].encode("utf-16", "surrogatepass").decode("utf-16")


def _from_quoted(found: re.Match[str]) -> str:
    try:
        return bytes.fromhex(found[0].replace("=", "")).decode("utf-8")
    except UnicodeError:
        return found[0]


def _drawn_together(text: str) -> str:
    """Give the runs of letters that stand apart, each as one word; nothing else of the text."""
    return "\n".join(re.sub(r"\W", "", run) for run in _APART.findall(text))


def _from_base64(token: str) -> Iterator[bytes]:
    whole = re.sub(r"\s", "", token).rstrip("=")
    lines = {part.rstrip("=") for part in token.split()}
    for one in {whole, *(line for line in lines if len(line) >= SHORTEST)}:
        plain = one.replace("-", "+").replace("_", "/")
        try:
            yield base64.b64decode(plain + "=" * (-len(plain) % 4))
        except binascii.Error:
            continue
