"""The patterns of dates in the words of all packs."""

import re
from functools import cache

from tocsin.clean.names import choose
from tocsin.lang.furniture import load, squash


@cache
def months() -> dict[str, int]:
    return {squash(name): number for furniture in load() for name, number in furniture.months.items()}


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """Day first, month first, month alone, numbers. A month may be given twice: "كانون الأول/ديسمبر"."""
    name = rf"(?P<name>{choose(list(months()))})\.?(?:\s*[/(]\s*(?:{choose(list(months()))})\s*\)?)?"
    links = choose([word for furniture in load() for word in furniture.links])
    return (
        re.compile(
            rf"(?<![\d:.])(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?\s*[-/ ]?\s*(?:(?:{links})\s+)?\b{name}\s*[-/,،]?\s*(?P<year>\d{{4}})(?:(?!\d)|(?=\d{{1,2}}\s))"
        ),
        re.compile(rf"\b{name}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?\s*[,،]?\s+(?P<year>\d{{4}})(?:(?!\d)|(?=\d{{1,2}}\s))"),
        re.compile(rf"(?<!\d )\b{name}\s*[,،]?\s*(?P<year>\d{{4}})(?:(?!\d)|(?=\d{{1,2}}\s))"),
    )


@cache
def marks(kind: str) -> re.Pattern[str]:
    lists = {
        "updated": [f.updated for f in load()],
        "published": [f.published for f in load()],
        "fillers": [(*f.fillers, *f.weekdays) for f in load()],
    }
    return re.compile(rf"(?<!\w)(?:{choose([word for words in lists[kind] for word in words])})(?!\w)")
