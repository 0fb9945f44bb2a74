"""Clauses that name a speaker in passing: "as the ministry has insisted", "as one worker put it to the agency"."""

from tocsin.attribute.contents import hearer_end, times_end
from tocsin.attribute.forward import asides
from tocsin.attribute.leads import Lead
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import Scan, is_mark
from tocsin.lang import classes as c
from tocsin.lang.terms import Hit

_TAIL = 16  # tokens of time, place and hearer behind the verb
_AFTER = c.PREPOSITION | c.TIME | c.ADVERB | c.COMMA | c.PUNCTUATION | c.PRONOUN | c.AUXILIARY


def read_inserted(scan: Scan, hit: Hit[Sense], source: tuple[int, int] | None, cue: int) -> Lead | None:
    """What stands around the clause is the content; at the head of a sentence, what follows it."""
    verb = hit.value.verb
    if verb is None or hit.value.bare or source is None or source[0] == 0 or not {"clause", "quote", "object"} & set(verb.takes):
        return None
    first = source[0] - 1
    if scan.keys[first] not in scan.lexicon.grammar.insertions or not (
        first == 0 or asides.closes(scan, first - 1) or _is_quoted(scan, first)
    ):
        return None
    hearer = _hearer(scan, hit)
    after = hearer[1] if hearer is not None else hit.last - (scan.is_comma(hit.last - 1) or scan.keys[hit.last - 1] == ":")
    if after < scan.count and not (scan.bits[after] & _AFTER or is_mark(scan.keys[after])):
        return None  # "as officials announced the plan": a time, not a source
    end = next((i for i in range(after, min(scan.count, after + _TAIL)) if asides.closes(scan, i) or scan.keys[i] in {";", ":", "."}), None)
    end = end if end is not None else next((i for i in range(after, scan.count) if is_mark(scan.keys[i])), scan.count)
    begin = end + 1 if first == 0 and end + 1 < scan.count else None
    return Lead(first, end, (cue, hit.last), verb.act, verb.commitment, source, begin, hearer=hearer, inserted=True)


def _is_quoted(scan: Scan, first: int) -> bool:
    return is_mark(scan.keys[first - 1])


def _hearer(scan: Scan, hit: Hit[Sense]) -> tuple[int, int] | None:
    """ "Told the Courier", "put it to the agency"."""
    verb = hit.value.verb
    at = hit.last
    if at < scan.count and scan.keys[at] in scan.lexicon.grammar.infinitives:
        at += 1
    elif verb is None or not verb.hearer:
        return None
    end = hearer_end(scan, at) if at < scan.count else at
    return (at, end) if end > at and times_end(scan, at) == at else None
