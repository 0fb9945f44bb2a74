"""Forms without a subject of their own: ", adding that", "Warning of …, the minister"."""

from tocsin.attribute.forward import subjects, verbs
from tocsin.attribute.forward.nouns import find_content
from tocsin.attribute.leads import Lead, last_spoken
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import DASHES, OUTSIDE, Scan
from tocsin.lang import classes as c
from tocsin.lang.terms import Hit
from tocsin.model import Act, Commitment


def read_bare(scan: Scan, hit: Hit[Sense], leads: list[Lead]) -> Lead | None:
    """ ", adding that …" and "Warning of …, the minister …"."""
    begun = scan.lexicon.bare_leads.before(scan.keys, hit.first)
    start = hit.first if begun is None else begun[0]  # ", avant de | rappeler que"
    led = begun is not None or start == 0 or scan.is_comma(start - 1) or bool(scan.bits[start - 1] & (c.COORDINATOR | c.PAPER))
    led = led or scan.keys[start - 1] in DASHES or scan.keys[start - 1] in scan.lexicon.grammar.manners
    if not led or scan.inside[hit.first] != OUTSIDE or (hit.value.infinitive and begun is None):
        return None
    content = find_content(scan, hit)
    if content is None:
        return None
    begin, act, commitment, last = content
    if start == 0 and not hit.value.infinitive:
        return _opening(scan, hit, content)
    source = last_spoken(leads).source if len(leads) > 0 else find_main(scan, hit.first)
    if source is None and len(leads) == 0 and not (hit.value.infinitive and scan.in_speech(begin)):
        return None
    return Lead(start, last, (hit.first, last), act, commitment, source, begin, borrows=True)


def _opening(scan: Scan, hit: Hit[Sense], content: tuple[int, Act, Commitment, int]) -> Lead | None:
    begin, act, commitment, last = content
    commas = [i for i in range(begin + 1, scan.count) if scan.is_comma(i)]
    for comma in commas:
        source = _subject_from(scan, comma + 1)
        if source is not None:
            return Lead(hit.first, last, (hit.first, last), act, commitment, source, begin, end=comma)
    return None


def _subject_from(scan: Scan, first: int) -> tuple[int, int] | None:
    """The subject of the clause that begins at ``first``."""
    for at in range(first, min(scan.count, first + 16)):
        finite = scan.bits[at] & (c.VERB | c.AUXILIARY) or any(h.first == at and not h.value.bare for h in scan.hits)
        if finite and at > first:
            source = subjects.subject_before(scan, at)
            return source if source is not None and source[0] >= first else None
        if scan.is_comma(at):
            return None
    return None


def find_main(scan: Scan, before: int) -> tuple[int, int] | None:
    for at in range(1, before):
        if (verbs.is_verbal(scan, at) or scan.is_cue(at) or _is_past(scan, at)) and scan.words[at][0].islower():
            source = subjects.subject_before(scan, at)
            if source is not None:
                return source
    return None


def _is_past(scan: Scan, at: int) -> bool:
    """A past form that no pack lists, right behind a name or noun: "Clinton celebrated in Florida, | saying"."""
    led = scan.bits[at - 1] & (c.DETERMINER | c.PREPOSITION | c.NATION | c.COORDINATOR | c.PUNCTUATION)
    return scan.keys[at].endswith(scan.lexicon.grammar.past_endings) and not led and not scan.bits[at] & c.SPEAKING
