"""Attributions in languages that put the subject before the verb. Enters: a scan. Leaves: drafts."""

from dataclasses import replace

from tocsin.attribute.forward import asides, colons, groups
from tocsin.attribute.forward.bare import read_bare
from tocsin.attribute.forward.credits import read_credit
from tocsin.attribute.forward.finite import read_finite
from tocsin.attribute.forward.forms import is_name, is_progressive
from tocsin.attribute.forward.headings import read_heading
from tocsin.attribute.forward.owned import find_owned
from tocsin.attribute.forward.passing import absorb, add_citations, is_opinion, read_according, read_heard, read_quoted, read_relating
from tocsin.attribute.leads import Lead, share
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import Draft, Scan
from tocsin.lang.terms import Hit


def find(scan: Scan) -> list[Draft]:
    leads: list[Lead] = []
    for hit in scan.hits:
        lead = _read(scan, hit, leads)
        if lead is not None:
            leads.append(lead)
    if len(owned := find_owned(scan, leads)) > 0:
        leads = sorted((*leads, *owned), key=lambda lead: lead.first)
    leads = read_heading(scan, leads) if scan.title else leads
    if len(found := colons.find(scan, leads)) > 0:
        leads = sorted((*leads, *found), key=lambda lead: lead.first)
    return [_describe(scan, draft) for draft in share(scan, absorb(scan, add_citations(scan, leads)))]


def _describe(scan: Scan, draft: Draft) -> Draft:
    if draft.source is None or (end := asides.reach(scan, draft.source, draft.cue[0])) == draft.source[1]:
        return draft
    return replace(draft, described=end)


def _read(scan: Scan, hit: Hit[Sense], leads: list[Lead]) -> Lead | None:
    sense = hit.value
    if sense.crediting and (credit := read_credit(scan, hit)) is not None:
        return credit
    if sense.carried or (sense.crediting and sense.verb is None):
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
        return None  # "the minister's warning": a noun
    if sense.infinitive:
        led = groups.lead_start(scan, hit)
        if led is None:
            return read_bare(scan, hit, leads)
        return read_finite(scan, replace(hit, value=replace(sense, bare=False)), led, leads)
    aspect = hit.first > 0 and sense.bare and scan.keys[hit.first - 1] in scan.lexicon.grammar.aspects  # "keeps telling us that"
    first = groups.group_start(scan, hit.first - aspect)
    if sense.bare and not aspect and not is_progressive(scan, first, hit.first):
        return read_bare(scan, hit, leads)
    return read_finite(scan, hit, first, leads)
