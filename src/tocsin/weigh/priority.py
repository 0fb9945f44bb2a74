"""Priority: which of two articles with one wording came first. Articles enter; the one, the other or nobody knows leaves."""

from urllib.parse import urlsplit

from tocsin.instants import universal
from tocsin.lang.fold import key
from tocsin.lang.outlets import Registry
from tocsin.lang.tokens import split
from tocsin.model import Article, Precision

_TO_THE_DAY = frozenset({Precision.MINUTE, Precision.DAY})


class Priority:
    """Answers for the articles of one view, each read once."""

    def __init__(self, articles: tuple[Article, ...], registry: Registry) -> None:
        self._registry = registry
        self._outlets = {article.id: self._outlet(article) for article in articles}
        self._named = {article.id: self._read_named(article) for article in articles}

    def first(self, left: Article, right: Article) -> Article | None:
        """Return the earlier one: first whom the other names as its source, for a page may show the time of its last update."""
        named = (self.declares(left, right), self.declares(right, left))
        if named[0] != named[1]:
            return right if named[0] else left
        return _dated_first(left, right)

    def declares(self, article: Article, other: Article) -> bool:
        """True when ``article`` names the outlet of ``other`` in its credit line or as a source, or links to its page."""
        own, outlet, page = self._outlets[article.id], self._outlets[other.id], _address(other.capture.url)
        named = self._named[article.id]
        return (outlet is not None and outlet != own and outlet in named) or (page is not None and page in named)

    def _outlet(self, article: Article) -> str | None:
        known = self._registry.get(article.outlet) if article.outlet is not None else None
        if known is None and article.capture.url is not None:
            known = self._registry.get_by_url(article.capture.url)
        if known is not None:
            return f"outlet:{known.id}"
        return None if article.outlet is None else key(article.outlet)

    def _read_named(self, article: Article) -> frozenset[str]:
        credit = article.credit or ""
        found = {f"outlet:{hit.value.id}" for hit in self._registry.terms.find(split(credit))} | {key(credit)}
        for link in {link for statement in article.statements for link in statement.chain[1:]}:
            found |= {key(link.name), link.actor or ""}
        found |= {_address(reference.url) or "" for reference in article.links}
        return frozenset(found - {""})


def _dated_first(left: Article, right: Article) -> Article | None:
    one, other = left.published, right.published
    if one is None or other is None or not {one.precision, other.precision} <= _TO_THE_DAY:
        return None
    if Precision.DAY in (one.precision, other.precision):
        before, after = one.at.date(), other.at.date()
        return None if before == after else left if before < after else right
    return None if universal(one.at) == universal(other.at) else left if universal(one.at) < universal(other.at) else right


def _address(url: str | None) -> str | None:
    """Return host and path of a page, by which a link finds it whatever scheme, query or closing slash it is written with."""
    if url is None:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    path = parts.path.rstrip("/")
    return None if parts.hostname is None or path == "" else f"//{parts.hostname.removeprefix('www.')}{path}?{parts.query}"
