"""Attributions in languages of free word order, where cases tell who speaks. Enters: a scan. Leaves: drafts."""

from tocsin.attribute.free import colons
from tocsin.attribute.free.bare import lend, read_bare
from tocsin.attribute.free.finite import read_finite
from tocsin.attribute.free.passing import add_asides, add_citations, read_according, read_quoted
from tocsin.attribute.free.possessed import read_possessed
from tocsin.attribute.free.titles import read_line, read_title
from tocsin.attribute.leads import Lead, share
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import Draft, Scan
from tocsin.attribute.unnamed import grounds
from tocsin.lang.terms import Hit


def find(scan: Scan) -> list[Draft]:
    leads: list[Lead] = []
    reasons = tuple(grounds(scan.lexicon.code).find(scan.keys)) if len(scan.hits) > 0 else ()
    for hit in scan.hits:
        if any(reason.first <= hit.first < reason.last for reason in reasons):
            continue  # why somebody is not named is nothing he says
        lead = _read(scan, hit, leads)
        if lead is not None:
            leads.append(lead)
    leads.extend(read_possessed(scan, leads))
    leads.extend(colons.find(scan, leads))
    if scan.title and len(leads) == 0 and (lead := read_title(scan)) is not None:
        leads.append(lead)
    if not scan.title and len(leads) == 0 and (lead := read_line(scan)) is not None:
        leads.append(lead)
    return share(scan, add_citations(scan, add_asides(scan, lend(scan, leads))))


def _read(scan: Scan, hit: Hit[Sense], leads: list[Lead]) -> Lead | None:
    sense = hit.value
    if sense.carried or sense.citing:
        return None
    if sense.according:
        return read_according(scan, hit, leads)
    if sense.quoted:
        return read_quoted(scan, hit)
    if sense.bare:
        return read_bare(scan, hit, leads)
    return read_finite(scan, hit, leads)
