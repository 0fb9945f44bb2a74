"""Is a word a verb where it stands: finite, a participle that describes a noun, or a noun of the same form."""

from tocsin.attribute.scan import Scan
from tocsin.lang import classes as c

_CLAUSE = 10  # tokens within which a clause shows its verb


def is_verbal(scan: Scan, at: int) -> bool:
    """Is the word a finite verb: one of the grammar's, or a past form of a verb of saying?"""
    bits = scan.bits[at]
    if scan.words[at][0].isupper() or _is_reduced(scan, at):
        return False
    if bits & (c.VERB | c.AUXILIARY):
        return True
    if not bits & c.CUE:
        return False
    if scan.keys[at].endswith(scan.lexicon.grammar.present_endings) and scan.is_cue(at) and not _is_noun_too(scan, at):
        return True  # "says | officers told them"
    return scan.keys[at].endswith(scan.lexicon.grammar.past_endings) or (scan.keys[at] in scan.lexicon.finite and not is_noun(scan, at))


def _is_reduced(scan: Scan, at: int) -> bool:
    """ "A tally | kept by volunteers", "the statement | promised for noon": a participle that describes the noun before it."""
    if at == 0 or at + 1 >= scan.count or scan.bits[at] & c.AUXILIARY or scan.bits[at - 1] & (c.AUXILIARY | c.ADVERB | c.PRONOUN):
        return False
    if scan.keys[at + 1] in scan.lexicon.grammar.authors[:1]:
        return True
    return describes(scan, at)


def describes(scan: Scan, at: int) -> bool:
    """ "Two diplomats | briefed on the talks | told Quillon": a past form with its preposition, before the verb of the same clause."""
    if at == 0 or at + 1 >= scan.count or not scan.bits[at - 1] & (c.ROLE | c.PAPER):
        return False
    grammar = scan.lexicon.grammar
    if not (scan.keys[at].endswith(grammar.past_endings) or scan.keys[at] in grammar.irregular_pasts):
        return False
    after = min(at + 1 + bool(scan.bits[at + 1] & c.ADVERB), scan.count - 1)  # "brought | ashore | at"
    if not scan.bits[after] & c.PREPOSITION or scan.keys[after] in scan.lexicon.complementizers:
        return False
    for i in range(after + 1, min(scan.count, at + _CLAUSE)):
        if scan.bits[i] & (c.COMMA | c.COORDINATOR | c.COMPLEMENTIZER | c.RELATIVE | c.PUNCTUATION):
            return False
        finite = scan.is_cue(i) or (scan.bits[i] & (c.VERB | c.AUXILIARY) and not scan.bits[i] & c.ADVERB)
        if finite and scan.words[i][0].islower():
            return not scan.bits[i - 1] & (c.DETERMINER | c.PREPOSITION)
    return False


def is_noun(scan: Scan, cue: int) -> bool:
    """Is the form a noun here ("a report", "Iraqi claims", "the United States")?"""
    if cue == 0:
        return False
    before = scan.bits[cue - 1]
    if scan.keys[cue - 1] in scan.lexicon.grammar.possessives:
        return True
    led = before & (c.DETERMINER | c.PREPOSITION | c.NATION) and not before & (c.PRONOUN | c.ROLE | c.ADVERB)
    return bool(led) and scan.inside[cue - 1] == scan.inside[cue]


def _is_noun_too(scan: Scan, at: int) -> bool:
    """Can the form be the plural of a noun ("reports", "claims")?"""
    word = scan.keys[at]
    bare = next((word.removesuffix(ending) for ending in scan.lexicon.grammar.present_endings if word.endswith(ending)), word)
    return bare in scan.lexicon.homonyms or scan.lexicon.nouns.at(scan.keys, at) is not None
