"""Where a sentence begins to speak: behind symbols that a post opens with, and behind words that set it beside the one before."""

from tocsin.attribute.scan import Scan
from tocsin.lang import classes as c

_LABEL = 6  # tokens of the label of an entry, at most


def find_head(scan: Scan) -> int:
    """The first token that is no symbol, arrow or bullet."""
    return next((i for i in range(scan.count) if not scan.is_stop(i)), 0)


def _past_label(scan: Scan, first: int, end: int) -> int:
    """Behind "تحديث 9:40 مساء:", as an entry of a live page is headed."""
    labelled = scan.keys[first] in scan.lexicon.flashes or scan.keys[first][0].isdigit()
    colon = next((i for i in range(first + 1, min(end, first + _LABEL)) if scan.keys[i] == ":"), None) if labelled else None
    return first if colon is None else colon + 1


def past_openers(scan: Scan, end: int) -> int:
    """The first word before ``end`` that is none of "من جانبه", "غير أن", "في المقابل", "كما"."""
    first = _past_label(scan, find_head(scan), end)
    while first < end:
        phrase = scan.lexicon.openings.at(scan.keys, first) or scan.lexicon.contrasts.at(scan.keys, first)
        if phrase is not None and phrase.last <= end:
            first = phrase.last
        elif scan.bits[first] & (c.OPENER | c.COORDINATOR | c.ADVERB | c.COMPLEMENTIZER) or scan.is_stop(first):
            first += 1
        else:
            break
    return first
