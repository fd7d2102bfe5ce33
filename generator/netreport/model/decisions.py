"""What the owner decided, and the words for it. A decision always wins over what netreport thinks.

Takes nothing, gives types. What is decided about is a profile slug, or the id of an action.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What was decided about. QUIZ is the recognition test: is this somebody you know?"""

    INVITATION = "invitation"
    PERSON = "person"
    RELEVANCE = "relevance"
    QUIZ = "quiz"
    ACTION = "action"
    REVIEW = "review"


class Choice(StrEnum):
    """What was decided. The first five are about invitations, the last three about reviews."""

    ACCEPT = "accept"
    ASK_WHY = "ask_why"
    IGNORE = "ignore"
    REVIEW = "review"
    ANSWERED_ELSEWHERE = "answered_elsewhere"
    SKIP = "skip"
    KEEP = "keep"
    REMOVE = "remove"
    DONE = "done"
    YES = "yes"
    NO = "no"
    UNSURE = "unsure"
    AGREE = "agree"
    DISAGREE = "disagree"
    DISCUSS = "discuss"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. `decided_on` is None where the owner wrote it down without a day.

    `advised`: what netreport advised when it was made; None where it advised nothing.
    """

    subject: str
    kind: Kind
    choice: Choice
    decided_on: date | None
    note: str = ""
    advised: Choice | None = None

    @property
    def about(self) -> tuple[str, Kind]:
        """Give what the decision is about; a later one about the same takes its place."""
        return self.subject, self.kind
