"""The colours of charts can be told from both backgrounds, on white and on slate."""

import re
from colorsys import hls_to_rgb

import pytest

from charted import STYLES

TEXT = ("ink", "faded")
MARKS = (*(f"series-{place}" for place in range(6)), "few")
GROUNDS = {"light": (1.0, 1.0, 1.0), "dark": hls_to_rgb(212 / 360, 0.14, 0.15)}


def tokens(scheme: str) -> dict[str, str]:
    """Give the colours of a scheme by name."""
    css = (STYLES / "charts.css").read_text("utf-8")
    light, dark = (
        dict(re.findall(r"--nr-([\w-]+): (#\w+);", block))
        for block in re.findall(
            r"(?::root|\[data-md-color-scheme=\"slate\"\]) \{(.*?)\}", css, re.DOTALL
        )[:2]
    )
    return light if scheme == "light" else {**light, **dark}


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """Give the contrast ratio of WCAG 2, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: tuple[float, ...]) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parsed(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))


@pytest.mark.parametrize("scheme", GROUNDS)
@pytest.mark.parametrize("name", MARKS)
def test_marks_have_a_contrast_of_three(scheme: str, name: str) -> None:
    assert contrast(_parsed(tokens(scheme)[name]), GROUNDS[scheme]) >= 3


@pytest.mark.parametrize("scheme", GROUNDS)
@pytest.mark.parametrize("name", [*TEXT, *(f"series-{place}" for place in range(6))])
def test_words_have_a_contrast_of_four_and_a_half(scheme: str, name: str) -> None:
    """Names at the ends of lines have the colour of their line."""
    assert contrast(_parsed(tokens(scheme)[name]), GROUNDS[scheme]) >= 4.5


def test_charts_bring_no_colour_but_their_tokens() -> None:
    css = (STYLES / "charts.css").read_text("utf-8")
    rules = re.sub(r"--nr-[\w-]+:[^;]*;", "", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))

    assert not re.search(r"#[0-9a-f]{3,8}\b(?![^{]*\{)|\brgb|\bhsl", rules)
