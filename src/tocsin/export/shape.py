"""The shape of an article in JSON: a record enters, the object of the public contract leaves. Fields may be added, never renamed."""

from tocsin.export.lines import Shape
from tocsin.instants import local_time
from tocsin.model import Article, Embed, Event, Figure, Issue, Link, Mention, Place, Segment, Span, Statement, Time


def article_object(article: Article) -> Shape:
    """Return all that was read in ``article``; spans count code points of its ``text``."""
    text, published = article.text, article.published
    return {
        "id": article.id,
        "capture": {"path": article.capture.path, "url": article.capture.url, "sha256": article.capture.sha256},
        "part": article.part,
        "title": article.title,
        "outlet": article.outlet,
        "author": article.author,
        "language": article.language,
        "genre": article.genre.value,
        "published": None if published is None else local_time(published),
        "published_precision": None if published is None else published.precision.value,
        "zone": None if published is None else published.zone,
        "text": text,
        "segments": [_segment(segment) for segment in article.segments],
        "statements": [statement_object(statement, text) for statement in article.statements],
        "mentions": [_mention(mention, text) for mention in article.mentions],
        "places": [_place(place, text) for place in article.places],
        "times": [_time(time, text) for time in article.times],
        "figures": [figure_object(figure, text) for figure in article.figures],
        "events": [_event(event) for event in article.events],
        "embeds": [_embed(embed) for embed in article.embeds],
        "issues": [issue_object(issue) for issue in article.issues],
        "links": [{"url": link.url, "text": link.text, "span": _span(link.span, text)} for link in article.links],
        "published_basis": None if published is None else published.basis,
        "credit": article.credit,
        "dateline": article.dateline,
    }


def statement_object(statement: Statement, text: str) -> Shape:
    """Return a statement of the article whose clean text is ``text``."""
    return {
        "id": statement.id,
        "act": statement.act.value,
        "voice": statement.voice.value,
        "commitment": statement.commitment.value,
        "confidence": round(statement.confidence, 3),
        "cue": _span(statement.cue, text),
        "source": _span(statement.source, text),
        "content": [_span(piece, text) for piece in statement.content],
        "speaker": statement.speaker.name,
        "chain": [_link(link) for link in statement.chain],
        "said_on": None if statement.said_on is None else statement.said_on.isoformat(),
        "said_where": statement.said_where,
        "medium": statement.medium,
        "addressee": statement.addressee,
        "readout": statement.readout,
    }


def figure_object(figure: Figure, text: str) -> Shape:
    """Return a figure of the article whose clean text is ``text``; ``part_of`` is an index into that article's figures."""
    return {
        **_extent(figure.start, figure.end, text),
        "low": _number(figure.low),
        "high": _number(figure.high),
        "hedge": None if figure.hedge is None else figure.hedge.value,
        "of": figure.of,
        "who": figure.who,
        "when": figure.when,
        "where": figure.where,
        "part_of": figure.part_of,
        "cumulative": figure.cumulative,
        "statement": figure.statement,
    }


def issue_object(issue: Issue) -> Shape:
    """Return an issue: what was dropped or could not be read, by which stage and why."""
    return {"stage": issue.stage, "reason": issue.reason, "text": issue.text, "path": issue.path}


def _link(link: Link) -> Shape:
    return {
        "name": link.name,
        "kind": link.kind.value,
        "start": None if link.span is None else link.span.start,
        "end": None if link.span is None else link.span.end,
        "unnamed": link.unnamed,
        "descriptor": link.descriptor,
        "count": link.count,
        "grounds": link.grounds,
        "basis": None if link.basis is None else link.basis.value,
        "affiliation": link.affiliation,
        "members": list(link.members),
        "actor": link.actor,
        "office": link.office,
    }


def _segment(segment: Segment) -> Shape:
    return {
        "start": segment.start,
        "end": segment.end,
        "raw_start": segment.raw_start,
        "raw_end": segment.raw_end,
        "match": segment.match.value,
    }


def _mention(mention: Mention, text: str) -> Shape:
    return {
        **_extent(mention.start, mention.end, text),
        "actor": mention.actor,
        "kind": mention.kind.value,
        "head": mention.head,
        "office": mention.office,
    }


def _place(place: Place, text: str) -> Shape:
    return {
        **_extent(place.start, place.end, text),
        "name": place.name,
        "lat": place.lat,
        "lon": place.lon,
        "country": place.country,
        "precision": place.precision,
        "gazetteer": place.gazetteer,
    }


def _time(time: Time, text: str) -> Shape:
    return {
        **_extent(time.start, time.end, text),
        "from": None if time.first is None else time.first.isoformat(),
        "to": None if time.last is None else time.last.isoformat(),
        "precision": time.precision,
    }


def _event(event: Event) -> Shape:
    return {
        "id": event.id,
        "start": event.start,
        "end": event.end,
        "type": event.type,
        "mode": event.mode,
        "modality": event.modality.value,
        "actors": list(event.actors),
        "recipients": list(event.recipients),
        "instrument": event.instrument,
        "place": event.place,
        "when": event.when,
        "figures": list(event.figures),
        "statement": event.statement,
    }


def _embed(embed: Embed) -> Shape:
    return {"kind": embed.kind, "author": embed.author, "date": embed.date, "text": embed.text}


def _span(span: Span | None, text: str) -> Shape | None:
    return None if span is None else _extent(span.start, span.end, text)


def _extent(start: int, end: int, text: str) -> Shape:
    return {"start": start, "end": end, "text": text[start:end]}


def _number(number: float | None) -> int | float | None:
    """Whole numbers are written whole: 37, not 37.0."""
    return int(number) if number is not None and number == int(number) else number
