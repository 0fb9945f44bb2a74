"""Forms without a subject of their own, before the verb that speaks: "with the words that …, the minister | said"."""

from tocsin.attribute.leads import Lead
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.medial import subjects
from tocsin.attribute.medial.field import Field, field_floor
from tocsin.lang.terms import Hit


def read_bare(field: Field, hit: Hit[Sense]) -> Lead | None:
    scan, verb = field.scan, hit.value.verb
    end = field.asides.get(hit.first)
    if verb is None or end is None or end <= hit.last:
        return None
    clause = subjects.find_clause(field, field_floor(scan), hit.first)
    source = subjects.find_subject(field, clause.start, hit.first)
    if clause.relative is not None:
        source = subjects.find_subject(field, clause.start, clause.relative)
    return Lead(hit.first, hit.last, (hit.first, hit.last), verb.act, verb.commitment, source, hit.last, end=end, borrows=True)
