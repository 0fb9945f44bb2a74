"""Why a claim stands as it does, in one short line: holdings and a weight enter, words leave."""

from tocsin.brief.amounts import say_number, say_some
from tocsin.brief.holdings import Holdings
from tocsin.brief.plain import isolate, one_line
from tocsin.flow.naming import name_outlet
from tocsin.instants import universal
from tocsin.model import Act, Commitment, Figure, Flag, Statement, Status, Weight
from tocsin.model.claim import Conflict

_PASSED_ON = (Status.CIRCULAR, Status.SINGLE)


def say_why(holdings: Holdings, weight: Weight) -> str:
    """Return who stands behind a claim, how it travelled, and what stands against it."""
    parts = [say_some([_safe(root) for root in weight.roots]) or _voice(weight)]
    first = _first_outlet(holdings, weight)
    if weight.status in _PASSED_ON and first is not None and len(weight.outlets) > 1:
        parts.append(f"{_safe(first)} and {len(weight.outlets) - 1} more carry it")
    against = _against(holdings, weight)
    if Flag.DISPUTED in weight.flags and against != "":
        parts.append(against)
    return "; ".join(parts)


def _voice(weight: Weight) -> str:
    return f"no source named by {say_some([_safe(outlet) for outlet in weight.outlets])}"


def _first_outlet(holdings: Holdings, weight: Weight) -> str | None:
    """The outlet whose article is the earliest; None where that cannot be known."""
    dated = [
        (universal(article.published.at), name_outlet(article))
        for article in (holdings.view.article(id_) for id_ in weight.claim.articles)
        if article.published is not None
    ]
    return min(dated)[1] if len(dated) != 0 else None


def _against(holdings: Holdings, weight: Weight) -> str:
    """Give the numbers that stand against it, else those who deny it."""
    rivals = [r for r in weight.claim.rivals if r.claim in weight.contradicted_by and r.claim in holdings.weights]
    pairs = [(_totals(weight, r.left), _totals(holdings.weights[r.claim], r.right)) for r in rivals if r.conflict is Conflict.FIGURE]
    numbers = dict.fromkeys(say_number(figure) for own, others in pairs for figure in _clashing(own, others))
    if len(numbers) != 0:
        return f"against {say_some(tuple(numbers))}"
    others = [holdings.weights[id_] for id_ in weight.contradicted_by if id_ in holdings.weights]
    deniers = _speakers(holdings, [*others, weight], denying=True)
    if len(deniers) != 0:
        return f"denied by {say_some(deniers, 2)}"
    speakers = _speakers(holdings, others)
    return f"contradicted by {say_some(speakers, 2)}" if len(speakers) != 0 else ""


def _totals(weight: Weight, assertion: str) -> list[Figure]:
    """The figures of one clause of a claim, without parts of others."""
    return [f for a in weight.claim.assertions if a.id == assertion for f in a.figures if f.part_of is None]


def _clashing(own: list[Figure], others: list[Figure]) -> list[Figure]:
    """The others' numbers that are not the claim's own; of those that count the same thing, where any does: the dead stand beside the fled."""
    different = [f for f in others if all((f.low, f.high) != (o.low, o.high) for o in own)]
    alike = [f for f in different if any(f.of == o.of for o in own)]
    return alike if len(alike) != 0 else different


def _speakers(holdings: Holdings, weights: list[Weight], *, denying: bool = False) -> tuple[str, ...]:
    """Who is named for the claims; with ``denying`` only who denies in so many words."""
    held = [holdings.statements[id_] for weight in weights for id_ in weight.claim.statements]
    named = [(article, statement) for article, statement in held if not statement.own and (not denying or _denies(statement))]
    return tuple(dict.fromkeys(_safe(holdings.speaker_name(statement.speaker, article)) for article, statement in named))


def _denies(statement: Statement) -> bool:
    return statement.act is Act.DENY or statement.commitment is Commitment.DENIED


def _safe(name: str) -> str:
    return isolate(one_line(name))
