"""Scores claims. Gold and the world that was read enter, marks on a sheet leave.

A claim is found when one computed claim holds, on each page of the gold's, a statement that covers one of the gold's
statements for it, and each speaker of the gold's is among its speakers. Status, intervals and flags are asked of the
computed claim that comes nearest.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from msgspec import UNSET

from tocsin.bench.found import COVERED, Given, count_words, measure
from tocsin.bench.gist import Likeness, choose
from tocsin.bench.gold import Across, Bounds, Claimed, Page, Said
from tocsin.bench.names import is_same, is_speaker
from tocsin.bench.sheet import Sheet
from tocsin.bench.world import World
from tocsin.model import Interval, Weight

Weighed = tuple[Weight, tuple[Given, ...]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """The statements of one page of which a claim must hold one; ``articles`` are the ids of what was read from the page."""

    page: Page
    choice: tuple[Said, ...]
    articles: frozenset[str]
    words: tuple[Counter[str], ...]

    def is_held(self, given: Sequence[Given]) -> bool:
        """True when one of the statements stands on the page and covers one of the choice."""
        return any(one.article.id in self.articles and any(measure(gold, one) >= COVERED for gold in self.words) for one in given)


@dataclass(frozen=True, slots=True)
class Answer:
    """A computed claim held against a gold one: on which pages it is right, and which speakers it lacks."""

    weight: Weight
    given: tuple[Given, ...]
    pages: tuple[str, ...]
    lacking: tuple[str, ...]


def make_wanted(world: World, page: Page, choice: tuple[Said, ...]) -> Wanted:
    return Wanted(page, choice, world.list_ids(page), tuple(count_words(said.content) for said in choice))


def mark_claims(sheet: Sheet, world: World, likeness: Likeness) -> None:
    for claimed in world.gold.across.claims:
        pages = [page for name in claimed.pages for page in world.find_pages(name)]
        wanted = [make_wanted(world, page, choose(claimed, page, likeness)) for page in pages]
        answer = _find(claimed, wanted, list(world.list_claims()))
        right = () if answer is None else answer.pages
        for one in wanted:
            miss = f"“{claimed.gist}” lacks {one.page.page}: {' | '.join(said.content for said in one.choice)}"
            sheet.mark("claim pages", one.page.page in right, miss)
        whole = answer is not None and len(right) == len(wanted) and len(answer.lacking) == 0
        sheet.mark("claims", whole, f"“{claimed.gist}”: {_describe(answer, len(wanted))}")
        _mark_weight(sheet, claimed, answer)
        _mark_said(sheet, claimed, answer, world.gold.across)


def _find(claimed: Claimed, wanted: Sequence[Wanted], claims: Sequence[Weighed]) -> Answer | None:
    answers = [_answer(claimed, wanted, weighed) for weighed in claims]
    best = max(answers, key=lambda answer: (len(answer.pages), -len(answer.lacking), -len(answer.given)), default=None)
    return None if best is None or len(best.pages) == 0 else best


def _answer(claimed: Claimed, wanted: Sequence[Wanted], weighed: Weighed) -> Answer:
    weight, given = weighed
    accepted = [said.speaker for one in wanted for said in one.choice]
    named = {name: [names for names in accepted if any(is_same(name, other) for other in names)] for name in claimed.speakers}
    lacking = tuple(
        name
        for name, lists in named.items()
        if len(lists) > 0 and not any(is_speaker(one.statement.speaker, names) for names in lists for one in given)
    )
    return Answer(weight, given, tuple(one.page.page for one in wanted if one.is_held(given)), lacking)


def _mark_weight(sheet: Sheet, claimed: Claimed, answer: Answer | None) -> None:
    weight = None if answer is None else answer.weight
    if claimed.status is not None:
        got = "nothing" if weight is None else str(weight.status)
        sheet.mark("status", got == claimed.status, f"{claimed.status}, given {got}, for “{claimed.gist}”")
    if claimed.so is not UNSET:
        right = weight is not None and _is_interval(claimed.so, weight.so)
        sheet.mark("so", right, f"{claimed.so}, given {None if weight is None else _show(weight.so)}, for “{claimed.gist}”")
    if claimed.against is not UNSET:
        right = weight is not None and _is_interval(claimed.against, weight.against)
        sheet.mark("against", right, f"{claimed.against}, given {None if weight is None else _show(weight.against)}, for “{claimed.gist}”")
    if claimed.flags is not None:
        got_flags = () if weight is None else tuple(str(flag) for flag in weight.flags)
        right = weight is not None and set(got_flags) == set(claimed.flags)
        sheet.mark("flags", right, f"{claimed.flags}, given {got_flags}, for “{claimed.gist}”")


def _mark_said(sheet: Sheet, claimed: Claimed, answer: Answer | None, across: Across) -> None:
    """One question where the gold has one interval for all its speakers, else one a speaker."""
    if claimed.said is UNSET or claimed.said is None:
        return
    by_speaker = claimed.said if isinstance(claimed.said, dict) else {"": claimed.said}
    for speaker, wanted in by_speaker.items():
        names = [name for one in ((speaker,) if speaker != "" else claimed.speakers) for name in across.list_names(one)]
        said = () if answer is None else _said_of(answer.weight, names)
        right = len(said) > 0 and all(_is_interval(wanted, interval) for _, interval in said)
        got = ", ".join(f"{name} {_show(interval)}" for name, interval in said)
        sheet.mark("said", right, f"{speaker} {wanted}, given {got or 'nothing'}, for “{claimed.gist}”")


def _said_of(weight: Weight, names: Sequence[str]) -> tuple[tuple[str, Interval], ...]:
    """The intervals of these speakers; of all speakers where none of them is here."""
    named = tuple(pair for pair in weight.said if any(is_same(pair[0], name) for name in names))
    return named if len(named) > 0 else weight.said


def _is_interval(wanted: Bounds | None, given: Interval | None) -> bool:
    return given is None if wanted is None else given is not None and (given.least, given.most) == wanted


def _show(interval: Interval | None) -> str:
    return "null" if interval is None else f"[{interval.least}, {interval.most}]"


def _describe(answer: Answer | None, wanted: int) -> str:
    if answer is None:
        return "no claim holds any of its statements"
    lacking = "" if len(answer.lacking) == 0 else f", without {', '.join(answer.lacking)}"
    return f"best claim is on {len(answer.pages)} of {wanted} pages{lacking}: “{answer.weight.claim.gist}”, {len(answer.given)} statements"
