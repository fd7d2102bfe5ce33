"""What a connection would be worth: to the owner, to the other, to the strategy. Never added up.

The first two are guesses from cue words of a note and words of the strategy's value proposition;
no export knows more. That no reason was found is a finding too.
"""

from netreport.advice.rules import Candidate
from netreport.facts.notes import Kind
from netreport.model.advice import Side, Worth
from netreport.model.strategy import Strategy
from netreport.model.text import Untrusted

FITS = {"ideal": 1.0, "good": 0.7, "neutral": 0.3, "poor": 0.0}


def worths(candidate: Candidate, strategy: Strategy) -> tuple[Worth, Worth, Worth]:
    """Give the worth to the owner, from the owner, and to the strategy, in this order."""
    value = strategy.value_proposition
    return (
        _guessed(
            Side.TO_ME,
            candidate,
            candidate.offers,
            (*value.i_want, *value.keywords),
            ("offers something", "you want", "that you would gain anything"),
        ),
        _guessed(
            Side.FROM_ME,
            candidate,
            candidate.asks,
            (*value.i_give, *value.keywords),
            ("asks for something", "you give", "that they would gain anything"),
        ),
        _fit(candidate),
    )


def _guessed(
    side: Side,
    candidate: Candidate,
    cues: tuple[Untrusted, ...],
    wanted: tuple[str, ...],
    wording: tuple[str, str, str],
) -> Worth:
    """Count two signs: the note's own cue words, and words of the strategy in note or title."""
    says, about, gain = wording
    if candidate.note is Kind.NONE and candidate.title is None:
        return Worth(side, None, f"Nothing tells {gain}: no note, no title.")
    named = [word for word in candidate.named if word in wanted]
    told = [f"The note {says}."] if cues else []
    if named:
        told.append(f"Note or title speak of what {about}: {', '.join(named)}.")
    if not told:
        return Worth(side, 0.0, f"No sign {gain}.")
    return Worth(side, len(told) / 2, " ".join(told), cues)


def _fit(candidate: Candidate) -> Worth:
    if candidate.fit == "unknown":
        return Worth(Side.STRATEGY, None, "Nobody can tell how well they fit.", guess=False)
    told = f"{candidate.fit.capitalize()}, by your segments."
    return Worth(Side.STRATEGY, FITS[candidate.fit], told, guess=False)
