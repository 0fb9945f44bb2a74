"""Whom something was said to, between a subject and its verb: "X to the agency | said", "X in an interview with Y | said"."""

from functools import cache

from tocsin.attribute.medial.field import Field
from tocsin.attribute.scan import is_mark
from tocsin.lang import classes as c
from tocsin.lang import speakers
from tocsin.lang.fold import key

_LONGEST = 6  # tokens that name whom it was said to


@cache
def _talks(code: str) -> frozenset[str]:
    """The words of interviews and calls: "in a talk | with X"."""
    media = speakers.load(code).media
    return frozenset(word for kind in ("interview", "phone call") for term in media.get(kind, ()) for word in key(term).split())


def find_hearer(field: Field, start: int, cue: int, *, told: bool) -> tuple[int, int] | None:
    """The noun phrase behind "to", or behind the "with" of a conversation."""
    scan = field.scan
    to, beside = scan.lexicon.grammar.hearers, scan.lexicon.grammar.definite_hearers
    talks = _talks(scan.lexicon.code)
    for at in range(start, cue - 1):
        word, before = scan.keys[at], scan.keys[at - 1] if at > 0 else ""
        if at in field.asides:
            continue
        opens = at == start or scan.bits[at - 1] & (c.COMMA | c.TIME | c.ADVERB | c.VERB) or is_mark(before) or before == ")"
        if (told and word in to) or (word in beside and before in talks):
            end = field.phrase_end(at + 1, cue)
            if word in to and not opens and end < cue:
                continue
            if at + 1 < end <= at + 1 + _LONGEST and not scan.bits[at + 1] & (c.PRONOUN | c.TIME):
                return at + 1, end
    return None
