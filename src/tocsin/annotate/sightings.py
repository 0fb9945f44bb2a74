"""Takes a sentence, returns the spots where a name of the gazetteer stands, with what the words around it say. Decides nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tocsin.lang import gazetteer
from tocsin.lang.gazetteer import Row
from tocsin.lang.places import Leads
from tocsin.lang.tokens import is_elided, spell
from tocsin.model import Sentence


@dataclass(frozen=True, slots=True)
class Sighting:
    """Tokens ``[first, last)`` of a sentence spell the name of ``rows``.

    ``head`` is the kind that the text itself gives ("province"), ``led`` a preposition of place before it, ``alone`` no
    capitalised word around it that it may belong to, ``common`` a word that is seldom a place.
    """

    sentence: Sentence
    first: int
    last: int
    rows: tuple[Row, ...]
    head: str | None
    led: bool
    near: bool
    alone: bool
    common: bool
    comma: bool

    @property
    def name(self) -> str:
        """The name as the text has it."""
        return spell(self.sentence.words[self.first : self.last])

    @property
    def start(self) -> int:
        return self.sentence.starts[self.first]

    @property
    def end(self) -> int:
        return self.sentence.ends[self.last - 1]


def find(sentence: Sentence, leads: Leads) -> Iterator[Sighting]:
    """Yield the names from left to right, the longest at each place; they do not overlap."""
    keys, words, known = sentence.keys, sentence.words, leads.openings
    free = 0
    for index, word in enumerate(words):
        if index < free or word.islower():
            continue
        if leads.capitals and not _is_capital(word):
            continue
        openings = known[keys[index]]
        found = _spell(keys, index, openings) if len(openings) > 0 else None
        if (found is None or found[1] in leads.sets["common"]) and leads.capitals and _is_headed(keys, index, leads):
            unknown = _unknown(words, index)
            found = unknown if found is None or unknown[0] > found[0] else found
        if found is not None:
            free = found[0]
            sighting = _sight(sentence, index, found, leads=leads)
            if sighting is not None:
                yield sighting


def _spell(keys: Sequence[str], index: int, stems: Sequence[str]) -> tuple[int, str, tuple[Row, ...]] | None:
    """(end, name, rows) of the longest name that starts here."""
    known = gazetteer.load()
    for stem in stems:
        first = stem.partition(" ")[0]
        longest = known.firsts.get(first, 0)
        longest += sum(map(is_elided, keys[index + 1 : index + longest + 1]))
        for length in range(min(longest, len(keys) - index), 0, -1):
            name = stem if length == 1 else spell((stem, *keys[index + 1 : index + length]))
            rows = known.get(name)
            if len(rows) > 0:
                return index + length, name, rows
    return None


def _is_headed(keys: Sequence[str], index: int, leads: Leads) -> bool:
    """Whether a head of two words or more leads to the token: "the village of"."""
    head = leads.before.before(keys, index)
    return head is not None and index - head[0] > 1


def _unknown(words: Sequence[str], index: int) -> tuple[int, str, tuple[Row, ...]]:
    """The end of a capitalised name that the gazetteer does not hold: "the village of Tell Arqam"."""
    while index < len(words) and _is_capital(words[index]):
        index += 1
    return index, "", ()


def _sight(sentence: Sentence, first: int, found: tuple[int, str, tuple[Row, ...]], *, leads: Leads) -> Sighting | None:
    last, name, rows = found
    keys, sets = sentence.keys, leads.sets
    before = keys[first - 1] if first > 0 else ""
    behind = keys[last] if last < len(keys) else ""
    adjective = not sentence.words[first].isupper() or (behind[:1].isalnum() and behind not in sets["closers"])
    if adjective and last == first + 1 and keys[first] in sets["adjectival"]:
        return None
    head = leads.before.before(keys, first)
    if head is not None:
        kind: str | None = head[1]
    else:
        hit = leads.behind.at(keys, last) if last < len(keys) else None
        kind = None if hit is None else hit.value
    joined = not leads.capitals and keys[first] not in gazetteer.load().firsts
    return Sighting(
        sentence,
        first,
        last,
        rows,
        head=kind,
        led=joined or before in sets["prepositions"],
        near=before in sets["near"],
        alone=not leads.capitals or not _touches(sentence, first, last, leads=leads) or _is_titled(sentence.words),
        common=name in sets["common"],
        comma=behind in sets["commas"],
    )


def _touches(sentence: Sentence, first: int, last: int, *, leads: Leads) -> bool:
    """Whether a capitalised word stands right before or behind: the name may be part of a longer one."""
    words, keys = sentence.words, sentence.keys
    before = first > 1 and words[first - 1][0].isupper() and keys[first - 1] not in leads.sets["prepositions"]
    behind = last < len(words) and words[last][0].isupper() and leads.behind.at(keys, last) is None
    return before or behind


def _is_capital(word: str) -> bool:
    """A capital at the start, or behind the article: "al-Bab"."""
    return word[0].isupper() or (word[2:3] == "-" and word[3:4].isupper())


def _is_titled(words: Sequence[str]) -> bool:
    """Whether nearly every long word has a capital, as in a headline: then a capital says nothing."""
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) > 0 and sum(word[0].isupper() for word in long) * 4 >= len(long) * 3
