"""The verb group that a cue ends: auxiliaries, adverbs, pronouns of objects before it, and pronouns tied to it. Token ranges enter and leave."""

from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import Scan
from tocsin.lang import classes as c
from tocsin.lang.terms import Hit

_ASIDE = 10  # tokens of an aside between an auxiliary and its participle
_TIES = frozenset({"-", "-t-"})


def group_start(scan: Scan, cue: int) -> int:
    """The first token of the verb group that ends in the cue: "has also repeatedly | said", "nous a | dit"."""
    at = cue
    while at > 0:
        led = scan.lexicon.adverbs.before(scan.keys, at)
        if led is None and not _belongs(scan, at - 1):
            break
        at = at - 1 if led is None else led[0]
    if at == cue and scan.lexicon.grammar.inverts and scan.is_comma(at - 1) and (opened := _aside(scan, at - 1)) is not None:
        return group_start(scan, opened)
    return at


def _aside(scan: Scan, closing: int) -> int | None:
    """The comma that opens a short aside behind an auxiliary: "avait | , la veille, | indiqué"."""
    opening = next((i for i in range(closing - 1, max(0, closing - _ASIDE), -1) if scan.is_comma(i)), None)
    return opening if opening is not None and scan.bits[opening - 1] & c.AUXILIARY else None


def _belongs(scan: Scan, at: int) -> bool:
    bits = scan.bits[at]
    if bits & c.CLITIC:
        # An article is a pronoun only before an auxiliary: "l'a | dit", but "la | demande".
        return bool(scan.bits[at + 1] & c.AUXILIARY) if bits & (c.DETERMINER | c.PREPOSITION) else True
    if is_tied(scan, at) or (scan.keys[at] in _TIES and is_tied(scan, at + 1)):
        return any(scan.bits[i] & c.AUXILIARY for i in (at - 1, at - 2) if i >= 0)
    return bool(bits & (c.AUXILIARY | c.ADVERB | c.NEGATION)) and not bits & (c.ROLE | c.BODY | c.TIME)


def is_tied(scan: Scan, at: int) -> bool:
    """Is the token a pronoun tied to the verb before it ("a-t-| il", "ajoute-t-| elle")?"""
    return 1 < at < scan.count and scan.keys[at - 1] in _TIES and bool(scan.bits[at] & (c.PRONOUN | c.UNNAMED))


def find_tied(scan: Scan, hit: Hit[Sense], first: int) -> int | None:
    """The pronoun tied to the auxiliary or to the cue itself."""
    if is_tied(scan, hit.last + 1):
        return hit.last + 1
    return next((at for at in range(first + 1, hit.first) if is_tied(scan, at)), None)


def is_passive(scan: Scan, first: int, hit: Hit[Sense]) -> bool:
    """An auxiliary of the passive, where no reflexive stands before it ("s'est | dit")."""
    reflexives = scan.lexicon.grammar.reflexives
    if hit.value.bare or any(scan.keys[i] in reflexives for i in range(first, hit.first)):
        return False
    return any(scan.bits[i] & c.PASSIVE for i in range(first, hit.first))


def is_idle(scan: Scan, first: int, hit: Hit[Sense], *, joined: bool) -> bool:
    """A participle that no auxiliary makes a verb: "les charniers | signalés". ``joined``: it may share one ("a salué … et | remercié")."""
    if not hit.value.participle or any(scan.bits[i] & c.AUXILIARY for i in range(first, hit.first)):
        return False
    return not (joined and first > 0 and bool(scan.bits[first - 1] & c.COORDINATOR))


def lead_start(scan: Scan, hit: Hit[Sense]) -> int | None:
    """Where the verb group of an infinitive begins that speaks for the subject before it: "vient d'| annoncer"."""
    led = scan.lexicon.infinitive_leads.before(scan.keys, hit.first)
    return None if led is None else group_start(scan, led[0])


def is_infinitive(scan: Scan, at: int) -> bool:
    """Does an infinitive stand here, negations and pronouns before it stepped over: "ne pas | regagner"?"""
    endings = scan.lexicon.grammar.infinitive_endings
    while at < scan.count - 1 and scan.bits[at] & (c.NEGATION | c.CLITIC):
        at += 1
    return at < scan.count and len(endings) > 0 and scan.keys[at].endswith(endings) and scan.words[at][0].islower()
