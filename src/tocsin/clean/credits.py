"""Who a line says the page comes from: bylines, "Source: X", "(X)", "City - X". A line in; names out."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from tocsin.clean.byline import strip_role
from tocsin.clean.dates import parse_line
from tocsin.clean.names import choose, is_agency, is_initials, is_name, is_outlet, pick_agency, split_joint
from tocsin.lang.fold import key
from tocsin.lang.furniture import load, squash

_BRACKET = re.compile(r"^[(\[{]\s*(?P<name>[^()\[\]]{2,160}?)\s*[)\]}]\s*[.\-–—:]*$")
_JOINED = re.compile(
    r"^(?P<place>[^\W\d_][^()\[\]:;!?\"“”«»\d]{1,30}?)\s*(?P<sign>[-–—/|،,])\s*(?P<name>[^()\[\]:;!?\"“”«»/–—|.]{2,40}?)\s*[:.-]?$"
)
_PARTS = re.compile(r"\s*(?:[|•·;]|\s[-–—]\s|[-–—]{2,})\s*")
_END = re.compile(r"\d|\s\S+:\s")  # a date or the next label
_LENGTH = 160


@dataclass(frozen=True, slots=True)
class Credit:
    """What a line says of its makers; what it does not say is None."""

    author: str | None = None
    agency: str | None = None
    place: str | None = None


@cache
def _opening(kind: str) -> re.Pattern[str]:
    words = [word for furniture in load() for word in (furniture.bylines if kind == "bylines" else furniture.credits)]
    return re.compile(rf"^(?:{choose(words)})(?P<sign>\s*[:：/]\s*|\s+)")


@cache
def _specials() -> frozenset[str]:
    return frozenset(squash(word) for furniture in load() for word in furniture.specials)


@lru_cache(maxsize=8192)
def read_line(text: str) -> Credit | None:
    """Read a line that stands alone. None when it is no credit."""
    text = text.lstrip("-–— ")
    if len(text) > _LENGTH:
        return None
    bracket = _BRACKET.match(text)
    if bracket is not None:
        return _read_bracket(bracket["name"])
    named = _read_named(text)
    if named is not None:
        return named
    joined = _read_joined(text)
    agency = pick_agency(text) if joined is None and text.count(" ") < 6 and is_name(text) else None
    return joined if agency is None else Credit(agency=agency)


def read_parts(text: str) -> Credit | None:
    """The same for a line whose pieces are set off by signs: "12 March 2025 | By A Name | Views: 3"."""
    whole = read_line(text)
    if whole is not None and whole.author is not None:
        return whole
    return next((credit for part in _PARTS.split(text) if (credit := read_line(part)) is not None), whole)


def _read_bracket(inside: str) -> Credit | None:
    """An agency alone, or the names of those who reported and edited."""
    named = _read_named(inside)
    if named is not None or (_opening("bylines").match(key(inside)) is not None and ";" in inside):
        return named or Credit()
    source = _opening("credits").match(key(inside))
    bare = inside if source is None else inside[source.end() :]
    names = split_joint(bare)
    known = [name for name in names if is_agency(name) or is_outlet(name) or is_initials(name)]
    return Credit(agency=known[-1]) if len(known) > 0 and (len(known) == len(names) or "/" in bare) else None


def _read_named(text: str) -> Credit | None:
    """A line that begins with "By" or "Source:"."""
    folded = key(text)
    source = _opening("credits").match(folded)
    if source is not None and (":" in source["sign"] or "/" in source["sign"]):
        name = _find_name(text[source.end() :])
        return None if name is None else Credit(agency=pick_agency(name) or name)
    byline = _opening("bylines").match(folded)
    name = None if byline is None else _find_name(text[byline.end() :])
    if byline is None or name is None or not (is_name(name) or ":" in byline["sign"]):
        return None
    agency = pick_agency(name)
    if agency is not None or is_outlet(name):
        return Credit(agency=agency or name)
    person = strip_role(name)
    return None if person is None else Credit(author=person)


def _find_name(text: str) -> str | None:
    """The name before a date, a place or another part of the line."""
    for piece in _PARTS.split(text):
        name = _END.split(piece, maxsplit=1)[0].strip(" \t,،.:-–—")
        if (name != "" and parse_line(piece) is None) or is_name(name):
            return name if name.count(" ") < 7 and len(name) > 1 else None
    return None


def read_placed(text: str) -> str | None:
    """The place of a line right above a text: "City / Name"."""
    joined = _JOINED.match(text) if text.count(" ") < 6 else None
    return joined["place"].strip() if joined is not None and is_name(joined["place"].strip()) and is_name(joined["name"].strip()) else None


def _read_joined(text: str) -> Credit | None:
    """A place and an agency, or a place and the word that says whose report it is."""
    joined = _JOINED.match(text)
    if joined is None or joined["place"].count(" ") > 2 or not is_name(joined["place"].strip()):
        return None
    place, name = joined["place"].strip(), joined["name"].strip()
    if is_agency(name) or is_outlet(name):
        return Credit(agency=name, place=place)
    if joined["sign"] in ",،":
        return None
    if is_outlet(place) and is_name(name):
        return Credit(author=name)
    return Credit(place=place) if squash(name) in _specials() else None
