"""A site of few pages becomes one file: folders, pictures, hostile titles, and the same bytes."""

import base64
import gzip
import json
import re
import shutil
from html import escape, unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from handed import Shared, Window
from netreport.delivery.sharing import single_file
from netreport.errors import OutputError

TITLE = """<script>document.title='ran'</script>"&amp;$packed"""
PICTURE = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
PAGE = """<!doctype html><html lang="de" dir="ltr"><head><meta charset="utf-8">
<meta name="netreport-build" content="b1"><title>{title}</title>
<link rel="stylesheet" href="{up}assets/look.css"></head>
<body><div data-md-component="container"><article><h1>{title}</h1>{body}</article></div>
<script src="{up}assets/hello.js"></script></body></html>"""
HELLO = "document$.subscribe(() => { document.body.dataset.told = document.title; });"
PAGES = {
    "index.html": ("", '<a href="notes/%C3%BCber%20uns.html#more">Notes</a>'),
    "notes/über uns.html": (
        "../",
        """<img src="../pictures/dot.gif" alt="A dot"><a href="../index.html">First</a>
        <p id="more">More</p><a href="plan.csv">Plan</a><a href="../../outside.csv">Out</a>""",
    ),
}


def site(folder: Path) -> Path:
    """Write a site as MkDocs would."""
    files = {
        "assets/look.css": "h1 { color: rgb(1, 2, 3); }",
        "assets/hello.js": HELLO,
        "notes/plan.csv": "a,b\n1,2\n",
        "search/search_index.json": json.dumps(
            {"docs": [{"location": "index.html", "title": TITLE, "text": "x"}]}
        ),
    }
    for path, (up, body) in PAGES.items():
        files[path] = PAGE.format(title=escape(TITLE), up=up, body=body)
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    (folder / "pictures").mkdir()
    (folder / "pictures" / "dot.gif").write_bytes(PICTURE)
    (folder.parent / "outside.csv").write_text("not of this site")
    return folder


def test_folders_pictures_and_titles_survive(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "one.html"
    file.write_text(single_file(site(tmp_path / "site")), "utf-8")
    window = Window(browser, file)
    page = window.report()
    expect(page).to_have_title(TITLE)
    expect(page.locator("html")).to_have_attribute("lang", "de")
    expect(page.locator("meta[name=netreport-build]")).to_have_attribute("content", "b1")
    expect(page.locator("body")).to_have_attribute("data-told", TITLE)
    expect(page.locator("h1")).to_have_css("color", "rgb(1, 2, 3)")
    page.get_by_role("link", name="Notes").click()
    window.at("?notes/%C3%BCber%20uns.html#more")
    expect(page.get_by_text("More")).to_be_visible()
    expect(page.get_by_alt_text("A dot")).to_have_js_property("naturalWidth", 1)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Plan").click()
    assert waiting.value.suggested_filename == "plan.csv"
    assert waiting.value.path().read_text() == "a,b\n1,2\n"
    assert page.get_by_role("link", name="Out").get_attribute("href") == "../../outside.csv"
    page.reload()
    expect(page.get_by_text("More")).to_be_visible()
    page.get_by_role("link", name="First").click()
    expect(page.get_by_role("link", name="Notes")).to_be_visible()
    window.close()
    assert window.faults == []


def test_the_same_site_gives_the_same_bytes_wherever_it_lies(tmp_path: Path) -> None:
    one = site(tmp_path / "one" / "site")
    other = tmp_path / "other" / "moved"
    other.mkdir(parents=True)
    for path in sorted(one.rglob("*"), reverse=True):
        if path.is_file():
            target = other / path.relative_to(one)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    assert single_file(one) == single_file(other)


def test_what_lies_outside_the_site_is_not_taken_in(tmp_path: Path) -> None:
    text = single_file(site(tmp_path / "site"))
    assert base64.b64encode(b"not of this site").decode() not in text
    assert str(tmp_path) not in text


def test_a_folder_without_a_site_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="holds no built report"):
        single_file(tmp_path)


def test_what_is_inside_is_what_the_leak_gate_saw(shared: Shared) -> None:
    """Every page, file and row is that of the site; the rest is our own styles and scripts."""
    text = shared.open.read_text("utf-8")
    packed = re.search(r'id="nr-packed">([^<]*)<', text)
    assert packed
    inside = json.loads(gzip.decompress(base64.b64decode(packed[1])))
    assert inside.keys() == {"pages", "sections", "files", "data"}
    for path, html in inside["pages"].items():
        assert html == (shared.site / path).read_text("utf-8")
    for path, address in inside["files"].items():
        assert base64.b64decode(address.partition(",")[2]) == (shared.site / path).read_bytes()
    for name, rows in inside["data"].items():
        data = (shared.site / "assets" / "data" / f"{name}.js").read_text("utf-8")
        assert json.loads(data[len(f'NR_DATA("{name}",') : data.rindex(")")]) == rows
    index = (shared.site / "search" / "search_index.json").read_text("utf-8")
    known = set(re.findall(r"\w+", html_text(index)))
    told = " ".join(f"{one['page']} {one['title']} {one['text']}" for one in inside["sections"])
    assert set(re.findall(r"\w+", told)) - known == set()
    assert "Person " not in text.replace(packed[1], "")


def html_text(index: str) -> str:
    """Give all that the search index says, entities spelt out."""
    return " ".join(unescape(f"{one['title']} {one['text']}") for one in json.loads(index)["docs"])
