"""Pages built by hand, for the tests of the store: invented outlets, invented persons, no stage involved."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import count

from tocsin.model import (
    Act,
    Article,
    Capture,
    Commitment,
    Genre,
    Issue,
    Kind,
    Link,
    Match,
    Media,
    Mention,
    Paragraph,
    Precision,
    Published,
    Segment,
    Span,
    Statement,
    Voice,
    make_id,
)
from tocsin.store import Reading

STAGES = "clean@1 annotate@1 attribute@1"
START = datetime(2031, 5, 1, 12, tzinfo=UTC)

BREAKOUT = (
    "Guards at the Wadi prison lost control of two wings on Friday night. "
    "“Thirty-seven prisoners walked out of the eastern gate,” the warden, Idris Hallam, said. "
    "The Northern Force sealed the road to the valley and searched every farm along it. "
    "Families of the guards waited at the bridge until the morning without any news. "
    "A spokesman for the governor promised an inquiry and asked the villagers to stay at home."
)
DROUGHT = (
    "The reservoir above Tell Marwan stands at a fifth of its capacity after three dry winters. "
    "Engineers say the turbines will stop before the end of the summer. "
    "Farmers in the lower valley have begun to sell their sheep at half the price of last year."
)


def tick(start: datetime = START) -> Iterator[datetime]:
    """A clock for a desk: one minute a look."""
    return (start + timedelta(minutes=step) for step in count())


def make_capture(raw: bytes, page: str = "/pages/breakout.txt", *, url: str | None = None) -> Capture:
    path = None if "://" in page else page
    return Capture(sha256(raw).hexdigest(), page, path, url, None, Media.TEXT, "utf-8", len(raw))


def make_article(
    text: str,
    *,
    capture: Capture,
    part: int = 1,
    title: str | None = None,
    outlet: str | None = None,
    language: str | None = "en",
    published: datetime | None = None,
    mentions: tuple[Mention, ...] = (),
    issues: tuple[Issue, ...] = (),
) -> Article:
    id_ = make_id(capture.page, str(part))
    return Article(
        id=id_,
        capture=capture,
        part=part,
        text=text,
        paragraphs=(Paragraph(0, len(text)),),
        segments=(Segment(0, len(text), 0, len(text), Match.EXACT),),
        title=title,
        outlet=outlet,
        language=language,
        genre=Genre.NEWS,
        published=None if published is None else Published(published, Precision.MINUTE, None, "text"),
        mentions=mentions,
        statements=(make_statement(id_, text, outlet),),
        issues=issues,
    )


def make_statement(article: str, text: str, outlet: str | None = None) -> Statement:
    """The outlet's own voice over the whole text: one statement that changes when the text does."""
    link = Link(outlet if outlet is not None else "the page", Kind.OUTLET)
    return Statement(
        id=make_id(article, "", "", text, "0"),
        act=Act.ASSERT,
        voice=Voice.INDIRECT,
        commitment=Commitment.CERTAIN,
        confidence=0.9,
        cue=None,
        source=None,
        content=(Span(0, len(text)),),
        chain=(link,),
    )


def make_mention(text: str, name: str, *, actor: str | None = None) -> Mention:
    start = text.index(name)
    return Mention(start, start + len(name), name, Kind.PERSON, actor=actor)


def make_reading(
    *articles: Article, raw: bytes, source: str | None = None, stages: str = STAGES, issues: tuple[Issue, ...] = ()
) -> Reading:
    """A reading of ``raw``, which came from ``source`` (by default from the page that its articles name)."""
    page = articles[0].capture.page if source is None else source
    return Reading(make_capture(raw, page), raw, articles, stages, issues)


def make_page(
    text: str,
    page: str = "/pages/breakout.txt",
    *,
    views: int = 0,
    stages: str = STAGES,
    title: str | None = None,
    outlet: str | None = None,
) -> Reading:
    """A page of one article; ``views`` is a counter in its furniture, which the clean text does not show."""
    raw = f"{text}\n\nViews: {views}".encode()
    article = make_article(text, capture=make_capture(raw, page), title=title, outlet=outlet)
    return make_reading(article, raw=raw, stages=stages)
