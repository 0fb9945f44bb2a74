"""The body inside a title: "envoy of the Geneva Contact Group". A title enters, the name of the body leaves."""

from functools import cache, lru_cache

from tocsin.lang import pack, speakers
from tocsin.lang.fold import key
from tocsin.link.skeleton import is_arabic

_NAMED = 2  # words that a name of a body has at least: "the network" is none
_FOR = "ل"  # the preposition that is written together with the body it points at
_ENDS = ",،;"


@lru_cache(maxsize=100_000)
def find_body(office: str) -> str | None:
    """Return the body that a title says its holder speaks for, where it is named in full there."""
    row = office.replace("’s", "'s").split()
    found = _behind_arabic(row) if is_arabic(office) else _behind(row)
    found = found.strip(_ENDS + " ")
    return found if len(found.split()) >= _NAMED and any(_is_body(word) for word in found.split()) else None


def _behind(row: list[str]) -> str:
    """What stands capitalised behind a title and a preposition."""
    start = next((i + 1 for i, word in enumerate(row[:-1]) if key(word.strip(_ENDS)) in _titles()), None)
    if start is None or key(row[start]) not in ("of", "for", "at"):
        return ""
    named: list[str] = []
    for word in row[start + 1 :]:
        if word[0].isupper() or (len(named) > 0 and key(word) in ("of", "for", "and", "the")):
            named.append(word)
        elif key(word) != "the":
            break
        if word[-1] in _ENDS:
            break
    return " ".join(named)


def _behind_arabic(row: list[str]) -> str:
    """What begins with the first word for a body, up to the next title."""
    for index, word in enumerate(row):
        if index > 0 and _is_body(_bare(word)):
            rest = row[index + 1 :]
            end = next((i for i, other in enumerate(rest) if key(other) in _titles() and not _is_body(other)), len(rest))
            return " ".join([_bare(word), *rest[:end]])
    return ""


def _bare(word: str) -> str:
    """The word without the preposition that is written together with it: "لإدارة", "للقوة"."""
    if word.startswith(_FOR * 2):
        return "ال" + word[2:]
    return word.removeprefix(_FOR) if not _is_body(word) else word


def _is_body(word: str) -> bool:
    folded = key(word.strip(_ENDS))
    return folded in _bodies() or folded.removeprefix("ال") in _bodies()


@cache
def _titles() -> frozenset[str]:
    return frozenset(
        key(word)
        for code in pack.codes()
        for words in (speakers.load(code).titles, speakers.load(code).roles, speakers.load(code).spokespersons)
        for word in words
    )


@cache
def _bodies() -> frozenset[str]:
    return frozenset(key(word) for code in pack.codes() for word in speakers.load(code).bodies)
