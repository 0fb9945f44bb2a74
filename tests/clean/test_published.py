import pytest

from tocsin.clean import make_capture, read
from tocsin.model import Published

TITLE = "Crossing to open again within a week"
BODY = "The ministry said on Monday that the crossing would open again within a week, after repairs.\n\nDrivers had waited since 2 March 2025, they said.\n"


def published(page: str, url: str | None = None) -> Published | None:
    raw = page.encode()
    return read(raw, make_capture(raw, path="x", url=url))[0].published


def html(head: str = "", top: str = "") -> str:
    paragraphs = "".join(f"<p>{text}</p>" for text in BODY.split("\n\n"))
    return f"<html><head><title>{TITLE}</title>{head}</head><body><h1>{TITLE}</h1>{top}<div>{paragraphs * 2}</div></body></html>"


@pytest.mark.parametrize(
    "page",
    [
        f"{TITLE}\n\n{BODY}",
        f"{TITLE}\n\nLorries at the crossing on 5 March 2025. (DNA)\n\n{BODY}",
        f"{TITLE}\n\n{BODY}\nThe road is open. pic.twitter.com/x1\n— Road Office (@roads_x) March 4, 2025\n\nNo one knows why it was shut.\n",
        f"Monday, 10 March 2025\nHome\nWorld\nSport\nCulture\nOpinion and analysis of the day\nWeather for the whole week\n\n{TITLE}\n\n{BODY}",
        f"{TITLE}\n\n{BODY}\nRead also\nBridge to close\n12 June 2025\nFerry sails again\n13 June 2025\n",
    ],
    ids=["a date in a sentence", "a caption's date", "a post's date", "a masthead's date", "dates of other pages"],
)
def test_dates_of_other_things_are_not_the_articles(page: str) -> None:
    assert published(page) is None


@pytest.mark.parametrize(
    ("page", "basis", "at"),
    [
        (
            html('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-03-04T10:00:00+03:00"}</script>'),
            "json-ld",
            "2025-03-04T07:00",
        ),
        (
            html('<script type="application/ld+json">{"@graph":[{"@type":["Thing","Article"],"datePublished":"2025-03-04"}]}</script>'),
            "json-ld",
            "2025-03-04T00:00",
        ),
        (html('<meta property="article:published_time" content="2025-03-04T00:00:00+00:00">'), "meta", "2025-03-04T00:00"),
        (html(top='<time datetime="2025-03-04T08:30:00Z">today</time>'), "time", "2025-03-04T08:30"),
        (html(top="<p>4 March 2025, 08:30</p>"), "text", "2025-03-04T08:30"),
    ],
)
def test_the_basis_is_told(page: str, basis: str, at: str) -> None:
    found = published(page)
    assert found is not None
    assert (found.basis, found.at.isoformat()[:16]) == (basis, at)


def test_a_url_tells_the_day_where_nothing_else_does() -> None:
    found = published(html(), "https://a.example/2025/03/04/crossing")
    assert found is not None
    assert (found.basis, found.at.day, found.zone) == ("url", 4, None)


def test_broken_json_is_passed_over() -> None:
    assert published(html('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": </script>')) is None
    assert published(html(f'<script type="application/ld+json">{"[" * 5000}</script>')) is None
