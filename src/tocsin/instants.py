"""Published times as a reader of the page would say them: an instant enters, local wall time at its precision leaves."""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from tocsin.model import Article, Precision, Published

_OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+-])(\d{1,2}):?(\d{2})?", re.IGNORECASE)
_LENGTHS = {Precision.MINUTE: 16, Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}  # of "2024-12-20T10:36"


def local_time(published: Published) -> str:
    """Return the wall time on the page, as exact as it is known: ``2024-12-20T10:36``, ``2024-12-20``, ``2024-12``."""
    wall = _wall(published).replace(tzinfo=None)
    return wall.isoformat(timespec="minutes")[: _LENGTHS[published.precision]]


def local_day(published: Published) -> date:
    """Return the day that the page's clock showed."""
    return _wall(published).date()


def universal(at: datetime) -> datetime:
    """Return ``at`` so that any two can be compared: a time without a zone counts as UTC."""
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def order(article: Article) -> tuple[str, str, str, str]:
    """Return what sorts articles by time, those without one last, equal ones by outlet and words.

    The id comes last: that of a page without an address hangs on the path it was read from, and no verdict may.
    """
    published = article.published
    return ("9999" if published is None else universal(published.at).isoformat(), article.outlet or "", article.text, article.id)


def write_instant(at: datetime | None) -> str | None:
    """Return ``2024-12-20T10:36:00Z``; a time without a zone stays wall time, and says nothing of being universal."""
    return None if at is None else f"{universal(at):%Y-%m-%dT%H:%M:%S}{'' if at.tzinfo is None else 'Z'}"


def _wall(published: Published) -> datetime:
    at, zone = published.at, published.zone
    if zone is None or at.tzinfo is None:
        return at
    offset = _OFFSET.fullmatch(zone.strip())
    try:
        if offset is None:
            return at.astimezone(ZoneInfo(zone))
        sign, hours, minutes = offset.groups()
        shift = timedelta(hours=int(hours), minutes=int(minutes or 0))
        return at.astimezone(timezone(shift if sign == "+" else -shift))
    except (KeyError, ValueError, OSError, OverflowError):  # a zone that this machine has no table for: the instant stays UTC
        return at
