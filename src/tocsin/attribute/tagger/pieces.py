"""Word pieces, as the encoder learned them: longest first. A word enters, the numbers of its pieces leave."""

import unicodedata
from functools import lru_cache

_LONGEST = 100  # letters of a word that is looked up in pieces
_HELD = 50_000  # words whose pieces are remembered
_CONTROL = frozenset({"Cc", "Cf", "Co", "Cs"})


class Pieces:
    """The vocabulary of an encoder that folds case and accents. ``first`` and ``last`` frame a row, ``unknown`` is what no piece covers."""

    def __init__(self, vocabulary: tuple[str, ...]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self.first, self.last, self.unknown = (self._numbers[name] for name in ("[CLS]", "[SEP]", "[UNK]"))
        self.encode = lru_cache(_HELD)(self._encode)

    def _encode(self, word: str) -> tuple[int, ...]:
        """Return the pieces of a word; of one that is nothing but accents or signs of control, none."""
        return tuple(number for part in _divide(_fold(word)) for number in self._look_up(part))

    def _look_up(self, part: str) -> tuple[int, ...]:
        if len(part) > _LONGEST:
            return (self.unknown,)
        found, at = [], 0
        while at < len(part):
            lead = "" if at == 0 else "##"
            end = next((end for end in range(len(part), at, -1) if lead + part[at:end] in self._numbers), None)
            if end is None:
                return (self.unknown,)
            found.append(self._numbers[lead + part[at:end]])
            at = end
        return tuple(found)


def _fold(word: str) -> str:
    if word.isascii() and word.isprintable():
        return word.lower()
    bare = "".join(ch for ch in word if unicodedata.category(ch) not in _CONTROL and ch != "\ufffd")
    return "".join(ch for ch in unicodedata.normalize("NFD", bare) if unicodedata.category(ch) != "Mn").lower()


def _divide(word: str) -> list[str]:
    """Signs and letters of Chinese stand alone."""
    if word.isascii() and word.isalnum():
        return [word]
    parts: list[str] = []
    joins = False
    for ch in word:
        alone = _is_sign(ch) or _is_han(ch)
        if joins and not alone:
            parts[-1] += ch
        else:
            parts.append(ch)
        joins = not alone
    return parts


def _is_sign(ch: str) -> bool:
    return (ch.isascii() and not ch.isalnum()) or unicodedata.category(ch)[0] == "P"


def _is_han(ch: str) -> bool:
    code = ord(ch)
    return (
        0x4E00 <= code <= 0x9FFF
        or 0x3400 <= code <= 0x4DBF
        or 0x20000 <= code <= 0x2CEAF
        or 0xF900 <= code <= 0xFAFF
        or 0x2F800 <= code <= 0x2FA1F
    )
