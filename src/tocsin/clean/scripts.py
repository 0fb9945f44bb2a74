"""Lines in; the script that most of their letters are in out."""

import re
from collections.abc import Iterable

from tocsin.clean.lines import Line

_SCRIPTS = {
    "latin": re.compile(r"[A-Za-z\u00c0-\u024f]+"),
    "arabic": re.compile(r"[\u0620-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]+"),
    "cyrillic": re.compile(r"[\u0400-\u052f]+"),
    "hebrew": re.compile(r"[\u05d0-\u05ea]+"),
    "greek": re.compile(r"[\u0370-\u03ff]+"),
    "armenian": re.compile(r"[\u0531-\u0587]+"),
    "georgian": re.compile(r"[\u10a0-\u10ff]+"),
    "devanagari": re.compile(r"[\u0900-\u097f]+"),
    "han": re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+"),
}
_SAMPLE = 3000  # characters that settle it


def count_letters(text: str, script: str) -> int:
    return sum(map(len, _SCRIPTS[script].findall(text)))


def find_script(lines: Iterable[Line]) -> str | None:
    """Return the script, judged by the longest lines, of at least seven letters in ten, or None where the lines are mixed or have no letters."""
    parts: list[str] = []
    size = 0
    for line in sorted(lines, key=lambda line: -line.words):
        parts.append(line.text)
        size += len(line.text)
        if size > _SAMPLE:
            break
    text = " ".join(parts)[:_SAMPLE]
    if text.isascii():
        return "latin" if any(map(str.isalpha, text)) else None
    counts = {name: sum(map(len, pattern.findall(text))) for name, pattern in _SCRIPTS.items()}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] > 0.7 * sum(counts.values()) else None
