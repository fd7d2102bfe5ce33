"""Where a run reads and writes, for whom, and what it came to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from netreport.audience import Audience, Reader
from netreport.model.judging import Verdict
from netreport.model.published import Cell
from netreport.model.report import Answer, Report


@dataclass(frozen=True, slots=True)
class Places:
    """Where a run reads and writes; what is None is not there."""

    exports: Sequence[Path]
    strategy: Path
    site: Path
    settings: Path | None = None
    people: Sequence[Path] = ()
    outreach: Path | None = None
    decisions: Path | None = None
    reviews: Path | None = None
    analytics: Sequence[Path] = ()
    texts: Path | None = None
    content: Path | None = None
    templates: Path | None = None
    key: Path | None = None
    cache: Path | None = None
    scores: Path | None = None
    published: Path | None = None
    as_of: date | None = None
    audience: Audience = Audience.PRIVATE

    @property
    def watched(self) -> Sequence[Path]:
        """Give the files whose change is a reason to build again."""
        added = (
            self.outreach,
            self.decisions,
            self.reviews,
            self.texts,
            self.content,
            self.templates,
        )
        files = (self.strategy, self.settings, *self.people, *added)
        return [path for path in files if path is not None]


@dataclass(frozen=True, slots=True)
class Built:
    """A finished site: where it is, what it says and to whom, and which targets were missed.

    `cells`: the counts that everybody is told by it; none for another reader.
    """

    site: Path
    report: Report = field(repr=False)
    reader: Reader
    warnings: Sequence[str] = ()
    cells: Mapping[str, Cell] = field(default_factory=dict, repr=False)

    @property
    def missed(self) -> Sequence[Answer]:
        """Give the answers that miss their target."""
        return [a for a in self.report.answers.values() if a.judged.verdict is Verdict.MISSED]
