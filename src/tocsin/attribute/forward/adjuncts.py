"""What stands between an inverted verb and its subject: times, whom it was said to, where. Tokens enter, token ranges leave.

"A déclaré | mardi à l'agence Méridienne | le docteur Haddouche".
"""

from tocsin.attribute import chains
from tocsin.attribute.contents import times_end
from tocsin.attribute.forward import groups
from tocsin.attribute.scan import Scan, is_mark
from tocsin.lang import classes as c
from tocsin.lang import gazetteer

_PLAIN = 12  # tokens of a phrase, at most
_STOP = c.COMMA | c.COMPLEMENTIZER | c.RELATIVE | c.QUESTION | c.VERB | c.AUXILIARY | c.PRONOUN | c.TIME | c.COORDINATOR
_HELD = c.BODY | c.AGENCY | c.TITLE | c.PAPER  # nouns that a name goes with: "l'agence | Méridienne"


def find_end(scan: Scan, at: int) -> int:
    """The token behind times and phrases with a preposition, one after another."""
    if len(scan.lexicon.grammar.addressing) == 0:
        return times_end(scan, at)
    while at < scan.count:
        after = times_end(scan, at)
        if after < scan.count and scan.bits[after] & c.PREPOSITION and not scan.bits[after] & (c.COMPLEMENTIZER | c.DETERMINER):
            after = phrase_end(scan, after + 1)
        if after == at:
            return at
        at = after
    return at


def find_hearer(scan: Scan, at: int, end: int) -> tuple[int, int] | None:
    """Whom it was said to: "a déclaré mardi à | l'agence Méridienne |"; None where nobody is named before token ``end``."""
    grammar = scan.lexicon.grammar
    if len(grammar.addressing) == 0:
        return None
    while at < end:
        after = times_end(scan, at)
        if after < end and (_is_addressed(scan, after) or _is_aired(scan, after)):
            first = after + 1
            while first < end and scan.bits[first] & c.PREPOSITION and not scan.bits[first] & c.DETERMINER:
                first += 1  # "auprès de"
            last = min(phrase_end(scan, after + 1), end)
            if last > first:
                return first, last
        if after < end and scan.bits[after] & c.PREPOSITION:
            after = phrase_end(scan, after + 1)
        if after == at:
            return None
        at = after
    return None


def find_outlet(scan: Scan, at: int, end: int) -> tuple[int, int] | None:
    """The hearer behind the subject, only where an outlet's noun names it: "a juré le capitaine sur | la radio des insurgés |"."""
    hearer = find_hearer(scan, at, end)
    if hearer is None or not any(scan.keys[i] in scan.lexicon.outlets or scan.bits[i] & c.AGENCY for i in range(*hearer)):
        return None
    return hearer


def _is_addressed(scan: Scan, at: int) -> bool:
    """ "À l'agence Fluvia", not "à l'issue d'une réunion"."""
    grammar = scan.lexicon.grammar
    if scan.keys[at] not in grammar.addressing:
        return False
    if at + 1 < scan.count and scan.words[at + 1][0].isupper() and len(gazetteer.load().get(scan.keys[at + 1])) > 0:
        return False  # "a estimé jeudi à Genève": where
    noun = at + 2 if at + 2 < scan.count and scan.bits[at + 1] & c.DETERMINER else at + 1
    return noun < scan.count and scan.keys[noun] not in grammar.unaddressed and not scan.keys[at + 1][0].isdigit()


def _is_aired(scan: Scan, at: int) -> bool:
    """ "Sur Atlas 24", "sur la radio des insurgés": the outlet that something was said on; not "sur X", a post."""
    if scan.keys[at] not in scan.lexicon.grammar.airing or at + 1 >= scan.count:
        return False
    if chains.media(scan.lexicon.code).at(scan.keys, at) is not None:
        return False
    last = phrase_end(scan, at + 1)
    named = scan.words[at + 1][0].isupper() and len(gazetteer.load().get(scan.keys[at + 1])) == 0
    return named or any(scan.keys[i] in scan.lexicon.outlets for i in range(at + 1, min(at + 3, last)))


def phrase_end(scan: Scan, first: int) -> int:
    """Where the noun phrase behind a preposition ends: at the next preposition, article or name that is none of its own."""
    grammar, at = scan.lexicon.grammar, first
    while at < scan.count and at - first < _PLAIN:
        bits = scan.bits[at]
        if bits & _STOP and not (at == first or bits & c.DETERMINER) and not scan.words[at][0].isupper():
            return at
        if (bits & c.PUNCTUATION and scan.keys[at] not in {"-", "'", "°"}) or is_mark(scan.keys[at]):
            return at
        if scan.inside[at] != scan.inside[first] or (at > first and _is_spoken(scan, at)):
            return at
        led = at > first and scan.keys[at - 1] in grammar.genitives
        if at > first and bits & c.PREPOSITION and scan.keys[at] not in grammar.genitives:
            return at
        if at > first and bits & c.DETERMINER and not bits & c.PREPOSITION and not led and scan.words[at][0].islower():
            return at
        if at > first and scan.words[at][0].isupper() and not led and _ends_before(scan, first, at):
            return at
        at += 1
    return at


def _is_spoken(scan: Scan, at: int) -> bool:
    """Does a verb of saying begin here, no noun that is written like one?"""
    led = scan.bits[at - 1] & (c.DETERMINER | c.PREPOSITION)
    if scan.words[at - 1][0].isupper() and groups.is_infinitive(scan, at):
        return True  # "à Radio Carmel | avoir appris"
    return not led and any(hit.first == at and hit.value.verb is not None and not hit.value.participle for hit in scan.hits)


def _ends_before(scan: Scan, first: int, at: int) -> bool:
    """Does a name that begins at the token belong to nothing before it: "à la presse | Sona Hakobian", "à l'AFP | Sona Hakobian"?"""
    before, bits = scan.words[at - 1], scan.bits[at - 1]
    if scan.keys[first] in scan.lexicon.grammar.possessives and before[0].islower():
        return True  # "à notre envoyée spéciale | Rami Haddad"
    if before.isupper() and len(before) > 1 and not scan.words[at].isupper():
        return True
    if before[0].isupper() or bits & (c.DETERMINER | c.CONNECTOR) or scan.bits[at] & c.DETERMINER:
        return False
    return not bits & _HELD and not any(scan.bits[i] & _HELD or scan.keys[i] in scan.lexicon.outlets for i in range(first, at))
