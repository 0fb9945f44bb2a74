import pytest

from tocsin.clean import make_capture, read

FIRST = "Crossing to open again within a week\n\nThe ministry said on Monday that the crossing would open again within a week, after repairs to the gate.\n\nDrivers had waited for a month, they said.\n\n"


def titles(page: str) -> list[str | None]:
    raw = page.encode()
    return [article.title for article in read(raw, make_capture(raw, path="x"))]


SECOND = "A fire burned forty boats in the harbour of Tartus on Monday night, the port office said, and killed a guard.\n\nIts cause was not known.\n"


@pytest.mark.parametrize(
    "head",
    [
        "Fire burns forty boats in Tartus\n\nA picture shows boats. (File photo)\nTT\n\nFire burns forty boats in Tartus\n\n",
        "Fire burns forty boats in Tartus\n4 March 2025 10:20\n\n",
        "Fire burns forty boats in Tartus\nBy Omar Tell\n4 March 2025\n\n",
        "Fire burns forty boats in Tartus\n\nTARTUS, Syria (Delta Wire) - ",
    ],
    ids=["title again", "time", "byline and day", "dateline"],
)
def test_a_new_title_with_a_head_begins_an_article(head: str) -> None:
    assert titles(FIRST + head + SECOND) == ["Crossing to open again within a week", "Fire burns forty boats in Tartus"]


@pytest.mark.parametrize(
    "page",
    [
        FIRST + "Cost of the work\n\n" + SECOND,
        FIRST + "Cost of the work\n\n“It is a scandal”\n\n" + SECOND,
        FIRST + "Read also\nFire burns forty boats\n\n" + SECOND,
        FIRST
        + "Related articles\n\nFire burns forty boats\n4 March 2025\nA fire burned forty boats in the harbour on Monday night...\n\nFerry sails\n3 March 2025\nThe ferry to the island sailed again on Sunday after a storm...\n",
        FIRST.replace("\n\n", "\n") + "The list of repairs:\n- a gate\n- two lamps\n- a roof\n" + SECOND,
    ],
    ids=["subheading", "subheading and quotation", "link inside", "teasers", "list"],
)
def test_one_article_stays_one(page: str) -> None:
    assert titles(page) == ["Crossing to open again within a week"]


def test_dates_above_titles_part_articles_where_the_first_has_one() -> None:
    page = f"10 March 2025\n{FIRST}9 March 2025\nFire burns forty boats in Tartus\n\n{SECOND}"
    assert titles(page) == ["Crossing to open again within a week", "Fire burns forty boats in Tartus"]


@pytest.mark.parametrize(
    "title", ["Who was it that burned the forty boats of the fishermen of Tartus?", "Fishermen Of Tartus Say ‘We Lost It All.’"]
)
def test_a_title_may_end_as_a_sentence_does(title: str) -> None:
    assert titles(f"{FIRST}{title}\n4 March 2025 10:20\n\n{SECOND}")[1:] == [title]
    assert titles(f"{title}\n\n4 March 2025 10:20\n\n{SECOND}") == [title]


def test_html_without_dates_is_not_cut_at_its_headings() -> None:
    text = [f"<p>The ministry said that crossing {n} would open again within a week, after repairs to its gate.</p>" for n in range(16)]
    page = f"<html><body><h1>Crossings to open</h1>{''.join(text[:8])}<h1>What comes next for drivers</h1>{''.join(text[8:])}</body></html>"
    assert len(titles(page)) == 1


def test_html_with_a_date_below_each_main_heading_is_cut() -> None:
    one = "".join(f"<p>The ministry said that crossing {n} would open again within a week, after repairs.</p>" for n in range(5))
    two = "".join(f"<p>A fire burned {n} boats in the harbour of Tartus on Monday night, the port office said.</p>" for n in range(5))
    page = f"<html><body><h1>Crossing to open again</h1><p>3 March 2025</p>{one}<h1>Fire burns forty boats</h1><p>4 March 2025</p>{two}</body></html>"
    assert titles(page) == ["Crossing to open again", "Fire burns forty boats"]
