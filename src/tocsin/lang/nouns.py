"""The nouns by which speakers are called, in all their cases, for languages whose words decline; a phrase back in the nominative."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from tocsin.lang import grammar, inflection, names, speakers
from tocsin.lang.fold import key
from tocsin.lang.inflection import NOMINATIVE, Form

Reading = tuple[int, bool]


@cache
def table(code: str) -> Mapping[str, tuple[Form, ...]]:
    """What each form of a noun for speakers, or of the name of a country or its seat, can be."""
    people, known = speakers.load(code), names.plain(code)
    words = {word: None for listed in (people.titles, people.roles, people.bodies, people.papers, people.unnamed) for word in listed}
    words |= dict.fromkeys((*people.spokespersons, *people.collective, *people.outlets, *people.correspondents, *people.agencies))
    words |= {name: None for country in known.nations.values() for name in (*country.names, *country.seats)}
    return inflection.read(code, tuple(word for word in words if " " not in word))


def forms(code: str, word: str) -> tuple[Form, ...]:
    """The readings of a known noun; of a compound ("телеграм-канал") those of its last part. Empty for an unknown word."""
    known = table(code)
    return known.get(word) or (known.get(word.rpartition("-")[2], ()) if "-" in word else ())


def lemmas(code: str, word: str) -> frozenset[str]:
    """The nominatives of a known noun, as keys; the word itself where it is unknown."""
    found = frozenset(key(form.lemma) for form in forms(code, word))
    return found if len(found) > 0 else frozenset({word})


@cache
def _endings(code: str) -> Mapping[str, frozenset[Reading]]:
    found: dict[str, set[Reading]] = {}
    for row in grammar.load(code).declensions:
        if row.kind != "adjective":
            continue
        for cells, many in ((row.forms, row.gender == "p"), (row.plural, True)):
            for case, cell in enumerate(cells.split()):
                for ending in cell.split("/"):
                    found.setdefault(key(ending), set()).add((case, many))
    return {ending: frozenset(readings) for ending, readings in found.items() if len(ending) > 1}


def adjective(code: str, word: str) -> frozenset[Reading]:
    """The (case, is it many) that a word may show if it is an adjective; empty where it cannot be one."""
    endings = _endings(code)
    return next((endings[word[-size:]] for size in (5, 3, 2) if len(word) > size + 1 and word[-size:] in endings), frozenset())


def restore(code: str, words: Sequence[str], case: int, *, many: bool = False) -> tuple[str, ...]:
    """A phrase that stands in ``case`` in the nominative: its adjectives and its head noun; what follows stays.

    ``many`` stand behind a number: "двух врачей" and "два врача" are "врачи".
    """
    head = next((at for at, word in enumerate(words) if len(forms(code, key(word))) > 0 and not qualifies(code, words, at)), None)
    if case == NOMINATIVE or head is None or not all(len(adjective(code, key(word))) > 0 for word in words[:head]):
        return tuple(words)
    known = forms(code, key(words[head]))
    form = next((form for form in known if form.case == case or words[head].isupper()), None)  # abbreviations have one form
    if form is None:
        return tuple(words)
    lead = (inflection.lead(code, word, case, form) for word in words[:head])
    shown = _nominative(code, replace(form, plural=True) if many else form)
    return (*lead, _written(words[head], shown), *words[head + 1 :])


def qualifies(code: str, words: Sequence[str], at: int) -> bool:
    """An adjective that is a noun elsewhere, before a noun: "местных | властей"."""
    if at + 1 >= len(words) or words[at + 1][0].isupper() or len(forms(code, key(words[at + 1]))) == 0:
        return False
    return any(inflection.is_adjectival(code, form.lemma) for form in forms(code, key(words[at])))


def _nominative(code: str, form: Form) -> str:
    """The nominative of the same number."""
    if not form.plural or form.gender == "p":
        return form.lemma
    return next((other.lemma for other in inflection.every(code, form.lemma) if other.plural and other.case == NOMINATIVE), form.lemma)


def _written(word: str, lemma: str) -> str:
    """The lemma with the capitals of the word and the first part of a compound."""
    first, _, last = word.rpartition("-")
    if first != "" and "-" not in lemma:
        return f"{first}-{lemma}"
    return word if word.isupper() else lemma[0].upper() + lemma[1:] if last[0].isupper() else lemma
