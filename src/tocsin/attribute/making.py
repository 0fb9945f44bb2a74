"""Makes a statement of a draft: a reading and a draft enter, a statement with its id, act, voice and circumstances leaves."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from tocsin.attribute import acts, chains
from tocsin.attribute.scan import Draft, Scan
from tocsin.attribute.state import Reading
from tocsin.model import Link, Sentence, Span, Statement, Voice, make_id


def make(reading: Reading, scan: Scan, draft: Draft, chain: tuple[Link, ...], code: str) -> Statement:
    text, sentence = reading.article.text, scan.sentence
    cue = scan.span(*draft.cue)
    source = None if draft.source is None else scan.span(draft.source[0], max(draft.source[1], draft.described))
    inside = _mark_inside(sentence, draft.content)
    keys = tuple(k for k, held in zip(sentence.keys, inside, strict=True) if held)
    hearer = None if draft.hearer is None else scan.span(*draft.hearer).of(text)
    return Statement(
        id=identify(reading, source, cue, draft.content),
        act=acts.read_act(draft, keys, code, chain[-1]),
        voice=Voice.DIRECT if draft.dialogue else acts.read_voice(draft.content, reading.quotes),
        commitment=acts.read_commitment(draft, keys, code),
        confidence=_confidence(draft),
        cue=cue,
        source=source,
        content=draft.content,
        chain=chain,
        said_on=_said_on(reading, scan, inside),
        addressee=hearer,
        medium=chains.read_medium(sentence, inside),
    )


def _mark_inside(sentence: Sentence, content: Sequence[Span]) -> list[bool]:
    """For each token, whether it stands in the content."""
    inside = [False] * len(sentence.starts)
    for span in content:
        first, last = bisect_left(sentence.starts, span.start), bisect_left(sentence.starts, span.end)
        inside[first:last] = [True] * (last - first)
    return inside


def _said_on(reading: Reading, scan: Scan, inside: Sequence[bool]) -> date | None:
    """The day that the sentence names outside the content."""
    sentence, times = scan.sentence, reading.article.times
    for time in times[bisect_left(times, sentence.start, key=lambda t: t.start) :]:
        if time.start >= sentence.end:
            return None
        token = bisect_right(sentence.starts, time.start) - 1
        if time.precision == 1 and not inside[token]:
            return time.first
    return None


def identify(reading: Reading, source: Span | None, cue: Span | None, content: Sequence[Span]) -> str:
    text = reading.article.text
    words = ("" if source is None else source.of(text), "" if cue is None else cue.of(text), *(span.of(text) for span in content))
    order = reading.seen[words] = reading.seen.get(words, -1) + 1
    return make_id(reading.article.id, *words, str(order))


def _confidence(draft: Draft) -> float:
    """A first scale of how sure the reading is: explicit sources and quotations most, borrowed speakers least."""
    if draft.source is None:
        return 0.7
    return 0.85 if draft.trailing or draft.according else 0.9
