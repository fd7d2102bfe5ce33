"""The tables that the owner adds beside the export, one schema each."""

import polars as pl

from netreport.model.tables.table import NAMES, TIME, Table, schema

OWNED: dict[Table, pl.Schema] = {
    # What the export lacks about people. Each `person` and each `email` (lower case) stands in one
    # row at most; a record with several e-mails has a row for each, the first with the person.
    # `location`: city, region and country in words; `country`: only where two letters were given.
    # `function` and `seniority` as in the taxonomy. `source`: the program that wrote the file.
    Table.ENRICHMENT: schema(
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
    Table.COMPANY_FACTS: schema(
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
    Table.OUTREACH: schema(
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
    Table.DECISIONS: schema(
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
    Table.POST_REACH: schema(
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
    Table.AUDIENCE_DAYS: schema(
        {
            "day": pl.Date,
            "impressions": pl.Int64,
            "engagements": pl.Int64,
            "new_followers": pl.Int64,
        }
    ),
    # `scope`: audience (followers), content (who saw the posts), or null where the file does not
    # say. `category`: job title, location, industry, seniority, company size or company.
    Table.DEMOGRAPHICS: schema(
        {
            "scope": pl.String,
            "category": pl.String,
            "value": pl.String,
            "share_low": pl.Float64,
            "share_high": pl.Float64,
        }
    ),
}
