"""When an article appeared, as linking asks it: the day, where it is known to the day."""

from datetime import date

from tocsin.instants import local_day
from tocsin.model import Article, Precision

_EXACT = frozenset({Precision.MINUTE, Precision.DAY})


def day(article: Article) -> date | None:
    """Return the day of publication; None where the page gives none, or only a month."""
    published = article.published
    return None if published is None or published.precision not in _EXACT else local_day(published)
