"""The outlet's own voice: what stands outside every attribution is the outlet's statement."""

from collections.abc import Iterator, Sequence

from tocsin.attribute.quotes import Quote
from tocsin.attribute.scan import dateline_end
from tocsin.model import Article, Sentence, Span

_FEWEST = 3  # words of a sentence that can state anything


def find(article: Article, taken: Sequence[Span], quotes: Sequence[Quote]) -> Iterator[tuple[Sentence, Span]]:
    """Yield the sentences that no attribution touches, in order."""
    spans = sorted(taken)
    at = 0
    for sentence in article.sentences:
        if len(sentence.keys) < _FEWEST:
            continue
        while at < len(spans) and spans[at].end <= sentence.start:
            at += 1
        if any(span.start < sentence.end and sentence.start < span.end for span in spans[at : at + 8]):
            continue
        if any(q.speech and q.start <= sentence.start and sentence.end <= q.end for q in quotes):
            continue
        first = dateline_end(sentence, article.dateline)
        yield sentence, Span(sentence.starts[first] if 0 < first < len(sentence.starts) else sentence.start, sentence.end)
