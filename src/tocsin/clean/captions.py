"""A line in; whether it is the caption of a picture out."""

import re
from functools import cache

from tocsin.clean.lines import Line, front
from tocsin.clean.names import is_agency, is_name, is_outlet
from tocsin.lang.fold import key
from tocsin.lang.furniture import load, squash

_CREDIT = re.compile(r"^(?P<before>.*?)[\s.]*[(\[{](?P<credit>[^()\[\]{}]{2,80})[)\]}]\s*\.?$", re.DOTALL)
_SIGNED = re.compile(r"(?:©\s*|\s[/|]\s)(?P<credit>[^\W\d_][^/|©\d]{1,40})$")
_CAPITALS = re.compile(r"[A-Z]{2,7}")
_ENDS = ".!?؟…\"”’'»"
_INSIDE = re.compile(r"[^\W\d_]{3}[.؟!] ")  # one sentence ends and another begins
_LONG = 70
_SENTENCE = 40  # words of a sentence that describes a picture
_NAME = 4
_SLASHED = re.compile(r"(?<![^\s.])[A-Z][\w&'-]*(?: [A-Z][\w&'-]*){0,3}\s*/\s*[A-Z][\w&'-]*(?: [\w.&'-]+){0,4}$")
_BRACKET = re.compile(r"^(?P<before>[^()].*?)\s*[(\[](?P<inside>[^()\[\]]{2,60})[)\]]$", re.DOTALL)


@cache
def _starts() -> tuple[str, ...]:
    return tuple(key(start) for furniture in load() for start in furniture.captions.starts)


@cache
def _phrases() -> tuple[str, ...]:
    return tuple(f" {squash(phrase)} " for furniture in load() for phrase in furniture.captions.phrases)


def is_caption(line: Line) -> bool:
    """By how it begins, by what only captions hold, by the credit at its end."""
    if line.words > _LONG:
        return False
    if line.caption:
        return True
    folded = front(line.text)
    if folded.startswith(_starts()) and _is_whole(folded):
        return True
    return has_credit(line.text) or (line.words <= 40 and not line.ends and _has_phrase(line))


def _is_whole(folded: str) -> bool:
    """The opening words end where a word ends."""
    start = next(start for start in _starts() if folded.startswith(start))
    return not start[-1].isalnum() or not folded[len(start) : len(start) + 1].isalnum()


def _has_phrase(line: Line) -> bool:
    text = f" {line.key} "
    return any(phrase in text for phrase in _phrases())


@cache
def _ends() -> re.Pattern[str]:
    words = sorted({key(word) for furniture in load() for word in furniture.captions.ends}, key=len, reverse=True)
    return re.compile(
        rf"[.\-–—|/,،(]\s*(?:{'|'.join(map(re.escape, words))})(?!\w)[^.]{{0,40}}$|\b(?:{'|'.join(map(re.escape, words))})\s*:[^.:]{{0,40}}$"
    )


def has_tail_credit(line: Line) -> bool:
    """A line that is no sentence and closes with the words of a picture's maker; headings never do."""
    if line.heading > 0 or line.words < 4:
        return False
    if not line.ends and _ends().search(key(line.text)) is not None:
        return True
    slashed = _SLASHED.search(line.text)
    return slashed is not None and any(is_agency(piece.strip()) for piece in slashed.group().split("/"))


def has_bracket(line: Line) -> bool:
    """A line that is no sentence and closes with a bracket: a caption where captions stand, not in a list."""
    if line.heading > 0:
        return False
    match = _BRACKET.match(line.text) if line.words >= 5 else None
    if match is None or match["before"].rstrip()[-1:] in _ENDS:
        return False
    inside = match["inside"].strip()
    return _CAPITALS.fullmatch(inside) is None and squash(inside) not in _labels() and len(inside.split()) <= 6


@cache
def _labels() -> frozenset[str]:
    """What titles carry in brackets: "(video)"."""
    return frozenset(squash(label) for furniture in load() for label in furniture.captions.labels)


def has_credit(text: str) -> bool:
    """Whether a picture's credit closes the text: "… in Hama. (AFP)", "… (Ministry/Reuters)", "… © Agency"."""
    match = _CREDIT.match(text) if text.rstrip(" .")[-1:] in (")", "]", "}") else None
    if match is not None:
        before, credit = match["before"].rstrip(), match["credit"].strip()
        ended = (before != "" and before[-1] in _ENDS) or text[len(before) :].lstrip().startswith(".")
        if before != "" and _is_credit(credit, ended=ended) and not (text.endswith(".") and not ended):
            return True
        return (
            before != ""
            and ended
            and is_name(credit)
            and credit.count(" ") < _NAME
            and before.count(" ") < _SENTENCE
            and _INSIDE.search(before) is None
        )
    signed = _SIGNED.search(text)
    return signed is not None and (text[signed.start()] == "©" or _is_credit(signed["credit"].strip(), ended=False))


def _is_credit(credit: str, *, ended: bool) -> bool:
    pieces = [piece.strip() for piece in re.split(r"/|\bvia\b|,|\|", credit)]
    if any(is_agency(piece) or is_outlet(piece) for piece in pieces if piece != ""):
        return True
    if not ended:
        return False
    return _CAPITALS.fullmatch(pieces[-1]) is not None or (len(pieces) > 1 and "/" in credit) or _has_word(credit)


def _has_word(credit: str) -> bool:
    text = f" {squash(credit)} "
    return any(phrase in text for phrase in _phrases()) or any(
        f" {squash(word)} " in text for furniture in load() for word in furniture.captions.ends
    )
