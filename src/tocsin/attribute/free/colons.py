"""A person, a colon and spoken words without a verb of saying: "Сторож разводит руками: «…»". Enters: a scan. Leaves: leads."""

from collections.abc import Sequence

from tocsin.attribute.free import clauses, nouns
from tocsin.attribute.leads import Lead
from tocsin.attribute.scan import Scan
from tocsin.lang import classes as c
from tocsin.model import Act, Commitment

_REACH = 24  # tokens between the head of the sentence and its colon


def find(scan: Scan, leads: Sequence[Lead]) -> list[Lead]:
    """The leads of the quotations behind a colon that no cue introduces."""
    if scan.title:
        return []
    colons = [i for i in range(1, min(scan.count - 1, _REACH)) if scan.keys[i] == ":" and scan.in_speech(i + 1) and not scan.in_speech(i)]
    return [lead for at in colons if (lead := _read(scan, at, leads)) is not None]


def _read(scan: Scan, at: int, leads: Sequence[Lead]) -> Lead | None:
    if any(lead.first <= at < (lead.end or scan.count) for lead in leads):
        return None
    if any(scan.bits[i] & c.PAPER for i in range(scan.floor, at)):
        return None  # "Полиция нашла записку: «…»"
    first = clauses.left(scan, at)
    verb = next((i for i in range(first, at) if nouns.is_finite(scan, i)), None)
    agreement = nouns.ANY if verb is None else nouns.read_agreement(scan, verb)
    source = nouns.find_subject(scan, first, at, agreement)
    if source is None and first > scan.floor:
        source = nouns.find_subject(scan, scan.floor, at, agreement)
    if source is None or not _is_person(scan, source):
        return None
    return Lead(first, at + 1, (at, at + 1), Act.ASSERT, Commitment.CERTAIN, source, at + 1)


def _is_person(scan: Scan, source: tuple[int, int]) -> bool:
    """Somebody with a role, a name of two words, a surname that is known, or a pronoun."""
    if any(scan.bits[i] & (c.BODY | c.AGENCY) and not scan.bits[i] & c.ROLE for i in range(*source)):
        return False
    if any(scan.bits[i] & (c.ROLE | c.TITLE | c.UNNAMED | c.NAME) for i in range(*source)):
        return True
    return bool(scan.bits[source[0]] & c.PRONOUN) or nouns.is_known(scan, source[0])
