"""What a protected file tells somebody without the passphrase: nothing but that it is one."""

import base64
import hashlib
import json
import re
import sys
import zlib
from collections.abc import Iterator

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from handed import PASSPHRASE, Shared
from netreport.delivery.sharing import locked, locking
from netreport.errors import UsageError

BLOB = re.compile(r"[A-Za-z0-9+/]{40,}={0,2}")
WORD = re.compile(r"[\w.-]{7,}")
SMALL = "<!doctype html><title>Seven sisters</title><p>Nothing to see.</p>"
FEW = 1000  # rounds, where a test is not about them


def layers(text: str) -> Iterator[str]:
    """Give all that somebody can get out of a file without a secret: decoded and decompressed."""
    yield BLOB.sub(" ", text)
    for blob in BLOB.findall(text):
        data = base64.b64decode(blob + "=" * (-len(blob) % 4))
        yield data.decode("latin-1")
        for start in {0, locking.LENGTH, *(one.start() for one in re.finditer(b"\x1f\x8b", data))}:
            try:
                yield zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(data[start:]).decode()
            except (zlib.error, UnicodeDecodeError):
                continue


def words_of(shared: Shared) -> set[str]:
    """Give the words of titles, menus, charts, texts and file names; long ones, not our own."""
    index = json.loads((shared.site / "search" / "search_index.json").read_text("utf-8"))
    told = [f"{one['title']} {one['text']} {one['location']}" for one in index["docs"]]
    files = [
        path.name for path in shared.site.rglob("*") if path.suffix in {".html", ".js", ".css"}
    ]
    pages = [path.read_text("utf-8") for path in shared.site.glob("*.html")]
    ours = next(layers(locked(SMALL, PASSPHRASE, FEW))).lower()
    words = set(WORD.findall(" ".join([*told, *files, *pages]).lower()))
    return {word for word in words if word not in ours}


def sealed(text: str) -> tuple[bytes, bytes, bytes, int]:
    """Give salt, nonce, what is sealed, and the rounds of a protected file."""
    found = re.search(r'data-rounds="(\d+)" data-salt="(.*?)" data-nonce="(.*?)">(.*?)<', text)
    assert found
    salt, nonce, data = (base64.b64decode(one) for one in found.groups()[1:])
    return salt, nonce, data, int(found[1])


def opened(text: str, passphrase: str, form: str = locking.FORM) -> str:
    """Open a protected file by its description alone."""
    salt, nonce, data, rounds = sealed(text)
    key = hashlib.pbkdf2_hmac("sha256", passphrase.encode(), salt, rounds, 32)
    filled = AESGCM(key).decrypt(nonce, data, form.encode())
    packed = filled[4 : 4 + int.from_bytes(filled[:4], "big")]
    return zlib.decompress(packed, zlib.MAX_WBITS | 16).decode()


def test_no_word_of_the_report_is_in_the_file(shared: Shared) -> None:
    words = words_of(shared)
    assert len(words) > 1000
    seen = "\n".join(layers(shared.locked.read_text("utf-8"))).lower()
    assert {word for word in words if word in seen} == set()
    openly = "\n".join(layers(shared.open.read_text("utf-8"))).lower()
    assert len({word for word in words if word in openly}) > 0.9 * len(words)  # it can be found


def test_two_reports_differ_in_nothing_but_what_is_sealed() -> None:
    one, other = (locked(SMALL + more, PASSPHRASE, FEW) for more in ("", "<p>Much more</p>" * 999))
    assert len(one) == len(other)
    salts = re.compile(r'data-salt="[^"]*" data-nonce="[^"]*">[^<]*<')
    assert salts.sub("", one) == salts.sub("", other)


def test_a_size_is_told_in_steps_only() -> None:
    assert {len(locking.filled("a" * size)) for size in (0, 10, 100_000)} == {locking.STEP}


def test_the_passphrase_opens_it_and_another_does_not(shared: Shared) -> None:
    text = shared.locked.read_text("utf-8")
    assert opened(text, PASSPHRASE) == shared.open.read_text("utf-8")
    with pytest.raises(InvalidTag):
        opened(text, PASSPHRASE + "r")


def test_each_guess_costs_a_million_rounds(shared: Shared) -> None:
    *_, rounds = sealed(shared.locked.read_text("utf-8"))
    assert rounds >= 1_000_000


def test_no_salt_and_no_nonce_is_used_twice() -> None:
    made = [sealed(locked(SMALL, PASSPHRASE, FEW))[:2] for _ in range(5)]
    assert len({salt for salt, _ in made}) == len({nonce for _, nonce in made}) == len(made)
    assert {(len(salt), len(nonce)) for salt, nonce in made} == {(16, 12)}


def test_a_changed_file_does_not_open() -> None:
    """One bit of what is sealed, or the name of its form."""
    text = locked(SMALL, PASSPHRASE, FEW)
    blob = base64.b64encode(sealed(text)[2]).decode()
    turned = ("B" if blob[99] == "A" else "A").join((blob[:99], blob[100:]))
    for changed, form in ((text.replace(blob, turned), locking.FORM), (text, "netreport-locked/2")):
        with pytest.raises(InvalidTag):
            opened(changed, PASSPHRASE, form)
    assert opened(text, PASSPHRASE) == SMALL


def test_without_the_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cryptography.hazmat.primitives.ciphers", None)
    with pytest.raises(UsageError, match="cryptography") as caught:
        locked(SMALL, PASSPHRASE, FEW)
    assert "pip install cryptography" in caught.value.remedy
