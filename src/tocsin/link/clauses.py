"""Clauses of a statement's content: where they part. Words and the concepts found in them enter; ranges of words leave."""

import itertools
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tocsin.lang import clauses, concepts, pack
from tocsin.lang.terms import Hit
from tocsin.link.function_words import function_words, is_participle
from tocsin.model import Sentence, Span

_SHORTEST = 3  # words that a clause behind "and" has at least
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
    """Words ``[first, last)``; ``backdrop`` when they are only the setting of the clause before; ``aside`` are those among
    them that only say whom the clause is about.
    """

    first: int
    last: int
    backdrop: bool = False
    aside: range = range(0)

    def tells(self, index: int) -> bool:
        """True of a word that says what happens, if it is one that can."""
        return self.first <= index < self.last and index not in self.aside


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


def find_predicates(row: Row, hits: Sequence[Hit[str]], counted: Collection[str]) -> tuple[Hit[str], ...]:
    """Return the concepts that say what happens: "the escapees" say it only where they are ``counted``, "to prevent an attack" does not."""
    participants = {i for hit in clauses.terms(row.language, "participants").find(row.keys) for i in range(hit.first, hit.last)}
    unreal = _find_unreal(row)
    found = (h for h in hits if concepts.world()[h.value].predicate and h.first not in unreal)
    return tuple(h for h in found if h.first not in participants or h.value in counted)


def _find_unreal(row: Row) -> set[int]:
    """Return the words up to the next break behind "to prevent", "with the aim of": what they tell has not happened."""
    starts = [hit.last for hit in clauses.terms(row.language, "unreal").find(row.keys)]
    ends = find_barriers(row) if len(starts) > 0 else frozenset()
    return {i for start in starts for i in range(start, next((end for end in range(start, len(row)) if end in ends), len(row)))}


def find_barriers(row: Row) -> frozenset[int]:
    """Return the words over which neither a negation nor an aim reaches: stops, and breaks other than "that"."""
    through = function_words(row.language, "complementizers")
    breaks = (hit for hit in clauses.terms(row.language, "breaks").find(row.keys))
    found = {hit.first for hit in breaks if row.keys[hit.last - 1] not in through}
    return frozenset(found | {i for i, key in enumerate(row.keys) if key in _STOPS})


def split(row: Row, told: Sequence[Hit[str]]) -> list[Clause]:
    """Cut a row of words into clauses that each hold one of the predicates ``told``; what holds none stays with its neighbour.

    Where only backdrops tell something, all is one clause, and that one tells nothing of its own.
    """
    predicates = [hit.first for hit in told]
    cuts = sorted({0, *_cuts(row, predicates), len(row)})
    pieces = [(first, last) for first, last in itertools.pairwise(cuts) if first < last]
    found: list[Clause] = []
    for first, last in pieces:
        relative = _is_relative(row, first, predicates, found) and not _is_counted(row, found[-1].first, last)
        again = _find_main_verb(row, first, last) if relative else last
        if any(again <= p < last for p in predicates):
            found[-1] = Clause(found[-1].first, last, aside=range(first, again))
            continue
        backdrop = relative or _is_backdrop(row, first, last, predicates)
        full = any(first <= p < last for p in predicates) and not backdrop
        bare = len(found) > 0 and not any(found[-1].first <= p < found[-1].last for p in predicates)
        if full and bare and clauses.terms(row.language, "wheres").at(row.keys, first) is None:
            found[-1] = Clause(found[-1].first, last)
        elif full or len(found) == 0 or (_has_words(row, first, last) and _is_behind_relative(row, found)):
            found.append(Clause(first, last))
        elif backdrop:
            found.append(Clause(first, last, backdrop=True))
        else:
            found[-1] = Clause(found[-1].first, last, found[-1].backdrop)
    if any(clause.tells(p) for clause in found if not clause.backdrop for p in predicates):
        return found
    return [Clause(0, len(row), aside=range(len(row)) if any(clause.backdrop for clause in found) else range(0))]


def _find_main_verb(row: Row, first: int, last: int) -> int:
    """Return where the main clause goes on behind a relative one: "none of those who broke out | had entered"."""
    helpers = function_words(row.language, "auxiliaries", "negations")
    begin = next((i for i in range(first + 1, last) if row.keys[i] not in helpers), last)
    joined = function_words(row.language, "coordinators")
    return next((i for i in range(begin + 1, last) if row.keys[i] in helpers and row.keys[i - 1] not in joined), last)


def _has_words(row: Row, first: int, last: int) -> bool:
    return any(row.keys[i][0].isalnum() for i in range(first, last))


def _is_behind_relative(row: Row, found: Sequence[Clause]) -> bool:
    return found[-1].backdrop and row.keys[found[-1].first] in _relatives(row.language)


def _is_relative(row: Row, first: int, predicates: Sequence[int], before: Sequence[Clause]) -> bool:
    """ "The men who broke out" says whom it is about, and not that they broke out; what stands behind a comma is said."""
    if len(before) == 0 or row.keys[first] not in _relatives(row.language) or row.keys[first - 1] in _STOPS:
        return False
    return not any(before[-1].first <= p < before[-1].last for p in predicates)


def _is_counted(row: Row, first: int, last: int) -> bool:
    """ "The 37 who escaped" says that they escaped, and how many."""
    return any(row.keys[i][0].isdigit() for i in range(first, last))


def _relatives(code: str | None) -> frozenset[str]:
    return function_words(code, "relatives") - function_words(code, "complementizers")


def _cuts(row: Row, predicates: Sequence[int]) -> list[int]:
    breaks = {hit.first for hit in clauses.terms(row.language, "breaks").find(row.keys)}
    joined = function_words(row.language, "coordinators")
    ahead = set(predicates)
    found: list[int] = []
    for index, key in enumerate(row.keys):
        if index == 0:
            continue
        if key in _STOPS:
            found.append(index + 1)
        elif (index in breaks and key not in joined) or (key in joined and _is_long(row, index, found)):
            found.append(index)
        elif any(len(c) == 1 and key.startswith(c) for c in joined) and (
            (index in ahead and len(key) > 3) or (key[-1].isdigit() and _stands_between(index, found, predicates))
        ):
            found.append(index)  # "وقتل", "و11 قتيلا": the conjunction is joined to the verb or the number
    return found


def _stands_between(index: int, found: Sequence[int], predicates: Sequence[int]) -> bool:
    begin = found[-1] if len(found) > 0 else 0
    return any(begin <= p < index for p in predicates) and any(p > index for p in predicates)


def _is_long(row: Row, index: int, found: Sequence[int]) -> bool:
    return index - (found[-1] if len(found) > 0 else 0) >= _SHORTEST and len(row) - index > _SHORTEST


def _is_backdrop(row: Row, first: int, last: int, predicates: Sequence[int]) -> bool:
    """ "After the fall of the regime" is a setting; "by seizing", "after gunmen blew" and "بعد استيلائه" tell of a fact."""
    hit = clauses.terms(row.language, "backdrops").at(row.keys, first)
    if hit is None or hit.last >= last or first == 0:
        return False
    following = row.keys[hit.last]
    if is_participle(row.language, following) or following in function_words(row.language, "complementizers"):
        return False
    if hit.last in predicates and row.words[hit.last].endswith(clauses.load(row.language).subjects or ("\0",)):
        return False
    verbs = function_words(row.language, "verbs", "auxiliaries")
    nouns_follow = function_words(row.language, "determiners", "prepositions")
    return not any(row.keys[i] in verbs and row.keys[i - 1] not in nouns_follow for i in range(hit.last, last))
