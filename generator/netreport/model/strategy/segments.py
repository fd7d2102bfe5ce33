"""Who is who in the strategy: the groups, people of private life, and the owner's own word."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from netreport.model.strategy.base import (
    Country,
    Identifier,
    Language,
    Listed,
    OneOf,
    Profile,
    Region,
    Setting,
    Text,
)
from netreport.model.taxonomy import Function, Seniority

Some = Annotated[Listed[Text], Field(min_length=1)]


class Fit(StrEnum):
    """How well a group suits the strategy."""

    IDEAL = "ideal"
    GOOD = "good"
    NEUTRAL = "neutral"
    POOR = "poor"


class RegionUnknown(StrEnum):
    """What becomes of somebody who fits a group but whose region nobody can tell."""

    MATCH = "match"
    NO_MATCH = "no_match"
    REVIEW = "review"


class Where(Setting):
    """The conditions of a group. All of them must hold; of the values in one list, any one will do.

    No condition at all, `{}`, means everybody.
    """

    # A condition that was left out is an empty tuple; the file may not write an empty list, because
    # nobody can say whether that means everybody or nobody.
    function: Annotated[Listed[Function], Field(min_length=1)] = ()
    """What they work in: LinkedIn's 26 functions and General Management."""
    seniority: Annotated[Listed[Seniority], Field(min_length=1)] = ()
    """How senior they are, from Unpaid to Owner."""
    region: Annotated[Listed[Region], Field(min_length=1)] = ()
    """Countries by their two letters (AU, DE) or regions (APAC, DACH). NA means North America."""
    company_list: Some = ()
    """Companies by name. The legal form (Ltd, GmbH) and the case of letters do not matter."""
    title_any: Some = ()
    """Words of which the job title must hold at least one."""
    title_none: Some = ()
    """Words of which the job title may hold none."""
    company_any: Some = ()
    """Words of which the company name must hold at least one."""
    industry: Some = ()
    """Industries, for people whose industry you have added in people.csv or under overrides."""
    tag: Some = ()
    """Tags that you gave people in people.csv."""

    @property
    def everybody(self) -> bool:
        """Whether there is no condition at all."""
        return not self.model_fields_set


class Segment(Setting):
    """A group of people that the strategy names. The first that fits names a person."""

    id: Identifier
    """A short name for the group: small letters, digits and hyphens, such as sales-apac."""
    label: Annotated[str, Field(max_length=500)] = ""
    """The name that the report prints."""
    fit: OneOf[Fit]
    """How well these people suit the strategy: ideal, good, neutral or poor."""
    where: Where
    """Who belongs to the group. Write {} for everybody."""
    region_unknown: OneOf[RegionUnknown] = RegionUnknown.REVIEW
    """For people whose region nobody can tell: match, no_match, or review to decide yourself."""

    @property
    def name(self) -> str:
        """The label, or the id where there is none."""
        return self.label or self.id


class SocialContext(Setting):
    """People known from private life: keep the friendship, not the feed."""

    people: Listed[Text] = ()
    """Their LinkedIn profile addresses, or their names."""
    companies: Listed[Text] = ()
    """Companies, schools or clubs whose people you know from private life."""
    treat_as: Literal["wrong_channel", "keep", "review"] = "wrong_channel"
    """wrong_channel: better as friends elsewhere; keep: leave them in peace; review: ask me.

    For your record: the report treats all of them alike."""


class TitleOverride(Setting):
    """How one job title is to be read."""

    function: Function | None = None
    """What people with this title work in."""
    seniority: Seniority | None = None
    """How senior people with this title are."""


class CompanyOverride(Setting):
    """What you know about one company."""

    region: Region | None = None
    """The country by its two letters, or the region."""
    industry: Text | None = None
    """The industry, in the words that your segments use."""


class PersonOverride(TitleOverride):
    """What you know about one person."""

    company: Text | None = None
    """The company they work for."""
    region: Region | None = None
    """The country by its two letters, or the region."""
    industry: Text | None = None
    """The industry, in the words that your segments use."""
    segment: Identifier | None = None
    """The id of the segment they belong to, whatever else is known."""


class Overrides(Setting):
    """Your own word, which wins over everything netreport works out."""

    titles: Mapping[str, TitleOverride] = {}
    """Job titles, each with its function and seniority."""
    companies: Mapping[str, CompanyOverride] = {}
    """Companies, each with its region and industry."""
    people: Mapping[str, PersonOverride] = {}
    """Profile addresses or names, each with what you know."""


class Owner(Setting):
    """Whose network it is."""

    name: Text | None = None
    """Your name, as the report should print it."""
    profile: Profile | None = None
    """The address of your LinkedIn profile."""
    home_country: Country | None = None
    """Your country by its two letters, such as AU. For your record."""
    languages: Listed[Language] = ("en",)
    """The languages you write in by their two letters, such as en."""
