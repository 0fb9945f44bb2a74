"""Verbs of saying with a subject before them: "X said that", "told Y"."""

from dataclasses import dataclass

from tocsin.attribute.contents import hearer_end
from tocsin.attribute.forward import adjuncts, colons, groups, subjects, verbs
from tocsin.attribute.forward.bare import find_main
from tocsin.attribute.forward.forms import is_plain, is_titled, is_witness
from tocsin.attribute.forward.inserted import read_inserted
from tocsin.attribute.forward.nouns import find_content
from tocsin.attribute.forward.passive import read_passive
from tocsin.attribute.forward.trailing import read_inverted, read_opening, read_tied, read_trailing
from tocsin.attribute.leads import Lead, last_spoken
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import OUTSIDE, Scan, is_mark
from tocsin.lang import classes as c
from tocsin.lang.terms import Hit
from tocsin.model import Act, Commitment

_CLAUSE = 9  # tokens within which a clause shows its verb


@dataclass(frozen=True, slots=True)
class _Subject:
    """The source of a verb, where its verb group begins, and where the words of the lead begin."""

    source: tuple[int, int] | None
    first: int
    start: int


def read_finite(scan: Scan, hit: Hit[Sense], first: int, leads: list[Lead]) -> Lead | None:
    sense = hit.value
    passive = groups.is_passive(scan, first, hit)
    negated = any(scan.bits[i] & c.NEGATION for i in range(first, hit.first))
    if passive and not negated and not subjects.is_modal(scan, first, hit.first):
        return read_passive(scan, hit, first)
    if is_plain(scan, hit) and not is_titled(scan):
        return None
    if groups.is_idle(scan, first, hit, joined=len(leads) > 0) or _is_subjunctive(scan, hit, leads):
        return None
    if sense.verb is not None and sense.verb.hearer and hit.last < scan.count and scan.keys[hit.last] in scan.lexicon.grammar.nobodies:
        return None  # "told no one that"
    if first == hit.first and not sense.bare and verbs.describes(scan, hit.first):
        return None
    if negated or subjects.is_modal(scan, first, hit.first) or (first == hit.first and verbs.is_noun(scan, hit.first)):
        return None
    if (opening := colons.read_opening(scan, hit, first)) is not None:
        return opening
    if (tied := groups.find_tied(scan, hit, first)) is not None:
        return read_tied(scan, hit, first, tied)
    if (inverted := read_inverted(scan, hit, first) or read_opening(scan, hit)) is not None:
        return inverted
    content = find_content(scan, hit)
    content = None if content is not None and _is_quoted(scan, hit, content[0]) else content
    source, start = _subject(
        scan, first, leads, loose=_quotes_before(scan, first) or (content is not None and _leaves_no_doubt(scan, content[0], hit))
    )
    source = None if source is None else subjects.narrow(scan, source)
    if (inserted := read_inserted(scan, hit, source, first)) is not None:
        return inserted
    if content is not None:
        if source is None and (main := find_main(scan, first)) is not None and len(leads) == 0 and _is_joined(scan, first):
            source = main  # "called it a crime and said": the subject of the first verb
        return _with_content(scan, hit, content, _Subject(source, first, start), leads)
    return None if sense.verb is None else read_trailing(scan, hit, (first, start), source)


def _is_quoted(scan: Scan, hit: Hit[Sense], begin: int) -> bool:
    """Do another's words begin there, whom the speaker quotes: ", quoting her | as saying that"?"""
    return any(other.value.quoted and hit.last <= other.first < begin for other in scan.hits)


def _with_content(
    scan: Scan, hit: Hit[Sense], content: tuple[int, Act, Commitment, int], subject: _Subject, leads: list[Lead]
) -> Lead | None:
    begin, act, commitment, last = content
    sense, source = hit.value, subject.source
    if sense.verb is not None and "paper" in sense.verb.takes:
        source = _find_paper(scan, subject.first, source)
        if source is None:
            return None
    if _is_unsaid(scan, source, hit) or _is_anybody(scan, source, subject.first, hit):
        return None
    if source is None and ((sense.light and sense.verb is None) or not _may_carry(scan, subject.first, leads)):
        return None
    bidden = source is None and act is Act.DEMAND and sense.verb is not None and "bidding" in sense.verb.takes
    if _inside_speech(scan, hit.first, source) or (bidden and leads[-1].begin is not None):
        return None  # "told the paper that the chief took stock and | directed commanders to stay": part of what was told
    cue = (subject.first, last)
    if source is not None and scan.keys[begin] in scan.lexicon.grammar.proforms and _stands_alone(scan, begin):
        return Lead(subject.start, begin + 1, cue, act, commitment, source, scan.count, hearer=_hearer(scan, hit, begin), back=True)
    borrowed = source if source is not None else last_spoken(leads).source
    return Lead(
        subject.start,
        last,
        cue,
        act,
        commitment,
        borrowed,
        begin,
        end=_resumes(scan, subject.first, begin),
        hearer=_hearer(scan, hit, begin),
        borrows=source is None,
        witness=is_witness(sense),
    )


def _resumes(scan: Scan, first: int, begin: int) -> int | None:
    """Where the main clause goes on behind a relative one: "Moscou, qui nie viser des civils, | n'a pas commenté"."""
    if not scan.lexicon.grammar.inverts or first < 2 or not scan.bits[first - 1] & c.RELATIVE or not scan.is_comma(first - 2):
        return None
    main = c.VERB | c.AUXILIARY | c.NEGATION
    return next((i for i in range(begin, scan.count - 1) if scan.is_comma(i) and (scan.bits[i + 1] & main or scan.is_cue(i + 1))), None)


def _is_subjunctive(scan: Scan, hit: Hit[Sense], leads: list[Lead]) -> bool:
    """ "Demanded that the army | reveal where": a form without ending inside a demand is part of it."""
    if len(leads) == 0 or leads[-1].act is not Act.DEMAND or leads[-1].begin is None or hit.value.verb is None:
        return False
    word, many = scan.keys[hit.first], scan.keys[hit.first - 1].endswith("s")
    return word + "s" in hit.value.verb.forms and not many


def _stands_alone(scan: Scan, at: int) -> bool:
    """ "Disclosed | this | in an interview": no noun follows the pronoun."""
    return at + 1 >= scan.count or bool(scan.bits[at + 1] & (c.PREPOSITION | c.PUNCTUATION | c.COMMA | c.TIME | c.COORDINATOR))


def _is_joined(scan: Scan, first: int) -> bool:
    return first > 0 and bool(scan.bits[first - 1] & c.COORDINATOR)


def _quotes_before(scan: Scan, first: int) -> bool:
    """Does spoken word end in the sentence before the verb?"""
    return any(quote.speech and quote.end <= scan.sentence.starts[first] for quote in scan.quotes)


def _leaves_no_doubt(scan: Scan, begin: int, hit: Hit[Sense]) -> bool:
    """A "that", a pronoun, a quotation or a whole clause behind the cue: then any definite phrase may be the speaker."""
    if scan.keys[begin] in scan.lexicon.complementizers or scan.bits[begin] & c.PRONOUN or scan.in_speech(begin):
        return True
    if hit.value.verb is None or "clause" not in hit.value.verb.takes:
        return False
    end = next((i for i in range(begin, scan.count) if scan.is_comma(i)), scan.count)
    return any(verbs.is_verbal(scan, i) for i in range(begin + 1, min(end, begin + _CLAUSE)))


def _is_unsaid(scan: Scan, source: tuple[int, int] | None, hit: Hit[Sense]) -> bool:
    """ "If the commission says", "the states have": a condition, or a noun before its verb."""
    if source is not None and source[0] > 0 and scan.keys[source[0] - 1] in scan.lexicon.hypothetical:
        return True
    if hit.last < scan.count and scan.keys[hit.last].endswith(scan.lexicon.grammar.participle_endings):
        return False  # "described | being roped together"
    return hit.last < scan.count and bool(scan.bits[hit.last] & c.AUXILIARY) and not scan.bits[hit.last] & c.PRONOUN and not hit.value.bare


def _is_anybody(scan: Scan, source: tuple[int, int] | None, first: int, hit: Hit[Sense]) -> bool:
    """ "On nous a annoncé": whoever tells the one who speaks, and is nobody in particular."""
    if source is None or source[1] - source[0] > 1 or not scan.bits[source[0]] & c.UNNAMED or not scan.lexicon.grammar.inverts:
        return False
    return any(scan.keys[i] in scan.lexicon.grammar.firsts for i in range(first, hit.first))


def _find_paper(scan: Scan, first: int, source: tuple[int, int] | None) -> tuple[int, int] | None:
    """ "An indictment | seen by the paper | lists 31 transfers": verbs of papers speak for nobody else."""
    if source is not None and any(scan.bits[i] & c.PAPER for i in range(*source)):
        return source
    at = next((i for i in range(first - 1, -1, -1) if scan.bits[i] & (c.PAPER | c.COMMA)), None)
    seen = at is not None and at + 2 < first and scan.keys[at + 2] in scan.lexicon.grammar.authors
    return subjects.subject_before(scan, at + 1) if at is not None and seen and scan.bits[at] & c.PAPER else None


def _subject(scan: Scan, first: int, leads: list[Lead], *, loose: bool = False) -> tuple[tuple[int, int] | None, int]:
    """The source before the verb group and where the lead's words begin."""
    end = first
    if end > 0 and is_mark(scan.keys[end - 1]) and scan.inside[end - 1] == scan.inside[first] != OUTSIDE:
        end -= 1  # he "expressed concern …": the quotation begins with the verb
    source = _antecedent(scan, end, leads) or subjects.subject_before(scan, end, loose=loose)
    if source is None:
        joined = end > 0 and scan.bits[end - 1] & c.COORDINATOR
        return None, end - 1 if joined else end
    if any(source[0] < lead.cue[0] < source[1] for lead in leads):
        return None, end
    return source, source[0]


def _antecedent(scan: Scan, end: int, leads: list[Lead]) -> tuple[int, int] | None:
    """ "According to the circle, which demanded …": the relative clause speaks of the source right before it."""
    if end == 0 or not scan.bits[end - 1] & c.RELATIVE:
        return None
    at = end - 2 if scan.is_comma(end - 2) else end - 1
    return next((lead.source for lead in leads if lead.source is not None and lead.source[1] == at), None)


def _may_carry(scan: Scan, first: int, leads: list[Lead]) -> bool:
    """ "and warned that": a verb without a subject of its own shares the one before."""
    if first == 0:
        return False
    joined = bool(scan.bits[first - 1] & c.COORDINATOR) or scan.is_comma(first - 1)
    return joined and len(leads) > 0


def _inside_speech(scan: Scan, cue: int, source: tuple[int, int] | None) -> bool:
    """Inside spoken words only a third party is read as a speaker of their own: no pronoun ("I told them that")."""
    number = scan.inside[cue]
    if number == OUTSIDE or not scan.quotes[number].speech:
        return False
    if source is None:
        return True
    if scan.inside[source[0]] != number:
        return False
    if scan.lexicon.grammar.inverts:
        opening = next((i for i in range(scan.count) if scan.inside[i] == number and not is_mark(scan.keys[i])), -1)
        # There the first word of a quotation has its capital from the sentence.
        return not any(scan.words[i][0].isupper() and not scan.bits[i] & c.PRONOUN and i != opening for i in range(*source))
    return any(scan.bits[i] & c.PRONOUN and scan.keys[i] not in scan.lexicon.grammar.determiners for i in range(*source))


def _hearer(scan: Scan, hit: Hit[Sense], begin: int) -> tuple[int, int] | None:
    """Whom it is said to: "told the court that", "confirmed to Halyard that", "in a message to journalists"."""
    verb, at = hit.value.verb, hit.last
    if verb is None or begin <= at:
        return None
    if len(scan.lexicon.grammar.addressing) > 0 and (not verb.hearer or scan.keys[at] in scan.lexicon.grammar.addressing):
        return adjuncts.find_hearer(scan, at, begin)
    if scan.keys[at] in scan.lexicon.grammar.infinitives:
        at += 1
    elif not verb.hearer:
        return _addressed(scan, at, begin)
    end = min(hearer_end(scan, at), begin)
    return (at, end) if end > at else None


def _addressed(scan: Scan, first: int, end: int) -> tuple[int, int] | None:
    """ "In a message | to | journalists": whom a paper is addressed to."""
    for at in range(first + 1, end - 1):
        if scan.keys[at] in scan.lexicon.grammar.infinitives and scan.bits[at - 1] & c.PAPER:
            last = min(hearer_end(scan, at + 1), end)
            return (at + 1, last) if last > at + 1 else None
    return None
