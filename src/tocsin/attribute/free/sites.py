"""Bodies and places whose people speak: "в министерстве сообщили". Enters: a stretch of tokens. Leaves: the phrase behind its preposition."""

from tocsin.attribute.free import nouns
from tocsin.attribute.scan import Scan
from tocsin.lang import classes as c

_NEAR = 5  # tokens between a preposition and its noun
_SHORT = 4  # letters of a word that is no place


def find_site(scan: Scan, first: int, end: int) -> tuple[int, int] | None:
    """The body behind "in" whose people speak: "в | министерстве | сообщили"."""
    for at in range(first, end - 1):
        if scan.keys[at] not in scan.lexicon.grammar.sites or (nouns.is_setting(scan, at, end) and not _is_paper(scan, at + 1, end)):
            continue
        last = nouns.phrase_end(scan, at + 1, end)
        if last > at + 1 and (
            any(scan.bits[i] & (c.BODY | c.PAPER | c.COLLECTIVE | c.AGENCY) for i in range(at + 1, last))
            or nouns.is_capital(scan, at + 1)
            or nouns.opens_name(scan, at + 1)
        ):
            return at + 1, last
    return None


def find_place(scan: Scan, first: int, end: int) -> tuple[int, int] | None:
    """Any place whose people are many that speak: "в | травматологии | сказали"; no body by its noun."""
    for at in range(first, end - 1):
        if scan.keys[at] not in scan.lexicon.grammar.sites or nouns.is_setting(scan, at, end):
            continue
        last = nouns.phrase_end(scan, at + 1, end)
        here = scan.keys[last - 1].endswith(scan.lexicon.grammar.place_endings) and len(scan.keys[last - 1]) > _SHORT
        if last > at + 1 and here and not scan.bits[at + 1] & (c.PRONOUN | c.DETERMINER):
            return at + 1, last
    return None


def _is_paper(scan: Scan, first: int, end: int) -> bool:
    return any(scan.bits[i] & c.PAPER for i in range(first, min(end, first + _NEAR)))
