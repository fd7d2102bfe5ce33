"""The kinds of value that a strategy file may hold, each with its limits."""

from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema

from netreport.model.places import COUNTRIES, MACRO_REGIONS

T = TypeVar("T")


def _known_country(code: str) -> str:
    if code not in COUNTRIES:
        raise ValueError(f"no such country: {code}")
    return code


Text = Annotated[str, Field(min_length=1, max_length=500)]
Share = Annotated[float, Field(ge=0, le=1)]
Positive = Annotated[float, Field(gt=0, le=1_000_000)]
Amount = Annotated[float, Field(ge=0, le=1_000_000_000)]
Count = Annotated[int, Field(ge=0, le=1_000_000)]
Days = Annotated[int, Field(ge=1, le=36_500)]
Identifier = Annotated[
    str,
    Field(
        pattern=r"^[a-z0-9][a-z0-9_-]{0,59}$",
        json_schema_extra={"errorMessage": "expected small letters, digits and hyphens"},
    ),
]
Language = Annotated[
    str,
    Field(
        pattern=r"^[a-z]{2}$",
        json_schema_extra={"errorMessage": "expected a language by its two letters, such as en"},
    ),
]
Currency = Annotated[
    str,
    Field(
        pattern=r"^[A-Z]{3}$",
        json_schema_extra={"errorMessage": "expected a currency by its letters, such as EUR"},
    ),
]
Profile = Annotated[
    str,
    Field(
        max_length=500,
        pattern=r"^(https?://)?([a-z]+\.)?[lL]inked[iI]n\.com/in/[^/?#\s]+",
        json_schema_extra={
            "errorMessage": "expected a profile address such as "
            "https://www.linkedin.com/in/jane-example"
        },
    ),
]
Country = Annotated[
    str,
    AfterValidator(_known_country),
    WithJsonSchema(
        {
            "type": "string",
            "enum": [*COUNTRIES],
            "enumDescriptions": [*COUNTRIES.values()],
            "errorMessage": "expected a country by its two letters, such as AU",
        }
    ),
]
Region = Annotated[
    Text,
    WithJsonSchema(
        {
            "anyOf": [
                {
                    "enum": [*MACRO_REGIONS, *(code for code in COUNTRIES if code != "NA")],
                    "enumDescriptions": [
                        *MACRO_REGIONS.values(),
                        *(name for code, name in COUNTRIES.items() if code != "NA"),
                    ],
                },
                {"type": "string", "minLength": 1, "maxLength": 500},
            ],
            "errorMessage": "expected a region such as APAC, or a country such as AU",
        }
    ),
]
"""A country, a known region, or one that the strategy itself names under `regions`."""

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
