"""The opening of a first paragraph in; the place and the agency that it names out."""

import re
from functools import cache

from tocsin.clean.credits import Credit
from tocsin.clean.names import is_agency, is_initials, is_name, is_outlet
from tocsin.lang.furniture import load, squash

_HEAD = 140  # characters that a dateline lies in
_DATELINE = re.compile(
    r"^(?P<place>[^()\[\]:;!?\"“”«»]{0,60}?(?:\([^()\[\]:\d]{2,30}\)[^()\[\]:;!?\"“”«»]{0,30}?)?)\s*[(\[]\s*(?P<name>[^()\[\]]{2,40}?)\s*[)\]]\s*(?:[-–—:ـ/]+|\.\.\.?)\s*"
)
_PLACED = re.compile(
    r"^(?P<place>[A-Z][A-Z.'’ /-]{2,40}(?:, [A-Z][\w.'’ ]{2,25})?)(?:, [^()\"“”-]{3,20})?\s*[–—-]+\s+(?=\S)|^(?P<city>[A-Z]{4,}(?:[ /][A-Z]{3,}){0,2}): (?=[A-Z\"“])"
)
_NAMED = re.compile(
    r"^(?P<place>[A-Z][\w.'’]+(?: [A-Z][\w.'’]+){0,2}(?:, [A-Z][\w.'’]+)?)\s+[–—-]+\s+(?=[\"“A-Z])|^(?P<word>[\u0621-\u064a]{3,12}(?: [\u0621-\u064a]{3,12})?)\s+[–—-]+\s+(?=\S)"
)
_JOINED = re.compile(r"^(?P<place>[^\W\d_][^()\[\]:;!?\"“”«»\d،,/–—-]{1,30}?)\s*(?:[-–—/|،,ـ]|: )\s*[«\"“]?(?=\w)")
# "CITY, March 3. /Agency/" and "CITY, 3 March - Agency." with the text behind a full stop.
_SIGNED = re.compile(
    r"^(?P<place>[^()\[\]:;!?\"“”«»/]{2,60}?)[.,]?\s*(?:/(?P<slashed>[^/]{2,30})/\.?|[–—-]+\s*(?P<name>[^\W\d_][^.–—\n]{1,30})\.)\s+(?=\S)"
)
# "City. March 3. AGENCY - " and "City, 3 March, Agency.", the day between two stops.
_DATED = re.compile(
    r"^(?P<place>[^\W\d_][^\W\d_ -]*(?:[ -][^\W\d_]+){0,2})[.,]\s+\d{1,2}\s+[^\W\d_]{3,10}[.,]\s+(?P<name>[^\W\d_][^.,:–—\n]{1,30}?)(?:\s+[-–—]+|\.|:)\s+(?=\S)"
)
# "المنامة في 6 أكتوبر / وكالة / ": a place, a date, and the agency between strokes.
_STROKED = re.compile(
    r"^(?P<place>[\u0621-\u064a][\u0621-\u064a -]{1,40}?)(?: في)?(?P<date>[ ،,]+\d[^/()]{0,25})?\s*/\s*(?P<name>[\u0621-\u064a][\u0621-\u064a ]{1,25}?)\s*/[\s:-]*(?=[\u0621-\u064a«\"“])"
)
# "بيروت - «صدى الجبل»:": a paper's own name in marks before a colon.
_QUOTED = re.compile(
    r"^(?P<place>[\u0621-\u064a]{2,15}(?: [\u0621-\u064a]{2,15}){0,2})\s*[-–—:]\s*[«\"“](?P<name>[^»\"”:]{2,30})[»\"”]\s*:\s*(?=\S)"
)
_COUNTRY = re.compile(r"\([^()]*\)")
_BREAK = re.compile(r"\s*[»\"”]?\s*[-–—/|:ـ]")
_NAME_WORDS = 3
_COMMAS = frozenset(",،")


def read_dateline(text: str) -> Credit | None:
    """Read "CITY (Agency) -", "City - Agency:", "CITY, March 3 -". None when the paragraph opens otherwise."""
    head = text[:_HEAD]
    match = _DATELINE.match(head)
    if match is not None and _is_place(match["place"]):
        name = match["name"].strip()
        if is_agency(name) or is_outlet(name) or is_initials(name) or (is_name(name) and name.count(" ") < 4):
            place = cut_place(match["place"])
            return Credit(agency=name, place=None if place is not None and is_agency(place) else place)
    signed = _SIGNED.match(head)
    if signed is not None and any(map(str.isdigit, signed["place"])) and signed["place"].split(",")[0].isupper():
        name = (signed["slashed"] or signed["name"]).strip()
        if is_agency(name) or is_outlet(name) or is_initials(name) or is_name(name) or _is_title(name):
            return Credit(agency=name, place=cut_place(signed["place"]))
    dated = _DATED.match(head)
    if dated is not None and (is_agency(dated["name"]) or is_outlet(dated["name"]) or dated["name"].isupper()):
        return Credit(agency=dated["name"], place=dated["place"])
    quoted = _QUOTED.match(head)
    if quoted is not None and quoted["name"].count(" ") < _NAME_WORDS:
        return Credit(agency=quoted["name"], place=quoted["place"])
    stroked = _STROKED.match(head)
    if stroked is not None and (is_agency(stroked["name"]) or is_outlet(stroked["name"]) or stroked["date"] is not None):
        return Credit(agency=stroked["name"], place=stroked["place"].strip())
    joined = _read_joined(head)
    if joined is not None:
        return joined
    placed = _PLACED.match(head) or _NAMED.match(head)
    place = None if placed is None else cut_place(next(group for group in placed.groups() if group is not None))
    return None if place is None or squash(place) in _labels() else Credit(place=place)


def _read_joined(head: str) -> Credit | None:
    """A place and a known agency, in either order; or the agency alone before a stroke."""
    joined = _JOINED.match(head)
    if joined is None:
        return None
    first = joined["place"].strip()
    stroke = head[joined.end("place") : joined.end()].strip()
    if is_agency(first) or is_outlet(first):
        return None if stroke[:1] in _COMMAS else Credit(agency=first)  # "Coast News Agency, citing …": the subject of a sentence
    words = head[joined.end() :].split(" ", _NAME_WORDS)
    for size in range(min(_NAME_WORDS, len(words)), 0, -1):
        name = " ".join(words[:size])
        bare = name.rstrip('-–—:/،,.»"”ـ')
        closed = bare != name or _BREAK.match(" ".join(words[size:])) is not None or not bare.isascii()
        if _is_place(first) and ((closed and is_outlet(bare)) or (bare != name and is_agency(bare))):
            return Credit(agency=bare, place=cut_place(first))
    return None


def _is_title(text: str) -> bool:
    """A few words with capitals throughout: "Кавказ-Пресс", behind a place and a day the name of an agency."""
    return text.count(" ") < _NAME_WORDS and all(part[:1].isupper() for word in text.split() for part in word.split("-"))


def _is_place(text: str) -> bool:
    """At most four words before a date; nothing at all is fine too: "(Reuters) -"."""
    place = cut_place(text)
    return place is None or (place.count(" ") < 4 and (place[0].isupper() or "\u0600" <= place[0] <= "\u06ff"))


def cut_place(text: str) -> str | None:
    """The place alone, without its country in brackets and the date that may follow it."""
    text = _COUNTRY.sub(" ", text)
    if not text.isascii() and (dated := re.search(r"\d", text)) is not None and "," not in text and "،" not in text:
        text = text[: dated.start()]
    pieces = [piece.strip() for piece in re.split(r"[,،]", text)]
    kept = [piece for piece in pieces[:2] if piece != "" and not any(map(str.isdigit, piece)) and squash(piece) not in _days()]
    return ", ".join(kept).strip(" /-–—") or None


@cache
def _labels() -> frozenset[str]:
    """Words in capitals before a text that are no places: "UPDATE:"."""
    return frozenset(
        squash(word) for furniture in load() for word in (*furniture.captions.labels, *(w for ws in furniture.genres.values() for w in ws))
    )


@cache
def _days() -> frozenset[str]:
    return frozenset(squash(day) for furniture in load() for day in (*furniture.weekdays, *furniture.months))
