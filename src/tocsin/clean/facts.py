"""What a page's markup says of its article: title, outlet, authors, sections, when it appeared. A page in, facts out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from urllib.parse import urlsplit

from tocsin.clean.byline import strip_label
from tocsin.clean.dates import Stated, parse_line
from tocsin.clean.elements import AUTHORS, DATES, SECTIONS, SITES, TITLES
from tocsin.clean.markup import Page, Stamp
from tocsin.clean.structured import Record, read_records
from tocsin.clean.suffix import split_suffix
from tocsin.lang import outlets
from tocsin.lang.furniture import squash
from tocsin.model import Genre, Precision, Published

_URL_DATE = re.compile(r"/(?P<year>(?:19|20)\d{2})[/-](?P<month>\d{1,2})(?:[/-](?P<day>\d{1,2}))?(?=[/-]|$)")
_SHORT_URL_DATE = re.compile(r"/(?P<year>20\d{2})(?P<month>[01]\d)(?P<day>[0-3]\d)(?=\D|$)")


@dataclass(frozen=True, slots=True)
class Facts:
    """What the markup of a page says. ``titles`` come best first."""

    titles: tuple[str, ...]
    site: str | None
    authors: tuple[str, ...]
    sections: tuple[str, ...]
    records: tuple[Record, ...]
    dates: tuple[str, ...]
    stamps: tuple[Stamp, ...]
    url: str | None


def read_facts(page: Page, url: str | None) -> Facts:
    """Collect what head, JSON-LD and ``<time>`` elements say."""
    metas: dict[str, str] = {}
    for name, content in page.metas:
        if content.strip() != "":
            metas.setdefault(name, " ".join(content.split()))
    records = tuple(read_records(page.scripts))
    shown = "" if page.title is None else " ".join(unescape(page.source[slice(*page.title)]).split())
    headlines = [record.headline for record in records if record.headline is not None]
    bare, suffix = split_suffix(shown)
    titles = [metas[name] for name in TITLES if name in metas] + [unescape(text) for text in headlines] + [bare]
    return Facts(
        tuple(title for title in titles if title != ""),
        _find_site(metas, records, suffix=suffix, titles=titles),
        tuple(dict.fromkeys([name for record in records for name in record.authors] + [metas[name] for name in AUTHORS if name in metas])),
        tuple(
            dict.fromkeys([name for record in records for name in record.sections] + [metas[name] for name in SECTIONS if name in metas])
        ),
        records,
        tuple(metas[name] for name in DATES if name in metas),
        tuple(page.stamps),
        url,
    )


def _find_site(metas: dict[str, str], records: tuple[Record, ...], *, suffix: str | None, titles: list[str]) -> str | None:
    """The site's name: its own, the publisher's, the end of the window title where another title has none."""
    named = next((metas[name] for name in SITES if name in metas), None) or next(
        (r.publisher for r in records if r.publisher is not None), None
    )
    if named is not None and "://" not in named:
        return named.strip()
    return suffix if suffix is not None and any(squash(title) == squash(titles[-1]) for title in titles[:-1]) else None


def get_known(url: str | None) -> str | None:
    """The name that the registry has for the outlet behind a URL."""
    known = None if url is None else outlets.load().get_by_url(url)
    return None if known is None else known.name


def get_host(url: str | None) -> str | None:
    """The host of a URL: the name of an outlet that no one has named."""
    if url is None:
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return None if host is None or "." not in host else host.removeprefix("www.")


def get_author(facts: Facts, site: str | None) -> str | None:
    """The first author who is a name: no address, not the site itself."""
    for name in facts.authors:
        bare = strip_label(name)
        if (
            bare != ""
            and not (bare.isascii() and bare.islower() and " " not in bare)  # the name of an account
            and "://" not in bare
            and "@" not in bare
            and len(bare.split()) < 12
            and (site is None or squash(bare) != squash(site))
        ):
            return bare
    return None


def get_title(facts: Facts) -> str | None:
    """The best title without the site's name behind it."""
    title = next(iter(facts.titles), None)
    if title is None:
        return None
    bare, suffix = split_suffix(title)
    names = {squash(name) for name in (facts.site, get_host(facts.url)) if name is not None}
    return bare if suffix is not None and squash(suffix) in names else title


def get_genre(facts: Facts) -> Genre | None:
    kinds = [record.kind for record in facts.records]
    if any(kind == "LiveBlogPosting" for kind in kinds):
        return Genre.LIVE
    return Genre.OPINION if any(kind.startswith("Opinion") for kind in kinds) else None


def get_labels(facts: Facts) -> Iterator[str]:
    """Section names, and the words of the URL's folders."""
    yield from facts.sections
    if facts.url is not None:
        yield from (part.replace("-", " ") for part in facts.url.split("?")[0].split("/")[3:-1])


def find_published(facts: Facts, *, title: str | None, start: int, end: int, alone: bool) -> Published | None:
    """When the article in raw ``[start, end)`` appeared. On a page of several the page's own dates say nothing of each."""
    records = [r for r in facts.records if r.published is not None and (_is_same(r.headline, title) or (alone and r.headline is None))]
    if len(records) == 0 and alone:
        records = [r for r in facts.records if r.published is not None][:1]
    values = [("json-ld", record.published or "") for record in records]
    values += [("meta", value) for value in facts.dates if alone]
    values += [("time", stamp.value) for stamp in _get_stamps(facts, start, end)]
    found = [published for basis, value in values if (published := _make_published(value, basis)) is not None]
    if len(found) == 0:
        return _read_url(facts.url) if alone else None
    finer = (one for one in found if one.precision is Precision.MINUTE and one.at.date() == found[0].at.date())
    return found[0] if found[0].precision is Precision.MINUTE else next(finer, found[0])


def _is_same(headline: str | None, title: str | None) -> bool:
    return headline is not None and title is not None and squash(headline)[:60] == squash(title)[:60]


def _get_stamps(facts: Facts, start: int, end: int) -> list[Stamp]:
    """``<time>`` elements of the article itself: above its text, outside posts, comments, lists and margins."""
    own = [
        s
        for s in facts.stamps
        if start <= s.at < end and not (s.context.remark or s.context.aside or s.context.caption or s.context.post or s.context.listed)
    ]
    return sorted(own, key=lambda stamp: not stamp.published)[:1]


def _make_published(value: str, basis: str) -> Published | None:
    stated = parse_stamp(value)
    return None if stated is None else Published(stated.at, stated.precision, stated.zone, basis)


def parse_stamp(value: str) -> Stated | None:
    """Read a machine's date. Midnight sharp is what programs write when they know the day alone."""
    stated = parse_line(value.strip())
    if stated is None or len(" ".join(stated.rest).split()) > 3:
        return None
    bare = stated.precision is Precision.MINUTE and "00:00:00" in value
    if not bare:
        return stated
    day = parse_line(value.strip()[:10])
    return stated if day is None else day


def _read_url(url: str | None) -> Published | None:
    if url is None:
        return None
    path = url.split("?")[0].split("#")[0]
    match = _URL_DATE.search(path) or _SHORT_URL_DATE.search(path)
    if match is None:
        return None
    day = match["day"]
    try:
        at = datetime(int(match["year"]), int(match["month"]), int(day or 1))  # noqa: DTZ001 -- a day on the page's own calendar
    except ValueError:
        return None
    return Published(at, Precision.DAY if day is not None else Precision.MONTH, None, "url")
