"""How a language writes numbers and bounds them. ``packs/xx/numbers.yml``, compiled for lookup by key."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from tocsin.lang import lists, pack
from tocsin.lang.clitics import proclitics
from tocsin.lang.endings import Endings
from tocsin.lang.fold import key
from tocsin.lang.joining import joined
from tocsin.lang.terms import Terms
from tocsin.model import Hedge


class Ranges(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``to`` joins two numbers to a range; ``closers`` do so where an opener stands before the first."""

    to: tuple[str, ...]
    openers: tuple[str, ...]
    closers: tuple[str, ...]


class Numbers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The pack file; its comments say what each field holds."""

    values: dict[str, int]
    scales: dict[str, int]
    vague: dict[str, int]
    hedges: dict[Hedge, tuple[str, ...]]
    after: dict[Hedge, tuple[str, ...]]
    ranges: Ranges
    units: dict[str, tuple[str, ...]]
    skipped: tuple[str, ...]
    designators: tuple[str, ...]
    year_leads: tuple[str, ...]
    stops: tuple[str, ...]
    fillers: tuple[str, ...]
    barriers: tuple[str, ...]
    parts: tuple[str, ...]
    part_after: tuple[str, ...]
    cumulative: tuple[str, ...]
    noun_first: bool
    bare: bool
    teens: tuple[str, ...] = ()
    teen_units: dict[str, int] = {}
    doubles: dict[str, int] = {}
    vague_links: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
    once: tuple[str, ...] = ()
    conjunctions: tuple[str, ...] = ()
    halves: dict[str, float] = {}
    weak: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    fractions: dict[str, float] = {}
    fraction_links: tuple[str, ...] = ()
    pointed: bool = False
    mixed: bool = False
    percent_leads: tuple[str, ...] = ()
    money_signs: tuple[str, ...] = ()
    suffixes: dict[str, int] = {}
    plurals: tuple[str, ...] = ()
    plural_endings: tuple[str, ...] = ()
    singular_endings: tuple[str, ...] = ()
    definites: tuple[str, ...] = ()
    passives: tuple[str, ...] = ()
    insets: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    tolls: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()
    commas: tuple[str, ...] = (",",)
    single: tuple[str, ...] = ()
    singulars: tuple[str, ...] = ()
    duals: dict[str, tuple[str, ...]] = {}
    duals_subject: dict[str, tuple[str, ...]] = {}
    dual_endings: tuple[tuple[str, tuple[str, ...]], ...] = ()
    joins: tuple[str, ...] = ()
    tens_joined: bool = False
    articles: tuple[str, ...] = ()
    unjoined: tuple[str, ...] = ()
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Counting:
    """A pack ready for lookup: sets and maps of keys. ``start`` and ``joined`` map a written word to its bare form."""

    pack: Numbers
    start: dict[str, str]
    joined: dict[str, str]
    values: dict[str, int]
    scales: dict[str, int]
    doubles: dict[str, int]
    teen_units: frozenset[str]
    vague: dict[str, int]
    duals: dict[str, str]
    fractions: dict[str, float]
    halves: dict[str, float]
    triggers: frozenset[str]
    hedges: Endings[Hedge]
    after: Terms[Hedge]
    units: Terms[str]
    parts: Terms[bool]
    part_after: Terms[bool]
    cumulative: Terms[bool]
    sets: Mapping[str, frozenset[str]]


@cache
def load(code: str) -> Counting:
    """Return how language ``code`` counts; PackError when it has no pack for it."""
    raw = pack.load(code, "numbers", Numbers)
    clitics = tuple(clitic for clitic in proclitics(code) if clitic not in raw.unjoined)
    bare = tuple(c for c in clitics if not c.endswith(raw.articles))  # a definite number points back to what is known
    values = {key(word): value for word, value in (raw.values | raw.teen_units | _compounds(raw.values)).items()}
    scales, doubles, vague = (_keys(table) for table in (raw.scales, raw.doubles, raw.vague))
    numerals = (*values, *scales, *doubles)
    start = _joined(numerals, bare, raw.joins) | _joined(vague, clitics, raw.joins) | {word: word for word in (*numerals, *vague)}
    duals = _duals(raw, clitics)
    fractions = {key(word): value for word, value in raw.fractions.items()}
    return Counting(
        pack=raw,
        start=start,
        joined=_joined(numerals, raw.joins, raw.joins),
        values=values,
        scales=scales,
        doubles=doubles,
        teen_units=frozenset(map(key, raw.teen_units)),
        vague=vague,
        duals=duals,
        fractions=fractions,
        halves={key(word): value for word, value in raw.halves.items()},
        triggers=frozenset({*start, *duals, *fractions, *map(key, raw.halves), *map(key, raw.several)}),
        hedges=Endings([(term, hedge) for hedge, terms in raw.hedges.items() for term in terms], bare),
        after=Terms({term: hedge for hedge, terms in raw.after.items() for term in terms}),
        units=Terms({term: unit for unit, terms in (*raw.units.items(), ("", raw.skipped)) for term in terms}),
        parts=Terms(dict.fromkeys(raw.parts, True), clitics),
        part_after=Terms(dict.fromkeys(raw.part_after, True)),
        cumulative=Terms(dict.fromkeys(raw.cumulative, True), clitics),
        sets=lists.sets(raw) | lists.sets(raw.ranges) | {"joined": frozenset(clitic.partition(":")[0] for clitic in clitics)},
    )


def _keys(table: Mapping[str, int]) -> dict[str, int]:
    return {key(word): value for word, value in table.items()}


def _compounds(values: Mapping[str, int]) -> dict[str, int]:
    """ "twenty-five" from twenty and five."""
    tens = [(word, value) for word, value in values.items() if 20 <= value <= 90 and value % 10 == 0]
    ones = [(word, value) for word, value in values.items() if 1 <= value <= 9]
    return {f"{ten}-{one}": high + low for ten, high in tens for one, low in ones}


def _joined(words: Iterable[str], clitics: Sequence[str], joins: Sequence[str]) -> dict[str, str]:
    """Each word with each joined letter before it; words of two letters take only the conjunction."""
    return {form: word for word in words for form in joined(word, clitics if len(word) > 2 else joins)}


def _duals(raw: Numbers, clitics: Sequence[str]) -> dict[str, str]:
    """The two-forms of the listed nouns, with and without joined letters, each with its concept."""
    forms: dict[str, str] = {}
    for table, last in ((raw.duals, None), (raw.duals_subject, 1)):
        for concept, nouns in table.items():
            for noun in nouns:
                ending, duals = next(row for row in raw.dual_endings if noun.endswith(row[0]))
                stem = noun.removesuffix(ending)
                forms.update({key(stem + dual): concept for dual in duals[:last]})
    bare = [clitic for clitic in clitics if not clitic.endswith(raw.articles)]
    return forms | {joint: concept for form, concept in forms.items() for joint in joined(form, bare)}
