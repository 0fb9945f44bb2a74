"""A language's basics: script, direction, quote marks, clitics, abbreviations, letters that decide."""

from functools import cache

import msgspec

from tocsin.lang import pack


class Language(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``packs/xx/language.yml``. ``quotes`` are pairs of an opening and a closing mark; ``letters`` the inside of a character class,
    empty for a language that writes Latin.
    """

    code: str
    name: str
    direction: str
    quotes: tuple[tuple[str, str], ...]
    abbreviations: tuple[str, ...] = ()
    proclitics: tuple[str, ...] = ()
    letters: str = ""


@cache
def load(code: str) -> Language:
    return pack.load(code, "language", Language)
