"""Outlets in a sentence: where the noun phrase of one ends ("the exiled outlet Anyar Voice", "Dnipro Wave radio")."""

from functools import cache

from tocsin.attribute.scan import Scan, is_mark
from tocsin.lang import classes as c
from tocsin.lang import outlets as registry
from tocsin.lang import speakers
from tocsin.lang.calendar import list_dates
from tocsin.lang.fold import key

_LONGEST = 8  # tokens of an outlet with what describes it
_STOPS = c.PREPOSITION | c.COMMA | c.VERB | c.AUXILIARY | c.COMPLEMENTIZER | c.QUESTION | c.RELATIVE | c.COORDINATOR | c.NEGATION


def find_end(scan: Scan, first: int) -> int | None:
    """The token behind the noun phrase at ``first`` where an outlet's noun stands in it; None where none does."""
    named = noun = first
    gathers = False
    last = first
    while last < min(scan.count, first + _LONGEST) and not _stops(scan, last, first):
        if scan.keys[last].endswith(speakers.load(scan.lexicon.code).origins or ("\n",)):
            gathers = True  # "Erbil-based | Zagros Now"
        elif scan.words[last][0].isupper():
            named = last + 1
        elif scan.keys[last] in scan.lexicon.outlets or scan.bits[last] & c.AGENCY:
            noun = last + 1
            if named == last:
                break  # "Dnipro Wave | radio"
        elif named > first:
            break
        elif scan.keys[last] in _gatherers(scan.lexicon.code):
            gathers = True
        last += 1
    if noun < named < scan.count and named == last and (scan.bits[last] & (c.VERB | c.AUXILIARY) or scan.is_cue(last)):
        named = first  # "told the agency | Varn had mined the quay"
    if noun == first:
        return named if gathers and named > first else None
    if named == first and noun < last:
        return None  # "a press | conference"
    return max(named, noun)


def _stops(scan: Scan, at: int, first: int) -> bool:
    bits, word = scan.bits[at], scan.words[at]
    if word[0].isupper() and (at > first or not bits & _STOPS):
        return bool(bits & c.TIME) and is_day(scan, at)
    if is_mark(scan.keys[at]) or bits & (_STOPS | c.TIME) or (bits & c.PUNCTUATION and scan.keys[at] != "-"):
        return True
    return at > first and bool(bits & (c.DETERMINER | c.PRONOUN))


def is_day(scan: Scan, at: int) -> bool:
    """A weekday or month, which is written with a capital wherever it stands."""
    return scan.keys[at] in list_dates(scan.lexicon.code)


@cache
def _gatherers(code: str) -> frozenset[str]:
    return frozenset(map(key, speakers.load(code).gatherers))


def is_press(scan: Scan, tokens: tuple[int, int]) -> bool:
    """Do the words name an outlet, by its noun, by the words that outlets are named with, or by a name that is known?"""
    named = speakers.load(scan.lexicon.code).outlet_words
    if any(scan.keys[i] in scan.lexicon.outlets or scan.bits[i] & c.AGENCY for i in range(*tokens)):
        return True
    if any(scan.keys[i] in named and scan.words[i][0].isupper() for i in range(*tokens)):
        return True
    return any(registry.load().terms.at(scan.keys, i) is not None for i in range(*tokens))
