"""Headlines that name their speaker by a sign: "Посол: …", "«…»: беженцы — о дороге", "… — посол"."""

from tocsin.attribute.forward.trailing import read_dashed
from tocsin.attribute.free import nouns
from tocsin.attribute.free.passing import named
from tocsin.attribute.leads import Lead
from tocsin.attribute.scan import Scan, is_mark
from tocsin.lang import classes as c
from tocsin.lang import outlets
from tocsin.lang.inflection import surname
from tocsin.model import Act, Commitment

_LINE = 5  # tokens before the colon of a line of the text
_HEAD = 9  # tokens before the colon of a headline
_ALIVE = c.ROLE | c.BODY | c.TITLE | c.AGENCY | c.UNNAMED | c.COLLECTIVE


def read_title(scan: Scan) -> Lead | None:
    at = next((i for i in range(1, scan.count - 1) if scan.keys[i] == ":" and not scan.in_speech(i)), None)
    if at is None:
        return read_dashed(scan)
    if is_mark(scan.keys[at - 1]) and scan.in_speech(at - 1):
        source = named(scan, at + 1)
        return None if source is None else Lead(at, scan.count, (at, at + 1), Act.ASSERT, Commitment.CERTAIN, source, None)
    if at > _HEAD or any(nouns.is_finite(scan, i) for i in range(at)):
        return None
    if scan.keys[at + 1] in scan.lexicon.grammar.topics:
        return None  # "МИД: о телефонном разговоре"
    source = named(scan, 0)
    if source is None or source[1] != at or not _is_alive(scan, source):
        return None
    return Lead(0, at + 1, (at, at + 1), Act.ASSERT, Commitment.CERTAIN, source, at + 1)


def read_line(scan: Scan) -> Lead | None:
    """A line of the text that is a body, a colon and what it says: "Генштаб: за сутки отбито 12 атак"."""
    at = next((i for i in range(scan.floor + 1, min(scan.count - 1, scan.floor + _LINE)) if scan.keys[i] == ":"), None)
    if at is None or scan.keys[at + 1] in scan.lexicon.grammar.topics or any(nouns.is_finite(scan, i) for i in range(scan.floor, at)):
        return None
    source = named(scan, scan.floor)
    bodily = source is not None and any(scan.bits[i] & (c.BODY | c.AGENCY) for i in range(*source))
    if source is None or not bodily or source[1] != at or at + 1 >= scan.count:
        return None
    return Lead(scan.floor, at + 1, (at, at + 1), Act.ASSERT, Commitment.CERTAIN, source, at + 1)


def _is_alive(scan: Scan, source: tuple[int, int]) -> bool:
    """A speaker's noun, an outlet or a person's name; a country is a topic."""
    if any(scan.bits[i] & _ALIVE or nouns.opens_name(scan, i) or outlets.load().terms.at(scan.keys, i) is not None for i in range(*source)):
        return True
    if source[1] - source[0] == 1 and surname(scan.keys[source[0]]) in scan.names:
        return True
    names = [i for i in range(*source) if nouns.is_capital(scan, i) and not scan.bits[i] & c.NATION]
    return len(names) == source[1] - source[0] == 2
