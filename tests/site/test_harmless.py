"""Other people's text means its letters wherever a template may put it; nothing else gets by."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import Environment, UndefinedError, nodes
from markdown import Markdown

from hostile import ALL
from netreport.model.text import Untrusted, clean
from netreport.site import resources
from netreport.site.markdown import environment
from netreport.site.verify import verify

CONTEXTS = {
    "paragraph": "Said: {{ x }} and more.",
    "list": "* by {{ x }} there\n* by others\n",
    "cell": "| who | what |\n| --- | --- |\n| a | by {{ x }} there |\n",
    "heading": "## About {{ x }} there\n",
    "link": "[to {{ x }} there](people.md)",
    "attribute": '<p class="nr-lead" title="{{ x }}">a</p>',
    "code": "<pre><code>{{ x }}</code></pre>",
    "definition": "Term\n:   means {{ x }} there\n",
    "admonition": '!!! note "Note"\n\n    On {{ x }} there\n',
}
SETTINGS = yaml.safe_load(resources.base_configuration().read_text("utf-8"))
ENGINE = environment()
TEMPLATES = {name: ENGINE.from_string(text) for name, text in CONTEXTS.items()}


class _Seen(HTMLParser):
    """What a browser makes of a page: elements with their attributes' names, and all text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.text, self.titles = "", list[str | None]()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(name for name, _ in attrs)))
        self.titles += [value for name, value in attrs if name == "title" and tag == "p"]

    def handle_data(self, data: str) -> None:
        self.text += data


def _markdown() -> Markdown:
    told = [one if isinstance(one, dict) else {one: {}} for one in SETTINGS["markdown_extensions"]]
    names = {name: options for one in told for name, options in one.items()}
    return Markdown(extensions=list(names), extension_configs=names)


MARKDOWN = _markdown()


def _seen(context: str, text: str) -> _Seen:
    return _Seen(MARKDOWN.reset().convert(TEMPLATES[context].render(x=Untrusted(text))))


@pytest.mark.parametrize("context", CONTEXTS)
@given(text=st.text(max_size=60) | st.text("[]()!*_`~|#:{}<>&\"'=-+.\\/ \n\tab1", max_size=40))
@example(text="x" * 400)
def test_a_text_is_its_letters_in_every_context(context: str, text: str) -> None:
    harmless, said = _seen(context, "harmless"), _seen(context, text)

    assert said.elements == harmless.elements
    shown = said.titles[0] if context == "attribute" else said.text
    usual = harmless.titles[0] if context == "attribute" else harmless.text
    assert usual is not None
    assert shown == usual.replace("harmless", clean(text))


@pytest.mark.parametrize("context", CONTEXTS)
def test_no_payload_is_more_than_its_letters(context: str) -> None:
    usual = _seen(context, "harmless").elements
    assert [text for text in ALL if _seen(context, text).elements != usual] == []


def test_what_is_no_text_and_what_is_not_there_stop_a_page() -> None:
    template = ENGINE.from_string("{{ x }}")
    for nothing in (None, 3, ["a"], {"a": 1}):
        with pytest.raises(TypeError):
            template.render(x=nothing)
    with pytest.raises(UndefinedError):
        template.render()


def test_templates_print_and_do_nothing_else_to_data() -> None:
    """No filter, no joining of texts, no mark that something is safe: contexts come finished."""
    found = []
    for path in sorted(resources.templates().rglob("*.j2")):
        tree = Environment(autoescape=True).parse(path.read_text("utf-8"))
        for kind in (
            nodes.Filter,
            nodes.Concat,
            nodes.MarkSafe,
            nodes.Add,
            nodes.EvalContextModifier,
        ):
            found += [f"{path.name}:{one.lineno}: {kind.__name__}" for one in tree.find_all(kind)]
    assert found == []


def test_plugins_and_extensions_are_these() -> None:
    names = [
        next(iter(one)) if isinstance(one, dict) else one for one in SETTINGS["markdown_extensions"]
    ]
    assert names == ["admonition", "def_list", "tables", "toc"]
    assert SETTINGS["plugins"] == {"search": {}, "offline": {}}
    assert SETTINGS["theme"]["font"] is False
    assert "repo_url" not in SETTINGS


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ("<iframe></iframe>", "a <iframe>"),
        ("<form action=a></form>", "a <form>"),
        ("<object data=a></object>", "a <object>"),
        ("<embed src=a>", "a <embed>"),
        ('<base href="/">', "a <base>"),
        ("<p onclick=a()>x</p>", "an event handler on <p>"),
        ("<svg/onload=a()>", "an event handler on <svg>"),
        ('<p onclick="a()">x</p>', "an event handler on <p>"),
        ('<p class="b"\nonclick="a()">x</p>', "an event handler on <p>"),
        ('<meta http-equiv="Refresh" content="0">', "sends its reader elsewhere"),
        ("<script>a()</script>", "a script that is not the theme's"),
        ('<script src="https://a.example/a.js"></script>', "<script> loads from outside"),
        ('<script src="//a.example/a.js"></script>', "<script> loads from outside"),
        ('<img src="http://a.example/a.png">', "<img> loads from outside"),
        ('<link rel=icon href="https://a.example">', "<link> loads from outside"),
        ('<a href="javascript:a()">x</a>', "a link that leads outside"),
        ('<a href=" JavaScript:a()">x</a>', "a link that leads outside"),
        ('<a href="data:text/html,x">x</a>', "a link that leads outside"),
        ('<a href="https://www.linkedin.com.a.example/in/x">x</a>', "a link that leads outside"),
        ('<a href="https://www.linkedin.com/in/x/../../a">x</a>', "a link that leads outside"),
        ('<p id="__search"></p><p id="__search"></p>', "a second element with the id __search"),
        ('<p id="__search"></p><p id="&#95;_search"></p>', "a second element with the id __search"),
        ('<p title="a>b" ONCLICK="a()">x</p>', "an event handler on <p>"),
        ('<p title="a"onclick="a()">x</p>', "an event handler on <p>"),
        ("<p title='<b>' onclick='a()'>x</p>", "an event handler on <p>"),
        ("<!-<b>-<p onclick='a()'>x</p>-->", "an event handler on <p>"),
        ('<b title="<script>">x</b><p onclick="a()">x</p>', "an event handler on <p>"),
        ('<script type="text/javascript">a("<b>")</script>', "a script that is not the theme's"),
        ('<script id="a">1<<b</script>', "a script that is not the theme's"),
        ('<SCRIPT SRC="//a.example/a.js"></SCRIPT>', "<script> loads from outside"),
        ('<a\nhref="java&#115;cript&#58;a()">x</a>', "a link that leads outside"),
    ],
)
def test_a_page_with_anything_that_runs_is_never_installed(
    html: str, fault: str, tmp_path: Path
) -> None:
    (tmp_path / "index.html").write_text(f"<!doctype html><title>x</title>{html}", "utf-8")
    with pytest.raises(RuntimeError, match=f"index.html: .*{fault}"):
        verify(tmp_path)


def test_a_page_of_words_and_profiles_is_fine(tmp_path: Path) -> None:
    page = '<p>x <a href="people.html#a">y</a> <a href="https://www.linkedin.com/in/z%C3%AB">z</a>'
    (tmp_path / "index.html").write_text(f"<!doctype html><title>x</title>{page}</p>", "utf-8")
    verify(tmp_path)
