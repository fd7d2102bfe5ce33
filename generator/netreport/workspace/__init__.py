"""Where things are in a workspace; nothing else knows its file names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from netreport.audience import Audience
from netreport.errors import ExportError, UsageError
from netreport.places import Places

STRATEGY = "strategy.yml"
SITES = {
    Audience.PRIVATE: "site",
    Audience.COACH: "site-coach",
    Audience.PUBLIC: "site-public",
}
SUMMARY = "site-cohort"
_IGNORED = frozenset({".ds_store", "desktop.ini", "thumbs.db", ".gitkeep", "read me.txt"})


@dataclass(frozen=True, slots=True)
class Workspace:
    """The owner's folder; every path is where a thing would be, whether it is there or not."""

    root: Path

    @property
    def strategy(self) -> Path:
        """The connection strategy."""
        return self.root / STRATEGY

    @property
    def schema(self) -> Path:
        """What editors complete the strategy with."""
        return self.root / "strategy.schema.json"

    @property
    def settings(self) -> Path:
        """The owner's title, language and palette."""
        return self.root / "mkdocs.yml"

    @property
    def exports(self) -> Path:
        """LinkedIn's ZIPs or folders as downloaded."""
        return self.root / "exports"

    @property
    def people(self) -> Path:
        """What the export lacks about people."""
        return self.root / "people.csv"

    @property
    def people_template(self) -> Path:
        """A table of people to fill in; once it is filled in, it counts as it is."""
        return self.root / "people-template.csv"

    def found_people(self) -> Sequence[Path]:
        """Give people.csv, then every other people*.csv by name, such as a filled in template."""
        others = sorted(path for path in self.root.glob("people*.csv") if path != self.people)
        return [self.people, *others]

    @property
    def companies(self) -> Path:
        """Countries and industries of companies."""
        return self.root / "companies.csv"

    @property
    def outreach(self) -> Path:
        """Calls, e-mails and InMails, with what came of them."""
        return self.root / "outreach.csv"

    @property
    def decisions(self) -> Path:
        """What the owner decided."""
        return self.root / "decisions.csv"

    @property
    def reviews(self) -> Path:
        """Reviews that came back."""
        return self.root / "reviews"

    @property
    def content(self) -> Path:
        """The owner's own pages."""
        return self.root / "content"

    @property
    def templates(self) -> Path:
        """Templates of the owner's that replace ours."""
        return self.root / "site-templates"

    def site(self, audience: Audience = Audience.PRIVATE) -> Path:
        """Give where the built site for an audience is."""
        return self.root / SITES[audience]

    @property
    def cache(self) -> Path:
        """What was read, kept by fingerprint; deleting it changes nothing but the time."""
        return self.root / ".netreport" / "cache"

    @property
    def key(self) -> Path:
        """The key that pseudonyms are made with."""
        return self.root / ".netreport" / "pseudonyms.key"

    @property
    def scores(self) -> Path:
        """What was said of each export when it was reported."""
        return self.root / ".netreport" / "scores.json"

    @property
    def published(self) -> Path:
        """What everybody was told last time."""
        return self.root / ".netreport" / "published.json"

    @property
    def cohort(self) -> Path:
        """What the last good build in a cohort was made of, and what it told."""
        return self.root / ".netreport" / "cohort.json"

    @property
    def texts(self) -> Path:
        """The owner's own prepared texts."""
        return self.root / "texts"

    @property
    def ignore(self) -> Path:
        """What git must never see."""
        return self.root / ".gitignore"

    def hidden(self) -> Sequence[Path]:
        """Give what git must not take into a repository, whether it is there or not."""
        sites = [self.site(audience) for audience in Audience]
        files = [*self.found_people(), self.outreach, self.decisions]
        return [self.exports, *files, self.reviews, self.key, self.key.parent, self.share, *sites]

    def private(self) -> Mapping[Path, str]:
        """Give the owner's private files and folders, and what each is; sites are made anew."""
        exports = (*self.found_exports(), *self.analytics())
        files = (*self.found_people(), self.outreach, self.decisions, self.reviews)
        return {
            **dict.fromkeys(exports, "an export"),
            **dict.fromkeys(files, "a private file"),
            self.key: "a key",
        }

    @property
    def share(self) -> Path:
        """What is made for a coach."""
        return self.root / "share"

    def places(self, audience: Audience, exports: Sequence[Path] = ()) -> Places:
        """Give where a run for an audience reads and writes.

        `exports` stand in for those in the workspace. Raises ExportError if there are none.
        """
        return Places(
            exports=exports or self.found_exports(),
            strategy=self.strategy,
            site=self.site(audience),
            settings=self.settings,
            people=(*self.found_people(), self.companies),
            outreach=self.outreach,
            decisions=self.decisions,
            reviews=self.reviews,
            analytics=self.analytics(),
            texts=self.texts,
            content=self.content,
            templates=self.templates,
            key=self.key,
            cache=self.cache,
            scores=self.scores,
            published=self.published,
            audience=audience,
        )

    def found_exports(self) -> Sequence[Path]:
        """Give every ZIP and folder in `exports/`, by name.

        Raises ExportError if there is none.
        """
        found = sorted(self.exports.iterdir()) if self.exports.is_dir() else []
        named = [path for path in found if path.name.casefold() not in _IGNORED]
        if not named:
            raise ExportError(
                f"{self.exports.name}/ holds no export yet",
                remedy="copy the ZIP that LinkedIn sent you into it, unopened",
            )
        loose = [path for path in named if path.is_file() and path.suffix.casefold() == ".csv"]
        archives = [path for path in named if path.suffix.casefold() != ".xlsx"]
        return [self.exports] if loose else archives

    def analytics(self) -> Sequence[Path]:
        """Give LinkedIn's analytics workbooks, which lie beside the exports."""
        return sorted(self.exports.glob("*.xlsx")) if self.exports.is_dir() else []


def find(start: Path | None) -> Workspace:
    """Give the workspace at `start`, or the nearest folder above the current one that is one.

    Raises UsageError if there is none.
    """
    if start is not None:
        if not start.is_dir():
            raise UsageError(
                f"there is no folder {start}", remedy=f"make one with: netreport init {start}"
            )
        return Workspace(start)
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / STRATEGY).is_file():
            return Workspace(folder)
    raise UsageError(
        f"neither this folder nor one above it holds a {STRATEGY}",
        remedy="go into your workspace, name it with --workspace, or make one with: "
        "netreport init my-network",
    )
