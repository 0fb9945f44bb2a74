"""The scripts that texts are written in, and the names of languages by code. ``packs/world/scripts.yml``."""

import re
from functools import cache

import msgspec

from tocsin.lang import pack


class Scripts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``scripts`` maps a script to its letters; ``uncased`` scripts have no capitals; ``codes`` maps codes of detectors to ISO 639-1."""

    scripts: dict[str, str]
    uncased: tuple[str, ...]
    codes: dict[str, str]


@cache
def load() -> Scripts:
    return pack.load("world", "scripts", Scripts)


@cache
def _runs(name: str) -> re.Pattern[str]:
    return re.compile(f"[{load().scripts[name]}]+")


def count(text: str, name: str) -> int:
    """Return how many letters of script ``name`` stand in ``text``."""
    return sum(map(len, _runs(name).findall(text)))


def find(text: str) -> str | None:
    """Return the script that most letters of ``text`` belong to, or None where it has no letters."""
    best, most = None, 0
    for name in load().scripts:
        letters = count(text, name)
        if letters * 2 > len(text):
            return name
        if letters > most:
            best, most = name, letters
    return best


@cache
def _uncased() -> re.Pattern[str]:
    return re.compile(f"[{''.join(load().scripts[name] for name in load().uncased)}]")


def is_uncased(text: str) -> bool:
    """Return whether letters stand in ``text`` whose script has no capitals to know names by."""
    return _uncased().search(text) is not None


def iso(code: str) -> str | None:
    """Return the ISO 639-1 code of a detector's code, or None where there is none."""
    known = load().codes.get(code, code)
    return known if len(known) == 2 else None
