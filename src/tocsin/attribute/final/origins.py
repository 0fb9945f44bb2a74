"""Where words come from, told by an ending: the body in the ablative, the paper behind a participle, whom an outlet takes them from."""

from tocsin.attribute.final import nouns, papers, ties
from tocsin.attribute.final.papers import Paper, Tokens
from tocsin.attribute.scan import Scan
from tocsin.lang import cases
from tocsin.lang import classes as c

_FROM = 5  # tokens of a body that something comes from
_PAPER = 4  # tokens of a paper behind its participle


def from_body(scan: Scan, content: Tokens) -> tuple[Paper, Tokens] | None:
    """ "Savunma Bakanlığından, | iki askerin öldüğü bildirildi": the body that it comes from, in the ablative, and what is left."""
    at = next((i for i in range(content[0], min(content[1], content[0] + _FROM)) if nouns.case_at(scan, i) == cases.ABLATIVE), None)
    if at is None or at + 2 >= content[1] or not scan.bits[at] & (c.BODY | c.AGENCY):
        return None
    apart = scan.is_comma(at + 1) or (at > content[0] and scan.words[at][0].isupper()) or bool(scan.bits[at + 1] & c.PRONOUN)
    if not apart or not nouns.can_speak(scan, content[0], at + 1):
        return None
    begin = at + 1 + (scan.is_comma(at + 1) or bool(scan.bits[at + 1] & c.PRONOUN))
    return Paper(source=(content[0], at + 1)), (begin, content[1])


def paper_behind(scan: Scan, first: int) -> Paper | None:
    """ "“…” denilen | raporda": the paper behind a participle."""
    at = next((i for i in range(first, min(scan.count, first + _PAPER)) if scan.bits[i] & c.PAPER), None)
    if at is None or nouns.case_at(scan, at) != cases.LOCATIVE:
        return None
    paper = papers.read(scan, first, at)
    return None if paper is None or paper.source is None else paper


def taken_from(scan: Scan, floor: int, end: int) -> tuple[Tokens | None, int]:
    """ "… reddettiğini | iki yetkiliye dayandırarak | duyurdu": who it was taken from, between what is said and the verb."""
    tied = ties.load(scan.lexicon.code)
    if end - 1 <= floor or tied.taken.at(scan.keys, end - 1) is None:
        return None, end
    at = next((i for i in range(end - 2, floor, -1) if scan.keys[i].endswith(tied.clausal)), None)
    if at is None or not nouns.can_speak(scan, at + 1, end - 1):
        return None, end
    return (at + 1, end - 1), at + 1
