"""The tables that the facts derive, one schema each: what several metrics share."""

import polars as pl

from netreport.model.tables.table import NAMES, TIME, Table, schema

DERIVED: dict[Table, pl.Schema] = {
    # One row per message between the owner and one other person: no drafts, adverts, spam or
    # group threads, and no invitation note a second time. `template`: the same text went to
    # many. `automatic`: written by LinkedIn, not by a person. `gives`, `wants`: a word of the
    # owner's text offers or asks for something (a guess). No text is kept.
    Table.EXCHANGES: schema(
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
    Table.TIES: schema(
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
    Table.OPENINGS: schema(
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
    Table.THREADS: schema(
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
    Table.REQUESTS: schema(
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
    Table.PENDING: schema(
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
    Table.POSTS: schema(
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
    Table.PEOPLE: schema(
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
    # fell_silent, relevance (the strategy says something else of them, or cannot tell any more); of
    # requests that were pending: accepted, ignored (or withdrawn), pending, each with `incoming`.
    # `before` and `after`: title and company, slug, segment or relevance, as the kind asks.
    # `relevant`: by today's strategy, of the gained as they are and of the lost as they were; null
    # where nobody can tell, and for every other kind.
    Table.CHANGES: schema(
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
