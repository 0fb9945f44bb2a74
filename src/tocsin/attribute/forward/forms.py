"""What a form can be where it stands: a name, a noun, a verb in progress, a headline's word."""

from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import Scan
from tocsin.lang import classes as c
from tocsin.lang.terms import Hit

_SUBJECT = 6  # tokens of a subject before its verb


def is_name(scan: Scan, hit: Hit[Sense]) -> bool:
    """A capitalised form inside a sentence is a name ("United States"); titles that capitalise every word are exempt."""
    if hit.first == 0 or not scan.words[hit.first][0].isupper():
        return False
    return not is_titled(scan)


def is_titled(scan: Scan) -> bool:
    """A headline in capitals: there a capital letter says nothing."""
    return sum(word[0].islower() for word in scan.words if word[0].isalpha() and len(word) > 3) <= 1


def is_plain(scan: Scan, hit: Hit[Sense]) -> bool:
    """A form without ending ("report") goes with many; behind a single name it is a noun ("a Levant Wire | report")."""
    verb = hit.value.verb
    word = scan.keys[hit.first]
    if verb is None or hit.value.bare or word not in scan.lexicon.homonyms or hit.first == 0:
        return False
    before = scan.keys[hit.first - 1]
    for at in range(hit.first - 1, max(-1, hit.first - 6), -1):
        if scan.keys[at] in scan.lexicon.grammar.singulars:
            return True
        if scan.bits[at] & (c.VERB | c.PREPOSITION | c.COMMA | c.PUNCTUATION | c.COORDINATOR):
            break
    many = before.endswith("s") or scan.bits[hit.first - 1] & (
        c.PRONOUN | c.AUXILIARY | c.ADVERB | c.RELATIVE | c.COLLECTIVE | c.BODY | c.ROLE | c.COMMA
    )
    return not many and not _is_many(scan, hit.first)


def _is_many(scan: Scan, cue: int) -> bool:
    """ "The boys in Cahul | report": several people a few words before the form, and no verb between."""
    for at in range(cue - 1, max(-1, cue - _SUBJECT), -1):
        if scan.bits[at] & (c.VERB | c.COMMA | c.PUNCTUATION | c.RELATIVE | c.COMPLEMENTIZER):
            return False
        if scan.bits[at] & c.ROLE and scan.keys[at].endswith(scan.lexicon.grammar.noun_plurals):
            return at + 1 < cue and bool(scan.bits[at + 1] & c.PREPOSITION)
    return False


def is_progressive(scan: Scan, first: int, cue: int) -> bool:
    return any(scan.bits[i] & c.PASSIVE for i in range(first, cue))


def is_witness(sense: Sense) -> bool:
    """A verb of seeing is an attribution only of a correspondent."""
    return sense.verb is not None and "witness" in sense.verb.takes
