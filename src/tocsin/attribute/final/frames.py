"""What stands before the content in a clause that ends with its verb: subject, papers, whom it was told. Enters: tokens up to the verb."""

from dataclasses import dataclass, replace

from tocsin.attribute.final import nouns, papers, ties
from tocsin.attribute.final.papers import Paper, Tokens
from tocsin.attribute.scan import OUTSIDE, Scan, is_mark
from tocsin.lang import cases, classes
from tocsin.lang import classes as c

_TOLD = 5  # tokens of an outlet that somebody told
_SETTING = 20  # tokens of a phrase before a subject
_NEAR = 10  # tokens of a paper that no comma follows
_CLAUSE = ("arak", "erek", "ip", "up", "üp", "ken", "dikca", "dikce", "ince", "inca")


@dataclass(frozen=True, slots=True)
class Frame:
    """``begin`` is where the content begins. ``negated``: "neither X nor Y said"."""

    begin: int
    source: Tokens | None = None
    paper: Paper | None = None
    hearer: Tokens | None = None
    negated: bool = False


def read(scan: Scan, first: int, last: int, *, quoted: int | None = None, subject: bool = True, alone: bool = False) -> Frame:
    """Read tokens ``[first, last)``; ``quoted`` is where the quotation begins that is the content; ``subject``: may one stand here?
    ``alone``: the content stands behind the verb's colon.
    """
    frame = Frame(_skip(scan, first, last))
    end = last if quoted is None else quoted
    while frame.begin < end:
        comma = _comma(scan, frame.begin, end)
        if comma is None:
            break
        further = _take(scan, frame, comma, subject=subject)
        if further is None:
            break
        led = comma + 1 if further.source is None or further.source == frame.source else max(comma + 1, further.source[1])
        named = further.source is not None and further.source != frame.source
        frame = replace(further, begin=_skip(scan, led, last, times=not named))
    if frame.begin >= end:
        return frame
    return _open(scan, frame, end, subject=subject, quoted=alone or quoted is not None)


def _told(scan: Scan, frame: Frame, last: int) -> Frame:
    """ "Sahil ajansına | ölü sayısını": an outlet in the dative that opens what is left."""
    for at in range(frame.begin, min(last, frame.begin + _TOLD)):
        if nouns.case_at(scan, at) == cases.DATIVE:
            name = scan.keys[at - 1] in scan.lexicon.titles and scan.words[at - 1][0].isupper()  # "Körfez Postası'na"
            outlet = classes.load(scan.lexicon.code).noun(scan.keys[at]).root in scan.lexicon.outlets or (name and at > frame.begin)
            return replace(frame, hearer=(frame.begin, at + 1), begin=at + 1) if outlet else frame
    return frame


def _skip(scan: Scan, at: int, last: int, *, times: bool = True) -> int:
    """Step over openers, conjunctions and ``times``; those behind a subject and its comma are as well of what he says."""
    while at < last and not is_mark(scan.keys[at]):
        bits = scan.bits[at]
        plain = bits & (c.OPENER | c.COORDINATOR | c.PUNCTUATION | c.COMMA | c.ADVERB) and not bits & (
            c.SPEAKING | c.PRONOUN | c.DETERMINER
        )
        time = times and bits & c.TIME and not bits & (c.SPEAKING | c.DETERMINER) and not nouns.owns(scan, at, last)
        if not plain and not time:
            break
        at += 1
    return at


def _comma(scan: Scan, first: int, last: int) -> int | None:
    return next((i for i in range(first, last) if scan.is_comma(i) and scan.inside[i] == OUTSIDE), None)


def _take(scan: Scan, frame: Frame, comma: int, *, subject: bool) -> Frame | None:
    """The frame with the piece up to the comma in it; None where the piece belongs to the content."""
    first, last = frame.begin, comma
    if subject and frame.source is None and (parted := _part(scan, frame, last)) is not None:
        return parted
    if (paper := paper_at(scan, first, last)) is not None:
        return _with_paper(frame, paper)
    particle = scan.bits[last - 1] & c.ADVERB and last - 1 > first
    bare = last - 1 if particle else last
    if subject and frame.source is None and (source := _subject(scan, first, bare)) is not None:
        return _with_subject(scan, frame, (source[0], _joined(scan, source[1], comma)))
    case = nouns.case_of(scan, first, bare)
    if case == cases.DATIVE and nouns.can_speak(scan, first, bare):
        return replace(frame, hearer=(first, bare))
    return frame if _is_adjunct(scan, first, last) else None


def _joined(scan: Scan, last: int, comma: int) -> int:
    """ "Almanya, | Fransa ve İngiltere": the end of a list of names that goes on behind the comma."""
    end = comma + 1
    while end < scan.count and scan.words[end][0].isupper() and not scan.bits[end] & c.ENDING:
        end += 1
    if end == comma + 1 or end + 1 >= scan.count or not scan.bits[end] & c.COORDINATOR or not scan.words[end + 1][0].isupper():
        return last
    behind = nouns.end_of(scan, end + 1, scan.count)
    return last if behind is None or not scan.words[last - 1][0].isupper() else behind


def _part(scan: Scan, frame: Frame, last: int) -> Frame | None:
    """ "Bölgedeki kaynaklar | AFP'ye", "Sudan ordusu | yaptığı açıklamada": a subject, and behind it whom it told or its paper."""
    end = nouns.end_of(scan, frame.begin, last)
    if end is None or end >= last:
        return None
    led = _with_subject(scan, frame, _narrow(scan, frame.begin, end))
    begin = _skip(scan, end, last)
    if (paper := paper_at(scan, begin, last)) is not None:
        return _with_paper(led, paper) if paper.own or paper.passed else None
    told = nouns.case_of(scan, begin, last) == cases.DATIVE and nouns.can_speak(scan, begin, last)
    return replace(led, hearer=(begin, last)) if told else None


def _with_paper(frame: Frame, paper: Paper) -> Frame:
    return replace(frame, paper=frame.paper if paper.own and frame.paper is not None else paper, hearer=paper.hearer or frame.hearer)


def _with_subject(scan: Scan, frame: Frame, source: Tokens) -> Frame:
    negated = scan.keys[source[0]] in scan.lexicon.grammar.negations
    return replace(frame, source=source, negated=negated)


def paper_at(scan: Scan, first: int, last: int) -> Paper | None:
    """The paper whose noun ends the piece in the locative: "yaptığı açıklamada"."""
    while last > first and scan.bits[last - 1] & c.ADVERB:
        last -= 1
    if last <= first:
        return None
    at = last - 1
    if ties.load(scan.lexicon.code).taken.at(scan.keys, at) is not None:
        return papers.taken(scan, first, at)  # "diplomatlara dayanarak"
    if not scan.bits[at] & c.PAPER or nouns.case_at(scan, at) != cases.LOCATIVE:
        return None
    return papers.read(scan, first, at)


def _subject(scan: Scan, first: int, last: int) -> Tokens | None:
    """The piece as a subject: a nominative phrase that can speak, without what only says where or when."""
    if last <= first or nouns.case_of(scan, first, last) is not None:
        return None
    paper = scan.bits[nouns.head(scan, first, last)] & c.PAPER
    if not paper and not nouns.can_speak(scan, first, last) and not nouns.is_owned_by_name(scan, first, last):
        return None
    if last - first > 1 and nouns.is_object(scan, first, nouns.head(scan, first, last)):
        return None
    return _narrow(scan, first, last)


def _narrow(scan: Scan, first: int, last: int) -> Tokens:
    """ "Görüşmede | konuk Cumhurbaşkanı …": a leading word in the locative that nothing in the phrase leans on is no part of it."""
    first = max([first, *(i + 1 for i in range(first, last - 1) if scan.bits[i] & c.SUBORDINATOR and not scan.bits[i] & c.SPEAKING)])
    while first < last - 1 and nouns.case_at(scan, first) == cases.LOCATIVE and not scan.bits[first + 1] & c.ENDING:
        if any(
            scan.keys[i].endswith(("an", "en")) and not scan.bits[i] & c.SPEAKING and scan.words[i][0].islower()
            for i in range(first + 1, last)
        ):
            break
        first += 1
    return first, last


def _is_adjunct(scan: Scan, first: int, last: int) -> bool:
    """Times, places, converbs and the like: what stands between a subject and what it says."""
    at = nouns.head(scan, first, last)
    word, bits = scan.keys[at], scan.bits[at]
    if bits & (c.SUBORDINATOR | c.TIME) or word.endswith(_CLAUSE):
        return True
    case = nouns.case_of(scan, first, last)
    if scan.bits[last - 1] & c.ENDING and any(nouns.case_at(scan, i) == cases.GENITIVE for i in range(first, at)):
        return False  # "yaralanmaların yarısının Han Yunus'ta, …": the subject of what is said
    clausal = word.endswith(ties.load(scan.lexicon.code).clausal) and case != cases.LOCATIVE
    return case in (cases.LOCATIVE, "instrumental") and not clausal


def _behind_setting(scan: Scan, first: int, last: int) -> int | None:
    """ "… iddialar üzerine | valilik": the subject behind a phrase that only says why or when."""
    at = next((i for i in range(last - 2, first, -1) if scan.bits[i] & c.SUBORDINATOR), None)
    return None if at is None or last - first > _SETTING else nouns.end_of(scan, at + 1, last)


def _open(scan: Scan, frame: Frame, last: int, *, subject: bool, quoted: bool) -> Frame:
    """The last piece, behind which the content begins without a comma."""
    if subject and frame.source is None and (frame.paper is None or frame.paper.own):
        end = nouns.end_of(scan, frame.begin, last) or _behind_setting(scan, frame.begin, last)
        if end is not None and (quoted or any(scan.keys[i][0].isalnum() for i in range(end, last))):
            frame = replace(_with_subject(scan, frame, _narrow(scan, frame.begin, end)), begin=_skip(scan, end, last))
    frame = _told(scan, frame, last)
    if frame.paper is not None and not frame.paper.own:
        return frame
    near = range(frame.begin, min(last, frame.begin + _NEAR))
    at = next((i for i in near if scan.bits[i] & c.PAPER and nouns.case_at(scan, i) == cases.LOCATIVE), None)
    if at is None:
        at = next(
            (i for i in near if scan.keys[i].endswith(_CLAUSE) and ties.load(scan.lexicon.code).taken.at(scan.keys, i) is not None), None
        )
    if (
        at is not None
        and (paper := paper_at(scan, frame.begin, at + 1)) is not None
        and (frame.source is None or paper.own or paper.passed)
    ):
        frame = replace(_with_paper(frame, paper), begin=_skip(scan, at + 1, last))
    return frame
