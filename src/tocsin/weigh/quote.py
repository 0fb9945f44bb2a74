"""The words that decided: for each rule, the characters of a page that it was read from. Voices enter, evidence leaves."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from tocsin.lang.fold import fold
from tocsin.model import Evidence, Span
from tocsin.weigh.origin import Voice

_SHOWN = 8

Quoting = Callable[[Voice], Iterable[Span]]


def quote(voices: Sequence[Voice], find: Quoting) -> tuple[Evidence, ...]:
    """Return what ``find`` points at in each voice; where it finds nothing there, who speaks."""
    found: dict[Evidence, None] = {}
    for voice in voices[:_SHOWN]:
        spans = list(find(voice))
        found.update((Evidence(voice.article.id, span), None) for span in (spans if len(spans) > 0 else source(voice)))
    return tuple(found)


def source(voice: Voice) -> Iterator[Span]:
    """Who speaks, as the page writes it; where it names nobody there, what announces his words, else the words."""
    statement = voice.statement
    yield statement.source or statement.cue or next(iter(statement.content), Span(0, 0))


def words(voice: Voice) -> Iterator[Span]:
    """What is said: a hedge, or that nobody is named for it, stands in the words themselves."""
    yield from voice.statement.content[:1]


def cue(voice: Voice) -> Iterator[Span]:
    """What the speaker does by speaking: "said in a statement", "corrected"."""
    if voice.statement.cue is not None:
        yield voice.statement.cue


def passed(voice: Voice) -> Iterator[Span]:
    """Those between the outlet and the origin, where the page names them."""
    yield from (link.span for link in voice.statement.chain[1:-1] if link.span is not None)


def credit(voice: Voice) -> Iterator[Span]:
    """The agency of the credit line, where that line stands in the text."""
    if voice.article.credit is not None:
        at = fold(voice.article.text).find(fold(voice.article.credit))
        if at >= 0:
            yield Span(at, at + len(voice.article.credit))


def linked(voice: Voice) -> Iterator[Span]:
    """Linked words of the paragraph that the statement stands in."""
    start = min((span.start for span in voice.statement.content), default=0)
    paragraph = next((p for p in voice.article.paragraphs if p.start <= start < p.end), None)
    for reference in voice.article.links:
        if reference.span is not None and paragraph is not None and paragraph.start <= reference.span.start < paragraph.end:
            yield reference.span
