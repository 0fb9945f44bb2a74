"""Where the sentences of a language end: abbreviations, words that begin a sentence, words that cannot. ``packs/xx/sentences.yml``."""

from functools import cache

import msgspec

from tocsin.lang import language, pack
from tocsin.lang.fold import key


class Sentences(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``openers`` begin a sentence behind an abbreviation; before ``continuers`` a full stop ends nothing."""

    abbreviations: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()
    continuers: tuple[str, ...] = ()


class Boundaries(msgspec.Struct, frozen=True):
    """The same as sets of keys, with the abbreviations of ``language.yml``: as written where letters have case ("Sat", not "sat")."""

    abbreviations: frozenset[str]
    openers: frozenset[str]
    continuers: frozenset[str]


UNKNOWN = Boundaries(frozenset(), frozenset(), frozenset())


@cache
def load(code: str | None) -> Boundaries:
    """Return the boundaries of language ``code``; of a language without a pack, only the general rules are known."""
    if code is None or code not in pack.codes():
        return UNKNOWN
    own = pack.load(code, "sentences", Sentences)
    words = (*own.abbreviations, *language.load(code).abbreviations)
    abbreviations = frozenset(word if word.lower() != word else key(word) for word in words)
    return Boundaries(abbreviations, frozenset(map(key, own.openers)), frozenset(map(key, own.continuers)))
