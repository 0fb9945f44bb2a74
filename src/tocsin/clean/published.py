"""The lines around an article in; when it appeared out. Dates of captions, posts and sentences are never looked at."""

from collections.abc import Iterable

from tocsin.clean.dates import Stated
from tocsin.clean.draft import Draft
from tocsin.clean.marks import Mark, Sort
from tocsin.model import Precision, Published

_NEAR = 4  # lines between the title and the date line above it


def find_published(draft: Draft) -> Published | None:
    """Return the date line of the article's head, else one right below its text; a change counts only where nothing else is known."""
    stated = _find_stated(draft)
    first = [one for one in stated if not one.updated] or stated
    if len(first) == 0:
        return None
    best = next((one for one in first if one.precision is Precision.MINUTE and one.at.date() == first[0].at.date()), first[0])
    return Published(best.at, best.precision, best.zone, "text")


def _find_stated(draft: Draft) -> list[Stated]:
    """Date lines in order of trust: between title and text, right above the title, right below the text."""
    title = draft.find_title()
    if title is None:
        return _get_stated(draft.head[-_NEAR:]) or _get_stated(_find_end(draft))
    above = draft.head[:title]
    while len(above) > 0 and draft.title is not None and above[-1].line.key == draft.title.key:
        above = above[:-1]
    return (
        _get_stated(draft.head[title + 1 :]) + _get_stated(reversed(_find_above(above)))
        or _get_stated(_find_repeat(draft))
        or _get_stated(_find_below_lead(draft))
        or _get_stated(_find_end(draft))
    )


def _find_repeat(draft: Draft) -> list[Mark]:
    """A date line by an earlier copy of the title, above pictures that stand between."""
    places = [index for index, mark in enumerate(draft.head) if draft.title is not None and mark.line.key == draft.title.key]
    return [mark for place in places for mark in (*_find_above(draft.head[:place]), *draft.head[place + 1 : place + 3])]


def _find_below_lead(draft: Draft) -> list[Mark]:
    """The lines right below the first paragraph, which many pages set between the title and the date."""
    at = next((i for i, mark in enumerate(draft.marks) if len(draft.body) > 1 and mark.line is draft.body[0]), None)
    if at is None:
        return []
    end = next((i for i in range(at + 1, len(draft.marks)) if draft.marks[i].line is draft.body[1]), at)
    return draft.marks[at + 1 : min(end, at + 1 + _NEAR)]


def _find_above(above: list[Mark]) -> list[Mark]:
    """The nearest lines above a title, as far as only signs and labels follow them."""
    return [mark for index, mark in enumerate(above) if len(above) - index <= _NEAR and _is_close(above[index + 1 :])]


def _is_close(between: list[Mark]) -> bool:
    """Only signs and labels stand between a date line and the title below it."""
    return all(mark.sort in (Sort.DATE, Sort.CREDIT, Sort.MARKER) or (mark.sort is Sort.DROP and mark.line.words <= 4) for mark in between)


def _find_end(draft: Draft) -> list[Mark]:
    """The lines right below the text, as far as they are signs of the article."""
    found: list[Mark] = []
    for mark in draft.tail[:_NEAR]:
        if mark.sort not in (Sort.DATE, Sort.CREDIT) and mark.reason not in ("view counter", "story code", "counter"):
            break
        found.append(mark)
    return found


def _get_stated(marks: Iterable[Mark]) -> list[Stated]:
    return [mark.stated for mark in marks if mark.sort in (Sort.DATE, Sort.CREDIT) and mark.stated is not None]
