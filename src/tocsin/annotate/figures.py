"""Takes an article with sentences, times and places, returns it with its figures: bounds, hedge, what is counted, of whom."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from tocsin.annotate.parts import Row
from tocsin.annotate.quantities import FRACTION
from tocsin.annotate.scene import Scene
from tocsin.annotate.tally import tally
from tocsin.lang import numbers, pack
from tocsin.lang.numbers import Counting
from tocsin.model import Article, Figure, Hedge, Place, Sentence, Time

_DIGIT = re.compile(r"\d")


def read(article: Article) -> Article:
    """Add the figures, in order of the text; a part knows the index of its total."""
    figures: list[Figure] = []
    times = [(time.start, time.end) for time in article.times]
    total: int | None = None
    paragraph = -1
    for sentence in article.sentences:
        code = sentence.language
        if code is None or code not in pack.codes():
            continue
        fresh = False
        total = total if sentence.paragraph == paragraph else None
        paragraph = sentence.paragraph
        if _has_number(article.text, sentence, numbers.load(code)):
            scene, rows = tally(sentence, code, times)
            for row in rows:
                known = total if row.part and (fresh or row.carried) else None
                figure = _figure(article, sentence, row, scene=scene, total=None if known is None else (known, figures[known]))
                if not row.part and figure.of is not None and row.quantity.unit is None:
                    total, fresh = len(figures), True
                figures.append(figure)
        total = total if fresh else None
    return replace(article, figures=tuple(figures))


def _has_number(text: str, sentence: Sentence, counting: Counting) -> bool:
    return _DIGIT.search(text, sentence.start, sentence.end) is not None or not counting.triggers.isdisjoint(sentence.keys)


def _figure(article: Article, sentence: Sentence, row: Row, *, scene: Scene, total: tuple[int, Figure] | None) -> Figure:
    quantity, count = row.quantity, row.count
    measured = quantity.unit is not None and quantity.unit != FRACTION
    end = quantity.last if measured else max(quantity.last, count.last)
    low, high, hedge = _bounds(scene, row, end)
    part_of = total[0] if total is not None and not _exceeds(low, total[1]) else None
    of = quantity.unit or count.outcome or (total[1].of if total is not None and part_of is not None else count.noun)
    who = count.word if count.noun is None else scene.counted.label(count.noun, one=quantity.one)
    start = sentence.starts[quantity.first]
    return Figure(
        start,
        sentence.ends[end - 1],
        low,
        high,
        hedge,
        of,
        None if measured or (count.noun is not None and of == count.noun) else who,
        when=_when(article.times, sentence, start),
        where=_where(article.places, sentence, start),
        part_of=part_of,
        cumulative=scene.is_cumulative and quantity.unit is None,
    )


def _exceeds(low: float | None, total: Figure) -> bool:
    return low is not None and total.high is not None and low > total.high


def _bounds(scene: Scene, row: Row, end: int) -> tuple[float | None, float | None, Hedge | None]:
    """The bounds, with a hedge that stands behind the noun: "200 people or more"."""
    quantity = row.quantity
    after = scene.counting.after.at(scene.keys, end) if quantity.hedge is None and end < len(scene.keys) else None
    if after is not None:
        quantity = quantity.bounded(after.value)
    return quantity.low, quantity.high, quantity.hedge


def _when(times: Sequence[Time], sentence: Sentence, start: int) -> str | None:
    """The days of the nearest time that the sentence names, as ISO dates."""
    near = times[bisect_left(times, sentence.start, key=_start) : bisect_left(times, sentence.end, key=_start)]
    known = [time for time in near if time.first is not None and time.last is not None]
    best = min(known, key=lambda time: abs(time.start - start), default=None)
    if best is None:
        return None
    return f"{best.first}" if best.first == best.last else f"{best.first}/{best.last}"


def _where(places: Sequence[Place], sentence: Sentence, start: int) -> str | None:
    """The nearest place that the sentence names."""
    near = places[bisect_left(places, sentence.start, key=_start) : bisect_left(places, sentence.end, key=_start)]
    best = min(near, key=lambda place: abs(place.start - start), default=None)
    return None if best is None else best.name


def _start(mark: Time | Place) -> int:
    return mark.start
