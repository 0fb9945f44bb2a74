"""What an actor belongs to: the family it certainly counts as, and the state it is an organ of. Local actors enter, answers leave.

A minister is his ministry, a branch is its movement. A state, a union or the United Nations is no family: another organ
of it, speaking of its own knowledge, is a second voice, only perhaps.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tocsin.lang import actors as packs
from tocsin.lang import clauses, organs, pack
from tocsin.lang.organs import Organ
from tocsin.lang.tokens import split
from tocsin.link.function_words import any_words
from tocsin.link.names import PERSONS, Local, fold_name
from tocsin.link.posts import find_body
from tocsin.model import Kind

_UMBRELLA = "body:"
_OUTLET = "outlet:"
_MINISTRY = "ministry"
ANYWHERE = ""  # stands for every article in the names of bodies


@dataclass(frozen=True, slots=True)
class Belonging:
    """``family`` is an actor's id, None when it is its own; ``state`` is what it is an organ of, None when of none."""

    family: str | None
    state: str | None


def of_pack(actor: str) -> Belonging | None:
    """Climb from an actor of the packs to the one it counts as; None for an actor that the packs do not know."""
    known = packs.load().by_id
    entry = known.get(actor)
    if entry is None:
        return None
    top = entry
    while top.family is not None and top.family in known and not _is_umbrella(top.family):
        top = known[top.family]
    state = entry.state or top.state or (top.family if top.family is not None and _is_umbrella(top.family) else None)
    return Belonging(None if top.id == actor else top.id, state)


def _is_umbrella(actor: str) -> bool:
    return actor.startswith(_UMBRELLA) or packs.load().by_id[actor].kind is Kind.COUNTRY


def find_states(locals_: Iterable[Local]) -> dict[str, str]:
    """Return, for each organ that the view names of one state only, that state: whose "Border Ministry" is meant without saying.

    Not for organs that many states have: an unheard-of "Defence Ministry" is no guess to make.
    """
    seen: dict[str, set[str]] = {}
    for local in locals_:
        for organ in _organs(local):
            if organ.organ is not None and organ.state is not None:
                seen.setdefault(organ.organ, set()).add(organ.state)
    common = Counter(actor.partition("/")[2] for actor in packs.load().by_id if actor.startswith("state:"))
    return {organ: next(iter(states)) for organ, states in seen.items() if len(states) == 1 and common[organ] < 2}


def find_organ(local: Local, states: Mapping[str, str]) -> str | None:
    """Return the id of the state organ that a body's own name says, or None."""
    if local.person or any(w.kind is Kind.COUNTRY for w in local.wordings):
        return None
    found = _complete(_organs(local), states)
    return found.id


def find_ministries(locals_: Iterable[Local], states: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """Return, for each article and sort of organ of which it names one only, that organ: what "the ministry", "the army" there mean."""
    seen: dict[tuple[str, str], set[str]] = {}
    for local in locals_:
        found = {organ.id for organ in (_complete([o], states) for o in _organs(local)) if organ.id is not None}
        found |= {local.pack} if local.pack is not None else set()
        for id_ in found:
            sort = id_.partition("/")[2]
            for name in (sort, _MINISTRY) if sort.endswith(f"-{_MINISTRY}") else (sort,):
                seen.setdefault((local.article, name), set()).add(id_)
    return {key: next(iter(ids)) for key, ids in seen.items() if len(ids) == 1 and key[1] != ""}


def find_bare(local: Local, named: Mapping[tuple[str, str], str]) -> str | None:
    """Return the organ that a body without a state is in its article: "the army" beside "the Lebanese army"."""
    if local.person or local.pack is not None:
        return None
    if is_ministry(local):
        return named.get((local.article, _MINISTRY))
    sorts = {organ.organ for organ in _organs(local) if organ.state is None and organ.organ is not None}
    return named.get((local.article, next(iter(sorts)))) if len(sorts) == 1 else None


def is_ministry(local: Local) -> bool:
    """True of a body that is a ministry, or a part of one, without saying which."""
    return not local.person and local.pack is None and any(organs.is_ministry(w.text) for w in local.wordings)


def find_office(local: Local, states: Mapping[str, str]) -> str | None:
    """Return the organ that an office without a name speaks for ("the Border Minister")."""
    return _complete([organs.read(w.text) for w in local.wordings], states).id


def belong(group: Sequence[Local], states: Mapping[str, str], names: Mapping[tuple[str, str], str]) -> Belonging:
    """Return what an actor that the packs do not know belongs to, by its offices and affiliations. ``names`` answers for other actors."""
    organ = _complete([organ for local in group for organ in _organs(local)], states)
    bodies = Counter(body for local in group for body in _affiliations(local, names))
    if len(bodies) > 0:
        best = min(bodies.items(), key=lambda pair: (-pair[1], pair[0]))[0]
        return Belonging(best, organ.state)
    return Belonging(organ.id, organ.state)


def _organs(local: Local) -> list[Organ]:
    """What titles and names say of organs: of a person the offices, of a body its name."""
    if local.person:
        texts = [text for w in local.wordings for text in (w.office, w.affiliation) if text is not None and not _is_past(text)]
        texts += [w.text for w in local.wordings if w.kind is Kind.OFFICE]
    else:
        texts = [w.text for w in local.wordings if w.kind is not Kind.COUNTRY]
    nations = packs.load().nations
    return [Organ(text, None) if text in nations else organs.read(text) for text in texts]


def _complete(found: Sequence[Organ], states: Mapping[str, str]) -> Organ:
    named = Counter(organ.organ for organ in found if organ.organ is not None)
    placed = Counter(organ.state for organ in found if organ.state is not None)
    organ = min(named.items(), key=lambda pair: (-pair[1], pair[0]))[0] if len(named) > 0 else None
    state = min(placed.items(), key=lambda pair: (-pair[1], pair[0]))[0] if len(placed) > 0 else None
    return Organ(states.get(organ) if state is None and organ is not None else state, organ)


def _affiliations(local: Local, names: Mapping[tuple[str, str], str]) -> Iterable[str]:
    """The bodies that a person speaks for: named as affiliation, or inside the title ("the Force's spokesman")."""
    for wording in local.wordings:
        if wording.kind not in PERSONS:
            continue
        for text in (wording.affiliation, wording.office):
            if text is None or _is_past(text):
                continue
            found = [names.get((where, fold_name(name))) for name in (text, find_body(text) or text) for where in (local.article, ANYWHERE)]
            known = next((actor for actor in found if actor is not None), None)
            yield from [known] if known is not None else _inside(text, local.article, names)


@lru_cache(maxsize=100_000)
def _is_past(office: str) -> bool:
    """ "Former Daesh fighters" speak for themselves."""
    keys = split(office)
    return any(True for code in pack.codes() for _ in clauses.terms(code, "former").find(keys))


def _inside(text: str, article: str, names: Mapping[tuple[str, str], str]) -> list[str]:
    row = [word for word in fold_name(text).replace("'", " '").split() if word not in any_words("possessives")]
    for size in range(len(row), 0, -1):
        for first in range(len(row) - size + 1):
            name = " ".join(row[first : first + size])
            found = names.get((article, name)) or names.get((ANYWHERE, name))
            if found is not None and not found.startswith(_OUTLET):
                return [found]
    return []
