"""Nouns that name a speech act: "expressed concern over", "the minister's warning that"."""

from tocsin.attribute.contents import behind_preposition, complement
from tocsin.attribute.forward import subjects
from tocsin.attribute.leads import Lead
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import Scan
from tocsin.lang import classes as c
from tocsin.lang.cues import Noun
from tocsin.lang.terms import Hit
from tocsin.model import Act, Commitment

_NOUN_REACH = 8  # tokens between "expressed" and its "concern"


def find_content(scan: Scan, hit: Hit[Sense]) -> tuple[int, Act, Commitment, int] | None:
    """Where the content begins, and what the cue does: (begin, act, commitment, end of cue)."""
    if hit.value.light and (noun := _noun(scan, hit.last)) is not None:
        begin = after_noun(scan, noun)
        if begin is not None:
            return hit.last, noun.value.act, noun.value.commitment, hit.last
    verb = hit.value.verb
    if verb is None:
        return None
    begin = complement(scan, hit.last, verb)
    return None if begin is None else (begin, verb.act, verb.commitment, hit.last)


def _noun(scan: Scan, at: int) -> Hit[Noun] | None:
    """The cue noun of a light verb: "expressed Iraq's grave | concern"."""
    for index in range(at, min(scan.count, at + _NOUN_REACH)):
        bits = scan.bits[index]
        if bits & (c.PREPOSITION | c.VERB | c.COMMA | c.COMPLEMENTIZER) and not bits & c.DETERMINER:
            return None
        noun = scan.lexicon.nouns.at(scan.keys, index)
        if noun is not None:
            return noun
    return None


def after_noun(scan: Scan, noun: Hit[Noun]) -> int | None:
    if noun.last >= scan.count:
        return None
    word = scan.keys[noun.last]
    if word in scan.lexicon.complementizers:
        return noun.last
    return behind_preposition(scan, noun.last, noun.value.prepositions)


def read_possessed(scan: Scan, hit: Hit[Sense]) -> Lead | None:
    """ "The minister's warning that …": a noun cue with its owner."""
    noun = scan.lexicon.nouns.at(scan.keys, hit.first)
    if noun is None or noun.last >= scan.count or scan.keys[noun.last] not in scan.lexicon.complementizers:
        return None
    source = subjects.subject_before(scan, hit.first - 1)
    if source is None:
        return None
    return Lead(source[0], noun.last, (hit.first, noun.last), noun.value.act, noun.value.commitment, source, noun.last)
