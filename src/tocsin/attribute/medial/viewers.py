"""Outlets named in the relative clause of a paper or person: "in a statement that | the agency | published", "a doctor who spoke to | the radio |"."""

from collections.abc import Sequence
from dataclasses import replace

from tocsin.attribute.leads import Lead
from tocsin.attribute.medial.field import Field
from tocsin.attribute.scan import OUTSIDE, Scan, is_mark
from tocsin.lang import classes as c
from tocsin.lang import outlets

_REACH = 16  # tokens from the relative to its verb


def apply(field: Field, leads: Sequence[Lead]) -> list[Lead]:
    """Give the lead that such a clause belongs to its carrier."""
    scan = field.scan
    for hit in scan.hits:
        if not hit.value.viewed or scan.inside[hit.first] != OUTSIDE:
            continue
        opened = next((i for i in range(hit.first - 1, max(-1, hit.first - _REACH), -1) if scan.bits[i] & c.COMPLEMENTIZER), None)
        carrier = None if opened is None else _find_outlet(field, opened + 1, hit.first)
        if opened is None or carrier is None:
            continue
        near = next((lead for lead in leads if lead.cue[0] >= hit.last or (lead.according and lead.cue[1] <= opened)), None)
        if near is not None and near.carrier is None and near.source != carrier:
            leads = [_carried(lead, carrier) if lead is near or (lead.borrows and near.according is False) else lead for lead in leads]
    return list(leads)


def _carried(lead: Lead, carrier: tuple[int, int]) -> Lead:
    if lead.carrier is None:
        return replace(lead, carrier=carrier)
    return replace(lead, carrier=carrier, through=(lead.carrier, *lead.through))


def _find_outlet(field: Field, first: int, stop: int) -> tuple[int, int] | None:
    """The first noun phrase between the relative and its verb that an outlet's noun begins, or that is a known outlet's name."""
    scan = field.scan
    for at in range(first, stop):
        if scan.keys[at] in scan.lexicon.outlets or scan.bits[at] & c.AGENCY or _is_known(scan, at):
            end = field.phrase_end(at, stop)
            return (at, end) if end > at + 1 or _is_known(scan, at) else None
        if is_mark(scan.keys[at]) and (end := field.phrase_end(at, stop)) > at + 1:
            return at, end
    return None


def _is_known(scan: Scan, at: int) -> bool:
    return outlets.load().terms.at(scan.keys, at) is not None
