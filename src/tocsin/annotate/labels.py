"""How far a name reaches with the words that judge it: tokens of a known name enter, those of the whole wording leave."""

from collections.abc import Sequence

from tocsin.lang import classes as c
from tocsin.lang import labels
from tocsin.lang.labels import Wordings

_MARKS = frozenset("\"“”«»„‘’'")
_REACH = 4  # tokens beside a name that may belong to its wording


def widen(keys: Sequence[str], tokens: tuple[int, int], *, floor: int, code: str) -> tuple[int, int]:
    """Take in the judging words around the name: "| so-called | Islamic State", "Daesh | terrorist group |". Never below ``floor``."""
    words = labels.load(code)
    first = _reach(keys, range(tokens[0] - 1, max(floor, tokens[0] - 1 - _REACH) - 1, -1), words)
    last = _reach(keys, range(tokens[1], min(len(keys), tokens[1] + _REACH)), words)
    begin, end = tokens[0] if first is None else first, tokens[1] if last is None else last + 1
    opened = sum(key in _MARKS for key in keys[begin:end]) % 2
    return begin, end + 1 if opened == 1 and end < len(keys) and keys[end] in _MARKS else end


def _reach(keys: Sequence[str], way: range, words: Wordings) -> int | None:
    """The outermost word of the wording that this way leads to; None where no word judges."""
    judged, outermost = False, None
    for at in way:
        word = words.bare(keys[at])
        if word in words.judging or word in words.heads:
            judged, outermost = judged or word in words.judging, at
        elif word not in _MARKS:
            break
    return outermost if judged else None


def find_regimes(keys: Sequence[str], bits: Sequence[int], *, code: str) -> dict[int, int]:
    """Return where "Israeli regime", "النظام السوري" begin, and the token of the nation's adjective in each: two tokens, side by side."""
    nations = [at for at, bit in enumerate(bits) if bit & c.NATION]
    if len(nations) == 0:
        return {}
    words = labels.load(code)
    found = {}
    for at in nations:
        other = next((i for i in (at + 1, at - 1) if 0 <= i < len(keys) and words.bare(keys[i]) in words.regimes), None)
        if other is not None:
            found[min(at, other)] = at
    return found
