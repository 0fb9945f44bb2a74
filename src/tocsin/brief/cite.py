"""Sentences with their references: a statement enters, an attribution with its words and where they stand leaves."""

from tocsin.brief.amounts import best_heard
from tocsin.brief.holdings import Holdings
from tocsin.brief.parts import Heading, Reference, Role, Sentence, Standing, Words
from tocsin.brief.wording import DOUBTS, EDGES, GIVES, LANGUAGE, OWN, UNNAMED, VERBS
from tocsin.flow.naming import name_outlet
from tocsin.instants import local_time, order
from tocsin.lang.fold import key
from tocsin.model import Article, Figure, Span, Statement, Story, Voice, Weight


def make_standing(weight: Weight) -> Standing:
    """Return what a reader needs of a weight beside a sentence."""
    claim = weight.claim
    return Standing(claim.id, weight.status, weight.flags, weight.so, len(claim.articles), best_heard(weight.said))


def make_heading(holdings: Holdings, story: Story) -> Heading:
    """Return the story's title with the earliest article whose headline it is."""
    articles = [article for article in map(holdings.view.article, story.articles) if article.title == story.title]
    if len(articles) == 0:
        return Heading(story.id, story.title, None, None, None)
    first = min(articles, key=order)
    published = None if first.published is None else local_time(first.published)
    return Heading(story.id, story.title, first.id, name_outlet(first), published)


def make_reference(article: Article, statement: Statement, spans: tuple[Span, ...]) -> Reference:
    """Return where ``spans`` stand and through whom they came."""
    published = None if article.published is None else local_time(article.published)
    return Reference(statement.id, article.id, name_outlet(article), published, spans, tuple(link.name for link in statement.chain))


def cite_claim(holdings: Holdings, weight: Weight) -> tuple[Sentence, ...]:
    """Return one sentence a speaker, attributed ones first; an outlet's own voice stands only where nobody is named."""
    groups: dict[str, list[tuple[Article, Statement]]] = {}
    for id_ in weight.claim.statements:
        article, statement = holdings.statements[id_]
        groups.setdefault(_who(holdings, article, statement), []).append((article, statement))
    ranked = sorted((sorted(group, key=_rank) for group in groups.values()), key=lambda group: _rank(group[0]))
    named = [group for group in ranked if not group[0][1].own]
    return tuple(_cite_group(holdings, group, weight) for group in (named if len(named) != 0 else ranked[:1]))


def cite_figure(holdings: Holdings, held: list[tuple[Article, Figure, Statement]]) -> Sentence:
    """Return one sentence for figures of one holder that say the same number; the earliest gives the words."""
    held = sorted(held, key=lambda h: _rank((h[0], h[2])))
    article, figure, statement = held[0]
    weight = holdings.weight_of(statement, figure)
    number = article.text[figure.start : figure.end]
    hedge = None if figure.hedge is None or figure.hedge.value in number.lower() else f"({figure.hedge.value})"
    words = (
        *_name(holdings, article, statement),
        Words(Role.PLAIN, GIVES),
        Words(Role.SAID, number, _language(article, figure.start), statement.voice is Voice.DIRECT),
        *(() if hedge is None else (Words(Role.PLAIN, hedge),)),
    )
    references = tuple(make_reference(a, s, (Span(f.start, f.end),)) for a, f, s in held)
    return Sentence(words, references, None if weight is None else make_standing(weight))


def _who(holdings: Holdings, article: Article, statement: Statement) -> str:
    """One speaker. Of unnamed ones nobody knows whether they are one, but the same words under the same description are one sentence."""
    speaker = statement.speaker
    if not speaker.unnamed:
        return holdings.speaker_key(speaker, article)
    return key(" ".join((speaker.descriptor or speaker.name, *(piece.of(article.text) for piece in statement.content))))


def _cite_group(holdings: Holdings, group: list[tuple[Article, Statement]], weight: Weight) -> Sentence:
    article, statement = group[0]
    clauses = [span for a in weight.claim.assertions if a.statement == statement.id for span in a.spans]
    said = tuple(
        Words(
            Role.SAID,
            span.of(article.text),
            _language(article, span.start),
            quoted=statement.voice is Voice.DIRECT,
            focus=_find_focus(span, clauses),
        )
        for span in trim(article, statement)
    )
    verb = OWN if statement.own else VERBS[statement.act] + DOUBTS[statement.commitment]
    words = (*_name(holdings, article, statement), Words(Role.PLAIN, verb), *said)
    return Sentence(words, tuple(make_reference(a, s, trim(a, s)) for a, s in group), make_standing(weight))


def trim(article: Article, statement: Statement) -> tuple[Span, ...]:
    """Return the content without the quotation marks and commas at its ends: the brief sets marks of its own."""
    trimmed = []
    for span in statement.content:
        words = span.of(article.text)
        start = span.start + len(words) - len(words.lstrip(EDGES))
        end = span.end - len(words) + len(words.rstrip(EDGES))
        trimmed.append(Span(start, end) if start < end else span)
    return tuple(trimmed)


def _find_focus(span: Span, clauses: list[Span]) -> tuple[Span, ...]:
    """The part of ``span`` that says the claim, counted from its start; nothing where all or none of it does."""
    inside = [Span(max(c.start, span.start) - span.start, min(c.end, span.end) - span.start) for c in clauses if c.overlaps(span)]
    told = sum(c.end - c.start for c in inside)
    return tuple(sorted(inside)) if 0 < told < 0.9 * (span.end - span.start) else ()


def _name(holdings: Holdings, article: Article, statement: Statement) -> tuple[Words, ...]:
    speaker = statement.speaker
    name = Words(Role.NAME, holdings.speaker_name(speaker, article), article.language if holdings.actor(speaker, article) is None else None)
    return (name, Words(Role.PLAIN, UNNAMED)) if speaker.unnamed else (name,)


def _language(article: Article, start: int) -> str | None:
    """The language of the paragraph that ``start`` lies in."""
    for paragraph in article.paragraphs:
        if paragraph.start <= start < paragraph.end and paragraph.language is not None:
            return paragraph.language
    return article.language


def _rank(pair: tuple[Article, Statement]) -> tuple[bool | int | str, ...]:
    """Attributed words first, in the brief's language, the speaker's own, the earliest; then as they stand in the text."""
    article, statement = pair
    return (statement.own, article.language != LANGUAGE, statement.voice is not Voice.DIRECT, *order(article), statement.content[0].start)
