"""Words that pass on another's words: "according to", "quoted as saying", "citing", "carried by"."""

from dataclasses import replace

from tocsin.attribute.forward import subjects
from tocsin.attribute.leads import Lead
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import OUTSIDE, Scan, is_mark
from tocsin.lang import classes as c
from tocsin.lang.terms import Hit
from tocsin.model import Act, Commitment


def read_according(scan: Scan, hit: Hit[Sense]) -> Lead | None:
    source = subjects.subject_after(scan, hit.last)
    if source is None or scan.in_speech(hit.first) or _is_rate(scan, hit, source):
        return None
    cue, last = (hit.first, hit.last), source[1]
    opening = all(scan.bits[i] & (c.OPENER | c.ADVERB | c.COMMA | c.COORDINATOR) or is_mark(scan.keys[i]) for i in range(hit.first))
    if opening and (begin := _after_asides(scan, last)) is not None:
        return Lead(hit.first, last, cue, Act.ASSERT, Commitment.CERTAIN, source, begin, according=True)
    first = hit.first
    return Lead(first, last, cue, Act.ASSERT, Commitment.CERTAIN, source, None, according=True)


def _is_rate(scan: Scan, hit: Hit[Sense], source: tuple[int, int]) -> bool:
    """ "Two litres per person": a preposition without comma or name vouches for nothing."""
    single = hit.last - hit.first == 1 and bool(scan.bits[hit.first] & c.PREPOSITION)
    named = any(scan.words[i][0].isupper() for i in range(*source))
    return single and hit.first > 0 and not named and not scan.is_comma(hit.first - 1)


def _after_asides(scan: Scan, last: int) -> int | None:
    """The token behind the source and what describes it: "According to a person familiar with it, who …, | a deal"."""
    comma = next((i for i in range(last, scan.count - 1) if scan.is_comma(i) and not scan.keys[i - 1].isdigit()), None)
    while comma is not None and _describes(scan, comma + 1):
        comma = next((i for i in range(comma + 1, scan.count - 1) if scan.is_comma(i)), None)
    return None if comma is None else comma + 1


def _describes(scan: Scan, at: int) -> bool:
    return bool(scan.bits[at] & c.RELATIVE) or scan.keys[at].endswith(scan.lexicon.grammar.participle_endings)


def read_quoted(scan: Scan, hit: Hit[Sense]) -> Lead | None:
    """ "X was quoted as saying by Y", "Y quoted X as saying"."""
    begin = hit.last
    carrier: tuple[int, int] | None = None
    source: tuple[int, int] | None
    if begin + 1 < scan.count and scan.keys[begin] == "by":
        carrier = subjects.subject_after(scan, begin + 1)
        begin = carrier[1] if carrier is not None else begin
    if begin < scan.count and scan.is_comma(begin):
        begin += 1
    opener = next((h for h in reversed(scan.hits) if h.last <= hit.first and h.value.citing), None)
    by = next((h for h in reversed(scan.hits) if h.last < hit.first and h.value.carried), None)
    if by is not None:
        # "X was quoted by Y as saying"
        carrier = (by.last, hit.first)
        group = subjects.group_start(scan, by.first)
        source = subjects.subject_before(scan, group)
        first = source[0] if source is not None else group
    elif opener is not None:
        source = (opener.last, hit.first)
        group = subjects.group_start(scan, opener.first)
        carrier = subjects.subject_before(scan, group)
        first = carrier[0] if carrier is not None else group
    else:
        group = subjects.group_start(scan, hit.first)
        source = subjects.subject_before(scan, group)
        first = source[0] if source is not None else group
    if source is None:
        return None
    trailing = begin >= scan.count or scan.keys[begin] in {".", "in", "on"}
    return Lead(first, begin, (group, hit.last), Act.ASSERT, Commitment.CERTAIN, source, None if trailing else begin, carrier=carrier)


def add_citations(scan: Scan, leads: list[Lead]) -> list[Lead]:
    """Apply "citing Z" and "carried by Y" to the lead they stand with; without one, "citing" is an "according to"."""
    for hit in scan.hits:
        sense = hit.value
        if not (sense.citing or sense.carried) or scan.inside[hit.first] != OUTSIDE:
            continue
        named = subjects.subject_after(scan, hit.last)
        if named is None or any(lead.cue[0] <= hit.first < lead.cue[1] for lead in leads):
            continue
        leads = _cited(scan, leads, hit, named) if sense.citing else _carried(leads, hit, named)
    return leads


def _cited(scan: Scan, leads: list[Lead], hit: Hit[Sense], named: tuple[int, int]) -> list[Lead]:
    """ "Y, citing Z, reported" and "Y reported, citing Z": Z is the source, Y the carrier."""
    near = [lead for lead in leads if not lead.according]
    if any(lead.source is not None and lead.source[0] <= named[0] < lead.source[1] and lead.carrier is not None for lead in leads):
        return leads
    if len(near) > 0:
        lead = min(near, key=lambda other: abs(other.cue[0] - hit.first))
        end = hit.first if lead.begin is not None and lead.begin < hit.first else lead.end
        cited = replace(lead, source=named, carrier=lead.source, end=end, borrows=False)
        return [cited if other is lead else other for other in leads]
    carrier = subjects.subject_before(scan, subjects.group_start(scan, hit.first))
    if carrier is not None:
        # "The outlet cites more than 20 sources": no content of its own, but it tells where the sources speak.
        return [Lead(carrier[0], named[1], (hit.first, hit.last), Act.REPORT, Commitment.CERTAIN, named, scan.count, carrier=carrier)]
    return [Lead(hit.first, named[1], (hit.first, hit.last), Act.ASSERT, Commitment.CERTAIN, named, None, according=True)]


def _carried(leads: list[Lead], hit: Hit[Sense], named: tuple[int, int]) -> list[Lead]:
    """ "said in a statement carried by Y": Y is the carrier."""
    if len(leads) == 0:
        return leads
    near = min(leads, key=lambda lead: abs(lead.cue[0] - hit.first))
    return [replace(lead, carrier=named) if lead is near else lead for lead in leads]
