"""Quotations without a cue: whom each goes on with."""

from bisect import bisect_right
from dataclasses import replace

from tocsin.attribute.keeping import enclose, end, take
from tocsin.attribute.quotes import Quote
from tocsin.attribute.scan import Scan
from tocsin.attribute.state import Reading
from tocsin.attribute.strays import adopt, foretell
from tocsin.model import Span, Statement, Voice

_NEAR = 24  # statements that a quotation may go on with


def continue_quotes(reading: Reading) -> None:
    """A speech quotation without a cue of its own goes on with the statement that stands right before it."""
    for quote in reading.pending:
        if reading.taken[quote.start] == 1 or reading.taken[quote.end - 1] == 1:
            continue
        if (told := foretell(reading, quote)) is not None:
            _insert(reading, told)
            continue
        count = len(reading.statements)
        near = [i for i in range(max(0, count - _NEAR), count) if _is_near(reading, reading.statements[i], quote)]
        at = max(near, key=lambda i: (min(end(reading.statements[i]), quote.start), i), default=None)
        last = None if at is None else reading.statements[at]
        if at is None or last is None or last.voice is Voice.INDIRECT or not _follows(reading, last, quote):
            if (adopted := adopt(reading, quote)) is not None:
                _insert(reading, adopted)
            continue
        joined = replace(last, content=(*last.content, Span(quote.start, quote.end)))
        reading.statements[at] = joined
        enclose(reading, joined, Span(quote.start, quote.end))
        take(reading, Span(quote.start, quote.end))
        reading.outer = [(span, joined if s is last else s) for span, s in reading.outer]
    reading.pending = []


def _insert(reading: Reading, statement: Statement) -> None:
    """Note a statement that the reading has gone past: what its words hold is known by now."""
    reading.statements.append(statement)
    enclose(reading, statement, statement.content[0])
    take(reading, *statement.content)


def continue_inside(reading: Reading, scan: Scan) -> None:
    """« Les listes sont prêtes, a indiqué la cheffe. | Manquent les signatures. »: a quotation goes on behind the cue that it holds."""
    last = reading.statements[-1] if len(reading.statements) > 0 else None
    if last is None or last.cue is None or not scan.lexicon.grammar.inverts or last.cue.start < scan.sentence.start:
        return
    for quote in scan.quotes:
        if not (quote.speech and quote.start <= last.cue.start < quote.end and quote.end > scan.sentence.end + 2):
            continue
        text = reading.article.text
        start = next((i for i in range(scan.sentence.end, quote.end) if not text[i].isspace()), quote.end)
        joined = replace(last, content=(*last.content, Span(start, quote.end))) if start < quote.end else last
        reading.statements[-1] = joined
        reading.outer = [(span, joined if s is last else s) for span, s in reading.outer]
        take(reading, joined.content[-1])
        return


def _follows(reading: Reading, last: Statement, quote: Quote) -> bool:
    """Nothing but white space, or a new paragraph after an open quotation, stands between."""
    between = reading.article.text[min(end(last), quote.start) : quote.start]
    if any(ch.isalnum() for ch in between) and "\n" not in between.strip():
        return len(between) < 80 and _begins_spoken(reading, quote)
    return len(between.strip(' .,"“”\n،')) == 0 and between.count("\n") <= 2


def _is_near(reading: Reading, statement: Statement, quote: Quote) -> bool:
    """Does the statement end before the quotation, or stand behind it in the same sentence?"""
    if end(statement) <= quote.start:
        return True
    return quote.end <= statement.content[0].start and _start(reading, quote.start) == _start(reading, statement.content[0].start)


def _start(reading: Reading, at: int) -> int:
    """Where the sentence of character ``at`` begins."""
    sentences = reading.article.sentences
    return sentences[bisect_right(sentences, at, key=lambda sentence: sentence.start) - 1].start


def _begins_spoken(reading: Reading, quote: Quote) -> bool:
    """Does the sentence of the quotation begin inside one?"""
    start = _start(reading, quote.start)
    first = bisect_right(reading.quotes, start, key=lambda other: other.end)
    return first < len(reading.quotes) and reading.quotes[first].start <= start
