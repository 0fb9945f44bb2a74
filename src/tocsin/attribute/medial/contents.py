"""What a verb behind its object says: the clause behind it, or the object before it."""

from dataclasses import dataclass
from functools import cache

from tocsin.attribute.lexicon import Sense
from tocsin.attribute.medial.field import Field
from tocsin.attribute.scan import Scan, is_mark
from tocsin.lang import classes as c
from tocsin.lang.cues import Verb
from tocsin.lang.terms import Hit, Terms
from tocsin.lang.tokens import split
from tocsin.model import Act, Commitment

_INNER = {"‹": "›"}  # marks of a quotation inside a quotation


@dataclass(frozen=True, slots=True)
class Content:
    """Tokens ``[begin, end)`` are what is said; ``end`` None: to where the sentence lets it. ``told`` leaves no doubt that somebody speaks."""

    begin: int
    end: int | None = None
    told: bool = False
    act: Act | None = None
    commitment: Commitment | None = None


@cache
def _closings(words: tuple[str, ...]) -> Terms[bool]:
    return Terms(dict.fromkeys(words, True))


def behind(field: Field, hit: Hit[Sense]) -> Content | None:
    """The clause or quotation behind the verb."""
    scan, verb = field.scan, hit.value.verb
    at = hit.last
    if verb is None or at >= scan.count or scan.bits[hit.last - 1] & c.COORDINATOR or len(verb.closed) > 0:
        return None
    while at < scan.count and scan.bits[at] & c.ADVERB:
        at += 1
    if at >= scan.count:
        return None
    word, bits = scan.keys[at], scan.bits[at]
    if bits & c.COMPLEMENTIZER or (word in scan.lexicon.grammar.infinitives and verb.act is Act.DEMAND):
        return Content(at + 1, told=True) if at + 1 < scan.count else None
    if word == ":":
        return Content(at + 1, told=True)  # at the end of a sentence the next one holds it
    if is_mark(word) or (scan.is_comma(at) and at + 1 < scan.count and is_mark(scan.keys[at + 1]) and scan.in_speech(at + 1)):
        return Content(at if is_mark(word) else at + 1, told=True)
    if word in _INNER and (closing := next((i for i in range(at + 1, scan.count) if scan.keys[i] == _INNER[word]), None)) is not None:
        return Content(at + 1, closing, told=True)
    if "clause" not in verb.takes or bits & (c.PUNCTUATION | c.COMMA | c.COORDINATOR | c.VERB) or _is_verb(scan, at):
        return None
    return Content(at, told=_has_verb(scan, at))


def _is_verb(scan: Scan, at: int) -> bool:
    return scan.is_cue(at) and any(hit.first == at and hit.value.verb is not None and not hit.value.light for hit in scan.hits)


def _has_verb(scan: Scan, at: int) -> bool:
    return any(scan.bits[i] & c.VERB or scan.is_cue(i) for i in range(at + 1, scan.count))


def before(field: Field, hit: Hit[Sense], start: int) -> Content | None:
    """The object before the verb: closed by a marker («… را»), led in by the verb's preposition, or that of its noun."""
    scan, verb, cue = field.scan, hit.value.verb, hit.first
    if hit.value.light and (named := _noun(field, start, cue)) is not None:
        return named
    if verb is None:
        return None
    if len(verb.closed) > 0:
        closing = next(_closings(verb.closed).find(scan.keys[hit.last :]), None)
        return None if closing is None or closing.first == 0 else Content(hit.last, hit.last + closing.first)
    if "object" in verb.takes and (marked := _marked(field, start, cue)) is not None:
        return marked
    led = _led(field, verb.prepositions, start, cue)
    if led is not None:
        return led
    return _plain(field, hit, start) if "object" in verb.takes else None


def _marked(field: Field, start: int, cue: int) -> Content | None:
    scan = field.scan
    markers = scan.lexicon.grammar.object_markers
    marker = next((i for i in range(cue - 1, start, -1) if scan.keys[i] in markers and scan.inside[i] == scan.inside[cue]), None)
    if marker is None:
        return None
    begin = _object_start(field, start, marker)
    end = cue
    while end > marker and (scan.bits[end - 1] & (c.ADVERB | c.TIME | c.COMMA) or end - 1 == marker):
        end -= 1
    return Content(begin, end) if begin < marker else None


def _object_start(field: Field, start: int, marker: int) -> int:
    """Where the object begins that ends at its marker: behind phrases of time, place and medium."""
    scan, at = field.scan, start
    while at < marker:
        if at in field.asides:
            at = field.asides[at]
        elif scan.bits[at] & c.PREPOSITION and at + 1 < marker:
            following = field.phrase_end(at + 1, marker, objects=True)
            if following >= marker:
                return at + 1 if at > start else start
            at = following
        elif scan.bits[at] & (c.COMMA | c.TIME | c.ADVERB | c.COORDINATOR):
            at += 1
        else:
            return at
    return start


def _led(field: Field, prepositions: tuple[str, ...], start: int, cue: int) -> Content | None:
    scan = field.scan
    leads = [split(preposition) for preposition in prepositions]
    for at in range(start, cue):
        if any(first <= at < end for first, end in field.asides.items()):
            continue
        for lead in sorted(leads, key=len, reverse=True):
            if scan.keys[at : at + len(lead)] == lead and at + len(lead) < cue and scan.inside[at] == scan.inside[cue]:
                end = cue
                while end - 1 > at + len(lead) and scan.bits[end - 1] & c.ADVERB:
                    end -= 1
                return Content(at + len(lead), end)
    return None


def _plain(field: Field, hit: Hit[Sense], start: int) -> Content | None:
    """An object without a marker: a quotation, or a word that begins an object."""
    scan = field.scan
    at = next((i for i in range(start, hit.first) if is_mark(scan.keys[i]) or scan.lexicon.objects.match(scan.keys[i]) is not None), None)
    plain = at is not None and not scan.bits[at - 1] & c.PREPOSITION
    return Content(at, hit.first) if at is not None and plain and at < hit.first else None


def _noun(field: Field, start: int, cue: int) -> Content | None:
    """ "Its | concern | over the fighting": the noun of a verb that only carries it, and what the noun is about."""
    scan = field.scan
    for at in range(start, cue):
        noun = scan.lexicon.nouns.at(scan.keys, at)
        if noun is None:
            continue
        led = _led(field, noun.value.prepositions, noun.last, cue)
        begin = at if led is None or noun.value.act is Act.PROMISE else led.begin
        return Content(begin, cue, act=noun.value.act, commitment=noun.value.commitment)
    return None


def is_paper(verb: Verb | None) -> bool:
    return verb is not None and "paper" in verb.takes
