from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from tocsin.bench.found import find, list_given
from tocsin.bench.gold import Page, parse
from tocsin.bench.page import is_instant, score_page
from tocsin.bench.precision import mark_precision
from tocsin.bench.sheet import Sheet, add_up
from tocsin.errors import SourceError
from tocsin.model import Act, Article, Figure, Hedge, Kind, Link, Precision, Published, Statement, Voice

Say = Callable[..., Statement]
Make = Callable[..., Article]
TEXT = (
    "Bridge closed after flood\nMayor Lena Marsh said the old bridge was closed. Divers told the Coast Agency that at least 12 boats sank, she said."
    "\nThe river rose all night."
)
GOLD = """
pages:
- page: flood.txt
  articles: 1
  language: en
  title: "Bridge closed after flood"
  outlet: The Harbour Post
  published: null
  not_in_text: [Comment]
  captions: ["A diver in the harbour"]
  statements:
    - {speaker: [Lena Marsh], act: assert, voice: indirect, content: "the old bridge was closed"}
    - {speaker: [divers], unnamed: true, via: ["Coast Agency"], content: "at least 12 boats sank"}
  own_voice: ["The river rose all night"]
  figures:
    - {low: 12, hedge: at least, of: ship, holder: divers}
  weather: bad
"""


@pytest.fixture
def page() -> Page:
    return parse(GOLD, "gold").gold.pages[0]


@pytest.fixture
def perfect(say: Say, article: Make) -> Article:
    divers = Link("Divers", Kind.UNNAMED, unnamed=True, descriptor="divers")
    told = say(TEXT, "at least 12 boats sank", speaker=divers, via=(Link("Coast Agency", Kind.AGENCY),))
    start = TEXT.index("12")
    return article(
        TEXT,
        say(TEXT, "the old bridge was closed", speaker="Lena Marsh"),
        told,
        say(TEXT, "The river rose all night"),
        title="Bridge closed after flood",
        outlet="Harbour Post",
        figures=(Figure(start, start + 2, 12, None, Hedge.AT_LEAST, "ship", statement=told.id),),
    )


def _wrong(sheet: Sheet) -> dict[str, int]:
    return {kind: tally.total - tally.right for kind, tally in sheet.tallies.items() if tally.right < tally.total}


def test_a_perfect_reading_has_no_miss(page: Page, perfect: Article) -> None:
    sheet = score_page(page, [perfect])
    assert _wrong(sheet) == {}
    assert sheet.get("found").total == 2
    assert sheet.get("via").total == sheet.get("unnamed").total == sheet.get("own voice").total == 1


def test_a_page_that_was_not_read_misses_everything(page: Page) -> None:
    sheet = score_page(page, [])
    assert all(tally.right == 0 for tally in sheet.tallies.values())


def test_a_wrong_reading_misses_what_is_wrong_in_it(page: Page, say: Say, article: Make) -> None:
    text = TEXT + "\nComment"
    reading = article(
        text,
        say(text, "the old bridge was closed", speaker="Divers", act=Act.WARN, voice=Voice.DIRECT),
        say(text, "The river rose all night", speaker="Lena Marsh"),
        title="Bridge",
        language="ar",
        published=Published(datetime(2024, 5, 1, tzinfo=UTC), Precision.DAY, "UTC", "meta"),
    )
    assert _wrong(score_page(page, [reading])) == {
        "titles": 1,
        "outlet": 1,
        "language": 1,
        "published": 1,
        "kept out": 1,
        "found": 1,
        "speaker": 2,
        "act": 1,
        "voice": 1,
        "via": 1,
        "unnamed": 1,
        "own voice": 1,
        "own voice, outlet alone": 1,
        "figures": 1,
        "figure hedge": 1,
        "figure of": 1,
        "figure holder": 1,
    }


@pytest.mark.parametrize(("extra", "found"), [(20, True), (21, False)])
def test_a_statement_may_be_three_times_as_long_and_twelve_words(say: Say, article: Make, extra: int, found: bool) -> None:
    text = "he said the old bridge fell" + " and" * extra
    given = list_given([article(text, say(text, text[8:], speaker="He"))])
    assert (find("the old bridge fell", given) is not None) is found


@pytest.mark.parametrize(("content", "found"), [("one two three four", True), ("one two three", False)])
def test_four_words_of_five_are_enough(say: Say, article: Make, content: str, found: bool) -> None:
    text = f"he said {content}"
    given = list_given([article(text, say(text, content, speaker="He"))])
    assert (find("one two three four five", given) is not None) is found


def test_an_attributed_statement_goes_before_the_own_voice(say: Say, article: Make) -> None:
    text = "The old bridge fell, she said"
    given = list_given([article(text, say(text, "The old bridge fell"), say(text, "The old bridge fell", speaker="Lena Marsh"))])
    found = find("the old bridge fell", given)
    assert found is not None
    assert not found.own


def test_an_agency_whose_text_the_outlet_carries_is_own_voice_but_not_the_outlet_alone(page: Page, say: Say, article: Make) -> None:
    carried = say(TEXT, "The river rose all night", via=(Link("Coast Agency", Kind.AGENCY),))
    sheet = score_page(page, [article(TEXT, carried)])
    assert (sheet.get("own voice").right, sheet.get("own voice, outlet alone").right) == (1, 0)


def test_precision_counts_what_the_gold_does_not_list(page: Page, say: Say, article: Make, perfect: Article) -> None:
    sheet = Sheet()
    mark_precision(sheet, page, list_given([perfect]))
    assert (sheet.get("precision").right, sheet.get("precision").total) == (2, 2)
    spurious = article(
        TEXT, say(TEXT, "The river rose all night", speaker="The river"), say(TEXT, "the old bridge was closed", speaker="Divers")
    )
    wrong = Sheet()
    mark_precision(wrong, page, list_given([spurious]))
    assert (wrong.get("precision of content").right, wrong.get("precision").right, wrong.get("precision").total) == (1, 0, 2)


@pytest.mark.parametrize(
    ("wanted", "zone", "right"),
    [
        ("2024-12-20", None, True),
        ("2024-12-20T10:36", None, True),
        ("2024-12-20T10:37", None, False),
        ("2024-12-20T13:36", "+03:00", True),
        ("2024-12-20T13:36+03:00", "+03:00", True),
        ("2024-12-20T13:36+03:00", None, False),
    ],
)
def test_instants_are_compared_to_what_the_gold_gives(wanted: str, zone: str | None, right: bool) -> None:
    at = datetime(2024, 12, 20, 10, 36, tzinfo=None if zone is None else UTC)
    assert is_instant(wanted, Published(at, Precision.MINUTE, zone, "text")) is right


def test_keys_that_are_not_scored_are_reported() -> None:
    assert parse(GOLD, "gold").unknown == {"pages.weather": 1}


@pytest.mark.parametrize("text", ["pages: 3", "pages: [{articles: 1}]", "a: ["])
def test_gold_of_another_form_is_refused_by_name(text: str) -> None:
    with pytest.raises(SourceError, match="gold"):
        parse(text, "gold")


def test_sheets_add_up() -> None:
    left, right = Sheet(), Sheet()
    left.mark("found", True, "")
    right.mark("found", False, "this one")
    whole = add_up((left, right))
    assert whole.get("found").share == 0.5
    assert list(whole.misses()) == ["found: this one"]
