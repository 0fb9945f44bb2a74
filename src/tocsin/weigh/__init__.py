"""Weighing: claims enter, with the View and who the actors are; what each claim's roots amount to leaves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tocsin.instants import universal
from tocsin.lang import concepts
from tocsin.lang.concepts import Sort
from tocsin.model import Article, Claim, Evidence, Flag, Interval, Reason, Statement, Weight
from tocsin.model.assertion import Assertion, Nature
from tocsin.store import View
from tocsin.weigh import copies, status, support
from tocsin.weigh.carriers import Carriers
from tocsin.weigh.contradiction import Side, judge, order_flags, stands_against
from tocsin.weigh.copies import Copies
from tocsin.weigh.explain import explain, tell_flag
from tocsin.weigh.origin import Voice
from tocsin.weigh.roots import measure, read_voices
from tocsin.weigh.who import Actors

_KNOWN_FOR = 30  # days after which what nobody sources is common knowledge
_EVERYBODY = 3

__all__ = ["weigh"]


@dataclass(frozen=True, slots=True)
class _Desk:
    """What all claims are weighed with."""

    sides: Mapping[str, Side]
    copies: Copies
    carriers: Carriers


def weigh(view: View, actors: Actors, claims: tuple[Claim, ...]) -> tuple[Weight, ...]:
    """Return the weight of each claim, in the order of the claims."""
    found = copies.find(view)
    carriers = Carriers(view, actors, found)
    statements = {statement.id: (article, statement) for article, statement in view.statements()}
    sides = {claim.id: _take_side(claim, statements, actors, carriers) for claim in claims}
    desk = _Desk(sides, found, carriers)
    return tuple(_weigh_one(sides[claim.id], desk) for claim in claims)


def _take_side(claim: Claim, statements: Mapping[str, tuple[Article, Statement]], actors: Actors, carriers: Carriers) -> Side:
    return Side(claim, read_voices([statements[id_] for id_ in claim.statements], actors, carriers))


def _weigh_one(side: Side, desk: _Desk) -> Weight:
    claim, voices = side.claim, side.voices
    fact = len(claim.assertions) == 0 or any(a.nature is Nature.FACT for a in claim.assertions)
    background = fact and len(claim.rivals) == 0 and _is_background(claim.assertions, voices)
    so = measure(voices) if fact and not background else None
    flags, against, told = _confront(side, desk)
    reasons = explain(voices, so, copies=desk.copies)
    if background:
        reasons = (
            Reason("background", "Stated by several without a source, and doubted by none: not weighed", _spans(voices)),
            *reasons[1:],
        )
    dated = [voice.article.published.at for voice in voices if voice.article.published is not None]
    roots = dict.fromkeys(voice.origin.name for voice in sorted(voices, key=lambda v: (not (v.firm and v.origin.named), v.origin.name)))
    return Weight(
        claim=claim,
        status=status.judge(voices, so),
        flags=flags,
        said=support.measure(voices),
        so=so,
        against=against,
        roots=tuple(roots),
        carriers=len({node for voice in voices for node in voice.way.sure if node.startswith(("outlet:", "page:"))}),
        outlets=tuple(sorted({voice.article.outlet for voice in voices if voice.article.outlet is not None})),
        languages=tuple(sorted({voice.article.language for voice in voices if voice.article.language is not None})),
        contradicted_by=tuple(dict.fromkeys(rival.claim for rival in claim.rivals)),
        first_seen=min(dated, key=universal, default=None),
        explanation=(*reasons, *told),
    )


def _confront(side: Side, desk: _Desk) -> tuple[tuple[Flag, ...], Interval, tuple[Reason, ...]]:
    """Hold a claim against each rival: what flags it earns, how many roots stand against it, and why."""
    flags: list[Flag] = []
    told: list[Reason] = []
    opposed: dict[str, Voice] = {}
    for rival in side.claim.rivals:
        other = desk.sides[rival.claim]
        back = next((r for r in other.claim.rivals if r.claim == side.claim.id), None)
        flag = judge(side, other, rival)
        if flag is None:
            continue
        flags.append(flag)
        held = [clause for clause in (side.assertion(rival.left), other.assertion(rival.right)) if clause is not None]
        told.append(tell_flag(flag, other.claim.gist, [voice.origin.name for voice in other.voices], held=held))
        counter = None if back is None else judge(other, side, back)
        if stands_against(flag, counter) and not other.withdraws:
            opposed.update({voice.statement.id: voice for voice in other.voices})
    against = measure(list(opposed.values()))
    return order_flags(flags), against, tuple(told)


def _is_background(assertions: Sequence[Assertion], voices: Sequence[Voice]) -> bool:
    """True of what several state in their own voice that is long past, or is no happening, or that everybody states."""
    carriers = {voice.origin.key for voice in voices}
    if len(carriers) < 2 or any(not voice.origin.unsourced for voice in voices):
        return False
    days = [voice.article.published.at.date() for voice in voices if voice.article.published is not None]
    past = [a.last for a in assertions if a.last is not None]
    old = len(days) > 0 and len(past) > 0 and (min(days) - max(past)).days > _KNOWN_FOR
    happens = any(concepts.world()[name].kind is Sort.HAPPENING for a in assertions for name in a.predicates)
    return old or (len(past) == 0 and not happens) or len(carriers) >= _EVERYBODY


def _spans(voices: Sequence[Voice]) -> tuple[Evidence, ...]:
    return tuple(Evidence(voice.article.id, voice.statement.content[0]) for voice in voices[:12] if len(voice.statement.content) > 0)
