"""Terms lead to the glossary, each once on a page."""

from netreport.pages import WRITTEN
from netreport.site import resources
from netreport.site.terms import explaining, plainly, terms

LIST = ("Core", "Two-way", "Segment", "Social")


def test_a_term_leads_to_the_glossary_where_it_first_stands_and_nowhere_else() -> None:
    explained = explaining(LIST)
    link = '<a class="nr-term" href="glossary.html#segment">Segments</a>'
    assert explained("Segments, and a segment.") == f"{link}&#44; and a segment&#46;"
    assert explained("One more segment") == "One more segment"


def test_a_term_is_found_with_its_hyphen_and_before_a_full_stop() -> None:
    told = explaining(LIST)("It is two-way.")
    assert told == 'It is <a class="nr-term" href="glossary.html#two-way">two&#45;way</a>&#46;'


def test_a_part_of_another_word_is_no_term() -> None:
    for text in ("Hardcore", "core-team", "scores", "social media"):
        assert explaining(LIST)(text) == plainly(text)


def test_what_is_explained_can_be_no_markup() -> None:
    assert "<b>" not in explaining(LIST)("<b>core</b>")


def test_the_glossary_that_ships_explains_its_terms_under_anchors_of_their_own() -> None:
    names = [name for name, _ in WRITTEN if name == "glossary.md"]
    found = terms((resources.content() / names[0]).read_text("utf-8"))
    assert len(found) == len(set(found))
    assert {"Core", "Latent", "Two-way", "Interval", "Strategy"} <= set(found)
