"""Speakers named without a verb: "فلان: …" in headlines and flashes, "«…».. فلان" in headlines."""

from tocsin.attribute.backward.openings import find_head
from tocsin.attribute.backward.passing import find_outlet, is_outlet
from tocsin.attribute.backward.subjects import can_speak, is_cue
from tocsin.attribute.leads import Lead
from tocsin.attribute.scan import OUTSIDE, Scan, is_mark
from tocsin.lang import actors, outlets
from tocsin.lang import classes as c
from tocsin.model import Act, Commitment

_BARS = frozenset("|:-–—/")  # marks behind a label
_DOTS = frozenset({".", "…", "..", "؛"})
_NAMED = 7  # tokens of who speaks in the second part of a headline
_LEAST = 5  # tokens of a sentence behind the colon
_HEAD = 18  # tokens before the colon
_SPEAKS = c.ROLE | c.BODY | c.TITLE | c.AGENCY | c.UNNAMED


def read_flash(scan: Scan) -> Lead | None:
    """ "عاجل | مصدر طبي لـ«صدى الجنوب»: …": a colon behind somebody who speaks, where a label or whom he told stands before it."""
    colons = [i for i in range(1, min(scan.count - 1, _HEAD)) if scan.keys[i] == ":" and scan.inside[i] == OUTSIDE]
    if len(colons) > 0 and all(scan.keys[i] in scan.lexicon.flashes for i in range(colons[0])):
        colons = colons[1:]
    if len(colons) == 0:
        return None
    colon = colons[0]
    head = find_head(scan)
    first = max(_past_label(scan, colon), head)
    told, carrier = find_outlet(scan, (first, colon)), _citing(scan, first, colon)
    last = colon if told is None else told[0]
    if carrier is not None:
        first = carrier[1] + 1
    issued = first + 2 < colon and bool(scan.bits[first] & c.PAPER) and scan.keys[first + 1] in scan.lexicon.origins
    first += 2 * issued  # "نداء من | مستشفى الزيتونة: …"
    plain = first == head and told is None and carrier is None
    if (plain and not _opens_post(scan, colon, head)) or not first < last or not _is_speaker(scan, first, last):
        return None
    cue, begin = (colon, colon + 1), colon + 1
    return Lead(first, begin, cue, Act.ASSERT, Commitment.CERTAIN, (first, last), begin, hearer=told, carrier=carrier)


def _opens_post(scan: Scan, colon: int, head: int) -> bool:
    """A whole line "الناطق العسكري: …", as channels post it: an office or an outlet, a colon, and a sentence."""
    speaks = c.TITLE | c.ROLE | c.AGENCY | c.SPOKESPERSON | c.UNNAMED | (c.BODY if head > 0 else 0)
    opens = scan.bits[head] & speaks or scan.keys[head] in scan.lexicon.outlets
    return bool(opens) and scan.count - colon > _LEAST and not any(scan.is_cue(i) for i in range(colon))


def _citing(scan: Scan, first: int, colon: int) -> tuple[int, int] | None:
    """ "رويترز | عن مسؤول: …": the outlet before the word that leads to whom it quotes."""
    at = next((i for i in range(first + 1, colon) if scan.keys[i] in scan.lexicon.quoted_from), None)
    if at is None or not any(hit.first == first and hit.last <= at for hit in outlets.load().terms.find(scan.keys[:at])):
        return (first, at) if at is not None and is_outlet(scan, (first, at)) else None
    return first, at


def _past_label(scan: Scan, colon: int) -> int:
    """Behind "عاجل |" or the time of a live entry."""
    bar = next((i for i in range(min(colon, 4)) if scan.keys[i] in _BARS and (i == 1 or scan.keys[i] == "|")), None)
    if bar is not None and (scan.keys[bar] == "|" or scan.keys[0] in scan.lexicon.flashes):
        return bar + 1
    clock = scan.keys[0][0].isdigit() and not scan.keys[0].isdigit()
    return 1 if clock or scan.keys[0] in scan.lexicon.flashes else 0


def _is_speaker(scan: Scan, first: int, last: int) -> bool:
    if scan.is_cue(first) or any(scan.bits[i] & (c.VERB | c.COMMA) or is_cue(scan, i, first) for i in range(first + 1, last)):
        return False
    known = actors.load().terms.at(scan.keys, first) is not None or scan.keys[last - 1] in scan.names
    return can_speak(scan, first, last) and (known or any(scan.bits[i] & _SPEAKS for i in range(first, last)))


def read_second(scan: Scan) -> Lead | None:
    """ "وفاة ثلاثة أطفال.. | والدفاع المدني: الخيام غرقت": behind the dots of a headline another speaks."""
    colons = (i for i in range(2, scan.count - 2) if scan.keys[i] == ":" and scan.inside[i] == OUTSIDE)
    for colon in colons:
        dots = next((i for i in range(colon - 1, 0, -1) if scan.keys[i] in _DOTS or scan.keys[i] == ":"), None)
        if dots is None or scan.keys[dots] == ":":
            continue
        last = colon - 1 if scan.is_cue(colon - 1) else colon  # "ودمشق ترد: …"
        if 0 < last - dots - 1 <= _NAMED and _is_speaker(scan, dots + 1, last):
            return Lead(dots + 1, colon + 1, (last, colon + (last == colon)), Act.ASSERT, Commitment.CERTAIN, (dots + 1, last), colon + 1)
    return None


def read_quoted_head(scan: Scan) -> Lead | None:
    """ "«أكلنا أوراق الشجر».. ناجون من زمزم": in a headline a quotation, dots, and who said it."""
    if not is_mark(scan.keys[0]) or scan.inside[0] == OUTSIDE:
        return None
    end = next((i for i in range(1, scan.count) if scan.inside[i] != scan.inside[0]), scan.count)
    first = end
    while first < scan.count and scan.keys[first] in {".", "…"}:
        first += 1
    last = next((i for i in range(first + 1, scan.count) if is_cue(scan, i, first) or scan.is_stop(i)), scan.count)
    if first < end + 1 or first >= scan.count or not scan.bits[first] & _SPEAKS:
        return None
    return Lead(first, last, (end, first), Act.ASSERT, Commitment.CERTAIN, (first, last), 0, end=end)
