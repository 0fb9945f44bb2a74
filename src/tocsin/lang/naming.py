"""Takes a noun phrase apart: which of its words are a bare name, which an office.

Works on rows of words, keys and class bits; knows nothing of articles. Latin script goes by capitals, Arabic by what
is no known word.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tocsin.lang import classes as c
from tocsin.lang import grammar, pack

_NOT_PERSON = c.FUNCTION | c.ROLE | c.BODY | c.PAPER | c.TITLE | c.NATION | c.REGION | c.TIME | c.PUNCTUATION | c.COMMA | c.VERB
_OFFICE = c.TITLE | c.ROLE | c.BODY | c.NATION | c.REGION | c.AGENCY | c.PREPOSITION | c.COMMA
LONGEST = 4
_BARE = 5  # letters of the longest word that holds no joined article
_WHOLE = 2  # parts of a whole name


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens ``[first, last)`` are the bare name; ``[office, first)`` the title words before it."""

    office: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Letters:
    """What packs say of letters that their scripts join to words; all packs together, as names go from language to language."""

    articles: tuple[str, ...]
    articled: tuple[str, ...]
    joined: tuple[str, ...]
    hearers: tuple[str, ...]
    adjectives: tuple[str, ...]


@cache
def _letters() -> Letters:
    known = [grammar.load(code) for code in pack.codes()]
    return Letters(
        articles=tuple(words.definite_prefix for words in known if words.definite_prefix != ""),
        articled=tuple(letters for words in known for letters in words.articled),
        joined=tuple(letters for words in known for letters in words.joined),
        hearers=tuple(letters for words in known for letters in words.hearers),
        adjectives=tuple(ending for words in known for ending in words.adjective_endings[:1]),
    )


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
        if end == index and not bits[index] & _OFFICE and not words[index].startswith(_letters().articles):
            break  # what follows belongs to no office
        index = max(end, index + 1)
    return single


def _run_end(words: Sequence[str], bits: Sequence[int], index: int, last: int) -> int:
    end, parts = index, 0
    while (
        end < last
        and parts < LONGEST
        and _arabic_part(words[end], bits[end])
        and not _is_office(words, bits, end)
        and not _is_joined(words, bits, index, end)
    ):
        parts += not bits[end] & c.CONNECTOR
        end += 1
    return end


def _is_office(words: Sequence[str], bits: Sequence[int], at: int) -> bool:
    """A given name that is a word of offices before the article: "المتحدث | باسم | الحوثيين"."""
    both = bits[at] & c.REGION and bits[at] & c.NAME and at + 1 < len(words)
    return bool(both) and words[at + 1].startswith(_letters().articles)


def run_end(words: Sequence[str], bits: Sequence[int], first: int, last: int) -> int | None:
    """Return the end of a name of two or more words that begins at ``first``, in a script without capitals; else None."""
    end = _run_end(words, bits, first, last)
    return end if end - first > 1 and not words[first].startswith(_letters().articles) else None


def find_end(words: Sequence[str], bits: Sequence[int], first: int, last: int) -> int | None:
    """Return where a name of two or more words begins that ends at ``last``, in a script without capitals; else None."""
    while last > first and bits[last - 1] & (c.PUNCTUATION | c.COMMA):
        last -= 1
    start = last
    while start > first and last - start <= LONGEST and _arabic_part(words[start - 1], bits[start - 1]):
        start -= 1
    if start > 0 and bits[start - 1] & c.PREPOSITION:
        start += 1  # "ممثل المنظمة في دمشق | يان فريدريكسن", "الباحث في مجال الطاقة"
    name = _trim_arabic(words, bits, start, last)
    return name[0] if name is not None and name[1] - name[0] > 1 else None


def _trim_arabic(words: Sequence[str], bits: Sequence[int], start: int, end: int) -> tuple[int, int] | None:
    """A name begins without the article; a word with it ends what comes before ("رصد الحقوق | ليلى منصور")."""
    articles, hearers = _letters().articles, _letters().hearers
    for index in range(start, end - 2):
        if (
            words[index].startswith(articles)
            and not words[index + 1].startswith(articles)
            and not (index > 0 and bits[index - 1] & c.CONNECTOR)
        ):
            start = index + 1
    while start < end and words[start].startswith(hearers) and len(words[start]) > 3 and not bits[start] & c.NAME:
        start += 1  # "الرئيس الإقليمي | لجزر الكناريا"
    while start < end and words[start].startswith(articles) and not bits[start] & c.CONNECTOR and not _is_given(words, bits, start, end):
        start += 1
    return (start, end) if start < end else None


def _is_given(words: Sequence[str], bits: Sequence[int], at: int, end: int) -> bool:
    """A given name with the article, right behind a rank: "العميد | الطيب عبد الرحيم"; an adjective in "i" is none."""
    return (
        at > 0
        and end - at > 1
        and bool(bits[at - 1] & c.TITLE)
        and words[at - 1].startswith(_letters().articles)
        and not words[at].endswith(_letters().adjectives)
    )


def _arabic_part(word: str, bits: int) -> bool:
    if bits & (c.CONNECTOR | c.NAME):
        return True
    if bits & (_NOT_PERSON | c.CUE):
        return False
    return len(word) <= _BARE or not word.startswith(_letters().articled)


def _is_joined(words: Sequence[str], bits: Sequence[int], first: int, at: int) -> bool:
    """Behind a whole name, a word that begins with the preposition "ب" is what comes next ("عبود الحمد | بنقل الحاجز")."""
    parts = sum(1 for i in range(first, at) if not bits[i] & c.CONNECTOR and not (i > first and bits[i - 1] & c.CONNECTOR))
    return parts >= _WHOLE and words[at].startswith(_letters().joined) and len(words[at]) > 3 and not bits[at] & c.NAME
