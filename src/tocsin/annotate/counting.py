"""Takes a quantity in its sentence, returns what it counts: the noun behind it and what happened to it, by the concept lexicon."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tocsin.annotate.quantities import Quantity
from tocsin.lang import concepts, counted, numbers
from tocsin.lang.numbers import Counting
from tocsin.lang.terms import Hit

REACH = 7  # tokens between a predicate and its number
FAR = 14  # the same where the text speaks of a toll
NEAR = 3  # tokens behind a number in which an unknown plural may be its noun
INSET = 3  # tokens of "in the attack" between a verb and its subject
AFTER = 9  # tokens between a noun and its predicate
_ASIDES = {",": ",", "،": "،", "(": ")", "–": "–", "-": "-"}


@dataclass(frozen=True, slots=True)
class Count:
    """``noun`` is a concept; ``word`` the noun as written where no concept is known. ``last``: end of the noun phrase.

    ``before`` says that ``outcome`` stands in front of the number: counts joined behind it share it.
    """

    noun: str | None = None
    word: str | None = None
    outcome: str | None = None
    last: int = 0
    before: bool = False


class Scene:
    """A sentence with quantities in it: its keys, its words and the concepts in it."""

    def __init__(self, code: str, keys: Sequence[str], words: Sequence[str], *, quantities: Sequence[Quantity]) -> None:
        self.keys, self.words = keys, words
        self.counting: Counting = numbers.load(code)
        self.counted = counted.load()
        self.hits: dict[int, Hit[str]] = {hit.first: hit for hit in concepts.load(code).find(keys)}
        self._by_end = {hit.last: hit for hit in self.hits.values()}
        self._taken = {index: quantity for quantity in quantities for index in range(quantity.first, quantity.last)}

    def count(self, quantity: Quantity) -> Count:
        """What the quantity counts, from the words around it alone."""
        noun, word, outcome, last = self._noun(quantity)
        before = self._outcome_before(quantity)
        if outcome is None:
            outcome = before or self._outcome_after(last)
        if not self._fits(noun, outcome):
            outcome = None
        return Count(noun, word, outcome, last, before=before is not None and before == outcome)

    def is_tight(self, quantity: Quantity, count: Count) -> bool:
        """Whether what is counted stands right at the number: "one" is mostly a pronoun."""
        if quantity.noun is not None or count.last == quantity.last + 1:
            return True
        following = self.keys[quantity.last] if quantity.last < len(self.keys) else ""
        if count.noun is not None:
            return following not in self.counting.sets["fillers"]
        near = {hit.value for at in range(quantity.last, quantity.last + 3) if (hit := self.hits.get(at)) is not None}
        return count.outcome in near

    @property
    def is_cumulative(self) -> bool:
        """Whether the sentence counts what gathers over time."""
        return next(self.counting.cumulative.find(self.keys), None) is not None

    def with_outcome(self, count: Count, outcome: str | None, *, before: bool) -> Count:
        """The count with an outcome that it shares with another, where it fits what is counted."""
        return replace(count, outcome=outcome, before=before) if self._fits(count.noun, outcome) else count

    def is_joined(self, last: int, first: int) -> bool:
        """Whether only a conjunction or a comma stands between two counts."""
        between = self.keys[last:first]
        glued = first < len(self.keys) and self.keys[first][:1] in self.counting.sets["joins"]
        return len(between) <= 2 and (len(between) > 0 or glued) and all(word in self._links for word in between)

    @property
    def _links(self) -> frozenset[str]:
        return self.counting.sets["conjunctions"] | self.counting.sets["commas"] | self.counting.sets["to"]

    def _fits(self, noun: str | None, outcome: str | None) -> bool:
        """People are killed and wounded, things destroyed."""
        person = noun is None or noun in self.counted.people
        return outcome in (self.counted.outcomes if person else self.counted.harms)

    def _happens(self, hit: Hit[str]) -> bool:
        return hit.value in self.counted.outcomes or hit.value in self.counted.harms

    def _is_plural(self, key: str) -> bool:
        plain = key.endswith(self.counting.pack.plural_endings) and not key.endswith(self.counting.pack.singular_endings)
        return plain or key in self.counting.sets["plurals"]

    def _noun(self, quantity: Quantity) -> tuple[str | None, str | None, str | None, int]:
        """(concept, word, outcome read with the noun, end of the noun phrase)."""
        if quantity.noun is not None:
            if quantity.noun in self.counted.outcomes:
                return None, None, quantity.noun, quantity.last
            return quantity.noun, None, None, quantity.last
        return self._noun_behind(quantity) if self.counting.pack.noun_first else self._noun_phrase(quantity)

    def _noun_behind(self, quantity: Quantity) -> tuple[str | None, str | None, str | None, int]:
        """The noun right behind the number, or of "one" right before it."""
        before = self._by_end.get(quantity.first) if quantity.one else None
        if before is not None and before.value in self.counted.people:
            return before.value, None, None, quantity.last
        index, sets, loose = quantity.last, self.counting.sets, False
        while index < len(self.keys) and self.keys[index] in sets["fillers"]:
            loose = True
            index += 1
        if index < len(self.keys) and self.keys[index] in sets["others"]:
            return None, None, None, index + 1
        for position in range(index, min(index + (3 if loose else 1), len(self.keys))):
            key = self.keys[position]
            if key in sets["stops"] or not key[0].isalpha() or position in self._taken:
                break
            hit = self.hits.get(position)
            if hit is None or hit.value in self.counted.never:
                continue
            if hit.value in self.counted.outcomes:
                return None, None, hit.value, hit.last
            if position == index or hit.value in self.counted.people:
                return hit.value, None, None, hit.last
        if index < len(self.keys) and index not in self._taken and self.keys[index] not in sets["stops"] and self.keys[index].isalpha():
            return None, self.words[index], None, index + 1
        return None, None, None, quantity.last

    def _noun_phrase(self, quantity: Quantity) -> tuple[str | None, str | None, str | None, int]:
        outcome: str | None = None
        word, last, index = None, quantity.last, quantity.last
        while index < len(self.keys) and index < quantity.last + REACH and not self._ends(index, quantity):
            hit = self.hits.get(index)
            if hit is None:
                if word is not None:
                    break
                if self.keys[index] in self.counting.sets["others"]:
                    return None, None, outcome, index + 1
                if index < quantity.last + NEAR and self._names(index):
                    word, last = self.words[index], index + 1
                index += 1
                continue
            if hit.value in self.counted.outcomes:
                if outcome is not None or self._is_active(hit):
                    break
                outcome, last = hit.value, hit.last
            elif (self._is_plural(self.keys[hit.last - 1]) or quantity.one) and hit.value not in self.counted.never:
                return self._widen(hit, outcome)
            index = hit.last
        return None, word if outcome is None else None, outcome, last

    def _widen(self, hit: Hit[str], outcome: str | None) -> tuple[str | None, str | None, str | None, int]:
        """The noun and further nouns right behind it: the last of "government soldiers" is what is counted."""
        following = self.hits.get(hit.last)
        while following is not None and following.value not in self.counted.outcomes and self._is_plural(self.keys[following.last - 1]):
            if following.value in self.counted.never:
                break
            hit, following = following, self.hits.get(following.last)
        last = hit.last
        if self.keys[last - 1] in self.counting.sets["plurals"] and last < len(self.keys) and last not in self.hits and self._names(last):
            return None, self.words[last], outcome, last + 1  # "aircraft carriers"
        return hit.value, None, outcome, last

    def _ends(self, index: int, quantity: Quantity) -> bool:
        key = self.keys[index]
        if index in self._taken:
            return True
        if key in self.counting.sets["fillers"]:
            return index > quantity.last and key in self.counting.sets["vague_links"]
        return key in self.counting.sets["stops"] or not (key[0].isalnum())

    def _names(self, index: int) -> bool:
        """Whether an unknown word may be a counted noun: a plural in small letters."""
        key = self.keys[index]
        if key in self.counting.sets["stops"]:
            return False
        return len(key) > 3 and self._is_plural(key) and self.words[index][0].islower()

    def _is_active(self, hit: Hit[str]) -> bool:
        """Whether a participle behind a noun has an object of its own: "militants killed five soldiers"."""
        if hit.value in self.counted.own:
            return False
        index = hit.last
        if index >= len(self.keys):
            return False
        if index in self._taken or self.counting.pack.noun_first:
            return index in self._taken
        key, following = self.keys[index], self.hits.get(index)
        person = following is not None and following.value in self.counted.people
        return person or key in self.counting.sets["definites"] or key in self.counting.sets["single"] or self.words[index][0].isupper()

    def _outcome_before(self, quantity: Quantity) -> str | None:
        index, sets = quantity.first, self.counting.sets
        toll = False
        while index > 0 and quantity.first - index <= (FAR if toll else REACH):
            key = self.keys[index - 1]
            hit = self._by_end.get(index)
            if hit is not None and self._happens(hit):
                near = toll or self._is_toll(hit)
                return hit.value if near or not self._crosses(hit.last, quantity.first) else None
            if hit is not None and not self.counting.pack.noun_first and hit.value in self.counted.people and not toll:
                return None
            if index - 1 in self._taken or not key[0].isalnum() or key in sets["conjunctions"]:
                return None
            toll = toll or key in sets["tolls"]
            index = index - 1 if hit is None else hit.first
        return None

    def _is_toll(self, hit: Hit[str]) -> bool:
        """Whether the predicate is counted by a word beside it: "death toll", "the number of dead"."""
        around = (*self.keys[max(0, hit.first - 3) : hit.first], *self.keys[hit.last : hit.last + 1])
        return not self.counting.sets["tolls"].isdisjoint(around)

    def _crosses(self, first: int, last: int) -> bool:
        """Whether a word between predicate and number cuts the tie; a short inset right behind the predicate does not."""
        inset = self.keys[first] in self.counting.sets["insets"] and last - first <= INSET
        return not inset and not self.counting.sets["barriers"].isdisjoint(self.keys[first:last])

    def _outcome_after(self, last: int) -> str | None:
        for index in self._onward(last):
            hit = self.hits.get(index)
            if hit is None:
                continue
            if self._happens(hit):
                return hit.value if self._suffers(hit) else None
        return None

    def _onward(self, last: int) -> Iterator[int]:
        """The tokens in which a predicate of the noun may stand; a bracketed or comma'd aside is passed over."""
        index = last
        if index < len(self.keys) and self.keys[index] in _ASIDES:
            closing = _ASIDES[self.keys[index]]
            index = next((i + 1 for i in range(index + 1, min(index + 2 * FAR, len(self.keys))) if self.keys[i] == closing), len(self.keys))
        end = min(index + AFTER, len(self.keys))
        while index < end:
            key = self.keys[index]
            if index in self._taken or not key[0].isalnum() or key in self.counting.sets["breaks"]:
                return
            yield index
            index += 1

    def _suffers(self, hit: Hit[str]) -> bool:
        """Whether the predicate behind a noun tells what happened to it."""
        if hit.value in self.counted.own:
            return True
        passive = hit.first > 0 and self.keys[hit.first - 1] in self.counting.sets["passives"]
        return passive or not self._is_active(hit)
