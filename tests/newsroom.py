"""Builds articles by hand, as the reading stages would leave them: invented outlets, invented persons, invented words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from tocsin.lang import actors as packs
from tocsin.lang.fold import fold
from tocsin.lang.outlets import Outlet, Registry
from tocsin.lang.tokens import make_sentence
from tocsin.model import (
    Act,
    Article,
    Basis,
    Capture,
    Commitment,
    Figure,
    Genre,
    Hedge,
    Kind,
    Link,
    Media,
    Mention,
    Paragraph,
    Place,
    Precision,
    Published,
    Reference,
    Role,
    Sentence,
    Span,
    Statement,
    Time,
    Voice,
    make_id,
)
from tocsin.store import View

REGISTRY = Registry(
    [
        Outlet("coast-wire", "Coast Wire", {"ar": ("وكالة الساحل",)}, ("coastwire.example",), agency=True),
        Outlet("harbour-post", "Harbour Post", {}, ("harbourpost.example",)),
        Outlet("hill-radio", "Hill Radio", {"ar": ("إذاعة التل",)}, ("hillradio.example",)),
        Outlet("hill-radio-en", "Hill Radio English", {}, ("en.hillradio.example",), family="hill-radio"),
        Outlet("delta-times", "Delta Times", {}, ("deltatimes.example",)),
        Outlet("noon-gazette", "Noon Gazette", {}, ("noongazette.example",)),
        Outlet("state-news", "State News", {}, ("statenews.example",), agency=True, state="IQ"),
    ]
)

PEOPLE: dict[str, Kind] = {
    "Adel Marwan": Kind.PERSON,
    "Marwan": Kind.PERSON,
    "Nadia Farouk": Kind.PERSON,
    "Farouk": Kind.PERSON,
    "Omar Tariq": Kind.PERSON,
    "Selim Bakri": Kind.PERSON,
    "James Holt": Kind.PERSON,
    "Holt": Kind.PERSON,
    "عادل مروان": Kind.PERSON,
    "جيمس هولت": Kind.PERSON,
    "River Guard": Kind.GROUP,
    "حرس النهر": Kind.GROUP,
    "Sand Brigade": Kind.GROUP,
    "Relief Watch": Kind.ORGANISATION,
    "ISIS": Kind.GROUP,
    "Daesh": Kind.GROUP,
    "داعش": Kind.GROUP,
    "Iraqi Foreign Ministry": Kind.ORGANISATION,
    "Iraqi Defence Ministry": Kind.ORGANISATION,
    "وزارة الخارجية العراقية": Kind.ORGANISATION,
    "Iraq": Kind.COUNTRY,
    "Syria": Kind.COUNTRY,
    "Israel": Kind.COUNTRY,
    "Lebanon": Kind.COUNTRY,
    "سوريا": Kind.COUNTRY,
    "العراق": Kind.COUNTRY,
}
TOWNS = {"Marsa": "town:marsa", "مرسى": "town:marsa", "Dur": "town:dur", "Qasr": "town:qasr", "قصر": "town:qasr"}


@dataclass(frozen=True)
class Said:
    """One statement, in a paragraph of its own: ``chain`` stands behind the outlet. ``figures`` are (words, low, high, of, who)."""

    content: str
    chain: tuple[Link, ...] = ()
    act: Act = Act.ASSERT
    commitment: Commitment = Commitment.CERTAIN
    voice: Voice = Voice.INDIRECT
    medium: str | None = None
    readout: int | None = None
    figures: tuple[tuple[str, float | None, float | None, str | None, str | None], ...] = ()
    hedge: Hedge | None = None
    on: date | None = None
    title: bool = False


def person(name: str, office: str | None = None, affiliation: str | None = None) -> Link:
    return Link(name, Kind.PERSON, office=office, affiliation=affiliation)


def body(name: str) -> Link:
    entry = packs.load().get(name)
    return Link(name, Kind.ORGANISATION if entry is None else entry.kind, actor=None if entry is None else entry.id)


def agency(name: str) -> Link:
    return Link(name, Kind.AGENCY, actor=f"outlet:{known.id}" if (known := REGISTRY.get(name)) is not None else None)


def unnamed(description: str, affiliation: str | None = None) -> Link:
    return Link(description, Kind.UNNAMED, unnamed=True, descriptor=description, affiliation=affiliation)


def witness(outlet: str) -> Link:
    return Link(outlet, Kind.OUTLET, basis=Basis.SAW)


def write(
    outlet: str | None,
    *said: Said | str,
    language: str = "en",
    published: str | None = "2025-03-02T08:00",
    credit: str | None = None,
    links: Mapping[str, str] | None = None,
    id: str | None = None,  # noqa: A002 -- the record's own word
    genre: Genre = Genre.NEWS,
) -> Article:
    """Return an article: a string is a sentence in the outlet's own voice. ``links`` are words and the page they lead to."""
    parts = [Said(one) if isinstance(one, str) else one for one in said]
    text, spans = _join(parts)
    name = id or make_id(outlet or "", text, published or "")
    url = None if outlet is None else f"https://{(known.domains[0] if (known := REGISTRY.get(outlet)) else 'unknown.example')}/{name}"
    capture = Capture(make_id(name), name, None, url, None, Media.TEXT, "utf-8", len(text))
    folded = fold(text)
    first = Link(outlet or name, Kind.OUTLET if outlet is None or (row := REGISTRY.get(outlet)) is None or not row.agency else Kind.AGENCY)
    return Article(
        id=name,
        capture=capture,
        part=1,
        text=text,
        paragraphs=tuple(Paragraph(s.start, s.end, Role.TITLE if p.title else Role.BODY) for s, p in zip(spans, parts, strict=True)),
        segments=(),
        title=next((p.content for p in parts if p.title), None),
        outlet=outlet,
        credit=credit,
        language=language,
        genre=genre,
        published=None
        if published is None
        else Published(datetime.fromisoformat(published).replace(tzinfo=UTC), Precision.MINUTE, "UTC", "meta"),
        links=tuple(Reference(url, words, _find(text, words)) for words, url in (links or {}).items()),
        sentences=tuple(_sentence(text, folded, span, index, language) for index, span in enumerate(spans)),
        mentions=_mentions(text),
        places=tuple(Place(at, at + len(word), word, key, precision=2) for word, key in TOWNS.items() for at in _starts(text, word)),
        times=tuple(Time(s.start, s.start + 1, p.on, p.on, 1) for s, p in zip(spans, parts, strict=True) if p.on is not None),
        figures=tuple(_figure(text, s, p, row) for s, p in zip(spans, parts, strict=True) for row in p.figures),
        statements=tuple(_statement(name, index, s, p, first) for index, (s, p) in enumerate(zip(spans, parts, strict=True))),
    )


def view(*articles: Article) -> View:
    return View(tuple(sorted(articles, key=lambda article: article.id)), REGISTRY)


def _join(parts: list[Said]) -> tuple[str, list[Span]]:
    spans, text = [], ""
    for part in parts:
        spans.append(Span(len(text), len(text) + len(part.content)))
        text += part.content + "\n"
    return text, spans


def _sentence(text: str, folded: str, span: Span, index: int, language: str) -> Sentence:
    return make_sentence(text, folded, span.start, span.end, paragraph=index, language=language)


def _statement(article: str, index: int, span: Span, part: Said, outlet: Link) -> Statement:
    chain = (outlet, *part.chain)
    if len(part.chain) == 1 and part.chain[0].basis is Basis.SAW:
        chain = (part.chain[0],)
    cue = None if len(part.chain) == 0 else Span(span.end, span.end)
    return Statement(
        make_id(article, str(index)),
        part.act,
        part.voice,
        part.commitment,
        0.9,
        cue,
        None,
        (span,),
        chain,
        medium=part.medium,
        readout=part.readout,
    )


def _figure(text: str, span: Span, part: Said, row: tuple[str, float | None, float | None, str | None, str | None]) -> Figure:
    words, low, high, of, who = row
    start = text.index(words, span.start)
    return Figure(start, start + len(words), low, high, part.hedge, of, who)


def _mentions(text: str) -> tuple[Mention, ...]:
    found: list[Mention] = []
    for name in sorted(PEOPLE, key=lambda n: (-len(n), n)):
        entry = packs.load().get(name)
        for start in _starts(text, name):
            if all(start + len(name) <= m.start or m.end <= start for m in found):
                found.append(Mention(start, start + len(name), name, PEOPLE[name], None if entry is None else entry.id, name))
    return tuple(sorted(found, key=lambda m: m.start))


def _starts(text: str, word: str) -> list[int]:
    found, at = [], text.find(word)
    while at >= 0:
        found.append(at)
        at = text.find(word, at + len(word))
    return found


def _find(text: str, words: str) -> Span | None:
    at = text.find(words)
    return None if at < 0 else Span(at, at + len(words))
