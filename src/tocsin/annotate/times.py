"""Takes an article with sentences, returns it with its times: spans that name days, resolved against the day of publication."""

import re
from dataclasses import replace

from tocsin.annotate import moments
from tocsin.annotate.anchors import make_anchor
from tocsin.lang import calendar, pack
from tocsin.model import Article, Time

_YEAR = re.compile(r"\d{4}|\d[-/.]\d")


def read(article: Article) -> Article:
    """Add the times, in order of the text. Without a day of publication, what needs one stays unresolved."""
    anchor = make_anchor(article.published)
    times: list[Time] = []
    for sentence in article.sentences:
        code = sentence.language
        if code is None or code not in pack.codes():
            continue
        known = calendar.load(code)
        if known.triggers.isdisjoint(sentence.keys) and _YEAR.search(article.text, sentence.start, sentence.end) is None:
            continue
        times.extend(moments.find(sentence, code, anchor))
    return replace(article, times=tuple(times))
