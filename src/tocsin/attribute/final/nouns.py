"""Noun phrases with their head at the end: the case it stands in, whether it can speak, where the one that opens a stretch ends."""

import re

from tocsin.attribute.scan import OUTSIDE, Scan, is_mark
from tocsin.lang import actors, cases, classes
from tocsin.lang import classes as c
from tocsin.lang.fold import key
from tocsin.lang.gazetteer import load as load_gazetteer

_HEAD = c.ROLE | c.BODY | c.AGENCY | c.UNNAMED | c.SPOKESPERSON | c.COLLECTIVE
_STOPS = frozenset({".", "!", "?", "…", ":", '"', "“"})
_OWNED = frozenset("iuü")  # last letters of what is owned
_PARTICIPLES = ("an", "en", "diği", "duğu", "düğü", "tiği", "tuğu", "tüğü", "miş", "muş", "müş")
_POSSESSED = re.compile("[aeiou\u00f6\u00fc]s[iu\u00fc]$")
_LONGEST = 14  # tokens of a phrase that opens a stretch
_NO_NAME = c.TIME | c.OPENER | c.DETERMINER | c.CUE | c.VERB | c.AUXILIARY | c.SUBORDINATOR | c.COORDINATOR


def case_at(scan: Scan, at: int) -> str | None:
    """The case that token ``at`` shows: its own ending, or the one behind its apostrophe or closing mark."""
    if scan.bits[at] & c.ENDING:
        return classes.load(scan.lexicon.code).noun(scan.keys[at]).case
    if is_proper(scan, at):
        return None
    return classes.load(scan.lexicon.code).noun(scan.keys[at]).case


def is_proper(scan: Scan, at: int) -> bool:
    """A capitalised word that is no known noun: a name shows its case behind an apostrophe only. Every sentence begins with a capital."""
    if not scan.words[at][0].isupper() or scan.bits[at] & (c.SPEAKING | c.TIME):
        return False
    opens = at == scan.floor or scan.keys[at - 1] in _STOPS
    follows = at + 1 < scan.count and (scan.words[at + 1][0].isupper() or bool(scan.bits[at + 1] & c.ENDING))
    return not opens or follows or scan.keys[at] in scan.names or actors.load().get(scan.words[at]) is not None


def head(scan: Scan, first: int, last: int) -> int:
    """The last word of the phrase that is neither an ending nor a mark."""
    while last - 1 > first and (scan.bits[last - 1] & (c.ENDING | c.PUNCTUATION)):
        last -= 1
    return last - 1


def is_name(scan: Scan, at: int) -> bool:
    """A capital, be it behind a joined article ("el-Burhan")."""
    word = scan.words[at]
    return word[0].isupper() or (word[2:3] == "-" and word[3:4].isupper())


def case_of(scan: Scan, first: int, last: int) -> str | None:
    """The case of the phrase in tokens ``[first, last)``."""
    if last <= first:
        return None
    if is_mark(scan.keys[last - 1]):
        return None
    return case_at(scan, last - 1)


def can_speak(scan: Scan, first: int, last: int) -> bool:
    """Is the head a noun for somebody, a pronoun or a name?"""
    if last <= first:
        return False
    at = head(scan, first, last)
    if scan.bits[at] & c.PRONOUN:
        return last - first <= 2 or bool(scan.bits[at] & _HEAD)
    if scan.bits[at] & _HEAD or (scan.bits[at] & c.TITLE and scan.bits[at] & c.ROLE):
        return True
    if scan.inside[at] != OUTSIDE and not scan.in_speech(at):
        return scan.words[at][0].isupper()  # “Şafak Bölüğü”
    name = is_name(scan, at) and not scan.bits[at] & (_NO_NAME | c.PAPER)
    known = scan.keys[at] in scan.names or last - first > 1 or at > scan.floor or actors.load().get(scan.words[at]) is not None
    return name and (known or not is_place(scan.keys[at]))


def strip(scan: Scan, first: int, last: int) -> tuple[int, int]:
    """Drop what only leads up to a phrase or trails it: openers, times, marks."""
    while (
        first < last
        and (scan.bits[first] & (c.OPENER | c.COORDINATOR | c.PUNCTUATION | c.COMMA) or _is_time(scan, first))
        and not is_mark(scan.keys[first])
    ):
        first += 1
    while last > first and (scan.bits[last - 1] & (c.PUNCTUATION | c.COMMA | c.ADVERB) or _is_time(scan, last - 1)):
        if is_mark(scan.keys[last - 1]):
            break
        last -= 1
    return first, last


def _is_time(scan: Scan, at: int) -> bool:
    return bool(scan.bits[at] & c.TIME) and not scan.bits[at] & c.SPEAKING


def is_place(word: str) -> bool:
    return len(load_gazetteer().get(word)) > 0


def end_of(scan: Scan, first: int, last: int) -> int | None:
    """Where the nominative phrase that opens ``[first, last)`` ends when no comma tells it; None where none opens it."""
    found: int | None = None
    for at in range(first, min(last, first + _LONGEST)):
        if scan.in_speech(at) or scan.bits[at] & (c.COMMA | c.SUBORDINATOR) or scan.keys[at] in {";", ":"}:
            break
        if found == at:
            if not _goes_on(scan, found, at):
                break
            found = None  # what goes on and ends in another case is no subject
        if _ends_here(scan, first, at, last):
            found = at + 1
    return found


def _ends_here(scan: Scan, first: int, at: int, last: int) -> bool:
    """Can a phrase that speaks end with this token?"""
    if at + 1 < last and scan.bits[at + 1] & c.ENDING:
        return False
    if scan.bits[at] & c.ENDING or not can_speak(scan, first, at + 1):
        return False
    if scan.bits[at] & c.PUNCTUATION and not is_mark(scan.keys[at]):
        return False
    if (
        (case_at(scan, at) is not None and not _is_compound(scan, at))
        or is_object(scan, first, at)
        or _is_owned(scan, first, at)
        or _is_scattered(scan, first, at)
    ):
        return False
    return not owns(scan, at, last) and not _belongs(scan, at, last)


def _is_compound(scan: Scan, at: int) -> bool:
    """ "Husi | yönetimi": a body behind a name carries the ending of what is owned, which looks like that of an object."""
    if at == 0 or not scan.words[at - 1][0].isupper() or scan.words[at][0].isupper() or not scan.bits[at] & c.BODY:
        return False
    return case_at(scan, at) == cases.ACCUSATIVE and case_at(scan, at - 1) is None


def _is_scattered(scan: Scan, first: int, at: int) -> bool:
    """ "Kuruluşlardan bölgeye | gözlemci": two objects and a noun are no phrase of one speaker."""
    oblique = [i for i in range(first, at) if case_at(scan, i) in (cases.ABLATIVE, cases.DATIVE) and scan.inside[i] == OUTSIDE]
    return len(oblique) > 1 and not any(_describes(scan, i) for i in range(oblique[-1] + 1, at))


def _describes(scan: Scan, at: int) -> bool:
    """A participle: "bölgeye | giden | yetkili"."""
    return scan.words[at][0].islower() and scan.keys[at].endswith(_PARTICIPLES) and not scan.bits[at] & c.SPEAKING


def _belongs(scan: Scan, at: int, last: int) -> bool:
    """ "Kıyı | dergisine", "Körfez | Postası'na": a name and the noun of the body that it names, in an object's case."""
    if at + 1 >= last:
        return False
    noun = classes.load(scan.lexicon.code).noun(scan.keys[at + 1])
    if scan.words[at + 1][0].islower():
        return noun.case in cases.OBLIQUE and noun.root != noun.stem and bool(scan.bits[at + 1] & (c.BODY | c.AGENCY))
    ended = is_proper(scan, at) and at + 2 < scan.count and bool(scan.bits[at + 2] & c.ENDING) and case_at(scan, at + 2) is not None
    return ended and (bool(scan.bits[at + 1] & (c.BODY | c.AGENCY)) or scan.keys[at + 1] in scan.lexicon.titles)


def _is_owned(scan: Scan, first: int, at: int) -> bool:
    """ "Ordunun sivil altyapıyı …": behind a genitive the head carries the ending of what is owned, or the phrase goes on."""
    if scan.words[at][0].isupper() or not any(case_at(scan, i) == cases.GENITIVE for i in range(first, at)):
        return False
    noun = classes.load(scan.lexicon.code).noun(scan.keys[at])
    return noun.root == noun.stem


def is_owned_by_name(scan: Scan, first: int, last: int) -> bool:
    """ "Derneğin Van kolu": an unknown noun that a name in the genitive owns."""
    at = head(scan, first, last)
    noun = classes.load(scan.lexicon.code).noun(scan.keys[at])
    owned = scan.keys[at][-1:] in _OWNED and noun.case is None and not scan.bits[at] & (_NO_NAME | c.PAPER | c.ADVERB)
    return owned and any(case_at(scan, i) == cases.GENITIVE and scan.words[max(i - 1, first)][0].isupper() for i in range(first, at))


def owns(scan: Scan, at: int, last: int) -> bool:
    """ "Hastane | çevresinde": a noun that the next one, with the ending of what is owned, belongs to."""
    if at + 1 >= last or is_proper(scan, at) or scan.words[at + 1][0].isupper():
        return False
    noun = classes.load(scan.lexicon.code).noun(scan.keys[at + 1])
    rest = scan.keys[at + 1].removeprefix(noun.stem)
    return noun.case in cases.OBLIQUE and noun.stem[-1:] in _OWNED and rest[:1] == "n" and not scan.bits[at + 1] & (c.SPEAKING | c.PRONOUN)


def is_object(scan: Scan, first: int, at: int) -> bool:
    """An accusative looks like a noun with an owner; behind a participle, a determiner or nothing it is one."""
    noun = classes.load(scan.lexicon.code).noun(scan.keys[at])
    if noun.root == noun.stem or is_proper(scan, at) or not cases.ends_in(scan.lexicon.code, scan.keys[at], cases.ACCUSATIVE):
        return False
    if _POSSESSED.search(scan.keys[at]) is not None:
        return False  # "ailesi": behind a vowel the accusative has another letter
    before = at - 1
    if before < first:
        return True
    participle = scan.keys[before].endswith(("an", "en")) and scan.words[before][0].islower() and not scan.bits[before] & c.SPEAKING
    return participle or (before == first and bool(scan.bits[before] & (c.DETERMINER | c.COMMA)))


def _goes_on(scan: Scan, end: int, at: int) -> bool:
    """Behind a possible end, does the phrase go on: a title before its name, a body before its spokesman, a name's next part?"""
    bits = scan.bits[at]
    if scan.keys[at] in scan.lexicon.grammar.singulars:
        return bool(scan.bits[end - 1] & c.NATION)  # "İsrailli | bir yetkili"
    if scan.keys[end - 1].endswith(tuple(map(key, scan.lexicon.grammar.plurals))) and not (scan.words[end - 1][0].isupper() and end > 1):
        return False
    owned = classes.load(scan.lexicon.code).noun(scan.keys[end - 1])
    if owned.root != owned.stem and scan.words[at][0].islower() and case_at(scan, at) == cases.GENITIVE:
        return False  # "Hastane yetkilileri | yaralıların durumunun …"
    if bits & (_HEAD | c.TITLE):
        return case_at(scan, at) in (None, cases.GENITIVE) or bool(bits & c.TITLE) or _is_compound(scan, at)
    if scan.keys[at] == "." or bits & c.CONNECTOR or scan.keys[at][:3] in ("el-", "al-", "es-", "et-", "er-"):
        return True
    if not scan.words[at][0].isupper() or bits & _NO_NAME & ~c.CUE:
        return False
    before = scan.bits[end - 1]
    known = actors.load().terms.at(scan.keys, end - 1)
    if known is not None and known.last > at:
        return True  # "Yeni Delhi"
    if before & (c.TITLE | c.ROLE):
        return not _belongs(scan, at, scan.count) and not scan.keys[end - 1].endswith(scan.lexicon.grammar.noun_plurals)
    if end > 1 and scan.bits[end - 2] & (c.TITLE | c.ROLE) and is_proper(scan, end - 1):
        return True  # a surname, be it the name of a town
    ended = at + 1 < scan.count and scan.bits[at + 1] & c.ENDING
    return not ended and not is_place(scan.keys[at])
