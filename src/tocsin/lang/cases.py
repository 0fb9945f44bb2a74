"""Takes the endings off a noun of a language that writes its cases in one with the word: "bakanlığından" is the ablative of "bakanlığı".

Which endings there are stands in ``grammar.yml``; which stems are words is asked of the caller. Names carry theirs behind an apostrophe.
"""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from tocsin.lang import grammar, pack
from tocsin.lang.fold import key

GENITIVE, DATIVE, ACCUSATIVE, LOCATIVE, ABLATIVE = "genitive", "dative", "accusative", "locative", "ablative"
OBLIQUE = frozenset({GENITIVE, DATIVE, LOCATIVE, ABLATIVE})
_STEM = 2  # letters of the shortest stem
_UNKNOWN = 4  # letters of the shortest stem that is no known word
_VOWELS = frozenset("aeiouöü")


@dataclass(frozen=True, slots=True)
class Noun:
    """``stem`` is the word without its case, ``root`` without its owner and number too; ``case`` is None in the nominative."""

    stem: str
    root: str
    case: str | None


class Cases:
    """The endings of one language, longest first."""

    def __init__(self, code: str) -> None:
        words = grammar.load(code)
        rows = {(key(ending), name) for name, endings in words.case_endings.items() for ending in endings}
        self._cases = tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))
        self._owners = _longest(words.owners)
        self._plurals = _longest(words.plurals)
        self._softened = {key(soft): key(hard) for soft, hard in words.softened.items()}
        plain = {ending for ending, _ in self._cases}
        joined = {*plain, *self._plurals, *self._owners, *map(key, words.name_endings)}
        self.names = frozenset(joined | {plural + ending for plural in self._plurals for ending in plain})
        self._by_ending = dict(sorted(self._cases, key=lambda row: row[1]))

    def of_ending(self, ending: str) -> str | None:
        """The case that an ending behind an apostrophe stands for."""
        for plural in self._plurals:
            ending = ending.removeprefix(plural)
        return self._by_ending.get(ending)

    def read(self, word: str, known: Container[str]) -> Noun | None:
        """Return what the word is a form of, known stems only; None where no known stem stands in it."""
        for ending, case in (("", None), *self._cases):
            if not word.endswith(ending) or len(word) - len(ending) < _STEM:
                continue
            stem = word[: len(word) - len(ending)]
            for root in self._roots(stem):
                if root in known:
                    return Noun(self._harden(stem) if root == self._harden(stem) else stem, root, case)
        return None

    def guess(self, word: str) -> Noun:
        """The same for a word that nothing is known of: the longest ending that leaves a stem of some length."""
        for ending, case in self._cases:
            stem = word[: len(word) - len(ending)]
            if len(ending) > 1 and word.endswith(ending) and len(stem) >= _UNKNOWN and (ending[0] not in "ny" or stem[-1] in _VOWELS):
                return Noun(self._harden(stem), stem, case)
        return Noun(word, word, None)

    def _roots(self, stem: str) -> Iterator[str]:
        yield stem
        yield self._harden(stem)
        for owner in self._owners:
            if stem.endswith(owner) and len(stem) - len(owner) >= _STEM:
                root = stem[: len(stem) - len(owner)]
                yield root
                yield self._harden(root)
        for plural in self._plurals:
            if stem.endswith(plural):
                yield stem.removesuffix(plural)

    def _harden(self, stem: str) -> str:
        """ "bakanlığ" is "bakanlık" where no vowel follows."""
        hard = self._softened.get(stem[-1])
        return stem if hard is None else stem[:-1] + hard


def _longest(endings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({key(ending) for ending in endings}, key=lambda ending: (-len(ending), ending)))


@cache
def load(code: str) -> Cases | None:
    """Return the endings of language ``code``, or None where its nouns have none that are told here."""
    return Cases(code) if len(grammar.load(code).case_endings) > 0 else None


@cache
def endings(code: str, case: str) -> tuple[str, ...]:
    """The endings of one case."""
    return tuple(map(key, grammar.load(code).case_endings.get(case, ())))


def ends_in(code: str, word: str, case: str) -> bool:
    """Has the word the letters of the case at its end, whatever they are there?"""
    return word.endswith(endings(code, case))


@cache
def all_endings() -> frozenset[str]:
    """What stands behind the apostrophe of a name in any language."""
    return frozenset(ending for code in pack.codes() for ending in _name_endings(code))


@cache
def _name_endings(code: str) -> frozenset[str]:
    own = load(code)
    return frozenset() if own is None else own.names


@lru_cache(1 << 16)
def cut(code: str, word: str) -> int:
    """Where an ending behind an apostrophe begins ("ankara'da": 6); 0 where the word has none."""
    head, mark, tail = word.rpartition("'")
    return len(head) if mark != "" and head != "" and tail in _name_endings(code) else 0
