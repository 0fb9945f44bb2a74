"""Takes a noun phrase apart: which of its words are a bare name, which an office.

Works on rows of words, keys and class bits; knows nothing of articles. A script with capitals goes by them, another by what
is no known word.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.lang import classes as c
from tocsin.lang import grammar, inflection, nouns, uncased


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens ``[first, last)`` are the bare name; ``[office, first)`` the title words before it."""

    office: int
    first: int
    last: int


def is_cased(words: Sequence[str]) -> bool:
    """Does a word begin with a letter that may be a capital?"""
    return any(word[0].lower() != word[0].upper() for word in words)


def is_capital(word: str) -> bool:
    return word[0].isupper()


def find_person(words: Sequence[str], bits: Sequence[int], first: int, last: int, *, code: str) -> Name | None:
    """Return the person's name in tokens ``[first, last)``, or None. A name in apposition after a comma counts."""
    if inflection.is_declined(code):
        return _find_declined(words, bits, (first, last), code=code)
    if is_cased(words[first:last]):
        return _find_cased(words, bits, first, last)
    found = uncased.find(words, bits, (first, last), code=code)
    return None if found is None else Name(first, *found)


def _find_cased(words: Sequence[str], bits: Sequence[int], first: int, last: int) -> Name | None:
    index = first
    while index < last:
        if not _cased_part(words, bits, index):
            index += 1
            continue
        end = index + 1
        while end < last and (_cased_part(words, bits, end) or _cased_link(words, bits, end, last)):
            end += 1
        if not any(bits[i] & (c.BODY | c.AGENCY | c.PAPER | c.REGION) for i in range(index, end)) and not _of_body(words, bits, end, last):
            return Name(first, index, end)
        index = end
    return None


def _of_body(words: Sequence[str], bits: Sequence[int], end: int, last: int) -> bool:
    """Is the capitalised run followed by more of a body's name ("Salvation | Government", "Hamrin | Mountains")?"""
    return end < last and is_capital(words[end]) and bool(bits[end] & (c.BODY | c.REGION | c.AGENCY))


def _cased_part(words: Sequence[str], bits: Sequence[int], index: int) -> bool:
    word = words[index]
    if word[:3].lower() in ("al-", "el-"):
        return len(word) > 3
    return is_capital(word) and not bits[index] & (
        c.TITLE | c.ROLE | c.BODY | c.NATION | c.TIME | c.DETERMINER | c.PUNCTUATION | c.PRONOUN | c.OPENER
    )


def _cased_link(words: Sequence[str], bits: Sequence[int], index: int, last: int) -> bool:
    """A small word inside a name: "Abu", "bin", "de"."""
    small = bool(bits[index] & c.CONNECTOR) and not bits[index] & (c.PREPOSITION | c.COORDINATOR | c.DETERMINER)
    initial = words[index] == "." and index > 0 and len(words[index - 1]) == 1
    return (small or initial) and index + 1 < last and _cased_part(words, bits, index + 1)


_SURE = 4  # the endings that a surname in the nominative cannot have stand first
_OPENING, _CLOSING = frozenset('«„“"'), frozenset('»“”"')
_NO_NAME = c.BODY | c.PAPER | c.NATION | c.AGENCY | c.TITLE | c.ROLE | c.PUNCTUATION | c.TIME | c.PRONOUN | c.COLLECTIVE | c.REGION


def _find_declined(words: Sequence[str], bits: Sequence[int], tokens: tuple[int, int], *, code: str) -> Name | None:
    """The last run of names in a phrase whose other capitals are genitives: "жительница Эль-Фашера | Зейнаб Идрис"."""
    first, last = tokens
    office = any(bits[i] & (c.TITLE | c.ROLE | c.BODY) for i in range(max(0, first - 1), last))
    index, best = first, None
    while index < last:
        if words[index] in _OPENING:  # a name in quotation marks is no person's
            index = next((i for i in range(index + 1, last) if words[i] in _CLOSING), last) + 1
            continue
        if not _declined_part(words, bits, index):
            index += 1
            continue
        end = index + 1
        while end < last and (_declined_part(words, bits, end) or _cased_link(words, bits, end, last)):
            end += 1
        led = index > 0 and bool(bits[index - 1] & c.PREPOSITION) and not bits[index - 1] & c.CONNECTOR
        if led and office and end - index == 1:
            index = end
            continue  # "чабан из-под | Нарына"
        best = Name(first, _drop_places(words, bits, (index, end), office=office or led, code=code), end)
        index = end
    if best is None or (
        best.last < last and any(bits[i] & (c.ROLE | c.TITLE) for i in range(best.last, last)) and not bits[best.last] & c.COMMA
    ):
        return None
    if best.first == first and best.last < last and words[best.last][0].islower() and not bits[best.last] & (c.COORDINATOR | c.PREPOSITION):
        return None  # "Правозащитный | фонд"
    single = best.last - best.first == 1
    if single and not _is_surname(words, bits, best, code=code):
        return None
    return best


def _declined_part(words: Sequence[str], bits: Sequence[int], index: int) -> bool:
    word = words[index]
    tail = word.rpartition("-")[2]
    capital = is_capital(word) or (word != tail and tail[:1].isupper())
    return capital and (len(word) == 1 or "." in word or not word.isupper()) and not bits[index] & _NO_NAME and not word.isascii()


def _drop_places(words: Sequence[str], bits: Sequence[int], run: tuple[int, int], *, office: bool, code: str) -> int:
    """Behind an office, the first of three capitals is a place in the genitive, unless it is a given name."""
    first, last = run
    places = grammar.load(code).genitive_endings[:_SURE]
    while office and last - first > 2 and words[first].endswith(places) and not bits[first] & (c.NAME | c.CONNECTOR):
        first += 1
    while (
        office
        and last - first > 2
        and not (bits[first] & c.NAME or any(bits[i] & c.CONNECTOR or len(words[i]) == 1 for i in range(first, last)))
    ):
        first += 1
    return first


def _is_surname(words: Sequence[str], bits: Sequence[int], name: Name, *, code: str) -> bool:
    """A single capital is a surname alone or behind the office of one man; behind that of many, or in the genitive, a place."""
    if name.first == 0 and name.last == len(words):
        return True
    heads = [form for i in range(name.office, name.first) for form in nouns.forms(code, words[i].lower())]
    many = len(heads) > 0 and all(form.plural for form in heads if form.case == 0) and any(form.case == 0 for form in heads)
    if many:
        return False
    if name.first > 0 and not bits[name.first - 1] & (c.TITLE | c.ROLE | c.NATION | c.COMMA):
        return len(heads) > 0 and not words[name.first].endswith(grammar.load(code).genitive_endings)
    return not words[name.first].endswith(grammar.load(code).genitive_endings[:_SURE])
