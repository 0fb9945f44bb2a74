"""One suite that every language pack must pass. A new language is held to it by lying in the folder."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

import msgspec
import pytest

from tocsin.attribute import lexicon, quotes
from tocsin.bench.plain import make_article
from tocsin.lang import (
    boundaries,
    calendar,
    classes,
    clauses,
    concepts,
    cues,
    grammar,
    labels,
    language,
    names,
    numbers,
    organs,
    pack,
    places,
    scripts,
    speakers,
)
from tocsin.lang.furniture import Furniture
from tocsin.lang.terms import Terms
from tocsin.lang.tokens import split
from tocsin.model import Act, Commitment

CODES = pack.codes()
NAMED = dict[str, tuple[str, ...]]
# What reads each file of a pack; None is a list of words a name. A file without a reader, and a reader without a file, fail the suite.
READERS: dict[str, type[msgspec.Struct] | None] = {
    "clauses": clauses.Marks,
    "concepts": None,
    "cues": cues.Cues,
    "furniture": Furniture,
    "grammar": grammar.Grammar,
    "labels": labels.Labels,
    "language": language.Language,
    "names": names.Names,
    "numbers": numbers.Numbers,
    "organs": None,
    "places": places.Places,
    "sentences": boundaries.Sentences,
    "speakers": speakers.Speakers,
    "times": calendar.Times,
}
COMPILERS: tuple[Callable[[str], object], ...] = (
    boundaries.load, calendar.load, classes.load, concepts.load, labels.load, lexicon.load, numbers.load, organs.load, places.load
)  # fmt: skip
COMPLEMENTS = {
    "clause",
    "that",
    "quote",
    "object",
    "infinitive",
    "question",
    "witness",
    "paper",
    "paper-object",
    "figure",
    "label",
    "bidding",
    "full",
    "claimed",
}
ORDERS = {"subject-verb", "verb-subject", "subject-object-verb", "verb-final", "free"}
MOST = 2  # characters of a quotation mark
PATTERNS = ("objects", "bidding_patterns", "role_patterns", "verb_patterns")  # fields that hold patterns, not words

each_language = pytest.mark.parametrize("code", CODES)


def _verb_forms(code: str) -> Iterator[tuple[str, cues.Verb]]:
    for verb in cues.load(code).verbs:
        for form in (*verb.forms, *verb.participles, *verb.bare, *verb.infinitives):
            yield form, verb


def _first(verb: cues.Verb) -> str:
    return (*verb.forms, *verb.bare, *verb.passive)[0]


def _noun_forms(code: str) -> Iterator[tuple[str, cues.Noun]]:
    for noun in cues.load(code).nouns:
        for form in noun.forms:
            yield form, noun


def _lists(code: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every list of words of the language, with where it stands."""
    for number, verb in enumerate(cues.load(code).verbs):
        yield f"cues.yml: verb {number + 1}", (*verb.forms, *verb.bare, *verb.prepositions)
    for number, noun in enumerate(cues.load(code).nouns):
        yield f"cues.yml: noun {number + 1}", (*noun.forms, *noun.prepositions)
    for subject, kind in (("cues", cues.Cues), ("grammar", grammar.Grammar), ("speakers", speakers.Speakers), ("clauses", clauses.Marks)):
        loaded = pack.load(code, subject, kind)
        for name in kind.__struct_fields__:
            found = getattr(loaded, name)
            if name not in PATTERNS and isinstance(found, tuple) and all(isinstance(word, str) for word in found):
                yield f"{subject}.yml: {name}", found
    for subject in ("concepts", "organs"):
        for name, words in pack.load(code, subject, NAMED).items():
            yield f"{subject}.yml: {name}", words


def _own_script(code: str) -> str:
    """The script that most words of the pack's verbs of saying are in."""
    script = scripts.find(" ".join(form for form, _ in _verb_forms(code)))
    assert script is not None
    return script


@each_language
def test_every_file_has_a_reader_and_loads(code: str) -> None:
    files = {entry.name.removesuffix(".yml") for entry in (pack.ROOT / code).iterdir() if entry.is_file()}
    assert files == set(READERS)
    for subject, kind in READERS.items():
        assert pack.load(code, subject, NAMED if kind is None else kind) is not None


@each_language
def test_everything_compiles(code: str) -> None:
    for compiler in COMPILERS:
        assert compiler(code) is not None


@each_language
def test_the_basics_are_said(code: str) -> None:
    basics = language.load(code)
    assert basics.code == code
    assert basics.name.strip() != ""
    assert basics.direction in {"ltr", "rtl"}
    assert grammar.load(code).order in ORDERS
    assert {"person", "body", "plural"} <= set(grammar.load(code).pronouns) <= {"person", "body", "plural", "single", "first"}


@each_language
def test_a_form_has_one_act(code: str) -> None:
    acts: defaultdict[tuple[str, ...], set[Act]] = defaultdict(set)
    for form, verb in _verb_forms(code):
        acts[split(form)].add(verb.act)
    assert {" ".join(form): sorted(found) for form, found in acts.items() if len(found) > 1} == {}
    nouns: defaultdict[tuple[str, ...], set[Act]] = defaultdict(set)
    for form, noun in _noun_forms(code):
        nouns[split(form)].add(noun.act)
    assert {" ".join(form): sorted(found) for form, found in nouns.items() if len(found) > 1} == {}


@each_language
def test_a_form_stands_in_one_place(code: str) -> None:
    for forms in (_verb_forms(code), _noun_forms(code)):
        counts = Counter((split(form.rstrip("*")), form.endswith("*")) for form, _ in forms)
        assert [" ".join(form) for (form, _), count in counts.items() if count > 1] == []


@each_language
def test_every_act_has_a_cue(code: str) -> None:
    acts = {verb.act for _, verb in _verb_forms(code)} | {noun.act for _, noun in _noun_forms(code)}
    missing = set(Act) - acts - {Act.REPORT}  # whoever passes on another's words reports, whatever the verb
    assert missing == set()


@each_language
def test_every_commitment_has_a_cue(code: str) -> None:
    found = {verb.commitment for _, verb in _verb_forms(code)} | {noun.commitment for _, noun in _noun_forms(code)}
    assert set(Commitment) - found == {Commitment.DENIED}  # a denial is read from the act


@each_language
def test_every_verb_can_have_a_content(code: str) -> None:
    for verb in cues.load(code).verbs:
        assert len(verb.forms) + len(verb.bare) + len(verb.passive) > 0
        assert set(verb.takes) <= COMPLEMENTS, f"{_first(verb)}: unknown complement; known are {sorted(COMPLEMENTS)}"
        assert len(verb.takes) + len(verb.prepositions) > 0, f"{_first(verb)}: takes nothing, so it can have no content"


@each_language
def test_compiled_terms_find_every_verb(code: str) -> None:
    compiled = lexicon.load(code).cues
    lost = []
    for form, verb in _verb_forms(code):
        keys = split(form)
        hit = compiled.at(keys, 0)
        if hit is None or hit.last != len(keys) or hit.value.verb is None or hit.value.verb.act is not verb.act:
            lost.append(form)
    assert lost == []


@each_language
def test_compiled_terms_find_every_noun(code: str) -> None:
    compiled = lexicon.load(code).nouns
    assert [form for form, noun in _noun_forms(code) if not _finds(compiled, form.rstrip("*"), noun.act)] == []


def _finds(compiled: Terms[cues.Noun], form: str, act: Act) -> bool:
    keys = split(form)
    hit = compiled.at(keys, 0)
    return hit is not None and hit.last == len(keys) and hit.value.act is act


@each_language
@pytest.mark.parametrize("mark", ["light", "according", "citing", "quoted", "carried", "viewed"])
def test_compiled_terms_find_every_other_cue(code: str, mark: str) -> None:
    compiled = lexicon.load(code).cues
    lost = []
    for form in getattr(cues.load(code), mark):
        keys = split(form)
        hit = compiled.at(keys, 0)
        if hit is None or hit.last != len(keys) or not getattr(hit.value, mark):
            lost.append(form)
    assert lost == []


@each_language
def test_word_classes_know_every_speaker_word(code: str) -> None:
    words, people = classes.load(code), speakers.load(code)
    known = ((classes.ROLE, people.roles), (classes.BODY, people.bodies), (classes.PAPER, people.papers), (classes.UNNAMED, people.unnamed))
    lost = [word for bit, listed in known for word in listed if len(split(word)) == 1 and not words.of(split(word))[0] & bit]
    assert lost == []


@each_language
def test_words_are_in_the_script_of_the_language(code: str) -> None:
    own = _own_script(code)
    others = [name for name in scripts.load().scripts if name != own]
    foreign = [f"{where}: {word}" for where, words in _lists(code) for word in words for name in others if scripts.count(word, name) > 0]
    assert foreign == []


@each_language
def test_no_word_is_empty_or_padded(code: str) -> None:
    odd = [
        f"{where}: {word!r}" for where, words in _lists(code) for word in words if word != " ".join(word.split()) or len(split(word)) == 0
    ]
    assert odd == []


@each_language
def test_patterns_are_patterns(code: str) -> None:
    for pattern in (*grammar.load(code).objects, *speakers.load(code).role_patterns, *speakers.load(code).bidding_patterns):
        assert re.compile(pattern).search("") is None, f"{pattern!r} matches no word at all"


@each_language
def test_quotation_marks_pair_up(code: str) -> None:
    pairs = language.load(code).quotes
    assert len(set(pairs)) == len(pairs)
    assert len({opening for opening, _ in pairs}) == len(pairs)
    for opening, closing in pairs:
        assert 0 < len(opening) <= MOST
        assert len(opening) == len(closing)
        assert all(unicodedata.category(sign)[0] == "P" for sign in opening + closing)
        said = f"{opening}one two three four five{closing}"
        found = quotes.find(make_article(f"Before {said} after.", language=code))
        assert [(quote.start, quote.end) for quote in found] == [(7, 7 + len(said))]


@pytest.mark.parametrize("subject", ["concepts", "organs"])
def test_languages_know_the_same_things(subject: str) -> None:
    known = {code: set(pack.load(code, subject, NAMED)) for code in CODES}
    every = set().union(*known.values())
    assert {code: sorted(every - names) for code, names in known.items() if names != every} == {}


def test_languages_name_the_same_media() -> None:
    known = {code: set(speakers.load(code).media) for code in CODES}
    every = set().union(*known.values())
    assert {code: sorted(every - names) for code, names in known.items() if names != every} == {}


def test_every_concept_of_the_world_has_words_in_every_language() -> None:
    for code in CODES:
        named = {name for name, words in pack.load(code, "concepts", NAMED).items() if len(words) > 0}
        assert sorted(set(concepts.world()) - named) == []
