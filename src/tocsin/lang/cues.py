"""Cues: the words that introduce what somebody says, with the act they perform. ``packs/xx/cues.yml``."""

from collections.abc import Mapping
from functools import cache

import msgspec
from msgspec import structs

from tocsin.errors import PackError
from tocsin.lang import pack
from tocsin.model import Act, Commitment


class Verb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A verb of saying. ``forms`` carry a subject, ``bare`` forms ("saying", "مشيرا") borrow one.

    ``takes`` names the complements that make it an attribution: ``clause`` (with or without "that"), ``that`` (only
    with a complementizer), ``quote``, ``object`` (a noun phrase), ``infinitive``, ``question`` (if, whether, how …),
    ``figure`` (words with a number), ``witness`` (what a correspondent saw), ``paper`` (the object of a paper: "the indictment lists"),
    ``full`` (a clause with a verb of its own), ``claimed`` (its passive claims a deed: "the attack was claimed by"), ``paper-object`` (a paper itself: "withdrew the report"), ``label`` (something and its name: "called it a crime"), ``bidding`` (somebody and what he is to do: "told them to leave").
    ``prepositions`` introduce a content of their own ("warned of", "حذر من"). ``hearer``: may name whom it is said to
    before the content ("told Powell that"). ``opens``: a verb only where a clause begins
    ("وبيّن الوزير أن" beside "بين"). ``participles`` speak only behind an auxiliary ("a déclaré"), or joined to one that does; ``infinitives`` only behind a lead of
    the grammar ("avant de rappeler que").
    ``closed`` verbs have their content between the form and one of these words («خواستار … شد»); ``impersonal`` ones name nobody ("it is said").
    ``impersonal``: has no subject
    ("сообщается"); a body or paper behind a preposition speaks, else whoever spoke before, or nobody if it is ``rumoured`` ("сообщалось"). ``tellers`` are prepositions
    that lead to whom it comes from ("узнал от").
    In a language that puts the verb last, ``relative`` forms stand before the speaker ("belirten"),
    ``nested`` ones have him in the genitive ("belirttiğini"), ``passive`` ones name nobody but a paper ("belirtildi"), ``described`` ones stand
    before that paper ("denilen"); ``verbs`` and
    ``passives`` are stems whose forms the pack's ``conjugations`` list.
    """

    act: Act
    forms: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    hearer: bool = False
    commitment: Commitment = Commitment.CERTAIN
    opens: bool = False
    participles: tuple[str, ...] = ()
    infinitives: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    impersonal: bool = False
    rumoured: bool = False
    tellers: tuple[str, ...] = ()
    relative: tuple[str, ...] = ()
    nested: tuple[str, ...] = ()
    passive: tuple[str, ...] = ()
    described: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    passives: tuple[str, ...] = ()


class Conjugation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The forms of one stem, by the fields of a verb that they fill."""

    forms: tuple[str, ...]
    bare: tuple[str, ...] = ()
    relative: tuple[str, ...] = ()
    nested: tuple[str, ...] = ()


class Noun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A noun that names a speech act: "concern", "warning". ``prepositions`` lead to its content; ``that`` may too."""

    act: Act
    forms: tuple[str, ...]
    prepositions: tuple[str, ...] = ()
    commitment: Commitment = Commitment.CERTAIN


class Cues(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``light`` verbs carry a noun cue ("expressed concern").

    Naming a source without a verb:
    ``according`` words; ``according_clauses`` make one of any asserting verb behind them; ``opinions`` lead at the head of a
    sentence to whose view it is; ``leading`` words at the head of an article credit an agency with all of it; ``announcing`` words say that the text of a paper follows; ``credits`` at the head of a sentence lead to whose the quotation before it is ("so said"); behind ``joined`` words a preposition is joined to the source;
    ``vouching`` nouns make a speaker of whoever stands behind them ("به گفته"); ``mouths`` name who speaks for a body, ``by_outlets`` words mean so before an outlet only; ``heard`` words go on with who spoke last.

    Passing words on:
    ``citing`` words name the next link of the chain; behind ``basing`` words stands a paper that a statement rests on;
    ``quoted`` verbs pass on another's words, ``quoted_from`` words lead to the person quoted, ``quoted_back`` words point back to him;
    ``quoted_leads`` gives a quoted verb words of its own in place of ``quoted_from``;
    ``sayings`` are nouns with a pronoun behind the person quoted ("قوله"), by what they do;
    ``wordings`` name what was said before ("ascribed its words to"); behind ``relating`` words stands what the owner of the noun tells;
    ``carried`` words name who carried a statement ("in a statement carried by"), ``reached`` words do so before a name only;
    ``carriers`` and ``reachers`` are participles that do so with the grammar's author behind them ("by"), also some words apart;
    ``holding`` verbs and ``copies`` say who has got a paper ("of which the daily got a copy"), ``received`` ones who was sent it; ``viewed`` stand behind the outlet
    that has the paper which speaks; ``origins`` lead from who received a paper to whom it came from, ``behalf`` words to in whose
    name it is, ``inside`` words point from a verb to the paper it stands on ("قالت فيه");
    ``talks`` are nouns for a talk with an outlet ("مقابلة مع"), ``settings`` for where and how else something is said ("في مؤتمر");
    ``flashes`` label a short piece of news before its speaker and a colon.

    Words inside another's sentence:
    ``relayed`` words make a phrase of a verb and its speaker ("denied | what the colonel said"), ``about`` words lead from him to
    what he said, ``back`` words are the verb's preposition with its pronoun ("به"), ``hollow`` nouns only say that something was said;
    ``pointing`` words say that it stands before ("وهو ما"), ``pointing_leads`` do so alone ("الأمر الذي").
    ``idioms`` hold the word of a cue and say nothing; ``called`` forms, as they are spelled, only name somebody ("يدعى").
    ``conjugations`` list the forms of a stem or of a helping verb: "اعلام +کردن" stands for "اعلام" with each of its forms.

    Those ``reached`` words that are ``through`` words name people only ("through her lawyer"), and no ``mouthpieces``; what is ``handed`` on is a paper; ``clausal`` nouns have a "that" of their own ("on condition that"); what is ``gathered`` by somebody is his own
    word where nobody else speaks; ``topics`` stand before the colon of a headline and speak nothing ("analysis"),
    ``owners`` lead from a noun cue to who speaks ("a claim by").

    Where the verb comes last: ``joints`` stand between a content and its verb; ``given``, ``standing``, ``taken`` and ``based`` tie a
    paper to who gave it, where it stands, whom it was taken from (in the ablative) or rests on (in the dative); ``telling`` and ``asked`` tie a speaker to the outlet he told.
    Behind ``anonymous`` words nobody has spoken ("edinilen bilgiye göre").
    """

    verbs: tuple[Verb, ...]
    nouns: tuple[Noun, ...]
    light: tuple[str, ...]
    light_bare: tuple[str, ...]
    according: tuple[str, ...]
    citing: tuple[str, ...]
    quoted: tuple[str, ...] = ()
    carried: tuple[str, ...] = ()
    carriers: tuple[str, ...] = ()
    reachers: tuple[str, ...] = ()
    according_clauses: tuple[str, ...] = ()
    quoted_from: tuple[str, ...] = ()
    homonyms: tuple[str, ...] = ()
    mute: tuple[str, ...] = ()
    hypothetical: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    quoted_back: tuple[str, ...] = ()
    reached: tuple[str, ...] = ()
    sayings: dict[Act, tuple[str, ...]] = {}
    holding: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    received: tuple[str, ...] = ()
    mouths: tuple[str, ...] = ()
    by_outlets: tuple[str, ...] = ()
    basing: tuple[str, ...] = ()
    relayed: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    talks: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    flashes: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    behalf: tuple[str, ...] = ()
    wordings: tuple[str, ...] = ()
    pointing: tuple[str, ...] = ()
    pointing_leads: tuple[str, ...] = ()
    hollow: tuple[str, ...] = ()
    idioms: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    opinions: tuple[str, ...] = ()
    relating: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    announcing: tuple[str, ...] = ()
    leading: tuple[str, ...] = ()
    viewed: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    gathered: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    mouthpieces: tuple[str, ...] = ()
    clausal: tuple[str, ...] = ()
    handed: tuple[str, ...] = ()
    quoted_leads: dict[str, tuple[str, ...]] = {}
    vouching: tuple[str, ...] = ()
    conjugations: dict[str, Conjugation] = {}
    joints: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    based: tuple[str, ...] = ()
    telling: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    anonymous: tuple[str, ...] = ()
    rumours: tuple[str, ...] = ()


@cache
def load(code: str) -> Cues:
    raw = pack.load(code, "cues", Cues)
    verbs = tuple(_conjugate(_spread(verb, raw), raw.conjugations) for verb in raw.verbs)
    light, light_bare, viewed = (_inflect(forms, raw) for forms in (raw.light, raw.light_bare, raw.viewed))
    return structs.replace(raw, verbs=verbs, light=light, light_bare=light_bare, viewed=viewed)


def _spread(verb: Verb, words: Cues) -> Verb:
    """The verb with its helping verbs written out."""
    return structs.replace(verb, forms=_inflect(verb.forms, words), bare=_inflect(verb.bare, words), closed=_inflect(verb.closed, words))


def _inflect(forms: tuple[str, ...], words: Cues) -> tuple[str, ...]:
    """The forms with those of every helping verb written out."""
    found: dict[str, None] = {}
    for form in forms:
        head, plus, verb = form.partition("+")
        if plus != "" and verb not in words.conjugations:
            raise PackError(f"cues.yml: no conjugation of {verb!r} for {form!r}; there are {', '.join(words.conjugations)}")
        found.update(dict.fromkeys([head + one for one in words.conjugations[verb].forms] if plus != "" else [form]))
    return tuple(found)


def _conjugate(verb: Verb, known: Mapping[str, Conjugation]) -> Verb:
    """The verb with the forms of its stems: "ifade et" has those of "et", each behind "ifade"."""

    def spread(stems: tuple[str, ...], field: str) -> tuple[str, ...]:
        parts = [stem.rpartition(" ") for stem in stems]
        unknown = sorted({stem for _, _, stem in parts} - known.keys())
        if len(unknown) > 0:
            raise PackError(f"cues.yml: no conjugation of {', '.join(unknown)}; add it under conjugations")
        return tuple(f"{lead} {form}".strip() for lead, _, stem in parts for form in getattr(known[stem], field))

    fields = {field: (*getattr(verb, field), *spread(verb.verbs, field)) for field in ("forms", "bare", "relative", "nested")}
    fields["passive"] = (*verb.passive, *spread(verb.passives, "forms"))
    fields["described"] = (*verb.described, *spread(verb.passives, "relative"))
    return structs.replace(verb, **fields)
