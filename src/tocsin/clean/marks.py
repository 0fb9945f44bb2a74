"""A line in; its mark out: what it looks like alone. What it is beside its like, and where it stands, is judged later."""

import re
from dataclasses import dataclass
from enum import StrEnum

from tocsin.clean.byline import unglue
from tocsin.clean.captions import has_bracket, has_tail_credit, is_caption
from tocsin.clean.credits import Credit, read_line, read_parts
from tocsin.clean.dates import Stated, parse_line
from tocsin.clean.furniture import find_reason, is_known
from tocsin.clean.lines import Line
from tocsin.clean.scripts import count_letters, find_script
from tocsin.model import Embed

LINK_SHARE = 0.9  # of a line's letters inside links: the line is a link
BLOCK = 26  # words of a line that is surely prose without an end of sentence
LOOSE_BLOCK = 12  # the same on pages that do not end their paragraphs with a full stop
_DATE_WORDS = 14
_LEAD = 6  # words of a line that opens what follows
_SENTENCE = 9  # words of a sentence that is surely prose
_INSIDE = re.compile(r"[^\W\d_]{2}[”\"»]?[.؟][”\"»]? ")


class Sort(StrEnum):
    """What a line looks like."""

    PROSE = "prose"  # surely running text
    SENTENCE = "sentence"  # short, but ends as a sentence does
    SHORT = "short"  # title, subheading, link, label: a line without an end
    MARKER = "marker"  # a list marker alone
    DATE = "date line"
    CREDIT = "credit"
    CAPTION = "caption"
    POST = "embedded post"
    DROP = "furniture"


@dataclass(frozen=True, slots=True)
class Mark:
    """A line with what it looks like; ``reason`` is set where it is furniture.

    ``times``: how often the page has it; ``twin``: twice in a row; ``weak``: only its closing bracket makes it a caption.
    """

    line: Line
    sort: Sort
    reason: str | None = None
    stated: Stated | None = None
    credit: Credit | None = None
    embed: Embed | None = None
    times: int = 1
    twin: bool = False
    weak: bool = False

    @property
    def running(self) -> bool:
        return self.sort in (Sort.PROSE, Sort.SENTENCE)


def mark_line(line: Line, *, loose: bool, script: str | None, margin: bool) -> Mark:
    """Mark a line by its own look. ``loose``: the page ends few paragraphs with a full stop; ``margin``: the line is near an end of the page."""
    if line.linked > LINK_SHARE and (line.listed or line.aside) and line.words <= _DATE_WORDS:  # one of a menu's hundred links
        reason = find_reason(line, margin=margin)
        return Mark(line, Sort.SHORT if reason is None else Sort.DROP, reason)
    if is_caption(line):
        return Mark(line, Sort.CAPTION, "caption")
    words = line.words
    if words <= _DATE_WORDS:
        special = _mark_special(line, words)
        if special is not None:
            return special
    if words <= BLOCK and has_tail_credit(line):
        return Mark(line, Sort.CAPTION, "caption")
    if words <= BLOCK and has_bracket(line):
        return Mark(line, Sort.CAPTION, "caption", weak=True)
    reason = find_reason(line, margin=margin)
    if reason is not None:
        return Mark(line, Sort.MARKER if _is_marker(line, reason) else Sort.DROP, reason)
    if script is not None and words <= BLOCK and _is_foreign(line, script):
        return Mark(line, Sort.DROP, "foreign line")
    if line.linked > LINK_SHARE and words < BLOCK and not line.heading:
        return Mark(line, Sort.SHORT)
    if (
        (line.ends and words >= _SENTENCE)
        or words >= (LOOSE_BLOCK if loose else BLOCK)
        or (words >= _SENTENCE and _has_sentence(line.text))
    ):
        return Mark(line, Sort.PROSE)
    opens = words >= _LEAD and line.bare.endswith((":", "："))  # the lead-in of a list or a quotation
    return Mark(line, Sort.SENTENCE if (line.ends or opens) and words >= 2 and not line.heading else Sort.SHORT)


def _mark_special(line: Line, words: int) -> Mark | None:
    """Date lines and credits."""
    text = unglue(line.text)
    stated = parse_line(text)
    if stated is not None:
        credit = read_parts(text)
        if _is_date_line(line, stated, credit):
            return Mark(line, Sort.DATE, "date line", stated, credit)
    credit = read_line(text) if not line.ends or words <= 6 else None
    return Mark(line, Sort.CREDIT, "credit", stated, credit) if credit is not None else None


def _is_date_line(line: Line, stated: Stated, credit: Credit | None) -> bool:
    """Little else stands on it: two words, a byline, other pieces set off by signs."""
    rest = sum(len(piece.split()) for piece in stated.rest if not is_known(piece))
    parted = any(sign in line.text for sign in "|•·")
    return (
        rest <= 2
        or (rest <= 8 and (credit is not None or parted))
        or (rest <= 4 and line.words <= 9 and not line.ends and "," in line.text)
    )


def _is_marker(line: Line, reason: str) -> bool:
    return reason == "glyph" and line.text in ("-", "–", "—", "•", "*", "·", "▪", "■", "●", "○", "◾", "►", "▶", "»", "›", "+")


def _is_foreign(line: Line, script: str) -> bool:
    if count_letters(line.text, script) > len(line.text) // 3:
        return False
    own = find_script([line])
    return own is not None and own != script


def _has_sentence(text: str) -> bool:
    """A sentence ends inside the line."""
    return _INSIDE.search(text) is not None
