"""What to call a claim or a story in one line: its clauses enter; the words of one of them leave, as they stand in an article, with the place.

Every face shows these words. They are cut, never made; only the first letter may become a capital.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tocsin.flow.trim import Trimmed, trim
from tocsin.instants import order
from tocsin.lang.fold import fold
from tocsin.model import Act, Article, Claim, Commitment, Evidence, Span, Statement, Story
from tocsin.model.assertion import Assertion, Nature
from tocsin.store import View

READER = "en"  # the language that faces speak; a claim is told in it where a page does
_LEAST, _MOST, _LONGEST = 32, 150, 260  # characters
_OPINIONS = (Nature.FEAR, Nature.DEMAND, Nature.PROMISE, Nature.THREAT, Nature.PRAISE, Nature.BLAME)


@dataclass(frozen=True, slots=True)
class _Wording:
    """A stretch of an article that may name a claim. ``told`` when it says who holds it, as it must where he denies it."""

    assertion: Assertion
    article: Article
    statement: Statement
    trimmed: Trimmed
    told: bool
    stretched: bool


class Namer:
    """Names the claims of one view."""

    def __init__(self, view: View) -> None:
        self._statements = {statement.id: (article, statement) for article, statement in view.statements()}
        self._folded: dict[str, str] = {}

    def name(self, claim: Claim) -> Claim:
        """Return ``claim`` with the gist that says it best, and where that stands."""
        shares = Counter(word for a in claim.assertions for word in set(_marks(a)))
        best = max(self._find(claim), key=lambda w: _score(w, claim, shares), default=None)
        if best is None:
            return replace(claim, gist=" ".join(claim.gist.split()))
        span = best.trimmed.span
        words = " ".join(span.of(best.article.text).split())
        return replace(claim, gist=words[:1].upper() + words[1:], wording=Evidence(best.article.id, span))

    def _find(self, claim: Claim) -> Iterator[_Wording]:
        seen: set[tuple[str, Span]] = set()
        for assertion in claim.assertions:
            article, statement = self._statements[assertion.statement]
            for span, told, stretched in _stretches(article, statement, assertion):
                if (article.id, span) in seen or span.end - span.start > 2 * _LONGEST:
                    continue
                seen.add((article.id, span))
                trimmed = self._trim(article, span, assertion)
                if trimmed is not None:
                    yield _Wording(assertion, article, statement, trimmed, told, stretched)

    def _trim(self, article: Article, span: Span, assertion: Assertion) -> Trimmed | None:
        folded = self._folded.get(article.id)
        if folded is None:
            folded = self._folded[article.id] = fold(article.text)
        code = assertion.language or article.language
        last = next((s.end for s in article.sentences if s.start < span.end <= s.end), span.end)
        cut = article.text[span.end - 1].isalnum() and article.text[span.end : last].lstrip()[:1].isalnum()
        return trim(article.text, folded, span, code=code, dateline=article.dateline, cut=cut)


def entitle(view: View, story: Story) -> Story:
    """Return ``story`` under the title of its first article in the reader's language, where one is in it."""
    titled = [a for a in map(view.article, story.articles) if a.title is not None and a.language == READER]
    first = min(titled, key=order, default=None)
    return story if first is None or first.title is None else replace(story, title=first.title)


def _stretches(article: Article, statement: Statement, assertion: Assertion) -> Iterator[tuple[Span, bool, bool]]:
    """Yield the clause, the piece of the content it stands in, and that piece from the speaker on; each may name the claim."""
    for clause in assertion.spans:
        yield clause, False, False
        piece = next((s for s in statement.content if s.overlaps(clause)), clause)
        if piece != clause:
            yield piece, False, True
            yield Span(piece.start, clause.end), False, True
        sentence = next((s for s in article.sentences if s.start <= clause.start < s.end), None)
        if sentence is None:
            continue
        heads = [s.start for s in (statement.source, statement.cue) if s is not None]
        if len(heads) == 2 and sentence.start <= min(heads) < piece.start and sentence.start <= max(heads) < piece.start:
            yield Span(min(heads), clause.end), True, True
        if len(heads) > 0 or sentence.start < piece.start:
            yield Span(sentence.start, max(min(sentence.end, piece.end), clause.end)), True, True


def _score(wording: _Wording, claim: Claim, shares: Counter[str]) -> float:
    """How well a wording says a claim: in the reader's language, whole, what most say, with a name or number, neither denied nor asked."""
    assertion, trimmed = wording.assertion, wording.trimmed
    marks = set(_marks(assertion))
    common = sum(shares[mark] for mark in marks) / (len(marks) * len(claim.assertions)) if len(marks) != 0 else 0.0
    score = 3.0 * ((assertion.language or wording.article.language) == READER) + 2.5 * common
    score += 0.8 * (len(assertion.actors) != 0 or len(assertion.figures) != 0) - 0.4 * assertion.headline
    score -= 0.7 * trimmed.pronoun + 0.6 * wording.told + 0.3 * wording.stretched
    score += _stand(wording)
    score -= 3.0 * (not wording.told and _is_turned(wording))
    score -= 1.5 * _is_second_hand(wording)
    score -= 1.0 * (assertion.nature is Nature.QUESTION) + 0.3 * (assertion.commitment is not Commitment.CERTAIN)
    length = trimmed.span.end - trimmed.span.start
    return score - max(0, _LEAST - length) / 24 - max(0, length - _MOST) / 60


def _stand(wording: _Wording) -> float:
    """A clause stands alone; so does, of what is feared or demanded, a noun with what belongs to it."""
    trimmed = wording.trimmed
    if trimmed.whole:
        return 2.5
    if trimmed.begun:
        return 1.3 if wording.assertion.nature in _OPINIONS else 1.0
    return 0.7 if wording.assertion.nature in _OPINIONS else 0.0


def _is_turned(wording: _Wording) -> bool:
    """True where the words say the contrary of what their holder does: he denies them, or takes them back."""
    statement = wording.statement
    withdrawn = statement.act is Act.RETRACT and wording.assertion.negated
    return withdrawn or statement.act in (Act.DENY, Act.ASK) or statement.commitment is Commitment.DENIED


def _is_second_hand(wording: _Wording) -> bool:
    """True of words that tell what another says, or something else that the speaker says: they are about that saying."""
    span, own = wording.trimmed.span, wording.statement.cue
    return any(span.covers(s.cue) for s in wording.article.statements if s.cue is not None and s.cue != own)


def _marks(assertion: Assertion) -> Iterator[str]:
    """What an assertion has in common with others: what happens, of what, whom it names, how many."""
    yield from (*assertion.predicates, *assertion.topics, *assertion.actors)
    yield from (f"{figure.low} {figure.high}" for figure in assertion.figures)
