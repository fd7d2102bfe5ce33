"""The owner's `mkdocs.yml`: title, language and palette, and nothing that could run code.

Takes a path, gives `Settings`. MkDocs itself never loads this file: its loader runs what a tag
names. Any other key is a mistake that says so.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from netreport.errors import Mistake
from netreport.model.settings import COLOURS, LANGUAGES, Settings
from netreport.sources import yaml
from netreport.sources.strategy.meaning import closest

Choices = tuple[str, ...] | None
ALLOWED: Mapping[
    yaml.Keys, tuple[str, Choices]
] = {  # where each setting stands in the file, and the words it may be
    ("site_name",): ("site_name", None),
    ("theme", "language"): ("language", LANGUAGES),
    ("theme", "palette", "primary"): ("primary", COLOURS),
    ("theme", "palette", "accent"): ("accent", COLOURS),
}
FOUND_ANYWAY: Mapping[yaml.Keys, str] = {
    ("theme", "name"): "material"
}  # what every mkdocs.yml has, and ours too
GROUPS = {path[:depth] for path in (*ALLOWED, *FOUND_ANYWAY) for depth in range(1, len(path))}


def read(path: Path) -> Settings:
    """Give the owner's settings; without a file, netreport's own.

    Raises StrategyError with all mistakes for any key but title, language and palette.
    """
    if not path.exists():
        return Settings()
    document = yaml.load(yaml.read(path), path.name)
    leaves = dict(_leaves(document.data))
    mistakes = [mistake for keys in leaves for mistake in _wrong(keys, leaves[keys], document)]
    if mistakes:
        raise yaml.refused(path.name, tuple(sorted(mistakes)))
    return Settings(**{ALLOWED[keys][0]: str(leaves[keys]) for keys in leaves if keys in ALLOWED})


def _leaves(data: yaml.Plain, path: yaml.Keys = ()) -> Iterator[tuple[yaml.Keys, yaml.Plain]]:
    """Give every value that is no group of ours, with the keys that lead to it."""
    if isinstance(data, dict) and (not path or path in GROUPS):
        for key, value in data.items():
            yield from _leaves(value, (*path, key))
    elif path or data is not None:
        yield path, data


def _wrong(keys: yaml.Keys, value: yaml.Plain, document: yaml.Document) -> Iterator[Mistake]:
    place, name = document.positions.of_key(keys), yaml.dotted(keys)
    if FOUND_ANYWAY.get(keys) == value:
        return
    if keys not in ALLOWED:
        told = "netreport sets this itself; you may set site_name, theme.language, theme.palette"
        yield Mistake(*place, name, told)
        return
    choices = ALLOWED[keys][1]
    if not isinstance(value, str):
        yield Mistake(*place, name, f"expected a word, found {value}")
    elif choices is not None and value not in choices:
        near = closest(value, choices)
        hint = f' (did you mean "{near}"?)' if near else ""
        yield Mistake(*place, name, f'found "{value}", which Material does not have{hint}')
