"""Takes when an article appeared, returns the local day that "yesterday" and "Thursday" count from; a month or year where no more is known."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from tocsin.model import Precision, Published


@dataclass(frozen=True, slots=True)
class Anchor:
    """When the article appeared, as local days: one day where the day is known, else a month or a year."""

    first: date
    last: date

    @property
    def day(self) -> date | None:
        return self.first if self.first == self.last else None

    @property
    def month(self) -> tuple[int, int] | None:
        same = (self.first.year, self.first.month) == (self.last.year, self.last.month)
        return (self.first.year, self.first.month) if same else None


def make_anchor(published: Published | None) -> Anchor | None:
    """The local days of publication; None where the page has no date."""
    if published is None:
        return None
    day = _local(published).date()
    if published.precision is Precision.YEAR:
        return Anchor(date(day.year, 1, 1), date(day.year, 12, 31))
    if published.precision is Precision.MONTH:
        return Anchor(*whole_month(day.year, day.month))
    return Anchor(day, day)


def _local(published: Published) -> datetime:
    if published.zone is None or published.at.tzinfo is None:
        return published.at
    try:
        return published.at.astimezone(datetime.strptime(published.zone, "%z").tzinfo)
    except ValueError:
        pass
    try:
        return published.at.astimezone(ZoneInfo(published.zone))
    except (ValueError, OSError, LookupError):
        return published.at.astimezone(UTC)


def whole_month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])
