"""Wordings that judge whom they name: ``packs/xx/labels.yml``. "So-called", "terrorist group", "regime"."""

from dataclasses import dataclass
from functools import cache

import msgspec

from tocsin.lang import grammar, pack
from tocsin.lang.fold import key


class Labels(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``judging`` words colour a name they stand beside, ``heads`` are the plain nouns between the two ("terrorist *group*"),
    ``regimes`` stand beside a nation's adjective for its government ("the Israeli *regime*").
    """

    judging: tuple[str, ...]
    heads: tuple[str, ...] = ()
    regimes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wordings:
    """The same as keys, with the letters of joined conjunctions."""

    judging: frozenset[str]
    heads: frozenset[str]
    regimes: frozenset[str]
    known: frozenset[str]
    joined: tuple[str, ...]

    def bare(self, word: str) -> str:
        """The word without a joined conjunction, where only that is known."""
        return word[1:] if word not in self.known and word.startswith(self.joined) and word[1:] in self.known else word


@cache
def load(code: str) -> Wordings:
    words = pack.load(code, "labels", Labels)
    judging, heads, regimes = (frozenset(map(key, terms)) for terms in (words.judging, words.heads, words.regimes))
    return Wordings(judging | regimes, heads, regimes, judging | heads | regimes, grammar.load(code).conjunctions)
