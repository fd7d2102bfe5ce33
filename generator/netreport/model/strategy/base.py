"""The kinds of value that a strategy file may hold, each with its limits."""

from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field

T = TypeVar("T")

Text = Annotated[str, Field(min_length=1, max_length=500)]
Share = Annotated[float, Field(ge=0, le=1)]
Positive = Annotated[float, Field(gt=0, le=1_000_000)]
Amount = Annotated[float, Field(ge=0, le=1_000_000_000)]
Count = Annotated[int, Field(ge=0, le=1_000_000)]
Days = Annotated[int, Field(ge=1, le=36_500)]
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
Identifier = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,59}$")]
Profile = Annotated[
    str,
    Field(max_length=500, pattern=r"^(?i:https?://)?(?i:[a-z]+\.)?(?i:linkedin\.com/in/)[^/?#\s]+"),
]

Listed = Annotated[tuple[T, ...], Field(strict=False)]
"""A list in the file, which nobody can change once it has been read."""

OneOf = Annotated[T, Field(strict=False)]
"""A word of a closed list, which the file writes as plain text."""


class Setting(BaseModel):
    """A group of keys: no other key is allowed, no value is turned into another type."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        allow_inf_nan=False,
        str_strip_whitespace=True,
        use_attribute_docstrings=True,
    )
