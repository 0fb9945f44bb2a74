"""A trained tagger beside the rules: marks sources, cues and contents in paragraphs. Enters: an article. Leaves: attributions as they stand."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from tocsin.attribute.tagger import pairs, spans, windows
from tocsin.attribute.tagger.judge import NOTHING, Seen, gather, revise
from tocsin.attribute.tagger.pairs import Attribution
from tocsin.attribute.tagger.spans import Candidate, Marked
from tocsin.attribute.tagger.weights import Judge, Missing, Weights, has_tagger, load
from tocsin.attribute.tagger.windows import Window
from tocsin.model import Article, Issue

__all__ = ["Attribution", "Tagged", "Tagger", "Told", "gather", "has_tagger", "hire", "read"]

Read = tuple[Window, Sequence[Candidate], Judge]

_MOST = 20_000  # words of an article that are tagged; the rest goes by rules


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the tagger found in an article, and what it could not read. ``marked`` are all spans, those of no attribution too."""

    attributions: tuple[Attribution, ...] = ()
    issues: tuple[Issue, ...] = ()
    marked: tuple[Marked, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """The attributions of a paragraph, and the contents that it opens with before anything says who speaks."""

    attributions: tuple[Attribution, ...] = ()
    loose: tuple[Marked, ...] = ()
    marked: tuple[Marked, ...] = ()


@dataclass(slots=True)
class Tagger:
    """Tags the paragraphs of one article as they are asked for. Made and dropped with the reading of the article."""

    article: Article
    weights: Weights | None
    issues: list[Issue] = field(default_factory=list)
    words: int = 0
    held: dict[int, tuple[Read, ...]] = field(default_factory=dict)

    def ask(self, paragraph: int, seen: Seen = NOTHING) -> Told:
        """Return what is told in a paragraph, if it is in the article's language; ``seen`` is what the rules read there."""
        if paragraph not in self.held:
            idle = self.weights is None or not windows.is_spoken(self.article, paragraph)
            self.held[paragraph] = () if idle or self.weights is None else tuple(self._read(paragraph, self.weights))
        return self._tell(self.held[paragraph], seen)

    def _read(self, paragraph: int, weights: Weights) -> Iterator[Read]:
        for window in windows.cut(self.article, paragraph, weights.pieces):
            if self.words >= _MOST:
                self._stop(window.words[0].start)
                break
            self.words += len(window.words)
            yield window, spans.weigh(weights.emit(window), weights.transitions, least=weights.judge.least), weights.judge

    def _tell(self, read: Iterable[Read], seen: Seen) -> Told:
        found: list[Attribution] = []
        loose: list[Marked] = []
        every: list[Marked] = []
        for window, candidates, judge in read:
            marked = spans.find(window, revise(judge, self.article.text, window, candidates, seen))
            every.extend(marked)
            paired = pairs.pair(self.article.text, marked)
            if len(found) == 0 and pairs.goes_on(self.article.text, marked):
                loose.extend(marked)
            found.extend(paired)
        return Told(tuple(found), tuple(loose), tuple(every))

    def _stop(self, at: int) -> None:
        """Say once that the tagger reads no further."""
        self.weights = None
        reason = f"the tagger read {_MOST:,} words, the rules alone what follows"
        self.issues.append(Issue("attribute", reason, self.article.text[at : at + 200]))


def hire(article: Article, *, fast: bool = False) -> Tagger:
    """Return the tagger of an article: idle where its language has none, and with an issue where the weights do not serve."""
    code = article.language or ""
    if fast or not has_tagger(code):
        return Tagger(article, None)
    weights = load(code)
    if isinstance(weights, Missing):
        reason = f"the tagger does not serve, the rules read alone: {weights.reason}"
        return Tagger(article, None, [Issue("attribute", reason)])
    return Tagger(article, weights)


def read(article: Article, seen: Seen = NOTHING) -> Tagged:
    """Tag all of an article; ``seen`` is what the rules read in it. A quotation that goes on in the next paragraph belongs to the attribution before it."""
    tagger = hire(article)
    found: list[Attribution] = []
    marked: list[Marked] = []
    for index in range(len(article.paragraphs)):
        told = tagger.ask(index, seen)
        if len(found) > 0:
            found[-1] = replace(found[-1], later=(*found[-1].later, *(loose.span for loose in told.loose)))
        found.extend(told.attributions)
        marked.extend(told.marked)
    return Tagged(tuple(found), tuple(tagger.issues), tuple(marked))
