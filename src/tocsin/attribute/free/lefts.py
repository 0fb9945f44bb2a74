"""What stands to the left of a verb of saying: a topic, an object, the sentence before. Enters: a cue and its speaker. Leaves: a lead."""

from dataclasses import replace

from tocsin.attribute.free import contents
from tocsin.attribute.free.speakers import Found
from tocsin.attribute.leads import Lead, quote_before
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import Scan
from tocsin.lang import classes as c
from tocsin.lang.cues import Verb
from tocsin.lang.terms import Hit
from tocsin.model import Act, Span


def lead(hit: Hit[Sense], verb: Verb, found: Found, *, bounds: tuple[int, int], pieces: tuple[Span, ...] = ()) -> Lead:
    """The lead of a verb whose content is ``pieces``, or else the words to its left."""
    return Lead(*bounds, (hit.first, hit.last), verb.act, verb.commitment, found.source, None, hearer=found.hearer, pieces=pieces)


def read(scan: Scan, hit: Hit[Sense], found: Found, bounds: tuple[int, int]) -> Lead | None:
    """No content to the right: it stands to the left, in a topic before the verb, or in the sentence before."""
    verb = hit.value.verb
    first, last = bounds
    if scan.bits[first] & c.PREPOSITION and first + 1 < scan.count and scan.bits[first + 1] & c.RELATIVE:
        return None  # "Письмо, | о котором писали газеты"
    if (topic := contents.topic(scan, first, hit.first)) is not None and (hit.value.light or (verb is not None and len(verb.takes) == 0)):
        begin, noun = topic
        if found.source is None:
            return None
        return Lead(first, last, (hit.first, hit.last), noun.value.act, noun.value.commitment, found.source, begin, end=hit.first)
    if verb is None:
        return None
    if (led := _topic_before(scan, hit, found, (first, last))) is not None:
        return led
    pointing = _points(scan, first, last)
    if pointing and first > scan.floor + 2 and found.source is not None and verb.act is not Act.ASSERT:
        content = scan.span(scan.floor, first - 1)  # "X обвиняет Y; Y это | отрицает"
        return lead(hit, verb, found, bounds=bounds, pieces=(content,))
    if pointing and first <= scan.floor + 2 and scan.previous is not None and found.source is not None:
        content = Span(scan.previous.start, scan.previous.end)
        return replace(lead(hit, verb, found, bounds=bounds, pieces=(content,)), passes=True)
    if not {"clause", "quote"} & set(verb.takes) or (first == scan.floor and "object" in verb.takes):
        return _object_before(scan, hit, found, bounds)
    if first <= scan.floor:
        return None
    quoted = quote_before(scan, first) is not None
    if "clause" not in verb.takes and not quoted:
        return None
    if found.source is None and not verb.impersonal and not quoted:
        return None
    return lead(hit, verb, found, bounds=bounds)


def _object_before(scan: Scan, hit: Hit[Sense], found: Found, bounds: tuple[int, int]) -> Lead | None:
    """ "Гибель командира | подтвердил | губернатор": the object before its verb."""
    verb = hit.value.verb
    if verb is None or "object" not in verb.takes or found.source is None or hit.first == bounds[0]:
        return None
    if found.source[0] < hit.first:
        begin = found.source[1]
        if begin >= hit.first or scan.bits[begin] & (c.PREPOSITION | c.ADVERB | c.TIME | c.PUNCTUATION):
            return None
        return lead(hit, verb, found, bounds=(begin, hit.last), pieces=(scan.span(begin, hit.first),))
    return lead(hit, verb, found, bounds=(hit.first, bounds[1]), pieces=(scan.span(bounds[0], hit.first),))


def _topic_before(scan: Scan, hit: Hit[Sense], found: Found, bounds: tuple[int, int]) -> Lead | None:
    """ "О гибели командира сообщил губернатор": what the verb's own preposition leads to, before the verb."""
    verb, first = hit.value.verb, bounds[0]
    if verb is None or found.source is None or scan.keys[first] not in verb.prepositions or _points(scan, first, first + 3):
        return None
    end = min((at for at in (hit.first, found.source[0], *(found.hearer or ())[:1]) if at > first + 1), default=hit.first)
    return lead(hit, verb, found, bounds=bounds, pieces=(scan.span(first + 1, end),))


def _points(scan: Scan, first: int, last: int) -> bool:
    """Does the clause point to the sentence before ("об этом", "эту информацию")?"""
    backward = scan.lexicon.grammar.backward
    return any(" ".join(scan.keys[at : at + size]) in backward for at in range(first, last) for size in (1, 2, 3))
