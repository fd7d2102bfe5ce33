"""Which tables there are, and the types that their columns share."""

from collections.abc import Mapping
from enum import StrEnum

import polars as pl

TIME = pl.Datetime("us")
NAMES = pl.List(pl.String)


class Table(StrEnum):
    """The tables that an export, the workspace and the facts give."""

    CONNECTIONS = "connections"
    INVITATIONS = "invitations"
    MESSAGES = "messages"
    SHARES = "shares"
    COMMENTS = "comments"
    REACTIONS = "reactions"
    VOTES = "votes"
    REPOSTS = "reposts"
    ARTICLES = "articles"
    ENDORSEMENTS = "endorsements"
    RECOMMENDATIONS = "recommendations"
    PROFILE = "profile"
    POSITIONS = "positions"
    SKILLS = "skills"
    COMPANY_FOLLOWS = "company_follows"
    MEMBER_FOLLOWS = "member_follows"
    HASHTAG_FOLLOWS = "hashtag_follows"
    SEARCHES = "searches"
    NOTES = "notes"
    # what the owner adds
    ENRICHMENT = "enrichment"
    COMPANY_FACTS = "company_facts"
    OUTREACH = "outreach"
    DECISIONS = "decisions"
    POST_REACH = "post_reach"
    AUDIENCE_DAYS = "audience_days"
    DEMOGRAPHICS = "demographics"
    # what the facts derive
    PEOPLE = "people"
    EXCHANGES = "exchanges"
    TIES = "ties"
    OPENINGS = "openings"
    THREADS = "threads"
    REQUESTS = "requests"
    PENDING = "pending"
    POSTS = "posts"
    CHANGES = "changes"


def schema(columns: Mapping[str, pl.DataType | type[pl.DataType]]) -> pl.Schema:
    """Give the schema of a table: its columns in order, each with its type."""
    return pl.Schema(columns)
