"""A bare text in; the place and the agency that its first words or its end name out. Nothing is cut from the text."""

import re

from tocsin.clean.credits import Credit, read_line
from tocsin.clean.dateline import cut_place, read_dateline
from tocsin.clean.names import is_agency, is_initials, is_name, is_outlet
from tocsin.lang.clitics import definite_prefixes

_QUOTED = re.compile(
    r"^(?P<place>[^()\[\]:;!?\"“”«»\d،,/–—-]{2,30}?)\s*[-–—/،,]\s*[«\"“](?P<name>[^«»\"“”]{2,40})[»\"”]\s*[-–—:/]+\s*(?=\S)"
)
_CLOSING = re.compile(r"[.!?؟…»\"”]\s*[(\[](?P<name>[^()\[\]]{2,40})[)\]]\s*\.?$")
_WORDS = 6  # words of a credit line that stands alone
_NAME = 3  # words of a name in brackets behind the text


def read_signature(text: str) -> Credit | None:
    """Read "CITY (Agency) -" or "CITY – «Agency» –" before a text, "(Agency)" or a credit line behind it."""
    lines = [line.strip() for line in text.splitlines() if line.strip() != ""]
    if len(lines) == 0:
        return None
    opening, closing = _read_opening(lines[0]), _read_closing(lines[-1], alone=len(lines) > 1)
    if opening is None or (opening.agency is None and closing is not None):
        return None if closing is None else Credit(agency=closing, place=None if opening is None else opening.place)
    return opening


def _read_opening(line: str) -> Credit | None:
    quoted = _QUOTED.match(line)
    if quoted is not None and (place := cut_place(quoted["place"])) is not None and place.count(" ") < _NAME:
        return Credit(agency=quoted["name"].strip(), place=place)
    return read_dateline(line)


def _read_closing(line: str, *, alone: bool) -> str | None:
    if alone and line.count(" ") < _WORDS and (credit := read_line(line)) is not None:
        return credit.agency
    match = _CLOSING.search(line)
    if match is None:
        return None
    name = match["name"].strip()
    known = is_agency(name) or is_outlet(name) or is_initials(name)
    return name if known or (name.count(" ") < _NAME and is_name(name) and _is_proper(name)) else None


def _is_proper(name: str) -> bool:
    """Capitals throughout, or the article in a script without capitals: "(انتهى)" names nobody."""
    return all(word[0].isupper() for word in name.split()) or name.startswith(definite_prefixes())
