"""How the leads of a sentence share it out: each content ends where the next speaker begins."""

from collections.abc import Sequence

from tocsin.attribute.contents import stretch
from tocsin.attribute.leads import Lead, make_draft, quote_before
from tocsin.attribute.scan import Draft, Scan
from tocsin.lang import classes as c
from tocsin.model import Span

_HOLLOW = 2  # tokens of an object that says nothing


def share(scan: Scan, leads: Sequence[Lead]) -> list[Draft]:
    drafts = []
    for lead in leads:
        pieces = _pieces(scan, leads, lead)
        if (len(pieces) == 0 and lead.begin != scan.count) or _is_mute(scan, lead):
            continue
        drafts.append(make_draft(scan, lead, pieces))
    return drafts


def _is_mute(scan: Scan, lead: Lead) -> bool:
    """An object that says nothing: "refused | comment", "has doubts | about it"."""
    if lead.begin is None or lead.begin >= scan.count:
        return False
    short = lead.end is not None and lead.end - lead.begin <= _HOLLOW
    return scan.keys[lead.begin] in scan.lexicon.mute or (short and scan.keys[(lead.end or 1) - 1] in scan.lexicon.mute)


def _pieces(scan: Scan, leads: Sequence[Lead], lead: Lead) -> tuple[Span, ...]:
    if len(lead.pieces) > 0:
        return lead.pieces
    if lead.begin is None:
        quote = quote_before(scan, lead.first)
        if quote is not None:
            return (Span(quote.start, quote.end),)
        left = stretch(scan, max([scan.floor, *(other.last for other in leads if other.last <= lead.first)]), lead.first)
        return left + (stretch(scan, lead.last, _end(scan, leads, lead, lead.last)) if lead.last < scan.count else ())
    return stretch(scan, lead.begin, _end(scan, leads, lead, lead.begin))


def _end(scan: Scan, leads: Sequence[Lead], lead: Lead, begin: int) -> int:
    """The token before which a content ends: its own end, or the next lead of equal rank."""
    end = scan.count if lead.end is None else lead.end
    for other in leads:
        if other is not lead and begin < other.first < end and _is_sibling(scan, other, begin):
            end = other.first
    while end - 1 > begin and end < scan.count and scan.bits[end - 1] & (c.COORDINATOR | c.OPENER | c.SUBORDINATOR | c.COMMA):
        end -= 1
    return end


def _is_sibling(scan: Scan, other: Lead, begin: int) -> bool:
    """Does the other lead start anew, behind a verb and "and" or a comma, rather than stand inside the content?"""
    if scan.inside[other.first] != scan.inside[begin] and scan.in_speech(other.first):
        return False
    if other.borrows and other.begin is not None and other.begin > other.cue[0]:
        return True
    at = other.first - 1
    while at > begin and scan.bits[at] & (c.OPENER | c.ADVERB | c.SUBORDINATOR):
        at -= 1  # ", but | X said"
    led = scan.bits[at] & (c.COORDINATOR | c.COMMA) or scan.keys[at] in {"؛", ";"}
    return bool(led) and (other.borrows or bool(scan.bits[at - 1] & c.VERB) or other.according)
