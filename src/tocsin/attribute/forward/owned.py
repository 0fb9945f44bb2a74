"""Nouns of saying with their owner: "the minister's warning that", "fears among engineers that", "the judge's reply was that"."""

from collections.abc import Sequence
from itertools import pairwise

from tocsin.attribute.forward import asides, subjects, verbs
from tocsin.attribute.forward.bare import find_main
from tocsin.attribute.leads import Lead
from tocsin.attribute.scan import OUTSIDE, Scan, is_mark
from tocsin.lang import classes as c
from tocsin.lang import outlets, speakers
from tocsin.lang.cues import Noun
from tocsin.lang.terms import Hit

_OWNER = 4  # tokens between an owner and his noun ("the minister's | repeated public | warning")
_FINITE = c.VERB | c.AUXILIARY
_LINK = c.COORDINATOR | c.RELATIVE | c.SUBORDINATOR | c.COMPLEMENTIZER | c.COMMA


def find_owned(scan: Scan, leads: Sequence[Lead]) -> list[Lead]:
    """Leads of nouns with an owner; nouns that a verb before them already took up are left out."""
    if scan.lexicon.complementizers.isdisjoint(scan.keys):
        return []
    found = (_read(scan, noun) for noun in scan.lexicon.nouns.find(scan.keys))
    begins = {lead.begin for lead in leads}
    cues = [lead.cue for lead in leads]
    return [
        lead
        for lead in found
        if lead is not None and lead.begin not in begins and not any(first < lead.cue[1] and lead.cue[0] < last for first, last in cues)
    ]


def _read(scan: Scan, noun: Hit[Noun]) -> Lead | None:
    if noun.last >= scan.count or scan.inside[noun.first] != OUTSIDE or (noun.first > 0 and scan.words[noun.first][0].isupper()):
        return None
    owner = _possessor(scan, noun.first) or _author(scan, noun.last)
    if owner is None:
        return None
    behind = max(noun.last, owner[1])
    begin = _content(scan, behind)
    if begin is None:
        return None
    first = min(owner[0], noun.first)
    end = _main_verb(scan, begin) if _is_subject(scan, first) and scan.keys[begin - 1] not in scan.lexicon.grammar.auxiliaries else None
    return Lead(first, begin, (noun.first, noun.last), noun.value.act, noun.value.commitment, owner, begin, end=end, inner=True)


def _possessor(scan: Scan, noun: int) -> tuple[int, int] | None:
    """Whose noun it is: "the minister | 's repeated warning", "her claim"."""
    if (
        noun > 0
        and scan.bits[noun - 1] & (c.COLLECTIVE | c.BODY | c.ROLE)
        and not scan.bits[noun - 1] & c.FUNCTION
        and scan.words[noun - 1][0].islower()
    ):
        return noun - 1, noun  # "media | claims that", "rebel | reports that"
    for at in range(noun - 1, max(-1, noun - 1 - _OWNER), -1):
        if scan.keys[at] in scan.lexicon.grammar.possessives:
            if scan.words[at][0].isalpha():
                return find_main(scan, at)  # "the ministry withdrew | its | claim that"
            return subjects.subject_before(scan, at, loose=True)
        if scan.keys[at] in scan.lexicon.grammar.singulars or scan.bits[at] & c.DETERMINER:
            return _modifier(scan, at + 1, noun)
        if scan.bits[at] & (_FINITE | _LINK | c.PREPOSITION | c.PUNCTUATION) or scan.keys[at] in scan.lexicon.grammar.singulars:
            return None
    return None


def _modifier(scan: Scan, first: int, noun: int) -> tuple[int, int] | None:
    """ "A | Marsh Lantern | report that": a name in capitals before a noun of reports."""
    named = noun - first > 1 and all(scan.words[i][0].isupper() and not scan.bits[i] & (c.NATION | c.TIME) for i in range(first, noun))
    return (first, noun) if named and scan.bits[noun] & c.PAPER else None


def _author(scan: Scan, after: int) -> tuple[int, int] | None:
    """ "Claims | by | the governor", "fears | among | engineers"."""
    if after + 1 >= scan.count:
        return None
    if scan.keys[after] in scan.lexicon.grammar.locatives:
        inside = subjects.subject_after(scan, after + 1)
        return inside if inside is not None and is_outlet(scan, inside) else None  # "a report | in | the Delta Post"
    if scan.keys[after] not in scan.lexicon.ties.owners:
        return None
    return subjects.subject_after(scan, after + 1, loose=True) or _bare(scan, after + 1)


def _bare(scan: Scan, first: int) -> tuple[int, int] | None:
    """ "Warnings from | hydrologists | that": plain words, several people by their ending."""
    last = next((i for i in range(first, min(scan.count, first + _OWNER)) if scan.bits[i] & (_FINITE | _LINK | c.PREPOSITION)), first)
    small = all(scan.words[i][0].islower() and not scan.bits[i] & (c.FUNCTION | c.PUNCTUATION) for i in range(first, last))
    return (first, last) if last > first and small and scan.keys[last - 1].endswith(scan.lexicon.grammar.noun_plurals) else None


def is_outlet(scan: Scan, phrase: tuple[int, int]) -> bool:
    """A name in capitals with an outlet's word in it, or a known outlet."""
    words = scan.words[phrase[0] : phrase[1]]
    named = any(
        word[0].isupper() and key in speakers.load(scan.lexicon.code).outlet_words
        for word, key in zip(words, scan.keys[phrase[0] : phrase[1]], strict=True)
    )
    return named or outlets.load().get(" ".join(words)) is not None


def _content(scan: Scan, at: int) -> int | None:
    """The "that" behind noun and owner, behind an aside or behind "was"."""
    if at + 1 < scan.count and asides.closes(scan, at) and scan.keys[at + 1] in scan.lexicon.complementizers:
        return at + 1  # "a claim by the leader, Abakar Djimet, | that"
    if at < scan.count and asides.closes(scan, at):
        closing = next((i for i in range(at + 1, scan.count - 1) if asides.closes(scan, i)), None)
        at = scan.count if closing is None else closing + 1
    if at + 1 < scan.count and scan.bits[at] & c.AUXILIARY and scan.keys[at + 1] in scan.lexicon.complementizers:
        at += 1
    return at if at < scan.count and scan.keys[at] in scan.lexicon.complementizers else None


def _is_subject(scan: Scan, first: int) -> bool:
    """Does the phrase open its clause, so that a verb of its own follows the content?"""
    while first > 0 and scan.bits[first - 1] & (c.DETERMINER | c.ADVERB | c.OPENER | c.COORDINATOR):
        first -= 1
    return first == 0 or scan.is_comma(first - 1) or is_mark(scan.keys[first - 1])


def _main_verb(scan: Scan, begin: int) -> int | None:
    """The second finite verb behind "that", where nothing links it to the first: there the sentence goes on."""
    groups = [i for i in range(begin + 1, scan.count) if _is_finite(scan, i)]
    heads = [
        at
        for before, at in pairwise((begin, *groups))
        if not all(scan.bits[i] & (c.AUXILIARY | c.ADVERB | c.NEGATION) for i in range(before, at))
    ]
    for before, at in pairwise(heads):
        if not any(scan.bits[i] & _LINK for i in range(before + 1, at)):
            return at
    return None


def _is_finite(scan: Scan, at: int) -> bool:
    led = scan.bits[at - 1] & (c.DETERMINER | c.PREPOSITION | c.NATION) and not scan.bits[at - 1] & c.ADVERB
    return not led and (verbs.is_verbal(scan, at) or (scan.is_cue(at) and scan.words[at][0].islower()))
