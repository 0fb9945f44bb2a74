"""Headlines: "‘Quote’: speaker", "Outlet: what another says". Enters: the scan of a title and its leads. Leaves: the leads."""

from dataclasses import replace

from tocsin.attribute.forward import subjects
from tocsin.attribute.forward.trailing import read_bracketed, read_dashed
from tocsin.attribute.leads import Lead, headline
from tocsin.attribute.scan import OUTSIDE, Scan, is_mark
from tocsin.lang import classes as c
from tocsin.lang import cues, gazetteer
from tocsin.model import Act, Commitment

_HEAD = 4  # tokens of an outlet's name before the colon
_WORDS = 2  # words of a quotation that may be spoken


def read_heading(scan: Scan, leads: list[Lead]) -> list[Lead]:
    """Add what a colon or a dash tells of who speaks."""
    if (quoted := _quoted(scan, leads)) is not None:
        return [quoted, *(replace(lead, floor=quoted.last) for lead in leads)]
    if len(leads) == 0:
        lead = read_bracketed(scan) or headline(scan, subjects.is_speaker)
        if lead is not None:
            return [lead]
    elif (outlet := _outlet(scan, leads)) is not None:
        return [outlet, *leads]
    signed = read_dashed(scan) or read_bracketed(scan)
    if signed is not None and not any(lead.last > signed.first for lead in leads):
        return [*(replace(lead, end=min(lead.end or scan.count, signed.first)) for lead in leads), signed]
    return leads


def _quoted(scan: Scan, leads: list[Lead]) -> Lead | None:
    """ "‘We ate leaves’ | : | survivors of the siege speak": the words before the colon are spoken by who stands behind it."""
    at = next((i for i in range(2, scan.count - 1) if scan.keys[i] == ":" and scan.inside[i] == OUTSIDE), None)
    if at is None or not is_mark(scan.keys[0]) or scan.inside[0] == OUTSIDE or scan.inside[at - 1] != scan.inside[0]:
        return None
    if scan.quotes[scan.inside[0]].words < _WORDS:
        return None
    source = _head(scan, at + 1)
    if source is None:
        return None
    carrier = next((lead.source for lead in leads if lead.begin is None and lead.first > source[1] and lead.source != source), None)
    hearer = next((lead.hearer for lead in leads if lead.source == source and lead.hearer is not None), None)
    return Lead(at, at + 1, (at, at + 1), Act.ASSERT, Commitment.CERTAIN, source, None, carrier=carrier, hearer=hearer)


def _head(scan: Scan, first: int) -> tuple[int, int] | None:
    """The people or body that the words behind the colon begin with: "| farmers | count the cost"."""
    last = next((i for i in range(first, min(scan.count, first + _HEAD)) if scan.bits[i] & (c.SPEAKING & ~c.PAPER)), None)
    if last is None or any(scan.bits[i] & (c.VERB | c.PREPOSITION | c.COMMA) for i in range(first, last)):
        source = subjects.subject_after(scan, first)
        return source if source is not None and any(scan.words[i][0].isupper() for i in range(*source)) else None
    while last + 1 < scan.count and scan.bits[last + 1] & (c.SPEAKING & ~c.PAPER):
        last += 1
    return first, last + 1


def _outlet(scan: Scan, leads: list[Lead]) -> Lead | None:
    """ "Halyard | : | Militia tells mediators …": a name that is no place before the words of others."""
    at = next((i for i in range(1, min(scan.count - 2, _HEAD + 1)) if scan.keys[i] == ":"), None)
    if at is None or min(lead.first for lead in leads) <= at or any(lead.begin is None for lead in leads):
        return None
    if not all(scan.words[i][0].isupper() and not scan.bits[i] & (c.FUNCTION | c.TIME | c.VERB | c.NATION) for i in range(at)):
        return None
    name = " ".join(scan.keys[:at])
    if len(gazetteer.load().get(name)) > 0 or name in cues.load(scan.lexicon.code).topics:
        return None
    return Lead(0, at + 1, (at, at + 1), Act.ASSERT, Commitment.CERTAIN, (0, at), at + 1)
