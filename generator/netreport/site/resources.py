"""Finds what ships beside the code: templates, hand-written pages, the base configuration."""

from functools import cache
from pathlib import Path


@cache
def data_root() -> Path:
    """Give the folder that holds `site-templates`, `content` and `mkdocs.yml`.

    In a wheel that is `netreport/_data`; in a checkout, the repository.
    """
    package = Path(__file__).resolve().parents[1]
    shipped = package / "_data"
    return shipped if shipped.is_dir() else package.parents[1]


def templates() -> Path:
    """Give the folder of page, metric and theme templates."""
    return data_root() / "site-templates"


def theme() -> Path:
    """Give the folder that overrides Material's templates and adds our styles and scripts."""
    return templates() / "theme"


def content() -> Path:
    """Give the folder of hand-written pages that ship with every report."""
    return data_root() / "content"


def base_configuration() -> Path:
    """Give the `mkdocs.yml` that every report starts from."""
    return data_root() / "mkdocs.yml"
