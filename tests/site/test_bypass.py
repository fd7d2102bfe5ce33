"""What passes Markdown by comes out as Markdown would have left it, and odd pages go through it."""

from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from netreport.model.settings import Settings
from netreport.site import tree
from netreport.site.build import DROPPED, Menu, Source, Stamp, build, write

STAMP = Stamp("0123456789abcdef", "private", "Private", "Only for you.")
FIGURE = '<figure class="a" id="f" data-search-exclude="">\n<svg><g id="g"/></svg>\n</figure>\n'
PAGES = {
    "a block": '<div class="a">\n<p>said *so* &#42;a&#42;</p>\n</div>\n\nAfter *it*.',
    "blocks in blocks": f"<div>\n<div><dl><dt>t</dt></dl></div>\n{FIGURE}</div>\n<div>x</div>",
    "a chart alone": f"Before.\n\n{FIGURE}\n\nAfter *it*.",
    "links into blocks": f'[g](#g) [f](#f) [b](#b)\n\n<div>\n<i id="b">b</i>\n{FIGURE}</div>',
    "a block in a line": "A line with <div>*one*</div> and *more*.",
    "a block in a cell": "| a |\n| - |\n| <div>*b*</div> |\n\n<div>*c*</div>",
    "a block in a list": "* one\n\n    <div>*a*</div>\n\n* two\n<div>*b*</div>\n\n## End",
    "a block in a paragraph": "A line\n<div>*a*</div>\nand *more*.",
    "text after a block": "<div>*a*</div> and *more*\nand *more*",
    "code": "    <div>\n    *a*\n\nand `<div>` *more*\n\n<div>*b*</div>",
    "a comment": "<!--\n<div>*a*</div>\n-->\n\n<div>*b* <!-- </div> --></div>\n\n*more*",
    "blanks": "<div>\n \t\n*a*\n   \n</div>\n\n*more*",
    "letters that change": "<div>\n\t*a*\n</div>\n\n*more*",
    "an odd attribute": '<div title="a>\n<div>b">*a*</div>\n\n*more*\n\n</div>',
    "never closed": "<div>\n*a*\n\n## End\n\n*more*",
    "closed twice": "<div>*a*</div></div>\n\n<div>*b*</div>\n\n*more*",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_as_mkdocs_makes_it(name: str, tmp_path: Path) -> None:
    """The pages, and what the search knows of them."""
    text = f"---\ntitle: Start\n---\n\n# Start\n\n{PAGES[name]}\n\n## Last\n\nThe end."
    config = write(Source({"index.md": text}, {}, [{"Start": "index.md"}], STAMP), tmp_path / "a")
    build(config, tmp_path / "ours")
    mkdocs_build(load_config(str(config), site_dir=str(tmp_path / "theirs")))
    for path in ("index.html", "search/search_index.json"):
        ours, theirs = (
            (tmp_path / whose / path).read_text("utf-8") for whose in ("ours", "theirs")
        )
        assert ours == theirs
        assert "data-nr-" not in ours


def test_a_link_to_an_anchor_that_no_block_has_is_a_mistake(tmp_path: Path) -> None:
    text = f'# Start\n\n[x](#x)\n\n<div>\n<p title="x" id="y">id=x</p>\n{FIGURE}</div>'
    config = write(Source({"index.md": text}, {}, [{"Start": "index.md"}], STAMP), tmp_path / "a")
    with pytest.raises(RuntimeError, match="#x"):
        build(config, tmp_path / "ours")


def test_a_site_has_the_files_that_mkdocs_gives_it(tmp_path: Path) -> None:
    """In a language whose words the theme has, with the word stemmers of it."""
    text = f"# Start\n\n{FIGURE}\n\nThe *end*."
    menu: Menu = [{"Start": "index.md"}]
    source = Source({"index.md": text}, {"a.bin": b"a"}, menu, STAMP, Settings(language="de"))
    config = write(source, tmp_path / "a")
    build(config, tmp_path / "ours")
    mkdocs_build(load_config(str(config), site_dir=str(tmp_path / "theirs")))
    theirs = _files(tmp_path / "theirs")
    kept = {name: data for name, data in theirs.items() if not name.endswith(".map")}
    assert _files(tmp_path / "ours") == {n: data for n, data in kept.items() if n not in DROPPED}
    assert "assets/javascripts/lunr/min/lunr.de.min.js" in theirs


def _files(site: Path) -> dict[str, bytes]:
    return {one.relative_to(site).as_posix(): one.read_bytes() for one in tree.files(site)}
