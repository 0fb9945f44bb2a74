"""Takes a quantity in its scene, returns the noun that it counts: behind the number, in the manner of the language."""

from dataclasses import dataclass

from tocsin.annotate.quantities import Quantity
from tocsin.annotate.scene import Scene
from tocsin.lang.terms import Hit

REACH = 7  # tokens of a noun phrase
NEAR = 3  # tokens behind a number in which an unknown plural may be its noun


@dataclass(frozen=True, slots=True)
class Noun:
    """``concept`` of the noun, or the ``word`` itself where none is known; ``outcome`` where it says one ("12 dead"); end of the phrase."""

    last: int
    concept: str | None = None
    word: str | None = None
    outcome: str | None = None


def find(scene: Scene, quantity: Quantity) -> Noun:
    """The counted noun; nothing but an end where there is none."""
    if quantity.noun is not None:
        outcome = quantity.noun in scene.counted.outcomes
        return Noun(quantity.last, None, None, quantity.noun) if outcome else Noun(quantity.last, quantity.noun)
    return _behind(scene, quantity) if scene.counting.pack.noun_first else _phrase(scene, quantity)


def _behind(scene: Scene, quantity: Quantity) -> Noun:
    """The noun right behind the number, or of "one" and "two" right before it."""
    before = scene.ends.get(quantity.first) if quantity.few and quantity.first - 1 not in scene.taken else None
    if before is not None and scene.is_person(before):
        return Noun(quantity.last, before.value)
    index = quantity.last
    while scene.is_in(index, "fillers"):
        index += 1
    if scene.is_in(index, "others"):
        return Noun(index + 1)
    for position in range(index, index + (NEAR if index > quantity.last else 1)):
        if _stops(scene, position):
            break
        hit = scene.hits.get(position)
        if hit is None or hit.value in scene.counted.never:
            continue
        if scene.is_in(hit.last - 1, "agents"):
            return Noun(hit.last, word=scene.words[hit.last - 1])
        if hit.value in scene.counted.outcomes:
            return Noun(hit.last, outcome=hit.value)
        if position == index or scene.is_person(hit):
            return Noun(hit.last, hit.value)
    known = scene.key(index).isalpha() and not _stops(scene, index)
    return Noun(index + 1, word=scene.words[index]) if known else Noun(quantity.last)


def _stops(scene: Scene, index: int) -> bool:
    return index in scene.taken or scene.is_in(index, "stops") or not scene.is_word(index)


def _phrase(scene: Scene, quantity: Quantity) -> Noun:
    """The head of the noun phrase behind the number: "3,000 ISIS militants", "12 wounded soldiers"."""
    outcome: str | None = None
    word, last, index = None, quantity.last, quantity.last
    while index < quantity.last + REACH and not _ends(scene, index, quantity):
        hit = scene.hits.get(index)
        if hit is None:
            if word is not None:
                break
            if scene.is_in(index, "others"):
                return Noun(index + 1, outcome=outcome)
            if index < quantity.last + NEAR and _is_name(scene, index):
                word, last = scene.words[index], index + 1
            index += 1
            continue
        if scene.is_in(hit.last - 1, "agents"):
            return Noun(hit.last, word=scene.words[hit.last - 1], outcome=outcome)
        if hit.value in scene.counted.outcomes:
            if outcome is not None or scene.is_active(hit):
                break
            outcome, last = hit.value, hit.last
        elif (quantity.one or any(map(scene.is_plural, scene.keys[hit.first : hit.last]))) and hit.value not in scene.counted.never:
            return _widen(scene, hit, outcome)
        index = hit.last
    return Noun(last, word=word if outcome is None else None, outcome=outcome)


def _widen(scene: Scene, hit: Hit[str], outcome: str | None) -> Noun:
    """The noun and further nouns right behind it: the last of "government soldiers" is what is counted."""
    following = scene.hits.get(hit.last)
    unfit = scene.counted.outcomes | scene.counted.never
    while following is not None and following.value not in unfit and scene.is_plural(scene.key(following.last - 1)):
        hit, following = following, scene.hits.get(following.last)
    last = hit.last
    if scene.is_in(last - 1, "plurals") and last not in scene.hits and last < len(scene.keys) and _is_name(scene, last):
        return Noun(last + 1, word=scene.words[last], outcome=outcome)  # "aircraft carriers"
    return Noun(last, hit.value, None, outcome)


def _ends(scene: Scene, index: int, quantity: Quantity) -> bool:
    if index in scene.taken or not scene.is_word(index):
        return True
    if scene.is_in(index, "fillers"):
        return index > quantity.last and scene.is_in(index, "vague_links")
    return scene.is_in(index, "stops")


def _is_name(scene: Scene, index: int) -> bool:
    """Whether an unknown word may be a counted noun: a plural in small letters."""
    key = scene.key(index)
    return len(key) > 3 and scene.is_plural(key) and scene.words[index][0].islower() and not scene.is_in(index, "stops")
