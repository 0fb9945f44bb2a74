"""Words in their cases, for languages whose ``grammar.yml`` says how words decline: from the nominative to all forms, and back."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

from tocsin.lang import grammar, pack
from tocsin.lang.fold import key
from tocsin.lang.grammar import Declension

NOMINATIVE, GENITIVE, DATIVE, ACCUSATIVE, INSTRUMENTAL, PREPOSITIONAL = range(6)
CASES = 6
_NAME, _NOUN, _ADJECTIVE = "name", "noun", "adjective"
_SHORTEST = 2  # letters of a stem


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of a written form: its nominative, the number of its case, its gender; ``plural`` where it is many."""

    lemma: str
    case: int
    gender: str
    plural: bool


@dataclass(frozen=True, slots=True)
class _Row:
    """A declension taken apart: for each case the endings it may have, once in the singular and once in the plural."""

    ends: str
    gender: str
    kind: str
    tables: tuple[tuple[tuple[str, ...], ...], ...]


def is_declined(code: str) -> bool:
    """Does the pack say how words of the language decline?"""
    return code in pack.codes() and grammar.load(code).cases != ""


@cache
def _rows(code: str) -> tuple[_Row, ...]:
    """The declensions of a language, longest ending first."""
    found = [_row(raw, ends) for raw in grammar.load(code).declensions for ends in raw.ends]
    return tuple(sorted(found, key=lambda row: -len(row.ends)))


def _row(raw: Declension, ends: str) -> _Row:
    # What an ending has before the part that changes ("тель" beside "ь") stays.
    own = raw.forms.split()[0].removeprefix("-")
    kept = ends.removesuffix(own) if ends.endswith(own) else ends
    tables = tuple(
        tuple(tuple(kept + ending.removeprefix("-") for ending in forms.split("/")) for forms in table.split())
        for table in (raw.forms, raw.plural)
    )
    return _Row(ends, raw.gender, raw.kind, tables)


@lru_cache(maxsize=100_000)
def decline(code: str, word: str, kind: str = _NOUN) -> tuple[Form, ...]:
    """Every form of a nominative; ``Form.lemma`` holds the form here. All rows of the longest ending that fits count."""
    words = grammar.load(code)
    for listed, gender in ((words.irregular, ""), (words.pluralia, "p")):
        if (forms := listed.get(word.lower())) is not None:
            cells = enumerate(forms.split())
            return tuple(Form(form, case, gender, gender == "p") for case, cell in cells for form in cell.split("/"))
    found: list[Form] = []
    size = -1
    for row in _rows(code):
        if row.kind != kind or not word.lower().endswith(row.ends) or len(word) - len(row.ends) < _SHORTEST:
            continue
        if 0 <= size != len(row.ends):
            break
        size = len(row.ends)
        stem = word[: len(word) - size]
        for many, table in enumerate(row.tables):
            for case, endings in enumerate(table):
                found.extend(Form(stem + ending, case, row.gender, many == 1 or row.gender == "p") for ending in endings)
    return tuple(found)


def _plain(word: str) -> bool:
    """Abbreviations, figures and words of another script do not decline."""
    return len(word) <= _SHORTEST or word.isupper() or not word[-1].isalpha() or word.isascii()


@lru_cache(maxsize=50_000)
def spread(code: str, phrase: str) -> tuple[str, ...]:
    """The phrase in all cases, as it stands first: its head noun declines with the adjectives before it, what follows does not."""
    if not is_declined(code):
        return (phrase,)
    words = phrase.split()
    head = _head(code, words)
    if head is None:
        return (phrase,)
    noun = decline(code, words[head])
    many = all(word.lower().endswith(("ые", "ие")) for word in words[:head]) and head > 0
    tail = words[head + 1 :]
    forms: dict[str, None] = {phrase: None}
    for form in noun or decline(code, words[head], _ADJECTIVE):
        if form.plural != many and form.gender != "p":
            continue
        agreeing = [_agreeing(code, word, form, still=form.lemma == words[head]) for word in words[:head]]
        for lead in product(*agreeing):
            forms[" ".join((*lead, form.lemma, *tail))] = None
    return tuple(forms)


def _head(code: str, words: Sequence[str]) -> int | None:
    """The first word that is no adjective before another."""
    for at, word in enumerate(words):
        if _plain(word):
            return None
        if at + 1 < len(words) and _is_adjective(code, word) and not _plain(words[at + 1]):
            continue
        return at
    return None


def _is_adjective(code: str, word: str) -> bool:
    return any(row.kind == _ADJECTIVE and word.lower().endswith(row.ends) for row in _rows(code))


def _agreeing(code: str, word: str, noun: Form, *, still: bool) -> tuple[str, ...]:
    """The forms of an adjective that go with the noun's; ``still`` where the noun looks as in the nominative."""
    forms = decline(code, word, _ADJECTIVE)
    found = dict.fromkeys(f.lemma for f in forms if f.case == noun.case and f.plural == noun.plural)
    if noun.case == ACCUSATIVE and len(found) > 1:  # of the living as in the genitive, of things as in the nominative
        found = {word: None} if still else dict.fromkeys(f.lemma for f in forms if f.case == GENITIVE and f.plural == noun.plural)
    return tuple(found) or (word,)


def spread_all(code: str, terms: Sequence[str]) -> tuple[str, ...]:
    """All terms in all their cases."""
    if not is_declined(code):
        return tuple(terms)
    found: dict[str, str] = {}
    for term in terms:
        for form in spread(code, term):
            found.setdefault(key(form), form)
    return tuple(found.values())


def inflect(code: str, words: Sequence[str]) -> tuple[str, ...]:
    """Single words in all cases and both numbers, nouns or adjectives used as such."""
    if not is_declined(code):
        return tuple(words)
    return tuple(dict.fromkeys(form for word in words for form in (word, *(f.lemma for f in every(code, word)))))


def inflect_names(code: str, words: Sequence[str]) -> tuple[str, ...]:
    """Given names in all their cases."""
    if not is_declined(code):
        return tuple(words)
    return tuple(dict.fromkeys(form for word in words for form in (word, *(f.lemma for f in decline(code, word, _NAME)))))


@cache
def _listed(code: str) -> frozenset[str]:
    return frozenset(grammar.load(code).irregular) | frozenset(grammar.load(code).pluralia)


def every(code: str, word: str) -> tuple[Form, ...]:
    if " " in word or _plain(word):
        return ()
    adjective = decline(code, word, _ADJECTIVE)  # "командующий", "пострадавшая"; a plural ending is a noun's own ("управление")
    return adjective if is_adjectival(code, word) and word.lower() not in _listed(code) else decline(code, word)


@lru_cache(maxsize=50_000)
def is_adjectival(code: str, noun: str) -> bool:
    """Does the noun, in the nominative, decline as an adjective does ("военный", "местные")?"""
    adjective = decline(code, noun, _ADJECTIVE)
    return len(adjective) > 0 and (adjective[0].gender != "p" or noun.lower().endswith(grammar.load(code).adjectival_plurals))


def read(code: str, words: Sequence[str]) -> dict[str, tuple[Form, ...]]:
    """What each form of the listed nominatives can be, by its key."""
    found: dict[str, dict[Form, None]] = {}
    for word in words:
        forms = every(code, word)
        if len(forms) == 0:
            for case in range(len(grammar.load(code).cases.split())):
                found.setdefault(key(word), {})[Form(word, case, "", plural=False)] = None
        for form in forms:
            found.setdefault(key(form.lemma), {})[Form(word, form.case, form.gender, form.plural)] = None
    return {form: tuple(readings) for form, readings in found.items()}


def nominative(code: str, words: Sequence[str], case: int) -> tuple[str, ...]:
    """A person's name that stands in ``case``, in the nominative: by the gender that its endings show; else as it stands."""
    if case == NOMINATIVE:
        return tuple(words)
    best: tuple[int, tuple[str, ...]] = (0, tuple(words))
    for gender in ("m", "f"):
        options = [_restored(code, word, case, gender) for word in words]
        if any(option is None for option in options):
            continue
        weight = sum(size for _, size in (option for option in options if option is not None))
        if weight > best[0]:
            best = (weight, tuple(name for name, _ in (option for option in options if option is not None)))
    return best[1]


def _restored(code: str, word: str, case: int, gender: str) -> tuple[str, int] | None:
    """The nominative of a name and how many letters speak for it; None where a name of this gender cannot look so."""
    for suffix, own in _endings(code, case, gender):
        if word.lower().endswith(suffix) and len(word) - len(suffix) >= _SHORTEST:
            return word[: len(word) - len(suffix)] + own, len(suffix)
    stays = word[-1] in "оуэиюыйь" or (gender == "f") or word.isupper()
    return (word, 0) if stays and not (gender == "f" and word[-1] in "ая") else None


@cache
def _endings(code: str, case: int, gender: str) -> tuple[tuple[str, str], ...]:
    """(ending in this case, ending in the nominative) of names, longest first."""
    rows = [row for row in _rows(code) if row.kind == _NAME and row.gender in (gender, "mf")]
    found = {(ending, row.ends): None for row in rows for ending in row.tables[0][case] if ending != ""}
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), -len(pair[1]))))


@cache
def case_words(code: str) -> dict[str, int]:
    """The case that each preposition of the language asks for."""
    numbers = {name: at for at, name in enumerate(grammar.load(code).cases.split())}
    return {key(word): numbers[name] for word, name in grammar.load(code).governs.items()}


def lead(code: str, word: str, case: int, noun: Form) -> str:
    """An adjective in ``case`` before a noun, in the nominative; the word itself where it is none."""
    many = noun.plural
    for row in _rows(code):
        if row.kind != _ADJECTIVE or (noun.gender in ("m", "f", "n") and row.gender != noun.gender):
            continue
        table = row.tables[1] if many and row.gender != "p" else row.tables[0]
        if case >= len(table):
            continue
        for ending in table[case]:
            if word.lower().endswith(ending) and len(word) - len(ending) >= _SHORTEST:
                return word[: len(word) - len(ending)] + table[NOMINATIVE][0]
    return word


@cache
def _reversed(code: str) -> tuple[tuple[str, str], ...]:
    """(ending in any case, ending in the nominative) of nouns and adjectives, each pair once."""
    rows = [row for row in _rows(code) if row.kind != _NAME]
    found = {(ending, row.ends): None for row in rows for cells in row.tables for cell in cells for ending in cell if ending != row.ends}
    return tuple(found)


def candidates(code: str, word: str) -> tuple[str, ...]:
    """What a word may be in the nominative, as keys: for those who can look up whether there is such a word."""
    found = (
        word[: len(word) - len(ending)] + own for ending, own in _reversed(code) if word.endswith(ending) and len(word) > len(ending) + 1
    )
    return tuple(dict.fromkeys(found))


@cache
def _strips(code: str) -> tuple[str, ...]:
    """Endings that a name may bear in any case, longest first."""
    cells = {cell for raw in grammar.load(code).declensions if raw.kind == _NAME for cell in raw.forms.replace("/", " ").split()}
    return tuple(sorted(cells - {"-"}, key=lambda ending: (-len(ending), ending)))


@lru_cache(maxsize=50_000)
def root(code: str, word: str) -> str:
    """What the forms of one surname share: "петров" of "Петрова" and "Петровым". The word itself where words do not decline."""
    if not is_declined(code):
        return word
    return next((word[: -len(ending)] for ending in _strips(code) if word.endswith(ending) and len(word) - len(ending) > _SHORTEST), word)


@cache
def _declined() -> tuple[str, ...]:
    return tuple(code for code in pack.codes() if is_declined(code))


def surname(word: str) -> str:
    """The key of a last name without the endings of cases, in whatever language has them."""
    for code in _declined():
        word = root(code, word)
    return word
