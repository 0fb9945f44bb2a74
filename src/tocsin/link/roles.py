"""Who acts on whom in a clause. The actors in a row of words enter, with the word that tells what happens; two roles leave."""

from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.lang import clauses
from tocsin.link.clauses import Clause, Row
from tocsin.link.function_words import function_words, is_participle, is_verb_first

_NEAR = 2  # words between an auxiliary and the verb it makes passive


@dataclass(frozen=True, slots=True)
class Party:
    """The actor named at word ``index``."""

    index: int
    actor: str


@dataclass(frozen=True, slots=True)
class Roles:
    """None where the clause does not say."""

    agent: str | None
    patient: str | None


def assign(row: Row, parties: Sequence[Party], clause: Clause, predicate: int) -> Roles:
    """Read the roles off the order of the actors, the prepositions before them, and the voice."""
    if predicate >= clause.last:
        return Roles(None, None)
    by, on, within = (_behind(row, mark) for mark in ("agents", "patients", "inside"))
    free = [p for p in parties if p.index not in by and p.index not in on and p.index not in within]
    agent = next((p.actor for p in parties if p.index in by), None)
    patient = next((p.actor for p in parties if p.index in on and p.index > predicate), None)
    before = [p.actor for p in free if p.index < predicate]
    after = [p.actor for p in free if p.index > predicate]
    if _is_passive(row, clause, predicate) or (agent is not None and len(before) > 0):
        return Roles(agent, patient or (before[-1] if len(before) > 0 else after[0] if len(after) > 0 else None))
    if agent is None and len(before) > 0:
        agent = before[0]
    elif agent is None and is_verb_first(row.language) and len(after) > 0:
        agent = after.pop(0)
    others = [actor for actor in after if actor != agent]
    return Roles(agent, patient or (others[0] if len(others) > 0 else None))


def _behind(row: Row, mark: str) -> set[int]:
    """Return the places right behind a preposition; an article may stand between."""
    found = {hit.last for hit in clauses.terms(row.language, mark).find(row.keys)}
    determiners = function_words(row.language, "determiners")
    return found | {i + 1 for i in found if i < len(row) and row.keys[i] in determiners}


def _is_passive(row: Row, clause: Clause, predicate: int) -> bool:
    """ "Was seized": the auxiliary right before. "Was attacking" is active."""
    if is_participle(row.language, row.keys[predicate]):
        return False
    passives = clauses.load(row.language).passives
    return any(row.keys[i] in passives for i in range(max(clause.first, predicate - _NEAR), predicate))
