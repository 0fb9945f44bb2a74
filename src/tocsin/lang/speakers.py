"""Words that make a noun phrase a speaker, and that say what sort of speaker. ``packs/xx/speakers.yml``."""

from functools import cache

import msgspec

from tocsin.lang import pack


class Speakers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All words are keys. ``titles`` come before a person's name, ``roles`` are nouns for people ("officials"),
    ``bodies`` nouns for organisations, ``papers`` nouns for what speaks on paper ("statement", "report").

    ``unnamed`` are roles that name nobody ("sources", "witnesses"), ``spokespersons`` speak for a body,
    ``collective`` words are vague wholes ("reports", "observers"), ``shares`` parts of those asked ("half"), ``sides`` the parties of a call or meeting together. ``grounds`` are the phrases that say why a
    source is not named; ``saw``, ``told``, ``documents``, ``inferred`` tell how it knows; ``media`` name the
    medium of a statement. ``meets`` are verbs of meeting, by which a paper is known for a readout. ``witness`` phrases
    make the outlet itself an eyewitness. ``monitors`` are bodies that gather what others tell them, as outlets do; a body with one of the ``gatherers`` in its name does so for a report, ``researchers`` ask for it, ``witnesses`` are heard in it. ``plurals`` are roles that name several people by a form of their own. ``confirmations`` and ``rebuttals`` open what confirms or denies another's words.
    ``possible_endings`` of a verb weaken what it says; ``denials`` deny whatever the verb ("had no part in"), ``answers`` where they are all that is said ("not us"), ``hearsay`` words tell that the speaker has it from others.
    ``masculine`` and ``feminine`` are titles, offices and given names by which a pronoun finds its person, and so do ``surname_endings``. ``named`` words lead from a description to the name ("calling itself"), ``called`` words stand behind it ("adlı"), ``leanings`` end what describes a name ("yakın"). ``bodies_again`` call a body that was named before by its noun, ``platforms`` carry what is said and say nothing themselves. ``bidding_patterns`` are the shapes of a last verb that bids, ``kin`` gives a noun that calls a body again the noun of its name,
    ``ours`` words say that an outlet is the one we read. ``origins`` end a word before a name that says where it is or whose
    ("Nairobi-based"). ``spelled`` words fold to a function word: a ``name``, or a ``title``. ``offices`` maps a holder's title to his body ("minister": "ministry").
    """

    titles: tuple[str, ...]
    roles: tuple[str, ...]
    bodies: tuple[str, ...]
    papers: tuple[str, ...]
    unnamed: tuple[str, ...]
    spokespersons: tuple[str, ...]
    collective: tuple[str, ...]
    agencies: tuple[str, ...]
    connectors: tuple[str, ...]
    count: tuple[str, ...]
    generic: tuple[str, ...] = ()
    bodies_again: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    shares: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    correspondents: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    role_patterns: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    wires: tuple[str, ...] = ()
    monitors: tuple[str, ...] = ()
    gatherers: tuple[str, ...] = ()
    researchers: tuple[str, ...] = ()
    witnesses: tuple[str, ...] = ()
    outlet_words: tuple[str, ...] = ()
    offices: dict[str, str] = {}
    promises: tuple[str, ...] = ()
    confirmations: tuple[str, ...] = ()
    rebuttals: tuple[str, ...] = ()
    corrections: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    hearsay: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()
    saw: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    inferred: tuple[str, ...] = ()
    masculine: tuple[str, ...] = ()
    feminine: tuple[str, ...] = ()
    surname_endings: dict[str, tuple[str, ...]] = {}
    media: dict[str, tuple[str, ...]] = {}
    meets: tuple[str, ...] = ()
    witness: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()
    probable: tuple[str, ...] = ()
    possible_endings: tuple[str, ...] = ()
    necessity: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    leanings: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    bidding_patterns: tuple[str, ...] = ()
    kin: dict[str, str] = {}
    ours: tuple[str, ...] = ()
    spelled: dict[str, str] = {}


@cache
def load(code: str) -> Speakers:
    return pack.load(code, "speakers", Speakers)
