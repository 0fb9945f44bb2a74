"""The words that tie contents, papers and outlets to their speakers where the verb comes last, compiled from a language's cue pack."""

from dataclasses import dataclass
from functools import cache

from tocsin.lang import cues
from tocsin.lang.fold import key
from tocsin.lang.grammar import load as load_grammar
from tocsin.lang.terms import Terms


@dataclass(frozen=True, slots=True)
class Ties:
    """Each as ``lang/cues.py`` names it; ``clausal`` are the endings of a clause that is an object."""

    joints: Terms[bool]
    given: Terms[bool]
    standing: Terms[bool]
    taken: Terms[bool]
    based: Terms[bool]
    telling: Terms[bool]
    asked: Terms[bool]
    anonymous: Terms[bool]
    sayings: frozenset[str]
    authors: frozenset[str]
    clausal: tuple[str, ...]
    rumours: tuple[str, ...]


@cache
def load(code: str) -> Ties:
    words, grammar = cues.load(code), load_grammar(code)

    def compiled(terms: tuple[str, ...]) -> Terms[bool]:
        return Terms(dict.fromkeys(terms, True))

    return Ties(
        joints=compiled(words.joints),
        given=compiled(words.given),
        standing=compiled(words.standing),
        taken=compiled((*words.taken, *words.based)),
        based=compiled(words.based),
        telling=compiled(words.telling),
        asked=compiled(words.asked),
        anonymous=compiled(words.anonymous),
        sayings=frozenset(key(form) for forms in words.sayings.values() for form in forms),
        authors=frozenset(map(key, grammar.authors)),
        rumours=tuple(map(key, words.rumours)),
        clausal=tuple({key(ending) for ending in grammar.clausal_endings}),
    )
