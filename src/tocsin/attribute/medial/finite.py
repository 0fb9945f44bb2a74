"""Verbs of saying with an object before or a clause behind them: "X the report | denied", "X said that"."""

from tocsin.attribute.leads import Lead, last_spoken, quote_before
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.medial import contents, subjects
from tocsin.attribute.medial.contents import Content
from tocsin.attribute.medial.field import Field, field_floor
from tocsin.attribute.medial.hearers import find_hearer
from tocsin.attribute.medial.subjects import Clause
from tocsin.attribute.scan import OUTSIDE, Scan
from tocsin.lang import classes as c
from tocsin.lang.terms import Hit
from tocsin.model import Act, Commitment

_CARRIED = 8  # tokens before a verb that carries its speaker over
_IMPERSONAL = 6  # tokens before "it is said" in its clause


def read_finite(field: Field, hit: Hit[Sense], leads: list[Lead]) -> Lead | None:
    if _stands_aside(field, hit):
        return None
    scan, verb = field.scan, hit.value.verb
    floor = _floor(scan, hit, leads)
    clause = subjects.find_clause(field, floor, hit.first)
    if clause.unsaid or any(scan.keys[i] in scan.lexicon.hypothetical for i in range(floor, min(floor + 1, hit.first))):
        return None
    content = contents.behind(field, hit)
    if verb is not None and (verb.impersonal or contents.is_paper(verb)):
        return None if content is None else _unnamed(field, hit, content, clause)
    source, rest = _owner(field, hit, clause, (floor, content, leads))
    if content is None:
        content = contents.before(field, hit, rest)
    if content is None and quote_before(scan, clause.start if source is None else source[0]) is not None:
        return _lead(field, hit, None, source, rest, borrows=source is None and len(leads) > 0)
    content = content or _quoted_this(field, hit, clause, rest)
    if content is None or _is_nobody(field, hit, clause, (source, content, leads)):
        return None
    if source is None and len(leads) > 0:
        return _lead(field, hit, content, last_spoken(leads).source, rest, borrows=True)
    return _lead(field, hit, content, source, rest)


def _stands_aside(field: Field, hit: Hit[Sense]) -> bool:
    inside = any(first < hit.first < end and first not in field.sources for first, end in field.asides.items())
    return inside and not _speaks_inside(field, hit)


def _unnamed(field: Field, hit: Hit[Sense], content: Content, clause: Clause) -> Lead | None:
    """A verb whose speaker is a paper, or nobody."""
    near = hit.first - clause.start <= _IMPERSONAL
    if not contents.is_paper(hit.value.verb):
        return _impersonal(hit, content) if near else None
    passive = any(field.scan.bits[i] & c.PASSIVE for i in range(hit.first, hit.last)) and near
    return _paper(field, hit, content, clause) or (_impersonal(hit, content) if passive else None)


def _owner(
    field: Field, hit: Hit[Sense], clause: Clause, known: tuple[int, Content | None, list[Lead]]
) -> tuple[tuple[int, int] | None, int]:
    """The source and where the words between it and the verb begin; behind "and" a verb shares the subject before."""
    floor, content, leads = known
    quoted = quote_before(field.scan, clause.start) is not None
    source, rest = _subject(field, clause, hit, told=quoted or (content is not None and content.told))
    if len(leads) > 0 and clause.start > floor and _is_object(field.scan, source):
        return None, clause.start
    if source is None and len(leads) == 0 and clause.start > floor:
        return subjects.find_subject(field, floor, hit.first), rest
    return source, rest


def _is_nobody(field: Field, hit: Hit[Sense], clause: Clause, read: tuple[tuple[int, int] | None, Content, list[Lead]]) -> bool:
    """Is there nobody who could say this here: no speaker, a negation, or spoken words of somebody else?"""
    scan, (source, content, leads) = field.scan, read
    if source is not None and not content.told and not subjects.is_speaker(scan, *source):
        return True
    if source is None and len(leads) == 0 and not _may_carry(scan, clause, content, hit):
        return True
    return _inside_speech(scan, hit.first, source) or _is_negated(scan, clause, hit)


def _is_object(scan: Scan, source: tuple[int, int] | None) -> bool:
    """Behind "and" a noun phrase with a marker right behind it is the object of a verb that shares its subject."""
    return source is not None and source[1] < scan.count and scan.keys[source[1]] in scan.lexicon.grammar.object_markers


def _speaks_inside(field: Field, hit: Hit[Sense]) -> bool:
    """A verb inside what stands aside speaks where a clause or quotation of its own follows it there."""
    content = contents.behind(field, hit)
    return (
        content is not None
        and content.told
        and hit.value.verb is not None
        and not any(first < hit.first < end and end <= content.begin for first, end in field.asides.items())
    )


def _floor(scan: Scan, hit: Hit[Sense], leads: list[Lead]) -> int:
    """The token from which the verb's clause may begin: behind the "that" of a verb whose content it stands in."""
    begins = [lead.begin for lead in leads if lead.begin is not None and lead.cue[1] <= lead.begin <= hit.first < (lead.end or scan.count)]
    number = scan.inside[hit.first]
    if number != OUTSIDE and scan.quotes[number].speech:
        begins.append(next(i for i in range(scan.count) if scan.inside[i] == number) + 1)
    return min(hit.first, max([field_floor(scan), *begins]))


def _subject(field: Field, clause: Clause, hit: Hit[Sense], *, told: bool) -> tuple[tuple[int, int] | None, int]:
    """The source, and where what stands between it and the verb begins."""
    scan = field.scan
    if clause.relative is not None:
        end = clause.relative - 1 if scan.is_comma(clause.relative - 1) else clause.relative
        return subjects.find_subject(field, clause.start, end), clause.relative + 1
    own = () if told or hit.value.verb is None else hit.value.verb.prepositions
    source = subjects.find_subject(field, clause.start, hit.first, objects=not told, own=own)
    return source, source[1] if source is not None else clause.start


def _impersonal(hit: Hit[Sense], content: Content) -> Lead | None:
    verb = hit.value.verb
    if verb is None:
        return None
    cue = (hit.first, hit.last)
    return Lead(hit.first, hit.last, cue, verb.act, verb.commitment, None, content.begin, nobody=True)


def _paper(field: Field, hit: Hit[Sense], content: Content, clause: Clause) -> Lead | None:
    """ "In the statement | it is written | that": the paper behind the preposition speaks."""
    scan, verb = field.scan, hit.value.verb
    at = next((i for i in range(clause.start, hit.first) if scan.bits[i] & c.PREPOSITION), None)
    if at is None or verb is None:
        return None
    first = at + 1
    end = field.phrase_end(first, hit.first)
    if not any(scan.bits[i] & (c.PAPER | c.BODY) for i in range(first, end)):
        return None
    return Lead(at, hit.last, (hit.first, hit.last), verb.act, verb.commitment, (first, end), content.begin)


def _quoted_this(field: Field, hit: Hit[Sense], clause: Clause, rest: int) -> Content | None:
    """ "“…” This X | said": the quotation right before the clause."""
    scan = field.scan
    quote = quote_before(scan, clause.start)
    if quote is None:
        return None
    first = next(i for i in range(scan.count) if scan.sentence.ends[i] > quote.start)
    return Content(first, clause.start, told=True) if rest <= hit.first else None


def _may_carry(scan: Scan, clause: Clause, content: Content, hit: Hit[Sense]) -> bool:
    """A verb that opens its sentence ("added that") goes on with the speaker of the last one."""
    return content.told and clause.start <= field_floor(scan) and hit.first - clause.start <= _CARRIED


def _inside_speech(scan: Scan, cue: int, source: tuple[int, int] | None) -> bool:
    """Inside spoken words only a third party is read as a speaker of its own."""
    number = scan.inside[cue]
    if number == OUTSIDE or not scan.quotes[number].speech:
        return False
    if source is None or scan.inside[source[0]] != number:
        return True
    return bool(scan.bits[source[0]] & c.PRONOUN)


def _is_negated(scan: Scan, clause: Clause, hit: Hit[Sense]) -> bool:
    first = scan.lexicon.grammar.negations[:1]
    return any(scan.keys[i] in first for i in range(clause.start, hit.first))


def _lead(
    field: Field, hit: Hit[Sense], content: Content | None, source: tuple[int, int] | None, rest: int, *, borrows: bool = False
) -> Lead:
    verb = hit.value.verb
    act, commitment = (verb.act, verb.commitment) if verb is not None else (Act.ASSERT, Commitment.CERTAIN)
    last = hit.last - 1 if field.scan.bits[hit.last - 1] & c.COORDINATOR else hit.last
    own = source is not None and not borrows
    first = source[0] if source is not None and own and source[0] < hit.first else hit.first
    if content is not None and content.begin < first:
        first = content.begin
    return Lead(
        first,
        last,
        (hit.first, last),
        act if content is None or content.act is None else content.act,
        commitment if content is None or content.commitment is None else content.commitment,
        source,
        None if content is None else content.begin,
        end=None if content is None else content.end,
        hearer=find_hearer(field, rest, hit.first, told=content is not None and content.begin > hit.first),
        borrows=borrows,
    )
