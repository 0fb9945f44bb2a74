"""The two forms of attribution gold, one record each: running articles with character spans, tokenised passages with BIO labels.

Lines of a file enter, passages leave: text, tokens with offsets, and the gold as ranges of tokens.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from tocsin.errors import SourceError

Piece = tuple[int, int]
ROLES = ("source", "cue", "content")
_TOKEN = re.compile(r"\w+|[^\w\s]")
# How the Penn Treebank writes signs that a page has otherwise.
_SIGNS = {"``": "“", "''": "”", "`": "‘", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}", "--": "—"}
_LEANS_LEFT = re.compile(r"^(?:[,.;:?!%)\]}”]|n't|'(?:s|re|ve|ll|d|m)?|\.\.\.)$", re.IGNORECASE)
_LEANS_RIGHT = frozenset("“‘([{$£€#")


@dataclass(frozen=True, slots=True)
class Attribution:
    """The pieces of one attribution, as ranges of tokens."""

    source: tuple[Piece, ...]
    cue: tuple[Piece, ...]
    content: tuple[Piece, ...]

    def pieces(self, role: str) -> tuple[Piece, ...]:
        return {"source": self.source, "cue": self.cue, "content": self.content}[role]


@dataclass(frozen=True, slots=True)
class Passage:
    """``grouped`` is False where the gold does not say which source belongs to which content: then ``gold`` is one record of them all."""

    id: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    gold: tuple[Attribution, ...]
    grouped: bool

    def range(self, start: int, end: int) -> Piece:
        """The tokens that characters ``[start, end)`` touch."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)


class _Labelled(msgspec.Struct):
    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]


class _Running(msgspec.Struct):
    id: str
    text: str
    attributions: tuple[_Labelled, ...]


class _Tokenised(msgspec.Struct):
    id: str
    tokens: tuple[str, ...]
    labels: tuple[str, ...]


def load(path: Path) -> Iterator[Passage]:
    """Stream the passages of a file of either form; an error names the line."""
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                yield _parse(line, f"{path}, line {number}")
    except OSError as exc:
        raise SourceError(f"{path}: cannot read this attribution gold: {exc.strerror}") from exc


def _parse(line: bytes, where: str) -> Passage:
    try:
        if "tokens" in msgspec.json.decode(line, type=dict[str, msgspec.Raw]):
            return _make_tokenised(msgspec.json.decode(line, type=_Tokenised))
        return _make_running(msgspec.json.decode(line, type=_Running))
    except msgspec.DecodeError as exc:
        raise SourceError(f"{where}: neither a running article (id, text, attributions) nor a passage (id, tokens, labels): {exc}") from exc


def _make_running(row: _Running) -> Passage:
    tokens = [match.span() for match in _TOKEN.finditer(row.text)]
    bare = Passage(row.id, row.text, tuple(s for s, _ in tokens), tuple(e for _, e in tokens), (), grouped=True)
    gold = tuple(Attribution(_ranges(bare, a.source), _ranges(bare, a.cue), _ranges(bare, a.content)) for a in row.attributions)
    return Passage(bare.id, bare.text, bare.starts, bare.ends, gold, grouped=True)


def _ranges(passage: Passage, spans: Iterable[tuple[int, int]]) -> tuple[Piece, ...]:
    ranges = (passage.range(start, end) for start, end in sorted(spans))
    return tuple((first, last) for first, last in ranges if first < last)


def _make_tokenised(row: _Tokenised) -> Passage:
    text, starts = join(row.tokens)
    ends = tuple(start + len(_SIGNS.get(token, token)) for start, token in zip(starts, row.tokens, strict=True))
    pieces = read_labels(row.labels)
    gold = Attribution(*(tuple((first, last) for role, first, last in pieces if role == wanted) for wanted in ROLES))
    return Passage(row.id, text, starts, ends, (gold,), grouped=False)


def join(tokens: Sequence[str]) -> tuple[str, tuple[int, ...]]:
    """Write Penn Treebank tokens as a page has them; return the text and where each token starts in it."""
    text, starts, glued = "", [], True
    for token in tokens:
        word = _SIGNS.get(token, token)
        if not glued and _LEANS_LEFT.match(word) is None:
            text += " "
        starts.append(len(text))
        text += word
        glued = word in _LEANS_RIGHT
    return text, tuple(starts)


def read_labels(labels: Sequence[str]) -> list[tuple[str, int, int]]:
    """Return (role, first, last) of each run of BIO labels; a run may open with I."""
    pieces: list[tuple[str, int, int]] = []
    role, first = "", 0
    for index, label in enumerate((*labels, "O")):
        tag, _, name = label.partition("-")
        if role != "" and (tag != "I" or name != role):
            pieces.append((role, first, index))
            role = ""
        if tag == "B" or (tag == "I" and role == ""):
            role, first = name, index
    return pieces
