"""Where a subject ends and what it does or says begins: in a script without capitals nothing else tells them apart."""

from tocsin.attribute.scan import Scan
from tocsin.lang import actors, naming
from tocsin.lang import classes as c
from tocsin.lang.cues import Verb

_PHRASE = 16  # tokens of a subject, at most
_JOINED = 3  # letters of the shortest word that a preposition is joined to


def cut_alone(scan: Scan, source: tuple[int, int] | None, verb: Verb) -> tuple[int, int] | None:
    """A known name that begins the phrase is the whole subject of a verb with an object: "اتهمت دمشق | إسرائيل"."""
    if source is None or not (verb.hearer or "object" in verb.takes):
        return source
    known = actors.load().terms.at(scan.keys, source[0])
    if known is None or known.last >= source[1] or scan.bits[known.last] & c.NATION or scan.keys[known.last][0] == "و":
        return source
    return source[0], known.last


def find_object(scan: Scan, source: tuple[int, int], verb: Verb) -> int | None:
    """Where a definite object begins behind a whole subject: "تبنت جماعة أبناء الوادي | الهجوم"; adjectives are none."""
    if "object" not in verb.takes:
        return None
    prefix, adjectives = scan.lexicon.grammar.definite_prefix, scan.lexicon.grammar.adjective_endings
    for at in range(source[0] + 1, source[1]):
        key, bits = scan.keys[at], scan.bits[at]
        if not key.startswith(prefix) or bits & (c.NATION | c.REGION | c.TITLE):
            continue
        behind = scan.keys[at - 1].startswith(prefix)
        if bits & (c.BODY | c.ROLE) and behind:
            return at
        if not bits & c.SPEAKING and not key.endswith(adjectives) and (at - source[0] > 1 or behind):
            return at
    return None


def _may_be_name(scan: Scan, first: int, at: int) -> bool:
    """Does the word stand where a name has only begun: behind a title, or behind a single given name?"""
    if scan.bits[at] & c.NAME or scan.bits[at - 1] & c.TITLE:
        return True
    titled = any(scan.bits[i] & (c.TITLE | c.ROLE) for i in range(first, at))
    if not titled or scan.keys[at][1:].startswith(scan.lexicon.grammar.definite_prefix):
        return False
    plain = at > first and not scan.bits[at - 1] and not scan.keys[at - 1].startswith(scan.lexicon.grammar.definite_prefix)
    return plain and (at - 2 < first or bool(scan.bits[at - 2]) or scan.keys[at - 2].startswith(scan.lexicon.grammar.definite_prefix))


def cut_joined(scan: Scan, source: tuple[int, int] | None, verb: Verb) -> tuple[int, int] | None:
    """End the subject where a word joined to the verb's preposition begins the content: "طالب الرئيس | بنقل الحاجز"."""
    if source is None:
        return None
    joined = tuple(p for p in verb.prepositions if len(p) == 1)
    for at in range(*source):
        begins = len(joined) > 0 and len(scan.keys[at]) > _JOINED and scan.keys[at].startswith(joined)
        if begins and not _may_be_name(scan, source[0], at):
            return (source[0], at) if at > source[0] else None
    return source


def add_name(scan: Scan, source: tuple[int, int], begin: int) -> tuple[int, int]:
    """A name that stands behind a long office, or in apposition to it: "الباحث في شؤون الجماعات | وائل درغام"."""
    if not any(scan.bits[i] & (c.ROLE | c.TITLE) for i in range(*source)):
        return source
    commas = [i for i in range(source[1], begin) if scan.is_comma(i)]
    for last in (*commas[:2], begin):
        first = naming.find_end(scan.words, scan.bits, source[1], last)
        if first is not None and last - source[1] < _PHRASE:
            return source[0], last
    return source
