"""An export that was read once comes from disk, and nothing but the time is different."""

import os
import shutil
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exported import SAMPLES, TEXTS, connections, somebody, write
from made import strategy
from netreport import facts
from netreport.demo.story import Plan
from netreport.demo.writing import write_export
from netreport.errors import ExportError
from netreport.metrics import METRICS
from netreport.model.network import Issue, Network
from netreport.model.strategy import Strategy
from netreport.sources import cache, export
from netreport.sources import strategy as strategies
from netreport.sources.cache import keys
from netreport.sources.owner import people
from netreport.sources.owner.together import together

STRATEGIES = Path(__file__).parents[1] / "strategies"
MINE = "Complete_LinkedInDataExport_10-31-2026.zip"


def texts_of(network: Network) -> list[tuple[str, pl.Schema, str]]:
    """Give every table as text, every cell of it, in order."""
    return [
        (str(table), frame.schema, frame.write_ndjson()) for table, frame in network.tables.items()
    ]


def assert_same(one: Network, other: Network) -> None:
    """Hold that two networks are the same to the byte; repr shows the fields that are no tables."""
    assert one == other
    assert repr(one) == repr(other)
    assert list(one.counts) == list(other.counts)
    assert texts_of(one) == texts_of(other)


class Reads:
    """Counts how often an export is really read."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        self._read = export.read
        monkeypatch.setattr(export, "read", self)

    def __call__(self, path: Path, as_of: date | None = None) -> Network:
        """Count, and read."""
        self.count += 1
        return self._read(path, as_of)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Reads:
    return Reads(monkeypatch)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / MINE
    write_export(Plan(connections=80, messages=300), path)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / ".netreport" / "cache"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """Give a small export, as a folder."""
    return write(tmp_path / "mine", {"Connections.csv": connections(somebody(1), somebody(2))})


def entries(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def test_the_second_time_an_export_is_not_read_and_is_the_same(
    demo: Path, folder: Path, reads: Reads
) -> None:
    first, second = cache.read(demo, folder), cache.read(demo, folder)
    assert reads.count == 1
    assert_same(first, second)


@pytest.mark.parametrize("sample", sorted(path.name for path in SAMPLES.iterdir()))
def test_every_sample_comes_back_as_it_was(sample: str, folder: Path) -> None:
    path = SAMPLES / sample
    try:
        whole = export.read(path)
    except ExportError as error:
        with pytest.raises(ExportError, match=str(error).split(maxsplit=1)[0]):
            cache.read(path, folder)
        assert not folder.exists()
    else:
        assert_same(cache.read(path, folder), whole)
        assert_same(cache.read(path, folder), whole)


@given(TEXTS, TEXTS)
def test_whatever_people_are_called_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, first: str, position: str
) -> None:
    row = [first, *somebody(1)[1:]]
    row[5] = position
    base = tmp_path_factory.mktemp("any")
    path = write(base / "mine", {"Connections.csv": connections(row), "Odd.csv": first})
    cache.read(path, base / "cache")
    assert_same(cache.read(path, base / "cache"), export.read(path))


def test_deleting_the_cache_changes_nothing(demo: Path, folder: Path, reads: Reads) -> None:
    kept = cache.read(demo, folder)
    shutil.rmtree(folder.parent)
    assert_same(cache.read(demo, folder), kept)
    assert reads.count == 2
    assert len(entries(folder)) == 1


def test_only_the_owner_may_read_an_entry(demo: Path, folder: Path) -> None:
    folder.mkdir(parents=True, mode=0o755)
    cache.read(demo, folder)
    (entry,) = entries(folder)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (folder, entry)] == [0o700, 0o600]


# --- what an entry is known by --------------------------------------------------------------


def test_another_content_is_another_export(mine: Path, folder: Path) -> None:
    cache.read(mine, folder)
    write(mine, {"Connections.csv": connections(somebody(3))})
    assert cache.read(mine, folder).tables["connections"].height == 1


def test_a_file_more_or_another_name_is_another_export(mine: Path, folder: Path) -> None:
    cache.read(mine, folder)
    write(mine, {"Unheard of.csv": "a"})
    assert [issue.file for issue in cache.read(mine, folder).issues] == ["Unheard of.csv"]
    (mine / "Unheard of.csv").rename(mine / "Unknown.csv")
    assert [issue.file for issue in cache.read(mine, folder).issues] == ["Unknown.csv"]


def test_the_name_in_which_the_day_stands_counts(demo: Path, folder: Path, tmp_path: Path) -> None:
    assert cache.read(demo, folder).as_of == date(2026, 10, 31)
    other = shutil.copy(demo, tmp_path / "Basic_LinkedInDataExport_11-30-2026.zip")
    assert cache.read(Path(other), folder).as_of == date(2026, 11, 30)
    assert len(entries(folder)) == 2


def test_a_day_that_was_asked_for_takes_the_place_of_the_last_one(
    demo: Path, folder: Path, reads: Reads
) -> None:
    for day in (None, date(2026, 12, 1), date(2026, 12, 2), date(2026, 12, 2), None):
        assert cache.read(demo, folder, day).as_of == (day or date(2026, 10, 31))
    assert reads.count == 3
    assert len(entries(folder)) == 2


def test_another_reader_reads_again(
    demo: Path, folder: Path, reads: Reads, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.read(demo, folder)
    monkeypatch.setattr(keys, "reader", lambda: "another")
    cache.read(demo, folder)
    assert reads.count == 2
    assert len(entries(folder)) == 1


def test_the_reader_is_named_by_its_own_text() -> None:
    text = b"".join(keys._sources())  # noqa: SLF001 - what the name is made of
    for part in (b"reading.py", b"exported.py", b"slugs.py", b"def take_in", b"EXPORTED"):
        assert part in text


def test_a_folder_that_is_nobodys_business_does_not_count(
    mine: Path, folder: Path, reads: Reads
) -> None:
    write(mine, {".git/HEAD": "one"})
    cache.read(mine, folder)
    write(mine, {".git/HEAD": "two"})
    cache.read(mine, folder)
    assert reads.count == 1


def test_an_export_that_changes_while_it_is_read_is_not_kept(
    mine: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = export.read

    def growing(path: Path, as_of: date | None = None) -> Network:
        write(mine, {"Connections.csv": connections(somebody(1))})
        return whole(path, as_of)

    monkeypatch.setattr(export, "read", growing)
    cache.read(mine, folder)
    assert not folder.exists()


# --- facts ----------------------------------------------------------------------------------


class Derives:
    """Counts how often facts are really derived."""

    count = 0

    def __call__(self, network: Network, wanted: Strategy) -> Network:
        """Count, and derive."""
        self.count += 1
        return facts.derive(network, wanted)


@pytest.fixture(scope="module")
def read_demo(demo: Path) -> Network:
    return export.read(demo)


def aimed(**settings: Any) -> Strategy:
    """Give what facts are derived by, of a strategy with these settings."""
    return facts.concerned(strategy(**settings))


def test_facts_that_were_derived_once_are_not_derived_again_and_are_the_same(
    read_demo: Network, folder: Path
) -> None:
    derive = Derives()
    first = cache.derived(read_demo, aimed(), folder, derive)
    judged = {"targets": {"relevance": {"at_least": 0.5}}, "spend": {"currency": "USD"}}
    second = cache.derived(read_demo, aimed(**judged), folder, derive)
    assert derive.count == 1
    assert_same(first, second)
    assert {"people", "ties", "threads"} <= set(first.tables)


@pytest.mark.parametrize("file", sorted(STRATEGIES.glob("*.yaml")), ids=lambda file: file.stem)
def test_facts_know_of_a_strategy_what_concerns_them_and_no_more(
    read_demo: Network, file: Path
) -> None:
    whole = strategies.read(file, METRICS)
    told = facts.derive(read_demo, facts.concerned(whole))
    assert_same(told, facts.derive(read_demo, whole))


@pytest.mark.parametrize(
    "settings",
    [
        {"safelist": ["linkedin.com/in/zoe-example"]},
        {"engagement": {"dormant_after_days": 30}},
        {"overrides": {"titles": {"Head of Things": {"function": "Sales"}}}},
        {"invitations": {"hard_block": {"title_words": ["coach"]}}},
        {"value_proposition": {"keywords": ["pipeline"]}},
        {"content": {"topics": ["selling"]}},
        {"regions": {"Home": ["AT", "DE"]}},
    ],
)
def test_what_facts_are_derived_by_is_part_of_their_key(
    read_demo: Network, settings: dict[str, Any]
) -> None:
    keyed = {keys.key_of_facts(read_demo, by) for by in (aimed(), aimed(**settings))}
    assert len(keyed) == 2
    assert len({key.file for key in keyed}) == 1


def test_what_the_owner_adds_and_in_which_order_is_part_of_the_key(
    read_demo: Network, tmp_path: Path
) -> None:
    files = []
    for place, title in enumerate(("Buyer", "Seller")):
        path = tmp_path / f"people-{place}.csv"
        path.write_text(f"profile,title\nlinkedin.com/in/zoe-example,{title}\n", "utf-8")
        files.append(people.read(path))
    orders = ((), files, files[::-1])
    marked = {keys.key_of_facts(together(read_demo, one), aimed()) for one in orders}
    assert len(marked) == 3


def test_facts_that_are_torn_are_derived_anew(read_demo: Network, folder: Path) -> None:
    derive = Derives()
    whole = cache.derived(read_demo, aimed(), folder, derive)
    (entry,) = entries(folder)
    entry.write_bytes(entry.read_bytes()[:-1])
    for _ in range(2):
        assert_same(cache.derived(read_demo, aimed(), folder, derive), whole)
    assert derive.count == 2
    assert stat.S_IMODE(entry.stat().st_mode) == 0o600


def test_facts_tell_nothing_of_files_that_were_not_read(read_demo: Network, folder: Path) -> None:
    cache.derived(read_demo, aimed(), folder, facts.derive)
    more = read_demo.adding({}, Issue("Unheard of.csv", 0, "is not a file that we know"))
    assert cache.derived(more, aimed(), folder, facts.derive).issues == more.issues


def test_facts_go_with_their_export_and_of_each_one_strategy_is_kept(
    demo: Path, mine: Path, folder: Path
) -> None:
    for path in (demo, mine):
        network = cache.read(path, folder)
        for by in (aimed(), aimed(content={"topics": ["selling"]})):
            cache.derived(network, by, folder, facts.derive)
    assert len(entries(folder)) == 4
    kept = keys.key_of_facts(export.read(demo), aimed())
    cache.tidy(folder, [demo], [kept])
    assert {path.name for path in entries(folder)} == {keys_of(demo).file, kept.file}


# --- what is no entry -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda content: content[:0],
        lambda content: b"PK" + content,
        lambda content: content[:-1],
        lambda content: content + b"\0",
        lambda content: content[: len(content) // 2],
        lambda content: content.replace(b"network 1", b"network 2", 1),
    ],
)
def test_an_entry_that_is_torn_or_foreign_is_written_anew(
    demo: Path, folder: Path, reads: Reads, spoilt: Any
) -> None:
    kept = cache.read(demo, folder)
    (entry,) = entries(folder)
    entry.write_bytes(spoilt(entry.read_bytes()))
    for _ in range(2):
        assert_same(cache.read(demo, folder), kept)
        assert reads.count == 2


@pytest.fixture(scope="module")
def kept(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept")
    cache.read(demo, folder)
    return folder


@given(st.data())
def test_one_wrong_bit_anywhere_is_seen(demo: Path, kept: Path, data: st.DataObject) -> None:
    (entry,) = entries(kept)
    content = bytearray(entry.read_bytes())
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] ^= 1 << data.draw(st.integers(0, 7))
    before = entry.read_bytes()
    entry.write_bytes(content)
    try:
        assert cache.entries.load(kept, keys_of(demo)) is None
    finally:
        entry.write_bytes(before)


def keys_of(path: Path) -> keys.Key:
    key = keys.key_of(path)
    assert key is not None
    return key


def test_an_entry_under_the_name_of_another_is_none(
    demo: Path, mine: Path, folder: Path, reads: Reads
) -> None:
    cache.read(demo, folder)
    (entry,) = entries(folder)
    entry.rename(folder / keys_of(mine).file)
    assert cache.read(mine, folder).source == "mine"
    assert reads.count == 2


def test_a_pipe_or_a_folder_in_the_place_of_an_entry_is_none(demo: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    place = folder / keys_of(demo).file
    place.mkdir()
    whole = cache.read(demo, folder)
    place.rmdir()
    os.mkfifo(place)
    assert_same(cache.read(demo, folder), whole)
    assert place.is_file()


def test_where_no_entry_can_be_written_the_export_is_read_all_the_same(
    demo: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", tmp_path / "file" / "in it", tmp_path / "no" / "such" / "c"):
        assert_same(cache.read(demo, folder), export.read(demo))
    assert entries(tmp_path) == [tmp_path / "file"]


def test_a_full_disk_leaves_nothing_behind(
    demo: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    cache.read(demo, folder)
    assert entries(folder) == []


def test_what_cannot_be_read_says_why_as_ever(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(ExportError, match="does not exist"):
        cache.read(tmp_path / "nothing.zip", folder)
    with pytest.raises(ExportError, match="neither a ZIP nor a folder"):
        cache.read(write(tmp_path, {"text.zip": "text"}) / "text.zip", folder)


# --- several exports, several processes -----------------------------------------------------


def test_entries_go_with_their_exports(demo: Path, mine: Path, folder: Path) -> None:
    for day in (None, date(2026, 12, 1)):
        cache.read(demo, folder, day)
        cache.read(mine, folder, day)
    (folder / ".torn.network-new").write_bytes(b"half")
    (folder / "notes.txt").write_text("the owner's")
    cache.tidy(folder, [demo])
    assert {path.name for path in entries(folder)} == {*keys_of(demo).files, "notes.txt"}


def test_tidying_where_there_is_no_cache_is_nothing(demo: Path, folder: Path) -> None:
    cache.tidy(folder, [demo, demo.with_name("gone.zip")])
    assert not folder.exists()


MANY_TIMES = """
import sys
from pathlib import Path
from netreport.sources import cache
export, folder = map(Path, sys.argv[1:])
for _ in range(15):
    assert cache.read(export, folder).tables["connections"].height == 80
    cache.tidy(folder, [])
"""


def test_processes_at_once_do_not_disturb_each_other(demo: Path, folder: Path) -> None:
    """Each reads, stores, and removes what the other has stored or is about to."""
    command = [sys.executable, "-c", MANY_TIMES, demo, folder]
    processes = [subprocess.Popen(command) for _ in range(3)]
    assert [process.wait(timeout=120) for process in processes] == [0, 0, 0]
    assert entries(folder) == []


def test_text_stays_in_the_entry_since_facts_are_read_from_it(demo: Path, folder: Path) -> None:
    cache.read(demo, folder)
    messages = cache.read(demo, folder).tables["messages"]
    assert messages.filter(pl.col("text").is_not_null()).height > 200
