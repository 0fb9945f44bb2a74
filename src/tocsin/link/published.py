"""When an article appeared, as linking asks it: the day, where it is known to the day, and an order of all articles."""

from datetime import date

from tocsin.instants import local_day, universal
from tocsin.model import Article, Precision

_EXACT = frozenset({Precision.MINUTE, Precision.DAY})


def day(article: Article) -> date | None:
    """Return the day of publication; None where the page gives none, or only a month."""
    published = article.published
    return None if published is None or published.precision not in _EXACT else local_day(published)


def order(article: Article) -> tuple[str, str]:
    """Return what sorts articles by time, those without one last, equal ones by id."""
    published = article.published
    return ("9999" if published is None else universal(published.at).isoformat(), article.id)
