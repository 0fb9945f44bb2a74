"""The clause around a cue: where it begins and ends, and whether the cue is said there at all."""

from tocsin.attribute.free.nouns import is_finite
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import OUTSIDE, Scan, is_mark
from tocsin.lang import classes as c
from tocsin.lang.terms import Hit

_BREAKS = frozenset({";", ":", "—", "–", "-", "(", ")", "?", "!", "…"})
_DASHES = frozenset({"—", "–", "-"})
_SYMBOLS = "\u2190"  # from here arrows, signs and emoji
_PARENTHETICAL = 4  # words of "тем не менее"
_NEAR = 3  # tokens between "не" and its verb


def is_break(scan: Scan, at: int) -> bool:
    """A sign that parts clauses: a comma, a dash, a bracket, the mark of a speech."""
    word = scan.keys[at]
    if word == "-" and 0 < at < scan.count - 1 and scan.sentence.ends[at - 1] == scan.sentence.starts[at]:
        return False  # "4-й"
    if scan.is_comma(at):
        return not _is_inserted(scan, at)
    if word in _BREAKS:
        return True
    return word[0] >= _SYMBOLS or (is_mark(word) and scan.in_speech(at))


def _is_inserted(scan: Scan, at: int) -> bool:
    """Does the comma open or close a word that leaves the clause whole: "он, | впрочем, | признал"?"""
    words = scan.lexicon.parentheticals
    behind = words.at(scan.keys, at + 1)
    if behind is not None and scan.is_comma(behind.last):
        return True
    for first in range(max(scan.floor + 1, at - _PARENTHETICAL), at):
        if scan.is_comma(first - 1) and (hit := words.at(scan.keys, first)) is not None and hit.last == at:
            return True
    return False


def is_dash(scan: Scan, at: int) -> bool:
    return 0 <= at < scan.count and scan.keys[at] in _DASHES and is_break(scan, at)


def left(scan: Scan, at: int) -> int:
    """The first token of the clause that holds ``at``; a "that" or "which" stands before it."""
    while at > scan.floor and not is_break(scan, at - 1) and not scan.bits[at - 1] & c.COMPLEMENTIZER:
        at -= 1
    return at


def right(scan: Scan, at: int) -> int:
    """The token behind the last of the clause that holds ``at - 1``."""
    while at < scan.count and not is_break(scan, at):
        if scan.keys[at] == "." and at == scan.count - 1:
            break
        at += 1
    return at


def is_unsaid(scan: Scan, first: int, hit: Hit[Sense]) -> bool:
    """ "Не сказал", "заявил бы", "если комиссия признает": nothing is said."""
    at = hit.first - 1
    while at >= first and hit.first - at <= _NEAR and scan.bits[at] & (c.ADVERB | c.AUXILIARY) and not scan.bits[at] & c.NEGATION:
        at -= 1
    if at >= first and scan.bits[at] & c.NEGATION:
        return True
    words = scan.lexicon.grammar
    if any(scan.keys[i] in words.modals for i in range(max(first, hit.first - 2), min(scan.count, hit.last + 2))):
        return True
    led = scan.keys[first] in scan.lexicon.hypothetical or " ".join(scan.keys[first : first + 2]) in scan.lexicon.hypothetical
    return led or (first > 0 and scan.keys[first - 1] in scan.lexicon.hypothetical and not is_finite(scan, first))


def spoken_aside(scan: Scan, hit: Hit[Sense]) -> tuple[int, int] | None:
    """The author's words inside one pair of marks, or between dialogue dashes: «A, — | сказал X | , — B». None for any other cue."""
    number = scan.inside[hit.first]
    if number != OUTSIDE and not scan.quotes[number].speech:
        return None
    dialogue = number == OUTSIDE and is_dash(scan, 0)
    if number == OUTSIDE and not dialogue:
        return None
    first = hit.first
    while first > 0 and not is_dash(scan, first - 1) and scan.inside[first - 1] == number:
        first -= 1
    if first < 2 or not is_dash(scan, first - 1) or scan.keys[first - 2] not in {",", "?", "!", "…", ".", ";"}:
        return None
    if not scan.words[first][0].islower():
        return None
    last = hit.last
    while last < scan.count and not is_dash(scan, last) and scan.inside[last] == number:
        last += 1
    return first, last
