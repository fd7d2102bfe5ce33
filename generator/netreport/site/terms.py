"""Where a term first stands on a page, it leads to the glossary, which explains each once."""

import re
from collections.abc import Callable, Sequence

from markupsafe import Markup

from netreport.model.text import md
from netreport.pages.links import anchor

GLOSSARY = "glossary.md"
_TERM = re.compile(r"^### (.+)$", re.MULTILINE)

_OTHER = " media"  # social media are no term of ours

Explained = Callable[[str], Markup]


def terms(glossary: str) -> Sequence[str]:
    """Give the terms that a glossary explains: its headings of the third level."""
    return _TERM.findall(glossary)


def plainly(text: str) -> Markup:
    """Give text as templates print it, without a link."""
    return Markup(md(text))  # noqa: S704 - md() leaves no markup


def explaining(glossary: Sequence[str]) -> Explained:
    """Give what prints a text of ours with a link from each term that it meets the first time.

    It remembers the terms it has met, so that each page needs one of its own. Must not be given
    other people's text: a company may be called Core.
    """
    left = {md(term).casefold(): anchor(term) for term in glossary}

    def link(found: re.Match[str]) -> str:
        here = left.pop(found[1].casefold(), None)
        if here is None:
            return found[0]
        return f'<a class="nr-term" href="glossary.html#{here}">{found[0]}</a>'

    def explained(text: str) -> Markup:
        if not left:
            return plainly(text)
        longest = sorted(left, key=len, reverse=True)
        wanted = "|".join(map(re.escape, longest))
        pattern = rf"(?<!\w)(?<!&#45;)({wanted})s?(?!\w|&#45;|{_OTHER})"
        return Markup(re.sub(pattern, link, md(text), flags=re.IGNORECASE))  # noqa: S704 - md() text

    return explained
