"""What the speaker of a quotation tells of another: "«اتصل بي ابن عمي وقال إن | السوق يحترق»"."""

from tocsin.attribute.backward.asides import is_speaker
from tocsin.attribute.backward.contents import find_begin
from tocsin.attribute.backward.subjects import find_subject
from tocsin.attribute.backward.topics import find_before
from tocsin.attribute.leads import Lead
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import Scan
from tocsin.lang import classes as c
from tocsin.lang.cues import Verb
from tocsin.lang.terms import Hit
from tocsin.model import Commitment


def read_within(scan: Scan, hit: Hit[Sense]) -> Lead | None:
    """Only with a "that", and somebody who is named in the same words, behind the verb or before it."""
    verb, number = hit.value.verb, scan.inside[hit.first]
    if verb is None or hit.value.bare or hit.value.according or verb.commitment is not Commitment.CERTAIN:
        return None
    if not scan.quotes[number].speech:
        return None
    first, end = _bounds(scan, hit.first)
    at = hit.last + (hit.last < end and scan.keys[hit.last] in scan.lexicon.back)
    source = find_subject(scan, at)
    source = source if source is not None and is_speaker(scan, source[0]) else None
    begin = find_begin(scan, at if source is None else source[1], verb)
    if begin is None or begin >= end or scan.keys[begin] not in scan.lexicon.complementizers or scan.bits[begin - 1] & c.PREPOSITION:
        return None
    source = source or _before(scan, (first, hit.first), verb)
    if source is None or (source[1] > begin and source[0] > hit.first):
        return None
    return Lead(min(hit.first, source[0]), at, (hit.first, hit.last), verb.act, verb.commitment, source, begin, end=end, inner=True)


def _bounds(scan: Scan, at: int) -> tuple[int, int]:
    """The tokens of the quotation around ``at``, without its marks."""
    first = last = at
    while first > 0 and scan.inside[first - 1] == scan.inside[at]:
        first -= 1
    while last < scan.count and scan.inside[last] == scan.inside[at]:
        last += 1
    closed = scan.sentence.ends[last - 1] == scan.quotes[scan.inside[at]].end
    return first, last - 1 if closed else last


def _before(scan: Scan, tokens: tuple[int, int], verb: Verb) -> tuple[int, int] | None:
    """Who came or called before he said it; a hearer in the verb's place is none."""
    first, last = tokens
    if not scan.keys[last].startswith(scan.lexicon.conjunctions):
        topic = find_before(scan, last)
        return topic if topic is not None and topic[0] >= first and is_speaker(scan, topic[0]) else None
    for at in range(last - 1, first, -1):
        if is_speaker(scan, at) and not verb.hearer and (source := find_subject(scan, at)) is not None and source[1] <= last:
            return source
    return None
