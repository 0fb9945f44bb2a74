"""Nouns of saying behind a light verb: "expressed concern over". Where the content of any cue begins, and what the cue does."""

from tocsin.attribute.contents import behind_preposition, complement, is_bidden
from tocsin.attribute.forward import adjuncts, groups
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import Scan
from tocsin.lang import classes as c
from tocsin.lang import concepts
from tocsin.lang.cues import Noun, Verb
from tocsin.lang.terms import Hit
from tocsin.model import Act, Commitment

_LINK = c.PREPOSITION | c.COMPLEMENTIZER | c.COMMA | c.VERB | c.AUXILIARY
_ASIDE = 12  # tokens of an aside between a verb and what is said
_ADJECTIVES = 4  # tokens between a noun and its preposition: "une inquiétude croissante | face à"
_OPEN = {"clause", "object"}
_DEED = 8  # tokens of a deed that is claimed
_DEEDS = frozenset(
    {"attack", "airstrike", "shelling", "bomb", "explosion", "shooting", "ambush", "raid", "killed", "assassinated", "kidnap"}
)
_NOUN_REACH = 8  # tokens between "expressed" and its "concern"


def find_content(scan: Scan, hit: Hit[Sense]) -> tuple[int, Act, Commitment, int] | None:
    """Where the content begins, and what the cue does: (begin, act, commitment, end of cue)."""
    at = _behind_hearer(scan, hit.last)
    if hit.value.light and (noun := _noun(scan, at)) is not None:
        begin = after_noun(scan, noun)
        if begin is not None:
            return at, noun.value.act, noun.value.commitment, hit.last
    verb = hit.value.verb
    if verb is None:
        return None
    if "bidding" in verb.takes and is_bidden(scan, hit.last):
        return hit.last, Act.DEMAND, verb.commitment, hit.last
    begin = complement(scan, hit.last, verb)
    if begin is None and len(scan.lexicon.grammar.addressing) > 0:
        begin = _behind_adjuncts(scan, hit.last, verb)
    if begin is None:
        return (hit.last, Act.CLAIM, verb.commitment, hit.last) if "claimed" in verb.takes and _is_deed(scan, hit.last) else None
    if (inner := _inner_act(scan, begin, verb)) is not None:
        return inner
    if verb.act is Act.ASSERT and scan.keys[begin] in scan.lexicon.grammar.infinitives:
        return begin, Act.PROMISE, verb.commitment, hit.last  # "agreed | to withdraw"
    bids = verb.act is Act.ASK and scan.keys[begin] in scan.lexicon.complementizers  # "asked that observers be let in"
    return begin, Act.DEMAND if bids else verb.act, verb.commitment, hit.last


def _is_deed(scan: Scan, at: int) -> bool:
    """ "Claimed | Saturday's drone attack on the field": a deed with an article or an owner behind the verb."""
    end = next(
        (i for i in range(at, min(scan.count, at + _DEED)) if scan.bits[i] & (c.PREPOSITION | c.COMMA | c.VERB)),
        min(scan.count, at + _DEED),
    )
    led = at < end and (scan.bits[at] & c.DETERMINER or "'s" in scan.keys[at:end])
    return bool(led) and any(
        hit.value in _DEEDS and hit.last + at == end for hit in concepts.load(scan.lexicon.code).find(scan.keys[at:end])
    )


def _behind_adjuncts(scan: Scan, at: int, verb: Verb) -> int | None:
    """ "Conseille à ses ressortissants d'| éviter", "confie à Radio Carmel | avoir appris", "réclament dans une lettre | un pont aérien"."""
    if scan.is_comma(at) and (closing := _aside_end(scan, at)) is not None:
        return complement(scan, closing, verb) if not groups.is_infinitive(scan, closing) else closing
    if at + 1 < scan.count and scan.keys[at] in scan.lexicon.grammar.addressing and scan.keys[at + 1][0].isdigit():
        return at if "clause" in verb.takes else None  # "estime | à 120 000 le nombre"
    end = adjuncts.find_end(scan, at)
    for start in range(at + 1, min(end + 1, scan.count)):
        if scan.keys[start] in verb.prepositions and groups.is_infinitive(scan, start + 1):
            return start + 1
    if end == at or end >= scan.count or not {"clause", "object", "that"} & set(verb.takes):
        return None
    if groups.is_infinitive(scan, end) and {"clause", "that"} & set(verb.takes):
        return end
    return complement(scan, end, verb) if _OPEN & set(verb.takes) and not scan.bits[end] & (c.VERB | c.AUXILIARY) else None


def _aside_end(scan: Scan, opening: int) -> int | None:
    """Behind a short aside without a verb: "parle, lui, | d'une panne", "dit, dans le rapport, | avoir reçu"."""
    closing = next((i for i in range(opening + 1, min(scan.count - 1, opening + _ASIDE)) if scan.is_comma(i)), None)
    if closing is None or any(scan.bits[i] & (c.VERB | c.AUXILIARY) or scan.is_cue(i) for i in range(opening + 1, closing)):
        return None
    return closing + 1 if scan.bits[opening + 1] & (c.PREPOSITION | c.PRONOUN | c.ADVERB | c.TIME) else None


def _inner_act(scan: Scan, begin: int, verb: Verb) -> tuple[int, Act, Commitment, int] | None:
    """ "Dit | craindre une guerre": the infinitive of another act says what is done."""
    inner = scan.lexicon.cues.at(scan.keys, begin)
    if verb.act is not Act.ASSERT or inner is None or not inner.value.infinitive or inner.value.verb is None:
        return None
    own = inner.value.verb
    start = complement(scan, inner.last, own) if own.act is not Act.ASSERT else None
    return None if start is None else (start, own.act, own.commitment, inner.last)


def _behind_hearer(scan: Scan, at: int) -> int:
    """ "A fait part | à son homologue de | sa préoccupation": behind whom it was said to, and the preposition of the noun."""
    grammar = scan.lexicon.grammar
    if at < scan.count and scan.keys[at] in grammar.addressing:
        end = adjuncts.phrase_end(scan, at + 1)
        at = next((i for i in range(at + 1, end) if scan.keys[i] in grammar.genitives and scan.keys[i + 1] in grammar.possessives), end)
    if len(grammar.addressing) > 0 and at < scan.count and scan.keys[at] in grammar.genitives:
        at += 1
    return at


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
    last = noun.last
    if scan.lexicon.grammar.head_first:
        last = next((i for i in range(last, min(scan.count - 1, last + _ADJECTIVES)) if scan.bits[i] & _LINK), last)
    word = scan.keys[last]
    if word in scan.lexicon.complementizers:
        return last
    return behind_preposition(scan, last, noun.value.prepositions)
