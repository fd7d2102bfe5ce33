"""Parts of a strategy that do not fit together: each rule broken once, and just not broken."""

import pytest

from strategy_text import checked, errors, segments, warnings

ORDER = "invitations: {{order: [{}], {}}}"
BAND = "invitations: {{target_acceptance: {{rate: {}, low: {}, high: {}}}}}"


@pytest.mark.parametrize(
    ("more", "spot", "key", "part"),
    [
        (
            ORDER.format("ideal, default", "poor: {decision: ignore}"),
            (1, 40),
            "invitations.poor",
            '"poor" is missing from invitations.order',
        ),
        (
            ORDER.format("ideal, default", "hard_block: {people: [x]}"),
            (1, 40),
            "invitations.hard_block",
            "is never used",
        ),
        (
            ORDER.format("ideal, good", "default: accept"),
            (1, 37),
            "invitations.default",
            "is never used",
        ),
        (ORDER.format("ideal, good, ideal", ""), (1, 36), "invitations.order.2", "stands twice"),
        (
            ORDER.format("default, good", ""),
            (1, 32),
            "invitations.order.1",
            '"default" stands before it',
        ),
        (
            ORDER.format("ideel, default", ""),
            (1, 23),
            "invitations.order.0",
            '(did you mean "ideal"?)',
        ),
        (BAND.format(0.4, 0.6, 0.5), (1, 46), "invitations.target_acceptance.low", "above high"),
        (BAND.format(0.6, 0.3, 0.5), (1, 35), "invitations.target_acceptance.rate", "not between"),
        (BAND.format(0.2, 0.3, 0.5), (1, 35), "invitations.target_acceptance.rate", "not between"),
        (
            "content: {topics: [sales], audience: {sales: [b]}}",
            (1, 47),
            "content.audience.sales.0",
            "the id of a segment: a",
        ),
        (
            "content: {topics: [sales], audience: {sale: [a]}}",
            (1, 39),
            "content.audience.sale",
            '(did you mean "sales"?)',
        ),
        (
            "outreach: {channels: [{name: phone}], sequences: [[phone, mail]]}",
            (1, 59),
            "outreach.sequences.0.1",
            "outreach.channels: phone",
        ),
        (
            "outreach: {channels: [{name: x, benchmark: {replies: 9, of: 8, year: 2015}}]}",
            (1, 45),
            "outreach.channels.0.benchmark.replies",
            "9 replies cannot come from 8",
        ),
        (
            "engagement: {respond: {grace_days: 9, horizon_days: 9}}",
            (1, 24),
            "engagement.respond.grace_days",
            "no answer is ever owed",
        ),
        (
            "targets: {relevance: {at_least: 0.5, at_most: 0.4}}",
            (1, 11),
            "targets.relevance",
            "at least 0.5 and at most 0.4",
        ),
        ("targets: {relevance: {}}", (1, 11), "targets.relevance", "asks for nothing"),
        (
            "targets: {relevence: {at_least: 0.5}}",
            (1, 11),
            "targets.relevence",
            '(did you mean "relevance"?)',
        ),
        (
            "overrides: {people: {Jane Example: {segment: b}}}",
            (1, 37),
            "overrides.people.Jane Example.segment",
            "the id of a segment: a",
        ),
        (
            "overrides: {companies: {Example AG: {region: Germany}}}",
            (1, 38),
            "overrides.companies.Example AG.region",
            '(did you mean "DE"?)',
        ),
    ],
)
def test_what_cannot_be_meant_is_an_error(
    more: str, spot: tuple[int, int], key: str, part: str
) -> None:
    (mistake,) = errors(more)

    assert ((mistake.line, mistake.column), mistake.key) == (spot, key)
    assert part in mistake.message


@pytest.mark.parametrize(
    ("more", "spot", "key", "part"),
    [
        (
            "invitations: {good: {decision: accept, without_note: ignore}}",
            (1, 40),
            "invitations.good.without_note",
            "without needs_note: true",
        ),
        (
            "invitations: {good: {decision: accept, needs_note: true, without_note: accept}}",
            (1, 58),
            "invitations.good.without_note",
            "the same as with a note",
        ),
        (
            "invitations: {hard_block: {people: [Jane]}}\nsocial_context: {people: [Jane]}",
            (1, 37),
            "invitations.hard_block.people.0",
            "is blocked here",
        ),
        (
            "invitations: {hard_block: {companies: [Club]}}\nsocial_context: {companies: [Club]}",
            (1, 40),
            "invitations.hard_block.companies.0",
            "is blocked here",
        ),
        (
            "content: {topics: [sales]}",
            (1, 20),
            "content.topics.0",
            "no segment under content.audience",
        ),
        (
            "content: {topics: [sales], audience: {sales: []}}",
            (1, 20),
            "content.topics.0",
            "no segment under content.audience",
        ),
        (
            "content: {topics: [golf], off_topic: [golf], audience: {golf: [a]}}",
            (1, 20),
            "content.topics.0",
            "under off_topic as well",
        ),
        (
            "outreach: {channels: [{name: phone}, {name: phone}]}",
            (1, 39),
            "outreach.channels.1.name",
            "twice",
        ),
        (
            "outreach: {warm_up: {required: true, min_touches: 0, kinds: [like]}}",
            (1, 38),
            "outreach.warm_up.min_touches",
            "no touch is",
        ),
        (
            "outreach: {warm_up: {required: true, kinds: []}}",
            (1, 38),
            "outreach.warm_up.kinds",
            "no kind of touch",
        ),
        (
            "engagement: {capacity: {touches_per_year: {ideal: 0}}}",
            (1, 44),
            "engagement.capacity.touches_per_year.ideal",
            "no contact with ideal people",
        ),
        (
            "targets: {relevance: {at_least: 0.5}}\nquality: {min_relevance_share: 0.4}",
            (1, 23),
            "targets.relevance.at_least",
            "quality.min_relevance_share says 0.4; 0.5 is used",
        ),
        (
            "cleanup: {keep_if: [recommendation, recommendation]}",
            (1, 37),
            "cleanup.keep_if.1",
            "twice in this list",
        ),
        (
            "value_proposition: {i_give: [advice, Advice]}",
            (1, 38),
            "value_proposition.i_give.1",
            "twice in this list",
        ),
    ],
)
def test_what_is_probably_not_meant_is_a_warning(
    more: str, spot: tuple[int, int], key: str, part: str
) -> None:
    (mistake,) = warnings(more)

    assert ((mistake.line, mistake.column), mistake.key) == (spot, key)
    assert part in mistake.message


@pytest.mark.parametrize(
    "more",
    [
        ORDER.format("ideal, default", "ideal: {decision: accept}, default: accept"),
        ORDER.format("ideal, good", ""),
        ORDER.format("", "").replace("order: [], ", ""),
        BAND.format(0.3, 0.3, 0.3),
        BAND.format(0.3, 0.3, 0.5),
        BAND.format(0.5, 0.3, 0.5),
        "invitations: {good: {decision: accept, needs_note: true, without_note: ignore}}",
        "content: {topics: [sales], audience: {sales: [a]}}",
        "content: {off_topic: [golf], audience: {golf: [a]}}",
        "outreach: {channels: [{name: phone}], sequences: [[phone, phone]]}",
        "outreach: {channels: [{name: x, benchmark: {replies: 8, of: 8, year: 2015}}]}",
        "outreach: {warm_up: {required: false, min_touches: 0, kinds: []}}",
        "engagement: {respond: {grace_days: 8, horizon_days: 9}}",
        "targets: {relevance: {at_least: 0.5, at_most: 0.5}}",
        "targets: {relevance: {at_least: 0.5}}\nquality: {min_relevance_share: 0.5}",
        "overrides: {people: {Jane Example: {segment: a, region: APAC}}}",
        "regions: {Alps: [CH, AT]}\noverrides: {companies: {Example AG: {region: Alps}}}",
        "regions: {Namibia: [NA]}",
        "spend: {per_year: {2025: 1200}, currency: AUD}",
        "growth: {annotations: {2024-05: conference}}",
        "safelist: [https://www.linkedin.com/in/jane-example/, linkedin.com/in/joe-example]",
    ],
)
def test_what_fits_together_is_told_nothing_about(more: str) -> None:
    assert errors(more) == ()
    if "sequences: [[phone, phone]]" not in more:
        assert warnings(more) == ()


@pytest.mark.parametrize(
    ("where", "column", "key", "part"),
    [
        ("where: {region: [Atlantis]}", 43, "where.region.0", "a known region, or one of your own"),
        ("where: {region: [UK]}", 43, "where.region.0", '(did you mean "GB"?)'),
        ("where: {region: [apac]}", 43, "where.region.0", '(did you mean "APAC"?)'),
        ("where: {function: []}", 44, "where.function", "found an empty list"),
        ("where: {company_list: []}", 48, "where.company_list", "found an empty list"),
        ("where: {seniority: [Boss]}", 46, "where.seniority.0", "expected one of Unpaid"),
        (
            "where: {title_any: [Sales Boss], title_none: [boss]}",
            34,
            "where.title_any",
            "nobody can",
        ),
        ("where:", 32, "where", "found nothing"),
        ("where: {}, region_unknown: maybe", 53, "region_unknown", "match, no_match, review"),
    ],
)
def test_a_segment_that_can_never_match_is_an_error(
    where: str, column: int, key: str, part: str
) -> None:
    (mistake,) = checked(segments(f"fit: ideal, {where}")).errors

    assert (mistake.line, mistake.column, mistake.key) == (3, column, f"segments.0.{key}")
    assert part in mistake.message


@pytest.mark.parametrize(
    "where",
    [
        "where: {region: [NO, NA, UK&I, Alps]}",
        "where: {title_any: [Boss, Seller], title_none: [boss]}",
        "where: {title_none: [boss]}",
        "where: {company_any: [bank], industry: [Banking], tag: [friend], company_list: [Club]}",
    ],
)
def test_a_segment_that_can_match_is_told_nothing_about(where: str) -> None:
    text = segments(f"fit: ideal, {where}") + "regions: {Alps: [CH, AT]}\n"

    assert (checked(text).errors, checked(text).warnings) == ((), ())


def test_two_segments_of_one_id_are_an_error() -> None:
    first, second = (
        "{id: a, fit: ideal, where: {tag: [x]}}",
        "{id: a, fit: poor, where: {tag: [y]}}",
    )
    text = f"objective: {{kind: sell, statement: Sell}}\nsegments: [{first}, {second}]\n"

    (mistake,) = checked(text).errors
    assert mistake.key == "segments.1.id"


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("where: {}", "where: {tag: [x]}"),
        ("where: {}", "where: {}"),
        ("where: {function: [Sales, Legal]}", "where: {function: [Sales]}"),
        ("where: {function: [Sales]}", "where: {function: [Sales], region: [APAC]}"),
        ("where: {region: [APAC, DE]}", "where: {region: [DE]}"),
        ("where: {region: [APAC, DE]}", "where: {region: [ANZ, JP, DE]}"),
        ("where: {region: [AU, NZ]}", "where: {region: [ANZ]}"),
        ("where: {title_none: [boss]}", "where: {title_none: [boss, chief]}"),
    ],
)
def test_a_segment_behind_a_wider_one_is_a_warning(first: str, later: str) -> None:
    found = checked(segments(f"fit: ideal, {first}", f"fit: good, {later}"))

    assert [(m.line, m.key) for m in found.warnings] == [(4, "segments.1")]
    assert '"s0" comes first' in found.warnings[0].message


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("where: {tag: [x]}", "where: {}"),
        ("where: {function: [Sales]}", "where: {function: [Sales, Legal]}"),
        ("where: {function: [Sales], region: [APAC]}", "where: {function: [Sales]}"),
        ("where: {region: [DE]}, region_unknown: no_match", "where: {region: [DE]}"),
        ("where: {region: [ANZ]}", "where: {region: [APAC]}"),
        ("where: {region: [DACH]}", "where: {region: [DE, FR]}"),
        ("where: {title_none: [boss]}", "where: {title_none: [chief]}"),
        ("where: {title_none: [boss]}", "where: {tag: [x]}"),
    ],
)
def test_a_segment_that_adds_people_is_told_nothing_about(first: str, later: str) -> None:
    assert checked(segments(f"fit: ideal, {first}", f"fit: good, {later}")).warnings == ()


@pytest.mark.parametrize(("fit", "told"), [("ideal", 0), ("good", 0), ("neutral", 1), ("poor", 1)])
def test_a_strategy_that_wants_nobody_is_a_warning(fit: str, told: int) -> None:
    found = checked(segments(f"fit: {fit}, where: {{}}"))

    assert [m.key for m in found.warnings] == ["segments"] * told


def test_warnings_stop_nothing_and_errors_do() -> None:
    assert checked(segments("fit: poor, where: {}")).strategy is not None
    assert checked(segments("fit: poor, where: {region: [Atlantis]}")).strategy is None
