"""Attributions in languages that put the object before the verb and what is said behind it. Enters: a scan. Leaves: drafts."""

from tocsin.attribute import unnamed
from tocsin.attribute.leads import Lead
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.medial import passing, viewers
from tocsin.attribute.medial.bare import read_bare
from tocsin.attribute.medial.credits import read_credit
from tocsin.attribute.medial.field import Field, lay_out
from tocsin.attribute.medial.finite import read_finite
from tocsin.attribute.medial.headlines import headline
from tocsin.attribute.medial.sharing import share
from tocsin.attribute.scan import Draft, Scan
from tocsin.lang.terms import Hit


def find(scan: Scan) -> list[Draft]:
    field = lay_out(scan)
    leads: list[Lead] = []
    hidden = [range(hit.first, hit.last) for hit in unnamed.grounds(scan.lexicon.code).find(scan.keys)]
    credit = next((lead for hit in scan.hits if hit.value.crediting and (lead := read_credit(field, hit)) is not None), None)
    if credit is not None:
        leads.append(credit)
    for hit in scan.hits:
        if credit is not None and hit.first < credit.last:
            continue
        if any(hit.first in words for words in hidden):
            continue  # "who asked not to be named"
        lead = _read(field, hit, leads)
        if lead is not None:
            leads.append(lead)
    leads = viewers.apply(field, passing.apply(field, _lend(leads)))
    if len(leads) == 0 and (lead := headline(field)) is not None:
        leads.append(lead)
    return share(scan, leads)


def _read(field: Field, hit: Hit[Sense], leads: list[Lead]) -> Lead | None:
    sense = hit.value
    if sense.according or sense.citing or (sense.verb is None and not sense.light):
        return None
    return read_bare(field, hit) if sense.bare else read_finite(field, hit, leads)


def _lend(leads: list[Lead]) -> list[Lead]:
    """A form without a subject of its own that comes before the verb has the verb's: "with the words that …, X | said"."""
    lent: list[Lead] = []
    for index, lead in enumerate(leads):
        owner = next((other for other in leads[index + 1 :] if other.source is not None and not other.borrows), None)
        lent.append(lead.given(owner.source) if lead.borrows and lead.source is None and owner is not None else lead)
    return lent
