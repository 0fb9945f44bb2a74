"""Takes a noun phrase apart: which of its words are a bare name, which an office.

Works on rows of words, keys and class bits; knows nothing of articles. Latin script goes by capitals, Arabic by what
is no known word.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.lang import classes as c

_NOT_PERSON = c.FUNCTION | c.ROLE | c.BODY | c.PAPER | c.TITLE | c.NATION | c.REGION | c.TIME | c.PUNCTUATION | c.VERB
_OFFICE = c.TITLE | c.ROLE | c.BODY | c.NATION | c.REGION | c.AGENCY | c.PREPOSITION | c.COMMA
LONGEST = 4
_WHOLE = 2  # parts of a whole name
_WITH_ARTICLE = ("وال", "بال", "لل", "ولل")


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens ``[first, last)`` are the bare name; ``[office, first)`` the title words before it."""

    office: int
    first: int
    last: int


def is_capital(word: str) -> bool:
    return word[0].isupper()


def find_person(words: Sequence[str], bits: Sequence[int], first: int, last: int) -> Name | None:
    """Return the person's name in tokens ``[first, last)``, or None. A name in apposition after a comma counts."""
    latin = any(word[0].isascii() and word[0].isalpha() for word in words[first:last])
    return _find_latin(words, bits, first, last) if latin else _find_arabic(words, bits, first, last)


def _find_latin(words: Sequence[str], bits: Sequence[int], first: int, last: int) -> Name | None:
    index = first
    while index < last:
        if not _latin_part(words, bits, index):
            index += 1
            continue
        end = index + 1
        while end < last and (_latin_part(words, bits, end) or _latin_link(words, bits, end, last)):
            end += 1
        if not any(bits[i] & (c.BODY | c.AGENCY | c.PAPER | c.REGION) for i in range(index, end)) and not _of_body(words, bits, end, last):
            return Name(first, index, end)
        index = end
    return None


def _of_body(words: Sequence[str], bits: Sequence[int], end: int, last: int) -> bool:
    """Is the capitalised run followed by more of a body's name ("Salvation | Government", "Hamrin | Mountains")?"""
    return end < last and is_capital(words[end]) and bool(bits[end] & (c.BODY | c.REGION | c.AGENCY))


def _latin_part(words: Sequence[str], bits: Sequence[int], index: int) -> bool:
    word = words[index]
    if word[:3].lower() in ("al-", "el-"):
        return len(word) > 3
    return is_capital(word) and not bits[index] & (
        c.TITLE | c.ROLE | c.BODY | c.NATION | c.TIME | c.DETERMINER | c.PUNCTUATION | c.PRONOUN | c.OPENER
    )


def _latin_link(words: Sequence[str], bits: Sequence[int], index: int, last: int) -> bool:
    """A small word inside a name: "Abu", "bin", "de"."""
    small = bool(bits[index] & c.CONNECTOR) and not bits[index] & (c.PREPOSITION | c.COORDINATOR | c.DETERMINER)
    initial = words[index] == "." and index > 0 and len(words[index - 1]) == 1
    return (small or initial) and index + 1 < last and _latin_part(words, bits, index + 1)


def _find_arabic(words: Sequence[str], bits: Sequence[int], first: int, last: int) -> Name | None:
    """The first run of two or more unknown words behind the office's own words, else a single one that ends the phrase."""
    index = first
    single: Name | None = None
    while index < last:
        end = _run_end(words, bits, index, last)
        name = _trim_arabic(words, bits, index, end)
        if name is not None and name[1] - name[0] > 1:
            return Name(first, *name)
        if name is not None and end == last:
            single = Name(first, *name)
        if end == index and not bits[index] & _OFFICE and not words[index].startswith("ال"):
            break  # what follows belongs to no office
        index = max(end, index + 1)
    return single


def _run_end(words: Sequence[str], bits: Sequence[int], index: int, last: int) -> int:
    end, parts = index, 0
    while end < last and parts < LONGEST and _arabic_part(words[end], bits[end]) and not _is_joined(words, bits, index, end):
        parts += not bits[end] & c.CONNECTOR
        end += 1
    return end


def find_end(words: Sequence[str], bits: Sequence[int], first: int, last: int) -> int | None:
    """Return where a name of two or more words begins that ends at ``last``, in a script without capitals; else None."""
    while last > first and bits[last - 1] & (c.PUNCTUATION | c.COMMA):
        last -= 1
    start = last
    while start > first and last - start <= LONGEST and _arabic_part(words[start - 1], bits[start - 1]):
        start -= 1
    name = _trim_arabic(words, bits, start, last)
    return name[0] if name is not None and name[1] - name[0] > 1 else None


def _trim_arabic(words: Sequence[str], bits: Sequence[int], start: int, end: int) -> tuple[int, int] | None:
    """A name begins without the article; a word with it ends what comes before ("رصد الحقوق | ليلى منصور")."""
    for index in range(start, end - 2):
        if words[index].startswith("ال") and not words[index + 1].startswith("ال") and not (index > 0 and bits[index - 1] & c.CONNECTOR):
            start = index + 1
    while start < end and words[start].startswith("ال") and not bits[start] & c.CONNECTOR:
        start += 1
    return (start, end) if start < end else None


def _arabic_part(word: str, bits: int) -> bool:
    if bits & (c.CONNECTOR | c.NAME):
        return True
    joined = len(word) > 5 and word.startswith(_WITH_ARTICLE)
    return not joined and not bits & (_NOT_PERSON | c.CUE)


def _is_joined(words: Sequence[str], bits: Sequence[int], first: int, at: int) -> bool:
    """Behind a whole name, a word that begins with the preposition "ب" is what comes next ("عبود الحمد | بنقل الحاجز")."""
    parts = sum(1 for i in range(first, at) if not bits[i] & c.CONNECTOR and not (i > first and bits[i - 1] & c.CONNECTOR))
    return parts >= _WHOLE and words[at][0] == "ب" and len(words[at]) > 3 and not bits[at] & c.NAME
