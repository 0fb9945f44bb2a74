"""Text from pages made safe to show: control characters go, direction is fenced in. Text enters, text leaves."""

import re

# C0 and C1 controls (a terminal obeys some of them), half surrogates, and the marks that turn the direction of the text around them.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\ud800-\udfff]")
_OPEN, _CLOSE = '“«„”"', '”»“"'  # Arabic pages also open with ”
_SPACE = re.compile(r"\s+")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def strip_controls(text: str) -> str:
    """Return ``text`` without the characters that could steer a terminal or turn the words around it."""
    return _CONTROLS.sub("", text)


def one_line(text: str) -> str:
    """Return ``text`` safe and on one line."""
    return _SPACE.sub(" ", strip_controls(text.replace("\u2028", " ").replace("\u2029", " "))).strip()


def strip_quotes(text: str) -> str:
    """Return ``text`` without the pair of quotation marks around all of it, so that none stands twice where marks are put."""
    bare = text.strip()
    inside = bare[1:-1]
    return inside if len(bare) > 2 and bare[0] in _OPEN and bare[-1] in _CLOSE and not any(mark in inside for mark in _OPEN) else bare


def has_right_to_left(text: str) -> bool:
    """True where a letter is written from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def isolate(text: str) -> str:
    """Return ``text`` fenced with U+2068 and U+2069 where it needs it, so that the words around it stay in their order."""
    return f"\u2068{text}\u2069" if has_right_to_left(text) else text


def is_right_to_left(text: str) -> bool:
    """True where the first letter that decides is written from right to left."""
    first = next((c for c in text if c.isalpha()), "")
    return has_right_to_left(first)
