"""A colon as the cue: "Governor: 14 villages cut off", "X in answer to Y: “…”", in headlines and at the head of posts."""

from tocsin.attribute.leads import Lead
from tocsin.attribute.medial import subjects
from tocsin.attribute.medial.field import Field
from tocsin.attribute.scan import Scan, is_mark
from tocsin.lang import actors, outlets
from tocsin.lang import classes as c
from tocsin.model import Act, Commitment, Kind

_HEAD = 12  # tokens before the colon
_BARE = 2  # words of a speaker whom only the quotation behind the colon tells for one
_SPEAKS = c.ROLE | c.BODY | c.AGENCY | c.TITLE | c.NAME


def headline(field: Field) -> Lead | None:
    scan = field.scan
    at = next((i for i in range(1, min(scan.count - 1, _HEAD + 1)) if scan.keys[i] == ":"), None)
    if at is None or any(scan.bits[i] & c.VERB or scan.is_cue(i) for i in range(at)):
        return None
    source = subjects.find_subject(field, 0, at)
    if source is None or not (_is_headed(scan, source, at) if scan.title else _opens_post(scan, source, at)):
        return None
    return Lead(source[0], at + 1, (at, at + 1), Act.ASSERT, Commitment.CERTAIN, source, at + 1)


def _is_headed(scan: Scan, source: tuple[int, int], colon: int) -> bool:
    quoted = is_mark(scan.keys[colon + 1]) and scan.inside[colon + 1] != scan.inside[colon]
    known = any(scan.bits[i] & _SPEAKS for i in range(*source)) or _is_known(" ".join(scan.words[slice(*source)]))
    return known or (quoted and source[1] - source[0] <= _BARE)


def _opens_post(scan: Scan, source: tuple[int, int], colon: int) -> bool:
    """Nothing but the speaker before the colon, an outlet or a body of several words: "Source:" is a label."""
    named = _is_known(" ".join(scan.words[slice(*source)]))
    if source[1] < colon and scan.bits[source[1]] & c.PREPOSITION and scan.in_speech(colon + 1):
        return source[1] - source[0] > 1  # "Mulla Zahir | from the village, in a voice message |: “…”"
    return source[1] == colon and (named or (source[1] - source[0] > 1 and any(scan.bits[i] & _SPEAKS for i in range(*source))))


def _is_known(name: str) -> bool:
    """A body or an outlet; a country before a colon is a topic."""
    entry = actors.load().get(name)
    return (entry is not None and entry.kind is not Kind.COUNTRY) or outlets.load().get(name) is not None
