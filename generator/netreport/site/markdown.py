"""Contexts become Markdown: the one Jinja environment, in which all text is harmless by default."""

from collections.abc import Sequence
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from netreport.model.text import md
from netreport.site import resources


def environment(overrides: Sequence[Path] = ()) -> Environment:
    """Give the environment; templates in `overrides` win over ours, file by file.

    Whatever a template prints is either text, whose punctuation is spelled out so that it can
    be no markup of any kind, or `Markup` that this package made. Anything else is a mistake of
    the page's context.
    """
    folders = [*overrides, resources.templates()]
    return Environment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _harmless(value: object) -> object:
    if hasattr(value, "__html__"):
        return value
    if isinstance(value, str):
        return Markup(md(value))  # noqa: S704 - md() leaves no markup
    raise TypeError(f"a context holds {type(value).__name__} where a template prints text")
