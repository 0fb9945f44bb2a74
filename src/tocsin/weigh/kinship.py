"""Kinship: which origins of a claim count as one. Its voices enter; for each origin the key that it counts under leaves."""

from collections.abc import Iterator, Sequence

from tocsin.weigh.carriers import Carriers
from tocsin.weigh.origin import Origin, Voice

_GOVERNMENT = "/government"


def merge(voices: Sequence[Voice], carriers: Carriers) -> dict[str, str]:
    """Make one of joint signatories; of a state and the organ that speaks for it; of a state's agency and the state."""
    origins = [voice.origin for voice in voices]
    target = {id_: id_ for origin in origins for id_ in (origin.key, *origin.joined)}
    for left, right in (*_sign_together(origins), *_are_unnamed_alike(voices), *_are_bare(origins), *_are_of_state(origins, carriers)):
        low, high = sorted((_root(target, left), _root(target, right)), key=lambda id_: (id_.endswith(_GOVERNMENT) or "/" not in id_, id_))
        target[high] = low
    return {id_: _root(target, id_) for id_ in target}


def _root(target: dict[str, str], id_: str) -> str:
    while target[id_] != id_:
        id_ = target[id_]
    return id_


def _sign_together(origins: Sequence[Origin]) -> Iterator[tuple[str, str]]:
    yield from ((origin.key, id_) for origin in origins for id_ in origin.joined)


def _are_unnamed_alike(voices: Sequence[Voice]) -> Iterator[tuple[str, str]]:
    yield from ((left.origin.key, right.origin.key) for left in voices for right in voices if _is_same_unnamed(left, right))


def _are_bare(origins: Sequence[Origin]) -> Iterator[tuple[str, str]]:
    """ "The army" on one page is the army of the state that the others name, where they name one only."""
    for origin in origins:
        whole = {other.key for other in origins if origin.organ is not None and other.key.endswith(f"/{origin.organ}")}
        if len(whole) == 1:
            yield origin.key, whole.pop()


def _are_of_state(origins: Sequence[Origin], carriers: Carriers) -> Iterator[tuple[str, str]]:
    for origin in origins:
        for other in origins:
            if origin.state is not None and other.state == origin.state and other.named and _is_whole(origin, carriers):
                yield origin.key, other.key


def _is_same_unnamed(left: Voice, right: Voice) -> bool:
    """One wire's "two security sources" in two languages are the same two; so are a headline's and its body's."""
    one, other = left.origin, right.origin
    if one.heard is None or other.heard is None:
        return False
    language, noun = one.key.rsplit(":", 2)[-2:]
    other_language, other_noun = other.key.rsplit(":", 2)[-2:]
    return (one.heard == other.heard and language != other_language) or (left.article.id == right.article.id and noun == other_noun)


def _is_whole(origin: Origin, carriers: Carriers) -> bool:
    """True of a state as such, its government, or the agency it controls: no organ beside another one."""
    if origin.unsourced:
        return carriers.state(origin.key) is not None
    return origin.named and (origin.key == f"state:{origin.state}" or origin.key.endswith(_GOVERNMENT))
