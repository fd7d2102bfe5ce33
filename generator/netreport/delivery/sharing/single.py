"""One file that holds a whole site and opens from a disk, without a network.

Takes a built site, gives HTML: a small document with the site's styles and scripts, and all pages
packed in it. Its policy lets run what is named by its hash, and lets nothing be fetched.
"""

import base64
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from string import Template

from netreport.delivery.sharing.packing import Packed, pack
from netreport.site.policy import script_hash
from netreport.site.resources import templates

BEFORE = ("following",)  # the pages' own scripts find it
AFTER = ("links", "search", "header", "pages")
_STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def single_file(site: Path) -> str:
    """Give the built site in the folder `site` as one HTML document; the same site, the same text.

    Raises OutputError if there is no built site.
    """
    packed = pack(site)
    styles, scripts = "\n".join(_styles(packed)), "\n".join(_scripts(packed))
    head = packed.first.head
    return Template(part("open.html")).substitute(
        language=escape(head.language),
        direction=escape(head.direction),
        policy=policy(styles + scripts),
        metas="\n".join(
            f'<meta name="{escape(name)}" content="{escape(said)}">' for name, said in head.metas
        ),
        title=escape(head.title),
        styles=styles,
        packed=base64.b64encode(packed.payload).decode(),
        scripts=scripts,
    )


def policy(html: str) -> str:
    """Give a policy under which the styles and scripts that stand in `html` work, and no others."""
    scripts, styles = _hashes(_SCRIPT, html), _hashes(_STYLE, html)
    return (
        f"default-src 'none'; script-src {scripts}; style-src-elem {styles}; "
        "style-src-attr 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
    )


def part(name: str) -> str:
    """Give a file of `site-templates/share`."""
    return (templates() / "share" / name).read_text("utf-8")


def script(text: str) -> str:
    """Give a script as an element. What would end the element early must not stand in it."""
    return f"<script>{_closed(text, '</script')}</script>"


def style(text: str, attributes: str = "") -> str:
    """Give a style sheet as an element."""
    return f"<style{attributes}>{_closed(text, '</style')}</style>"


def _closed(text: str, end: str) -> str:
    assert end not in text.lower(), f"our own file holds {end}"  # noqa: S101
    return text


def _styles(packed: Packed) -> Iterator[str]:
    for path, text in packed.styles.items():
        yield style(text, f' data-path="{escape(path)}"')
    yield style(part("share.css"))


def _scripts(packed: Packed) -> Iterator[str]:
    yield from (script(part(f"js/{name}.js")) for name in BEFORE)
    yield from map(script, packed.scripts.values())
    yield from (script(part(f"js/{name}.js")) for name in AFTER)


def _hashes(element: re.Pattern[str], html: str) -> str:
    found = dict.fromkeys(f"'sha256-{script_hash(text)}'" for text in element.findall(html))
    return " ".join(found)
