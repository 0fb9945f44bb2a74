"""Instants as a desk writes them, and the release that writes."""

from datetime import UTC, datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from tocsin.model import Published


def write(at: datetime) -> str:
    """An instant as ISO text in UTC that sorts as it reads; one without a zone is taken as UTC."""
    try:
        aware = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except OverflowError:  # the first or last day of the calendar, in another zone
        aware = at.replace(tzinfo=UTC)
    return aware.isoformat(timespec="microseconds")


def read(text: str) -> datetime:
    return datetime.fromisoformat(text)


def write_published(published: Published | None) -> str | None:
    """When an article appeared, to sort by: wall time stands in for UTC where the page gives no zone."""
    return None if published is None else write(published.at)


def now() -> datetime:
    return datetime.now(UTC)


@cache
def find_release() -> str:
    """The version of Tocsin that runs, as the custody log and the migrations name it."""
    try:
        return version("tocsin")
    except PackageNotFoundError:
        return "unreleased"
