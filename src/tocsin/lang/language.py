"""A language's basics: script, direction, quote marks, clitics, abbreviations, letters that decide."""

from functools import cache

import msgspec

from tocsin.lang import pack


class Codecs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How to know a language in bytes that no declaration explains: the codecs that it was written in before UTF-8, its letters and
    signs, the ``frequent`` ones, and a ``pair`` that stands in every text.
    """

    names: tuple[str, ...]
    frequent: str
    alphabet: str
    pair: str


class Language(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``packs/xx/language.yml``. ``quotes`` are pairs of an opening and a closing mark; ``letters`` the inside of a character class,
    empty for a language that writes Latin. ``capitals`` tell names where the script has them. ``elisions`` are words that lose their
    last letter before a vowel ("l'"), ``verb_elisions`` such words before verbs: they stand before small letters only ("n'a", not
    "N'Djamena"). ``enclitics`` are pronouns tied to the verb before them by one of ``joints`` ("-t-"), or by a hyphen where the verb ends in one of
    ``enclitic_verbs``.
    """

    code: str
    name: str
    direction: str
    quotes: tuple[tuple[str, str], ...]
    abbreviations: tuple[str, ...] = ()
    proclitics: tuple[str, ...] = ()
    capitals: bool = True
    codecs: Codecs | None = None
    letters: str = ""
    elisions: tuple[str, ...] = ()
    verb_elisions: tuple[str, ...] = ()
    enclitics: tuple[str, ...] = ()
    enclitic_verbs: tuple[str, ...] = ()
    joints: tuple[str, ...] = ()


@cache
def load(code: str) -> Language:
    return pack.load(code, "language", Language)
