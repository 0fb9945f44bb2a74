"""Compiles a language's cue pack for the scan: every form, with all that it can be."""

import re
from dataclasses import dataclass, replace
from functools import cache

from msgspec import structs

from tocsin.lang import classes, cues, grammar, speakers
from tocsin.lang.clitics import proclitics
from tocsin.lang.cues import Cues, Noun, Verb
from tocsin.lang.endings import Endings
from tocsin.lang.fold import key
from tocsin.lang.grammar import Grammar
from tocsin.lang.terms import Terms
from tocsin.lang.tokens import split
from tocsin.model import Act


@dataclass(frozen=True, slots=True)
class Sense:
    """What a cue form can be. ``bare`` marks a form without a subject of its own ("saying", "مشيرا"), ``told`` one with its hearer joined
    to it ("أبلغه"), ``relayed`` the verb of one inside a phrase of what was said ("ما قاله"), ``participle`` one that needs an
    auxiliary, ``infinitive`` a bare one that needs a lead.
    """

    verb: Verb | None = None
    bare: bool = False
    light: bool = False
    according: bool = False
    citing: bool = False
    quoted: bool = False
    carried: bool = False
    holding: bool = False
    reached: bool = False
    relayed: Verb | None = None
    told: bool = False
    viewed: bool = False
    opinion: bool = False
    heard: bool = False
    crediting: bool = False
    announcing: bool = False
    leading: bool = False
    relating: bool = False
    participle: bool = False
    infinitive: bool = False
    relative: bool = False
    nested: bool = False
    passive: bool = False


@dataclass(frozen=True, slots=True)
class Ties:
    """Words that tie a noun of saying or a paper to people: its owners, those it went through, who gathered it, who only interprets; parts of those asked."""

    owners: frozenset[str]
    through: frozenset[str]
    gathered: frozenset[str]
    mouthpieces: frozenset[str]
    handed: frozenset[str]
    clausal: frozenset[str]
    shares: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The cue forms and cue nouns of one language, compiled, with its grammar and word sets as keys."""

    code: str
    cues: Terms[Sense]
    nouns: Terms[Noun]
    grammar: Grammar
    complementizers: frozenset[str]
    hypothetical: frozenset[str]
    homonyms: frozenset[str]
    mute: frozenset[str]
    quoted_from: frozenset[str]
    quoted_back: frozenset[str]
    fillers: Terms[bool]
    hedges: Terms[bool]
    parentheticals: Terms[bool]
    presenting: Terms[bool]
    contrasts: Terms[bool]
    outlets: frozenset[str]
    titles: frozenset[str]
    sayings: dict[str, Act]
    vouching: frozenset[str]
    copies: frozenset[str]
    mouths: Terms[bool]
    by_outlets: Terms[bool]
    basing: Terms[bool]
    ties: Ties
    parted: dict[str, tuple[str, Sense]]
    quoted_leads: dict[str, frozenset[str]]
    objects: re.Pattern[str]
    about: frozenset[str]
    talks: frozenset[str]
    platforms: frozenset[str]
    settings: frozenset[str]
    back: frozenset[str]
    inside: frozenset[str]
    flashes: frozenset[str]
    origins: frozenset[str]
    behalf: frozenset[str]
    wordings: frozenset[str]
    pointing: frozenset[str]
    relayed: frozenset[str]
    pointing_leads: Terms[bool]
    hollow: frozenset[str]
    bare_leads: Endings[bool]
    infinitive_leads: Endings[bool]
    finite: frozenset[str]
    adverbs: Endings[bool]
    counts: frozenset[str]
    called: frozenset[str]
    asked: frozenset[str]
    received: frozenset[str]
    openings: Terms[bool]
    conjunctions: tuple[str, ...] = ()


def _folded_verb(verb: Verb) -> Verb:
    return structs.replace(verb, prepositions=tuple(map(key, verb.prepositions)))


def _folded_noun(noun: Noun) -> Noun:
    return structs.replace(noun, prepositions=tuple(map(key, noun.prepositions)))


def _ties(code: str, words: Cues) -> Ties:
    sets = (words.owners, words.through, words.gathered, words.mouthpieces, words.handed, words.clausal, speakers.load(code).shares)
    return Ties(*(frozenset(map(key, terms)) for terms in sets))


def _agree(participles: tuple[str, ...], order: Grammar) -> tuple[str, ...]:
    return tuple(participle + ending for participle in participles for ending in ("", *order.agreements))


def _authored(participles: tuple[str, ...], order: Grammar) -> tuple[str, ...]:
    """ "Carried by", "relayée par"."""
    return tuple(f"{form} {author}" for form in _agree(participles, order) for author in order.authors[:1])


def _parted(words: Cues, order: Grammar) -> dict[str, tuple[str, Sense]]:
    """Participles that say who passed words on, with the word that leads to him: "reached … by"."""
    kinds = ((words.carriers, Sense(carried=True)), (words.reachers, Sense(carried=True, reached=True)))
    return {key(form): (author, sense) for forms, sense in kinds for form in _agree(forms, order) for author in order.authors[:1]}


def _senses(words: Cues, order: Grammar) -> dict[str, Sense]:
    """Every cue form of a pack, with all that it can be."""
    senses: dict[str, Sense] = {}

    def add(forms: tuple[str, ...], **marks: bool | Verb) -> None:
        for form in forms:
            held = senses.get(form)
            senses[form] = Sense(**marks) if held is None else replace(held, **marks)  # type: ignore[arg-type]

    for verb in map(_folded_verb, words.verbs):
        add(verb.forms, verb=verb)
        add(verb.participles, verb=verb, participle=True)
        add(verb.bare, verb=verb, bare=True)
        add(verb.infinitives, verb=verb, bare=True, infinitive=True)
        add(verb.relative, verb=verb, relative=True)
        add(verb.nested, verb=verb, nested=True)
        add(verb.passive, verb=verb, passive=True)
        add(verb.described, verb=verb, relative=True, passive=True)
        if verb.hearer and verb.act is Act.ASSERT:
            add(grammar.suffixed(verb.forms, order.hearer_pronouns, order), verb=verb, told=True)
        if (verb.act is Act.ASSERT and "that" in verb.takes) or "clause" in verb.takes:
            told = (*verb.forms, *grammar.suffixed(verb.forms, order.object_pronouns, order))
            add(tuple(f"{lead} {form}" for lead in words.according_clauses for form in told), according=True, verb=verb)
        add(grammar.suffixed(verb.forms, order.object_pronouns, order), relayed=verb)
    quoted = (*words.quoted, *grammar.suffixed(words.quoted, order.object_pronouns, order))
    add(tuple(f"{lead} {form}" for lead in words.according_clauses for form in quoted), according=True, quoted=True)
    carried = tuple(form for form in words.carried if " " not in form)
    add(tuple(f"{lead} {form}" for lead in words.according_clauses for form in carried), according=True)
    add(words.light, light=True)
    add(words.light_bare, light=True, bare=True)
    add(words.according, according=True)
    add(words.citing, citing=True)
    add(words.quoted, quoted=True)
    add((*words.carried, *_authored(words.carriers, order)), carried=True)
    add(words.holding, holding=True)
    add((*words.reached, *_authored(words.reachers, order)), carried=True, reached=True)
    add(words.viewed, viewed=True)
    add(words.opinions, opinion=True)
    add(words.heard, heard=True)
    add(words.credits, crediting=True)
    add(words.announcing, announcing=True)
    add(words.leading, leading=True)
    add(words.relating, relating=True)
    add(words.idioms)
    return senses


@cache
def load(code: str) -> Lexicon:
    words, order = cues.load(code), grammar.load(code)
    joined = order.conjunctions
    nouns = {form: noun for noun in map(_folded_noun, words.nouns) for form in noun.forms}
    return Lexicon(
        code=code,
        cues=Terms(_senses(words, order), joined),
        nouns=Terms(nouns, proclitics(code)),
        grammar=order,
        complementizers=frozenset(k for term in order.complementizers for k in split(term)),
        homonyms=frozenset(words.homonyms),
        mute=frozenset(map(key, words.mute)),
        quoted_from=frozenset(map(key, words.quoted_from)),
        quoted_back=frozenset(map(key, words.quoted_back)),
        outlets=frozenset(map(key, (*speakers.load(code).outlets, *speakers.load(code).monitors))),
        titles=frozenset(map(key, speakers.load(code).outlet_words)),
        vouching=frozenset(map(key, words.vouching)),
        sayings={key(form): act for act, forms in words.sayings.items() for form in forms},
        copies=frozenset(map(key, words.copies)),
        by_outlets=Terms(dict.fromkeys(words.by_outlets, True), joined),
        mouths=Terms(dict.fromkeys(words.mouths, True), joined),
        basing=Terms(dict.fromkeys(words.basing, True), joined),
        ties=_ties(code, words),
        parted=_parted(words, order),
        quoted_leads={key(form): frozenset(map(key, leads)) for form, leads in words.quoted_leads.items()},
        contrasts=Terms(dict.fromkeys(order.contrasts, True), joined),
        presenting=Terms(dict.fromkeys(order.presenting, True), joined),
        parentheticals=Terms(dict.fromkeys(order.parentheticals, True)),
        hedges=Terms(dict.fromkeys(order.hedges, True)),
        fillers=Terms(dict.fromkeys(order.fillers, True)),
        objects=classes.objects(code),
        about=frozenset(map(key, words.about)),
        platforms=frozenset(map(key, speakers.load(code).platforms)),
        talks=frozenset(map(key, words.talks)),
        settings=frozenset(map(key, (*words.talks, *words.settings))),
        back=frozenset(map(key, words.back)),
        inside=frozenset(map(key, words.inside)),
        flashes=frozenset(map(key, words.flashes)),
        origins=frozenset(map(key, words.origins)),
        behalf=frozenset(map(key, words.behalf)),
        wordings=frozenset(map(key, words.wordings)),
        pointing=frozenset(map(key, words.pointing)),
        relayed=frozenset(map(key, words.relayed)),
        pointing_leads=Terms(dict.fromkeys(words.pointing_leads, True), joined),
        hollow=frozenset(map(key, words.hollow)),
        conjunctions=order.conjunctions,
        bare_leads=Endings(((lead, True) for lead in order.bare_leads), ()),
        infinitive_leads=Endings(((lead, True) for lead in order.infinitive_leads), ()),
        adverbs=Endings(((term, True) for term in order.adverbs if " " in term and order.inverts), ()),
        called=frozenset(words.called),
        received=frozenset(map(key, words.received)),
        asked=frozenset(map(key, words.asked)),
        openings=Terms({term: True for term in order.openers if " " in term}, joined),
        counts=frozenset(word for term in speakers.load(code).count for word in split(term)),
        finite=frozenset(key(form) for verb in words.verbs if len(verb.participles) > 0 for form in verb.forms if " " not in form),
        hypothetical=frozenset(k for term in words.hypothetical for k in (" ".join(split(term)),)),
    )
