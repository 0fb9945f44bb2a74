"""Source phrases of languages that decline: the case a phrase stands in, and whom it names, in the nominative."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from tocsin.attribute.bodies import find_inner, find_known
from tocsin.attribute.row import Row, find_nation
from tocsin.lang import classes as c
from tocsin.lang import grammar, inflection, names, naming, nouns, outlets, speakers
from tocsin.lang.fold import key
from tocsin.lang.inflection import GENITIVE, NOMINATIVE
from tocsin.lang.outlets import Registry
from tocsin.lang.tokens import spell
from tocsin.model import Kind, Link

_MARKS = frozenset('«»“”"„')
_ENDINGS = ("", "а", "ь", "ъ", "я", "й")  # of nominatives
_PEOPLE = c.ROLE | c.UNNAMED | c.TITLE


def read_case(code: str, keys: Sequence[str], first: int, last: int) -> int:
    """The case of the phrase in tokens ``[first, last)``: what the word before it asks for, if its head can stand so."""
    head = next((nouns.forms(code, keys[at]) for at in range(first, last) if len(nouns.forms(code, keys[at])) > 0), ())
    own = sorted({form.case for form in head})
    asked = inflection.case_words(code).get(keys[first - 1]) if first > 0 else None
    if asked is not None and (len(own) == 0 or asked in own):
        return asked
    return own[0] if len(own) > 0 else NOMINATIVE


def find_nouns(code: str, keys: Sequence[str], bits: Sequence[int]) -> frozenset[str]:
    """The nouns of the phrase that speak, in the nominative."""
    mask = c.ROLE | c.BODY | c.PAPER | c.UNNAMED | c.AGENCY
    return frozenset(lemma for word, b in zip(keys, bits, strict=True) if b & mask for lemma in _singular(code, word))


def _singular(code: str, word: str) -> frozenset[str]:
    """The nouns that a word is a form of; those that have a plural alone ("дипломаты") only where there is no other."""
    found = nouns.forms(code, word)
    return frozenset(form.lemma for form in found if form.gender != "p") or frozenset(form.lemma for form in found)


def make_link(row: Row, written: str, registry: Registry, case: int, *, many: bool = False) -> Link:
    """Whom the phrase names. ``row`` may hold names in quotation marks; ``many`` stand behind a number."""
    bare = written.strip(' «»“”"„')
    if (known := find_known(bare, registry)) is not None:
        return _renamed(row.code, known)
    if (joint := _joint(row, registry, case)) is not None:
        return joint
    head = next((b for i, b in enumerate(row.bits) if b & (c.SPEAKING | c.COLLECTIVE) and not nouns.qualifies(row.code, row.words, i)), 0)
    person = _person(row, case)
    if person is not None:
        return person
    if (quoted := _quoted(row, registry)) is not None and not head & _PEOPLE:
        return quoted
    if (outlet := _outlet(row)) is not None:
        return outlet
    if head & c.PAPER and not head & c.BODY:
        return _of_paper(row, registry, case)
    plain = spell(nouns.restore(row.code, row.words, case, many=many))
    if head & (_PEOPLE | c.COLLECTIVE) and not head & c.BODY:
        return _unnamed(row, plain, registry)
    inner = find_inner(row, registry)
    if inner is not None and head == 0:
        return _renamed(row.code, inner)
    plain = _nominatives(row.code).get(key(plain), plain)
    return Link(plain, Kind.AGENCY if head & c.AGENCY and len(row.words) == 1 else Kind.ORGANISATION, affiliation=_nation(row))


def _renamed(code: str, link: Link) -> Link:
    """A known name in the nominative."""
    name = _nominatives(code).get(key(link.name), link.name)
    return link if name == link.name else replace(link, name=name)


@cache
def _nominatives(code: str) -> dict[str, str]:
    """The nominative of each form of the names that the pack has, by its key."""
    own = names.plain(code)
    found: dict[str, str] = {}
    called = (*own.actors.values(), *own.outlets.values(), *((*nation.names, *nation.seats) for nation in own.nations.values()))
    for name in (name for listed in called for name in listed):
        for form in inflection.spread(code, name):
            found.setdefault(key(form), name)
    found.update({key(name): name for listed in called for name in listed})
    return found


def _person(row: Row, case: int) -> Link | None:
    """The name that the phrase ends in, with the office before it."""
    found = naming.find_person(row.words, row.bits, 0, len(row.words), code=row.code)
    if found is None:
        return None
    words = list(row.words[found.first : found.last])
    office = spell(nouns.restore(row.code, (*row.words[: found.first], *row.words[found.last :]), case)).strip(" ,.()")
    return Link(spell(inflection.nominative(row.code, words, case)), Kind.PERSON, office=office or None, affiliation=find_nation(office))


def _quoted(row: Row, registry: Registry) -> Link | None:
    """A name in quotation marks, with what it is before it: "газета «Берег»"."""
    first = next((i + 1 for i, word in enumerate(row.words[:-1]) if word in _MARKS), None)
    if first is None:
        return None
    last = next((i for i in range(first, len(row.words)) if row.words[i] in _MARKS), len(row.words))
    name = spell(row.words[first:last]).replace(" .", ".").replace(" - ", "-")
    if (known := _find_declined(name, registry, bare=first == 1)) is not None:
        return known
    lemmas = {lemma for word in row.keys[:first] for lemma in nouns.lemmas(row.code, word)}
    people = speakers.load(row.code)
    if lemmas & set(map(key, people.agencies)):
        return Link(name, Kind.AGENCY)
    return Link(name, Kind.OUTLET if lemmas & set(map(key, people.outlets)) else Kind.ORGANISATION, affiliation=_nation(row))


def _find_declined(name: str, registry: Registry, *, bare: bool) -> Link | None:
    """A known name in quotation marks; where no noun leads it in, it may stand in another case: "рассказали «Азаттыку»"."""
    found = find_known(name, registry)
    if found is not None or not bare or " " in name:
        return found
    written = (name[: len(name) - cut] + end for cut in (1, 2) if len(name) > cut + 2 for end in _ENDINGS)
    return next((find_known(other, registry) for other in written if registry.get(other) is not None), None)


def _outlet(row: Row) -> Link | None:
    """A name in capitals behind an outlet's noun, without marks: "газета | The Times"."""
    known, people = frozenset(map(key, speakers.load(row.code).outlets)), speakers.load(row.code)
    at = next((i for i, word in enumerate(row.keys) if not known.isdisjoint(nouns.lemmas(row.code, word))), None)
    if (
        at is None
        or at + 1 == len(row.words)
        or not all(word[0].isupper() for word in row.words[at + 1 :])
        or (row.bits[at + 1] & c.NATION and not row.words[at + 1].isupper())
    ):
        return None
    agency = not nouns.lemmas(row.code, row.keys[at]).isdisjoint(map(key, people.agencies))
    return Link(spell(row.words[at + 1 :]), Kind.AGENCY if agency else Kind.OUTLET)


def _of_paper(row: Row, registry: Registry, case: int) -> Link:
    """The body whose paper it is: "сводка | гражданской обороны"; the paper itself where none is named."""
    at = next(i for i, b in enumerate(row.bits) if b & c.PAPER)
    at += at + 1 < len(row.keys) and row.keys[at + 1] in grammar.load(row.code).possessives  # "в заявлении его | пресс-секретаря"
    rest = range(at + 1, len(row.words))
    if len(rest) > 0 and not row.bits[at + 1] & c.PREPOSITION:
        inner = Row(row.words[at + 1 :], row.keys[at + 1 :], row.bits[at + 1 :], row.code, latin=True)
        owner = make_link(inner, spell(inner.words), registry, GENITIVE)
        named = inner.has(c.SPEAKING | c.COLLECTIVE) or owner.actor is not None or owner.kind is not Kind.ORGANISATION
        if named or any(word[0].isupper() for word in inner.words):
            return owner
    return Link(spell(nouns.restore(row.code, row.words, case)), Kind.ORGANISATION, affiliation=_nation(row))


def _unnamed(row: Row, plain: str, registry: Registry) -> Link:
    """Somebody without a name; a spokesperson goes by the body he speaks for, who describes himself by where he stands."""
    inner = find_inner(row, registry)
    affiliation = inner.name if inner is not None and inner.kind is not Kind.PERSON else _nation(row)
    name = plain
    at = next((i for i, b in enumerate(row.bits) if b & c.SPOKESPERSON), None)
    if at is not None and at + 1 < len(row.words) and row.bits[at + 1] & (c.BODY | c.AGENCY):
        body = spell(nouns.restore(row.code, row.words[at + 1 :], GENITIVE))
        affiliation = body
    cut = next((i for i, word in enumerate(row.words) if word in _MARKS), None)
    if cut is not None and cut > 0 and row.bits[cut - 1] & c.UNNAMED:
        closing = next((i for i in range(cut + 1, len(row.words)) if row.words[i] in _MARKS), len(row.words) - 1)
        name = spell((*plain.split()[:cut], *row.words[closing + 1 :]))  # "собеседник | «Голоса Памира» | в силовых структурах"
    return Link(name, Kind.UNNAMED, unnamed=True, descriptor=spell(row.words), affiliation=affiliation)


def _joint(row: Row, registry: Registry, case: int) -> Link | None:
    """ "Ерлан Сатпаев и Жасур Каримбеков", "армия и повстанцы": one link with members."""
    for at in range(1, len(row.words) - 1):
        if not row.bits[at] & c.COORDINATOR or not _is_joint(row, at, case):
            continue
        halves = (range(at), range(at + 1, len(row.words)))
        parts = []
        for half in halves:
            words = [i for i in half if row.keys[i] not in {"в", ","}]
            part = Row([row.words[i] for i in words], [row.keys[i] for i in words], [row.bits[i] for i in words], row.code, latin=True)
            parts.append(make_link(part, spell(part.words), registry, case))
        members = tuple(dict.fromkeys(name for part in parts for name in (part.members or (part.name,))))
        unnamed = all(part.unnamed for part in parts)
        kind = parts[0].kind if len({part.kind for part in parts}) == 1 else Kind.ORGANISATION
        written = spell(row.words)
        return Link(written, Kind.UNNAMED if unnamed else kind, unnamed=unnamed, descriptor=written if unnamed else None, members=members)
    return None


def _is_joint(row: Row, at: int, case: int) -> bool:
    """Names on both sides, or nouns of the case of the phrase."""
    before, after = row.words[at - 1], row.words[at + 1]
    nation = (row.bits[at - 1] | row.bits[at + 1]) & c.NATION
    if before[0].isupper() and after[0].isupper():
        return not nation or at == 1
    left = any(form.case == case for i in range(at) for form in nouns.forms(row.code, row.keys[i]))
    right = any(form.case == case for form in nouns.forms(row.code, row.keys[at + 1])) or row.bits[at + 1] & c.PREPOSITION
    return bool(left and right) and bool((row.bits[at + 1] | row.bits[min(at + 2, len(row.bits) - 1)]) & (c.SPEAKING | c.COLLECTIVE))


def _nation(row: Row) -> str | None:
    return find_nation(spell(row.words))


def is_outlet(row: Row, link: Link) -> bool:
    """Does the phrase name an outlet, or is it called by an outlet's noun?"""
    if link.kind in {Kind.AGENCY, Kind.OUTLET} or outlets.load().get(link.name) is not None:
        return True
    known = frozenset(map(key, speakers.load(row.code).outlets))
    return any(not known.isdisjoint(nouns.lemmas(row.code, word)) for word in row.keys)
