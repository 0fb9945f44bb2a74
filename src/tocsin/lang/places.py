"""How a language leads to places: prepositions, heads such as "the city of", words that only look like cities. ``packs/xx/places.yml``."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import msgspec

from tocsin.lang import gazetteer, inflection, lists, pack
from tocsin.lang.endings import Endings
from tocsin.lang.fold import key
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


class Openings(dict[str, tuple[str, ...]]):
    """What of a word may open a name of the gazetteer: itself, without joined letters, without its article, or in the nominative.

    A dictionary that fills itself: a word is worked out once, and most are met again. It is emptied when it is FULL.
    """

    FULL = 1 << 17

    def __init__(self, joined: Mapping[str, str], code: str) -> None:
        super().__init__()
        self._code = code if inflection.is_declined(code) else None
        self._joined = tuple(sorted(joined.items(), key=lambda row: -len(row[0])))
        self._letters = frozenset(letters[0] for letters in joined)
        self._firsts = gazetteer.load().firsts

    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) >= self.FULL:
            self.clear()
        found = self[word] = tuple(stem for stem in self._stems(word) if stem.partition(" ")[0] in self._firsts)
        return found

    def _stems(self, word: str) -> Iterator[str]:
        yield word
        if self._code is not None:
            yield from inflection.candidates(self._code, word)
        if word[2:3] == "-":  # "al-Bab" is also written "Al Bab" and "Bab"
            yield f"{word[:2]} {word[3:]}"
            yield word[3:]
        if word[0] in self._letters:
            for letters, instead in self._joined:
                if word.startswith(letters) and len(word) > len(letters) + 2:
                    yield instead + word[len(letters) :]


@dataclass(frozen=True, slots=True)
class Leads:
    """The pack ready for lookup."""

    capitals: bool
    before: Endings[str]
    behind: Terms[str]
    sets: Mapping[str, frozenset[str]]
    openings: Openings


@cache
def load(code: str) -> Leads:
    raw = pack.load(code, "places", Places)
    return Leads(
        capitals=raw.capitals,
        before=Endings([(term, kind) for term, kind in raw.heads_before.items()], tuple(raw.joined)),
        behind=Terms({key(term): kind for term, kind in raw.heads_behind.items()}),
        sets=lists.sets(raw),
        openings=Openings(raw.joined, code),
    )
