"""The public shape of an article, name by name and in order."""

import json
from datetime import UTC, date, datetime

from tocsin.export.lines import write_line
from tocsin.export.shape import article_object
from tocsin.model import (
    Act,
    Article,
    Basis,
    Capture,
    Commitment,
    Embed,
    Event,
    Figure,
    Genre,
    Hedge,
    Issue,
    Kind,
    Link,
    Match,
    Media,
    Mention,
    Modality,
    Paragraph,
    Place,
    Precision,
    Published,
    Segment,
    Span,
    Statement,
    Time,
    Voice,
)

TEXT = "At least 14 died in Selim on Friday, a guard said."
GUARD = Link("a guard", Kind.UNNAMED, Span(37, 44), unnamed=True, descriptor="a guard", count="one", grounds="fear", basis=Basis.SAW)
STATEMENT = Statement(
    "s1", Act.ASSERT, Voice.INDIRECT, Commitment.CERTAIN, 0.91234, Span(45, 49), Span(37, 44), (Span(0, 35),),
    (Link("Union Post", Kind.OUTLET), GUARD), said_on=date(2026, 3, 13), said_where="Selim", addressee=None, medium="interview",
)  # fmt: skip
ARTICLE = Article(
    id="a1",
    capture=Capture("ab" * 32, "page", "page.html", None, None, Media.HTML, "utf-8", 60),
    part=1,
    text=TEXT,
    paragraphs=(Paragraph(0, 50),),
    segments=(Segment(0, 50, 5, 55, Match.EXACT),),
    title=None,
    outlet="Union Post",
    language="en",
    genre=Genre.NEWS,
    published=Published(datetime(2026, 3, 14, 7, 36, tzinfo=UTC), Precision.MINUTE, "+03:00", "meta"),
    embeds=(Embed("post", "@guard", None, "seen"),),
    mentions=(Mention(20, 25, "Selim", Kind.ORGANISATION, actor=None),),
    places=(Place(20, 25, "Selim", "g1", 35.5, 36.25, "SY", 3),),
    times=(Time(29, 35, date(2026, 3, 13), date(2026, 3, 13), 1),),
    figures=(Figure(0, 11, 14, None, Hedge.AT_LEAST, of="killed", statement="s1"),),
    statements=(STATEMENT,),
    events=(Event("e1", 12, 16, "assault", None, Modality.OCCURRED, "s1", figures=(0,)),),
    issues=(Issue("clean", "a menu line", "Home"),),
)  # fmt: skip
EXPECTED = {
    "id": "a1",
    "capture": {"path": "page.html", "url": None, "sha256": "ab" * 32},
    "part": 1,
    "title": None,
    "outlet": "Union Post",
    "author": None,
    "language": "en",
    "genre": "news",
    "published": "2026-03-14T10:36",
    "published_precision": "minute",
    "zone": "+03:00",
    "text": TEXT,
    "segments": [{"start": 0, "end": 50, "raw_start": 5, "raw_end": 55, "match": "exact"}],
    "statements": [
        {
            "id": "s1",
            "act": "assert",
            "voice": "indirect",
            "commitment": "certain",
            "confidence": 0.912,
            "cue": {"start": 45, "end": 49, "text": "said"},
            "source": {"start": 37, "end": 44, "text": "a guard"},
            "content": [{"start": 0, "end": 35, "text": "At least 14 died in Selim on Friday"}],
            "speaker": "a guard",
            "chain": [
                {
                    "name": "Union Post",
                    "kind": "outlet",
                    "start": None,
                    "end": None,
                    "unnamed": False,
                    "descriptor": None,
                    "count": None,
                    "grounds": None,
                    "basis": None,
                    "affiliation": None,
                    "members": [],
                    "actor": None,
                    "office": None,
                },
                {
                    "name": "a guard",
                    "kind": "unnamed",
                    "start": 37,
                    "end": 44,
                    "unnamed": True,
                    "descriptor": "a guard",
                    "count": "one",
                    "grounds": "fear",
                    "basis": "saw",
                    "affiliation": None,
                    "members": [],
                    "actor": None,
                    "office": None,
                },
            ],
            "said_on": "2026-03-13",
            "said_where": "Selim",
            "medium": "interview",
            "addressee": None,
            "readout": None,
        }
    ],
    "mentions": [{"start": 20, "end": 25, "text": "Selim", "actor": None, "kind": "organisation", "head": None, "office": None}],
    "places": [
        {
            "start": 20,
            "end": 25,
            "text": "Selim",
            "name": "Selim",
            "lat": 35.5,
            "lon": 36.25,
            "country": "SY",
            "precision": 3,
            "gazetteer": "g1",
        }
    ],
    "times": [{"start": 29, "end": 35, "text": "Friday", "from": "2026-03-13", "to": "2026-03-13", "precision": 1}],
    "figures": [
        {
            "start": 0,
            "end": 11,
            "text": "At least 14",
            "low": 14,
            "high": None,
            "hedge": "at least",
            "of": "killed",
            "who": None,
            "when": None,
            "where": None,
            "part_of": None,
            "cumulative": False,
            "statement": "s1",
        }
    ],
    "events": [
        {
            "id": "e1",
            "start": 12,
            "end": 16,
            "type": "assault",
            "mode": None,
            "modality": "occurred",
            "actors": [],
            "recipients": [],
            "instrument": None,
            "place": None,
            "when": None,
            "figures": [0],
            "statement": "s1",
        }
    ],
    "embeds": [{"kind": "post", "author": "@guard", "date": None, "text": "seen"}],
    "issues": [{"stage": "clean", "reason": "a menu line", "text": "Home", "path": None}],
    "links": [],
    "published_basis": "meta",
    "credit": None,
    "dateline": None,
}


def test_an_article_has_the_shape_that_others_rely_on() -> None:
    assert article_object(ARTICLE) == EXPECTED


def test_the_names_stand_in_one_order() -> None:
    assert write_line(article_object(ARTICLE)).decode() == json.dumps(EXPECTED, ensure_ascii=False) + "\n"


def test_an_unknown_date_is_null_and_never_made_up() -> None:
    shape = article_object(Article("a", ARTICLE.capture, 1, "x", (), ()))
    assert (shape["published"], shape["published_precision"], shape["zone"]) == (None, None, None)
