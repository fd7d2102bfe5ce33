"""Nothing about another person is in a site that the owner shares, in whatever disguise."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

import pytest

from netreport import pipeline
from netreport.audience import Audience, limited, reader_for
from netreport.cli.options import Named, as_named
from netreport.model.settings import Settings
from netreport.model.strategy.upkeep import CoachSharing
from netreport.pages.writer import Writer
from netreport.site.build import Stamp
from netreport.site.render import render
from tokened import Tokened

SITES = {"private": "site", "coach": "site-coach", "public": "site-public"}


def texts(site: Path) -> Iterator[tuple[str, str]]:
    """Give the name and the text of each file, entities and escapes undone."""
    for path in sorted(site.rglob("*")):
        if path.is_file():
            raw = path.read_bytes().decode("utf-8", "replace")
            plain = html.unescape(html.unescape(unquote(raw)))
            yield str(path.relative_to(site)), plain.casefold()


def found(site: Path, tokens: set[str]) -> Mapping[str, str]:
    """Give each token that is in the site, and in which file."""
    every = re.compile("zqx[a-z]+")
    return {
        word: name
        for name, text in texts(site)
        for word in every.findall(f"{name} {text}".casefold())
        if word in tokens
    }


def test_the_tokens_reach_the_owner_or_the_test_would_prove_nothing(tokened: Tokened) -> None:
    seen = found(tokened.home / "site", tokened.never | tokened.shared)
    kinds = {word[3:6] for word in seen}
    assert {"fir", "las", "slu", "own", "com", "tit", "dec", "tag"} <= kinds
    assert not kinds & {"mai", "dom", "sub", "mes", "not", "thr"}


@pytest.mark.parametrize("audience", ["coach", "public"])
def test_no_other_reader_sees_a_single_one(tokened: Tokened, audience: str) -> None:
    assert found(tokened.home / SITES[audience], tokened.never) == {}


def test_a_coach_who_reads_names_reads_nothing_that_somebody_wrote(tokened: Tokened) -> None:
    with as_named(Named(tokened.home, audience=Audience.COACH)) as places:
        told = pipeline.report(places)
    allowed = told.strategy.sharing.model_copy(update={"coach": CoachSharing(names="full")})
    full = reader_for(Audience.COACH, allowed, b"secret")
    source = render(
        limited(told, full, {}).report, Writer(reader=full), Settings(), Stamp("0", "", "", "")
    )
    assets = [data.decode("utf-8", "replace") for data in source.assets.values()]
    text = " ".join((*source.pages.values(), *assets)).casefold()
    kinds = {word[3:6] for word in re.findall("zqx[a-z]+", text)}
    assert {"fir", "las", "slu", "own", "tit"} <= kinds
    assert not kinds & {"mai", "dom", "sub", "mes", "not", "thr", "dec", "fil", "tag"}


def people(site: Path) -> list[dict[str, object]]:
    """Give the rows of the People page by column."""
    text = (site / "assets" / "data" / "people.csv").read_text("utf-8-sig")
    header, *rows = (line.split(",") for line in text.splitlines())
    return [dict(zip(header, row, strict=False)) for row in rows]


def test_a_coach_reads_companies_of_many_and_no_title_beside_them_that_names_one(
    tokened: Tokened,
) -> None:
    rows = people(tokened.home / "site-coach")
    assert {str(row["Company"]).casefold() for row in rows} - {"withheld"} == tokened.shared
    told = [row for row in rows if "withheld" not in {row["Company"], row["Title"]}]
    pairs = [(row["Company"], row["Title"]) for row in told]
    assert all(pairs.count(pair) >= 5 for pair in pairs)


def test_a_coach_reads_months_and_pseudonyms_in_their_order(tokened: Tokened) -> None:
    rows = people(tokened.home / "site-coach")
    assert all(re.fullmatch(r"(\d{4}-\d{2})?", str(row["Connected"])) for row in rows)
    names = [str(row["Name"]) for row in rows]
    assert all(re.fullmatch("Person [0-9a-f]{8}", name) for name in names)
    assert (names, len(set(names))) == (sorted(names), len(names))
    assert "Profile" not in rows[0]


def test_the_public_gets_no_rows_and_no_actions(tokened: Tokened) -> None:
    site = tokened.home / "site-public"
    assert not (site / "assets" / "data" / "people.js").exists()
    assert json.loads((site / "report.json").read_text("utf-8"))["recommendations"] == []
    assert "Person " not in (site / "full-report.html").read_text("utf-8")


def test_the_public_gets_no_control_of_a_review_and_no_script_for_one(tokened: Tokened) -> None:
    marks = ("data-review-id", "netreport-seal", "review/store")
    coach, public = (_pages(tokened.home / SITES[one]) for one in ("coach", "public"))
    assert {mark: (mark in coach, mark in public) for mark in marks} == dict.fromkeys(
        marks, (True, False)
    )
    for name in ("review.html", "agenda.html"):
        assert not (tokened.home / SITES["public"] / name).exists()


def _pages(site: Path) -> str:
    return "".join(path.read_text("utf-8") for path in site.glob("*.html"))
