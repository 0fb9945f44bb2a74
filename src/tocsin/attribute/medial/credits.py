"""Whose the words before were: "«…» This | X | says and …", "«…» These words | of X | are". Enters: a field. Leaves: a lead and its verb."""

from tocsin.attribute.leads import Lead
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.medial import subjects
from tocsin.attribute.medial.field import Field
from tocsin.lang import classes as c
from tocsin.lang.terms import Hit
from tocsin.model import Act, Commitment, Span


def read_credit(field: Field, hit: Hit[Sense]) -> Lead | None:
    """The quotation that ends right before the sentence, by whom the words between its head and the first verb name."""
    scan = field.scan
    if hit.first > scan.floor or scan.closed is None:
        return None
    cue = _verb(field, hit.last)
    if cue is None:
        return None
    source = subjects.find_subject(field, hit.last, cue[0])
    if source is not None and not subjects.is_speaker(scan, *source):
        source = None
    if source is None and not scan.is_cue(cue[0]):
        return None
    pieces = (Span(scan.closed.start, scan.closed.end),)
    return Lead(hit.first, cue[1], cue, Act.ASSERT, Commitment.CERTAIN, source, None, pieces=pieces)


def _verb(field: Field, first: int) -> tuple[int, int] | None:
    """The first verb of the sentence: one of saying, or any other ("these words are | X's |")."""
    scan = field.scan
    said = {hit.first: hit.last for hit in scan.hits if hit.value.verb is not None and not hit.value.bare}
    for at in range(first, scan.count):
        if at in said:
            return at, said[at]
        if scan.bits[at] & (c.VERB | c.COMPLEMENTIZER):
            return (at, at + 1) if scan.bits[at] & c.VERB else None
    return None
