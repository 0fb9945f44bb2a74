"""The words that introduce a byline: parted from what is glued to them, told alone, and the offices behind a name."""

import re
from functools import cache

from tocsin.lang.furniture import load, squash


def unglue(text: str) -> str:
    """Part the word of a byline or date line from what a dump glued to it: "ByA Name", "PublishedMay 2, 2025"."""
    return _glued().sub(r"\1 ", text, count=1)


@cache
def _glued() -> re.Pattern[str]:
    words = {
        word.capitalize()
        for furniture in load()
        for word in (*furniture.bylines, *furniture.published, *furniture.updated)
        if word.isascii()
    }
    return re.compile(rf"^({'|'.join(sorted(words, key=len, reverse=True))})(?=[A-Z0-9])")


def strip_label(text: str) -> str:
    """A name without the word that introduces it."""
    return _leading().sub("", text.strip()).strip()


@cache
def _leading() -> re.Pattern[str]:
    words = sorted((word for furniture in load() for word in furniture.bylines), key=len, reverse=True)
    return re.compile(rf"^(?:{'|'.join(map(re.escape, words))})(?:\s*:\s*|\s+)", re.IGNORECASE)


def is_label(text: str) -> bool:
    """A byline's word without a name: "By", "Text by:"."""
    return squash(text) in _labels()


@cache
def _labels() -> frozenset[str]:
    return frozenset(squash(word) for furniture in load() for word in furniture.bylines)


def strip_role(name: str) -> str | None:
    """A name without the office that follows it; None where there is nothing but an office."""
    pieces = [piece.strip() for piece in re.split(r"[,،]", name)]
    kept = [piece for piece in pieces if not any(f" {role} " in f" {squash(piece)} " for role in _roles())]
    return ", ".join(kept) or None


@cache
def _roles() -> tuple[str, ...]:
    return tuple(squash(role) for furniture in load() for role in furniture.roles)
