"""Forms without a subject of their own: ", добавив, что …", "Отметив, что …, министр"."""

from dataclasses import replace

from tocsin.attribute.free import clauses, contents
from tocsin.attribute.free.speakers import Found
from tocsin.attribute.leads import Lead, last_spoken
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import Scan
from tocsin.lang import classes as c
from tocsin.lang.terms import Hit


def read_bare(scan: Scan, hit: Hit[Sense], leads: list[Lead]) -> Lead | None:
    """The speaker is that of the lead before, or, at the head of a sentence, of the one behind (see ``lend``)."""
    first = clauses.left(scan, hit.first)
    if scan.in_speech(hit.first) or clauses.is_unsaid(scan, first, hit):
        return None
    begun = contents.find(scan, hit, Found(None, None, first))
    if begun is None:
        return None
    begin, act, commitment = begun
    source = last_spoken(leads).source if len(leads) > 0 else None
    start = hit.first - 1 if hit.first > 0 and scan.bits[hit.first - 1] & c.COORDINATOR else hit.first
    return Lead(start, hit.last, (hit.first, hit.last), act, commitment, source, begin, borrows=True)


def lend(scan: Scan, leads: list[Lead]) -> list[Lead]:
    """Give a form that opens the sentence the speaker of the verb behind it; one that finds none says nothing."""
    lent: list[Lead] = []
    for number, lead in enumerate(leads):
        if not lead.borrows or lead.source is not None:
            lent.append(lead)
            continue
        following = next((other for other in leads[number + 1 :] if not other.borrows and other.source is not None), None)
        if following is not None and following.source is not None:
            start = min(following.first, following.source[0])
            end = next((i for i in range(start, lead.cue[1], -1) if scan.is_comma(i - 1)), start)
            lent.append(replace(lead, source=following.source, end=end))
        elif lead.cue[0] > scan.floor:
            lent.append(replace(lead, borrows=False))
    return lent
