"""The tables of a network, one schema each. Times are UTC without a zone; days are UTC days.

`person` is the key that joins tables: a profile slug (`slug_of`), or, in exports of the years
without profile addresses, `name:<folded name>|<day>`, which is unique in its file and joins
to nothing. A missing value is null, never an empty string.
"""

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
    HISTORY = "history"
    CHANGES = "changes"


def _schema(columns: Mapping[str, pl.DataType | type[pl.DataType]]) -> pl.Schema:
    return pl.Schema(columns)


SCHEMAS: dict[Table, pl.Schema] = {
    # One row per first-degree connection, in the file's order. `hidden`: only the day is given
    # (a hidden or closed account); such a row has a null `person`.
    Table.CONNECTIONS: _schema(
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
    Table.INVITATIONS: _schema(
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
    Table.MESSAGES: _schema(
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
    Table.SHARES: _schema(
        {
            "posted_at": TIME,
            "link": pl.String,
            "text": pl.String,
            "shared_url": pl.String,
            "media_url": pl.String,
            "visibility": pl.String,
        }
    ),
    Table.COMMENTS: _schema({"commented_at": TIME, "link": pl.String, "text": pl.String}),
    Table.REACTIONS: _schema({"reacted_at": TIME, "kind": pl.String, "link": pl.String}),
    Table.VOTES: _schema({"voted_at": TIME, "link": pl.String, "option": pl.String}),
    Table.REPOSTS: _schema({"reposted_at": TIME, "link": pl.String}),
    # `published_at` is null for a draft.
    Table.ARTICLES: _schema(
        {"title": pl.String, "created_at": TIME, "published_at": TIME, "text": pl.String}
    ),
    Table.ENDORSEMENTS: _schema(
        {
            "person": pl.String,
            "name": pl.String,
            "received": pl.Boolean,
            "skill": pl.String,
            "endorsed_at": TIME,
            "status": pl.String,
        }
    ),
    Table.RECOMMENDATIONS: _schema(
        {
            "name": pl.String,
            "company": pl.String,
            "position": pl.String,
            "received": pl.Boolean,
            "created_at": TIME,
            "status": pl.String,
        }
    ),
    Table.PROFILE: _schema(
        {
            "first_name": pl.String,
            "last_name": pl.String,
            "headline": pl.String,
            "summary": pl.String,
            "industry": pl.String,
            "location": pl.String,
        }
    ),
    Table.POSITIONS: _schema(
        {
            "company": pl.String,
            "title": pl.String,
            "location": pl.String,
            "started": pl.Date,
            "finished": pl.Date,
        }
    ),
    Table.SKILLS: _schema({"skill": pl.String}),
    Table.COMPANY_FOLLOWS: _schema({"company": pl.String, "followed_at": TIME}),
    Table.MEMBER_FOLLOWS: _schema({"name": pl.String, "followed_at": TIME, "status": pl.String}),
    Table.HASHTAG_FOLLOWS: _schema({"hashtag": pl.String, "followed_at": TIME, "state": pl.String}),
    # What was searched for is private and not kept; only how often.
    Table.SEARCHES: _schema({"searched_at": TIME}),
    Table.NOTES: _schema(
        {"person": pl.String, "name": pl.String, "note": pl.String, "created_at": TIME}
    ),
    # --- what the owner adds ------------------------------------------------------------------
    # What the export lacks about people. Each `person` and each `email` (lower case) stands in one
    # row at most; a record with several e-mails has a row for each, the first with the person.
    # `location`: city, region and country in words; `country`: only where two letters were given.
    # `function` and `seniority` as in the taxonomy. `source`: the program that wrote the file.
    Table.ENRICHMENT: _schema(
        {
            "person": pl.String,
            "email": pl.String,
            "name": pl.String,
            "title": pl.String,
            "company": pl.String,
            "location": pl.String,
            "country": pl.String,
            "industry": pl.String,
            "function": pl.String,
            "seniority": pl.String,
            "segment": pl.String,
            "tags": NAMES,
            "source": pl.String,
            "line": pl.UInt32,
        }
    ),
    Table.COMPANY_FACTS: _schema(
        {
            "company": pl.String,
            "country": pl.String,
            "region": pl.String,
            "industry": pl.String,
            "line": pl.UInt32,
        }
    ),
    # One row per call, e-mail, InMail or other attempt. `touches`: warm-up touches before it;
    # null is not known, 0 is none. `length`: characters. `outcome`: replied, meeting, opportunity,
    # won, lost, no_reply or bounced. `value` and `spend`: money, in the owner's currency.
    Table.OUTREACH: _schema(
        {
            "person": pl.String,
            "email": pl.String,
            "name": pl.String,
            "channel": pl.String,
            "sent_at": TIME,
            "touches": pl.UInt16,
            "length": pl.UInt32,
            "personalised": pl.Boolean,
            "outcome": pl.String,
            "replied_at": TIME,
            "value": pl.Float64,
            "spend": pl.Float64,
            "sequence": pl.String,
            "line": pl.UInt32,
        }
    ),
    # One row per subject and kind: the latest decision. `subject`: a slug or an opaque id.
    # `advised`: what netreport advised at the time, in the words of `decision`.
    Table.DECISIONS: _schema(
        {
            "subject": pl.String,
            "kind": pl.String,
            "decision": pl.String,
            "decided_on": pl.Date,
            "note": pl.String,
            "advised": pl.String,
        }
    ),
    # One row per post of LinkedIn's analytics; a figure that a file does not give is null, not 0.
    # `posted_at` is read from the id in the address, of a share or of an activity.
    Table.POST_REACH: _schema(
        {
            "url": pl.String,
            "share_id": pl.Int64,
            "posted_on": pl.Date,
            "posted_at": TIME,
            "impressions": pl.Int64,
            "engagements": pl.Int64,
            "members_reached": pl.Int64,
            "reactions": pl.Int64,
            "comments": pl.Int64,
            "reposts": pl.Int64,
            "saves": pl.Int64,
            "sends": pl.Int64,
            "profile_viewers": pl.Int64,
            "followers_gained": pl.Int64,
        }
    ),
    # `engagements` can be negative: LinkedIn takes back what was undone.
    Table.AUDIENCE_DAYS: _schema(
        {
            "day": pl.Date,
            "impressions": pl.Int64,
            "engagements": pl.Int64,
            "new_followers": pl.Int64,
        }
    ),
    # `scope`: audience (followers), content (who saw the posts), or null where the file does not
    # say. `category`: job title, location, industry, seniority, company size or company.
    Table.DEMOGRAPHICS: _schema(
        {
            "scope": pl.String,
            "category": pl.String,
            "value": pl.String,
            "share_low": pl.Float64,
            "share_high": pl.Float64,
        }
    ),
    # --- what the facts derive -------------------------------------------------------------
    # One row per message between the owner and one other person: no drafts, adverts, spam or
    # group threads, and no invitation note a second time. `template`: the same text went to
    # many. `automatic`: written by LinkedIn, not by a person. `gives`, `wants`: a word of the
    # owner's text offers or asks for something (a guess). No text is kept.
    Table.EXCHANGES: _schema(
        {
            "person": pl.String,
            "at": TIME,
            "incoming": pl.Boolean,
            "conversation": pl.String,
            "turn": pl.UInt32,
            "template": pl.Boolean,
            "automatic": pl.Boolean,
            "length": pl.UInt32,
            "gives": pl.Boolean,
            "wants": pl.Boolean,
        }
    ),
    # One row per person with an exchange. `turns`: maximal runs of one sender. `two_way`: both
    # wrote. `recent_...`: within the strategy's window. `usual_gap`: median days between days
    # with an exchange. `strength`: points, see the metric tie_strength. `layer`: 0 to 4, how
    # often there is contact both ways: 1 yearly, 2 half-yearly, 3 monthly, 4 weekly.
    Table.TIES: _schema(
        {
            "person": pl.String,
            "first_at": TIME,
            "last_at": TIME,
            "received": pl.UInt32,
            "sent": pl.UInt32,
            "turns": pl.UInt32,
            "two_way": pl.Boolean,
            "conversation": pl.Boolean,
            "recent_received": pl.UInt32,
            "recent_sent": pl.UInt32,
            "recent_turns": pl.UInt32,
            "recent_two_way": pl.Boolean,
            "recent_conversation": pl.Boolean,
            "recent_days": pl.UInt32,
            "started_by_owner": pl.Boolean,
            "usual_gap": pl.Float64,
            "strength": pl.Float64,
            "layer": pl.UInt32,
        }
    ),
    # One row per message with which the owner opened a conversation: nothing passed between the
    # two in the 90 days before. `cold`: never before. `replied_at`: the first answer within 90
    # days. `inmail`: it has a subject and the two were not connected that day (a guess).
    Table.OPENINGS: _schema(
        {
            "person": pl.String,
            "at": TIME,
            "replied_at": TIME,
            "cold": pl.Boolean,
            "inmail": pl.Boolean,
            "template": pl.Boolean,
            "length": pl.UInt32,
        }
    ),
    # One row per thread whose last word, LinkedIn's own texts aside, is the other side's, and per
    # pending request with a note of its own (`note`). `age`: days. `state`: owed, or why not:
    # "closed" (thanks, an emoji), "group", "grace", "past", "undated", "not asked".
    # `person` is null where the sender has no address. `language`: of an owed last word.
    Table.THREADS: _schema(
        {
            "person": pl.String,
            "name": pl.String,
            "last_at": TIME,
            "age": pl.Int32,
            "note": pl.Boolean,
            "question": pl.Boolean,
            "language": pl.String,
            "state": pl.String,
        }
    ),
    # One row per invitation, read. `kind` as in facts.notes; `words` decided it. `pending`: not
    # connected; null without an address. `connected_on`: the day of acceptance, where there is one.
    Table.REQUESTS: _schema(
        {
            "person": pl.String,
            "name": pl.String,
            "incoming": pl.Boolean,
            "sent_at": TIME,
            "age": pl.Int32,
            "kind": pl.String,
            "words": NAMES,
            "connected_on": pl.Date,
            "pending": pl.Boolean,
        }
    ),
    # One row per person and direction with a request that waits, the latest: who it is, as far as
    # the owner's rows tell (columns as in PEOPLE), and how the note reads (as in REQUESTS).
    # `person`: a stand-in key where there is no address. `language`: of the note, where clear.
    # `blocked`: what the strategy never accepts, where the note says it. `named`: words of the
    # strategy's value proposition in the note or the title. `offers`, `asks`: words of the note
    # that give or want something (a guess). A person without a company who says what they do is
    # taken to work at none that a segment lists.
    Table.PENDING: _schema(
        {
            "person": pl.String,
            "name": pl.String,
            "incoming": pl.Boolean,
            "sent_at": TIME,
            "age": pl.Int32,
            "kind": pl.String,
            "words": NAMES,
            "language": pl.String,
            "blocked": NAMES,
            "named": NAMES,
            "offers": NAMES,
            "asks": NAMES,
            "position": pl.String,
            "company": pl.String,
            "function": pl.String,
            "seniority": pl.String,
            "title_confidence": pl.Float64,
            "countries": NAMES,
            "industry": pl.String,
            "segments": NAMES,
            "segment": pl.String,
            "fit": pl.String,
            "relevant": pl.Boolean,
            "social": pl.Boolean,
        }
    ),
    # One row per own post, repost or article. `topics` and `off_topics` as the strategy names them.
    Table.POSTS: _schema(
        {
            "at": TIME,
            "kind": pl.String,
            "topics": NAMES,
            "off_topics": NAMES,
            "length": pl.UInt32,
            "link": pl.String,
        }
    ),
    # One row per visible connection: who it is, as far as it can be known, and how it stands.
    # `fit`: ideal, good, neutral, poor or unknown. `relevant`, `engaged`: null is unknown.
    # `segment`: null where none fits or it cannot be told; `segments`: all that could be.
    Table.PEOPLE: _schema(
        {
            "person": pl.String,
            "name": pl.String,
            "first_name": pl.String,
            "last_name": pl.String,
            "position": pl.String,
            "company": pl.String,
            "company_key": pl.String,
            "connected_on": pl.Date,
            "function": pl.String,
            "function2": pl.String,
            "seniority": pl.String,
            "title_words": NAMES,
            "title_source": pl.String,
            "title_confidence": pl.Float64,
            "countries": NAMES,
            "regions": NAMES,
            "place_words": pl.String,
            "place_source": pl.String,
            "place_confidence": pl.Float64,
            "industry": pl.String,
            "tags": NAMES,
            "segments": NAMES,
            "segment": pl.String,
            "fit": pl.String,
            "relevant": pl.Boolean,
            "social": pl.Boolean,
            "kept": pl.Boolean,
            "engaged": pl.Boolean,
            "ever_two_way": pl.Boolean,
            "conversation": pl.Boolean,
            "standing": pl.String,
            "last_at": TIME,
            "dormant": pl.Boolean,
            "owed": pl.Boolean,
            "turns": pl.UInt32,
            "strength": pl.Float64,
            "decision": pl.String,
        }
    ),
    # What happened between two exports, one row per person and event. `kind`: gained, lost,
    # renamed, job (title or company changed), moved_in, moved_out (of a relevant segment), woke,
    # fell_silent; of requests that were pending: accepted, ignored (or withdrawn), pending, each
    # with `incoming`. `before` and `after`: title and company, slug or segment, as the kind asks.
    # `relevant`: by today's strategy, of the gained as they are and of the lost as they were; null
    # where nobody can tell, and for every other kind.
    Table.CHANGES: _schema(
        {
            "person": pl.String,
            "name": pl.String,
            "kind": pl.String,
            "incoming": pl.Boolean,
            "before": pl.String,
            "after": pl.String,
            "on": pl.Date,
            "relevant": pl.Boolean,
        }
    ),
}
