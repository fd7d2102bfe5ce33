"""The leak gate: what it refuses in which disguise, and the words that it lets pass."""

import base64
import bz2
import gzip
import hashlib
import html
import io
import json
import lzma
import zipfile
import zlib
from pathlib import Path
from urllib.parse import quote

import pytest

from exported import CONNECTIONS, INVITATIONS, MESSAGES, NOTES, OWNER, PROFILE, read_files, rows_of
from netreport.delivery import leaks
from netreport.delivery.leaks.searching import search
from netreport.errors import PrivacyError

NAME, EMAIL = "Zoë Quillfeather", "zoe.q@brackwater.example"
SLUG = "zoe-quillfeather-7a1"
URL = f"https://www.linkedin.com/in/{SLUG}"
MESSAGE = (
    "Shall we meet behind the old tannery on Thursday with your brother? Ring +49 (0)171 555 01 23 "
    "or see https://calendar.example/quill/tea-at-noon for a time."
)
NOTE = "My cousin told me about your workshop in the lighthouse."
WORDY = [
    ("Will", "Novosel"),
    ("May", "Orbach"),
    ("Grace", "Petrik"),
    ("Mark", "Quint"),
    ("Rose", "Hu"),
]


def connection(first: str, last: str, number: int, company: str, title: str) -> tuple[str, ...]:
    address = f"https://www.linkedin.com/in/{first.lower()}-{last.lower()}-{number}"
    return (first, last, address, "", company, title, "07 Jun 2025")


ROWS = [
    ("Zoë", "Quillfeather", URL, EMAIL, "Brackwater Soap", "Chief Bubble Officer", "07 Jun 2025"),
    ("Mark", "Will", "https://www.linkedin.com/in/mark-will", "", "Best People", "", "07 Jun 2025"),
    *(
        connection(*one, number, "Commonwealth Works", "Loom Keeper")
        for number, one in enumerate(WORDY)
    ),
    connection("Jun", "Okoro", 8, "", ""),
    connection("Hunter", "Vex", 9, "Commonwealth Works", "Kiln Warden"),
    *(connection(f"A{number}", f"B{number}", number, "", "Kiln Warden") for number in range(4)),
]
FILES = {
    "Connections.csv": NOTES + rows_of(CONNECTIONS, ROWS),
    "Profile.csv": PROFILE,
    "Invitations.csv": rows_of(
        INVITATIONS,
        [("Ivo Trzaskal", "Robin Sample", "6/7/25, 1:02 PM", NOTE, "INCOMING", URL, OWNER)],
    ),
    "messages.csv": rows_of(
        MESSAGES,
        [
            (
                "c1",
                "",
                NAME,
                URL,
                "Robin Sample",
                OWNER,
                "2025-06-07 10:00:00 UTC",
                "",
                MESSAGE,
                "INBOX",
            )
        ],
    ),
}


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> leaks.Known:
    """Give what the gate knows of a small export; companies of five people may be named."""
    network = read_files(tmp_path_factory.mktemp("export"), FILES)
    own = leaks.Own(["Robin Sample"], "robin-sample-example", ["objective: Sell to Oldbank"])
    return leaks.known([network], own, 5)


def page(body: str) -> bytes:
    return f"<html><body><h1>Growth</h1><p>{body}</p></body></html>".encode()


def zipped(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return out.getvalue()


def spelled(text: str, pattern: str) -> str:
    return "".join(pattern.format(ord(letter)) for letter in text)


def b64(text: str | bytes) -> str:
    return base64.b64encode(text.encode() if isinstance(text, str) else text).decode()


def digest(name: str, text: str) -> str:
    return hashlib.new(name, text.encode()).hexdigest()


PICTURE = b"\x89PNG\r\n\x1a\n\0\0\0\x20tEXtAuthor\0"
DISGUISES = {
    "plain": ("a.html", page(NAME), "full name"),
    "other way round, no accent": ("a.html", page("QUILLFEATHER, ZOE"), "full name"),
    "decimal entities": ("a.html", page(spelled(NAME, "&#{};")), "full name"),
    "entities of entities": ("a.html", page(html.escape(spelled(NAME, "&#x{:x};"))), "full name"),
    "percent signs": ("a.html", page(quote(NAME)), "full name"),
    "percent signs twice": ("a.html", page(quote(quote(NAME))), "full name"),
    "JSON": ("a.json", json.dumps({"n": "Zo\xeb\nQuillfeather"}).encode(), "full name"),
    "escapes of a script": ("a.js", spelled(NAME, r"\x{:02x}").encode(), "full name"),
    "escapes of a style": ("a.css", spelled(NAME, r"\{:06x}").encode(), "full name"),
    "base64": ("a.html", page(f'<i data-a="{b64(NAME)}"></i>'), "full name"),
    "base64 for addresses": ("a.js", base64.urlsafe_b64encode(f"??>{NAME}".encode()), "full name"),
    "base64 of base64": ("a.html", page(b64(b64(NAME))), "full name"),
    "hexadecimal": ("a.html", page(NAME.encode().hex()), "full name"),
    "across tags": ("a.html", page("Zo<b>ë</b><!-- x --> Quill<i>feath</i>er"), "full name"),
    "in two cells": ("a.html", page("<td>Zoë</td>\n<td>Quillfeather</td>"), "full name"),
    "zero width": ("a.html", page("Z\u200bo\u00adë Qu\u2060illfea\ufeffther"), "full name"),
    "wide letters": ("a.html", page("Ｚｏë Ｑｕｉｌｌｆｅａｔｈｅｒ"), "full name"),
    "letters apart": ("a.html", page("Z o ë Q u i l l f e a t h e r"), "full name"),
    "wide encoding": ("a.txt", NAME.encode("utf-16"), "full name"),
    "wide encoding without a mark": ("a.txt", NAME.encode("utf-16-le"), "full name"),
    "gzip": ("a.gz", gzip.compress(NAME.encode()), "full name"),
    "bzip2": ("a.bz2", bz2.compress(NAME.encode()), "full name"),
    "xz": ("a.xz", lzma.compress(NAME.encode()), "full name"),
    "zlib in base64": ("a.js", b64(zlib.compress(NAME.encode() * 3)).encode(), "full name"),
    "zip in zip": ("a.zip", zipped("b.zip", zipped("c.txt", NAME.encode())), "full name"),
    "name within a zip": ("a.zip", zipped("zoe_quillfeather.txt", b"x"), "full name"),
    "file name": ("people/zoe-quillfeather.html", page("x"), "full name"),
    "beside a picture": ("a.png", PICTURE + NAME.encode() + b"\0\x01\xff", "full name"),
    "drawing": ("a.svg", f"<svg><title>{NAME}</title></svg>".encode(), "full name"),
    "two everyday words as a name": ("a.html", page("Mark Will said so"), "full name"),
    "last name alone": ("a.html", page("<i id=trzaskal></i>"), "rare name"),
    "e-mail": ("a.html", page(f"mailto:{EMAIL}"), "e-mail address"),
    "e-mail in words": ("a.html", page("zoe.q (at) brackwater . example"), "e-mail address"),
    "hash of an e-mail": ("a.html", page(digest("sha256", EMAIL)), "hash of an address"),
    "gravatar": ("a.html", page(f"/avatar/{digest('md5', EMAIL)}?s=80"), "hash of an address"),
    "cut hash of a slug": ("a.html", page(digest("sha1", SLUG)[:16]), "hash of an address"),
    "hash in base64": ("a.js", b64(hashlib.sha256(URL.encode()).digest()).encode(), "hash of an"),
    "slug": ("a.json", f'["{SLUG}"]'.encode(), "profile address"),
    "address": ("a.html", page("linkedin.com/in/mark-will"), "profile address"),
    "telephone": ("a.html", page("0171-5550123"), "phone number"),
    "link": ("a.html", page("http://calendar.example/quill/tea-at-noon"), "link from a message"),
    "small company": ("a.html", page("Brackwater Soap"), "company"),
    "company and title": ("a.html", page("Kiln Warden at Commonwealth Works"), "company and"),
    "rare title": ("a.html", page("chief bubble officer"), "job title"),
    "message": ("a.html", page("behind the OLD tannery,<br>on Thursday"), "words of a message"),
    "note": ("a.html", page("your workshop in the lighthouse"), "words of a message"),
    "secret box": ("a.bin", bytes(range(256)), "cannot be looked into"),
}


@pytest.mark.parametrize("disguise", DISGUISES)
def test_a_leak_in_disguise_is_refused(known: leaks.Known, tmp_path: Path, disguise: str) -> None:
    name, data, kind = DISGUISES[disguise]
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(data)
    with pytest.raises(PrivacyError) as refused:
        leaks.refuse(tmp_path, known)
    told = "\n".join(refused.value.found)
    assert kind in told
    assert refused.value.exit_code == 6
    for secret in ("uillf", "oë", "rackw", "rzask", "tannery", "555"):
        assert secret.casefold() not in told.casefold()


TURNS = ("entities of entities", "percent signs twice", "JSON", "base64 of base64", "across tags")
ROW = b"12 people, 0.4 of them. "


@pytest.mark.parametrize("disguise", [*TURNS, "in two cells", "letters apart", "message"])
def test_a_leak_is_found_anywhere_in_a_large_file(
    known: leaks.Known, tmp_path: Path, disguise: str
) -> None:
    """Of a large file, only what is around its turns is read in every way."""
    name, data, kind = DISGUISES[disguise]
    other = b"<p>R&amp;D</p> "
    large = b"".join([ROW * 6_000, other, ROW * 200, data, ROW * 200, other, ROW * 6_000])
    for place, body in enumerate((large, large.replace(b". ", b".\xc2\xa0"))):
        (tmp_path / f"{place}.{name}").write_bytes(body)
    found = {leak.file for leak in search(tmp_path, known) if kind in leak.kind}
    assert found == {f"{place}.{name}" for place in range(2)}


DECOYS = {
    "Will": "What will change? Will you answer?",
    "May": "In May 2025 you may have met 12 people. MAY",
    "Grace": "Three days of grace. Grace is what they need.",
    "Mark": "Mark will not be the only mark here. A bench mark: 12.",
    "Jun": "From Jun 2024 to Juni 2025",
    "Rose": "The share rose. Rose-coloured charts.",
    "Hunter": "Bargain hunter, job hunter",
    "a company of many": "Commonwealth Works: 6 people",
    "companies side by side": '["Brackwater","Soap"] <td>Brackwater</td><td>Soap</td>',
    "the owner": "Robin Sample, linkedin.com/in/robin-sample-example",
    "a wanted company": "Oldbank",
    "a pseudonym": "Person 3fa9c01b",
    "a few letters that chance put on a line": "AbCdEfGhIjKlMnOp\nT2tvcm8h\n3",
    "years and numbers": "2023 2024 2025 12345678 0.171 555",
    "four words of a message": "meet behind the old",
    "a stock phrase": "I would like to add you to my network",
}


@pytest.mark.parametrize("decoy", DECOYS)
def test_everyday_words_pass(known: leaks.Known, tmp_path: Path, decoy: str) -> None:
    (tmp_path / "a.html").write_bytes(page(DECOYS[decoy]))
    assert search(tmp_path, known) == []


def test_an_owner_whose_name_is_a_common_word_may_be_named(tmp_path: Path) -> None:
    files = {**FILES, "Profile.csv": PROFILE.replace("Robin,Sample", "Mark,May")}
    network = read_files(tmp_path / "export", files)
    known = leaks.known([network], leaks.Own([network.owner.name, "Mark May"]), 5)
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_bytes(page("The network of Mark May. Mark may and will."))
    assert search(site, known) == []


def test_whom_the_owners_files_name_is_refused_like_anybody(tmp_path: Path) -> None:
    """A safelist names people to keep, not to show; what the owner looks for may be a name, too."""
    rows = [*ROWS, connection("Marketing", "Director", 11, "", "")]
    files = {**FILES, "Connections.csv": NOTES + rows_of(CONNECTIONS, rows)}
    owns = leaks.Own(texts=[f"safelist: [{NAME}, {SLUG}]\nfunctions: [Marketing Director]"])
    known = leaks.known([read_files(tmp_path / "export", files)], owns, 5)
    site = tmp_path / "site"
    site.mkdir()
    (site / "a.html").write_bytes(page("You look for a Marketing Director."))
    assert search(site, known) == []
    (site / "a.html").write_bytes(page(f"{NAME}, {SLUG}"))
    assert {finding.kind for finding in search(site, known)} == {"full name", "profile address"}


def test_for_a_coach_with_names_only_what_was_written_refuses(
    known: leaks.Known, tmp_path: Path
) -> None:
    (tmp_path / "a.html").write_bytes(page(f"{NAME}, Chief Bubble Officer, Brackwater Soap, {URL}"))
    leaks.refuse(tmp_path, known, names=True)
    (tmp_path / "b.html").write_bytes(page(EMAIL))
    with pytest.raises(PrivacyError, match="in 1 file") as refused:
        leaks.refuse(tmp_path, known, names=True)
    assert refused.value.found == ("b.html: e-mail address z…@b…",)


def test_what_three_people_write_is_nobodys_own(tmp_path: Path) -> None:
    phrase = "let us compare our notes about winter"
    rows = [
        (
            f"c{one}",
            "",
            NAME,
            URL,
            "Robin Sample",
            OWNER,
            "2025-06-07 10:00:00 UTC",
            "",
            phrase,
            "INBOX",
        )
        for one in range(3)
    ]
    site = tmp_path / "site"
    site.mkdir()
    (site / "a.html").write_bytes(page(phrase))
    for count, found in ((2, ["words of a message or note"]), (3, [])):
        files = {**FILES, "messages.csv": rows_of(MESSAGES, rows[:count])}
        known = leaks.known([read_files(tmp_path / str(count), files)], leaks.Own(), 5)
        assert [str(leak.kind) for leak in search(site, known)] == found
