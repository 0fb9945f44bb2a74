"""Copied text: what is one carrier, what only looks like it, and which came first."""

import itertools
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.flow.line import read_page
from tocsin.lang.outlets import Outlet, Registry
from tocsin.model import (
    Act,
    Article,
    Capture,
    Commitment,
    Figure,
    Kind,
    Link,
    Media,
    Mention,
    Paragraph,
    Precision,
    Published,
    Reference,
    Role,
    Span,
    Statement,
    Time,
    Voice,
)
from tocsin.settings import Settings
from tocsin.store import View
from tocsin.weigh import copies

ROOT = Path(__file__).parents[2]
REGISTRY = Registry(
    [
        Outlet("coast-wire", "Coast Wire", {"ar": ("وكالة الساحل",)}, ("coastwire.example",), agency=True),
        Outlet("hill-radio", "Hill Radio", {}, ("hillradio.example",)),
        Outlet("harbour-post", "Harbour Post", {}, ("harbourpost.example",)),
    ]
)

WIRE = (
    "Fishing boats stayed in the harbour of Marsa Dur for a third day after the provincial council closed the northern channel to all traffic.",
    "Divers had found two rusted mines on Monday below the breakwater, less than a cable from the berth where the weekly ferry lands its passengers.",
    "The council put the loss to the fish market at forty thousand crowns a day and asked the capital to send a clearing team without delay.",
    "Engineers from the port authority marked a narrow lane with yellow buoys so that the hospital ship could leave before the evening tide.",
    "No one has said who laid the mines, which are of a kind that went out of use when the old naval school was shut.",
    "Shopkeepers along the quay kept their shutters half down and sold bread and lamp oil from the doorstep.",
    "A convoy of lorries with flour for the islands turned back at the roundabout and spent the night outside the customs shed.",
)
OTHER = (
    "Harvest workers in the upper valley walked off the terraces on Tuesday when the second payment of the season failed to arrive.",
    "Foremen counted fewer than ninety pickers at dawn, a third of those who had signed on before the rains ended.",
    "The growers blame a new bank rule that holds every transfer for a week and charges both sides for the wait.",
    "Buses hired to bring students from the plain as stand-ins left half empty and came back without stopping.",
    "By dusk the crates that had been filled stood in the sun beside the road, and boys were selling the fruit by the handful.",
)
BACKGROUND = "The town lived from its dockyard until the war, when the cranes were taken apart and sold for scrap to pay for grain."


def make(
    name: str, *body: str, title: str = "A plain headline", outlet: str | None = None, language: str = "en", **more: object
) -> Article:
    text = "\n\n".join((title, *body))
    paragraphs, start = [], 0
    for part in (title, *body):
        paragraphs.append(Paragraph(start, start + len(part), Role.TITLE if start == 0 else Role.BODY))
        start += len(part) + 2
    url = more.pop("url", None)
    capture = Capture(name, name, None, url if isinstance(url, str) else None, None, Media.TEXT, "utf-8", len(text))
    at = more.pop("at", None)
    published = Published(at, Precision.MINUTE, "+00:00", "given") if isinstance(at, datetime) else None
    return Article(name, capture, 1, text, tuple(paragraphs), (), title, outlet, language=language, published=published, **more)  # type: ignore[arg-type]


def hour(number: int) -> datetime:
    return datetime(2031, 5, 6, tzinfo=UTC).replace(hour=number % 24, day=6 + number // 24)


def find(*articles: Article) -> copies.Copies:
    return copies.find(View(articles, REGISTRY))


def groups(*articles: Article) -> list[tuple[str, ...]]:
    return [tuple(sorted(group.members)) for group in find(*articles).groups]


def quote(text: str) -> str:
    return f"“{text}”"


@pytest.mark.parametrize(
    "body",
    [
        WIRE,
        WIRE[:4],
        WIRE[::-1],
        (WIRE[5], WIRE[1], WIRE[3]),
        (*WIRE[:4], *OTHER[:3]),
        tuple(sentence.upper() for sentence in WIRE),
        tuple(sentence.replace("council", "assembly") for sentence in WIRE),
    ],
    ids=["whole", "cut", "new order", "cut and new order", "with paragraphs of its own", "shouted", "one word changed"],
)
def test_wording_betrays_a_copy(body: tuple[str, ...]) -> None:
    assert groups(make("a", *WIRE), make("b", *body, title="Quite another headline")) == [("a", "b")]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (WIRE, OTHER),
        ((*WIRE, BACKGROUND), (*OTHER, BACKGROUND)),
        ((*WIRE[:2], *map(quote, OTHER)), (BACKGROUND, *map(quote, OTHER))),
        ((*WIRE[:2], *(f'"{text}"' for text in OTHER)), (BACKGROUND, *(f"«{text}»" for text in OTHER))),
        ((*WIRE[:2], "“" + OTHER[0], "“" + OTHER[1] + "”"), (BACKGROUND, "“" + OTHER[0], "“" + OTHER[1] + "”")),
        ((), ()),
        (("Short.",), ("Short.",)),
    ],
    ids=["nothing", "background", "quotations", "other marks", "a quotation over two paragraphs", "no body", "too short"],
)
def test_other_reports_are_no_copies(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    assert groups(make("a", *left), make("b", *right)) == []


def test_a_mark_that_was_lost_does_not_turn_speech_and_report_about() -> None:
    left = make("a", " ".join(WIRE) + ' They wait," he said. ' + OTHER[0])
    right = make("b", " ".join(WIRE) + ' "They wait," he said. ' + OTHER[0])
    assert groups(left, right) == [("a", "b")]


def test_names_do_not_count() -> None:
    """A wire with the names of persons exchanged is a copy still; two texts that share a list of names are not."""
    row = "Ada Brandt and Imre Kolt and Sefa Noor and Jana Weil and Toma Ruiz and Lena Voss and Karl Ohm and Mira Zane and Ivo Stein and Edda Falk"
    named = make("c", row, *WIRE[:2]), make("d", row, *OTHER[:2])
    assert groups(*named) == [("c", "d")]
    masked = [_name(article, row.split(" and ")) for article in named]
    assert groups(*masked) == []
    left = _name(make("a", *(s.replace("The council", "Ada Brandt") for s in WIRE)), ["Ada Brandt"])
    right = _name(make("b", *(s.replace("The council", "Imre Kolt of the town") for s in WIRE)), ["Imre Kolt of the town"])
    assert find(left, right).groups[0].shared == 1.0


def _name(article: Article, names: list[str]) -> Article:
    mentions = tuple(
        Mention(at, at + len(name), name, Kind.PERSON)
        for name in names
        for at in range(len(article.text))
        if article.text.startswith(name, at)
    )
    return _with(article, mentions=mentions)


def _with(article: Article, **fields: object) -> Article:
    return replace(article, **fields)  # type: ignore[arg-type]


def test_words_of_a_speaker_do_not_count_without_marks_either() -> None:
    def spoken(article: Article) -> Article:
        start = article.text.index(OTHER[0])
        chain = (Link("Harbour Post", Kind.OUTLET), Link("Ada Brandt", Kind.PERSON))
        content = (Span(start, len(article.text)),)
        return _with(
            article, statements=(Statement("s", Act.ASSERT, Voice.DIRECT, Commitment.CERTAIN, 1.0, Span(0, 1), None, content, chain),)
        )

    pair = make("a", *WIRE[:2], *OTHER), make("b", BACKGROUND, *OTHER)
    assert groups(*pair) == [("a", "b")]
    assert groups(*map(spoken, pair)) == []


def test_what_comes_back_every_week_is_no_copy() -> None:
    """House text and background paragraphs stand in reports of several occasions; a wire does not."""
    house = " ".join(OTHER)
    weeks = [make(f"w{n}", sentence, house, at=datetime(2031, 5, 1 + 7 * n, tzinfo=UTC)) for n, sentence in enumerate(WIRE[:4])]
    assert groups(*weeks) == []
    assert groups(*(_with(article, published=None) for article in weeks)) == [("w0", "w1", "w2", "w3")]


def test_a_wire_that_is_shown_again_later_is_a_copy_still() -> None:
    days = [make(f"d{n}", *WIRE, at=datetime(2031, 5, day, tzinfo=UTC)) for n, day in enumerate((1, 1, 2, 20))]
    assert groups(*days) == [("d0", "d1", "d2", "d3")]


def test_half_a_text_shared_after_weeks_is_background() -> None:
    pair = (*WIRE[:3], *OTHER[:4]), (*WIRE[:3], *OTHER[4:], BACKGROUND, WIRE[5])
    for day, found in ((3, [("a", "b")]), (25, [])):
        left = make("a", *pair[0], at=datetime(2031, 5, 1, tzinfo=UTC))
        assert groups(left, make("b", *pair[1], WIRE[6], at=datetime(2031, 5, day, tzinfo=UTC))) == found


def test_a_late_digest_does_not_make_its_sources_one() -> None:
    first, second = make("a", *WIRE, at=hour(1)), make("b", *OTHER, at=hour(2))
    digest = make("c", *WIRE[:5], *OTHER[:3], at=hour(9))
    found = find(first, second, digest)
    assert [tuple(sorted(group.members)) for group in found.groups] == [("a", "c")]
    assert (found.carrier("a"), found.carrier("b"), found.carrier("c")) == ("a", "b", "a")


def test_the_earliest_is_the_carrier() -> None:
    found = find(make("a", *WIRE[:5], at=hour(9)), make("b", *WIRE, at=hour(3)), make("c", *WIRE[1:], at=hour(5)), make("z", *OTHER))
    assert [(sorted(group.members), group.origin) for group in found.groups] == [(["a", "b", "c"], "b")]
    assert [found.carrier(name) for name in "abcz"] == ["b", "b", "b", "z"]


@pytest.mark.parametrize("at", [(None, None), (hour(1), None), (hour(1), hour(1))], ids=["no date", "one date", "the same minute"])
def test_without_dates_nobody_can_tell(at: tuple[datetime | None, datetime | None]) -> None:
    found = find(make("a", *WIRE, at=at[0]), make("b", *WIRE, at=at[1]))
    assert [group.origin for group in found.groups] == [None]
    assert (found.carrier("a"), found.carrier("b")) == ("a", "b")


def test_a_day_is_not_held_against_an_hour_of_it() -> None:
    day = Published(datetime(2031, 5, 6, tzinfo=UTC), Precision.DAY, None, "url")
    found = find(_with(make("a", *WIRE), published=day), make("b", *WIRE, at=hour(4)))
    assert found.groups[0].origin is None


def test_a_credit_line_tells_whose_the_text_is() -> None:
    wire = make("b", *WIRE, outlet="وكالة الساحل")
    assert find(make("a", *WIRE, outlet="Hill Radio", credit="(Coast Wire)"), wire).groups[0].origin == "b"
    assert find(make("a", *WIRE, outlet="Hill Radio", credit="Agencies"), wire).groups[0].origin is None


def test_a_credit_outweighs_the_time_of_an_update() -> None:
    wire = make("b", *WIRE, outlet="Coast Wire", at=hour(20))
    assert find(make("a", *WIRE, outlet="Hill Radio", credit="Coast Wire", at=hour(8)), wire).groups[0].origin == "b"


def test_two_that_credit_each_other_fall_back_on_their_dates() -> None:
    left = make("a", *WIRE, outlet="Hill Radio", credit="Coast Wire", at=hour(8))
    assert find(left, make("b", *WIRE, outlet="Coast Wire", credit="Hill Radio", at=hour(5))).groups[0].origin == "b"


def test_a_link_tells_whose_the_text_is() -> None:
    link = Reference("http://www.unknown.example/mines/", "reported")
    copy = make("a", *WIRE, links=(link,))
    assert find(copy, make("b", *WIRE, url="https://unknown.example/mines")).groups[0].origin == "b"
    assert find(copy, make("b", *WIRE, url="https://unknown.example/other")).groups[0].origin is None


def test_a_source_named_in_the_text_tells_whose_it_is() -> None:
    chain = (Link("Hill Radio", Kind.OUTLET, actor="outlet:hill-radio"), Link("Coast Wire", Kind.AGENCY, actor="outlet:coast-wire"))
    told = Statement("s", Act.REPORT, Voice.INDIRECT, Commitment.CERTAIN, 1.0, Span(20, 25), None, (Span(26, 60),), chain)
    copy = make("a", *WIRE, outlet="Hill Radio", statements=(told,))
    assert find(copy, make("b", *WIRE, outlet="Coast Wire")).groups[0].origin == "b"
    assert find(copy, make("b", *WIRE, outlet="Harbour Post")).groups[0].origin is None


def test_one_without_a_date_leaves_the_origin_to_whom_another_names() -> None:
    link = Reference("https://coastwire.example/mines", "Coast Wire")
    named = make("b", *WIRE, outlet="Coast Wire", url="https://coastwire.example/mines", at=hour(2))
    copy = make("a", *WIRE[1:], outlet="Hill Radio", links=(link,), at=hour(5))
    undated = make("c", *WIRE[:6], outlet="Harbour Post")
    assert [(sorted(group.members), group.origin) for group in find(named, copy, undated).groups] == [(["a", "b", "c"], "b")]


def test_evidence_is_the_longest_stretch_in_each() -> None:
    left, right = make("a", *WIRE[:5], at=hour(1)), make("b", OTHER[1], WIRE[3], WIRE[1], WIRE[2], at=hour(2))
    (group,) = find(left, right).groups
    assert [(mark.article, mark.span.of({"a": left, "b": right}[mark.article].text)) for mark in group.evidence] == [
        ("a", f"{WIRE[1]}\n\n{WIRE[2]}".rstrip(".")),
        ("b", f"{WIRE[1]}\n\n{WIRE[2]}".rstrip(".")),
    ]


def test_vowel_signs_and_direction_marks_do_not_hide_a_copy() -> None:
    plain = "أغلقت البلدية الميناء الشمالي ثلاثة أيام بعد العثور على لغمين صدئين قرب الرصيف الذي ترسو عنده عبارة الركاب كل أسبوع"
    more = "وقدرت الخسائر بأربعين ألفا في اليوم وطلبت من العاصمة فريقا لإزالة الألغام قبل وصول سفينة المستشفى إلى المرسى القديم غدا"
    marked = "\u200f" + plain.replace("الميناء", "المِينَاء").replace("ثلاثة", "ثـلاثة") + " \u200e "
    left, right = make("a", plain, more, language="ar"), make("b", marked, more, language="ar")
    (group,) = find(left, right).groups
    assert group.shared == 1.0
    assert all(mark.span.end <= len({"a": left, "b": right}[mark.article].text) for mark in group.evidence)


def test_a_script_without_spaces_is_read_letter_by_letter() -> None:
    text = "港の漁船は三日続けて出航できず、州の評議会は北側の水路をすべての船に対して閉鎖したと発表しました。潜水士が月曜日に二つの機雷を見つけたためです。"
    assert groups(make("a", text, language="ja"), make("b", text[5:], language="ja")) == [("a", "b")]


def test_a_crowd_of_copies_is_one_group() -> None:
    cuts = [make(f"c{n:03}", *(s for i, s in enumerate(WIRE) if i != n % 7), at=hour(n % 40)) for n in range(90)]
    found = find(*cuts, make("z", *WIRE, at=datetime(2031, 5, 5, tzinfo=UTC)))
    assert [(len(group.members), group.origin) for group in found.groups] == [(91, "z")]


# --- translations ---------------------------------------------------------------------------------------------------------

_TOLD = (
    ("f", 37),
    ("t", 4),
    ("f", 7),
    ("f", 2),
    ("a", "group:x"),
    ("f", 1400),
    ("t", 9),
    ("f", 12),
    ("c", "warn"),
    ("f", 9000),
    ("f", 55),
    ("t", 17),
)


def tell(name: str, language: str, *told: tuple[str, object], **more: object) -> Article:
    """An article of which only what was read in it matters: each token stands for a figure, day, actor or act."""
    words = [f"{language}{name}{n}" for n in range(len(told))]
    article = make(name, " ".join(words), language=language, **more)  # type: ignore[arg-type]
    figures, times, mentions, statements = list[Figure](), list[Time](), list[Mention](), list[Statement]()
    for word, (kind, value) in zip(words, told, strict=True):
        start = article.text.index(word)
        end = start + len(word)
        if kind == "f":
            figures.append(Figure(start, end, float(str(value)), float(str(value))))
        elif kind == "t":
            times.append(Time(start, end, date(2031, 5, int(str(value))), date(2031, 5, int(str(value))), 1))
        elif kind == "a":
            mentions.append(Mention(start, end, word, Kind.GROUP, str(value)))
        else:
            chain = (Link("page", Kind.OUTLET), Link("speaker", Kind.PERSON))
            cue = Span(start, end)
            statements.append(Statement(word, Act(str(value)), Voice.INDIRECT, Commitment.CERTAIN, 1.0, cue, None, (cue,), chain))
    return _with(article, figures=tuple(figures), times=tuple(times), mentions=tuple(mentions), statements=tuple(statements))


def test_a_credited_text_told_alike_is_a_translation() -> None:
    wire = tell("a", "en", *_TOLD, outlet="Coast Wire", at=hour(2))
    cut = tell("b", "ar", *_TOLD[:3], ("f", 88), *_TOLD[5:10], outlet="Hill Radio", credit="وكالة الساحل", at=hour(6))
    (group,) = find(wire, cut).groups
    assert (group.members, group.origin, group.translated) == (("a", "b"), "a", True)
    assert find(wire, cut).carrier("b") == "a"
    assert {mark.article for mark in group.evidence} == {"a", "b"}


def test_without_a_credit_only_the_same_order_all_through_counts() -> None:
    wire = tell("a", "en", *_TOLD, outlet="Coast Wire", at=hour(2))
    same = tell("b", "ar", *_TOLD[:4], ("f", 88), *_TOLD[4:], outlet="Hill Radio", at=hour(6))
    half = tell("c", "ar", *_TOLD[:5], ("f", 88), ("f", 89), ("t", 28), *_TOLD[5:8], outlet="Hill Radio", at=hour(6))
    assert [group.members for group in find(wire, same).groups] == [("a", "b")]
    assert find(wire, half).groups == ()


def test_one_language_is_no_translation_and_another_order_is_another_report() -> None:
    wire = tell("a", "en", *_TOLD, outlet="Coast Wire")
    assert find(wire, tell("b", "en", *_TOLD, outlet="Hill Radio", credit="Coast Wire")).groups == ()
    assert find(wire, tell("b", "ar", *_TOLD[::-1], outlet="Hill Radio", credit="Coast Wire")).groups == ()


def test_copies_of_a_translation_go_back_to_the_first_report() -> None:
    wire = tell("a", "en", *_TOLD, outlet="Coast Wire", at=hour(2))
    body = " ".join(WIRE)
    told = tell("b", "ar", *_TOLD, outlet="Hill Radio", credit="Coast Wire", at=hour(6))
    translation = _with(told, text=f"{told.text}\n\n{body}")
    copy = make("c", body, language="ar", at=hour(8))
    found = find(wire, translation, copy)
    assert [(group.members, group.origin, group.translated) for group in found.groups] == [
        (("b", "c"), "b", False),
        (("a", "b", "c"), "a", True),
    ]
    assert [found.carrier(name) for name in "abc"] == ["a", "a", "a"]


# --- whole views ------------------------------------------------------------------------------------------------------------


def _many() -> list[Article]:
    return [
        make("a", *WIRE, at=hour(3), outlet="Coast Wire"),
        make("b", *WIRE[2:], at=hour(5)),
        make("c", *WIRE[::-1]),
        make("d", *WIRE[:5], *OTHER[:3], at=hour(9)),
        make("e", *OTHER, at=hour(4)),
        make("f", *OTHER[::-1], BACKGROUND, at=hour(4)),
        make("g", BACKGROUND, at=hour(1)),
        tell("h", "en", *_TOLD, outlet="Coast Wire", at=hour(2)),
        tell("i", "ar", *_TOLD, outlet="Hill Radio", credit="Coast Wire", at=hour(2)),
    ]


@given(st.permutations(_many()))
@settings(max_examples=30, deadline=None)
def test_the_order_of_arrival_changes_nothing(articles: list[Article]) -> None:
    assert find(*articles) == find(*_many())


@given(st.lists(st.text(alphabet=st.sampled_from("ab “”\"«»\n\x00\u200f\u064bا港\ud800'"), max_size=80), max_size=5))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_and_evidence_lies_in_it(bodies: list[str]) -> None:
    articles = [make(str(n), body * 8) for n, body in enumerate([*bodies, *bodies])]
    for group in find(*articles).groups:
        assert group.members == tuple(sorted(set(group.members)))
        assert all(mark.span.end <= len(articles[int(mark.article)].text) for mark in group.evidence)


def test_a_view_without_articles_has_no_copies() -> None:
    assert find().groups == ()
    assert find().carrier("unknown") == "unknown"


def test_finds_the_copies_of_the_demo_pages_and_no_others() -> None:
    gold = yaml.safe_load((ROOT / "bench/gold/demo/articles.yml").read_text(encoding="utf-8"))["across"]["copies"]
    wanted = {(row["carrier"], page, "translation" in row) for row in gold for page in row.get("copies", row.get("translation"))}
    demo = ROOT / "src/tocsin/demo"
    place = Settings(registries=(demo / "outlets.yml",))
    articles = [
        article for page in sorted((demo / "pages").iterdir()) for article in read_page(page.read_bytes(), path=page.name, settings=place)
    ]
    number = {article.id: str(article.capture.path)[:2] for article in articles}
    language = {article.id: article.language for article in articles}
    found = copies.find(View(tuple(articles), place.registry))
    pairs = {(a.id, found.carrier(a.id)) for a in articles if found.carrier(a.id) != a.id}
    assert {(number[carrier], number[copy], language[copy] != language[carrier]) for copy, carrier in pairs} == wanted
    together = {pair for group in found.groups for pair in itertools.combinations(sorted(number[m] for m in group.members), 2)}
    assert {page for pair in together for page in pair} == {page for carrier, copy, _ in wanted for page in (carrier, copy)}
