"""The tables that LinkedIn's export gives, one schema each."""

import polars as pl

from netreport.model.tables.table import NAMES, TIME, Table, schema

EXPORTED: dict[Table, pl.Schema] = {
    # One row per first-degree connection, in the file's order. `hidden`: only the day is given
    # (a hidden or closed account); such a row has a null `person`.
    Table.CONNECTIONS: schema(
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
    Table.INVITATIONS: schema(
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
    Table.MESSAGES: schema(
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
    Table.SHARES: schema(
        {
            "posted_at": TIME,
            "link": pl.String,
            "text": pl.String,
            "shared_url": pl.String,
            "media_url": pl.String,
            "visibility": pl.String,
        }
    ),
    Table.COMMENTS: schema({"commented_at": TIME, "link": pl.String, "text": pl.String}),
    Table.REACTIONS: schema({"reacted_at": TIME, "kind": pl.String, "link": pl.String}),
    Table.VOTES: schema({"voted_at": TIME, "link": pl.String, "option": pl.String}),
    Table.REPOSTS: schema({"reposted_at": TIME, "link": pl.String}),
    # `published_at` is null for a draft.
    Table.ARTICLES: schema(
        {"title": pl.String, "created_at": TIME, "published_at": TIME, "text": pl.String}
    ),
    Table.ENDORSEMENTS: schema(
        {
            "person": pl.String,
            "name": pl.String,
            "received": pl.Boolean,
            "skill": pl.String,
            "endorsed_at": TIME,
            "status": pl.String,
        }
    ),
    Table.RECOMMENDATIONS: schema(
        {
            "name": pl.String,
            "company": pl.String,
            "position": pl.String,
            "received": pl.Boolean,
            "created_at": TIME,
            "status": pl.String,
        }
    ),
    Table.PROFILE: schema(
        {
            "first_name": pl.String,
            "last_name": pl.String,
            "headline": pl.String,
            "summary": pl.String,
            "industry": pl.String,
            "location": pl.String,
        }
    ),
    Table.POSITIONS: schema(
        {
            "company": pl.String,
            "title": pl.String,
            "location": pl.String,
            "started": pl.Date,
            "finished": pl.Date,
        }
    ),
    Table.SKILLS: schema({"skill": pl.String}),
    Table.COMPANY_FOLLOWS: schema({"company": pl.String, "followed_at": TIME}),
    Table.MEMBER_FOLLOWS: schema({"name": pl.String, "followed_at": TIME, "status": pl.String}),
    Table.HASHTAG_FOLLOWS: schema({"hashtag": pl.String, "followed_at": TIME, "state": pl.String}),
    # What was searched for is private and not kept; only how often.
    Table.SEARCHES: schema({"searched_at": TIME}),
    Table.NOTES: schema(
        {"person": pl.String, "name": pl.String, "note": pl.String, "created_at": TIME}
    ),
}
