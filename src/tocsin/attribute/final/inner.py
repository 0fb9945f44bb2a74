"""Who speaks inside what another says: "liderin “…” dediğini bildirdi", "sözcüsünün “…” sözlerini duyurdu"."""

from dataclasses import replace

from tocsin.attribute.final import papers, ties, told
from tocsin.attribute.final.clauses import Clause
from tocsin.attribute.final.papers import Tokens
from tocsin.attribute.scan import OUTSIDE, Scan, is_mark
from tocsin.lang import classes as c
from tocsin.model import Act, Commitment

_PASSING = frozenset({Act.ASSERT, Act.REPORT})
_TAIL = 2  # tokens between what somebody said and the verb that passes it on


def read_nested(scan: Scan, clauses: list[Clause]) -> list[Clause]:
    """Return the clauses with those that stand inside them; a verb that only passes on another's words becomes his carrier."""
    found: list[Clause] = []
    for clause in clauses:
        inner = [one for piece in clause.contents for one in _inside(scan, piece)]
        if len(inner) == 0:
            found.append(clause)
            continue
        last = inner[-1]
        passed = clause.act in _PASSING and _closes(clause, last) and scan.keys[last.cue[0]] in ties.load(scan.lexicon.code).sayings
        if clause.nobody and clause.official and _closes(clause, last):
            found.extend(replace(one, under=True) for one in inner)
            continue
        if not (clause.seen or passed):
            quotes = any(one.source is not None and _is_verb(scan, one) for one in inner)
            found.extend((replace(clause, quotes=quotes), *inner))
            continue
        passers = clause.carriers if clause.source is None else (*clause.carriers, clause.source)
        found.extend(replace(one, carriers=(*passers, *one.carriers)) for one in inner)
    return found


def _closes(outer: Clause, inner: Clause) -> bool:
    return outer.contents[-1][1] - inner.cue[1] <= _TAIL


def _is_verb(scan: Scan, clause: Clause) -> bool:
    return any(hit.first == clause.cue[0] and hit.value.nested for hit in scan.hits)


def _inside(scan: Scan, piece: Tokens) -> list[Clause]:
    found: list[Clause] = []
    for at in range(*piece):
        act, commitment, last = _cue(scan, at)
        if act is None or scan.in_speech(at):
            continue
        first = max([piece[0], *(clause.floor for clause in found)])
        owner = papers.genitive(scan, first, at)
        if owner is None:
            continue
        content = _content(scan, owner, at)
        if content is not None:
            owner, hearer = told.part(scan, owner)
            found.append(Clause((at, last), last, act, commitment, owner, (content,), hearer=hearer))
    return found


def _cue(scan: Scan, at: int) -> tuple[Act | None, Commitment, int]:
    """A verb whose speaker is in the genitive, or a noun for what somebody said."""
    hit = next((hit for hit in scan.hits if hit.first == at and hit.value.nested), None)
    if hit is not None and hit.value.verb is not None:
        return hit.value.verb.act, hit.value.verb.commitment, hit.last
    if scan.keys[at] in ties.load(scan.lexicon.code).sayings or (scan.bits[at] & c.PAPER and _is_joined(scan, at)):
        return Act.ASSERT, Commitment.CERTAIN, at + 1
    return None, Commitment.CERTAIN, at + 1


def _is_joined(scan: Scan, at: int) -> bool:
    """ "… şeklindeki | açıklamasının": a noun for words that stand quoted before it."""
    joints = ties.load(scan.lexicon.code).joints
    return at > 1 and joints.at(scan.keys, at - 1) is not None and is_mark(scan.keys[at - 2])


def _content(scan: Scan, owner: Tokens, at: int) -> Tokens | None:
    """The quotation between the owner and the verb, or else the clause."""
    joints = ties.load(scan.lexicon.code).joints
    end = at
    while end > owner[1] and (joints.at(scan.keys, end - 1) is not None or scan.bits[end - 1] & (c.ADVERB | c.COMMA)):
        end -= 1
    if end > owner[1] and is_mark(scan.keys[end - 1]) and scan.inside[end - 1] != OUTSIDE:
        first = end - 1
        while first > owner[1] and scan.inside[first - 1] == scan.inside[end - 1]:
            first -= 1
        return first, end
    hit = next((hit for hit in scan.hits if hit.first == at and hit.value.verb is not None), None)
    quotes = hit is not None and hit.value.verb is not None and "clause" not in hit.value.verb.takes
    clausal = not quotes and end - owner[1] > 1 and scan.keys[end - 1].endswith(ties.load(scan.lexicon.code).clausal)
    return (owner[1], end) if clausal else None
