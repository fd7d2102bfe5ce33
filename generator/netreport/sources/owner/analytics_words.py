"""The words of LinkedIn's analytics workbooks, in English and Brazilian Portuguese.

English sheets are known from files of 2022 to 2026; of the Portuguese ones only the names of the
sheets, the dates and "menos de 1%" are known, so columns are told by the stems of their words.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from netreport.sources.owner.days import Order


class Part(StrEnum):
    """What a sheet is about."""

    DISCOVERY = "discovery"
    ENGAGEMENT = "engagement"
    TOP_POSTS = "top posts"
    FOLLOWERS = "followers"
    DEMOGRAPHICS = "demographics"
    AUDIENCE = "audience demographics"
    CONTENT = "content demographics"
    POST = "post analytics"


@dataclass(frozen=True, slots=True)
class Language:
    """The names of sheets in one language, and how it writes a day that could be two."""

    sheets: Mapping[str, Part]
    order: Order


ENGLISH = Language(
    {**{str(part): part for part in Part}, "analytics": Part.POST}, Order.MONTH_FIRST
)
PORTUGUESE = Language(
    {
        "descoberta": Part.DISCOVERY,
        "engajamento": Part.ENGAGEMENT,
        "publicações mais em alta": Part.TOP_POSTS,
        "seguidores": Part.FOLLOWERS,
        "dados demográficos": Part.DEMOGRAPHICS,
        "dados demográficos do público": Part.AUDIENCE,
        "dados demográficos do conteúdo": Part.CONTENT,
    },
    Order.DAY_FIRST,
)
LANGUAGES = (ENGLISH, PORTUGUESE)

# Before 2026-10 no sheet says whose demographics they are: followers' or those of who saw posts.
SCOPES = {Part.DEMOGRAPHICS: None, Part.AUDIENCE: "audience", Part.CONTENT: "content"}

FIGURES = {
    "impressions": re.compile(r"impress"),
    "engagements": re.compile(r"engag|engaj"),
    "new_followers": re.compile(r"follower|seguidor"),
    "members_reached": re.compile(r"reached|unique views|alcançad"),
}
CATEGORIES = {
    "job title": re.compile(r"job title|cargo"),
    "location": re.compile(r"location|localidade|localização"),
    "industry": re.compile(r"industr|setor"),
    "seniority": re.compile(r"seniority|senioridade|nível"),
    "company size": re.compile(r"company size|tamanho"),
    "company": re.compile(r"compan|empresa"),
}
LESS_THAN = re.compile(r"(?:<|less than|menos de)\s*(.+)")
OF_A_POST = {
    "impressions": "impressions",
    "members reached": "members_reached",
    "unique views": "members_reached",
    "social engagements": "engagements",
    "reactions": "reactions",
    "comments": "comments",
    "reposts": "reposts",
    "saves": "saves",
    "sends on linkedin": "sends",
    "profile viewers from this post": "profile_viewers",
    "followers gained from this post": "followers_gained",
}


def folded(text: str) -> str:
    """Give a text as it is compared with these words."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split()).removesuffix(":")


def named(text: str, words: Mapping[str, re.Pattern[str]]) -> str | None:
    """Give the first of our names that a label means; None for any other label."""
    label = folded(text)
    return next((name for name, stem in words.items() if stem.search(label)), None)
