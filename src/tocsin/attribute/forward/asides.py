"""Asides between a speaker and his verb: commas, dashes or brackets around what only describes him."""

from tocsin.attribute.forward import verbs
from tocsin.attribute.scan import DASHES, OUTSIDE, Scan, is_mark
from tocsin.lang import classes as c

_ASIDE = 40  # tokens of an aside
_LED = 3  # tokens before the office of an apposition
_NAMED = 5  # tokens of ", Ko Thura" behind an office
_PLACE = 8  # tokens of a place behind an office
_APPOSITION = 14  # tokens of "a spokesman for the force" behind a name


def closes(scan: Scan, at: int) -> bool:
    """Can an aside end with this token?"""
    return scan.is_comma(at) or scan.keys[at] == ")" or (scan.keys[at] in DASHES and scan.words[at] != "-")


def find_start(scan: Scan, closing: int) -> int | None:
    """The mark that opens the aside which ends with ``closing``; spoken words may stand inside it."""
    depth, mark = scan.inside[closing], scan.keys[closing]
    for at in range(closing - 1, max(0, closing - _ASIDE), -1):
        if scan.inside[at] != depth:
            if depth != OUTSIDE:
                return None
        elif mark == ")":
            if scan.keys[at] == "(":
                return at
        elif (scan.is_comma(closing) and scan.is_comma(at)) or (mark in DASHES and scan.keys[at] == mark):
            return at
    return None


def is_apposition(scan: Scan, first: int, last: int) -> bool:
    """Is the aside another name of the same person ("Anas Khattab", "the head of the council")?"""
    if first >= last or any(hit.first >= first and hit.last <= last and (hit.value.citing or hit.value.carried) for hit in scan.hits):
        return False
    verbal = any(scan.bits[i] & (c.AUXILIARY | c.RELATIVE | c.VERB) for i in range(first, last))
    if scan.lexicon.grammar.head_first and any(verbs.is_verbal(scan, i) for i in range(first, last)):
        return False
    led = scan.bits[first] & (c.DETERMINER | c.TITLE | c.ROLE | c.NATION) or scan.words[first][0].isupper()
    led = led or any(scan.bits[i] & c.TITLE for i in range(first, min(last, first + _LED)))  # "ex-finance minister Ali Hassan"
    return bool(led) and not verbal and not scan.bits[first] & (c.TIME | c.PREPOSITION)


def extend(scan: Scan, last: int) -> int:
    """Take in ", a spokesman for the force," behind a name, or ", Sona Hakobian" behind an office."""
    if scan.lexicon.grammar.head_first and last < scan.count and scan.bits[last] & c.PREPOSITION:
        return _with_place(scan, last)
    if not scan.is_comma(last) or last + 1 >= scan.count:
        return last
    at = last + 1
    while at < scan.count and not scan.is_comma(at) and scan.keys[at] not in {".", ";", ":"} and not is_mark(scan.keys[at]):
        at += 1
    if scan.lexicon.grammar.head_first and 1 < at - last <= _NAMED + 1 and all(_is_name_part(scan, i) for i in range(last + 1, at)):
        return at
    head = scan.bits[last + 1 : last + 7]
    # Behind a name an office needs no article: "said Robert Klein, chairman of the institute".
    led = c.DETERMINER | (c.TITLE | c.ROLE | c.ADVERB if scan.words[last - 1][0].isupper() else 0)
    titled = (
        scan.bits[last + 1] & led
        and not scan.bits[last + 1] & c.COMPLEMENTIZER
        and any(b & (c.ROLE | c.TITLE) for b in head)
        and at - last <= _APPOSITION
    )
    titled = titled or (scan.words[last - 1][0].islower() and scan.words[last + 1][0].isupper() and at - last <= _NAMED)
    return at if titled and is_apposition(scan, last + 1, at) else last


def _with_place(scan: Scan, last: int) -> int:
    """ "Sa représentante | au Tchad, Laura Lo Castro": a name behind the place of an office."""
    comma = next((i for i in range(last, min(scan.count, last + _PLACE)) if scan.is_comma(i)), None)
    if comma is None or any(verbs.is_verbal(scan, i) or scan.is_cue(i) or scan.bits[i] & c.RELATIVE for i in range(last, comma)):
        return last
    end = extend(scan, comma)
    return end if end > comma and all(_is_name_part(scan, i) for i in range(comma + 1, end)) else last


def reach(scan: Scan, source: tuple[int, int], cue: int) -> int:
    """Where the words about the source end: "Chris Cox, who runs the lobby, | says", "said Ann Reed, who saw it"."""
    if source[1] + 1 >= scan.count or source[1] == cue:
        return source[1]
    if cue > source[1] and (scan.bits[source[1]] & c.RELATIVE or scan.keys[source[1]] == "("):
        return cue  # "a man | who has met him | said"
    if not scan.is_comma(source[1]):
        return source[1]
    if cue > source[1]:
        return cue - 1 if scan.is_comma(cue - 1) and scan.bits[source[1] + 1] & c.RELATIVE else source[1]
    if not scan.bits[source[1] + 1] & c.RELATIVE:
        return source[1]
    return next((i for i in range(source[1] + 1, scan.count) if scan.is_stop(i) or is_mark(scan.keys[i])), scan.count)


def _is_name_part(scan: Scan, at: int) -> bool:
    """A word of a name: with a capital, a title before it ("Me", "le général"), or a small word inside it."""
    return scan.words[at][0].isupper() or bool(scan.bits[at] & (c.CONNECTOR | c.TITLE)) or scan.keys[at] == "-"
