"""Attributions in languages that put the subject before the verb. Enters: a scan. Leaves: drafts."""

from dataclasses import replace

from tocsin.attribute.forward import colons, groups, subjects
from tocsin.attribute.forward.bare import read_bare
from tocsin.attribute.forward.finite import read_finite
from tocsin.attribute.forward.forms import is_name, is_progressive
from tocsin.attribute.forward.nouns import read_possessed
from tocsin.attribute.forward.passing import add_citations, is_opinion, read_according, read_heard, read_quoted, read_relating
from tocsin.attribute.forward.trailing import read_bracketed, read_dashed
from tocsin.attribute.leads import Lead, headline, share
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import Draft, Scan
from tocsin.lang.terms import Hit


def find(scan: Scan) -> list[Draft]:
    leads: list[Lead] = []
    for hit in scan.hits:
        lead = _read(scan, hit, leads)
        if lead is not None:
            leads.append(lead)
    if (scan.title and len(leads) == 0 and (lead := read_bracketed(scan)) is not None) or (
        scan.title and len(leads) == 0 and (lead := headline(scan, subjects.is_speaker)) is not None
    ):
        leads.append(lead)
    elif (
        scan.title
        and (signed := read_dashed(scan) or read_bracketed(scan)) is not None
        and not any(lead.last > signed.first for lead in leads)
    ):
        leads = [*(replace(lead, end=min(lead.end or scan.count, signed.first)) for lead in leads), signed]
    leads = sorted((*leads, *found), key=lambda lead: lead.first) if len(found := colons.find(scan, leads)) > 0 else leads
    return share(scan, add_citations(scan, leads))


def _read(scan: Scan, hit: Hit[Sense], leads: list[Lead]) -> Lead | None:
    sense = hit.value
    if sense.carried:
        return None
    if sense.relating:
        return read_relating(scan, hit)
    if sense.heard:
        return read_heard(scan, hit)
    if (sense.according and not sense.citing) or (sense.opinion and is_opinion(scan, hit)):
        return read_according(scan, hit)
    if sense.quoted:
        return read_quoted(scan, hit, leads)
    if sense.citing or is_name(scan, hit):
        return None
    if hit.first > 0 and scan.keys[hit.first - 1] in scan.lexicon.grammar.possessives:
        return read_possessed(scan, hit)
    if sense.infinitive:
        led = groups.lead_start(scan, hit)
        if led is None:
            return read_bare(scan, hit, leads)
        return read_finite(scan, replace(hit, value=replace(sense, bare=False)), led, leads)
    first = groups.group_start(scan, hit.first)
    if sense.bare and not is_progressive(scan, first, hit.first):
        return read_bare(scan, hit, leads)
    return read_finite(scan, hit, first, leads)
