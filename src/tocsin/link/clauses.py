"""Clauses of a statement's content: where they part. Words and the concepts found in them enter; ranges of words leave."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.lang import clauses, concepts, grammar, pack
from tocsin.lang.terms import Hit
from tocsin.model import Sentence, Span

_SHORTEST = 3  # words that a clause behind "and" has at least
_SHARED_SUBJECT = ("ه", "ها", "هم")
_STOPS = frozenset({",", "،", ";", "؛", ":", "-", "–", "—", "…", ".", "!", "?", "؟"})


@dataclass(frozen=True, slots=True)
class Row:
    """The words of one content, in columns: where each stands, how it is written, its key."""

    language: str | None
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    keys: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.keys)


@dataclass(frozen=True, slots=True)
class Clause:
    """Words ``[first, last)``; ``backdrop`` when they are only the setting of the clause before."""

    first: int
    last: int
    backdrop: bool = False


def lay_out(sentences: Sequence[Sentence], content: Sequence[Span], language: str | None) -> Row:
    """Return the words of ``content``."""
    starts, ends, words, keys = list[int](), list[int](), list[str](), list[str]()
    for span in content:
        for sentence in sentences:
            if sentence.end <= span.start or span.end <= sentence.start:
                continue
            language = sentence.language or language
            for i, start in enumerate(sentence.starts):
                if span.start <= start and sentence.ends[i] <= span.end:
                    starts.append(start)
                    ends.append(sentence.ends[i])
                    words.append(sentence.words[i])
                    keys.append(sentence.keys[i])
    return Row(language, tuple(starts), tuple(ends), tuple(words), tuple(keys))


def find_concepts(row: Row) -> tuple[Hit[str], ...]:
    """Return the concepts in a row of words, left to right."""
    return tuple(concepts.load(row.language).find(row.keys)) if row.language in pack.codes() else ()


def split(row: Row, hits: Sequence[Hit[str]]) -> list[Clause]:
    """Cut a row of words into clauses that each hold a predicate; what holds none stays with its neighbour."""
    predicates = [hit.first for hit in hits if concepts.world()[hit.value].predicate]
    cuts = sorted({0, *_cuts(row, predicates), len(row)})
    pieces = [(first, last) for first, last in itertools.pairwise(cuts) if first < last]
    found: list[Clause] = []
    for first, last in pieces:
        backdrop = _is_backdrop(row, first, last, predicates)
        full = any(first <= p < last for p in predicates) and not backdrop
        if full and len(found) > 0 and not any(found[-1].first <= p < found[-1].last for p in predicates):
            found[-1] = Clause(found[-1].first, last)
        elif full or len(found) == 0:
            found.append(Clause(first, last))
        elif backdrop:
            found.append(Clause(first, last, backdrop=True))
        else:
            found[-1] = Clause(found[-1].first, last, found[-1].backdrop)
    return found


def _cuts(row: Row, predicates: Sequence[int]) -> list[int]:
    breaks = {hit.first for hit in clauses.terms(row.language, "breaks").find(row.keys)}
    joined = grammar.load(row.language).coordinators if row.language in pack.codes() else ()
    ahead = set(predicates)
    found: list[int] = []
    for index, key in enumerate(row.keys):
        if index == 0:
            continue
        if key in _STOPS:
            found.append(index + 1)
        elif (index in breaks and key not in joined) or (key in joined and _is_long(row, index, found)):
            found.append(index)
        elif index in ahead and len(key) > 3 and any(len(c) == 1 and key.startswith(c) for c in joined):
            found.append(index)  # "وقتل": the conjunction is joined to the verb
    return found


def _is_long(row: Row, index: int, found: Sequence[int]) -> bool:
    return index - (found[-1] if len(found) > 0 else 0) >= _SHORTEST and len(row) - index > _SHORTEST


def _is_backdrop(row: Row, first: int, last: int, predicates: Sequence[int]) -> bool:
    """ "After the fall of the regime" is a setting; "by seizing", "after gunmen blew" and "بعد استيلائه" tell of a fact."""
    hit = clauses.terms(row.language, "backdrops").at(row.keys, first)
    if hit is None or hit.last >= last or first == 0:
        return False
    words = grammar.load(row.language) if row.language in pack.codes() else None
    if words is None:
        return False
    following = row.keys[hit.last]
    if following.endswith("ing") or following in words.complementizers:
        return False
    if hit.last in predicates and row.words[hit.last].endswith(_SHARED_SUBJECT):
        return False
    verbs, nouns_follow = {*words.verbs, *words.auxiliaries}, {*words.determiners, *words.prepositions}
    return not any(row.keys[i] in verbs and row.keys[i - 1] not in nouns_follow for i in range(hit.last, last))
