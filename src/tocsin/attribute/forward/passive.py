"""Verbs of saying in the passive: "was condemned by X", "were told by Y that", "is said by Z to have drowned"."""

from tocsin.attribute.contents import times_end
from tocsin.attribute.forward import subjects
from tocsin.attribute.leads import Lead
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import OUTSIDE, Scan, is_mark
from tocsin.lang import classes as c
from tocsin.lang.terms import Hit
from tocsin.model import Act

_BREAK = c.COMPLEMENTIZER | c.COMMA | c.VERB | c.PUNCTUATION
_CLAUSE = 9  # tokens within which a clause shows its verb


def read_passive(scan: Scan, hit: Hit[Sense], first: int) -> Lead | None:
    """ "The raid was condemned by the council": what stands before the verb is the content."""
    verb = hit.value.verb
    if (
        verb is None
        or not {"object", "that", "clause"} & set(verb.takes)
        or hit.last + 1 >= scan.count
        or scan.keys[hit.last] not in scan.lexicon.grammar.authors
    ):
        return None
    source = subjects.subject_after(scan, hit.last + 1, loose=True)
    if source is None or scan.inside[hit.first] != OUTSIDE:
        return None
    begin = times_end(scan, source[1])
    told_to = subjects.subject_before(scan, first) if verb.hearer else None
    head = _head(scan, first) if begin < scan.count and scan.keys[begin] in scan.lexicon.grammar.infinitives and not verb.hearer else None
    if begin < scan.count and scan.bits[begin] & c.PREPOSITION and scan.keys[begin] not in scan.lexicon.grammar.infinitives:
        begin = next((i for i in range(begin, min(scan.count, begin + _CLAUSE)) if scan.bits[i] & _BREAK), begin)
    told = begin < scan.count and (scan.keys[begin] in scan.lexicon.complementizers or scan.keys[begin] in scan.lexicon.grammar.infinitives)
    if not told and first > 0 and scan.bits[first - 1] & c.PRONOUN:
        return None
    if not told and (told_to is not None or not {"object", "claimed"} & set(verb.takes)):
        return None
    start = first if told_to is None else told_to[0]
    cue = (first, hit.last + 1)
    act = Act.CLAIM if "claimed" in verb.takes and not told else verb.act  # "the attack was claimed by"
    return Lead(start, source[1], cue, act, verb.commitment, source, begin if told else None, hearer=told_to, head=head)


def _head(scan: Scan, first: int) -> tuple[int, int]:
    """The subject that is "said by villagers to have drowned": back to the last comma, mark or "and"."""
    at = first
    while at > 0 and not (scan.bits[at - 1] & _BREAK or scan.is_stop(at - 1) or is_mark(scan.keys[at - 1]) or _parts(scan, at - 1)):
        at -= 1
    return at, first


def _parts(scan: Scan, at: int) -> bool:
    """Does an "and" here part two clauses: is it behind a comma, or before a phrase that begins anew?"""
    return bool(scan.bits[at] & c.COORDINATOR) and (scan.is_comma(at - 1) or bool(scan.bits[at + 1] & c.DETERMINER))
