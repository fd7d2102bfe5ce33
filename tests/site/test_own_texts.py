"""The owner's own Markdown: what it may hold, and where it comes to stand."""

from pathlib import Path

import pytest

from netreport.errors import StrategyError
from netreport.model.own import OwnText
from netreport.site.own_texts import names, own
from netreport.sources.own_texts import read

SECTIONS = {"growth": "growth", **names("reply_time", "Time to a reply")}


def wrong(body: str, name: str = "mine") -> StrategyError:
    with pytest.raises(StrategyError) as caught:
        own([OwnText(name, "Mine", body)], SECTIONS)
    return caught.value


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        ("<script>alert(1)</script>", "<script> is HTML"),
        ("a <b onclick=alert(1)>word</b>", "<b> is HTML"),
        ('<p onclick="alert(1)">word</p>', "<p> is HTML"),
        ('<div class="md-search">word</div>', "<div> is HTML"),
        ('<p id="__search">word</p>', "<p> is HTML"),
        ('<a href="growth.md" onmouseover="alert(1)">word</a>', "<a> is HTML"),
        ("<iframe src=https://elsewhere.example></iframe>", "<iframe> is HTML"),
        ("<!-- remember Jane -->", "an HTML comment"),
        ("<?php ?>", "HTML"),
        ("![](https://elsewhere.example/pixel.png)", "a picture"),
        ("[word](javascript:alert(1))", "leads neither to the web"),
        ("[word](data:text/html,hello)", "leads neither to the web"),
        ("[word](//elsewhere.example)", "leads neither to the web"),
        ("[word](../strategy.yml)", "leads neither to the web"),
        ("[word][1]\n\n[1]: vbscript:x", "leads neither to the web"),
    ],
)
def test_what_is_no_plain_markdown_is_refused_with_its_line(bad: str, told: str) -> None:
    error = wrong(f"# Mine\n\nWell.\n\n{bad}\n")
    assert told in error.mistakes[0].message
    assert error.problem.startswith("content/mine.md: ")
    assert error.mistakes[0].line in {5, 7}


def test_plain_markdown_passes_with_its_markup_in_code_and_its_links() -> None:
    body = (
        "# Mine\n\n**Strong**, *weak*, `<script>`, 1 < 2 & 3 > 2, [out](https://example.com/a?b=1),"
        " [in](growth.md#x), <me@example.com>\n\n    <b>code</b>\n\n1. one\n\n* two\n\n> said\n\n"
        '| a | b |\n| :- | -: |\n| 1 | 2 |\n\nTerm\n:   Meaning\n\n!!! note "N"\n    Body\n\n---\n'
    )
    mine = own([OwnText("mine", 'M & "N" <b>', body)], SECTIONS)
    assert set(mine.links) == {"https://example.com/a?b=1", "growth.md#x", "mailto:me@example.com"}
    assert mine.pages["mine.md"].endswith(body)
    assert mine.titles == {"mine.md": "M &amp; &quot;N&quot; &lt;b&gt;"}


@pytest.mark.parametrize("name", ["reply_time", "reply-time", "time-to-a-reply"])
def test_a_file_named_like_a_section_is_a_note_under_it(name: str) -> None:
    mine = own([OwnText(name, "x", "First.\n\n* second\n")], SECTIONS)
    assert mine.pages == {}
    assert '!!! note "Your note"\n\n    First.\n\n    * second\n' in mine.note("reply_time")
    assert mine.note("growth") == ""


def test_a_note_has_no_heading() -> None:
    assert "a heading" in wrong("Well.\n\n## More\n", "growth").problem


def test_a_text_is_for_its_owner_unless_it_says_more(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Only *mine* #\n\nWords.\n")
    (tmp_path / "b.md").write_text("---\r\ntitle: Ours\r\naudience: coach\r\n---\r\nWords.\r\n")
    (tmp_path / "_draft.md").write_text("<script>")
    first, second = read(tmp_path)
    assert (first.title, first.first, first.reader) == ("Only mine", 1, "private")
    assert (second.title, second.body, second.first) == ("Ours", "Words.\n", 5)
    assert [second.may_read(one) for one in ("private", "coach", "public")] == [True, True, False]
    assert [first.may_read(one) for one in ("private", "coach")] == [True, False]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("My Rules.md", "x", "content/My Rules.md: the name cannot be that of a page"),
        ("full-report.md", "x", "the name cannot be"),
        ("a.md", "---\ntemplate: x.html\n---\n", "content/a.md:2:1: template: a page may say"),
        ("a.md", "---\ntitle: A\naudience: all\n---\n", "content/a.md:3:1: audience: expected one"),
        ("a.md", "---\ntitle: !!python/name:os.system\n---\n", "content/a.md:2"),
        ("a.md", "---\ntitle: 3\n---\n", "expected words"),
    ],
)
def test_a_file_that_can_be_no_page_is_refused(
    tmp_path: Path, name: str, text: str, told: str
) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(StrategyError) as caught:
        read(tmp_path)
    assert told in caught.value.problem


def test_a_link_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("x")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(StrategyError, match="is a link"):
        read(tmp_path / "content")
