"""Numbers, days and names in words: how many articles, how many roots, from when to when."""

from collections.abc import Sequence
from datetime import date

from tocsin.model import Figure, Interval


def say_count(number: int, noun: str) -> str:
    """Return "1 article", "2 articles"; numbers of four digits and more with a comma."""
    many = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {noun if number == 1 else many}"


def say_interval(interval: Interval, noun: str) -> str:
    """Return "1 root", "1 to 2 roots", "at most 1 root"."""
    if interval.least == interval.most:
        return say_count(interval.most, noun)
    if interval.least == 0:
        return f"at most {say_count(interval.most, noun)}"
    return f"{interval.least} to {say_count(interval.most, noun)}"


def best_heard(said: Sequence[tuple[str, Interval]]) -> Interval:
    """Return through how many carriers the best heard speaker of a claim is known."""
    return max((interval for _, interval in said), key=lambda i: (i.least, i.most), default=Interval(0, 0))


def say_roots(articles: int, so: Interval | None, said: Interval) -> str:
    """Return "9 articles → 1 root". What cannot be so or not so (a demand, a fear) is only heard, through carriers."""
    origin = say_interval(said, "carrier") if so is None else say_interval(so, "root")
    return f"{say_count(articles, 'article')} → {origin}"


def say_number(figure: Figure) -> str:
    """Return "29", "at least 52", "12 to 15", "about 40"."""
    low, high = (None if bound is None else f"{bound:,.10g}" for bound in (figure.low, figure.high))
    if low is not None and high is not None and low != high:
        return f"{low} to {high}"
    number = low or high or "an unknown number"
    return number if figure.hedge is None else f"{figure.hedge.value} {number}"


def say_some(names: Sequence[str], shown: int = 3) -> str:
    """Return "A", "A and B", "A, B, C and 4 more"."""
    if len(names) > shown:
        return f"{', '.join(names[:shown])} and {len(names) - shown} more"
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part != "")


def say_day(published: str | None) -> str:
    """Return "15 March 2026" for a local time, "March 2026" for a month, "undated" for None."""
    if published is None:
        return "undated"
    if len(published) < len("2026-03-15"):
        return f"{date(int(published[:4]), int(published[5:7]), 1):%B %Y}" if len(published) == len("2026-03") else published
    day = date.fromisoformat(published[:10])
    return f"{day.day} {day:%B %Y}"


def say_days(days: Sequence[date]) -> str:
    """Return ", 14 to 17 March 2026", or nothing where no day is known."""
    if len(days) == 0:
        return ""
    first, last = min(days), max(days)
    if first == last:
        return f", {last.day} {last:%B %Y}"
    if (first.year, first.month) == (last.year, last.month):
        return f", {first.day} to {last.day} {last:%B %Y}"
    return f", {first.day} {first:%B{' %Y' if first.year != last.year else ''}} to {last.day} {last:%B %Y}"
