"""Where what is said begins behind a verb of saying, in a language of free order."""

from tocsin.attribute.free import clauses, nouns
from tocsin.attribute.free.speakers import Found
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import Scan, is_mark
from tocsin.lang import classes as c
from tocsin.lang.cues import Noun, Verb
from tocsin.lang.terms import Hit
from tocsin.model import Act, Commitment

_REACH = 40  # tokens between a verb and its "that"
_NOUN_REACH = 6  # tokens between "выразил" and its "обеспокоенность"
Begun = tuple[int, Act, Commitment]


def find(scan: Scan, hit: Hit[Sense], found: Found) -> Begun | None:
    """The first token of the content to the right, with what the cue does."""
    if hit.value.light and (noun := _noun(scan, hit.last)) is not None:
        begin = _behind_noun(scan, noun)
        if begin is not None:
            return begin, noun.value.act, noun.value.commitment
    verb = hit.value.verb
    if verb is None:
        return None
    begin = _linked(scan, hit, verb, found)
    if begin is None and not (found.source is not None and found.source[0] >= hit.last and _has_before(scan, hit, found)):
        begin = _object(scan, hit, verb, found)
    return None if begin is None or begin >= scan.count else (begin, verb.act, verb.commitment)


def _has_before(scan: Scan, hit: Hit[Sense], found: Found) -> bool:
    """Do words stand before the verb that it may bring?"""
    return found.first > scan.floor or hit.first > found.first


def _linked(scan: Scan, hit: Hit[Sense], verb: Verb, found: Found) -> int | None:
    """Behind a "that", a colon, a question word, a preposition of the verb, or at a quotation."""
    source = found.source if found.source is not None else (0, 0)
    commas = 0
    at = hit.last
    while at < min(scan.count, hit.last + _REACH):
        if source[0] <= at < source[1]:
            at = source[1]
            continue
        word, bits = scan.keys[at], scan.bits[at]
        if word == "(" and (closing := next((i for i in range(at, scan.count) if scan.keys[i] == ")"), None)) is not None:
            at = closing + 1
            continue
        if at == hit.last and scan.keys[hit.first] in scan.lexicon.grammar.evidentials:
            return at + 1 if scan.is_comma(at) else at
        if bits & c.COMPLEMENTIZER and (scan.is_comma(at - 1) or at == hit.last):
            return at if len(verb.takes) > 0 else None
        if word == ":":
            return _before_colon(scan, hit, verb, found, colon=at) if {"quote", "clause", "infinitive"} & set(verb.takes) else None
        if is_mark(word) and scan.in_speech(at):
            told = not scan.is_comma(at - 1) or source[0] >= hit.last  # "Впрочем, оговаривается она, «…»"
            return at if {"quote", "object", "infinitive"} & set(verb.takes) and told else None
        told = word in verb.prepositions and not (word in scan.lexicon.grammar.sites and nouns.is_setting(scan, at, scan.count))
        if told and commas == 0 and not _points_back(scan, at) and source[0] != at + 1:
            begun = "infinitive" in verb.takes and any(_is_infinitive(scan, i) for i in range(hit.last, at))
            blamed = _object(scan, hit, verb, found) if "object" in verb.takes and verb.act is Act.ASSERT else None
            return None if begun else at + 1 if blamed is None or blamed >= at else blamed  # "обвинил | армию в обстреле"
        if scan.is_comma(at):
            commas += 1
            described = source[1] == at and at + 1 < scan.count and scan.bits[at + 1] & c.RELATIVE  # "вспоминает Адам, | чей дом сгорел"
            if _asks(scan, at + 1, verb) and commas == 1 and not described:
                return at + 1
        elif (
            (commas == 0 and clauses.is_break(scan, at))
            or word in {";", "?", "!"}
            or clauses.is_dash(scan, at)
            or any(other.first == at and (other.value.verb is not None or (commas > 0 and other.value.according)) for other in scan.hits)
        ):
            return None
        at += 1
    return None


def _before_colon(scan: Scan, hit: Hit[Sense], verb: Verb, found: Found, *, colon: int) -> int:
    """Behind the colon, or at the object before it: "опроверг | слухи: «…»"."""
    begun = _object(scan, hit, verb, found) if "object" in verb.takes else None
    return colon + 1 if begun is None or begun >= colon else begun


def _points_back(scan: Scan, at: int) -> bool:
    """ "Об этом": what follows the preposition is the sentence before."""
    return any(" ".join(scan.keys[at : at + size]) in scan.lexicon.grammar.backward for size in (2, 3))


def _asks(scan: Scan, at: int, verb: Verb) -> bool:
    """Does an indirect question begin here?"""
    if "question" not in verb.takes or at >= scan.count:
        return False
    led = at + 1 < scan.count and scan.bits[at] & c.PREPOSITION and scan.bits[at + 1] & c.QUESTION
    whether = any(scan.keys[i] in scan.lexicon.grammar.questions[:1] for i in range(at, min(scan.count, at + 3)))
    return bool(scan.bits[at] & c.QUESTION) or bool(led) or whether


def _object(scan: Scan, hit: Hit[Sense], verb: Verb, found: Found) -> int | None:
    """An infinitive with its object ("призвал | стороны прекратить огонь"), or an object ("опроверг | сообщения")."""
    at = hit.last
    while at < scan.count and (scan.bits[at] & (c.ADVERB | c.TIME) or _in(at, found.source) or _in(at, found.hearer)):
        if _in(at, found.hearer) and "infinitive" in verb.takes:
            break
        at += 1
    end = clauses.right(scan, at) if at < scan.count else at
    if "infinitive" in verb.takes and any(_is_infinitive(scan, i) for i in range(at, end)):
        return at
    if at >= end or not ("object" in verb.takes or ("paper-object" in verb.takes and _is_saying(scan, at, end))):
        return None
    bits = scan.bits[at]
    if bits & (c.PREPOSITION | c.PUNCTUATION | c.COMMA | c.COORDINATOR | c.SUBORDINATOR) and not is_mark(scan.keys[at]):
        return None
    return at


def _is_saying(scan: Scan, at: int, end: int) -> bool:
    """ "Отозвал | прежнее заявление", and no ambassador."""
    return any(scan.lexicon.nouns.at(scan.keys, index) is not None for index in range(at, min(end, at + 2)))


def _is_infinitive(scan: Scan, at: int) -> bool:
    return scan.keys[at].endswith(scan.lexicon.grammar.infinitive_endings) and not nouns.is_noun(scan, at)


def _in(at: int, phrase: tuple[int, int] | None) -> bool:
    return phrase is not None and phrase[0] <= at < phrase[1]


def _noun(scan: Scan, at: int) -> Hit[Noun] | None:
    """The cue noun of a light verb: "выразил серьёзную | обеспокоенность"."""
    for index in range(at, min(scan.count, at + _NOUN_REACH)):
        if scan.is_comma(index) or scan.bits[index] & c.COMPLEMENTIZER:
            return None
        if (noun := scan.lexicon.nouns.at(scan.keys, index)) is not None:
            return noun
    return None


def _behind_noun(scan: Scan, noun: Hit[Noun]) -> int | None:
    """Behind the noun's "that", colon, preposition or infinitive."""
    for at in range(noun.last, min(scan.count, noun.last + _NOUN_REACH)):
        word = scan.keys[at]
        longer = (p for p in noun.value.prepositions if " " in p)
        size = next((p.count(" ") + 1 for p in longer if " ".join(scan.keys[at : at + p.count(" ") + 1]) == p), 1)
        if size > 1 or word in noun.value.prepositions or word == ":":
            return at + size
        if scan.is_comma(at) and at + 1 < scan.count and scan.bits[at + 1] & c.COMPLEMENTIZER:
            return at + 1
        if at == noun.last and word.endswith(scan.lexicon.grammar.infinitive_endings):
            return at
        if clauses.is_break(scan, at):
            return None
        if at == noun.last and noun.value.act is not Act.ASSERT and scan.words[at].islower() and not scan.bits[at] & c.PREPOSITION:
            return at  # "выразил обеспокоенность | ростом напряжённости"
    return None


def topic(scan: Scan, first: int, cue: int) -> tuple[int, Hit[Noun]] | None:
    """A cue noun before its verb: "Ответственность за | подрыв взяла на себя …". Returns where its content begins."""
    for at in range(first, cue):
        if (noun := scan.lexicon.nouns.at(scan.keys, at)) is not None:
            begin = _behind_noun(scan, noun)
            return (begin, noun) if begin is not None and begin < cue else None
    return None
