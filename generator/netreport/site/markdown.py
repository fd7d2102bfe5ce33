"""Contexts become Markdown: the one Jinja environment, in which all text is harmless by default."""

from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from netreport.model.text import md
from netreport.site import resources


def environment(overrides: Path | None = None) -> Environment:
    """Give the environment; templates in the folder `overrides` win over ours, file by file.

    Whatever a template prints is either text, whose punctuation is spelled out so that it can
    be no markup of any kind, or `Markup` that this package made. Anything else is a mistake of
    the page's context. `note`, which gives the owner's note under a section, gives none at first.
    Templates can do nothing but print: one that came with a workspace may be anybody's.
    """
    folders = [resources.templates()] if overrides is None else [overrides, resources.templates()]
    engine = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    engine.globals["note"] = lambda _section: Markup()
    return engine


def _harmless(value: object) -> object:
    if isinstance(value, Undefined):
        return str(value)  # raises UndefinedError with the name
    if hasattr(value, "__html__"):
        return value
    if isinstance(value, str):
        return Markup(md(value))  # noqa: S704 - md() leaves no markup
    raise TypeError(f"a context holds {type(value).__name__} where a template prints text")
