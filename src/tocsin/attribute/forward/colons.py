"""A speaker, a colon and a quotation without a verb: "Le commandant Ag Hamma, joint par Radio Kivu : « … »". Enters: a scan. Leaves: leads."""

from collections.abc import Sequence

from tocsin.attribute.contents import hearer_end
from tocsin.attribute.forward import adjuncts, subjects, verbs
from tocsin.attribute.leads import Lead
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import Scan
from tocsin.lang import actors
from tocsin.lang import classes as c
from tocsin.lang.terms import Hit
from tocsin.model import Act, Commitment, Kind

_TAIL = 8  # tokens of time, place and hearer between a verb and its colon
_REACH = 24  # tokens between the head of the clause and its colon


def find(scan: Scan, leads: Sequence[Lead]) -> list[Lead]:
    """The leads of the quotations behind a colon that no cue introduces."""
    if not scan.lexicon.grammar.inverts or scan.title:
        return []
    colons = [i for i in range(1, scan.count - 1) if scan.keys[i] == ":" and scan.in_speech(i + 1) and not scan.in_speech(i)]
    return [lead for at in colons if (lead := _read(scan, at, leads)) is not None]


def read_opening(scan: Scan, hit: Hit[Sense], first: int) -> Lead | None:
    """ "The army said on Monday|:" at the end of its sentence: what it says stands in the next one."""
    verb, last = hit.value.verb, scan.count - 1
    if (
        verb is None
        or scan.keys[last] != ":"
        or not scan.words[hit.first][0].islower()
        or not 0 <= last - hit.last <= _TAIL
        or not {"clause", "quote", "that"} & set(verb.takes)
    ):
        return None
    if any(scan.bits[i] & (c.COMPLEMENTIZER | c.VERB | c.COORDINATOR) or scan.is_cue(i) for i in range(hit.last, last)):
        return None
    source = subjects.subject_before(scan, first, loose=True)
    if source is None or scan.in_speech(hit.first):
        return None
    hearer = (hit.last, min(hearer_end(scan, hit.last), last)) if verb.hearer else None
    if hearer is not None and hearer[1] <= hearer[0]:
        hearer = None
    if len(scan.lexicon.grammar.addressing) > 0:
        hearer = adjuncts.find_hearer(scan, hit.last, last)
    return Lead(source[0], scan.count, (first, hit.last), verb.act, verb.commitment, source, scan.count, hearer=hearer)


def _read(scan: Scan, at: int, leads: Sequence[Lead]) -> Lead | None:
    first = next((i + 1 for i in range(at - 1, -1, -1) if scan.keys[i] in {";", ":", ".", "|", "—"}), 0)
    while first < at and (
        not scan.keys[first][0].isalnum() or (scan.bits[first] & (c.OPENER | c.ADVERB) and not scan.bits[first] & c.DETERMINER)
    ):
        first += 1
    if at - first > _REACH or any(lead.begin is not None and lead.cue[0] < at + 1 <= (lead.end or scan.count) for lead in leads):
        return None
    if any(verbs.is_verbal(scan, i) for i in range(first, at)):
        return None
    source = subjects.subject_after(scan, first)
    if source is None or source[1] > at or not _is_somebody(scan, source):
        return None
    return Lead(first, at + 1, (at, at + 1), Act.ASSERT, Commitment.CERTAIN, source, at + 1)


def _is_somebody(scan: Scan, source: tuple[int, int]) -> bool:
    """No topic: "Mali : « … »", "Bilan : « … »"."""
    known = actors.load().terms.at(scan.keys, source[0])
    if known is not None and known.last == source[1] and known.value.kind is Kind.COUNTRY:
        return False
    return any(scan.bits[i] & (c.ROLE | c.BODY | c.TITLE | c.UNNAMED) for i in range(*source)) or source[1] - source[0] > 1
