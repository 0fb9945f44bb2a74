"""One line in; the reason to drop it out, when it is furniture of the page by its own look or by the packs' words."""

import re
from functools import cache

from tocsin.clean.lines import Line, front
from tocsin.lang.fold import key
from tocsin.lang.furniture import load, squash

SHORT = 14  # words of the longest line that is judged by how it begins
_LONG = 45  # words of the longest notice (copyright, cookies)
_BRIEF = {"view counter": 6, "relative date": 6}
_NOTICES = ("copyright", "cookie notice", "comments")
_LETTER = re.compile(r"[^\W\d_]")
_COUNT = re.compile(r"[\W\d]*\d[\d.,:%/+()\s]*[KkMm]?\W*")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|@\w+", re.IGNORECASE)
_TAGS = re.compile(r"(?:#[\w]+[\s,|]*)+")
_NAME = re.compile(r"[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+")
_CODE = re.compile(r"[^\d:#.]{2,40}[:#]\s*[A-Z]{0,4}-?\d[\d.,/]*[KkMm]?")
_RIGHTS = re.compile(r"(?:©|\(c\))\s*(?:19|20)\d{2}|(?:19|20)\d{2}\s*(?:©|\(c\))", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_PIECES = re.compile(r"\s*[|/·•›»>،,:–]\s*|\s+-\s+")
_AFTER = re.compile(r"\s*[:|»›>\-–—\d#…(©]")
_DIGITS = re.compile(r"\b[\d.,]+[km]?\b")


@cache
def _lines() -> dict[str, str]:
    return {squash(line): reason for furniture in load() for reason, lines in furniture.lines.items() for line in lines}


@cache
def _starts() -> dict[str, tuple[str, bool]]:
    """Folded beginnings, each with its reason and whether it is one word, which needs a sign after it."""
    found = {}
    for furniture in load():
        for reason, starts in furniture.starts.items():
            found.update({key(start.strip()): (reason, " " not in start.strip() and start[0].isalpha()) for start in starts})
    return found


@cache
def _prefixes() -> tuple[str, ...]:
    return tuple(sorted(_starts(), key=len, reverse=True))


@cache
def _phrases() -> dict[str, list[tuple[str, str]]]:
    """Phrases with their reasons, by their first word."""
    found: dict[str, list[tuple[str, str]]] = {}
    for furniture in load():
        for reason, phrases in furniture.phrases.items():
            for phrase in map(squash, phrases):
                found.setdefault(phrase.split()[0], []).append((f" {phrase} ", reason))
    return found


def find_reason(line: Line, *, margin: bool = True) -> str | None:
    """Return why a line is no part of an article, or None. A long sentence can only be a notice, and only in the margin of a page."""
    words = line.words
    if words > _LONG:
        return None
    if _RIGHTS.search(line.text) is not None or (words <= SHORT and _YEAR.search(line.text) is not None and _has_right(line)):
        return "copyright"
    short = words <= SHORT
    reason = (_find_sign(line.text, words) or _lines().get(line.key)) if short else None
    if reason is None and words <= 2 * SHORT:
        reason = _find_start(line, short=short)
    if reason is None and short:
        reason = _find_listed(line) or _find_counted(line)
    if reason is None and not short and margin and front(line.text).startswith(_prefixes()):
        reason = _find_phrase(line, limit=_LONG)  # an invitation in a whole sentence: it begins and goes on as such
    return reason or (_find_phrase(line) if short or margin or not line.ends else None)


def _has_right(line: Line) -> bool:
    """The sign or the words of a copyright."""
    return "©" in line.text or any(right in line.key for right in _rights())


@cache
def _rights() -> tuple[str, ...]:
    return tuple(squash(right) for furniture in load() for right in furniture.rights)


def is_known(text: str) -> bool:
    """Whether these words alone are a line of furniture, counted or not."""
    words = " ".join(_DIGITS.sub(" ", squash(text)).split())
    return words in _lines() or words.startswith(_prefixes())


def _find_sign(text: str, words: int) -> str | None:
    """What the signs of a line alone tell."""
    if _LETTER.search(text) is None:
        return "counter" if any(map(str.isdigit, text)) else "glyph"
    if words == 1:
        if len(text) <= 2 or _NAME.fullmatch(text) is not None:
            return "button"
        if _ADDRESS.fullmatch(text) is not None:
            return "address"
    if text[0] == "#" and _TAGS.fullmatch(text) is not None:
        return "tags"
    return "counter" if _COUNT.fullmatch(text) is not None else None


def _find_counted(line: Line) -> str | None:
    """A known line with a number in it, such as "Comments (3)"; else any "Label: 12345"."""
    if not any(map(str.isdigit, line.text)):
        return None
    bare = " ".join(_DIGITS.sub(" ", line.key).split())
    reason = _lines().get(bare)
    if reason is not None:
        return reason
    return "story code" if line.words <= 4 and _CODE.fullmatch(line.text) is not None else None


def _find_start(line: Line, *, short: bool) -> str | None:
    """A known beginning. One word alone needs a sign behind it, and so does any beginning of a long line or of a sentence."""
    folded = front(line.text)
    if not folded.startswith(_prefixes()):
        return None
    prefix = next(prefix for prefix in _prefixes() if folded.startswith(prefix))
    reason, alone = _starts()[prefix]
    rest = folded[len(prefix) :]
    if rest == "":
        return reason
    if alone or not short or (line.ends and line.words > 8):
        return reason if _AFTER.match(rest) is not None else None
    return None if rest[0].isalnum() else reason


def _find_listed(line: Line) -> str | None:
    """Known lines side by side: "Home | World | About us", "Share Tweet Email"."""
    pieces = [piece for part in _PIECES.split(line.text) if (piece := squash(part)) != ""]
    if len(pieces) == 1 and not line.ends:
        pieces = pieces[0].split()
        known = [reason for piece in pieces if (reason := _lines().get(piece)) is not None]
        return known[0] if len(pieces) > 1 and len(known) == len(pieces) else None
    known = [reason for piece in pieces if (reason := _lines().get(piece)) is not None]
    return known[0] if len(pieces) > 1 and 2 * len(known) >= len(pieces) and len(known) > 1 else None


def _find_phrase(line: Line, *, limit: int = SHORT) -> str | None:
    text = f" {line.key} "
    for word in _phrases().keys() & text.split():
        for phrase, reason in _phrases()[word]:
            if phrase in text and line.words <= (_LONG if reason in _NOTICES else _BRIEF.get(reason, limit)):
                return reason
    return None


def is_tail(reason: str) -> bool:
    """Whether such a line stands below an article rather than in it."""
    return any(reason in furniture.tails for furniture in load())
