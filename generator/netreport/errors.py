"""Everything that stops a run. Each error says what is wrong and what to do about it.

Errors are for the run; a row that cannot be used is an `Issue` and stops nothing.
The command line turns an error into `error: ...` and `hint: ...` and the class's exit code.
"""

from dataclasses import dataclass
from typing import ClassVar


class NetreportError(Exception):
    """Stops the run with one sentence and a remedy.

    `problem` says what is wrong, starting with the file where there is one.
    `remedy` says what to do. Neither holds text of the export.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, problem: str, *, remedy: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy


class UsageError(NetreportError):
    """The command was called in a way that cannot work."""

    exit_code = 2


class ExportError(NetreportError):
    """The export, or another file with people in it, cannot be read."""

    exit_code = 3


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """One mistake in a YAML file: where (line and column from 1), which key, what about it."""

    line: int
    column: int
    key: str
    message: str


class StrategyError(NetreportError):
    """The strategy file, or the owner's mkdocs.yml, cannot be used; tells all mistakes at once."""

    exit_code = 3

    def __init__(
        self, problem: str, *, remedy: str, file: str = "", mistakes: tuple[Mistake, ...] = ()
    ) -> None:
        super().__init__(problem, remedy=remedy)
        self.file = file
        self.mistakes = mistakes


class OutputError(NetreportError):
    """The site cannot be written where it was asked for; what stood there still stands."""

    exit_code = 4


class LockedError(NetreportError):
    """Another run holds the workspace."""

    exit_code = 5


class PrivacyError(NetreportError):
    """The output would have told more than its audience may know; `found` says where, masked."""

    exit_code = 6

    def __init__(self, problem: str, *, remedy: str, found: tuple[str, ...] = ()) -> None:
        super().__init__(problem, remedy=remedy)
        self.found = found


class PartError(NetreportError):
    """Some networks of a cohort could not be built; all others were."""

    exit_code = 7
