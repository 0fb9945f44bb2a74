"""Scores precision where the gold lists every attribution a reader would accept. Gold and given statements enter, marks leave.

An attributed statement is right when its speaker is accepted and its content matches one line of the gold: it holds the
line by the rule of ``found``, or 80 % of its own words lie in it. The outlet's own voice is not asked.
"""

from collections import Counter
from collections.abc import Sequence

from tocsin.bench.found import COVERED, Given, count_words, reach
from tocsin.bench.gold import Page, Said
from tocsin.bench.names import is_speaker
from tocsin.bench.saying import describe
from tocsin.bench.sheet import Sheet


def mark_precision(sheet: Sheet, page: Page, given: Sequence[Given]) -> None:
    """Mark each attributed statement as listed under its speaker or not; apart, whether its content alone is listed."""
    listed = [(said, count_words(said.content), count_words(" ".join((said.content, *said.rest)))) for said in page.statements]
    for one in given:
        if one.own:
            continue
        fitting = [said for said, first, whole in listed if said.article in (None, one.article.part) and _fits(first, whole, one)]
        sheet.mark("precision", any(_has_speaker(said, one) for said in fitting), describe(one))
        sheet.mark("precision of content", len(fitting) > 0, describe(one))


def _fits(first: Counter[str], whole: Counter[str], one: Given) -> bool:
    """It holds the line (its first piece), or lies in it: 80 % of its own words stand there."""
    size = one.words.total()
    if size <= reach(whole.total()) and (first & one.words).total() >= COVERED * first.total():
        return True
    return size > 0 and (whole & one.words).total() >= COVERED * size


def _has_speaker(said: Said, one: Given) -> bool:
    return len(said.speaker) == 0 or is_speaker(one.statement.speaker, said.speaker)
