"""A sentence with quantities in it, as those who ask what is counted see it: its words, its concepts, its numbers. Answers, decides nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.annotate.quantities import Quantity
from tocsin.lang import concepts, counted, numbers
from tocsin.lang.counted import Counted
from tocsin.lang.numbers import Counting
from tocsin.lang.terms import Hit


@dataclass(frozen=True, slots=True)
class Scene:
    """``hits`` are the concepts by their first token, ``ends`` by the token behind them; ``taken`` holds the tokens of the numbers."""

    keys: Sequence[str]
    words: Sequence[str]
    counting: Counting
    counted: Counted
    hits: dict[int, Hit[str]]
    ends: dict[int, Hit[str]]
    taken: frozenset[int]

    def key(self, index: int) -> str:
        """The key at ``index``; nothing stands outside the sentence."""
        return self.keys[index] if 0 <= index < len(self.keys) else ""

    def is_in(self, index: int, name: str) -> bool:
        """Whether the token is in the pack's list ``name``."""
        return self.key(index) in self.counting.sets[name]

    def is_word(self, index: int) -> bool:
        """Whether a word or a number stands at ``index``, not a sign."""
        return self.key(index)[:1].isalnum()

    def is_person(self, hit: Hit[str] | None) -> bool:
        return hit is not None and hit.value in self.counted.people

    def happens(self, hit: Hit[str]) -> bool:
        """Whether the concept is something that befalls people or things."""
        return hit.value in self.counted.outcomes or hit.value in self.counted.harms

    def fits(self, noun: str | None, outcome: str | None) -> bool:
        """People are killed and wounded, things destroyed."""
        person = noun is None or noun in self.counted.people
        return outcome in (self.counted.outcomes if person else self.counted.harms)

    def is_plural(self, key: str) -> bool:
        plain = key.endswith(self.counting.pack.plural_endings) and not key.endswith(self.counting.pack.singular_endings)
        return plain or key in self.counting.sets["plurals"]

    def is_active(self, hit: Hit[str]) -> bool:
        """Whether a participle behind a noun has an object of its own: "militants killed five soldiers"."""
        index = hit.last
        if hit.value in self.counted.own or index >= len(self.keys):
            return False
        if index in self.taken or self.counting.pack.noun_first:
            return index in self.taken
        object_follows = self.is_person(self.hits.get(index)) or self.words[index][0].isupper()
        return object_follows or self.is_in(index, "definites") or self.is_in(index, "single")

    @property
    def is_cumulative(self) -> bool:
        """Whether the sentence counts what gathers over time."""
        return next(self.counting.cumulative.find(self.keys), None) is not None


def make_scene(code: str, keys: Sequence[str], words: Sequence[str], *, quantities: Sequence[Quantity]) -> Scene:
    hits = {hit.first: hit for hit in concepts.load(code).find(keys)}
    ends = {hit.last: hit for hit in hits.values()}
    taken = frozenset(index for quantity in quantities for index in range(quantity.first, quantity.last))
    return Scene(keys, words, numbers.load(code), counted.load(), hits, ends, taken)
