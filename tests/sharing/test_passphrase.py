"""Passphrases: made, typed, read from a file."""

import hashlib
from importlib import resources
from pathlib import Path

import pytest

from netreport.delivery import sharing
from netreport.delivery.sharing import passphrase
from netreport.errors import PrivacyError, UsageError

BIP39 = "2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda"


def test_six_words_are_drawn_from_the_list_of_bip_39() -> None:
    text = (resources.files(sharing) / "words.txt").read_bytes()
    words = text.decode().split()
    made = [passphrase.made().split(" ") for _ in range(200)]
    assert hashlib.sha256(text).hexdigest() == BIP39
    assert len(set(words)) == 2048
    assert {len(one) for one in made} == {6}
    assert {word for one in made for word in one} <= set(words)
    assert len({word for one in made for word in one}) > 700  # 1,200 draws of 2,048 give about 908


def test_what_is_made_is_taken_as_it_is() -> None:
    made = passphrase.made()
    assert passphrase.settled(made) == made


def test_it_is_the_same_however_it_was_typed() -> None:
    assert passphrase.settled("  Zu\u0308rich\u00a0 im\tRegen ") == "Z\u00fcrich im Regen"


@pytest.mark.parametrize("typed", ["", "short", "  eleven here  "[:13], "a" * 40, "abab " * 9])
def test_what_protects_nothing_is_refused(typed: str) -> None:
    with pytest.raises(UsageError, match="12 letters"):
        passphrase.settled(typed)


def test_twelve_letters_are_enough() -> None:
    assert passphrase.settled("twelve here!") == "twelve here!"


def secret(folder: Path, data: bytes, mode: int = 0o600) -> Path:
    file = folder / "secret.txt"
    file.write_bytes(data)
    file.chmod(mode)
    return file


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n"])
def test_a_file_holds_one_line(tmp_path: Path, end: bytes) -> None:
    assert (
        passphrase.read(secret(tmp_path, b"\xef\xbb\xbfin the long run" + end)) == "in the long run"
    )


@pytest.mark.parametrize(
    "data", [b"", b"\n \n", b"two lines of\nwords here\n", b"\xff\xfe\x00in UTF-16", b"long " * 300]
)
def test_a_file_that_holds_none_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UsageError, match=r"secret\.txt holds no passphrase"):
        passphrase.read(secret(tmp_path, data))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no file"):
        passphrase.read(tmp_path / "none")


def test_a_file_that_others_may_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PrivacyError, match="other people"):
        passphrase.read(secret(tmp_path, b"in the long run", 0o644))
