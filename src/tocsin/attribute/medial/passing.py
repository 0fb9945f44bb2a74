"""Words that pass on another's words: "according to X," before a clause or inside it, "citing Y" before the verb."""

from dataclasses import replace

from tocsin.attribute.leads import Lead
from tocsin.attribute.medial.field import Field
from tocsin.attribute.scan import Scan
from tocsin.lang import classes as c
from tocsin.model import Act, Commitment


def apply(field: Field, leads: list[Lead]) -> list[Lead]:
    """Give the leads whom they are known through, and make leads of those who vouch for a clause alone."""
    for hit in field.scan.hits:
        source = field.sources.get(hit.first)
        if source is None:
            continue
        if (
            through := next((lead for lead in leads if lead.according and lead.source is not None and lead.source[1] == hit.first), None)
        ) is not None:
            own = replace(_vouching(field, (hit.first, hit.last), source), carrier=through.source, begin=field.asides[hit.first])
            leads = [own if lead is through else lead for lead in leads]
            continue
        owner = _owner(field, hit.first, leads)
        if owner is None and _is_basis(field.scan, hit.last, source, leads):
            continue
        if owner is None:
            leads = [*leads, _vouching(field, (hit.first, hit.last), source)]
        elif hit.value.citing and owner.first < hit.first:
            leads = [_cited(field.scan, lead, source) if lead is owner or _shares(lead, owner) else lead for lead in leads]
        else:
            leads = [_passed(lead, source) if lead.cue[0] > hit.first and not lead.according else lead for lead in leads]
    return sorted(leads, key=lambda lead: lead.first)


def _is_basis(scan: Scan, last: int, source: tuple[int, int], leads: list[Lead]) -> bool:
    """ "X said that, on the basis of documents, …": what a speaker goes by inside his own words."""
    bits = scan.bits[source[0] : source[1]]
    inside = any(lead.begin is not None and lead.begin <= last < (lead.end or scan.count) for lead in leads)
    return inside and any(b & c.PAPER for b in bits) and not any(b & (c.BODY | c.ROLE | c.AGENCY | c.NAME | c.TITLE) for b in bits)


def _shares(lead: Lead, owner: Lead) -> bool:
    return lead.borrows and lead.source == owner.source


def _owner(field: Field, at: int, leads: list[Lead]) -> Lead | None:
    """The lead whose own words the citation stands in, or that begins right behind it."""
    inside = [lead for lead in leads if not lead.according and lead.first <= at < lead.cue[0]]
    if len(inside) > 0:
        return inside[-1]
    behind = field.asides[at]
    scan = field.scan
    after = [lead for lead in leads if not lead.according and lead.cue[0] >= behind and not lead.nobody]
    return next((lead for lead in after if lead.first <= _skip(scan, behind) or _leads_on(field, behind, lead)), None)


def _skip(scan: Scan, at: int) -> int:
    while at < scan.count and scan.bits[at] & (c.COMMA | c.ADVERB | c.OPENER | c.TIME | c.COORDINATOR):
        at += 1
    return at


def _leads_on(field: Field, at: int, lead: Lead) -> bool:
    """Is there nothing but phrases of time and place, no verb, between the citation and the lead?"""
    return not any(field.scan.bits[i] & c.VERB for i in range(at, lead.cue[0]))


def _cited(scan: Scan, lead: Lead, source: tuple[int, int]) -> Lead:
    """ "Y, citing Z, reported": Z is the source, Y the carrier; a paper without a body is only what Y goes by."""
    if all(
        not b & (c.ROLE | c.BODY | c.UNNAMED | c.AGENCY | c.TITLE | c.NAME | c.PRONOUN) for b in scan.bits[source[0] : source[1]]
    ) and any(b & c.PAPER for b in scan.bits[source[0] : source[1]]):
        return lead
    if lead.carrier is not None and lead.source is not None:
        return replace(lead, source=source, through=(*lead.through, lead.source), borrows=False)
    return replace(lead, source=source, carrier=lead.source, borrows=False)


def _passed(lead: Lead, source: tuple[int, int]) -> Lead:
    if lead.carrier is None:
        return replace(lead, carrier=source)
    return replace(lead, carrier=source, through=(lead.carrier, *lead.through))


def _vouching(field: Field, cue: tuple[int, int], source: tuple[int, int]) -> Lead:
    scan, last = field.scan, field.asides[cue[0]]
    opening = all(
        scan.bits[i] & (c.OPENER | c.ADVERB | c.COMMA | c.COORDINATOR | c.TIME | c.PUNCTUATION) or i in field.asides
        for i in range(scan.floor, cue[0])
    )
    led = cue[0] > 0 and bool(scan.bits[cue[0] - 1] & c.COORDINATOR)
    begin = last if (opening or led) and last < scan.count else None
    return Lead(cue[0], last, cue, Act.ASSERT, Commitment.CERTAIN, source, begin, according=True)
