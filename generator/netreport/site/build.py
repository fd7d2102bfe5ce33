"""Markdown becomes a site: MkDocs runs inside this process, in a private folder."""

import errno
import logging
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from html import escape
from pathlib import Path

import yaml
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from netreport.errors import StrategyError
from netreport.model.settings import Settings
from netreport.model.text import clean
from netreport.pages import people
from netreport.site import resources, tree
from netreport.site.bypass import Bypass
from netreport.site.policy import content_security_policy
from netreport.site.theme import once

Menu = list[dict[str, "str | Menu"]]
_FINISHED = "strict mode"  # what MkDocs says when it has built all and found mistakes
DROPPED = ("404.html", "sitemap.xml", "sitemap.xml.gz")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What every page says about its build. `names`: another reader than the owner sees them."""

    build_id: str
    audience: str
    audience_title: str
    audience_line: str
    findable: bool = False
    names: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A site before it is built: pages and assets by path, the menu, and the stamp.

    `review`: what the pages' scripts need to take a review, by name; empty where nobody may.
    `links`: the file of each address that the owner's own texts lead to.
    """

    pages: Mapping[str, str]
    assets: Mapping[str, bytes]
    menu: Menu
    stamp: Stamp
    settings: Settings = field(default_factory=Settings)
    review: Mapping[str, str] = field(default_factory=dict)
    policy: str = field(default_factory=content_security_policy)
    links: Mapping[str, str] = field(default_factory=dict)


def write(source: Source, folder: Path) -> Path:
    """Write Markdown, assets and `mkdocs.yml` into a new or empty folder; give the config.

    What is written builds by itself with `mkdocs build`.
    """
    docs = folder / "docs"
    docs.mkdir(parents=True)
    ours = resources.theme()
    for asset in tree.files(ours / "assets"):
        _put(docs / asset.relative_to(ours), asset.read_bytes())
    for path, text in source.pages.items():
        _put(docs / path, text.encode())
    for path, data in source.assets.items():
        _put(docs / path, data)
    _put(folder / "theme" / "main.html", (ours / "main.html").read_bytes())
    config = folder / "mkdocs.yml"
    config.write_text(_configuration(source), "utf-8")
    return config


def build(config: Path, site: Path, links: Mapping[str, str] | None = None) -> None:
    """Build the site that `config` describes into `site`.

    Raises StrategyError for a link in a text of the owner's that leads nowhere (`links`: the file
    of each), RuntimeError with MkDocs' own words for any other, which is our mistake, and OSError
    if MkDocs could not read all of the pages.
    """
    complaints = _Complaints()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(complaints)
    logger.propagate = False
    try:
        settings = load_config(str(config), site_dir=str(site))
        settings.theme = once(settings.theme)
        settings.plugins["netreport"] = Bypass()
        settings.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(settings)
        settings.plugins.on_shutdown()
    except (Abort, MkDocsException) as error:
        if _FINISHED in str(error):
            _compare(config.parent / "docs", site)
        raise _explained([*complaints.lines, str(error)], links or {}) from error
    finally:
        logger.removeHandler(complaints)
    _compare(config.parent / "docs", site)
    _trim(site, settings.theme["language"])


def _explained(lines: Sequence[str], links: Mapping[str, str]) -> Exception:
    broken = [link for link in links if any(f"a link '{link}'" in line for line in lines)]
    if not broken:
        return RuntimeError("\n".join(lines))
    return StrategyError(
        f"{links[broken[0]]}: the link {broken[0]!r} leads to no page or place of the report",
        remedy="compare it with the address of the page, ending in .md instead of .html",
        file=links[broken[0]],
    )


def _compare(docs: Path, site: Path) -> None:
    """Find a page or asset that is not in the site: MkDocs passes over what it cannot list."""
    for path in tree.files(docs):
        made = site / path.relative_to(docs)
        made = made.with_suffix(".html") if made.suffix == ".md" else made
        if not made.is_file():
            raise OSError(errno.EIO, "a file was not read", path.name)


class _Complaints(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _configuration(source: Source) -> str:
    config = yaml.safe_load(resources.base_configuration().read_text("utf-8"))
    config["nav"] = source.menu
    config["extra"] |= {"policy": source.policy, **asdict(source.stamp)}
    config["extra"]["review"] = dict(source.review)
    idle = [word for word, is_there in _parts(source).items() if not is_there]
    scripts = config["extra_javascript"]
    config["extra_javascript"] = [path for path in scripts if not any(one in path for one in idle)]
    theme = config["theme"]
    theme |= {"custom_dir": "theme", "language": source.settings.language}
    theme["palette"] = [scheme | _colours(source.settings) for scheme in theme["palette"]]
    if source.settings.site_name:
        config["site_name"] = escape(clean(source.settings.site_name))
    return str(yaml.safe_dump(config, sort_keys=False, allow_unicode=True))


def _parts(source: Source) -> dict[str, bool]:
    """Give whether the site has what a script of such a name is for."""
    return {
        "review": bool(source.review),
        "find-people": people.DATA in source.assets,
        "sort-rows": any("data-nr-sorted" in page for page in source.pages.values()),
    }


def _colours(settings: Settings) -> dict[str, str]:
    chosen = {"primary": settings.primary, "accent": settings.accent}
    return {name: colour for name, colour in chosen.items() if colour}


def _trim(site: Path, language: str) -> None:
    """Drop what nobody opens: source maps, and the word stemmers of other languages."""
    for path in [*tree.files(site, ".map"), *(site / name for name in DROPPED)]:
        path.unlink(missing_ok=True)
    stemmers = site / "assets" / "javascripts" / "lunr"
    if language == "en" and stemmers.exists():
        shutil.rmtree(stemmers)
