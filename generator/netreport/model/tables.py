"""The tables of a network, one schema each. Times are UTC without a zone; days are UTC days.

`person` is the key that joins tables: a profile slug (`slug_of`), or, in exports of the years
without profile addresses, `name:<folded name>|<day>`, which is unique in its file and joins
to nothing. A missing value is null, never an empty string.
"""

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
    THREADS = "threads"
    REQUESTS = "requests"
    POSTS = "posts"
    HISTORY = "history"
    CHANGES = "changes"


SCHEMAS: dict[Table, pl.Schema] = {
    # One row per first-degree connection, in the file's order. `hidden`: only the day is given
    # (a hidden or closed account); such a row has a null `person`.
    Table.CONNECTIONS: pl.Schema(
        {
            "person": pl.String,
            "first_name": pl.String,
            "last_name": pl.String,
            "email": pl.String,
            "company": pl.String,
            "position": pl.String,
            "connected_on": pl.Date,
            "hidden": pl.Boolean,
            "line": pl.UInt32,
        }
    ),
    # `person` and `name`: the other side. `person` is null in exports without profile addresses.
    Table.INVITATIONS: pl.Schema(
        {
            "person": pl.String,
            "name": pl.String,
            "incoming": pl.Boolean,
            "sent_at": TIME,
            "note": pl.String,
            "line": pl.UInt32,
        }
    ),
    # One row per message. `sender`: slug or null (closed account, advertiser, old export);
    # `from_owner`: null where nobody can tell. `recipients`: slugs, without the owner.
    # `people`: how many take part besides the owner. `text`: plain text, entities and tags undone.
    # `sponsored` and `spam`: of the whole conversation.
    Table.MESSAGES: pl.Schema(
        {
            "conversation": pl.String,
            "sender": pl.String,
            "sender_name": pl.String,
            "from_owner": pl.Boolean,
            "recipients": NAMES,
            "recipient_names": NAMES,
            "people": pl.UInt16,
            "sent_at": TIME,
            "subject": pl.String,
            "text": pl.String,
            "draft": pl.Boolean,
            "sponsored": pl.Boolean,
            "spam": pl.Boolean,
            "line": pl.UInt32,
        }
    ),
    Table.SHARES: pl.Schema(
        {
            "posted_at": TIME,
            "link": pl.String,
            "text": pl.String,
            "shared_url": pl.String,
            "media_url": pl.String,
            "visibility": pl.String,
        }
    ),
    Table.COMMENTS: pl.Schema({"commented_at": TIME, "link": pl.String, "text": pl.String}),
    Table.REACTIONS: pl.Schema({"reacted_at": TIME, "kind": pl.String, "link": pl.String}),
    Table.VOTES: pl.Schema({"voted_at": TIME, "link": pl.String, "option": pl.String}),
    Table.REPOSTS: pl.Schema({"reposted_at": TIME, "link": pl.String}),
    # `published_at` is null for a draft.
    Table.ARTICLES: pl.Schema(
        {"title": pl.String, "created_at": TIME, "published_at": TIME, "text": pl.String}
    ),
    Table.ENDORSEMENTS: pl.Schema(
        {
            "person": pl.String,
            "name": pl.String,
            "received": pl.Boolean,
            "skill": pl.String,
            "endorsed_at": TIME,
            "status": pl.String,
        }
    ),
    Table.RECOMMENDATIONS: pl.Schema(
        {
            "name": pl.String,
            "company": pl.String,
            "position": pl.String,
            "received": pl.Boolean,
            "created_at": TIME,
            "status": pl.String,
        }
    ),
    Table.PROFILE: pl.Schema(
        {
            "first_name": pl.String,
            "last_name": pl.String,
            "headline": pl.String,
            "summary": pl.String,
            "industry": pl.String,
            "location": pl.String,
        }
    ),
    Table.POSITIONS: pl.Schema(
        {
            "company": pl.String,
            "title": pl.String,
            "location": pl.String,
            "started": pl.Date,
            "finished": pl.Date,
        }
    ),
    Table.SKILLS: pl.Schema({"skill": pl.String}),
    Table.COMPANY_FOLLOWS: pl.Schema({"company": pl.String, "followed_at": TIME}),
    Table.MEMBER_FOLLOWS: pl.Schema(
        {"name": pl.String, "followed_at": TIME, "status": pl.String}
    ),
    Table.HASHTAG_FOLLOWS: pl.Schema(
        {"hashtag": pl.String, "followed_at": TIME, "state": pl.String}
    ),
    # What was searched for is private and not kept; only how often.
    Table.SEARCHES: pl.Schema({"searched_at": TIME}),
    Table.NOTES: pl.Schema(
        {"person": pl.String, "name": pl.String, "note": pl.String, "created_at": TIME}
    ),
}
