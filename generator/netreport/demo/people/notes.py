"""Notes that come with requests to connect: personal ones, templates, pitches, or none."""

from collections.abc import Mapping
from dataclasses import dataclass

from netreport.demo.chance import Chance, urn
from netreport.demo.story import Member, Role
from netreport.demo.words import Phrases, Texts, phrases, vocabulary

OWNER = "owner"  # the list of the owner's own notes
RECEIVED = urn({"none": 80, "template": 6, "personal": 5, "plain": 4, "short": 2, "pitch": 3})
RECEIVED_FROM_CORE = urn({"none": 42, "personal": 52, "plain": 6})
SENT = {
    "early": urn({"none": 80, "personal": 20}),
    "rush": urn({"none": 55, "mass": 45}),
    "since": urn({"none": 38, "personal": 62}),
    "quarter": urn({"none": 40, "personal": 60}),
}


@dataclass(frozen=True, slots=True)
class Notes:
    """Writes notes. `texts`: by language and kind."""

    texts: Mapping[str, Mapping[str, Texts]]
    phrases: Phrases
    owner: str

    def received(self, member: Member, language: str, by: Chance) -> str:
        """Give the note with which `member` asked the owner, mostly none."""
        kinds = RECEIVED_FROM_CORE if member.role is Role.CORE else RECEIVED
        return self.written(kinds.draw(by), language, member, self.owner, by)

    def sent(self, member: Member, cohort: str, by: Chance) -> str:
        """Give the note with which the owner asked `member`, by the habits of the time."""
        return self.written(SENT[cohort].draw(by), OWNER, member, member.called, by)

    def written(self, kind: str, language: str, member: Member, reader: str, by: Chance) -> str:
        """Give a note of this kind, in English where there is no list of the language."""
        if kind == "none":
            return ""
        texts = self.texts.get(language, self.texts["en"])
        given = {"first": reader, "company": _known(member.job.company)}
        return self.phrases.say(by.pick(texts[kind]), by, given)


def notes(owner: str) -> Notes:
    """Give the notes of `invitations.toml`, for an owner with this first name."""
    return Notes(vocabulary("invitations", dict[str, dict[str, Texts]]), phrases(), owner)


def waiting_asks() -> Texts:
    """Give the requests that wait: theme, home, kind of note and its language, by blanks."""
    return vocabulary("invitations", dict[str, dict[str, Texts]])["waiting"]["asks"]


def _known(company: str) -> str:
    return company.strip() or "your company"
