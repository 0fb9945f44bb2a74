"""The outlet's own voice: what stands outside every attribution is the outlet's statement."""

from collections.abc import Iterator, Sequence

from tocsin.attribute.quotes import Quote
from tocsin.attribute.scan import dateline_end
from tocsin.model import Article, Sentence, Span

_FEWEST = 3  # words of a sentence that can state anything


def find(article: Article, taken: bytearray, quotes: Sequence[Quote]) -> Iterator[tuple[Sentence, Span]]:
    """Yield the sentences that no attribution touches, in order; ``taken`` is 1 for each character that one does."""
    speeches = sorted(((q.start, q.end) for q in quotes if q.speech), reverse=True)
    reach = 0
    for sentence in article.sentences:
        if len(sentence.keys) < _FEWEST:
            continue
        while len(speeches) > 0 and speeches[-1][0] <= sentence.start:
            reach = max(reach, speeches.pop()[1])
        if sentence.end <= reach or 1 in taken[sentence.start : sentence.end]:
            continue
        first = dateline_end(sentence, article.dateline)
        yield sentence, Span(sentence.starts[first] if 0 < first < len(sentence.starts) else sentence.start, sentence.end)
