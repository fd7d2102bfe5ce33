"""The content security policy of every page: nothing is loaded that is not part of the site."""

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import material
from jinja2 import Environment, FileSystemLoader

from netreport.site.resources import base_configuration

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_SCRIPTS = ("base", "palette", "content")  # Material's inline scripts that our pages carry
# Zensical 0.0.73 differs in "base" alone; a test holds that its pages carry no other script.
_ZENSICAL = "Evy0w9xK1XSMyE+m9soV6NMey9GY8Oj+vqoLbOk9rAY="


@cache
def content_security_policy() -> str:
    """Give the policy, with the hashes of the theme's own inline scripts.

    The hashes are taken from the theme's templates, which hold nobody's data.
    """
    return _policy(_named(theme_hashes()))


def portable_policy() -> str:
    """Give the policy of Markdown that is handed out: Zensical may build it, too."""
    return _policy(_named([*theme_hashes(), _ZENSICAL]))


def preview_policy() -> str:
    """Give the policy of a preview, whose server writes a script of its own into each page."""
    return _policy("'unsafe-inline'")


def _named(hashes: Iterable[str]) -> str:
    return " ".join(f"'sha256-{value}'" for value in hashes)


def _policy(sources: str) -> str:
    return (
        f"default-src 'none'; script-src 'self' {sources}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; "
        "manifest-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'"
    )


@cache
def theme_hashes() -> tuple[str, ...]:
    """Give the hashes of the inline scripts that Material puts into every page."""
    folder = Path(material.__file__).parent / "templates" / "partials" / "javascripts"
    engine = Environment(loader=FileSystemLoader(folder), autoescape=True)
    scope = {"extra": {"scope": _scope()}}
    pages = [engine.get_template(f"{name}.html").render(config=scope) for name in _SCRIPTS]
    return tuple(script_hash(script) for page in pages for script in _INLINE.findall(page))


def script_hash(script: str) -> str:
    """Give the SHA-256 of a script's text in base64, as a policy names it."""
    return b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _scope() -> str:
    found = re.search(r'^  scope: "(.*)"$', base_configuration().read_text("utf-8"), re.MULTILINE)
    assert found is not None, "mkdocs.yml names the theme's scope"  # noqa: S101
    return found[1]
