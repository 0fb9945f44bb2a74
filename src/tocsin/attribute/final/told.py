"""The outlet that a speaker told, where it stands in his own phrase: "gazeteye konuşan yetkili", "ajansın görüştüğü yetkili"."""

from tocsin.attribute.final import nouns, ties
from tocsin.attribute.final.papers import Tokens
from tocsin.attribute.scan import Scan
from tocsin.lang import cases


def based(scan: Scan, source: Tokens) -> tuple[Tokens, Tokens] | None:
    """ "Muhalif kaynaklara dayanan | Cezire Bülteni": the origin, and who passes his words on."""
    tied = ties.load(scan.lexicon.code)
    for at in range(source[0] + 1, source[1] - 1):
        hit = tied.based.at(scan.keys, at)
        if hit is not None and hit.last < source[1] and nouns.case_of(scan, source[0], at) == cases.DATIVE:
            return ((source[0], at), (hit.last, source[1])) if nouns.can_speak(scan, source[0], at) else None
    return None


def part(scan: Scan, source: Tokens) -> tuple[Tokens, Tokens | None]:
    """Return the speaker's own phrase, and whom he told."""
    tied = ties.load(scan.lexicon.code)
    for terms, case in ((tied.telling, cases.DATIVE), (tied.asked, cases.GENITIVE)):
        for at in range(source[0], source[1] - 1):
            hit = terms.at(scan.keys, at)
            if hit is not None and at == source[0] and case == cases.DATIVE and hit.last < source[1]:
                return (hit.last, source[1]), None
            if hit is not None and hit.last < source[1] and nouns.case_of(scan, source[0], at) == case:
                return nouns.strip(scan, hit.last, source[1]), (source[0], at)
    return source, None
