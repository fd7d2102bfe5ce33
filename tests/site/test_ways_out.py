"""The Markdown that is handed out: MkDocs alone builds it, and Zensical makes the same pages."""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import CliRunner

from netreport.cli import main
from netreport.site.policy import script_hash

TESTS = Path(__file__).parents[1]
VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})


@dataclass
class _Page(HTMLParser):
    """A page as read: its article's words, drawings and links; all ids, scripts and the policy."""

    words: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    scripts: list[str] = field(default_factory=list)
    drawings: int = 0
    title: str = ""
    policy: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self.inside, self.last = 0, ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.ids |= {told.get("id") or ""}
        if told.get("http-equiv") == "Content-Security-Policy":
            self.policy = told["content"] or ""
        self.last = "inline script" if tag == "script" and not told else tag
        if tag == "article":
            self.inside = 1
        elif self.inside:
            self.inside += tag not in VOID
            self.drawings += tag == "svg"
            self.links += [one] if tag == "a" and (one := told.get("href")) else []

    def handle_endtag(self, tag: str) -> None:
        self.inside -= bool(self.inside and tag not in VOID)
        self.last = ""

    def handle_data(self, data: str) -> None:
        if self.last == "inline script":
            self.scripts.append(data)
        elif self.last == "title":
            self.title = self.title or data
        elif self.inside:
            self.words += data.split()


def _pages(site: Path) -> Mapping[str, _Page]:
    read = {}
    for path in sorted(site.glob("*.html")):
        if path.name != "404.html":
            read[path.name] = _Page()
            read[path.name].feed(path.read_text("utf-8"))
    return read


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out") / "rendered"
    export, strategy = (
        TESTS / "exports" / "2024-complete",
        TESTS / "strategies/apac-b2b-seller.yaml",
    )
    named = ["--export", str(export), "--strategy", str(strategy), str(folder)]
    result = CliRunner().invoke(main, ["render", "-q", *named], catch_exceptions=False)
    assert result.exit_code == 0, result.stderr
    return folder


def _built(rendered: Path, *command: str) -> Mapping[str, _Page]:
    config = str(rendered / "mkdocs.yml")
    told = subprocess.run(
        [sys.executable, "-m", *command, "-f", config], check=False, capture_output=True, text=True
    )
    assert told.returncode == 0, told.stdout + told.stderr
    return _pages(rendered / "site")


@pytest.fixture(scope="module")
def by_mkdocs(rendered: Path) -> Mapping[str, _Page]:
    return _built(rendered, "mkdocs", "build", "-q", "--strict")


@pytest.fixture(scope="module")
def by_zensical(rendered: Path, by_mkdocs: Mapping[str, _Page]) -> Mapping[str, _Page]:
    """Build with Zensical, of the Markdown that MkDocs has built."""
    pytest.importorskip("zensical", reason='pip install -e ".[dev]" brings Zensical')
    assert by_mkdocs
    return _built(rendered, "zensical", "build", "--clean", "--strict")


def test_mkdocs_alone_builds_a_page_of_each_file(
    rendered: Path, by_mkdocs: Mapping[str, _Page]
) -> None:
    assert set(by_mkdocs) == {f"{path.stem}.html" for path in (rendered / "docs").glob("*.md")}


def test_zensical_makes_the_same_pages(
    by_mkdocs: Mapping[str, _Page], by_zensical: Mapping[str, _Page]
) -> None:
    """Title, every word of the article, every drawing and every link of it."""
    assert set(by_zensical) == set(by_mkdocs)
    assert sum(page.drawings for page in by_zensical.values()) > 20
    for name, page in by_zensical.items():
        other = by_mkdocs[name]
        assert page.title == other.title, name
        assert page.words == other.words, name
        assert (page.drawings, page.links) == (other.drawings, other.links), name


def test_every_link_of_zensicals_pages_leads_somewhere(
    rendered: Path, by_zensical: Mapping[str, _Page]
) -> None:
    assert list(_broken(rendered / "site", by_zensical)) == []


def _broken(site: Path, pages: Mapping[str, _Page]) -> Iterator[str]:
    for name, page in pages.items():
        for link in page.links:
            address = urlsplit(link)
            target = unquote(address.path) or name
            known = pages[target].ids if target in pages else set()
            anchor = unquote(address.fragment)
            fine = address.scheme or (site / target).is_file()
            if not fine or (
                anchor and target in pages and anchor[0] != "?" and anchor not in known
            ):
                yield f"{name}: {link}"


def test_the_policy_lets_zensicals_own_scripts_run(by_zensical: Mapping[str, _Page]) -> None:
    """Without their hashes neither search nor menu would work, and nobody would hear why."""
    for name, page in by_zensical.items():
        assert page.scripts, name
        for script in page.scripts:
            assert script_hash(script) in page.policy, name
