"""What to call an outlet that its page does not name: an article enters, honest words leave that still tell two of them apart."""

from dataclasses import replace
from pathlib import PurePath
from urllib.parse import urlsplit

from tocsin.model import Article, Capture, Kind, Link

UNNAMED = "an unnamed outlet"


def name_outlet(article: Article) -> str:
    """Return the outlet, or "an unnamed outlet (example.org)", with the file name where there is no address."""
    return article.outlet if article.outlet is not None else f"{UNNAMED} ({_place(article.capture)})"


def name_links(article: Article) -> Article:
    """Give the links of an article whose outlet is not known, which stand under the name of its file or domain, that honest name."""
    if article.outlet is not None:
        return article
    place, name = _place(article.capture), name_outlet(article)

    def rename(link: Link) -> Link:
        return replace(link, name=name) if link.kind is Kind.OUTLET and link.actor is None and link.name == place else link

    return replace(article, statements=tuple(replace(s, chain=tuple(map(rename, s.chain))) for s in article.statements))


def _place(capture: Capture) -> str:
    host = _host(capture.url)
    if host is not None:
        return host
    return PurePath(capture.path).name if capture.path is not None else capture.sha256[:12]


def _host(url: str | None) -> str | None:
    try:
        host = None if url is None else urlsplit(url).hostname
    except ValueError:
        return None
    return None if host is None else host.removeprefix("www.")
