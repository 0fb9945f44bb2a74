"""Papers and what they are called by: "bakanlıktan yapılan açıklamada", "ajansın kaynaklarından edindiği bilgiye". Who speaks in them leaves."""

from dataclasses import dataclass

from tocsin.attribute.final import nouns, ties
from tocsin.attribute.scan import Scan
from tocsin.lang import cases
from tocsin.lang import classes as c
from tocsin.lang.terms import Terms

Tokens = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Paper:
    """``source`` is whose words the paper holds, ``carrier`` who passed them on, ``hearer`` whom they were told.

    ``own`` papers are those of the clause's subject ("yaptığı açıklamada"); ``anonymous`` ones are nobody's.
    ``passed``: the source is told of by who speaks in the clause ("diplomatlara dayanarak").
    """

    source: Tokens | None = None
    carrier: Tokens | None = None
    hearer: Tokens | None = None
    own: bool = False
    anonymous: bool = False
    passed: bool = False


def read(scan: Scan, first: int, at: int) -> Paper | None:
    """Return whose the paper is whose noun is token ``at``; its phrase begins at ``first`` at the earliest."""
    tied = ties.load(scan.lexicon.code)
    first, _ = nouns.strip(scan, first, at)
    first = max([first, *(i + 1 for i in range(first, at) if scan.bits[i] & c.SUBORDINATOR and scan.keys[i] not in tied.authors)])
    unnamed = tied.anonymous.at(scan.keys, first)
    if unnamed is not None and unnamed.last == at + 1:
        return Paper(anonymous=True)
    if (tie := _find(scan, tied.taken, first, at + 1)) is not None:
        return taken(scan, first, tie)
    author = next((i for i in range(first, at) if scan.keys[i] in tied.authors), None)
    if author is not None:
        return _of(scan, first, author)
    for terms, case in ((tied.given, cases.ABLATIVE), (tied.standing, cases.LOCATIVE)):
        tie = _find(scan, terms, first, at)
        if tie is not None and tie > first:
            start, end = nouns.strip(scan, first, tie)
            if nouns.case_of(scan, start, end) == case:
                return _of(scan, start, end)
    owner = genitive(scan, first, at)
    tie = _find(scan, tied.telling, first, at)
    if owner is not None:
        return Paper(source=owner, hearer=_dative(scan, owner[1], tie))
    if tie is not None:
        return Paper(own=True, hearer=_dative(scan, first, tie))
    return Paper(source=(first, at + 1))


def genitive(scan: Scan, first: int, last: int) -> Tokens | None:
    """The first phrase in the genitive that can speak."""
    for at in range(first, last):
        if nouns.case_at(scan, at) == cases.GENITIVE and nouns.can_speak(scan, first, at + 1):
            joined = genitive(scan, at + 2, last) if at + 1 < last and scan.bits[at + 1] & c.COORDINATOR else None
            return first, at + 1 if joined is None else joined[1]
    return None


def _find(scan: Scan, terms: Terms[bool], first: int, last: int) -> int | None:
    return next((i for i in range(first, last) if terms.at(scan.keys, i) is not None), None)


def _of(scan: Scan, first: int, last: int) -> Paper | None:
    first, last = nouns.strip(scan, first, last)
    return Paper(source=(first, last)) if first < last else None


def taken(scan: Scan, first: int, tie: int) -> Paper | None:
    """ "Ajansın kaynaklarından edindiği": the origin stands between its carrier and the participle."""
    carrier = genitive(scan, first, tie)
    start, end = nouns.strip(scan, first if carrier is None else carrier[1], tie)
    told = nouns.case_of(scan, start, end) == cases.DATIVE and ties.load(scan.lexicon.code).based.at(scan.keys, tie) is None
    if told and carrier is not None:
        return Paper(source=carrier, hearer=(start, end))  # "kaynağın ajansa aktardığına göre"
    if start < end and carrier is not None and nouns.case_of(scan, start, end) == cases.GENITIVE and nouns.can_speak(scan, start, end):
        return Paper(source=(carrier[0], end))  # "Kanalın yönetmeni Rula Haddad'ın | aktardığına"
    if start < end and nouns.can_speak(scan, start, end) and not _is_where(scan, start, end):
        return Paper(source=(start, end), carrier=carrier, passed=carrier is None)
    return None if carrier is None else Paper(source=carrier)


def _is_where(scan: Scan, first: int, last: int) -> bool:
    """A place from which somebody reports is no origin: "muhabirimizin Kobani'den aktardığına göre"."""
    at = nouns.head(scan, first, last)
    return nouns.is_place(scan.keys[at]) and not scan.bits[at] & c.SPEAKING


def _dative(scan: Scan, first: int, last: int | None) -> Tokens | None:
    """Whom it was told, right before the participle."""
    if last is None:
        return None
    first, last = nouns.strip(scan, first, last)
    return (first, last) if first < last and nouns.case_of(scan, first, last) == cases.DATIVE else None
