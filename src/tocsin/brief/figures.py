"""Figures side by side: the figures of a story enter; those that count the same thing with different numbers or holders leave."""

from collections.abc import Iterator

from tocsin.brief.cite import cite_figure, make_heading
from tocsin.brief.holdings import Holdings
from tocsin.brief.parts import Passage
from tocsin.lang import concepts
from tocsin.model import Article, Figure, Statement, Story

Held = tuple[Article, Figure, Statement]


def find_comparisons(holdings: Holdings, stories: list[Story]) -> Iterator[Passage]:
    """Yield one passage a story and thing counted, where at least two numbers or two holders stand; the most told first."""
    for story in stories:
        for subject, held in sorted(_by_subject(holdings, story).items(), key=lambda pair: (-len(pair[1]), pair[0])):
            rows = _by_holder(holdings, held)
            if len(rows) < 2:
                continue
            sentences = tuple(cite_figure(holdings, row) for row in rows)
            yield Passage(make_heading(holdings, story), sentences, subject=subject)


def _by_subject(holdings: Holdings, story: Story) -> dict[str, list[Held]]:
    groups: dict[str, list[Held]] = {}
    for article in (holdings.view.article(id_) for id_ in story.articles):
        for figure in article.figures:
            pair = None if figure.statement is None else holdings.statements.get(figure.statement)
            if pair is not None and figure.of is not None and figure.part_of is None and _happens(figure.of):
                groups.setdefault(figure.of, []).append((article, figure, pair[1]))
    return groups


def _happens(of: str) -> bool:
    """Only what happened to somebody can be counted twice: the dead, the fled; two distances are two roads."""
    concept = concepts.world().get(of)
    return concept is not None and concept.predicate


def _by_holder(holdings: Holdings, held: list[Held]) -> list[list[Held]]:
    """One row a holder and number, in whatever language; the row with most articles first."""
    rows: dict[tuple[object, ...], list[Held]] = {}
    for article, figure, statement in held:
        row = (holdings.speaker_key(statement.speaker, article), figure.low, figure.high, figure.hedge)
        rows.setdefault(row, []).append((article, figure, statement))
    return sorted(rows.values(), key=lambda row: -len({article.id for article, _, _ in row}))
