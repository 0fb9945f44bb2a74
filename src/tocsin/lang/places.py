"""How a language leads to places: prepositions, heads such as "the city of", words that only look like cities. ``packs/xx/places.yml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import msgspec

from tocsin.lang import lists, pack
from tocsin.lang.fold import key
from tocsin.lang.numbers import Endings
from tocsin.lang.terms import Terms


class Places(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The pack file; its comments say what each field holds."""

    capitals: bool
    heads_before: dict[str, str]
    heads_behind: dict[str, str]
    joined: dict[str, str]
    prepositions: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    commas: tuple[str, ...] = ()
    adjectival: tuple[str, ...] = ()
    closers: tuple[str, ...] = ()
    common: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Leads:
    """The pack ready for lookup."""

    capitals: bool
    before: Endings[str]
    behind: Terms[str]
    sets: Mapping[str, frozenset[str]]
    _joined: tuple[tuple[str, str], ...]
    _letters: frozenset[str]

    def stems(self, word: str) -> tuple[str, ...]:
        """The word itself, then what is left of it without joined letters."""
        if word[0] not in self._letters:
            return (word,)
        bare = (
            instead + word[len(letters) :] for letters, instead in self._joined if word.startswith(letters) and len(word) > len(letters) + 2
        )
        return (word, *bare)


@cache
def load(code: str) -> Leads:
    raw = pack.load(code, "places", Places)
    joined = tuple(sorted(raw.joined.items(), key=lambda row: -len(row[0])))
    letters = tuple(raw.joined)
    return Leads(
        capitals=raw.capitals,
        before=Endings([(term, kind) for term, kind in raw.heads_before.items()], letters),
        behind=Terms({key(term): kind for term, kind in raw.heads_behind.items()}),
        sets=lists.sets(raw),
        _joined=joined,
        _letters=frozenset(letter[0] for letter in raw.joined),
    )
