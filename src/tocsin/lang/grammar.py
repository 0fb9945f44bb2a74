"""Function words of a language and the order it puts subject and verb in. ``packs/xx/grammar.yml``."""

from collections.abc import Iterable
from functools import cache

import msgspec

from tocsin.lang import pack
from tocsin.lang.fold import key

_AS_WRITTEN = frozenset(
    {"objects", "verb_patterns", "passive_marks", "pronoun_stems"}
)  # patterns, vowel signs, endings of forms as written


class Declension(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How words with one ending change by case: ``forms`` and ``plural`` are endings in the order of ``Grammar.cases``, with spaces
    between them ("/" between two for one case, "-" for none). ``gender`` is m, f, n or p (plural only); ``kind`` is noun,
    adjective, or name (of a person, beside the nouns).
    """

    ends: tuple[str, ...]
    gender: str
    forms: str
    plural: str = ""
    kind: str = "noun"


class Grammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``order`` is ``subject-verb``, ``verb-subject``, ``subject-object-verb`` (with what is said behind the verb), ``verb-final``
    (with what is said before it) or ``free`` (cases tell who speaks). Words are folded
    when they are read, all but patterns and ``passive_marks``.
    Where words decline, ``cases`` names the cases, nominative first, ``declensions`` the endings, the longest that fits counts,
    ``irregular`` nouns and ``pluralia`` with all their forms, ``nominatives`` the pronouns that are subjects; ``governs`` tells the
    case that a preposition asks for; ``plural_verbs`` end verbs of many, ``verb_genders`` those of a
    gender; ``genitive_endings`` end places that an office has behind it, those
    that no surname has first, ``object_endings`` nouns that can only be objects, ``adjectival_plurals`` nouns that decline as adjectives do ("военные"); ``as_words`` make an aside of a verb of saying ("как сообщил …"),
    ``parentheticals`` between commas leave the clause whole ("впрочем").
    ``backward`` words point to the sentence before ("об этом"); ``evidentials`` mark words of another ("мол"); ``sites`` are prepositions that lead to a body
    whose people speak ("в министерстве сообщили"), ``place_endings`` end a noun behind them; ``counters`` are numbers that the counted follow in the genitive, ``topics`` prepositions
    that lead to what a text is about, ``ours`` words for the outlet's own people ("нашему изданию"), ``lookalikes``
    nouns that end as verbs do ("канала"); ``scenes`` are nouns of when, where and on what medium somebody speaks.

    ``pronouns`` stand for a speaker named before, those of ``first`` for the outlet or whom it asks; ``relatives`` for the noun phrase right before them. ``conjunctions`` are
    letters joined to the word behind them, ``joined`` prepositions that are so, ``articled`` such letters with the article:
    where they stand no name does; ``noun_plurals`` end nouns that stand for several;
    ``inflections`` are taken off nouns that the packs do not know, and what they stand for put in their place ("نمایندگان": "نماینده");
    ``object_markers`` close an object ("را"); ``given_names`` says that a person's name begins with one of the names in ``speakers.yml``,
    ``labelled`` that a speaker and a colon may open any sentence, not only a headline; ``resumptives`` take a sentence up again behind what opens it ("فإن").
    ``self_complementizers`` are "that he" in one word, ``futures`` begin a verb in the future unless the word begins as in ``unfutures``,
    ``perfects`` hedge a verb that begins as in ``presents`` and stress one in the past ("قد"),
    ``presenting`` phrases of two words stand between a quotation and its verb ("بهذه العبارة"),
    ``quantifiers`` and nouns of ``owned_endings`` open an object behind a whole subject ("صحح المرصد حصيلته"),
    ``moments`` lead to when something was said, behind a source ("عقب الاتصال"), ``contrasts`` set a clause of its own beside or against the one before ("فيما", "في حين").
    ``object_pronouns`` and ``hearer_pronouns`` are joined to the end of a verb, which ``pronoun_stems`` change ("قالوا", "قالوه").
    ``clitics`` are pronouns of objects between a subject and its verb ("nous a dit"), ``firsts`` those of who speaks himself, ``reflexives`` those by which a verb with an
    auxiliary of the passive is none ("s'est dit"). ``inverts``: an auxiliary and its verb may stand before the subject behind what is
    said (", a déclaré X"). ``head_first``: the first noun of a phrase is what it is about. ``addressing`` prepositions lead to whom it
    was said, ``airing`` ones to the outlet it was said on; before
    ``unaddressed`` nouns they do not ("à l'issue"). ``settings`` prepositions behind a quotation only say
    where or when it was said. ``bare_leads`` stand before an infinitive or participle that goes on with the speaker ("avant de rappeler que"),
    ``infinitive_leads`` before an infinitive of the subject before them ("vient d'annoncer"); infinitives end in ``infinitive_endings``.
    Participles of ``passive_endings`` say what befell a paper; ``agreements`` are the endings of a participle by gender and number; ``things`` are relatives that no person is meant by ("which"); ``irregular_pasts`` are past participles without ``past_endings``; ``genders`` are words that tell the gender of a speaker.

    ``sexes`` are the pronouns of women and of men, where they differ. ``manners`` lead to a verb of saying without a subject of its own ("by saying"), ``insertions`` open a clause that names a speaker in
    passing ("as X said"), ``aspects`` stand before a verb in progress ("keeps saying"), ``alternates`` tell one of several from the rest ("the other"), ``present_endings`` show a verb of saying to be finite ("says"), ``nobodies`` are told nothing ("told no one"), ``particles`` follow a verb ("smuggled out"), ``locatives`` lead to the outlet that a report stands in, ``proforms`` stand for
    the sentence before ("disclosed this"), ``compounds`` end words that describe a name ("London-based").
    ``case_endings`` are those that nouns carry by case, ``owners`` and ``plurals`` those between stem and case, ``softened`` the last
    letters that a vowel behind them changes; ``name_endings`` stand behind names as well. ``clausal_endings`` make a clause an object. ``bare_nouns``: there is
    no article, so that a noun alone points back to who was named before, and so do ``partitives`` ("kaynaklardan biri").
    """

    order: str
    complementizers: tuple[str, ...]
    questions: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    passives: tuple[str, ...]
    adverbs: tuple[str, ...]
    prepositions: tuple[str, ...]
    subordinators: tuple[str, ...]
    coordinators: tuple[str, ...]
    determiners: tuple[str, ...]
    relatives: tuple[str, ...]
    pronouns: dict[str, tuple[str, ...]]
    openers: tuple[str, ...]
    cases: str = ""
    declensions: tuple[Declension, ...] = ()
    irregular: dict[str, str] = {}
    pluralia: dict[str, str] = {}
    nominatives: tuple[str, ...] = ()
    plural_verbs: tuple[str, ...] = ("\0",)
    verb_genders: dict[str, str] = {}
    as_words: tuple[str, ...] = ()
    parentheticals: tuple[str, ...] = ()
    genitive_endings: tuple[str, ...] = ("\0",)
    object_endings: tuple[str, ...] = ("\0",)
    governs: dict[str, str] = {}
    backward: tuple[str, ...] = ()
    evidentials: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    place_endings: tuple[str, ...] = ("\0",)
    counters: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    ours: tuple[str, ...] = ()
    lookalikes: tuple[str, ...] = ()
    scenes: tuple[str, ...] = ()
    sexes: dict[str, tuple[str, ...]] = {}
    verbs: tuple[str, ...] = ()
    adverb_endings: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    negations: tuple[str, ...] = ()
    infinitives: tuple[str, ...] = ()
    modals: tuple[str, ...] = ()
    genitives: tuple[str, ...] = ()
    manners: tuple[str, ...] = ()
    nobodies: tuple[str, ...] = ()
    present_endings: tuple[str, ...] = ("\0",)
    alternates: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    locatives: tuple[str, ...] = ()
    proforms: tuple[str, ...] = ()
    compounds: tuple[str, ...] = ()
    insertions: tuple[str, ...] = ()
    aspects: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    participle_endings: tuple[str, ...] = ()
    past_endings: tuple[str, ...] = ("\0",)
    things: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()
    irregular_pasts: tuple[str, ...] = ()
    verb_patterns: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    object_markers: tuple[str, ...] = ()
    given_names: bool = False
    labelled: bool = False
    adjective_endings: tuple[str, ...] = ()
    hedges: tuple[str, ...] = ()
    hearers: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    definite_hearers: tuple[str, ...] = ("\0",)
    object_pronouns: tuple[str, ...] = ()
    hearer_pronouns: tuple[str, ...] = ()
    passive_marks: tuple[str, ...] = ()
    pronoun_stems: dict[str, str] = {}
    feminine_endings: dict[str, tuple[str, ...]] = {}
    feminine_prefixes: dict[str, str] = {}
    plural_endings: tuple[str, ...] = ()
    adjectival_plurals: tuple[str, ...] = ("\0",)
    noun_plurals: tuple[str, ...] = ("s",)
    inflections: dict[str, str] = {}
    oblique: dict[str, str] = {}
    accusatives: tuple[str, ...] = ()
    noun_endings: tuple[str, ...] = ()
    headless: tuple[str, ...] = ()
    articled: tuple[str, ...] = ()
    adverbials: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    singulars: tuple[str, ...] = ()
    possessives: tuple[str, ...] = ()
    definites: tuple[str, ...] = ()
    definite_prefix: str = ""
    conjunctions: tuple[str, ...] = ()
    presenting: tuple[str, ...] = ()
    quantifiers: tuple[str, ...] = ()
    owned_endings: tuple[str, ...] = ("\0",)
    moments: tuple[str, ...] = ()
    contrasts: tuple[str, ...] = ()
    circumstances: tuple[str, ...] = ()
    resumptives: tuple[str, ...] = ()
    selves: tuple[str, ...] = ()
    self_complementizers: tuple[str, ...] = ()
    futures: tuple[str, ...] = ("\0",)
    unfutures: tuple[str, ...] = ("\0",)
    perfects: tuple[str, ...] = ()
    presents: tuple[str, ...] = ()
    verb_prefixes: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    commas: tuple[str, ...] = (",",)
    clitics: tuple[str, ...] = ()
    reflexives: tuple[str, ...] = ()
    inverts: bool = False
    head_first: bool = False
    addressing: tuple[str, ...] = ()
    airing: tuple[str, ...] = ()
    unaddressed: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    firsts: tuple[str, ...] = ()
    passive_endings: tuple[str, ...] = ()
    genders: dict[str, tuple[str, ...]] = {}
    bare_leads: tuple[str, ...] = ()
    infinitive_leads: tuple[str, ...] = ()
    infinitive_endings: tuple[str, ...] = ()
    case_endings: dict[str, tuple[str, ...]] = {}
    owners: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    softened: dict[str, str] = {}
    name_endings: tuple[str, ...] = ()
    clausal_endings: tuple[str, ...] = ()
    bare_nouns: bool = False
    partitives: tuple[str, ...] = ()


def suffixed(forms: Iterable[str], pronouns: tuple[str, ...], words: Grammar) -> tuple[str, ...]:
    """The forms of a verb with an object pronoun joined to each: "قالوا" and "ه" are "قالوه"."""
    kept: list[str] = []
    for form in forms:
        stem = next((form.removesuffix(own) + other for own, other in words.pronoun_stems.items() if form.endswith(own)), form)
        kept.extend(stem + letters for letters in pronouns)
    return tuple(kept)


@cache
def load(code: str) -> Grammar:
    raw = pack.load(code, "grammar", Grammar)
    folded = {field: _fold(value) for field, value in msgspec.structs.asdict(raw).items() if field not in _AS_WRITTEN}
    return msgspec.structs.replace(raw, **folded)


def _fold(value: object) -> object:
    """The words of a field in folded letters, however deep they lie."""
    if isinstance(value, str):
        return key(value)
    if isinstance(value, tuple):
        return tuple(map(_fold, value))
    return {key(word): _fold(other) for word, other in value.items()} if isinstance(value, dict) else value


@cache
def hearer_endings(code: str) -> tuple[str, ...]:
    """The pronouns that are joined to a word, as keys."""
    return tuple(map(key, load(code).hearer_pronouns))
