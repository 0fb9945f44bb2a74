"""Headlines: a name and a colon, or a noun for what somebody said behind his name in the ablative."""

from tocsin.attribute.final import nouns
from tocsin.attribute.final.clauses import Clause
from tocsin.attribute.leads import headline
from tocsin.attribute.scan import Scan, is_mark
from tocsin.lang import cases
from tocsin.lang import classes as c
from tocsin.model import Act

_NAME = 6  # tokens of the name that opens a headline


def read_title(scan: Scan) -> list[Clause]:
    spoken = _by_noun(scan)
    return read_name(scan) if spoken is None else [spoken]


def read_colon(scan: Scan) -> list[Clause]:
    """A line of the text that is a name, a colon and a quotation, or a body, a colon and what it says."""
    return [clause for clause in read_name(scan) if is_mark(scan.keys[clause.cue[1]]) or _is_body(scan, clause)]


def _is_body(scan: Scan, clause: Clause) -> bool:
    """ "Ova Hastanesi: 4 yaralı": a body by its name, and no plain noun ("Bilanço: 4 yaralı")."""
    first, last = clause.cue[0] - 1, clause.cue[0]
    while first > scan.floor and scan.words[first - 1][0].isupper():
        first -= 1
    body = scan.bits[last - 1] & (c.BODY | c.AGENCY) and not scan.bits[last - 1] & c.PAPER
    return bool(body) and last - first > 1 and scan.words[last - 1][0].isupper()


def read_name(scan: Scan) -> list[Clause]:
    lead = headline(scan, nouns.can_speak)
    if lead is None or lead.source is None:
        return []
    return [Clause(lead.cue, scan.count, source=lead.source, contents=((lead.last, scan.count),))]


def _by_noun(scan: Scan) -> Clause | None:
    """ "Valilikten 'çığ' uyarısı", "Kalkavan'dan ateşkes mesajı: “…”"."""
    end = next((i + 1 for i in range(min(_NAME, scan.count)) if nouns.case_at(scan, i) == cases.ABLATIVE), None)
    if end is None or not nouns.can_speak(scan, 0, end):
        return None
    for at in range(scan.count - 1, end - 1, -1):
        noun = scan.lexicon.nouns.at(scan.keys, at)
        if noun is None:
            continue
        colon = noun.last < scan.count and scan.keys[noun.last] == ":"
        content = (noun.last + 1, scan.count) if colon else (end, at)
        told = colon or (noun.last == scan.count and noun.value.act is not Act.ASSERT)
        if content[0] < content[1] and told:
            return Clause((at, noun.last), scan.count, noun.value.act, noun.value.commitment, (0, end), (content,))
    return None
