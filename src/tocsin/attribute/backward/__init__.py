"""Attributions in languages that put the verb before the subject. Enters: a scan. Leaves: drafts."""

from tocsin.attribute.backward.passing import add_carriers, add_hearer, pass_on, read_according, read_quoted
from tocsin.attribute.backward.subjects import can_speak, is_construct
from tocsin.attribute.backward.verbs import read_light, read_verbal
from tocsin.attribute.leads import Lead, headline, share
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import Draft, Scan
from tocsin.lang import classes as c
from tocsin.lang.terms import Hit


def find(scan: Scan) -> list[Draft]:
    leads: list[Lead] = []
    for hit in scan.hits:
        lead = _read(scan, hit, leads)
        if lead is not None:
            leads.append(lead)
    if scan.title and len(leads) == 0 and (lead := headline(scan, can_speak)) is not None:
        leads.append(lead)
    return share(scan, [add_hearer(scan, lead) for lead in pass_on(add_carriers(scan, leads))])


def _read(scan: Scan, hit: Hit[Sense], leads: list[Lead]) -> Lead | None:
    sense = hit.value
    if scan.in_speech(hit.first):
        return None
    if any(other.first < hit.first < other.last for other in leads):
        return None
    if is_construct(scan, hit.first) or (hit.first > 0 and scan.bits[hit.first - 1] & c.RELATIVE):
        return None
    if hit.first > 0 and scan.keys[hit.first - 1].removeprefix("و") in scan.lexicon.hypothetical:
        return None
    if sense.according or (sense.citing and not sense.quoted):
        return read_according(scan, hit)
    if sense.quoted and (lead := read_quoted(scan, hit)) is not None:
        return lead
    if (
        hit.first > 0
        and scan.bits[hit.first - 1] & (c.NEGATION | c.PREPOSITION)
        and not scan.bits[hit.first - 1] & (c.ADVERB | c.SUBORDINATOR | c.OPENER)
    ):
        return None
    if sense.light and (lead := read_light(scan, hit, leads)) is not None:
        return lead
    return None if sense.verb is None else read_verbal(scan, hit, sense.verb, leads)
