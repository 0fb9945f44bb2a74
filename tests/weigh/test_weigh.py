"""What claims amount to: the worked example of the design, each status, each flag, and what must change nothing."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom import Said, agency, body, person, unnamed, view, witness, write
from tocsin.link import actors, claims, stories
from tocsin.model import Act, Article, Commitment, Flag, Interval, Link, Published, Span, Status, Weight
from tocsin.store import View
from tocsin.weigh import weigh

MINISTRY = body("Iraqi Foreign Ministry")
MINISTER = person("Adel Marwan", office="Iraqi Foreign Minister")
MINISTER_AR = person("عادل مروان", office="وزير الخارجية العراقي")
ADVISER = person("Selim Bakri", office="Iraqi military adviser")
WEAPONS = "ISIS seized weapons that the army left behind in its depots"
WEAPONS_AR = "داعش استولى على أسلحة تركها الجيش في مخازنه"


def look(*articles: Article) -> tuple[Weight, ...]:
    return look_at(view(*articles))


def look_at(seen: View) -> tuple[Weight, ...]:
    known = actors.resolve(seen)
    return weigh(seen, known, claims.find(seen, known, stories.find(seen, known)))


def about(weights: tuple[Weight, ...], words: str) -> Weight:
    """The claim that holds an assertion with these words, the widest first."""
    return next(w for w in weights if any(words in a.text for a in w.claim.assertions))


def so(weight: Weight) -> tuple[int, int] | None:
    return None if weight.so is None else (weight.so.least, weight.so.most)


def said(weight: Weight) -> dict[str, tuple[int, int]]:
    return {name: (interval.least, interval.most) for name, interval in weight.said}


def call(outlet: str | None, *, language: str = "en", published: str | None = "2025-03-02T08:00") -> Article:
    """A page of one phone call, known only through the ministry's readout."""
    minister, content = (MINISTER, WEAPONS) if language == "en" else (MINISTER_AR, WEAPONS_AR)
    lead = (
        "Adel Marwan spoke by phone with James Holt about Syria"
        if language == "en"
        else "بحث عادل مروان في اتصال هاتفي مع جيمس هولت الوضع في سوريا"
    )
    return write(outlet, lead, Said(content, (MINISTRY, minister), readout=1, medium="phone call"), language=language, published=published)


def adviser() -> Article:
    return write(
        "Delta Times",
        Said("ISIS may have captured weapons that the army abandoned", (ADVISER,), commitment=Commitment.POSSIBLE),
        published="2025-06-12T15:29",
    )


def test_one_readout_on_two_pages_in_two_languages_is_one_root() -> None:
    weight = about(look(call("Harbour Post"), call("Hill Radio", language="ar", published=None)), "weapons")
    assert said(weight) == {"Adel Marwan": (1, 1)}
    assert so(weight) == (1, 1)
    assert weight.status is Status.CIRCULAR
    assert weight.languages == ("ar", "en")


def test_a_hedged_adviser_of_the_same_state_is_a_second_root_only_perhaps() -> None:
    weight = about(look(call("Harbour Post"), call("Hill Radio", language="ar"), adviser()), "abandoned")
    assert so(weight) == (1, 2)
    assert weight.status is Status.POSSIBLE
    assert {"hedged", "same state", "readout"} <= {reason.rule for reason in weight.explanation}


def test_ten_more_outlets_with_the_readout_change_nothing() -> None:
    more = [call(f"Paper {number}") for number in range(10)]
    weight = about(look(call("Harbour Post"), call("Hill Radio", language="ar"), adviser(), *more), "abandoned")
    assert so(weight) == (1, 2)
    assert said(weight)["Adel Marwan"] == (1, 1)
    assert weight.status is Status.POSSIBLE
    assert len(weight.claim.articles) == 13


def test_the_order_of_arrival_changes_nothing() -> None:
    pages = [call("Harbour Post"), call("Hill Radio", language="ar"), adviser(), *(call(f"Paper {n}") for n in range(4))]
    expected = look(*pages)
    for shuffled in (pages[::-1], pages[3:] + pages[:3], pages[::2] + pages[1::2]):
        assert set(look_at(replace(view(*pages), articles=tuple(shuffled)))) == set(expected)


ESCAPE = "37 prisoners escaped from Marsa prison"
COUNT = (("37 prisoners", 37.0, 37.0, "escaped", "prisoners"),)


def escape(
    outlet: str, *chain: Link, medium: str | None = None, credit: str | None = None, links: Mapping[str, str] | None = None
) -> Article:
    return write(outlet, Said(ESCAPE, chain, figures=COUNT, medium=medium), credit=credit, links=links)


def test_one_outlet_is_single() -> None:
    weight = about(look(escape("Harbour Post", body("River Guard"))), ESCAPE)
    assert (weight.status, so(weight), said(weight)) == (Status.SINGLE, (1, 1), {"River Guard": (1, 1)})


def test_all_that_cite_one_agency_are_circular() -> None:
    pages = [escape(name, agency("Coast Wire"), body("River Guard")) for name in ("Harbour Post", "Hill Radio", "Delta Times")]
    weight = about(look(*pages), ESCAPE)
    assert (weight.status, so(weight), said(weight)) == (Status.CIRCULAR, (1, 1), {"River Guard": (1, 1)})
    assert weight.carriers == 4


def test_a_credit_line_and_a_link_at_the_words_are_declared() -> None:
    pages = [
        escape("Coast Wire", body("River Guard")),
        escape("Harbour Post", body("River Guard"), credit="Coast Wire"),
        escape("Hill Radio", body("River Guard"), links={"37 prisoners": "https://coastwire.example/story"}),
    ]
    assert said(about(look(*pages), ESCAPE)) == {"River Guard": (1, 1)}


def test_a_link_elsewhere_in_the_paragraph_only_lowers_the_least() -> None:
    page = write(
        "Harbour Post",
        Said(ESCAPE + ", and the wire has changed its story", (body("River Guard"),), figures=COUNT),
        links={"changed its story": "https://coastwire.example/story"},
    )
    statement = replace(page.statements[0], content=(replace(page.statements[0].content[0], end=len(ESCAPE)),), cue=None)
    page = replace(page, statements=(replace(statement, cue=replace(statement.content[0], start=len(ESCAPE), end=len(ESCAPE))),))
    weight = about(look(page, escape("Coast Wire", body("River Guard"))), ESCAPE)
    assert said(weight) == {"River Guard": (1, 2)}


def test_several_who_heard_one_speaker_are_one_voice() -> None:
    pages = [escape(name, person("Nadia Farouk")) for name in ("Harbour Post", "Hill Radio")]
    weight = about(look(*pages), ESCAPE)
    assert (weight.status, so(weight), said(weight)) == (Status.ONE_VOICE, (1, 1), {"Nadia Farouk": (2, 2)})


def test_one_written_statement_read_by_two_may_be_one_road() -> None:
    pages = [escape(name, body("Relief Watch"), medium="statement") for name in ("Harbour Post", "Hill Radio")]
    weight = about(look(*pages), ESCAPE)
    assert said(weight) == {"Relief Watch": (1, 2)}
    assert weight.status is Status.ONE_VOICE


def test_two_named_roots_on_two_roads_corroborate() -> None:
    weight = about(look(escape("Harbour Post", person("Nadia Farouk")), escape("Hill Radio", body("Relief Watch"))), ESCAPE)
    assert (weight.status, so(weight)) == (Status.CORROBORATED, (2, 2))


def test_two_speakers_known_through_one_outlet_are_one_for_certain() -> None:
    page = write(
        "Harbour Post", Said(ESCAPE, (person("Nadia Farouk"),), figures=COUNT), Said(ESCAPE + " .", (body("Relief Watch"),), figures=COUNT)
    )
    assert so(about(look(page), ESCAPE)) == (1, 2)


def test_a_director_and_her_network_are_one_node() -> None:
    pages = [escape("Harbour Post", person("Nadia Farouk", affiliation="Relief Watch")), escape("Hill Radio", body("Relief Watch"))]
    weight = about(look(*pages), ESCAPE)
    assert (so(weight), said(weight)) == ((1, 1), {"Relief Watch": (2, 2)})


def test_a_minister_and_the_ministry_are_one_another_organ_is_a_second_perhaps() -> None:
    minister = escape("Harbour Post", MINISTER)
    ministry = escape("Hill Radio", MINISTRY)
    assert so(about(look(minister, ministry), ESCAPE)) == (1, 1)
    assert so(about(look(minister, ministry, escape("Delta Times", body("Iraqi Defence Ministry"))), ESCAPE)) == (1, 2)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("security sources", "security sources", (0, 2)),
        ("a US official", "an Iraqi official", (2, 2)),
        ("an Iraqi official", "another Iraqi official", (0, 2)),
    ],
)
def test_unnamed_origins_raise_only_the_most_unless_they_cannot_be_one(first: str, second: str, expected: tuple[int, int]) -> None:
    pages = [escape("Harbour Post", unnamed(first)), escape("Hill Radio", unnamed(second))]
    assert so(about(look(*pages), ESCAPE)) == expected


def test_a_named_root_beside_an_unnamed_one_is_possible() -> None:
    weight = about(look(escape("Harbour Post", body("River Guard")), escape("Hill Radio", unnamed("a shepherd"))), ESCAPE)
    assert (so(weight), weight.status) == ((1, 2), Status.POSSIBLE)


def test_who_saw_it_is_a_certain_root() -> None:
    weight = about(look(escape("Harbour Post", witness("Harbour Post")), escape("Hill Radio", body("River Guard"))), ESCAPE)
    assert (so(weight), weight.status) == ((2, 2), Status.CORROBORATED)


def test_an_outlet_without_a_source_raises_only_the_most() -> None:
    weight = about(look(escape("Harbour Post"), escape("Hill Radio", body("River Guard"))), ESCAPE)
    assert so(weight) == (1, 2)


def test_own_voice_that_repeats_what_its_page_attributes_inherits_it() -> None:
    page = write("Harbour Post", Said(ESCAPE, (body("River Guard"),), figures=COUNT), Said(ESCAPE + " on Friday", figures=COUNT))
    assert so(about(look(page), ESCAPE)) == (1, 1)


def test_a_headline_adds_no_road_of_its_own() -> None:
    page = write(
        "Harbour Post",
        Said(ESCAPE, (body("River Guard"),), figures=COUNT, title=True),
        Said(ESCAPE + " .", (agency("Coast Wire"), body("River Guard")), figures=COUNT),
    )
    assert said(about(look(page, escape("Coast Wire", body("River Guard"))), ESCAPE)) == {"River Guard": (1, 1)}


def test_an_edition_of_an_outlet_is_the_outlet() -> None:
    weight = about(look(escape("Hill Radio", person("Nadia Farouk")), escape("Hill Radio English", person("Nadia Farouk"))), ESCAPE)
    assert (weight.status, said(weight)) == (Status.SINGLE, {"Nadia Farouk": (1, 1)})


def test_demands_fears_and_praise_are_neither_so_nor_not_so() -> None:
    demand = Said("Iraq must rebuild the prison of Marsa without delay", (person("Nadia Farouk"),), act=Act.DEMAND)
    fear = Said("prisoners may escape from the prison of Marsa", (person("Nadia Farouk"),), act=Act.CONCERN)
    weights = look(write("Harbour Post", demand, fear), write("Hill Radio", demand, fear))
    assert [so(about(weights, words)) for words in ("must rebuild", "may escape")] == [None, None]
    assert {w.status for w in weights} == {Status.ONE_VOICE}


def test_another_number_disputes() -> None:
    other = Said(
        "at least 52 prisoners escaped from Marsa prison",
        (body("Relief Watch"),),
        figures=(("52 prisoners", 52.0, None, "escaped", "prisoners"),),
    )
    weights = look(escape("Harbour Post", body("River Guard")), write("Hill Radio", other))
    few, many = about(weights, ESCAPE), about(weights, "at least 52")
    assert (few.flags, many.flags) == ((Flag.DISPUTED,), (Flag.DISPUTED,))
    assert few.contradicted_by == (many.claim.id,)
    assert (few.against, many.against) == (Interval(1, 1), Interval(1, 1))


def test_a_denial_disputes() -> None:
    drone = Said("a drone hit the checkpoint at Marsa", (body("River Guard"),))
    denial = Said("that a drone hit the checkpoint at Marsa", (MINISTRY,), act=Act.DENY, commitment=Commitment.DENIED)
    weights = look(write("Harbour Post", drone), write("Hill Radio", denial))
    weight = next(w for w in weights if any(not a.negated for a in w.claim.assertions))
    assert (weight.flags, weight.against, so(weight)) == ((Flag.DISPUTED,), Interval(1, 1), (1, 1))


def test_the_same_speaker_with_a_smaller_number_later_takes_the_first_back() -> None:
    later = Said(
        "29 prisoners, not 37, escaped from Marsa prison",
        (body("River Guard"),),
        figures=(("29 prisoners", 29.0, 29.0, "escaped", "prisoners"),),
    )
    weights = look(escape("Harbour Post", body("River Guard")), write("Hill Radio", later, published="2025-03-04T08:00"))
    assert about(weights, ESCAPE).flags == (Flag.RETRACTED,)
    newer = about(weights, "29 prisoners")
    assert (newer.flags, newer.against) == ((), Interval(0, 0))


def test_a_count_that_grew_has_developed() -> None:
    first = Said(
        "9 soldiers were killed in the attack on Marsa", (body("River Guard"),), figures=(("9 soldiers", 9.0, 9.0, "killed", "soldiers"),)
    )
    later = Said(
        "14 soldiers were killed in the attack on Marsa",
        (body("River Guard"),),
        figures=(("14 soldiers", 14.0, 14.0, "killed", "soldiers"),),
    )
    weights = look(write("Harbour Post", first), write("Hill Radio", later, published="2025-03-04T08:00"))
    assert about(weights, "9 soldiers").flags == (Flag.DEVELOPED,)
    assert about(weights, "14 soldiers").flags == ()


def test_a_state_of_things_may_change_with_the_season() -> None:
    weights = look(
        write("Harbour Post", Said("ISIS has expanded the territory under its control", (MINISTER,)), published="2024-12-20T10:00"),
        write("Hill Radio", Said("ISIS no longer controls territory", (person("Nadia Farouk"),)), published="2025-06-12T10:00"),
    )
    assert {w.flags for w in weights} == {(Flag.DEVELOPED,)}
    assert {w.against for w in weights} == {Interval(0, 0)}


def test_an_outlet_that_withdraws_a_number_is_no_root_against_it() -> None:
    back = Said(
        "the figure of 37 prisoners who escaped from Marsa prison",
        act=Act.RETRACT,
        figures=(("37 prisoners", 37.0, 37.0, "escaped", "prisoners"),),
    )
    weights = look(escape("Harbour Post", body("River Guard")), write("Harbour Post", back, published="2025-03-05T08:00"))
    weight = about(weights, ESCAPE)
    assert (weight.flags, weight.against) == ((Flag.RETRACTED,), Interval(0, 0))


def test_what_everybody_states_without_source_is_background() -> None:
    line = "ISIS lost the last of its territory in Syria in March 2019"
    weights = look(*(write(name, line + tail) for name, tail in (("Harbour Post", ""), ("Hill Radio", " ."), ("Delta Times", " !"))))
    weight = about(weights, line)
    assert so(weight) is None
    assert weight.explanation[0].rule == "background"


def test_every_explanation_points_into_its_article() -> None:
    pages = [
        call("Harbour Post"),
        call("Hill Radio", language="ar"),
        adviser(),
        escape("Coast Wire", body("River Guard")),
        escape("Delta Times", unnamed("sources")),
    ]
    seen = view(*pages)
    for weight in look_at(seen):
        assert len(weight.explanation) > 0
        for reason in weight.explanation:
            assert reason.text[:1].strip() != ""
            assert all(0 <= e.span.start <= e.span.end <= len(seen.article(e.article).text) for e in reason.evidence)


CHAINS: list[tuple[Link, ...]] = [
    (),
    (body("River Guard"),),
    (agency("Coast Wire"), body("River Guard")),
    (person("Nadia Farouk"),),
    (unnamed("security sources"),),
    (MINISTRY, MINISTER),
    (body("Relief Watch"),),
]
_pages = st.lists(
    st.tuples(st.sampled_from(["Harbour Post", "Hill Radio", "Delta Times", "Noon Gazette"]), st.integers(0, len(CHAINS) - 1)),
    min_size=1,
    max_size=6,
)
_ORDER = (Status.SINGLE, Status.CIRCULAR, Status.ONE_VOICE, Status.POSSIBLE, Status.CORROBORATED)


@settings(max_examples=40, deadline=None)
@given(_pages, st.integers(0, 5), st.integers(1, 4))
def test_a_copy_never_raises_what_is_certain(rows: list[tuple[str, int]], which: int, times: int) -> None:
    """The same words of the same speaker, word for word on other pages, add nothing to "at least"."""
    pages = [write(outlet, Said(ESCAPE, CHAINS[chain], figures=COUNT), *PADDING, id=f"p{n}") for n, (outlet, chain) in enumerate(rows)]
    original = pages[which % len(pages)]
    copies = [_copy(original, number) for number in range(times)]
    before, after = about(look(*pages), ESCAPE), about(look(*pages, *copies), ESCAPE)
    assert before.so is not None
    assert after.so is not None
    assert after.so.least <= before.so.least
    assert after.so.most <= before.so.most


@settings(max_examples=40, deadline=None)
@given(_pages, st.integers(1, 6))
def test_more_carriers_of_one_readout_never_raise_the_roots(rows: list[tuple[str, int]], times: int) -> None:
    pages = [write(outlet, Said(ESCAPE, CHAINS[chain], figures=COUNT), id=f"p{n}") for n, (outlet, chain) in enumerate(rows)]
    first = write("Harbour Post", Said(ESCAPE, (MINISTRY, MINISTER), readout=1, figures=COUNT), id="readout")
    more = [write(f"Paper {n}", Said(ESCAPE, (MINISTRY, MINISTER), readout=1, figures=COUNT), id=f"more{n}") for n in range(times)]
    before, after = about(look(first, *pages), ESCAPE), about(look(first, *pages, *more), ESCAPE)
    assert so(after) == so(before)
    assert said(after)["Adel Marwan"][0] == said(before)["Adel Marwan"][0]


PADDING = (
    "Boats stayed tied up along the quay while the wind drove sand across the market square and into the open shops behind it",
    "A baker who opens before dawn found his oven cold and sold what was left of the day before from a crate beside the door",
    "Nobody in the lower town remembered a spring in which the ferry had been held back for so many days without a notice",
)


def _copy(article: Article, number: int) -> Article:
    """The same page under another masthead, hours later."""
    name, outlet = f"{article.id}-copy-{number}", f"Mirror {number}"
    chain_of = {s.id: (Link(outlet, s.chain[0].kind, basis=s.chain[0].basis), *s.chain[1:]) for s in article.statements}
    statements = tuple(replace(s, id=f"{name}-{i}", chain=chain_of[s.id]) for i, s in enumerate(article.statements))
    capture = replace(article.capture, sha256=name, page=name, url=None)
    assert article.published is not None
    published: Published = replace(article.published, at=article.published.at.replace(hour=9 + number))
    return replace(article, id=name, capture=capture, outlet=outlet, statements=statements, published=published)


def test_the_army_of_one_page_is_no_second_root_beside_the_army_that_another_names() -> None:
    named = write("Harbour Post", Said("two soldiers were wounded by a drone near Marsa", (body("Iraqi army"),)))
    bare = write("Delta Times", Said("a drone wounded two soldiers near Marsa", (body("the army"),)))
    assert so(about(look(named, bare), "wounded")) == (1, 1)


def test_a_body_that_no_page_names_in_full_raises_only_the_most() -> None:
    named = write("Harbour Post", Said("two soldiers were wounded by a drone near Marsa", (person("Adel Marwan"),)))
    bare = write("Delta Times", Said("a drone wounded two soldiers near Marsa", (body("the army"),)))
    assert so(about(look(named, bare), "wounded")) == (1, 2)


def test_who_was_first_speaks_for_all_copies_and_for_those_that_name_it() -> None:
    line = "The road to Marsa stayed closed to lorries until noon because of the mud and the drivers waited at the mill without water"
    first = write("Coast Wire", line, published="2025-03-02T08:00")
    copied = write("Delta Times", line, published="2025-03-02T10:00", credit="Coast Wire")
    cited = write("Harbour Post", Said("the road to Marsa stayed closed to lorries", (agency("Coast Wire"),)), published="2025-03-02T11:00")
    assert so(about(look(first, copied, cited), "road to Marsa")) == (0, 1)


def test_each_rule_quotes_the_words_that_decided() -> None:
    told = Said("ten prisoners escaped from the camp of Marsa", (agency("Coast Wire"), person("Adel Marwan")))
    page = write("Harbour Post", "Coast Wire told so", told)
    start = page.text.index("Coast Wire")
    statement = page.statements[1]
    carrier = replace(statement.chain[1], span=Span(start, start + len("Coast Wire")))
    page = replace(page, statements=(page.statements[0], replace(statement, chain=(statement.chain[0], carrier, statement.chain[2]))))
    seen = view(page, write("Delta Times", Said("no prisoner escaped from the camp of Marsa", (person("Omar Tariq"),))))
    weight = about(look_at(seen), "ten prisoners")
    quoted = {r.rule: [e.span.of(seen.article(e.article).text) for e in r.evidence] for r in weight.explanation}
    assert quoted["declared link"] == ["Coast Wire"]
    assert quoted["disputed"] == ["ten prisoners escaped from the camp of Marsa", "no prisoner escaped from the camp of Marsa"]
