"""How a language marks what a clause says of its parts: breaks, negations, agents and patients, words that stand for names.

``packs/xx/clauses.yml``. A language without the file is read without these marks.
"""

from functools import cache

import msgspec

from tocsin.lang import pack
from tocsin.lang.clitics import proclitics
from tocsin.lang.terms import Terms

_JOINED = frozenset({"former", "participants", "groups", "fears", "negations", "universals", "plain", "unknowns", "unreal", "deeds"})


class Marks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``backdrops`` open what is only the setting of a clause; ``instead`` stand before a number that is set
    aside; ``agents`` and ``patients`` are prepositions; ``inside`` open a place; ``plain`` hold a negation that
    negates nothing ("no fewer than"); ``groups`` stand for the group named before; ``fears`` make a warning a
    fear; ``expected`` is what has not happened; ``unknowns`` say that the writer could not find out; ``former``
    makes an office, or a belonging, one of the past; ``participants`` name people by what happened to them
    ("the escapees"): that it happened is then only said where they are counted; ``wheres`` open a clause of its
    own about a place; ``unreal`` open what has not happened, or must not; ``subjects`` are letters joined to a verbal
    noun that stand for who does it; ``deeds`` say in a denial that it is of what the speaker is said to have done;
    ``articles`` stand before a name and are no part of it.
    """

    breaks: tuple[str, ...] = ()
    backdrops: tuple[str, ...] = ()
    negations: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()
    passives: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    fears: tuple[str, ...] = ()
    universals: tuple[str, ...] = ()
    expected: tuple[str, ...] = ()
    unknowns: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    wheres: tuple[str, ...] = ()
    unreal: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()


@cache
def load(code: str | None) -> Marks:
    """Return the marks of language ``code``; none for a language that has no pack."""
    return pack.load(code, "clauses", Marks) if code in pack.codes() else Marks()


@cache
def terms(code: str | None, mark: str) -> Terms[str]:
    """Return one kind of mark compiled for lookup, each term meaning itself."""
    found: tuple[str, ...] = getattr(load(code), mark)
    joined = proclitics(code) if code is not None and code in pack.codes() and mark in _JOINED else ()
    return Terms({term: term for term in found}, joined)
