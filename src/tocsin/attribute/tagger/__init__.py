"""A trained tagger beside the rules: marks sources, cues and contents in paragraphs. Enters: an article. Leaves: attributions as they stand."""

from dataclasses import dataclass, field, replace

from tocsin.attribute.tagger import pairs, spans, windows
from tocsin.attribute.tagger.pairs import Attribution
from tocsin.attribute.tagger.spans import Marked
from tocsin.attribute.tagger.weights import Missing, Weights, has_tagger, load
from tocsin.model import Article, Issue

__all__ = ["Attribution", "Tagged", "Tagger", "Told", "has_tagger", "hire", "read"]

_MOST = 20_000  # words of an article that are tagged; the rest goes by rules


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the tagger found in an article, and what it could not read."""

    attributions: tuple[Attribution, ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """The attributions of a paragraph, and the contents that it opens with before anything says who speaks."""

    attributions: tuple[Attribution, ...] = ()
    loose: tuple[Marked, ...] = ()


@dataclass(slots=True)
class Tagger:
    """Tags the paragraphs of one article as they are asked for. Made and dropped with the reading of the article."""

    article: Article
    weights: Weights | None
    issues: list[Issue] = field(default_factory=list)
    words: int = 0
    held: dict[int, Told] = field(default_factory=dict)

    def ask(self, paragraph: int) -> Told:
        """Return what is told in a paragraph, if it is in the article's language."""
        if paragraph not in self.held:
            idle = self.weights is None or not windows.is_spoken(self.article, paragraph)
            self.held[paragraph] = Told() if idle or self.weights is None else self._tag(paragraph, self.weights)
        return self.held[paragraph]

    def _tag(self, paragraph: int, weights: Weights) -> Told:
        found: list[Attribution] = []
        loose: list[Marked] = []
        for window in windows.cut(self.article, paragraph, weights.pieces):
            if self.words >= _MOST:
                self._stop(window.words[0].start)
                break
            self.words += len(window.words)
            marked = spans.find(window, weights.emit(window), weights.transitions)
            paired = pairs.pair(self.article.text, marked)
            if len(found) == 0 and pairs.goes_on(self.article.text, marked):
                loose.extend(marked)
            found.extend(paired)
        return Told(tuple(found), tuple(loose))

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


def read(article: Article) -> Tagged:
    """Tag all of an article. A quotation that goes on in the next paragraph belongs to the attribution before it."""
    tagger = hire(article)
    found: list[Attribution] = []
    for index in range(len(article.paragraphs)):
        told = tagger.ask(index)
        if len(found) > 0:
            found[-1] = replace(found[-1], later=(*found[-1].later, *(loose.span for loose in told.loose)))
        found.extend(told.attributions)
    return Tagged(tuple(found), tuple(tagger.issues))
