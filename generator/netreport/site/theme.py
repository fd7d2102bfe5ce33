"""The theme as MkDocs has it, without the work that comes to nothing."""

import os
from functools import cached_property
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme


class Once(Theme):
    """A theme that compiles a template once, where MkDocs' plugins have it compiled each anew."""

    def get_env(self) -> Environment:
        """Give the one environment."""
        return self._environment

    @cached_property
    def _environment(self) -> Environment:
        made = super().get_env()
        made.loader = _Shelf(self.dirs)
        return made


def once(theme: Theme) -> Once:
    """Give the same theme."""
    chosen = {**theme, "locale": str(theme.locale)}
    return Once(custom_dir=theme.custom_dir, static_templates=theme.static_templates, **chosen)


class _Shelf(FileSystemLoader):
    """Templates, whose list leaves out what MkDocs would pass over: Material's 14,000 icons."""

    def list_templates(self) -> list[str]:
        found = set[str]()
        for folder in self.searchpath:
            for root, folders, files in os.walk(folder):
                folders[:] = (name for name in folders if not name.startswith("."))
                within = Path(root).relative_to(folder)
                found.update((within / name).as_posix() for name in files)
        return sorted(found)
