"""Who a verb belongs to that stands behind its object: the clause it closes, and the noun phrase that opens the clause."""

from dataclasses import dataclass

from tocsin.attribute.medial.field import HEAD, Field
from tocsin.attribute.scan import OUTSIDE, Scan, is_mark
from tocsin.lang import classes as c

_LEAD = 14  # tokens of a phrase of time or place that opens a clause
_BARE = 2  # tokens of a name that no list knows
_LONGEST = 16  # tokens of a speaker


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens ``[start, …)`` belong to a verb's clause. ``relative`` is the "who" of a clause that the verb closes, ``unsaid`` marks a condition."""

    start: int
    relative: int | None = None
    unsaid: bool = False


def find_clause(field: Field, floor: int, cue: int) -> Clause:
    """Walk from ``floor`` to the verb: each finite verb closes the clause that was opened last."""
    scan = field.scan
    start, opened, ended = floor, list[int](), False
    said = {hit.last - 1 for hit in scan.hits if hit.value.verb is not None and not hit.value.bare}
    at = floor
    while at < cue:
        if at in field.asides:
            at = min(cue, field.asides[at])
            continue
        bits, word = scan.bits[at], scan.keys[at]
        if scan.inside[at] != scan.inside[cue]:
            at += 1
            start = at if _is_speech_end(scan, at) else start
            continue
        if word in {":", "؛", ";", ".", "!", "؟"}:
            start, opened, ended = at + 1, [], False
        elif bits & (c.COMPLEMENTIZER | c.SUBORDINATOR):
            if ended and bits & c.COMPLEMENTIZER:
                start, ended = at + 1, False
            elif not (bits & c.COMPLEMENTIZER and len(opened) > 0 and opened[-1] == at - 1):
                opened.append(at)
        elif bits & c.VERB or at in said:
            if len(opened) > 0 and not (at + 1 < cue and scan.bits[at + 1] & c.VERB):
                opened.pop()
            elif len(opened) == 0:
                ended = True
        elif ended and (bits & (c.COORDINATOR | c.COMMA)):
            start, ended = at + 1, False
        at += 1
    start = max([start, *(hit.last for hit in scan.hits if start < hit.last <= cue and scan.bits[hit.last - 1] & c.COORDINATOR)])
    opened = [at for at in opened if at >= start]
    if len(opened) == 0:
        return Clause(start)
    last = opened[-1]
    relative = bool(scan.bits[last] & c.COMPLEMENTIZER) and not scan.bits[last] & c.SUBORDINATOR
    return Clause(start, relative=last if relative else None, unsaid=scan.keys[last] in scan.lexicon.hypothetical)


def _is_speech_end(scan: Scan, at: int) -> bool:
    return at < scan.count and scan.inside[at] == OUTSIDE and scan.inside[at - 1] != OUTSIDE and scan.in_speech(at - 1)


def find_subject(field: Field, start: int, stop: int, *, objects: bool = False, own: tuple[str, ...] = ()) -> tuple[int, int] | None:
    """The noun phrase that opens tokens ``[start, stop)``, behind times, places and linking words; None where none does.

    ``own`` are the verb's prepositions: they lead to what it says, not to who says it.
    """
    scan = field.scan
    first = _skip_leads(field, start, stop, told=not objects)
    led = [at for at in range(start, first) if scan.bits[at] & c.PREPOSITION and at not in field.asides]
    if any(" ".join(scan.keys[led[0] : led[0] + len(words.split())]) == words for words in own[: len(led) and len(own)]):
        return None
    if first >= stop or scan.bits[first] & c.VERB or scan.keys[first] in scan.lexicon.grammar.object_markers:
        return None
    if objects and not scan.bits[first] & (HEAD & ~c.PAPER) and scan.lexicon.objects.match(scan.keys[first]) is not None:
        return None
    end = field.phrase_end(first, stop, objects=objects)
    while end > first and scan.bits[end - 1] & (c.COORDINATOR | c.DETERMINER | c.ADVERB):
        end -= 1
    if end <= first or (end < scan.count and scan.keys[end] in scan.lexicon.grammar.object_markers and not field.is_head(first)):
        return None
    if is_mark(scan.keys[first]) and first > 0 and scan.keys[first - 1] in scan.lexicon.grammar.object_markers:
        return None
    if end < stop and scan.keys[end] in scan.lexicon.grammar.object_markers and not objects:
        return None
    return first, field.with_appositions(first, end, stop)


def _skip_leads(field: Field, at: int, stop: int, *, told: bool) -> int:
    scan = field.scan
    while at < stop:
        bits = scan.bits[at]
        opener = field.is_opener(at)
        if at in field.asides:
            at = field.asides[at]
        elif opener is not None:
            at = opener.last
        elif bits & (c.COMMA | c.COORDINATOR | c.COMPLEMENTIZER) or (bits & c.PUNCTUATION and not is_mark(scan.keys[at])):
            at += 1
        elif bits & c.PREPOSITION:
            at = _behind_lead(field, at, stop)
        elif _is_time(scan, at):
            at += 1
        elif bits & c.SUBORDINATOR:
            closing = next((i for i in range(at, stop) if scan.is_comma(i) and scan.bits[i - 1] & c.VERB), None)
            at = closing + 1 if closing is not None else stop
        elif told and bits & (c.PRONOUN | c.DETERMINER) and at + 1 < stop and scan.keys[at + 1] in scan.lexicon.grammar.object_markers:
            at += 2  # "this | X said"
        else:
            return at
    return stop


def _is_time(scan: Scan, at: int) -> bool:
    bits = scan.bits[at]
    if bits & (c.TIME | c.ADVERB) and not bits & (c.ROLE | c.BODY | c.NAME):
        return True
    clock = scan.keys[at][0].isdigit() and ":" in scan.keys[at]
    return clock or (scan.keys[at][0].isdigit() and at > 0 and bool(scan.bits[at - 1] & c.TIME))


def _behind_lead(field: Field, at: int, stop: int) -> int:
    """Behind "in Kabul," or, without a comma, at the first noun for a speaker."""
    scan = field.scan
    comma = next((i for i in range(at + 1, min(stop, at + _LEAD)) if scan.is_comma(i) or i in field.asides), None)
    end = comma if comma is not None else stop
    for head in range(at + 2, end):
        if head in field.asides:
            return head
        before = scan.bits[head - 1]
        closed = (
            before & (c.TIME | c.NATION | c.REGION) or scan.keys[head - 1][0].isdigit() or not before & (c.PREPOSITION | c.BODY | c.PAPER)
        )
        if (
            field.is_head(head)
            and closed
            and not before & (c.PREPOSITION | c.DETERMINER | c.ROLE | c.TITLE | c.COORDINATOR)
            and comma is None
        ):
            return head
    return end + 1 if comma is not None and scan.is_comma(comma) else end


def is_speaker(scan: Scan, first: int, last: int) -> bool:
    """Can these words speak: a name, a pronoun, a role, a body, a paper?"""
    if last - first > _LONGEST:
        return False
    bits = scan.bits[first:last]
    if last - first <= _BARE and not any(bits):
        return True  # a name that no list knows
    return any(b & (c.SPEAKING | c.PRONOUN | c.NAME | c.NATION | c.COLLECTIVE) for b in bits) or Field(scan, {}, {}).is_head(first)
