"""Whether a pronoun may mean a person: titles, offices and given names that packs know tell. Names and offices enter."""

from functools import cache, lru_cache

from tocsin.lang import speakers
from tocsin.lang.fold import key

_KNOWN = 4096  # persons remembered


@cache
def _words(code: str) -> dict[str, str]:
    people = speakers.load(code)
    return {key(word): sex for sex, words in (("masculine", people.masculine), ("feminine", people.feminine)) for word in words}


@cache
def _endings(code: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The endings of surnames that only women or only men have."""
    return tuple((sex, tuple(map(key, endings))) for sex, endings in speakers.load(code).surname_endings.items())


@lru_cache(maxsize=_KNOWN)
def find(name: str, office: str | None, code: str) -> str | None:
    """The sex that an office ("spokeswoman") or else the given name tells; None where neither is known."""
    known = _words(code)
    told = [known[word] for word in key(office or "").split() if word in known]
    if len(told) > 0:
        return told[-1]
    words = key(name).split()
    given = next((known[word] for word in words[: max(1, len(words) - 1)] if word in known), None)
    return given or next((sex for sex, endings in _endings(code) if len(words) > 0 and words[-1].endswith(endings)), None)
