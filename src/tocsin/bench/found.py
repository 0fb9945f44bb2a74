"""Whether a statement of the gold was found. The words of its content and the statements given enter, the one that holds it leaves.

The rule of the gold: the words of ``content`` are covered by 80 % or more of one statement's content that is at most three
times as long plus twelve words.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tocsin.lang.tokens import split
from tocsin.model import Article, Kind, Role, Statement

COVERED = 0.8
_TIMES, _PLUS = 3, 12
_CARRIERS = (Kind.OUTLET, Kind.AGENCY)


@dataclass(frozen=True, slots=True)
class Given:
    """A statement that was read, with the words of its content."""

    article: Article
    statement: Statement
    words: Counter[str]

    @property
    def text(self) -> str:
        return " … ".join(span.of(self.article.text) for span in self.statement.content)

    @property
    def own(self) -> bool:
        return is_own(self.statement)

    @property
    def alone(self) -> bool:
        """Own voice in the narrow sense: the chain is the outlet alone."""
        return self.own and len(self.statement.chain) == 1

    @property
    def headline(self) -> bool:
        """True when the content stands in the title."""
        heads = [p for p in self.article.paragraphs if p.role is Role.TITLE]
        return any(p.start <= span.start < p.end for p in heads for span in self.statement.content)


def is_own(statement: Statement) -> bool:
    """The outlet's own voice: nobody speaks but the outlet, or the agency whose text it carries."""
    return statement.own and statement.source is None and all(link.kind in _CARRIERS for link in statement.chain)


def count_words(text: str) -> Counter[str]:
    """The folded words of a text, signs left out."""
    return Counter(word for word in split(text) if word[0].isalnum() or word[-1].isalnum())


def list_given(articles: Iterable[Article]) -> tuple[Given, ...]:
    return tuple(
        Given(article, statement, count_words(" ".join(span.of(article.text) for span in statement.content)))
        for article in articles
        for statement in article.statements
    )


def reach(size: int) -> int:
    """How many words a content may have to stand for one of ``size`` words."""
    return _TIMES * size + _PLUS


def measure(gold: Counter[str], given: Given) -> float:
    """The share of the gold's words that the statement covers; 0 where it is too long to count."""
    size = gold.total()
    if size == 0 or given.words.total() > reach(size):
        return 0.0
    return (gold & given.words).total() / size


def find(content: str, given: Sequence[Given]) -> Given | None:
    """Return the statement that holds ``content``: an attributed one before the outlet's own voice, then the fullest, then the shortest."""
    gold = count_words(content)
    shares = [(measure(gold, one), one) for one in given]
    held = [(not one.own, share, -one.words.total(), -index) for index, (share, one) in enumerate(shares) if share >= COVERED]
    return None if len(held) == 0 else given[-max(held)[-1]]
