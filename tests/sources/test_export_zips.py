"""A ZIP is read where it lies, or refused with one sentence and what to do."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exported import MESSAGES, SAMPLES, connections, fates, outcome, rows_of, somebody
from netreport.errors import ExportError
from netreport.model.network import Fate, Network
from netreport.model.tables import Table
from netreport.sources.export import limits, read
from netreport.sources.export import zipped as reading
from zips import DEVICE, ENCRYPTED, LINK, SIZES_FOLLOW, STORED, Member, deflated, zipped

GOOD = Member("Connections.csv", connections(somebody(1), somebody(2)).encode())
MORE = Member("Skills.csv", b"Name\nLeadership\n")
ZEROS = bytes(3 * 1024**2)


def saved(folder: Path, content: bytes) -> Path:
    path = folder / "export.zip"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    "content",
    [
        zipped(GOOD, MORE),
        zipped(Member(GOOD.name, GOOD.content, method=STORED), MORE),
        zipped(Member(GOOD.name, GOOD.content, flags=SIZES_FOLLOW), MORE),
        zipped(
            Member("export/", attributes=0o040755 << 16),
            Member("export/" + GOOD.name, GOOD.content),
        ),
        zipped(Member(".\\" + GOOD.name, GOOD.content)),
    ],
    ids=["deflated", "stored", "sizes behind", "in a folder", "backslashes"],
)
def test_an_honest_zip_is_read(tmp_path: Path, content: bytes) -> None:
    assert read(saved(tmp_path, content)).tables[Table.CONNECTIONS].height == 2


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (zipped(GOOD)[:-30], "torn or damaged"),
        (zipped(GOOD)[: len(zipped(GOOD)) // 2], "torn or damaged"),
        (b"PK", "torn or damaged"),
        (b"Rar!\x1a\x07", "neither a ZIP nor a folder"),
        (b"", "neither a ZIP nor a folder"),
        (zipped(Member(GOOD.name, GOOD.content, flags=ENCRYPTED)), "locked with a password"),
        (zipped(Member(GOOD.name, GOOD.content, method=99)), "packed in a way"),
        (zipped(Member(GOOD.name, GOOD.content, method=12)), "packed in a way"),
        (zipped(Member(GOOD.name, GOOD.content, attributes=LINK)), "link or a device"),
        (zipped(GOOD, Member("Skills.csv", b"x", attributes=DEVICE)), "link or a device"),
        (zipped(Member("../Connections.csv", GOOD.content)), "leads out of it"),
        (zipped(GOOD, Member("a/../../b.csv", b"x")), "leads out of it"),
        (zipped(GOOD, Member("/etc/passwd", b"x")), "leads out of it"),
        (zipped(GOOD, Member("..\\b.csv", b"x")), "leads out of it"),
        (zipped(GOOD, Member("C:\\b.csv", b"x")), "leads out of it"),
        (zipped(GOOD, Member("../", b"")), "leads out of it"),
        (zipped(GOOD, Member("a\x01b.csv", b"x")), "cannot be read"),
        (zipped(GOOD, Member("a" * 1025, b"x")), "cannot be read"),
        (zipped(GOOD, Member("", b"x", raw_name=b"\xff\xfe.csv")), "torn or damaged"),
        (zipped(GOOD, GOOD), "two files of the same name"),
        (zipped(GOOD, Member("connections.CSV", b"x")), "two files of the same name"),
        (
            zipped(GOOD, Member("Skills.csv", b"x"), Member("Skills.csv/a.csv", b"x")),
            "a file and a folder",
        ),
        (
            zipped(
                GOOD,
                Member(
                    "b.csv",
                    GOOD.content,
                    raw_name=b"Connections.csv",
                    listed_name=b"b.csv",
                    again=0,
                ),
            ),
            "not what it holds",
        ),
        (zipped(GOOD, Member(GOOD.name, GOOD.content, again=0)), "one over the other"),
        (
            zipped(Member(GOOD.name, GOOD.content, listed_name=b"Connections.cs_")),
            "not what it holds",
        ),
        (zipped(Member(GOOD.name, GOOD.content, listed_size=7)), "not what it holds"),
        (zipped(Member(GOOD.name, GOOD.content, checksum=7)), "torn or damaged"),
        (zipped(Member(GOOD.name, GOOD.content, size=7)), "torn or damaged"),
        (zipped(Member(GOOD.name, GOOD.content, packed=b"\xff" * 40)), "torn or damaged"),
        (
            zipped(Member(GOOD.name, GOOD.content, packed=deflated(GOOD.content) + b"more")),
            "torn or damaged",
        ),
        (
            zipped(Member(GOOD.name, GOOD.content, packed=deflated(GOOD.content)[:-9])),
            "torn or damaged",
        ),
        (zipped(Member(GOOD.name, ZEROS)), "larger than"),
        (zipped(Member(GOOD.name, ZEROS, size=100)), "larger than"),
        (zipped(GOOD, Member("unread.bin", ZEROS)), "larger than"),
        (zipped(GOOD, directory_size=2**31), "larger than"),
        (zipped(*(Member(f"{number}.csv") for number in range(2001))), "more than 2000 files"),
        (
            zipped(Member("a/" + GOOD.name, GOOD.content), Member("b/" + GOOD.name, GOOD.content)),
            "2 exports lie side by side",
        ),
        (zipped(Member("holiday.jpg", b"x")), "none of the files"),
        (zipped(), "none of the files"),
    ],
)
def test_a_dishonest_or_broken_zip_is_refused(tmp_path: Path, content: bytes, problem: str) -> None:
    with pytest.raises(ExportError, match=problem) as refusal:
        read(saved(tmp_path, content))

    assert refusal.value.remedy


def test_an_archive_past_the_limit_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "ARCHIVE_BYTES", 100)

    with pytest.raises(ExportError, match="larger than"):
        read(saved(tmp_path, zipped(GOOD, MORE)))


def test_all_files_together_have_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netreport.sources.export.archive.TOTAL_BYTES", len(GOOD.content) + 3)

    with pytest.raises(ExportError, match="larger than"):
        read(saved(tmp_path, zipped(GOOD, MORE)))


def test_a_zip_in_a_zip_is_pointed_at(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as refusal:
        read(saved(tmp_path, zipped(Member("Complete.zip", zipped(GOOD)))))

    assert refusal.value.remedy == "give the ZIP that lies in it"


def test_what_is_left_alone_is_never_unpacked(tmp_path: Path) -> None:
    """Logins.csv is torn, and nobody notices."""
    torn = Member("Logins.csv", b"x", packed=b"\xff" * 9)
    network = read(saved(tmp_path, zipped(GOOD, torn)))

    assert fates(network)["Logins.csv"] is Fate.LEFT_ALONE


@pytest.mark.parametrize(
    ("unread", "problem"),
    [
        (Member("Logins.csv", b"x", listed_checksum=7), "not what it holds"),
        (Member("Logins.csv", b"x", listed_size=7), "not what it holds"),
        (Member("Logins.csv", b"x", listed_packed=7), "not what it holds"),
        (Member("Logins.csv", b"x", listed_method=STORED), "not what it holds"),
        (Member("Logins.csv", b"x", flags=SIZES_FOLLOW, listed_packed=90), "torn or damaged"),
    ],
)
def test_what_is_left_alone_still_has_to_be_what_the_list_says(
    tmp_path: Path, unread: Member, problem: str
) -> None:
    with pytest.raises(ExportError, match=problem):
        read(saved(tmp_path, zipped(GOOD, unread)))


def test_names_without_the_utf8_mark_are_read_as_utf8_where_they_are() -> None:
    network = read(SAMPLES / "zips/Complete_LinkedInDataExport_03-20-2024 (1).zip")

    assert "Articles/Articles/2024-02-03 10:30:21.0-7 .html" in fates(network)


def test_a_name_in_an_old_code_page_is_kept(tmp_path: Path) -> None:
    old = Member("", b"<h1>T</h1>", flags=0, raw_name="Articles/\x91.html".encode("latin-1"))

    assert "Articles/æ.html" in fates(read(saved(tmp_path, zipped(GOOD, old))))


def test_the_fingerprint_knows_neither_order_nor_archive(tmp_path: Path) -> None:
    apart = [saved(tmp_path, zipped(GOOD, MORE))]
    for number, content in enumerate(
        [
            zipped(MORE, GOOD),
            zipped(
                Member("top/" + MORE.name, MORE.content),
                Member("top/" + GOOD.name, GOOD.content, method=STORED),
            ),
        ]
    ):
        path = tmp_path / f"{number}.zip"
        path.write_bytes(content)
        apart.append(path)
    prints = {read(path).fingerprint for path in apart}
    changed = read(saved(tmp_path, zipped(GOOD, Member(MORE.name, b"Name\nChess\n")))).fingerprint

    assert len(prints) == 1
    assert changed not in prints


def test_the_fingerprint_does_not_know_how_a_computer_composes_letters(tmp_path: Path) -> None:
    """Composed, é comes after z; taken apart, before."""
    page, prints = b"<h1>T</h1>", set()
    for number, name in enumerate(("Articles/\u00e9.html", "Articles/e\u0301.html")):
        path = tmp_path / f"{number}.zip"
        path.write_bytes(zipped(GOOD, Member(name, page), Member("Articles/z.html", page + b"z")))
        prints.add(read(path).fingerprint)

    assert len(prints) == 1


def test_system_files_in_a_zip_are_left_alone(tmp_path: Path) -> None:
    names = ("__MACOSX/._Connections.csv", ".DS_Store", "Articles/._a.html", "desktop.ini")
    network = read(saved(tmp_path, zipped(GOOD, *(Member(name, b"x") for name in names))))

    assert {name: fates(network)[name] for name in names} == dict.fromkeys(names, Fate.LEFT_ALONE)
    assert network.issues == ()


@settings(max_examples=150, deadline=None)
@given(
    data=st.data(),
    changes=st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=6),
)
def test_no_bytes_of_a_zip_break_the_reader(
    tmp_path_factory: pytest.TempPathFactory,
    data: st.DataObject,
    changes: list[tuple[int, int]],
) -> None:
    messages = Member("messages.csv", rows_of(MESSAGES, []).encode())
    content = bytearray(zipped(GOOD, MORE, messages))
    for place, value in changes:
        content[place % len(content)] = value
    length = data.draw(st.sampled_from([len(content), len(content) // 2, 100]))
    result = outcome(saved(tmp_path_factory.mktemp("zip"), bytes(content[:length])))

    assert isinstance(result, Network) or (result.problem and result.remedy)


def test_limits_are_those_of_the_security_rules() -> None:
    mebibyte = 1024**2
    sizes = (limits.ARCHIVE_BYTES, limits.MEMBER_BYTES, limits.TOTAL_BYTES)

    assert [size // mebibyte for size in sizes] == [500, 256, 1024]
    assert [2000, 200, mebibyte] == [limits.ENTRIES, limits.RATIO, limits.RATIO_COUNTS_FROM]
