"""Scores the figures of one page. Gold figures and articles enter, marks on a sheet leave.

A figure is found when one with the same bounds was read; its hedge, what it counts, of whom, its total and its holder are
marked apart, on the figure that has most of them right.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msgspec import UNSET

from tocsin.bench.found import is_own
from tocsin.bench.gold import Number, Page
from tocsin.bench.meaning import is_alike
from tocsin.bench.names import is_speaker
from tocsin.bench.sheet import Sheet
from tocsin.model import Article, Figure, Statement

_OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class Read:
    """A figure that was read, with the statement that holds it."""

    article: Article
    figure: Figure
    holder: Statement | None


def mark_figures(sheet: Sheet, page: Page, articles: Sequence[Article]) -> None:
    read = [one for article in articles for one in _list(article)]
    for number in page.figures:
        fitting = [one for one in read if _has_bounds(one, number)]
        best = max(fitting, key=lambda one: sum(right for _, _, right in _ask(one, number)), default=None)
        sheet.mark("figures", best is not None, _show(number))
        for field, wanted, right in _ask(best, number):
            got = "nothing" if best is None else f"{best.figure.hedge}, {best.figure.of}, {best.figure.who}, {_name(best)}"
            sheet.mark(f"figure {field}", right, f"{wanted} for {_show(number)}: given {got}")


def _list(article: Article) -> Iterator[Read]:
    held = {statement.id: statement for statement in article.statements}
    for figure in article.figures:
        yield Read(article, figure, None if figure.statement is None else held.get(figure.statement))


def _has_bounds(one: Read, number: Number) -> bool:
    if number.article is not None and one.article.part != number.article:
        return False
    low = number.low is UNSET or number.low == one.figure.low
    return low and (number.high is UNSET or number.high == one.figure.high)


def _ask(one: Read | None, number: Number) -> Iterator[tuple[str, str, bool]]:
    """Yield each scored field, what was wanted, and whether it is right."""
    if number.hedge is not UNSET:
        yield "hedge", str(number.hedge), one is not None and number.hedge == one.figure.hedge
    for field in ("of", "who"):
        wanted = getattr(number, field)
        if wanted is not None:
            yield field, wanted, one is not None and is_alike(wanted, getattr(one.figure, field), one.article.language)
    if number.part_of is not None:
        yield "part of", f"{number.part_of:g}", one is not None and _total(one) == number.part_of
    if number.holder is not None:
        yield "holder", number.holder, one is not None and _is_holder(one, number.holder)


def _total(one: Read) -> float | None:
    whole = one.figure.part_of
    return None if whole is None else one.article.figures[whole].low


def _is_holder(one: Read, name: str) -> bool:
    if one.holder is None:
        return False
    if name == _OUTLET:
        return is_own(one.holder)
    return not is_own(one.holder) and is_speaker(one.holder.speaker, name.split("|"))


def _name(one: Read) -> str:
    return "no holder" if one.holder is None else one.holder.speaker.name


def _show(number: Number) -> str:
    parts = (number.low, number.high, number.hedge, number.of, number.who)
    return " ".join(f"{part:g}" if isinstance(part, float) else str(part) for part in parts if part is not UNSET and part is not None)
