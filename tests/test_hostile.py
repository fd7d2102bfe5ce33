"""A site whose every text is an attack, page by page: it means its letters and nothing else."""

import csv
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Dialog, Page, Request, expect

from hostile import MARK, reviewed, workspace
from netreport.cli import main
from netreport.site.verify import verify
from netreport.workspace import Workspace
from served import served
from together import once
from watched import until

SITES = {"private": "site", "coach": "site-coach", "public": "site-public"}
# Attributes that are read out, shown or copied may hold what people are called; so may a link to
# somebody's profile, one to the People page with a filter, and one to a page that was searched for.
FOUND = """mark => {
  const told = new Set(["title", "aria-label", "alt", "value", "data-label", "content"]);
  for (const name of ["data-what", "data-review-what", "data-name"]) told.add(name);
  const ours = RegExp(`^((file|http):[^?]*/)?people.html#[?]|^https://www.linkedin.com/in/`);
  const folder = location.href.replace(/[^/]*$/, "");
  const isFound = (one) => one.matches(".md-search-result__link") && one.href.startsWith(folder);
  const marks = "em,i,code,pre,del,abbr,sup,blockquote,th,dt,li,h1,h2,h3,h4,a";
  const found = mark in window ? ["a script ran"] : [];
  const headings = document.querySelectorAll("h1:not(.md-search-result h1)");
  if (headings.length != 1) found.push("a second h1");
  for (const one of document.querySelectorAll("*")) {
    const link = one.localName === "a" && (ours.test(one.getAttribute("href")) || isFound(one));
    if (one.localName.includes(mark)) found.push(one.localName);
    if (!link && one.matches(marks) && RegExp(`^${mark}[a-z]?$`).test(one.textContent.trim()))
      found.push(one.localName + " made of text");
    for (const { name, value } of one.attributes) {
      const fine = told.has(name) || (link && name === "href");
      if (name.includes(mark) || name.startsWith("on") || (value.includes(mark) && !fine))
        found.push(`${one.localName} ${name}=${value}`);
    }
  }
  return found;
}"""
FORMULA = re.compile(r"^\s*[=+\-@\t\r＝＋－＠]", re.MULTILINE)
NUMBER = re.compile(r"-?[\d.,]+")
POLICY = "Content Security Policy"


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, Mapping[str, Path]]:
    """Build the workspace's site for each audience, all three in one folder."""
    return once(tmp_path_factory, "hostile", _attacked)


@pytest.fixture(scope="module")
def home(attacked: tuple[Workspace, Mapping[str, Path]]) -> Workspace:
    return attacked[0]


@pytest.fixture(scope="module")
def sites(attacked: tuple[Workspace, Mapping[str, Path]]) -> Mapping[str, Path]:
    return attacked[1]


def _attacked(folder: Path) -> tuple[Workspace, Mapping[str, Path]]:
    home = reviewed(workspace(folder / "a workspace ✨"))
    named = reviewed(workspace(folder / "named", "Company"))
    built = {}
    for audience, here in zip(SITES, (home, named, named), strict=True):
        built[audience] = home.root / SITES[audience]
        arguments = ["-w", str(here.root), "--site-dir", str(built[audience])]
        result = CliRunner().invoke(
            main, ["build", "-q", "--audience", audience, *arguments], catch_exceptions=False
        )
        assert result.exit_code == 0, result.stderr
    return home, built


@pytest.fixture(scope="module")
def address(sites: Mapping[str, Path]) -> Iterator[str]:
    """Serve the three sites over http on this computer."""
    with served(sites["private"].parent) as root:
        yield root


class Suspicious:
    """A page of which everything is written down that should not happen."""

    def __init__(self, browser: Browser, root: str) -> None:
        self.root, self.seen = root, list[str]()
        self.page = browser.new_page()
        self.page.on("request", lambda one: self._note("request", one.url, root, "data:", "blob:"))
        self.page.on("requestfailed", self._failed)
        self.page.on("console", lambda one: self.seen.append(f"console {one.text}"))
        self.page.on("pageerror", lambda one: self.seen.append(f"error {one}"))
        self.page.on("dialog", self._dismiss)

    def _note(self, word: str, url: str, *fine: str) -> None:
        if not url.startswith(fine):
            self.seen.append(f"{word} {url}")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the next page was opened meanwhile
            self.seen.append(f"failed {request.url}")

    def _dismiss(self, dialog: Dialog) -> None:
        self.seen.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def look(self, name: str) -> None:
        """Open a page and write down what means more than its letters."""
        self.page.goto(f"{self.root}/{name}")
        self.seen.extend(f"{name}: {one}" for one in self.page.evaluate(FOUND, MARK))

    def search(self, name: str) -> None:
        """Search for the payloads' own word, and look at what is found."""
        self.page.goto(f"{self.root}/{name}")
        self.page.keyboard.press("/")
        field = self.page.locator(".md-search__input")
        for word in (MARK, f"<{MARK}>", "script"):
            for text, told in (("", "Type to start"), (word, "matching document")):
                field.fill(text)
                field.press("End")  # the theme listens to keys, not to what the field holds
                expect(self.page.locator(".md-search-result__meta")).to_contain_text(told)
            self.seen.extend(f"search: {one}" for one in self.page.evaluate(FOUND, MARK))


@pytest.mark.parametrize(
    ("audience", "way"),
    [("private", "file"), ("private", "http"), ("coach", "file"), ("public", "http")],
)
def test_no_page_of_an_attacked_site_does_anything(
    audience: str, way: str, sites: Mapping[str, Path], address: str, browser: Browser
) -> None:
    site = sites[audience]
    root = site.absolute().as_uri() if way == "file" else f"{address}/{site.name}"
    suspicious = Suspicious(browser, root)
    for path in sorted(site.glob("*.html")):
        suspicious.look(path.name)
    suspicious.search("index.html")
    if audience == "private":
        _look_at_people(suspicious.page)
        suspicious.seen.extend(suspicious.page.evaluate(FOUND, MARK))
    suspicious.page.close()
    assert list(dict.fromkeys(suspicious.seen)) == []


def _look_at_people(page: Page) -> None:
    """Search everybody for the payloads' word, open what is known of the first, and each filter."""
    page.goto(page.url.split("?")[0].rsplit("/", 1)[0] + "/people.html")
    page.get_by_label("Search names, titles and companies").fill(MARK)
    expect(page).to_have_url(re.compile(f"[?&]q={MARK}"))  # the list is that of the payloads' word
    openers = page.locator(".nr-people__table tbody button")
    for place in range(3):
        openers.nth(place).click()
    bar = page.get_by_role("group", name="Filters")
    for label in ("Company", "Region", "Standing"):
        bar.get_by_role("button", name=label).click()


def test_the_texts_arrive_as_letters(sites: Mapping[str, Path], browser: Browser) -> None:
    """The test above would be green for a page that says nothing."""
    page = browser.new_page()
    for name in ("full-report", "review"):
        page.goto((sites["private"] / f"{name}.html").as_uri())
        said = page.locator("main").inner_text()
        for letters in ("<script>", "](https://", "{{", "onerror=", "&lt;"):
            assert letters in said, (name, letters)
    page.close()


@pytest.mark.parametrize("audience", SITES)
def test_what_lies_beside_the_pages_is_harmless_too(
    audience: str, sites: Mapping[str, Path]
) -> None:
    verify(sites[audience])
    json.loads((sites[audience] / "report.json").read_text("utf-8"))
    tables = list(sites[audience].rglob("*.csv"))
    assert tables or audience == "public"
    for path in tables:
        with path.open(encoding="utf-8-sig", newline="") as opened:
            cells = [cell for row in csv.reader(opened) for cell in row]
        run = [cell for cell in cells if FORMULA.search(cell) and not NUMBER.fullmatch(cell)]
        assert run == []


@pytest.mark.parametrize("command", [["check"], ["explain", "relevance"], ["triage"]])
def test_no_text_steers_the_terminal(command: list[str], home: Workspace) -> None:
    arguments = [command[0], "-w", str(home.root), *command[1:]]
    result = CliRunner().invoke(main, arguments, input="q\n", catch_exceptions=False)
    assert result.exit_code in {0, 1}, result.stderr
    odd = {
        letter
        for letter in result.output
        if letter != "\n" and unicodedata.category(letter) in {"Cc", "Cf", "Zl", "Zp", "Cn"}
    }
    assert odd == set()


def test_a_script_that_is_planted_is_blocked(
    sites: Mapping[str, Path], address: str, browser: Browser
) -> None:
    """Inline, as a handler, from elsewhere and as an address: the policy stops each of them."""
    site = sites["private"]
    scripts = (
        f"<script>window.{MARK}=1</script><img src=x onerror='window.{MARK}=1'>"
        f"<script src='https://{MARK}.example/a.js'></script>"
        f"<a id=planted href='javascript:window.{MARK}=1'>here</a></body>"
    )
    planted = site.parent / "planted"
    planted.mkdir(exist_ok=True)
    text = (site / "index.html").read_text("utf-8")
    (planted / "index.html").write_text(text.replace("</body>", scripts), "utf-8")
    page = browser.new_page()
    for root in (planted.as_uri(), f"{address}/planted"):
        blocked: list[str] = []
        page.on("console", lambda one, seen=blocked: seen.append(one.text))  # type: ignore[misc]
        page.goto(f"{root}/index.html")
        page.locator("#planted").dispatch_event("click")
        until(page, lambda seen=blocked: len([one for one in seen if POLICY in one]) >= 4)
        assert page.evaluate(f"window.{MARK}") is None
    page.close()
