"""A verb and its speaker between two commas, in the middle of what he says: "الوضع، | يقول الطبيب، | كارثي", "وأشاد المبعوث، | يضيف البيان، | ب"."""

from tocsin.attribute.backward.openings import past_openers
from tocsin.attribute.backward.subjects import find_subject, is_speaking
from tocsin.attribute.leads import Lead
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import OUTSIDE, Scan
from tocsin.lang import classes as c
from tocsin.lang.terms import Hit
from tocsin.model import Act, Commitment

_LONGEST = 7  # tokens of the speaker


def is_inserted(scan: Scan, hit: Hit[Sense]) -> int | None:
    """Where the clause ends: a verb of saying that only asserts, somebody who speaks, and a comma."""
    sense = hit.value
    if sense.verb is None or sense.bare or sense.verb.act is not Act.ASSERT or sense.verb.commitment is not Commitment.CERTAIN:
        return None
    if not scan.is_comma(hit.first - 1) or scan.inside[hit.first] != OUTSIDE or scan.keys[hit.first].startswith(scan.lexicon.conjunctions):
        return None
    named = find_subject(scan, hit.last)
    if named is None or named[1] - named[0] > _LONGEST or not scan.is_comma(named[1]) or not is_speaking(scan, named):
        return None
    return named[1] if _stands_between(scan, hit.first, named[1] + 1) else None


def _stands_between(scan: Scan, first: int, after: int) -> bool:
    """Words of the content before it, no mere "في رد مكتوب", and behind it neither what it says itself nor more of who speaks."""
    head = past_openers(scan, first)
    leads = c.PREPOSITION | c.OPENER | c.TIME | c.SUBORDINATOR
    if head >= first or scan.bits[head] & leads or after >= scan.count:
        return False
    behind = min(after + 1, scan.count - 1)
    if scan.bits[after] & c.PREPOSITION and (scan.keys[behind] in scan.lexicon.settings or scan.bits[behind] & c.PAPER):
        return False  # "أوضحت النائبة، | في مداخلة، أن"
    return not scan.bits[after] & (c.TITLE | c.RELATIVE | c.PRONOUN) and scan.keys[after] not in scan.lexicon.complementizers


def read_inserted(scan: Scan, hit: Hit[Sense]) -> Lead | None:
    end = is_inserted(scan, hit)
    if end is None or scan.is_comma(hit.last):
        return None
    cue = (hit.first, hit.last)
    return Lead(hit.first, end, cue, Act.ASSERT, Commitment.CERTAIN, (hit.last, end), None, according=True, spoken=True, inserted=True)
