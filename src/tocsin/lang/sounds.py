"""How names sound in the letters of scripts other than Latin, and their small words. ``packs/world/sounds.yml``."""

from functools import cache

import msgspec

from tocsin.lang import pack, scripts


class Letters(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One script. ``letters`` are fine consonants, ``long`` letters are vowels unless they glide: at the head of a word, or before
    one of the letters in ``glides``. ``digraphs`` are spelled for one letter, ``final`` letters sound otherwise at the end of a word,
    ``silent`` ones not at all at its head.
    """

    letters: dict[str, str]
    long: dict[str, str] = {}
    glides: dict[str, tuple[str, ...]] = {}
    digraphs: dict[str, str] = {}
    final: dict[str, str] = {}
    silent: tuple[str, ...] = ()


class Sounds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``particles`` carry no part of a name; ``openings`` and ``endings`` may be written in one with the next word or the one before;
    ``servants`` are openings with the articles that may be glued to them.
    """

    particles: frozenset[str]
    openings: dict[str, str]
    endings: frozenset[str]
    servants: dict[str, tuple[str, ...]]
    scripts: dict[str, Letters]


@cache
def load() -> Sounds:
    return pack.load("world", "sounds", Sounds)


def find(word: str) -> Letters | None:
    """Return the letters of the script that ``word`` is written in, or None for Latin and for what has no table."""
    return next((letters for name, letters in load().scripts.items() if scripts.count(word, name) > 0), None)
