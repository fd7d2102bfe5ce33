"""Profile addresses become keys, and keys become addresses."""

import unicodedata
from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netreport.model.slugs import profile_url, slug_of, unaddressed
from netreport.sources.export.addresses import slugs


@pytest.mark.parametrize(
    "url",
    [
        "https://www.linkedin.com/in/zo%C3%AB-example",
        "https://www.linkedin.com/in/zoë-example",
        "https://www.linkedin.com/in/zoe\u0308-example",
        "http://www.linkedin.com/in/ZO%c3%8b-example/",
        "linkedin.com/in/zoë-example?trk=x",
        "www.linkedin.com/in/zoë-example#top",
        "  https://no.linkedin.com/in/zoë-example/details/ ",
        "//linkedin.com/in/zoë-example",
        "HTTPS://WWW.LINKEDIN.COM:443/IN/ZOË-EXAMPLE",
    ],
)
def test_every_way_to_write_an_address_gives_one_key(url: str) -> None:
    assert slug_of(url) == "zoë-example"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "zoë-example",
        "https://www.linkedin.com/in/",
        "https://www.linkedin.com/company/example",
        "https://www.linkedin.com.example.com/in/zoe",
        "https://notlinkedin.com/in/zoe",
        "https://example.com/linkedin.com/in/zoe",
        "https://example.com/?u=https://www.linkedin.com/in/zoe",
        "https://www.linkedin.com@example.com/in/zoe",
        "javascript:alert(1)//www.linkedin.com/in/zoe",
        "https://www.linkedin.com/in/%E9",
        "https://www.linkedin.com/in/..",
        "https://www.linkedin.com/in/a%2Fb",
        "https://www.linkedin.com/in/a%00b",
        "https://www.linkedin.com/in/\ud800",
    ],
)
def test_anything_else_has_no_key(url: str) -> None:
    assert slug_of(url) is None


def test_an_address_is_rebuilt_from_the_slug_alone() -> None:
    assert profile_url('zoë"><b>') == "https://www.linkedin.com/in/zo%C3%AB%22%3E%3Cb%3E"


@given(st.text())
def test_a_key_is_in_nfc_folded_and_survives_its_own_address(text: str) -> None:
    slug = slug_of(f"https://www.linkedin.com/in/{text}")
    if slug is not None:
        assert slug == unicodedata.normalize("NFC", slug)
        assert slug_of(profile_url(slug)) == slug


@given(
    st.lists(
        st.none()
        | st.builds(
            "{}{}{}".format,
            st.sampled_from(["https://www.linkedin.com/in/", "http://linkedin.com/in/", ""]),
            st.text(alphabet="ab-A1.é%_\n ", max_size=4),
            st.sampled_from(["", "", "/", "?a", "\n"]),
        )
    )
)
def test_a_column_of_addresses_reads_as_each_of_them(urls: list[str | None]) -> None:
    each = [None if url is None else slug_of(url) for url in urls]
    assert slugs(pl.Series(urls, dtype=pl.String)).to_list() == each


def test_who_has_no_address_is_keyed_by_folded_name_and_day() -> None:
    assert unaddressed(" ANA  Ejemplo ", date(2015, 11, 11)) == "name:ana ejemplo|2015-11-11"
    assert unaddressed("Ana", None) == "name:ana|"
