"""A title and the section names around it in; the genre out."""

from collections.abc import Iterable
from functools import cache

from tocsin.clean.draft import Draft
from tocsin.clean.marks import Mark, Sort
from tocsin.lang.fold import key
from tocsin.lang.furniture import load, squash
from tocsin.model import Genre

_NEAR = 4  # lines above the title among which its section stands


def find_genre(title: str | None, labels: Iterable[str]) -> Genre:
    """Tell the genre by a label before the title ("Opinion | …"), then by the labels of the page's head or markup."""
    if title is not None:
        opening = key(title)
        for sign in ("|", ":", " - ", " – ", " — ", ".."):
            front, found, back = opening.partition(sign)
            if found != "" and squash(front) in _genres():
                return _genres()[squash(front)]
            if found != "" and squash(back) in _genres():
                return _genres()[squash(back)]
    for label in labels:
        genre = _genres().get(squash(label))
        if genre is not None:
            return genre
    return Genre.NEWS


@cache
def _genres() -> dict[str, Genre]:
    return {squash(word): Genre(name) for furniture in load() for name, words in furniture.genres.items() for word in words}


def find_labels(draft: Draft) -> list[str]:
    """Section names by the title: below it, or the nearest above it that is no part of a menu."""
    title = draft.find_title()
    if title is None:
        return []
    found = [mark.line.text for mark in draft.head[title + 1 :] if _is_label(mark)]
    above = [mark for mark in draft.head[max(0, title - _NEAR) : title] if mark.reason not in ("button", "glyph", "counter", "date line")]
    labels = [index for index, mark in enumerate(above) if _is_label(mark)]
    if len(labels) > 0 and (above[labels[-1]].times > 1 or labels[-1] == 0 or not _is_label(above[labels[-1] - 1])):
        found.append(above[labels[-1]].line.text)
    return found


def _is_label(mark: Mark) -> bool:
    return mark.line.words <= 3 and (mark.reason in ("section label", "menu") or mark.sort is Sort.SHORT)
