"""Scores one page: its articles, their heads, what may not stand in them, statements and figures. Gold and articles enter, a sheet leaves."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone

from msgspec import UNSET

from tocsin.bench.found import list_given
from tocsin.bench.gold import Page
from tocsin.bench.names import is_outlet
from tocsin.bench.notes import mark_notes
from tocsin.bench.number import mark_figures
from tocsin.bench.saying import mark_own_voice, mark_readout, mark_statements
from tocsin.bench.sheet import Sheet
from tocsin.lang.outlets import Registry
from tocsin.lang.tokens import split
from tocsin.model import Article, Published

_DATE = 10  # characters of 2024-12-20
_OFFSET = re.compile(r"(?:UTC)?([+-])(\d{2}):?(\d{2})")


def score_page(page: Page, articles: Sequence[Article], *, registry: Registry | None = None) -> Sheet:
    """Mark what the gold says of one page against the articles read from it (none where it could not be read).

    With a registry, an outlet is right under any of its names.
    """
    sheet = Sheet()
    parts = sorted(articles, key=lambda article: article.part)
    _mark_heads(sheet, page, parts)
    _mark_outlet(sheet, page, parts, registry=registry)
    mark_notes(sheet, page, parts, registry=registry)
    for kind, wordings in (("kept out", page.not_in_text), ("captions", page.captions)):
        for wording in wordings:
            sheet.mark(
                kind,
                len(parts) > 0 and not any(_stands_in(wording, article.text) for article in parts),
                f"“{wording}” stands in an article",
            )
    given = list_given(parts)
    mark_statements(sheet, page, given)
    mark_own_voice(sheet, page, given)
    mark_readout(sheet, page, given)
    mark_figures(sheet, page, parts)
    return sheet


def _mark_heads(sheet: Sheet, page: Page, parts: Sequence[Article]) -> None:
    first = parts[0] if len(parts) > 0 else None
    if page.articles is not None:
        sheet.mark("articles", len(parts) == page.articles, f"{page.articles}, given {len(parts)}")
    if page.title is not UNSET:
        _mark_title(sheet, page.title, first)
    if page.second_title is not None:
        _mark_title(sheet, page.second_title, parts[1] if len(parts) > 1 else None)
    if page.language is not None:
        languages = [article.language for article in parts]
        sheet.mark("language", len(parts) > 0 and set(languages) == {page.language}, f"{page.language}, given {languages}")
    if page.published is not UNSET:
        _mark_published(sheet, page.published, parts)


def _mark_outlet(sheet: Sheet, page: Page, parts: Sequence[Article], *, registry: Registry | None) -> None:
    if page.outlet is UNSET:
        return
    outlet = parts[0].outlet if len(parts) > 0 else None
    known = page.outlet is not None and outlet is not None and is_outlet(page.outlet, outlet, registry)
    unknown = page.outlet is None and outlet is None and len(parts) > 0
    sheet.mark("outlet", known or unknown, f"{page.outlet}, given {outlet}")


def _mark_title(sheet: Sheet, wanted: str | None, article: Article | None) -> None:
    title = None if article is None else article.title
    right = article is not None and (title is None if wanted is None else title is not None and _letters(title) == _letters(wanted))
    sheet.mark("titles", right, f"“{wanted}”, given “{title}”")


def _mark_published(sheet: Sheet, wanted: str | None, parts: Sequence[Article]) -> None:
    """Null must hold of every article of the page, an instant of the first."""
    given = [None if article.published is None else article.published.at.isoformat() for article in parts]
    if wanted is None:
        right = len(parts) > 0 and all(instant is None for instant in given)
    else:
        right = len(parts) > 0 and parts[0].published is not None and is_instant(wanted, parts[0].published)
    sheet.mark("published", right, f"{wanted}, given {given}")


def is_instant(wanted: str, published: Published) -> bool:
    """Compare to the day or minute that ``wanted`` gives: instants where it has an offset, else the wall time of the page."""
    if len(wanted) <= _DATE:
        return any(wall.date().isoformat().startswith(wanted) for wall in _walls(published))
    instant = datetime.fromisoformat(wanted)
    if instant.tzinfo is not None:
        return published.zone is not None and abs(published.at - instant) < timedelta(minutes=1)
    return any(wall.replace(second=0, microsecond=0) == instant.replace(second=0) for wall in _walls(published))


def _walls(published: Published) -> list[datetime]:
    """The time as it stands, and as the clock showed it in the page's own zone."""
    walls = [published.at.replace(tzinfo=None)]
    offset = None if published.zone is None else _OFFSET.fullmatch(published.zone)
    if offset is not None and published.at.tzinfo is not None:
        sign, hours, minutes = offset.groups()
        shift = timedelta(hours=int(hours), minutes=int(minutes))
        walls.append(published.at.astimezone(timezone(shift if sign == "+" else -shift)).replace(tzinfo=None))
    return walls


def _letters(title: str) -> tuple[str, ...]:
    """A title's words: white space and the style of its signs do not count."""
    return tuple(word for word in split(title) if word[-1].isalnum())


def _stands_in(wording: str, text: str) -> bool:
    """Capitals count: a button "Comment" is not the word in a sentence."""
    words = r"\s+".join(re.escape(word) for word in wording.split())
    return re.search(rf"(?<!\w){words}(?!\w)", text) is not None
