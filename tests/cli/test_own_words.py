"""A workspace with pages, notes and templates of its owner's, from the command line."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from netreport.cli import main
from netreport.site import overrides

TEMPLATE = "pages/topic.md.j2"
SAMPLE = Path(__file__).parents[1] / "exports" / "2021-basic"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments], catch_exceptions=False)


def home(folder: Path) -> Path:
    assert run("init", folder, "--archetype", "b2b-seller").exit_code == 0
    (folder / "exports" / "export").symlink_to(SAMPLE)
    (folder / "content").mkdir()
    return folder


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return home(tmp_path / "home")


def page(workspace: Path, name: str) -> str:
    return (workspace / "site" / name).read_text("utf-8")


def test_pages_notes_and_templates_join_the_site(workspace: Path) -> None:
    content = workspace / "content"
    (content / "my-rules.md").write_text(
        "# My rules & `<more>`\n\n[Growth](growth.md), [out](https://example.com/)\n"
    )
    (content / "growth.md").write_text("A note under the page.\n")
    (content / "relevance.md").write_text("A note under a number.\n")
    (content / "privacy.md").write_text("A note under a page by hand.\n")
    assert run("template", TEMPLATE, "-w", workspace).exit_code == 0
    copy = workspace / "site-templates" / TEMPLATE
    copy.write_text(copy.read_text().replace('<p class="nr-lead">', '<p class="nr-lead">Asked: '))
    result = run("build", "-w", workspace)

    assert result.exit_code == 0, result.output
    assert "template" not in result.stderr
    assert "Your pages" in page(workspace, "index.html")
    assert "<title>My rules &amp; &lt;more&gt;" in page(workspace, "my-rules.html")
    assert 'href="growth.html"' in page(workspace, "my-rules.html")
    assert "A note under the page." in page(workspace, "growth.html")
    assert "Asked: " in page(workspace, "growth.html")
    assert "A note under a page by hand." in page(workspace, "privacy.html")
    for name in ("who-is-here.html", "full-report.html"):
        assert "A note under a number." in page(workspace, name)

    result = run("build", "-w", workspace, "--audience", "coach")
    assert result.exit_code == 0, result.output
    coach = workspace / "site-coach"
    assert not (coach / "my-rules.html").exists()
    assert "A note under" not in (coach / "growth.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("[x](nowhere.md)", "error: content/mine.md: the link 'nowhere.md' leads to no page"),
        ("[x](growth.md#none)", "error: content/mine.md: the link 'growth.md#none' leads to no"),
        ("well\n\n<b>x</b>", "error: content/mine.md:3:1: <b> is HTML"),
    ],
)
def test_a_mistake_in_a_page_is_told_as_the_owners(workspace: Path, body: str, told: str) -> None:
    (workspace / "content" / "mine.md").write_text(body)
    result = run("build", "-w", workspace)
    assert (result.exit_code, result.stderr.split("\n")[0][: len(told)]) == (3, told)
    assert not (workspace / "site").exists()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("---\ntitle: x\n---\n# {{ titel }}", f"{TEMPLATE}:4:1: 'titel' is undefined"),
        ("---\ntitle: x\n---\n{% for %}", f"{TEMPLATE}:4:1: "),
        ("---\ntitle: x\n---\n{{ title.__class__.mro() }}", f"{TEMPLATE}:4:1: access to attribute"),
        (
            "---\ntitle: x\n---\n# x\n\n<script>x</script>\n",
            "what your templates print cannot stand",
        ),
    ],
)
def test_a_mistake_in_a_template_is_told_as_the_owners(
    workspace: Path, text: str, told: str
) -> None:
    copy = workspace / "site-templates" / TEMPLATE
    copy.parent.mkdir(parents=True)
    copy.write_text(text)
    result = run("build", "-w", workspace)
    assert result.exit_code == 3, result.output
    assert result.stderr.startswith("error: site-templates")
    assert told in result.stderr


def test_a_copy_is_marked_compared_and_never_replaced(workspace: Path) -> None:
    assert run("template", TEMPLATE, "-w", workspace).exit_code == 0
    copy = workspace / "site-templates" / TEMPLATE
    assert f"* {TEMPLATE}\n" in run("template", "-w", workspace).output
    assert "  pages/data.md.j2\n" in run("template", "-w", workspace).output
    assert run("template", TEMPLATE, "-w", workspace).exit_code == 4
    assert run("template", "--diff", TEMPLATE, "-w", workspace).output == ""
    copy.write_text(copy.read_text() + "More.\n")
    assert "\n+More.\n" in run("template", "--diff", TEMPLATE, "-w", workspace).output
    assert run("template", "theme/main.html", "-w", workspace).exit_code == 2


def test_a_copy_of_an_older_template_is_told(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    text = overrides.copied(TEMPLATE)
    (tmp_path / TEMPLATE).write_text(text)
    assert overrides.outdated(tmp_path) == ()
    first, _, rest = text.partition("\n")
    for changed in (first.replace(", ", ", 0"), first.replace("topic", "other"), "", "{# Mine #}"):
        (tmp_path / TEMPLATE).write_text(f"{changed}\n{rest}")
        (told,) = overrides.outdated(tmp_path)
        assert f"netreport template --diff {TEMPLATE}" in told


def test_a_template_that_replaces_nothing_is_refused(workspace: Path) -> None:
    for name in ("pages/topics.md.j2", "theme/main.html"):
        path = workspace / "site-templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
        result = run("build", "-w", workspace)
        assert result.exit_code == 3, result.output
        assert f"site-templates/{name}: netreport has no such template" in result.stderr
        path.unlink()


def checked(workspace: Path) -> tuple[int, dict[str, Any]]:
    result = run("check", "--json", "-w", workspace)
    return result.exit_code, json.loads(result.stdout)["own"]


def test_check_says_what_becomes_of_each_file_of_the_owners(workspace: Path) -> None:
    content = workspace / "content"
    (content / "my-rules.md").write_text("---\naudience: coach\n---\n# My rules\n")
    (content / "growth.md").write_text("A note under the page.\n")
    (content / "relevance.md").write_text("A note, [mine](my-rules.md#there).\n")
    (content / "_draft.md").write_text("<b>not yet</b>\n")
    assert run("template", TEMPLATE, "-w", workspace).exit_code == 0
    code, own = checked(workspace)
    assert (code, own["warnings"], own["errors"]) == (0, [], [])
    assert own["pages"] == [{"file": "content/my-rules.md", "title": "My rules", "for": "coach"}]
    assert [(one["file"], one["under"]) for one in own["notes"]] == [
        ("content/growth.md", "Growth"),
        ("content/relevance.md", "Relevance"),
    ]
    assert own["templates"] == [TEMPLATE]
    text = run("check", "-w", workspace).stdout
    assert "content/my-rules.md joins the menu as My rules, a coach reads it too" in text
    assert "content/growth.md is a note under Growth" in text
    assert f"site-templates/{TEMPLATE} stands in place of netreport's" in text


def test_check_tells_all_that_a_build_would_not_take_and_where(workspace: Path) -> None:
    content, templates = workspace / "content", workspace / "site-templates"
    (content / "Bad Name.md").write_text("x")
    (content / "lost.md").write_text("x\n\n[x](nowhere.md)\n")
    (content / "mine.md").write_text("well\n\n<b>x</b>\n")
    (templates / "pages").mkdir(parents=True)
    (templates / TEMPLATE).write_text("---\ntitle: x\n---\n{% for %}")
    code, own = checked(workspace)
    assert code == 3
    starts = (
        "content/Bad Name.md: the name cannot be",
        "content/mine.md:3:1: <b> is HTML",
        "content/lost.md:3:1: the link 'nowhere.md' leads to no page",
        f"site-templates/{TEMPLATE}:4:1: ",
    )
    assert len(own["errors"]) == len(starts)
    for told, start in zip(own["errors"], starts, strict=True):
        assert told.startswith(start)
    (told,) = own["warnings"]
    assert f"netreport template --diff {TEMPLATE}" in told
    assert run("check", "-w", workspace).stderr.count("error: ") == len(starts)


def test_check_names_a_template_that_stands_for_none_of_ours(workspace: Path) -> None:
    (workspace / "site-templates" / "pages").mkdir(parents=True)
    (workspace / "site-templates" / "pages" / "topics.md.j2").write_text("x")
    code, own = checked(workspace)
    assert code == 3
    assert "did you mean pages/topic.md.j2?" in own["errors"][0]
