"""Whose the words before were: "“…” | So said | the nurse", "« … » | Ces mots sont de | la doyenne". Enters: a scan. Leaves: a lead."""

from tocsin.attribute.forward import subjects
from tocsin.attribute.leads import Lead
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import Scan
from tocsin.lang.terms import Hit
from tocsin.model import Act, Commitment, Span


def read_credit(scan: Scan, hit: Hit[Sense]) -> Lead | None:
    """The quotation that ends right before the sentence, by whom the words at its head name."""
    if hit.first > scan.floor or scan.closed is None:
        return None
    genitive = hit.last < scan.count and scan.keys[hit.last] in (*scan.lexicon.grammar.genitives, *scan.lexicon.grammar.authors)
    source = subjects.subject_after(scan, hit.last + genitive, loose=True)
    if source is None:
        return None
    pieces = (Span(scan.closed.start, scan.closed.end),)
    return Lead(hit.first, source[1], (hit.first, hit.last), Act.ASSERT, Commitment.CERTAIN, source, None, pieces=pieces)
