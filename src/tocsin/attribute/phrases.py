"""Reads a source phrase on its own: a person with an office, a body, a paper of a body, or somebody unnamed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from tocsin.attribute import declined
from tocsin.attribute.bodies import find_inner, find_known, find_outlet, is_body, is_proper, make_body, owns_body
from tocsin.attribute.nameless import make_unnamed
from tocsin.attribute.persons import find_person, make_person
from tocsin.attribute.row import Row
from tocsin.lang import cases, classes, cues, grammar, inflection, speakers
from tocsin.lang import classes as c
from tocsin.lang.clitics import unjoin
from tocsin.lang.fold import key
from tocsin.lang.naming import is_cased
from tocsin.lang.outlets import Registry
from tocsin.lang.terms import Terms
from tocsin.model import Kind, Link, Sentence, Span

_SHORT = 2  # letters of what is no word of its own behind a conjunction
_OF_THEM = 4  # tokens of "two of them"
_MARKS = frozenset('«»“”"„')
_BRACKETS = frozenset({*_MARKS, "(", ")"})  # "لـ(دبنقا الجديدة)"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source phrase: the link it makes alone, and what the register needs to find who is meant.

    ``nouns`` are the keys of its role, body or paper nouns, without an article. ``definite`` phrases point back.
    """

    link: Link
    nouns: frozenset[str]
    definite: bool
    pronoun: str | None
    paper: bool
    code: str
    speaks: bool = True
    outlet: bool = False
    same: bool = False
    gender: str | None = None
    sex: str | None = None


def read(text: str, sentence: Sentence, tokens: tuple[int, int], registry: Registry) -> Phrase:
    """Return what tokens ``[first, last)`` of the sentence say of the speaker, without looking elsewhere."""
    code = sentence.language or ""
    first, last = tokens
    span = Span(sentence.starts[first], sentence.ends[last - 1])
    if inflection.is_declined(code):
        return _read_declined(text, sentence, tokens, registry)
    first, last = _named_before(code, sentence, _skip_description(code, sentence, first, last), last)
    titled = _is_titled(code, sentence, first, last)
    first = first if titled else _skip_origin(sentence, _skip_fillers(code, sentence.keys, first, last), last)
    if (
        first > tokens[0] + 1
        and sentence.keys[last - 1] in speakers.load(code).sides
        and sentence.keys[first - 1] in speakers.load(code).count
    ):
        first -= 1  # "the | two sides"
    kept = {")", "'", "."} if not any(k in _MARKS for k in sentence.keys[first : last - 1]) else {")", "'", ".", *_MARKS}
    while last - 1 > first and not sentence.keys[last - 1][0].isalnum() and sentence.keys[last - 1] not in kept:
        last -= 1
    words, keys = sentence.words[first:last], sentence.keys[first:last]
    bits = classes.load(code).of(keys, words)
    written = text[sentence.starts[first] : sentence.ends[last - 1]]
    if (plain := _without_case(code, words[-1], keys[-1])) is not None:
        written = written[: len(written) - len(words[-1])] + plain
        words, keys = (*words[:-1], plain), (*keys[:-1], key(plain))
    row = Row(words, keys, bits, code, is_cased(words))
    bare = classes.load(code).unjoin(row.keys[0])
    lead = sentence.keys[first - 1] if first > 0 else ""
    led = lead in cues.load(code).joined or (lead.startswith(grammar.load(code).conjunctions) and lead[1:] in cues.load(code).joined)
    joined = bare != row.keys[0] and row.keys[0][0] in grammar.load(code).conjunctions and bool(classes.load(code).of((bare,))[0] & c.ROLE)
    joined = joined or (bare != row.keys[0] and registry.get(" ".join((bare, *row.keys[1:]))) is not None)  # "لرويترز"
    if not row.latin and (led or joined or row.bits[0] & (c.BODY | c.PAPER | c.AGENCY)) and bare != row.keys[0]:
        opened = unjoin(code, row.words[0])
        bits = [classes.load(code).of((bare,))[0], *bits[1:]]
        row = Row((opened, *words[1:]), (bare, *keys[1:]), bits, code, latin=False)
        written = opened + written[len(words[0]) :]
    known = classes.load(code)
    if not row.latin and row.bits[0] == 0 and (stem := _stem(code, row.keys[0])) is not None:
        row = Row(row.words, row.keys, [stem, *row.bits[1:]], code, latin=False)
    nouns = frozenset(
        _again(code, _bare(code, known.root(keys[i])))
        for i in range(len(keys))
        if bits[i] & (c.ROLE | c.BODY | c.PAPER | c.UNNAMED | c.AGENCY)
    )
    if row.latin and all(w[0].isupper() for w in row.words) and row.keys[-1] in speakers.load(code).outlet_words and len(row.keys) > 1:
        nouns = frozenset()  # "the Khmer Morning Post" points back to no other
    definite = _is_definite(code, sentence.keys, tokens, first)
    pronoun = _pronoun(code, sentence.keys, (first, last) if grammar.load(code).head_first else tokens)
    if (marked := _marked(text, sentence, (first, last), row)) is not None:
        link = replace(marked, span=span)
        whole = definite and not joined_article(code, sentence, first)
        return Phrase(link, nouns, whole, pronoun, paper=False, code=code, outlet=link.kind is Kind.OUTLET)
    joint = _joint(text, sentence, (first, last), row, registry)
    link = joint if joint is not None else _link(row, written, registry)
    if link.kind is Kind.PERSON and (titled or _is_articled(code, sentence.keys[tokens[0] : first], leads=written.startswith(link.name))):
        link = Link(written, Kind.ORGANISATION)
    paper = any(b & c.PAPER and not b & c.COLLECTIVE for b in row.bits) and link.kind is not Kind.PERSON
    article = grammar.load(code).definite_prefix
    if paper and article != "" and link.name.startswith(article) and " " not in link.name:
        definite = True  # "بيان للوزارة": the ministry that was named before
    if paper and len(row.keys) == 1 and grammar.load(code).given_names:
        definite = True  # «در اعلامیه آمده»: no article says so
    link = replace(link, span=span, count=_count(code, text, sentence, tokens[0], first))
    return Phrase(
        link,
        nouns,
        definite,
        pronoun,
        paper,
        code,
        speaks=first > tokens[0] or _speaks(row, link),
        outlet=_is_outlet(row, link, nouns),
        sex=None if pronoun is None else read_sex(keys, code),
        same=any(k in grammar.load(code).selves for k in sentence.keys[tokens[0] : last]),
        gender=_gender(code, sentence.keys[tokens[0] : tokens[1]]),
    )


def joined_article(code: str, sentence: Sentence, first: int) -> bool:
    """A name in marks whose own first word bears the article points back to nobody: «الشبكة الأهلية»."""
    prefix = grammar.load(code).definite_prefix
    return prefix != "" and sentence.keys[first].startswith(prefix) and first > 0 and sentence.keys[first - 1] in _MARKS


def _gender(code: str, keys: Sequence[str]) -> str | None:
    """What the article, title or pronoun at the head of the phrase tells ("la ministre", "M. Sarrouf", "elle")."""
    genders = grammar.load(code).genders
    return next((gender for k in keys[:2] for gender, words in genders.items() if k in words), None)


def _is_titled(code: str, sentence: Sentence, first: int, last: int) -> bool:
    """ "Cité par | Le Lien du Fleuve": inside a sentence an article with a capital is the first word of a name."""
    if not grammar.load(code).head_first or first == 0 or last - first < 2 or not sentence.words[first][0].isupper():
        return False
    return sentence.keys[first] in grammar.load(code).determiners and sentence.words[first + 1][0].isupper()


def read_sex(keys: Sequence[str], code: str) -> str | None:
    """What a pronoun says of the person: "she"."""
    return next((sex for sex, forms in grammar.load(code).sexes.items() if keys[-1] in forms), None)


def _is_articled(code: str, skipped: Sequence[str], *, leads: bool) -> bool:
    """ "La | Défense civile": where the head stands first, no person's name stands right behind an article."""
    words = grammar.load(code)
    return words.head_first and leads and len(skipped) > 0 and skipped[-1] in words.definites and skipped[-1] not in words.selves


def _read_declined(text: str, sentence: Sentence, tokens: tuple[int, int], registry: Registry) -> Phrase:
    """The same of a language whose words decline: the link is in the nominative, names in quotation marks stay whole."""
    keys, code = sentence.keys, sentence.language or ""
    first, last = tokens
    some = last - first > 1 and bool(classes.load(code).of(keys[last - 1 : last])[0] & c.PRONOUN)
    if keys[first] not in _MARKS and not some:
        first = _skip_fillers(code, keys, _skip_description(code, sentence, first, last), last)
    row = Row(sentence.words[first:last], keys[first:last], classes.load(code).of(keys[first:last]), code, latin=True)
    written = text[sentence.starts[first] : sentence.ends[last - 1]]
    case = declined.read_case(code, keys, first, last)
    counted = first > tokens[0] and (keys[first - 1].isdigit() or keys[first - 1] in grammar.load(code).counters)
    link = declined.make_link(row, written, registry, case, many=counted)
    if some:
        link = Link(written, Kind.UNNAMED, unnamed=True, descriptor=written)  # "один из них"
    found = replace(
        link, span=Span(sentence.starts[tokens[0]], sentence.ends[tokens[1] - 1]), count=_count(row.code, text, sentence, tokens[0], first)
    )
    known = declined.find_nouns(row.code, row.keys, row.bits)
    plain = link.actor is None and not any(word[0].isupper() for word in row.words[1:]) and len(row.words) <= 2
    # "Двух дипломатов", "нашего источника" are none named before.
    plain = plain and not counted and keys[tokens[0]] not in grammar.load(code).ours
    return Phrase(
        found,
        known,
        plain and link.kind is not Kind.PERSON,
        _pronoun(row.code, keys, tokens),
        row.has(c.PAPER) and not row.has(c.COLLECTIVE) and link.kind is not Kind.PERSON,
        row.code,
        outlet=declined.is_outlet(row, link),
        sex=read_sex(keys[first:last], code),
        same=any(k in grammar.load(row.code).selves for k in row.keys),
    )


def _stem(code: str, word: str) -> int | None:
    """The classes of a role with the ending of an object: "شهودا"."""
    for ending in grammar.load(code).accusatives:
        bits = classes.load(code).of((word.removesuffix(ending),))[0] if word.endswith(ending) and word != ending else 0
        if bits & c.ROLE:
            return bits
    return None


def as_person(phrase: Phrase) -> Phrase:
    """The phrase as the name of a person: words of no known class beside a verb that leaves no doubt that they speak."""
    return replace(phrase, link=replace(phrase.link, kind=Kind.PERSON), speaks=True)


def _speaks(row: Row, link: Link) -> bool:
    """In a script without capitals, a phrase of plain words with the article ("الساعة الثامنة") is no speaker."""
    if row.latin or link.kind is Kind.PERSON or link.actor is not None or row.has(c.SPEAKING | c.PRONOUN | c.NATION):
        return True
    prefix = grammar.load(row.code).definite_prefix
    return prefix == "" or not all(k.startswith(prefix) or b & c.FUNCTION for k, b in zip(row.keys, row.bits, strict=True))


def _is_outlet(row: Row, link: Link, nouns: frozenset[str]) -> bool:
    """A known outlet, a phrase with an outlet's noun, or a name made of the words that outlets are named with."""
    if link.kind in {Kind.AGENCY, Kind.OUTLET}:
        return True
    words = speakers.load(row.code)
    if nouns & _outlet_nouns(row.code):
        return True
    return any(k in words.outlet_words for k, w in zip(row.keys, row.words, strict=True) if w[0].isupper())


@cache
def _fillers(code: str) -> Terms[bool]:
    return Terms(dict.fromkeys(grammar.load(code).fillers, True))


def _skip_fillers(code: str, keys: Sequence[str], first: int, last: int) -> int:
    at = first
    while at < last - 1:
        hit = _fillers(code).at(keys, at)
        if hit is not None and hit.last < last:
            at = hit.last
        elif (keys[at].isdigit() and keys[at + 1] != "-") or not keys[at][0].isalnum():
            at += 1
        else:
            break
    return at


def _skip_origin(sentence: Sentence, first: int, last: int) -> int:
    """ "The Nairobi-based | Rift Bulletin": the name behind a word that says where it is or whose."""
    origins = speakers.load(sentence.language or "").origins
    if last - first < 2 or not sentence.keys[first].endswith(origins or ("\n",)):
        return first
    named = all(sentence.words[i][0].isupper() or not sentence.words[i][0].isalpha() for i in range(first + 1, last - 1))
    return first + 1 if named and sentence.words[first + 1][0].isupper() else first


@cache
def _named(code: str) -> Terms[bool]:
    return Terms(dict.fromkeys(speakers.load(code).named, True))


def _skip_description(code: str, sentence: Sentence, first: int, last: int) -> int:
    """ "A shadowy militia calling itself | the Brigade of the Marshes": the name behind the words that lead to it."""
    for at in range(first + 1, last - 1):
        hit = _named(code).at(sentence.keys, at)
        if hit is not None and hit.last < last:
            return hit.last
    return first


def _named_before(code: str, sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """ "Darfur Nöbeti | adlı izleme grubu", "insan hakları örgütü | Kalem Ağı": the name without what it is."""
    if not grammar.load(code).bare_nouns:
        return first, last
    called = next((i for i in range(first + 1, last) if _called(code).at(sentence.keys, i) is not None), None)
    if called is not None and sentence.words[called - 1][0].isupper():
        return next(i for i in range(first, called) if sentence.words[i][0].isupper()), called
    leaning = next((i for i in range(first + 1, last - 1) if _leanings(code).at(sentence.keys, i) is not None), None)
    if leaning is not None and sentence.words[leaning + 1][0].isupper():
        first = leaning + 1
    bits = classes.load(code).of(sentence.keys[first:last])
    endings = grammar.load(code).participle_endings
    described = [
        i
        for i in range(first, last - 1)
        if sentence.words[i][0].islower()
        and sentence.words[i + 1][0].isupper()
        and sentence.keys[i].endswith(endings)
        and not bits[i - first] & (c.SPEAKING | c.TITLE)
    ]
    if len(endings) > 0 and len(described) > 0:
        return described[-1] + 1, last  # "Salim'in çalıştığı | Yarın televizyonu"
    end = next((i for i in range(last, first, -1) if not bits[i - 1 - first] & c.ENDING), last)
    for at in range(end - 2, first, -1):
        if not sentence.words[at + 1][0].isupper():
            break
        if sentence.words[at][0].islower():
            body = bits[at - first] & (c.BODY | c.AGENCY) and not bits[at - first] & (c.ROLE | c.SPOKESPERSON)
            return (at + 1, last) if body else (first, last)
    return first, last


@cache
def _leanings(code: str) -> Terms[bool]:
    return Terms(dict.fromkeys(speakers.load(code).leanings, True))


@cache
def _called(code: str) -> Terms[bool]:
    return Terms(dict.fromkeys(speakers.load(code).called, True))


def _without_case(code: str, word: str, folded: str) -> str | None:
    """The last noun of a phrase without the ending of its case: "bakanlığından" is "bakanlığı"; None for a name, which keeps its letters."""
    noun = classes.load(code).noun(folded)
    if noun.case not in cases.OBLIQUE or (word[0].isupper() and not classes.load(code).of((folded,))[0]):
        return None
    stem = word[: len(noun.stem)]
    return stem if key(stem) == noun.stem else stem[:-1] + noun.stem[-1]


def _again(code: str, noun: str) -> str:
    """The noun of its name for one that calls a body again: «وزارتخانه» for «وزارت»."""
    return _kin(code).get(noun, noun)


@cache
def _kin(code: str) -> dict[str, str]:
    return {key(noun): key(named) for noun, named in speakers.load(code).kin.items()}


def _bare(code: str, word: str) -> str:
    prefix = grammar.load(code).definite_prefix
    return word.removeprefix(prefix) if prefix != "" and len(word) > len(prefix) + 2 else word


def _is_definite(code: str, keys: Sequence[str], tokens: tuple[int, int], first: int) -> bool:
    words = grammar.load(code)
    if words.head_first and tokens[1] - tokens[0] > 1 and keys[tokens[0]] in words.definites and keys[tokens[0] + 1] in words.singulars:
        return False  # "l'un des habitants" is none named before
    if any(k in words.definites for k in keys[tokens[0] : max(first, tokens[0] + 1)]):
        return True
    if words.bare_nouns and (tokens[1] - first == 1 or keys[tokens[1] - 1] in words.partitives):
        return True
    return words.definite_prefix != "" and keys[first].startswith(words.definite_prefix)


def _pronoun(code: str, keys: Sequence[str], tokens: tuple[int, int]) -> str | None:
    words = grammar.load(code)
    if 2 < tokens[1] - tokens[0] <= _OF_THEM and keys[tokens[1] - 2] in words.genitives and keys[tokens[1] - 1] in words.pronouns["plural"]:
        return "plural"  # "one of them"
    if tokens[1] - tokens[0] > 2:
        return None
    for group, forms in grammar.load(code).pronouns.items():
        if keys[tokens[1] - 1] in forms and (tokens[1] - tokens[0] == 1):
            return group
    return None


def _count(code: str, text: str, sentence: Sentence, first: int, last: int) -> str | None:
    """ "more than 20" in "more than 20 sources"."""
    if first == last or not any(k.isdigit() or k in speakers.load(code).count for k in sentence.keys[first:last]):
        return None
    return text[sentence.starts[first] : sentence.ends[last - 1]]


def _marked(text: str, sentence: Sentence, tokens: tuple[int, int], row: Row) -> Link | None:
    """A name in quotation marks, led in by what it is: "صحيفة «صدى الخليج»", «لواء الرمال»."""
    held = _BRACKETS if not row.latin and "(" in sentence.keys[tokens[0] : tokens[0] + 2] else _MARKS
    marks = [i for i in range(*tokens) if sentence.keys[i] in held]
    first = next((i + 1 for i in marks if i + 1 < tokens[1] and i + 1 not in marks), None)
    if first is None and not row.latin and tokens[0] > 0 and sentence.keys[tokens[0] - 1] in _MARKS:
        first = tokens[0]
    led = () if first is None or row.latin else row.bits[: max(0, first - tokens[0] - 1)]
    if first is None or any(b & (c.TITLE | c.ROLE) for b in led or row.bits):
        return None
    last = next((i for i in marks if i > first), tokens[1])
    outlets = _outlet_nouns(row.code)
    kind = Kind.OUTLET if any(k.removeprefix(grammar.load(row.code).definite_prefix) in outlets for k in row.keys) else Kind.ORGANISATION
    return Link(text[sentence.starts[first] : sentence.ends[last - 1]], kind)


def _joint(text: str, sentence: Sentence, tokens: tuple[int, int], row: Row, registry: Registry) -> Link | None:
    """ "Fighters and a war monitor", "China and Russia": one link with members. An adjective joins nobody."""
    first, last = tokens
    if not row.latin:
        return _joined(text, sentence, tokens, row, registry)
    at = next((i for i in range(1, len(row.keys) - 1) if row.bits[i] & c.COORDINATOR), None)
    if at is None or find_known(text[sentence.starts[first] : sentence.ends[last - 1]], registry) is not None:
        return None
    halves = (range(at), range(at + 1, len(row.keys)))
    if not all(any(_stands_alone(row, i) for i in half) for half in halves):
        return None
    parts = [read(text, sentence, span, registry).link for span in ((first, first + at), (first + at + 1, last))]
    names = tuple(part.name for part in parts)
    unnamed = all(part.unnamed for part in parts)
    kind = parts[0].kind if len({part.kind for part in parts}) == 1 else Kind.ORGANISATION
    written = text[sentence.starts[first] : sentence.ends[last - 1]]
    return Link(written, Kind.UNNAMED if unnamed else kind, unnamed=unnamed, descriptor=written if unnamed else None, members=names)


def _joined(text: str, sentence: Sentence, tokens: tuple[int, int], row: Row, registry: Registry) -> Link | None:
    """The same where the conjunction is joined to the second: "النائبة ليلى الحداد والنائب مراد الشابي"."""
    known, conjunctions = classes.load(row.code), grammar.load(row.code).conjunctions
    speaking = c.ROLE | c.TITLE | c.BODY | c.AGENCY
    for at in range(1, len(row.keys)):
        rest = row.keys[at][1:]
        opens = row.keys[at].startswith(conjunctions) and len(rest) > _SHORT and known.of((rest,))[0] & speaking
        if not opens or known.of((row.keys[at],))[0] & c.NAME or not any(row.bits[i] & speaking for i in range(at)):
            continue
        head, tail = (tokens[0], tokens[0] + at), (tokens[0] + at, tokens[1])
        parts = [read(text, sentence, span, registry).link for span in (head, tail)]
        written = text[sentence.starts[tokens[0]] : sentence.ends[tokens[1] - 1]]
        names = tuple(name for part in parts for name in (part.members or (part.name,)))
        unnamed = all(part.unnamed for part in parts)
        kind = parts[0].kind if len({part.kind for part in parts}) == 1 else Kind.ORGANISATION
        return Link(written, Kind.UNNAMED if unnamed else kind, unnamed=unnamed, descriptor=written if unnamed else None, members=names)
    return None


def _stands_alone(row: Row, index: int) -> bool:
    bits = row.bits[index]
    if bits & (c.ROLE | c.BODY | c.UNNAMED) and not bits & c.NATION:
        return True
    return row.words[index][0].isupper() and not bits & (c.NATION | c.TITLE | c.DETERMINER)


def _is_outlet_noun(row: Row) -> bool:
    """Whose outlet it is stands behind its noun: "إذاعة | الجيش الإسرائيلي"."""
    return not row.latin and len(row.keys) > 1 and row.keys[0] in _outlet_nouns(row.code)


@cache
def _outlet_nouns(code: str) -> frozenset[str]:
    return frozenset(map(key, speakers.load(code).outlets))


def _gathers(row: Row) -> bool:
    """A name in capitals that ends in what gathers testimony or news of abuse."""
    words = speakers.load(row.code)
    named = row.keys[-1] in words.gatherers or row.keys[-1] in words.monitors
    return len(row.keys) > 1 and named and all(w[0].isupper() for w in row.words) and not grammar.load(row.code).bare_nouns


def _link(row: Row, written: str, registry: Registry) -> Link:
    known = find_known(written, registry)
    if known is not None:
        return known
    comma = next((i for i, b in enumerate(row.bits) if b & c.COMMA and (row.latin or grammar.load(row.code).given_names) and i > 0), None)
    if comma is not None and find_person(row) is None:
        head = Row(row.words[:comma], row.keys[:comma], row.bits[:comma], row.code, row.latin)
        return _link(head, re.split("[,،]", written, maxsplit=1)[0].rstrip(), registry)
    if is_proper(row):
        return Link(written, Kind.AGENCY if row.has(c.AGENCY) else Kind.ORGANISATION)
    if row.latin and not row.has(c.TITLE | c.ROLE) and _gathers(row):
        return Link(written, Kind.ORGANISATION)  # "the Vela Prison Watch"
    person = find_person(row)
    if person is not None and (outlet := find_outlet(row)) is not None and not row.has(c.TITLE | c.ROLE):
        return outlet
    if person is not None:
        return make_person(row, person)
    order = grammar.load(row.code)
    if row.keys[-1] in order.alternates or (row.bits[-1] & c.PRONOUN and any(k in order.genitives for k in row.keys)):
        return Link(written, Kind.UNNAMED, unnamed=True, descriptor=written)  # "the other", "two of them"
    inner = None if _is_outlet_noun(row) else find_inner(row, registry)
    if row.has(c.ROLE | c.UNNAMED | c.TITLE) and not is_body(row):
        return make_unnamed(row, written, inner)
    if inner is not None and not owns_body(row) and not (inner.kind is Kind.COUNTRY and row.has(c.BODY)):
        return inner
    return make_body(row, written)
