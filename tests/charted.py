"""Invented breakdowns of every form, and a page that shows charts as a built site would."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from urllib.parse import urlencode

import markdown
import material

from netreport.model.results import Breakdown, Estimate, Form, Part, Spread, Unit, Where, exactly
from netreport.site.charts import draw

EXTENSIONS = ("tables", "admonition", "def_list", "toc")
STYLES = Path(__file__).parents[1] / "site-templates" / "theme" / "assets" / "css"


def number(value: float, unit: Unit) -> str:
    """Write a bare number: shares as per cent, others with separators."""
    if unit is Unit.SHARE:
        return f"{100 * value:.3g} %"
    if unit is Unit.PERCENTAGE_POINTS:
        return f"{100 * value:+.1f}"
    return f"{value:,.0f}" if value == round(value) else f"{value:,.1f}"


def rows_of(where: Where) -> str:
    """Give an address on the People page."""
    pairs = [(name, value) for name, values in where.facets.items() for value in values]
    return f"people.html#?{urlencode(pairs)}"


def rate(hits: int, n: int) -> Estimate:
    """Give a share with a 95 % interval that is good enough to look at."""
    share = hits / n
    reach = 1.96 * ((share * (1 - share) + 1 / n) / n) ** 0.5
    return Estimate(share, max(0.0, share - reach), min(1.0, share + reach), Spread.WILSON)


def months(count: int, first: int = 2016) -> list[str]:
    """Give labels of months, such as 2016-01."""
    return [f"{first + place // 12}-{place % 12 + 1:02}" for place in range(count)]


def all_forms() -> tuple[Breakdown, ...]:
    """Give one breakdown or more of each form, as a report of a real network would have them."""
    return (
        _columns(), _years(), _bars(), _bounds(), _shares(), _points(), _dots(), _rates(),
        _grid(), _lines(), _channels(), _steps(), _strip(), _multiples(), _waterfall(), _table(),
    )  # fmt: skip


def page(charts: Iterable[str], scheme: str) -> str:
    """Give a page in Material's styles with charts that went through Markdown."""
    text = "# Gallery\n\n" + "\n\n".join(charts)
    body = markdown.Markdown(extensions=EXTENSIONS).convert(text)
    styles = "".join(f"<style>{style.read_text('utf-8')}</style>" for style in _styles())
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Gallery</title>'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">{styles}</head>'
        f'<body dir="ltr" data-md-color-scheme="{scheme}" data-md-color-primary="custom">'
        '<div class="md-container"><main class="md-main"><div class="md-main__inner md-grid">'
        '<div class="md-content" style="max-width:35rem">'
        f'<article class="md-content__inner md-typeset">{body}</article>'
        "</div></div></main></div></body></html>"
    )


def drawn(breakdown: Breakdown) -> str:
    """Draw a breakdown with the links and numbers of this module."""
    return draw(breakdown, link=rows_of, number=number)


def _styles() -> Sequence[Path]:
    theme = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"
    return (*sorted(theme.glob("*.css")), STYLES / "netreport.css", STYLES / "charts.css")


def _columns() -> Breakdown:
    chance = Random(7)
    parts = []
    for place, month in enumerate(months(120)):
        rush = place in {38, 39, 93}
        count = (210 if place == 93 else 150) if rush else int(chance.gauss(22 + place / 6, 7))
        parts.append(
            Part(
                month,
                exactly(max(count, 0)),
                max(count, 0),
                where=Where({"month": (month,)}),
                mark=rush,
            )
        )
    parts.append(Part("Without a day", exactly(412), 412, unknown=True))
    return Breakdown(
        "months",
        "New connections by month",
        Form.COLUMNS,
        tuple(parts),
        caption="Rushes are marked.",
        whole=True,
    )


def _years() -> Breakdown:
    hits = ((3, 4), (9, 22), (40, 100), (30, 100), (20, 100), (22, 120), (31, 160))
    parts = tuple(
        Part(str(2019 + place), rate(*pair), pair[1], Unit.SHARE) for place, pair in enumerate(hits)
    )
    return Breakdown("years", "Replies by year", Form.COLUMNS, parts, of="messages")


def _bars() -> Breakdown:
    names = (
        ("Northwind Example Trading & Logistics Holding (Asia Pacific) Pty Ltd", 214),
        ("Beispiel GmbH", 187),
        ("株式会社サンプル商事ホールディングスグループ", 120),
        ("شركة المثال للتجارة والخدمات اللوجستية المحدودة", 96),
        ("Example Co", 60),
        ("Muster AG", 12),
    )
    parts = [
        Part(name, exactly(count), 3400, where=Where({"company": (name[:9],)}))
        for name, count in names
    ]
    parts.append(
        Part(
            "Cannot be told",
            exactly(701),
            3400,
            unknown=True,
            where=Where({"company": ("unknown",)}),
        )
    )
    return Breakdown("companies", "Where most of them work", Form.BARS, tuple(parts), whole=True)


def _bounds() -> Breakdown:
    said = (("Ideal", 310, 420), ("Good", 520, 900), ("Neutral", 1200, 1500), ("Poor", 800, 1000))
    parts = tuple(
        Part(label, Estimate(low, low, high, Spread.LEFT_OUT), 3400, mark=label == "Ideal")
        for label, low, high in said
    )
    return Breakdown("fit", "How well people suit your strategy", Form.BARS, parts)


def _shares() -> Breakdown:
    said = (
        ("Sales, with a note", 31, 90),
        ("Sales, without", 14, 80),
        ("Recruiters", 8, 21),
        ("Founders", 2, 4),
        ("Others", 0, 44),
    )
    parts = tuple(Part(label, rate(hits, n), n, Unit.SHARE) for label, hits, n in said)
    return Breakdown("notes", "Who answers", Form.BARS, parts, of="messages")


def _points() -> Breakdown:
    said = (
        ("Sales", -0.39, 0.1),
        ("Finance", 0.12, 0.08),
        ("Operations", 0.03, 0.09),
        ("Marketing", -0.08, 0.04),
    )
    parts = tuple(
        Part(
            label,
            Estimate(at, at - reach, at + reach, Spread.NEWCOMBE),
            120,
            Unit.PERCENTAGE_POINTS,
        )
        for label, at, reach in said
    )
    return Breakdown("points", "Rush against the rest", Form.BARS, parts)


def _dots() -> Breakdown:
    said = (
        ("Phone", "you, 2026", 14, 44), ("Phone", "one seller, 2015", 32, 100),
        ("E-mail", "you, 2026", 3, 21), ("E-mail", "one seller, 2015", 12, 100),
        ("InMail", "you, 2026", 2, 4), ("InMail", "one seller, 2015", 67, 100),
        ("Message", "you, 2026", 61, 140),
    )  # fmt: skip
    parts = [
        Part(label, rate(hits, n), n, Unit.SHARE, group=group) for group, label, hits, n in said
    ]
    parts.append(Part("a survey, 2021", exactly(0.18), 0, Unit.SHARE, group="Message"))
    return Breakdown("channels", "Replies by channel", Form.DOTS, tuple(parts), of="messages")


def _rates() -> Breakdown:
    said = (("January", 12, 60), ("February", 18, 66), ("March", 3, 12), ("April", 2, 3))
    parts = [Part(label, rate(hits, n), n, Unit.SHARE) for label, hits, n in said]
    parts.append(Part("No date", exactly(0.08), 14, Unit.SHARE, unknown=True))
    return Breakdown("rates", "Accepted by month", Form.DOTS, tuple(parts), of="invitations")


def _grid() -> Breakdown:
    counts = {"core": 212, "latent": 871, "social": 96, "junk": 1820, "unknown": 401}
    parts = tuple(
        Part(
            f"{name}: in words",
            exactly(count),
            3400,
            where=Where({"standing": (name,)}),
            group=name,
            unknown=name == "unknown",
        )
        for name, count in counts.items()
    )
    return Breakdown("standing", "Relevant against engaged", Form.GRID, parts, whole=True)


def _lines() -> Breakdown:
    parts = tuple(
        Part(
            month,
            Estimate(0.2 + place / 100, 0.15 + place / 100, 0.27 + place / 90, Spread.WILSON),
            90,
            Unit.SHARE,
        )
        for place, month in enumerate(months(18, 2025))
    )
    return Breakdown("relevant-by-export", "Relevant at each export", Form.LINE, parts)


def _channels() -> Breakdown:
    chance = Random(3)
    parts = tuple(
        Part(
            month,
            exactly(round(base + chance.random() * 8 + place * slope)),
            20,
            Unit.COUNT,
            group=group,
        )
        for group, base, slope in (("Sent", 20, 1.2), ("Answered", 12, 0.4), ("Met", 3, 0.1))
        for place, month in enumerate(months(24, 2024))
    )
    return Breakdown("funnel", "Messages by month", Form.LINE, parts, of="messages")


def _steps() -> Breakdown:
    days = (
        (1, 0.46),
        (2, 0.55),
        (3, 0.6),
        (5, 0.64),
        (9, 0.7),
        (14, 0.74),
        (23, 0.76),
        (61, 0.78),
        (95, 0.79),
    )
    parts = tuple(
        Part(
            f"day {day}",
            Estimate(share, share - 0.06, share + 0.05, Spread.KAPLAN_MEIER),
            200 - day,
            Unit.SHARE,
            at=day,
        )
        for day, share in days
    )
    waiting = Part("Without a day", exactly(12), 12, unknown=True)
    return Breakdown(
        "waits", "Accepted by day", Form.STEPS, (*parts, waiting), of="invitations still open"
    )


def _tie(label: str, group: str, age: int) -> Part:
    return Part(label, exactly(age), 1, Unit.DAYS, group=group, at=age, mark=age > 1500)


def _strip() -> Breakdown:
    chance = Random(5)
    parts = [
        _tie(f"Tie {place} of {group}", group, round(chance.expovariate(1 / mean)))
        for group, mean, count in (("Core", 120, 60), ("Latent", 700, 160), ("Social", 400, 30))
        for place in range(count)
    ]
    return Breakdown("ages", "How old the last exchange is", Form.STRIP, tuple(parts), of="ties")


def _multiples() -> Breakdown:
    chance = Random(9)
    parts = tuple(
        Part(month, exactly(max(0, round(base + chance.gauss(0, 5)))), 30, Unit.COUNT, group=group)
        for group, base in (
            ("Sales", 40),
            ("Engineering", 25),
            ("Human resources and recruiting", 18),
            ("Finance", 9),
            ("Operations", 6),
        )
        for month in months(36, 2023)
    )
    return Breakdown("functions", "Who came, by function", Form.MULTIPLES, parts, of="people")


def _waterfall() -> Breakdown:
    said = (
        ("31 Oct 2025", 3120),
        ("New and relevant", 96),
        ("New and not", 260),
        ("Left", -41),
        ("Cannot be told", 18),
        ("31 Oct 2026", 3453),
    )
    parts = tuple(
        Part(label, exactly(count), abs(count), unknown=label == "Cannot be told")
        for label, count in said
    )
    return Breakdown("moved", "What moved", Form.WATERFALL, parts)


def _table() -> Breakdown:
    parts = (
        Part(
            "Effective number of functions",
            Estimate(6.2, 5.8, 6.5, Spread.BOOTSTRAP),
            2100,
            Unit.GROUPS,
        ),
        Part("In the three largest functions", exactly(0.61), 2100, Unit.SHARE),
    )
    return Breakdown("coherence", "How mixed the audience is", Form.FIGURES, parts)
