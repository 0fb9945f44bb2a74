"""Whose words a verb of saying brings, in a language of free order: a subject by its case, or a body behind a preposition."""

from dataclasses import dataclass

from tocsin.attribute.free import clauses, nouns, sites
from tocsin.attribute.free.nouns import Agreement
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import Scan
from tocsin.lang import classes as c
from tocsin.lang import outlets
from tocsin.lang.inflection import DATIVE
from tocsin.lang.nouns import adjective
from tocsin.lang.terms import Hit

_ASIDES = 3  # asides between a subject and its verb
_AHEAD = 4  # tokens of an adverb or a time between verb and subject


@dataclass(frozen=True, slots=True)
class Found:
    """``source`` speaks, ``hearer`` is told; both in tokens. ``first`` is where the words of the clause begin."""

    source: tuple[int, int] | None
    hearer: tuple[int, int] | None
    first: int


def find(scan: Scan, hit: Hit[Sense], bounds: tuple[int, int]) -> Found:
    """Look for the subject on both sides of the verb, then for a body behind "in"."""
    first, last = bounds
    verb = nouns.read_agreement(scan, hit.first)
    impersonal = hit.value.verb is not None and hit.value.verb.impersonal
    source: tuple[int, int] | None = None
    begin = first
    if not impersonal:
        source = nouns.find_subject(scan, first, hit.first, verb)
        behind = _alive(scan, nouns.find_subject(scan, hit.last, last, verb))
        if behind is not None and (source is None or _outranks(scan, behind, source)):
            source = behind
        apart = source is not None and source == behind and source[0] > hit.last and scan.is_comma(hit.first - 1)
        if apart and (aside := _before_asides(scan, first, verb)) is not None:
            source, begin = aside, aside[0]  # "Губернатор, в свою очередь, | сообщил о гибели"
        told = source is not None and source == behind and _is_told(scan, behind)
        if told and (aside := _before_asides(scan, first, verb)) is not None:
            source, begin = aside, aside[0]  # "Источник, пожелавший …, | подтвердил РИА Новости"
        if source is None and (aside := _before_asides(scan, first, verb)) is not None:
            source, begin = aside, aside[0]
    if (teller := _teller(scan, hit, bounds)) is not None:
        return Found(teller, _hearer(scan, hit, bounds, teller), first)
    if source is None and (impersonal or verb.plural is not False):
        source = sites.find_site(scan, first, hit.first) or sites.find_site(scan, hit.last, last)
        if source is None and scan.keys[hit.first] in scan.lexicon.grammar.evidentials:
            source = sites.find_site(scan, scan.floor, hit.first) or nouns.find_subject(scan, scan.floor, hit.first)
        if source is None and verb.plural:
            source = sites.find_place(scan, first, hit.first) or sites.find_place(scan, hit.last, last)
        if source is None and not impersonal and (aside := _site_before(scan, first)) is not None:
            source, begin = aside, aside[0]
    if source is not None:
        source = _trimmed(scan, source)
    return Found(source, _hearer(scan, hit, bounds, source), begin)


def _teller(scan: Scan, hit: Hit[Sense], bounds: tuple[int, int]) -> tuple[int, int] | None:
    """ "Стало известно | от двух сотрудников", "узнала | от следователя": whom it comes from."""
    prepositions = () if hit.value.verb is None else hit.value.verb.tellers
    impersonal = hit.value.verb is not None and hit.value.verb.impersonal
    for at in range(scan.floor if impersonal and len(prepositions) > 0 else bounds[0], bounds[1]):
        if scan.keys[at] in prepositions and (at == scan.floor or at >= bounds[0]):
            last = nouns.phrase_end(scan, at + 1, bounds[1])
            return (at + 1, last) if last > at + 1 else None
    return None


def _is_told(scan: Scan, phrase: tuple[int, int]) -> bool:
    """An outlet whose name does not show its case."""
    return nouns.opens_name(scan, phrase[0]) or outlets.load().terms.at(scan.keys, phrase[0]) is not None


def _alive(scan: Scan, phrase: tuple[int, int] | None) -> tuple[int, int] | None:
    """Behind a verb a paper or a thing is its object, not its subject."""
    if phrase is None:
        return None
    first, last = phrase
    thing = scan.bits[first] & c.PAPER and not any(scan.bits[i] & (c.ROLE | c.BODY) for i in range(first, last))
    return None if thing else phrase


def _outranks(scan: Scan, behind: tuple[int, int], before: tuple[int, int]) -> bool:
    """Two phrases look like subjects: a paper or a thing before the verb is its object when a person or body stands behind."""
    if nouns.is_weak(scan, before) and nouns.is_plain_subject(scan, behind):
        return True
    thing = scan.bits[before[0]] & c.PAPER and not any(scan.bits[i] & (c.ROLE | c.BODY) for i in range(*before))
    alive = any(scan.bits[i] & (c.ROLE | c.BODY | c.TITLE | c.AGENCY) or nouns.is_capital(scan, i) for i in range(*behind))
    return bool(thing) and alive


def _trimmed(scan: Scan, source: tuple[int, int]) -> tuple[int, int]:
    """Without adverbs and times at the end."""
    first, last = source
    while last - 1 > first and scan.bits[last - 1] & (c.TIME | c.ADVERB) and not scan.bits[last - 1] & c.SPEAKING:
        last -= 1
    while last - 1 > first and scan.bits[last - 1] & c.PREPOSITION and scan.words[last - 1].islower():
        last -= 1
    return first, last


def _before_asides(scan: Scan, first: int, verb: Agreement) -> tuple[int, int] | None:
    """The subject before one or more asides: "Дипломат, говоривший с газетой, | оценил"; "X, который …, | заявил"."""
    closing = first - 1
    if closing > 0 and scan.bits[first] & c.RELATIVE:
        return _ending_at(scan, closing, nouns.ANY)
    for _ in range(_ASIDES):
        if closing <= scan.floor or not (scan.is_comma(closing) or clauses.is_dash(scan, closing) or scan.keys[closing] == ")"):
            return None
        opening = clauses.left(scan, closing) - 1
        if opening <= scan.floor or (scan.keys[opening] == ")" and scan.keys[closing] != ")"):
            return None
        if _is_aside(scan, opening + 1) and (found := _ending_at(scan, opening, verb)) is not None:
            named = scan.words[closing - 1][0].isupper() and nouns.opens(scan, opening + 1, closing)
            return (found[0], closing) if named else found
        closing = opening
    return None


def _is_aside(scan: Scan, at: int) -> bool:
    """A participle, a relative clause, a name or a further office opens an aside."""
    words = scan.lexicon.grammar
    if (
        scan.bits[at] & (c.RELATIVE | c.PREPOSITION | c.TITLE | c.ROLE | c.ADVERB)
        or scan.words[at][0].isupper()
        or scan.words[at][0].isdigit()
        or scan.keys[at] in words.as_words
    ):
        return True
    led = scan.keys[at].endswith(words.participle_endings) or scan.keys[min(at + 1, scan.count - 1)].endswith(words.participle_endings)
    return led or any(hit.first == at and (hit.value.bare or hit.value.carried or hit.value.citing) for hit in scan.hits)


def _ending_at(scan: Scan, end: int, verb: Agreement) -> tuple[int, int] | None:
    """The phrase in the nominative that ends right before token ``end``."""
    first = clauses.left(scan, end)
    while first < end:
        found = nouns.find_subject(scan, first, end, verb)
        if found is None or found[1] == end or scan.bits[found[1]] & c.PREPOSITION:
            return found
        first = found[1]
    return None


def _site_before(scan: Scan, first: int) -> tuple[int, int] | None:
    """ "В министерстве, в свою очередь, | заявили": the body before an aside."""
    closing = first - 1
    if closing <= 0 or not scan.is_comma(closing):
        return None
    opening = clauses.left(scan, closing) - 1
    if opening <= 0 or not scan.is_comma(opening):
        return None
    return sites.find_site(scan, clauses.left(scan, opening), opening)


def _hearer(scan: Scan, hit: Hit[Sense], bounds: tuple[int, int], source: tuple[int, int] | None) -> tuple[int, int] | None:
    """Whom it is said to: in the dative, an outlet's name that is not the subject."""
    verb = hit.value.verb
    if verb is None or not verb.hearer:
        return None
    begin = max([bounds[0], *(other.last for other in scan.hits if other.value.verb is not None and other.last <= hit.first)])
    begin = next((at + 1 for at in range(hit.first - 1, begin, -1) if scan.bits[at] & c.COORDINATOR), begin)
    for at in range(begin, bounds[1]):
        if hit.first <= at < hit.last or (source is not None and source[0] <= at < source[1]):
            continue
        if scan.keys[at - 1] in scan.lexicon.grammar.ours and at > 0:
            continue  # "сказали нашему изданию"
        if nouns.is_noun(scan, at) and nouns.stands_in(nouns.readings(scan, at), DATIVE) and not _led(scan, at, bounds[0]):
            last = nouns.phrase_end(scan, at, bounds[1] if source is None or source[0] < at else source[0])
            quoted = next((i for i in range(at, last) if nouns.opens_name(scan, i)), None)
            return (quoted, nouns.name_end(scan, quoted)) if quoted is not None else (at, last)
        if nouns.opens_name(scan, at) and not _led(scan, at, bounds[0]):
            return at, nouns.name_end(scan, at)
        known = outlets.load().terms.at(scan.keys, at)
        if known is not None and nouns.is_capital(scan, at) and not _led(scan, at, bounds[0]):
            return known.first, known.last
    return None


def _led(scan: Scan, at: int, first: int) -> bool:
    """Does a preposition stand before the word, adjectives stepped over?"""
    while at > first and nouns.stands_in(adjective(scan.lexicon.code, scan.keys[at - 1]), DATIVE) and not nouns.is_noun(scan, at - 1):
        at -= 1
    return at > first and bool(scan.bits[at - 1] & (c.PREPOSITION | c.SPEAKING))
