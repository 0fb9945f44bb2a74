"""Whom something was said to: an outlet that asked is a link of the chain. Enters: the words behind the verb. Leaves: its link."""

from dataclasses import replace
from functools import cache

from tocsin.attribute import phrases
from tocsin.attribute.register import Register
from tocsin.lang import actors, classes, gazetteer, grammar, inflection, language, nouns, speakers
from tocsin.lang import classes as c
from tocsin.lang.fold import key
from tocsin.lang.outlets import Registry
from tocsin.lang.terms import Terms
from tocsin.lang.tokens import spell
from tocsin.model import Kind, Link, Sentence

_QUOTED = frozenset('»”"“)')
_BARE = 1  # words of a name without capitals that nothing else tells for one
_OUTLETS = {Kind.AGENCY, Kind.OUTLET}


def read_outlet(text: str, sentence: Sentence, tokens: tuple[int, int], registry: Registry, *, register: Register) -> Link | None:
    """Return the outlet or monitor that the words name, or None where they name somebody else."""
    if any(k in speakers.load(sentence.language or "").ours for k in sentence.keys[tokens[0] : tokens[1]]):
        return None  # "told our reporter": the outlet we read
    tokens = _behind_correspondent(sentence, tokens)
    told = phrases.read(text, sentence, tokens, registry)
    if (asker := _read_asker(sentence, tokens, registry)) is not None:
        return asker
    quoted = sentence.keys[tokens[1] - 1] in _QUOTED
    plain = (
        told.outlet
        and (told.definite or inflection.is_declined(told.code))
        and not any(word[0].isupper() for word in sentence.words[max(1, tokens[0]) : tokens[1]])
    )
    if told.pronoun == "body" or (plain and not quoted and told.link.name.isascii()):
        known = register.resolve(told, sentence.starts[tokens[0]])
        return None if known is None or (told.pronoun is not None and known.link.kind is Kind.COUNTRY) else known.link
    if (name := _named_body(sentence, tokens)) is not None and actors.load().get(name) is None:
        return register.call(replace(told.link, name=name, kind=Kind.OUTLET, unnamed=False, office=None))
    if told.nouns & _monitors(told.code) or next(_monitoring(told.code).find(sentence.keys[slice(*tokens)]), None) is not None:
        return told.link
    if not (told.outlet or quoted or _is_unknown(sentence, tokens, told.link, register)):
        return None
    if plain and inflection.is_declined(told.code):
        found = register.resolve(told, sentence.starts[tokens[0]])
        return None if found is None or found.link.name == told.link.name else found.link  # "корреспонденту | агентства"
    kind = told.link.kind if told.link.kind in _OUTLETS else Kind.OUTLET
    return register.call(replace(told.link, kind=kind, unnamed=False, office=None))


def _named_body(sentence: Sentence, tokens: tuple[int, int]) -> str | None:
    """ "The rights group | Mizan |", "Erbil-based | Zagros Now |": a name behind what tells that it gathers news or testimony."""
    words, first, last = speakers.load(sentence.language or ""), *tokens
    name = last
    while name > first and sentence.words[name - 1][0].isupper() and not sentence.keys[name - 1].endswith(words.origins or ("\n",)):
        name -= 1
    before = sentence.keys[first:name]
    led = any(k in words.gatherers for k in before) or (len(before) > 0 and before[-1].endswith(words.origins or ("\n",)))
    return spell(sentence.words[name:last]) if first < name < last and led else None


def _behind_correspondent(sentence: Sentence, tokens: tuple[int, int]) -> tuple[int, int]:
    """Where nouns come before their owner, the outlet of a correspondent: «خبرنگار | ایرنا»."""
    code, (first, last) = sentence.language or "", tokens
    known = frozenset(map(key, speakers.load(code).correspondents))
    led = last - first > 1 and not known.isdisjoint((sentence.keys[first], *nouns.lemmas(code, sentence.keys[first])))
    return (first + 1, last) if led and (inflection.is_declined(code) or not language.load(code).capitals) else tokens


def _read_asker(sentence: Sentence, tokens: tuple[int, int], registry: Registry) -> Link | None:
    """ "AA muhabirine": the outlet whose reporter asked, where its name stands right before him."""
    first, last = tokens
    code = sentence.language or ""
    known = classes.load(code)
    if not grammar.load(code).bare_nouns or known.root(sentence.keys[last - 1]) not in map(key, speakers.load(code).correspondents):
        return None
    end = last - 1
    names = [i for i in range(first, end) if sentence.words[i][0].isupper()]
    if len(names) == 0 or names[-1] != end - 1:
        return None
    name = spell(sentence.words[names[0] : end])
    outlet = registry.get(name)
    if outlet is None and names[0] == 0:
        return None  # a sentence begins with a capital
    actor = None if outlet is None else f"outlet:{outlet.id}"
    return Link(name if outlet is None else outlet.name, Kind.OUTLET if outlet is None or not outlet.agency else Kind.AGENCY, actor=actor)


@cache
def _monitors(code: str) -> frozenset[str]:
    return frozenset(map(key, speakers.load(code).monitors))


@cache
def _monitoring(code: str) -> Terms[bool]:
    """Monitors of more than one word: "rights group"."""
    return Terms({term: True for term in speakers.load(code).monitors if " " in term})


def _is_unknown(sentence: Sentence, tokens: tuple[int, int], link: Link, register: Register) -> bool:
    """ "Told the Deccan Mirror", "told Halyard": a proper name that no office, body, place or person of the article has."""
    first, last = tokens
    words, keys = sentence.words[first:last], sentence.keys[first:last]
    bits = classes.load(sentence.language or "").of(keys, words)
    led = len(bits) > 1 and bool(bits[0] & c.DETERMINER) and words[0][0].islower()
    names = range(1, len(bits)) if led else range(len(bits))
    if (
        link.actor is not None
        or actors.load().get(link.name) is not None
        or any(bits[i] & (c.SPEAKING | c.NATION | c.FUNCTION) for i in names)
    ):
        return False
    if not language.load(sentence.language or "").capitals:
        return len(names) <= _BARE and not any(bits[i] & (c.TIME | c.ADVERB | c.NAME) for i in names) and not register.knows(words[0])
    if not all(words[i][0].isupper() for i in names) or len(gazetteer.load().get(key(link.name))) > 0:
        return False
    return led or (len(names) == 1 and not register.knows(words[0]))
