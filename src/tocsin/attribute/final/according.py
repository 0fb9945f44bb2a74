""" "X'e göre": who vouches for the rest of the sentence, or passes on who speaks in it."""

from collections.abc import Sequence
from dataclasses import replace

from tocsin.attribute.final import nouns, papers, ties
from tocsin.attribute.final.clauses import Clause
from tocsin.attribute.final.papers import Paper
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import OUTSIDE, Scan
from tocsin.lang import cases
from tocsin.lang import classes as c
from tocsin.lang.terms import Hit

_OPENED = 3  # tokens between a sentence's begin and an "according to" without comma


def read_according(scan: Scan, hit: Hit[Sense], before: Sequence[Clause]) -> Clause | None:
    """Return the clause of an "according to" without its content, or None where nobody who could speak stands before it."""
    if scan.inside[hit.first] != OUTSIDE:
        return None
    first = max([scan.floor, *(clause.floor for clause in before if clause.floor <= hit.first)])
    first = next((i + 1 for i in range(hit.first - 1, first - 1, -1) if scan.is_comma(i) or scan.keys[i] in {";", ":"}), first)
    paper = _paper(scan, first, hit.first)
    if paper is None:
        return None
    carriers = () if paper.carrier is None else (paper.carrier,)
    named = [tokens[1] for tokens in (paper.source, *carriers) if tokens is not None and tokens[1] < hit.first]
    begin = first if paper.anonymous else max(named, default=hit.first)
    return Clause(
        (begin, hit.last), hit.last, source=paper.source, carriers=carriers, hearer=paper.hearer, according=True, nobody=paper.anonymous
    )


def _paper(scan: Scan, first: int, last: int) -> Paper | None:
    first, _ = nouns.strip(scan, first, last)
    at = last - 1
    if at < first:
        return None
    tied = ties.load(scan.lexicon.code)
    hit = tied.anonymous.at(scan.keys, first)
    if hit is not None and hit.last == last:
        return Paper(anonymous=True)
    dative = nouns.case_of(scan, first, last) == cases.DATIVE or (last - first == 1 and bool(scan.bits[at] & c.PRONOUN))
    if scan.bits[at] & c.PAPER or tied.taken.at(scan.keys, at) is not None or scan.keys[at].endswith(tied.clausal):
        return papers.read(scan, first, at) if scan.bits[at] & c.PAPER or papers.genitive(scan, first, at) is not None else None
    tie = next((i for i in range(first, at) if tied.taken.at(scan.keys, i) is not None), None)
    if tie is not None and dative and (origin := papers.taken(scan, first, tie)) is not None:
        return replace(origin, carrier=(tie + 1, last), passed=False)  # "Yayla Sesi'nden aktaran | Kıyı Gazetesi'ne"
    if last - first == 1 and not scan.bits[at] & (c.SPEAKING | c.PRONOUN) and scan.keys[at] not in scan.names:
        return None  # "Anayasaya göre": the capital is the sentence's
    return Paper(source=(first, last)) if dative and nouns.can_speak(scan, first, last) else None


def vouch(scan: Scan, clauses: list[Clause]) -> list[Clause]:
    """Give each "according to" its content, or its name to the clauses behind it that somebody speaks in."""
    kept: list[Clause] = []
    outer: Clause | None = None
    for number, clause in enumerate(clauses):
        if not clause.according:
            kept.append(clause if outer is None else _pass(clause, outer))
            continue
        outer = clause
        following = [other for other in clauses[number + 1 :] if not other.relative]
        end = min((_start(other) for other in following if other.according), default=scan.count)
        if any(not other.according and other.cue[0] < end for other in following):
            continue  # what it vouches for is what they say
        kept.append(replace(clause, contents=((clause.floor, end),)))
    return kept


def _start(clause: Clause) -> int:
    """Where the words of an "according to" begin."""
    tokens = [tokens[0] for tokens in (clause.source, *clause.carriers) if tokens is not None]
    return min(tokens, default=clause.cue[0])


def _pass(clause: Clause, outer: Clause) -> Clause:
    if outer.nobody or outer.source is None:
        return clause
    if clause.source is None and clause.nobody:
        return replace(clause, source=outer.source, carriers=outer.carriers, nobody=False)
    if clause.source == outer.source:
        return clause
    return replace(clause, carriers=(*outer.carriers, outer.source, *clause.carriers))
