"""Whether a name on a page is an agency's, an outlet's, or at least a name."""

import re
from functools import cache, lru_cache

from tocsin.lang import grammar, outlets, pack
from tocsin.lang.fold import key
from tocsin.lang.furniture import load, squash

_CAPITAL = re.compile(r"^[A-Z][\w.'’-]*(?:[ /&,]+(?:[A-Z][\w.'’-]*|and|of|the|al|el|bin|de|van|von|du|la|le))*$")
_UNCASED = re.compile(r"^[\u0600-\u06ff][\u0600-\u06ff\s\u200c.ـ]*$")  # of the scripts without capitals, the one that packs write
# An abbreviation: "AFP", "A.P.", "أ ف ب", "د.ب.أ".
_INITIALS = re.compile(r"^[A-Z]{2,6}$|^(?:[A-Z]\.){2,5}$|^[\u0621-\u064a\u067e-\u06d3](?:\s*[. ]\s*[\u0621-\u064a\u067e-\u06d3]){1,4}\.?$")


@cache
def _agency() -> re.Pattern[str]:
    words = "|".join(sorted({re.escape(squash(word)) for furniture in load() for word in furniture.agencies}, key=len, reverse=True))
    return re.compile(rf"(?:^|.* )(?:{words})$|(?:{words}) ")


@lru_cache(maxsize=8192)
def is_agency(name: str) -> bool:
    """Known to the registry as an agency, or one that calls itself so at its beginning or end."""
    name = name.strip()
    if len(name) < 4 and name.isascii() and not name.isupper():
        return False
    known = outlets.load().get(name)
    if known is not None:
        return known.agency
    return _agency().match(squash(name)) is not None


def is_outlet(name: str) -> bool:
    """Known to the registry."""
    return (len(name) > 3 or name.isupper() or not name.isascii()) and outlets.load().get(name) is not None


def is_initials(name: str) -> bool:
    return _INITIALS.match(name) is not None


def is_name(text: str) -> bool:
    """Looks like a name: capitals all along, or a few words of a script without capitals."""
    return (_CAPITAL.match(text) is not None or (_UNCASED.match(text) is not None and text.count(" ") < 5)) and text.count(" ") < 8


@cache
def _joints() -> re.Pattern[str]:
    """Signs, words, and conjunctions that are joined to a name's article."""
    words = [word for furniture in load() for word in furniture.joints]
    spelled = "|".join(map(re.escape, (*words, *map(str.upper, words))))
    known = [grammar.load(code) for code in pack.codes()]
    joined = [rf"|\s{letter}(?={one.definite_prefix})" for one in known for letter in one.conjunctions[:1] if one.definite_prefix != ""]
    return re.compile(rf"\s*(?:/|&|\+|,|،|\b(?:{spelled})\b{''.join(joined)})\s*")


def split_joint(text: str) -> list[str]:
    """The names of a joint byline: "Gulf Meridian and Levant Wire"."""
    return [name for piece in _joints().split(text) if (name := piece.strip()) != ""]


def pick_agency(text: str) -> str | None:
    """The agency among the names of a credit."""
    if is_agency(text) and len(split_joint(text)) == 1:
        return text.strip()
    named = next((name for name in reversed(split_joint(text)) if is_agency(name)), None)
    if named is None:
        return None
    return named.title() if named.isupper() and " " in named else named


def choose(words: list[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in sorted({key(word) for word in words}, key=len, reverse=True))


def is_capitalised(text: str) -> bool:
    """Most words begin with a capital, as in some outlets' titles."""
    words = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return len(words) > 3 and not text[0].isdigit() and sum(1 for word in words if word[0].isupper()) > 0.7 * len(words)
