"""What linking, weighing and every face read: articles with all that was read in them, and the judgements in force."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tocsin.instants import order
from tocsin.lang.fold import fold
from tocsin.lang.outlets import Registry
from tocsin.lang.tokens import make_sentence
from tocsin.model import Article, Judgement, Sentence, Statement, Subject


@dataclass(frozen=True, slots=True)
class View:
    """A set of articles (newest version of each, in the order of ``instants.order``) and judgements. Order of arrival leaves no
    trace in it, and nor do ids: whoever breaks a tie takes what comes first here.

    ``digest`` is a hash of all articles and judgements, where a store gave them; two views of one digest hold the same.
    """

    articles: tuple[Article, ...]
    registry: Registry
    judgements: tuple[Judgement, ...] = ()
    digest: str | None = field(default=None, compare=False)
    _by_id: dict[str, Article] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "articles", tuple(sorted(self.articles, key=order)))
        object.__setattr__(self, "_by_id", {article.id: article for article in self.articles})

    def article(self, id: str) -> Article:  # noqa: A002 -- the record's own word
        return self._by_id[id]

    def statements(self) -> Iterator[tuple[Article, Statement]]:
        for article in self.articles:
            for statement in article.statements:
                yield article, statement

    def sentences(self, article: Article) -> tuple[Sentence, ...]:
        """Return the sentences of an article with their words, which a store leaves out of what it keeps."""
        if all(len(s.keys) > 0 for s in article.sentences):
            return article.sentences
        folded = fold(article.text)
        return tuple(
            make_sentence(article.text, folded, s.start, s.end, paragraph=s.paragraph, language=s.language) for s in article.sentences
        )

    def judged(self, subject: Subject) -> tuple[Judgement, ...]:
        return tuple(j for j in self.judgements if j.subject is subject and j.withdrawn is None)
