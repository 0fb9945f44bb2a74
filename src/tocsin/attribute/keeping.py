"""Notes a statement in the reading: its words as taken, and what it holds."""

from dataclasses import replace

from tocsin.attribute import chains
from tocsin.attribute.state import Reading
from tocsin.model import Act, Sentence, Span, Statement

_WEIGHED = {Act.DENY, Act.CONFIRM}  # acts upon what another said: who does them does not pass it on


def keep(reading: Reading, statement: Statement, sentence: Sentence) -> None:
    """Note the statement, its words as taken, and that it may hold what follows."""
    reading.statements.append(statement)
    for span in statement.content:
        if span.start < sentence.start and statement.act not in _WEIGHED:
            enclose(reading, statement, span)
    take(reading, *statement.content, *(() if statement.cue is None else (statement.cue,)))
    reading.outer = [(span, outer) for span, outer in reading.outer if span.end > statement.content[0].start]
    reading.outer.extend((span, statement) for span in statement.content)


def take(reading: Reading, *spans: Span) -> None:
    for span in spans:
        reading.taken[span.start : span.end] = b"\x01" * (span.end - span.start)


def enclose(reading: Reading, outer: Statement, span: Span) -> None:
    """What was read inside spoken words before their speaker was known is held by him."""
    for at, inner in enumerate(reading.statements):
        inside = inner is not outer and span.start <= inner.content[0].start and inner.content[-1].end <= span.end
        if inside and outer.speaker.name not in {link.name for link in inner.chain}:
            passed = (link for link in (*outer.chain, *inner.chain[:-1]) if link not in reading.origin.links)
            reading.statements[at] = replace(inner, chain=chains.make_chain(reading.origin, passed, inner.speaker))


def end(statement: Statement) -> int:
    """Where the words of the attribution end: content, cue and source."""
    spans = (statement.content[-1], *(span for span in (statement.cue, statement.source) if span is not None))
    return max(span.end for span in spans)
