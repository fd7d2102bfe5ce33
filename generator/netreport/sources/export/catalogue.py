"""The files of an export that are read, and those that are left alone, with the reason."""

from collections.abc import Callable, Mapping

from netreport.model.tables import Table
from netreport.sources.export import (
    activity,
    articles,
    comments,
    connections,
    invitations,
    messages,
    praise,
    profile,
    shares,
)
from netreport.sources.export.decoding import Text
from netreport.sources.export.places import key_of
from netreport.sources.export.sheets import Sheet

Reader = Callable[[Text], Sheet]

READERS: Mapping[str, tuple[Table, Reader]] = {
    "Connections.csv": (Table.CONNECTIONS, connections.read),
    "Invitations.csv": (Table.INVITATIONS, invitations.read),
    "messages.csv": (Table.MESSAGES, messages.read),
    "Shares.csv": (Table.SHARES, shares.read),
    "Comments.csv": (Table.COMMENTS, comments.read),
    "Reactions.csv": (Table.REACTIONS, activity.reactions),
    "Votes.csv": (Table.VOTES, activity.votes),
    "InstantReposts.csv": (Table.REPOSTS, activity.reposts),
    "Endorsement_Received_Info.csv": (Table.ENDORSEMENTS, praise.endorsements_received),
    "Endorsement_Given_Info.csv": (Table.ENDORSEMENTS, praise.endorsements_given),
    "Recommendations_Received.csv": (Table.RECOMMENDATIONS, praise.recommendations_received),
    "Recommendations_Given.csv": (Table.RECOMMENDATIONS, praise.recommendations_given),
    "Profile.csv": (Table.PROFILE, profile.profile),
    "Positions.csv": (Table.POSITIONS, profile.positions),
    "Skills.csv": (Table.SKILLS, profile.skills),
    "Company Follows.csv": (Table.COMPANY_FOLLOWS, activity.company_follows),
    "Member_Follows.csv": (Table.MEMBER_FOLLOWS, activity.member_follows),
    "Hashtag_Follows.csv": (Table.HASHTAG_FOLLOWS, activity.hashtag_follows),
    "SearchQueries.csv": (Table.SEARCHES, activity.searches),
    "Notes.csv": (Table.NOTES, profile.notes),
}
ARTICLE: tuple[Table, Reader] = (Table.ARTICLES, articles.read)
ARTICLE_FOLDERS = ("articles", "articles/articles")
CORE_TABLES = frozenset({Table.CONNECTIONS, Table.INVITATIONS, Table.MESSAGES})
PROFILE_TABLES = frozenset({Table.PROFILE, Table.POSITIONS, Table.SKILLS})

_ADDRESSES = "your own private contact data"
_BOOK = "an address book you uploaded: no LinkedIn ties, and other people's private data"
_CHAT = "a chat with an assistant, not with people"
_JOBS = "your search for a job"
_LOGINS = "IP addresses and devices"
_NOT_NETWORK = "not about the network"
_PAID = "payments"
_TRACKED = "what advertisers did, not what you did"
_VITA = "your own record, which no metric uses"

LEFT_ALONE: Mapping[str, str] = {
    "Account Status History.csv": "about the account only",
    "Ad_Targeting.csv": "LinkedIn's guesses about you, not your network",
    "Ads Clicked.csv": _TRACKED,
    "Calendar.csv": "a log of a calendar's connection",
    "Causes You Care About.csv": _VITA,
    "Certifications.csv": _VITA,
    "coach_messages.csv": _CHAT,
    "Contacts.csv": _BOOK,
    "Courses.csv": _VITA,
    "Duolingo.csv": _VITA,
    "Education.csv": _VITA,
    "Email Addresses.csv": _ADDRESSES,
    "Events.csv": "events have no people in the export",
    "guide_messages.csv": _CHAT,
    "Honors.csv": _VITA,
    "Imported Contacts.csv": _BOOK,
    "Inferences_about_you.csv": "LinkedIn's guesses about you, not your network",
    "Job Applicant Saved Answers.csv": _JOBS,
    "Job Applicant Saved Screening Question Responses.csv": _JOBS,
    "Job Applications.csv": _JOBS,
    "Job Seeker Preferences.csv": _JOBS,
    "LAN Ads Engagement.csv": _TRACKED,
    "Languages.csv": _VITA,
    "Learning.csv": _NOT_NETWORK,
    "learning_coach_messages.csv": _CHAT,
    "learning_role_play_messages.csv": _CHAT,
    "Logins.csv": _LOGINS,
    "Member Hashtags.csv": _VITA,
    "Online Job Postings.csv": _NOT_NETWORK,
    "Organizations.csv": _VITA,
    "Patents.csv": _VITA,
    "PhoneNumbers.csv": _ADDRESSES,
    "Private_identity_asset.csv": "identity documents",
    "Profile Summary.csv": _VITA,
    "Projects.csv": _VITA,
    "Providers.csv": _NOT_NETWORK,
    "Publications.csv": _VITA,
    "Receipts.csv": _PAID,
    "Receipts_v2.csv": _PAID,
    "Registration.csv": _LOGINS,
    "Reviews.csv": _NOT_NETWORK,
    "Rich_Media.csv": "pictures and videos, whose posts are in Shares.csv",
    "saved_articles.csv": "reading, not talking",
    "Saved Jobs.csv": _JOBS,
    "Saved_Items.csv": "reading, not talking",
    "SavedJobAlerts.csv": _JOBS,
    "Security Challenges.csv": _LOGINS,
    "Test Scores.csv": _VITA,
    "Verifications.csv": "identity documents",
    "Videos.csv": "pictures and videos, whose posts are in Shares.csv",
    "Volunteering.csv": _VITA,
    "Whatsapp Phone Numbers.csv": _ADDRESSES,
}

_READER_BY_KEY = {key_of(name): reader for name, reader in READERS.items()}
_REASON_BY_KEY = {key_of(name): reason for name, reason in LEFT_ALONE.items()}


def reader_of(name: str, folder: str) -> tuple[Table, Reader] | None:
    """Give the table and reader of a file in one of the export's own folders ("" for the top)."""
    if folder in ARTICLE_FOLDERS and name.casefold().endswith(".html"):
        return ARTICLE
    return _READER_BY_KEY.get(key_of(name)) if folder == "" else None


def reason_of(name: str) -> str | None:
    """Give the reason for which a file is left alone, or None."""
    return _REASON_BY_KEY.get(key_of(name))
