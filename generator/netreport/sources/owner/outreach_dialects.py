"""Logs of outreach, by the program that writes them, and its words for ours.

Only our own columns are known for certain. Those of HubSpot's activities and Salesforce's
activity reports are known second-hand, and every account can rename them.
"""

from netreport.sources.owner.recognising import Dialect

TEMPLATE = (
    "profile",
    "name",
    "email",
    "channel",
    "sent_on",
    "touches",
    "length",
    "personalised",
    "outcome",
    "replied_on",
    "value",
    "spend",
    "sequence",
    "note",  # the owner's alone: never read
)
BY_HAND = Dialect(
    "outreach.csv",
    (("channel", "sent_on"), ("channel", "sent_at"), ("channel", "date")),
    {
        "profile": ("profile", "profile url", "url", "linkedin url"),
        "name": ("name", "full name"),
        "email": ("email", "e-mail"),
        "channel": ("channel",),
        "sent": ("sent_on", "sent_at", "date"),
        "touches": ("touches",),
        "length": ("length",),
        "personalised": ("personalised", "personalized"),
        "outcome": ("outcome",),
        "replied": ("replied_on", "replied_at"),
        "value": ("value",),
        "spend": ("spend",),
        "sequence": ("sequence",),
    },
)
HUBSPOT = Dialect(
    "HubSpot",
    (("Activity type", "Activity date"), ("Activity type", "Create date")),
    {
        "profile": ("LinkedIn URL",),
        "name": ("Associated Contact", "Associated Contacts", "Contact name"),
        "email": (
            "Associated Contact Email",
            "Contact email",
            "Email",
            "Associated Contact",
            "Associated Contacts",
        ),
        "channel": ("Activity type",),
        "sent": ("Activity date", "Create date"),
        "outcome": ("Call outcome", "Meeting outcome", "Outcome"),
        "sequence": ("Sequence", "Sequence name"),
    },
)
SALESFORCE = Dialect(
    "Salesforce",
    (
        ("Subject", "Date", "Status"),
        ("Task Subtype",),
        ("Subject", "Activity Type"),
        ("Subject", "Due Date"),
    ),
    {
        "profile": ("LinkedIn URL", "Contact: LinkedIn URL"),
        "name": ("Contact: Full Name", "Contact", "Contact Name", "Full Name", "Name", "Lead"),
        "email": ("Email", "Contact: Email", "Lead: Email"),
        "channel": ("Type", "Activity Type", "Task Subtype"),
        "sent": ("Date", "Activity Date", "Completed Date/Time", "Due Date", "Created Date"),
        "outcome": ("Call Result", "Call Disposition", "Outcome"),
    },
)
DIALECTS = (BY_HAND, HUBSPOT, SALESFORCE)

CHANNELS = {
    "in mail": "inmail",
    "linkedin inmail": "inmail",
    "e mail": "email",
    "mail": "email",
    "list email": "email",
    "call": "phone",
    "calls": "phone",
    "phone call": "phone",
    "telephone": "phone",
    "linkedin": "message",
    "linkedin message": "message",
    "direct message": "message",
    "dm": "message",
    "event": "meeting",
}
NO_OUTREACH = ("note", "task")
ALL_OUTCOMES = ("replied", "meeting", "opportunity", "won", "lost", "no_reply", "bounced")
OUTCOMES = {word.replace("_", " "): word for word in ALL_OUTCOMES} | {
    "reply": "replied",
    "answered": "replied",
    "connected": "replied",
    "declined": "replied",  # a no is an answer
    "meeting booked": "meeting",
    "meeting scheduled": "meeting",
    "scheduled": "meeting",
    "completed": "meeting",
    "deal": "opportunity",
    "opportunity created": "opportunity",
    "closed won": "won",
    "closed lost": "lost",
    "no answer": "no_reply",
    "no response": "no_reply",
    "unanswered": "no_reply",
    "busy": "no_reply",
    "left voicemail": "no_reply",
    "left live message": "no_reply",
    "bounce": "bounced",
    "wrong number": "bounced",
}
