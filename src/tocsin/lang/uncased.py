"""Finds names in a script without capitals: by what is no known word, and by the letters that a language joins to words.

Works on rows of words and class bits, as ``naming`` does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tocsin.lang import actors, grammar
from tocsin.lang import classes as c
from tocsin.model import Kind

_NOT_PERSON = c.FUNCTION | c.ROLE | c.BODY | c.PAPER | c.TITLE | c.NATION | c.REGION | c.TIME | c.PUNCTUATION | c.COMMA | c.VERB
_OFFICE = c.TITLE | c.ROLE | c.BODY | c.NATION | c.REGION | c.AGENCY | c.PREPOSITION | c.COMMA
_SURNAMES = c.ROLE | c.TITLE | c.NATION
LONGEST = 4  # words of a name, at most
_BARE = 5  # letters of the longest word that holds no joined article
_WHOLE = 2  # parts of a whole name


@dataclass(frozen=True, slots=True)
class Letters:
    """What a pack says of letters that its script joins to words: where they stand, no name begins."""

    articles: tuple[str, ...]
    articled: tuple[str, ...]
    joined: tuple[str, ...]
    hearers: tuple[str, ...]
    adjectives: tuple[str, ...]
    given: bool = False


@cache
def _letters(code: str) -> Letters:
    words = grammar.load(code)
    return Letters(
        articles=(words.definite_prefix,) if words.definite_prefix != "" else (),
        articled=words.articled,
        joined=words.joined,
        hearers=words.hearers,
        adjectives=words.adjective_endings[:1],
        given=words.given_names,
    )


@dataclass(frozen=True, slots=True)
class _Row:
    words: Sequence[str]
    bits: Sequence[int]
    letters: Letters


def find(words: Sequence[str], bits: Sequence[int], tokens: tuple[int, int], *, code: str) -> tuple[int, int] | None:
    """The first run of two or more unknown words behind the office's own words, else a single one that ends the phrase."""
    row, (index, last) = _Row(words, bits, _letters(code)), tokens
    if row.letters.given:
        return _find_given(row, index, last)
    single: tuple[int, int] | None = None
    while index < last:
        end = _run_end(row, index, last)
        name = None if _is_adjectival(row, index, end) else _trim(row, index + 1 if _is_town(row, index, end) else index, end)
        if name is not None and name[1] - name[0] > 1:
            return name
        if name is not None and end == last:
            single = name
        if end == index and not row.bits[index] & _OFFICE and not row.words[index].startswith(row.letters.articles):
            break  # what follows belongs to no office
        index = max(end, index + 1)
    return single


def _find_given(row: _Row, first: int, last: int) -> tuple[int, int] | None:
    """The words from a given name on; without one what stands behind a rank, or what is a name whole: two or three unknown words."""
    for index in range(first, last):
        if row.bits[index] & c.NAME and not (index > first and row.bits[index - 1] & (c.BODY | c.PREPOSITION)):
            end = _run_end(row, index, last)
            if index == first + 1 and row.bits[first] == 0:
                return first, end  # a given name that the pack lacks before one that it knows
            if end - index > 1 or (end == last and (index == first or row.bits[index - 1] & c.TITLE)):
                return index, end
    ranked = next((i + 1 for i in range(last - 1, first - 1, -1) if row.bits[i] & c.TITLE and not row.bits[i] & c.ROLE), None)
    if ranked is None and first > 0 and row.bits[first - 1] & c.TITLE and not row.bits[first - 1] & c.ROLE:
        ranked = first
    start = first if ranked is None else ranked
    size = last - start
    if ranked is None and (size < _WHOLE or (first > 0 and row.bits[first - 1] & ~c.TITLE & ~c.COMMA & ~c.PUNCTUATION)):
        return None
    return (start, last) if 0 < size <= _WHOLE + 1 and _run_end(row, start, last) == last else None


def _run_end(row: _Row, index: int, last: int) -> int:
    end, parts = index, 0
    while end < last and parts < LONGEST and _is_part(row, end) and not _is_office(row, end) and not _is_joined(row, index, end):
        parts += not row.bits[end] & c.CONNECTOR
        end += 1
    return end


def _is_office(row: _Row, at: int) -> bool:
    """A given name that is a word of offices before the article: "المتحدث | باسم | الحوثيين"."""
    both = row.bits[at] & c.REGION and row.bits[at] & c.NAME and at + 1 < len(row.words)
    return bool(both) and row.words[at + 1].startswith(row.letters.articles)


def run_end(words: Sequence[str], bits: Sequence[int], tokens: tuple[int, int], *, code: str) -> int | None:
    """Return the end of a name of two or more words that begins where ``tokens`` do; else None."""
    row, (first, last) = _Row(words, bits, _letters(code)), tokens
    end = _run_end(row, first, last)
    plain = not row.words[first].startswith(row.letters.articles) or row.bits[first] & c.NAME
    return end if end - first > 1 and plain else None


def find_end(words: Sequence[str], bits: Sequence[int], tokens: tuple[int, int], *, code: str) -> int | None:
    """Return where a name of two or more words begins that ends where ``tokens`` do; else None."""
    row, (first, last) = _Row(words, bits, _letters(code)), tokens
    if row.letters.given:
        given = _find_given(row, first, last)
        return given[0] if given is not None and given[1] == last and last - given[0] > 1 else None
    while last > first and row.bits[last - 1] & (c.PUNCTUATION | c.COMMA):
        last -= 1
    start = last
    while start > first and last - start <= LONGEST and _is_part(row, start - 1):
        start -= 1
    if start > 0 and row.bits[start - 1] & c.PREPOSITION:
        start += 1  # "ممثل المنظمة في دمشق | يان فريدريكسن", "الباحث في مجال الطاقة"
    elif _is_town(row, start, last):
        start += 1  # "المجلس المحلي في بلدة كفرنبل | أحمد العلي"
    name = None if _is_adjectival(row, start, last) else _trim(row, start, last)
    return name[0] if name is not None and name[1] - name[0] > 1 else None


def _is_town(row: _Row, start: int, last: int) -> bool:
    """Behind a word for a place without the article stands its name, and a whole name behind that."""
    before = row.bits[start - 1] if start > 0 else 0
    named = (
        before & (c.REGION | c.BODY)
        and not before & (c.NAME | c.TITLE | c.ROLE)
        and not row.words[start - 1].startswith(row.letters.articles)
    )
    return bool(named) and last - start > _WHOLE and not row.bits[start] & (c.NAME | c.CONNECTOR)


def _is_adjectival(row: _Row, start: int, end: int) -> bool:
    """Adjectives alone behind a body without the article: "رئيس منظمة | مدنية محلية"."""
    if not 0 < start < end or not row.bits[start - 1] & c.BODY or row.words[start - 1].startswith(row.letters.articles):
        return False
    endings = (*row.letters.adjectives, *(f"{ending}ة" for ending in row.letters.adjectives))
    return all(row.words[i].endswith(endings) and not row.bits[i] & c.NAME for i in range(start, end))


def _is_state(row: _Row, at: int) -> bool:
    """Is the word a state that owns the office before it?"""
    owned = row.bits[at - 1] & (c.REGION | c.ROLE | c.TITLE | c.BODY) and not row.words[at - 1].startswith(row.letters.articles)
    entry = actors.load().get(row.words[at]) if owned else None
    return entry is not None and entry.kind is Kind.COUNTRY


def _trim(row: _Row, start: int, end: int) -> tuple[int, int] | None:
    """A name begins without the article; a word with it ends what comes before ("رصد الحقوق | ليلى منصور")."""
    articles, hearers = row.letters.articles, row.letters.hearers
    if end - start > _WHOLE and start > 0 and _is_state(row, start):
        start += 1  # "وزير خارجية مصر | سامح فؤاد"
    for index in range(start, end - 2):
        if (
            row.words[index].startswith(articles)
            and not row.words[index + 1].startswith(articles)
            and not (index == start and _is_given(row, index, end))
            and not row.bits[index] & c.NAME
            and not (index > 0 and row.bits[index - 1] & c.CONNECTOR)
        ):
            start = index + 1
    while start < end and row.words[start].startswith(hearers) and len(row.words[start]) > 3 and not row.bits[start] & c.NAME:
        start += 1  # "الرئيس الإقليمي | لجزر الكناريا"
    while start < end and row.words[start].startswith(articles) and not row.bits[start] & c.CONNECTOR and not _is_given(row, start, end):
        start += 1
    return (start, end) if start < end else None


def _is_given(row: _Row, at: int, end: int) -> bool:
    """A given name with the article, known, or right behind a rank or a comma: "العميد | الطيب عبد الرحيم"; an adjective in "i" is none."""
    return (bool(row.bits[at] & c.NAME) and end - at > 1) or (
        at > 0
        and end - at > 1
        and bool(row.bits[at - 1] & c.COMMA or (row.bits[at - 1] & c.TITLE and row.words[at - 1].startswith(row.letters.articles)))
        and not row.words[at].endswith(row.letters.adjectives)
    )


def _is_part(row: _Row, at: int) -> bool:
    word, bits = row.words[at], row.bits[at]
    if bits & (c.CONNECTOR | c.NAME) or _is_surname(row, at):
        return True
    if bits & (_NOT_PERSON | c.CUE):
        return False
    return len(word) <= _BARE or not word.startswith(row.letters.articled)


def _is_surname(row: _Row, at: int) -> bool:
    """A trade right behind a given name, of which nothing is said: "عمر | صديق", "نور الدين | البابا"."""
    articles, before = row.letters.articles, at - 1
    if at == 0 or len(articles) == 0 or row.letters.given or not row.bits[at] & _SURNAMES or row.bits[at] & (c.BODY | c.FUNCTION):
        return False
    if row.bits[at] & c.NATION:  # "الدكتور سائد | المصري"
        titled = at > 1 and row.bits[at - 2] & c.TITLE and row.words[at - 2].startswith(articles) and not row.bits[before]
        known = (titled or row.bits[before] & c.NAME) and not row.words[before].startswith(articles)
        return bool(known) and row.words[at].startswith(articles)
    closed = row.words[before].startswith(articles) and before > 0 and not row.bits[before]
    before -= closed  # "نور | الدين"
    given = row.bits[before] & (c.NAME | c.CONNECTOR) or (closed and not row.bits[before] and not row.words[before].startswith(articles))
    led = given and not row.bits[before] & (c.TITLE | c.ROLE | c.PREPOSITION)
    ends = at + 1 == len(row.words) or not (row.words[at + 1].startswith(articles) or row.bits[at + 1] & (c.NAME | c.NATION | c.REGION))
    return bool(led) and ends and (row.words[at].startswith(articles) or not (closed or row.bits[at] & c.TITLE))


def _is_joined(row: _Row, first: int, at: int) -> bool:
    """Behind a whole name, a word that begins with the preposition "ب" is what comes next ("عبود الحمد | بنقل الحاجز")."""
    parts = sum(1 for i in range(first, at) if not row.bits[i] & c.CONNECTOR and not (i > first and row.bits[i - 1] & c.CONNECTOR))
    return parts >= _WHOLE and row.words[at].startswith(row.letters.joined) and len(row.words[at]) > 3 and not row.bits[at] & c.NAME
