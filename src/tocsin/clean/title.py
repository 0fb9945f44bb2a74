"""Marked lines above a text in; the one that is its title out."""

import re
from collections import Counter

from tocsin.clean.marks import Mark, Sort
from tocsin.clean.names import is_capitalised
from tocsin.clean.suffix import split_suffix
from tocsin.clean.words import collect_words, count_shared
from tocsin.lang.furniture import squash

TITLE_WORDS = range(2, 31)
_LABEL = re.compile(r"^[^\W\d_]+(?: [^\W\d_]+)?[:：] \S")
_PATH = re.compile(r" [/>›»] .* [/>›»] ")
_BULLETS = ("* ", "- ", "• ", "– ", "· ", "▪ ")
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?: ?[APap]\.?[Mm]\.?)?")
_ENTRIES = 3  # hours on lines of their own that make a page a live blog
_FEW = 3  # words of a line between title and text that is no title for the date beside it
_FACT = 7  # words of a fact in such a table
_BLOCK = 3  # lines "Label: text" in a row that are a table of facts
ABOVE = 120  # lines above a text among which its title is sought


def can_be_title(mark: Mark) -> bool:
    """A line that may be a title: not furniture, not a sentence with a full stop, some words."""
    line = mark.line
    if line.words not in TITLE_WORDS or line.bare.endswith((":", "：")) or mark.sort not in (Sort.SHORT, Sort.SENTENCE, Sort.PROSE):
        return False
    if mark.sort is Sort.PROSE:
        return mark.times > 1 and not line.bare.endswith(".")
    quoted = line.text[-1] in "”\"’'»" and line.text[0] not in "“\"‘'«" and not line.text[0].isdigit()
    stopped = line.bare.endswith((".", "۔")) and not (quoted or is_capitalised(line.text))
    return mark.sort is Sort.SHORT or not stopped or mark.times > 1 or line.heading == 1


def find_title(marks: list[Mark], first: int, body: int) -> int | None:
    """Return the title's index among the marks above the body, or the first line of the body itself where it is no sentence."""
    vocabulary = _collect_words(marks, body) if body > first or (body < len(marks) and _is_headline(marks, body)) else frozenset[str]()
    stop = min(body + 1, len(marks))
    best: tuple[float, int] | None = None
    first = max(first, body - ABOVE)
    times = _count_lines(marks[first:stop])
    stop = min(stop, _first_entry(marks))
    for index in range(first, stop):
        if not can_be_title(marks[index]) and not (index == body and _is_headline(marks, body)):
            continue
        repeated = times[marks[index].line.key] > (2 if marks[index].twin else 1)
        score = _weigh_title(marks, index, body, vocabulary=vocabulary, repeated=repeated)
        if score is not None and index == body:
            score -= 1
        if score is not None and (best is None or score >= best[0]):
            best = (score, index)
    return None if best is None else best[1]


def _first_entry(marks: list[Mark]) -> int:
    """Where the entries of a live blog begin, each under its hour: what is a title there is an entry's. Else the end."""
    hours = [index for index, mark in enumerate(marks) if mark.line.words <= _FEW and _CLOCK.fullmatch(mark.line.text) is not None]
    return hours[0] if len(hours) >= _ENTRIES and hours[0] > 0 else len(marks)


def _is_headline(marks: list[Mark], body: int) -> bool:
    """The first line that looks like running text is a title: it has no full stop and what follows has."""
    line = marks[body].line
    follows = next((mark.line for mark in marks[body + 1 :] if mark.sort is Sort.PROSE), None)
    return line.words in TITLE_WORDS and not line.bare.endswith((".", ":")) and follows is not None and line.words < follows.words


def _count_lines(marks: list[Mark]) -> Counter[str]:
    """How often each line stands above the text, also with the outlet's name behind it."""
    times = Counter(mark.line.key for mark in marks)
    parted = (split_suffix(mark.line.text) for mark in marks if mark.line.words in TITLE_WORDS)
    times.update(squash(bare) for bare, suffix in parted if suffix is not None)
    return times


def _weigh_title(marks: list[Mark], index: int, body: int, *, vocabulary: frozenset[str], repeated: bool) -> float | None:
    mark = marks[index]
    shared, size = count_shared(mark.line, vocabulary)
    share = shared / max(size, 1)
    between = [
        other
        for at, other in enumerate(marks[index + 1 : body], index + 1)
        if other.sort is Sort.SHORT and other.line.key != mark.line.key and not _is_apart(marks, at)
    ]
    near = any(other.sort is Sort.DATE for other in (*marks[max(0, index - 1) : index], *marks[index + 1 : index + 3]))
    repeated = repeated and mark.line.words >= 3
    level = mark.line.heading == 1
    if not (
        level or repeated or (mark.line.words >= 3 and (share >= 0.3 or near or len(between) == 0 or (share > 0 and len(between) == 1)))
    ):
        return None
    score = 4 * share + 3 * repeated + 1.5 * near + 3 * level - 0.4 * len(between)
    above = marks[index - 1] if index > 0 else None
    if (
        above is not None
        and can_be_title(above)
        and not _is_apart(marks, index - 1)
        and above.line.words >= 4
        and above.line.key != mark.line.key
        and not level
    ):
        score -= 1
    score -= 2 * _is_apart(marks, index)
    score -= share == 0 and not repeated and (not near or mark.line.words <= _FEW)
    return score - 1.5 * mark.twin - 2 * (mark.line.words < 3) - 1 * (mark.line.words > 22)


def _is_apart(marks: list[Mark], index: int) -> bool:
    """A bullet, a path of sections ("Home / Sudan / News"), or one of several lines of facts ("Format: Report")."""
    text = marks[index].line.text
    if text.startswith(_BULLETS) or _PATH.search(text) is not None:
        return True
    if marks[index].line.words > _FACT or _LABEL.match(text) is None:
        return False
    near = marks[max(0, index - _BLOCK) : index + _BLOCK + 1]
    return sum(_LABEL.match(mark.line.text) is not None for mark in near) >= _BLOCK


def _collect_words(marks: list[Mark], body: int) -> frozenset[str]:
    start = body + 1 if body < len(marks) and _is_headline(marks, body) else body
    return collect_words(mark.line for mark in marks[start : start + ABOVE] if mark.running)
