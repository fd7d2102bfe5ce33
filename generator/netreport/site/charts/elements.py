"""Writes SVG as text: kinds, coordinates and words in; one element a line, nothing unescaped, out.

A kind is a class of `charts.css`. Coordinates are units of the view box and are rounded to a
tenth. Words may be anybody's; children are markup that this module made.
"""

from collections.abc import Iterable
from html import escape

from netreport.model.text import LONGEST, clean

Point = tuple[float, float]


def words(text: str, longest: int = LONGEST) -> str:
    """Give `text` harmless in HTML and XML, in elements and in quoted attributes, on one line."""
    return escape(clean(text, longest))


def tag(name: str, attributes: str, *children: str) -> str:
    """Give one element and a newline; without children it closes itself."""
    head = f"{name} {attributes}" if attributes else name
    return f"<{head}>{''.join(children)}</{name}>\n" if children else f"<{head}/>\n"


def title(text: str) -> str:
    """Give the words that a mark shows under the pointer and tells a screen reader."""
    return f"<title>{words(text)}</title>"


def text(kind: str, x: float, y: float, said: str) -> str:
    """Give words whose baseline starts at (x, y), or is placed as the kind's anchor says."""
    return tag("text", f'class="{kind}" x="{number(x)}" y="{number(y)}"', words(said))


def path(kind: str, route: str, *children: str) -> str:
    """Give a path of that kind; one without a kind looks as its group says."""
    named = f'class="{kind}" ' if kind else ""
    return tag("path", f'{named}d="{route}"', *children)


def group(kind: str, *children: str) -> str:
    """Give children under a common kind; nothing for none."""
    return f'<g class="{kind}">\n{"".join(children)}</g>\n' if any(children) else ""


def box(left: float, top: float, right: float, bottom: float) -> str:
    """Give the route around a rectangle."""
    return f"M{at(left, top)}H{number(right)}V{number(bottom)}H{number(left)}z"


def line(points: Iterable[Point]) -> str:
    """Give the route through points, in order; empty for none."""
    routes = [at(x, y) for x, y in points]
    return "M" + "L".join(routes) if routes else ""


def area(upper: Iterable[Point], lower: Iterable[Point]) -> str:
    """Give the route around what lies between two lines that run the same way."""
    return line([*upper, *reversed([*lower])]) + "z"


def disc(x: float, y: float, radius: float) -> str:
    """Give the route around a circle."""
    arc = f"a{number(radius)} {number(radius)} 0 1 "
    width = number(2 * radius)
    return f"M{at(x - radius, y)}{arc}1 {width} 0{arc}1 -{width} 0z"


def diamond(x: float, y: float, radius: float) -> str:
    """Give the route around a square that stands on its corner."""
    return line([(x - radius, y), (x, y - radius), (x + radius, y), (x, y + radius)]) + "z"


def at(x: float, y: float) -> str:
    """Give a point as a route names it."""
    return f"{number(x)} {number(y)}"


def number(value: float) -> str:
    """Give a coordinate, rounded to a tenth, without needless characters."""
    rounded = f"{value:.1f}".removesuffix(".0")
    return "0" if rounded == "-0" else rounded
