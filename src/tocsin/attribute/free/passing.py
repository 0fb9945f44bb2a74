"""Words that pass on another's words in a language of free order: "по словам X", "со ссылкой на X", "приводит слова X"."""

from dataclasses import replace
from itertools import pairwise

from tocsin.attribute.free import clauses, finite, nouns
from tocsin.attribute.leads import Lead
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import OUTSIDE, Scan
from tocsin.lang import classes as c
from tocsin.lang import outlets
from tocsin.lang.nouns import forms
from tocsin.lang.terms import Hit
from tocsin.model import Act, Commitment, Span


def is_cited(scan: Scan, hit: Hit[Sense], leads: list[Lead]) -> bool:
    """ "Пишет портал | со слов пастухов": in the clause of an outlet that reports."""
    first = clauses.left(scan, hit.first)
    return any(lead.source is not None and first <= lead.cue[0] < hit.first and _is_outlet(scan, lead.source) for lead in leads)


def read_according(scan: Scan, hit: Hit[Sense], leads: list[Lead]) -> Lead | None:
    """ "По словам X, C", "C, по словам X", "C1, по его словам, C2"."""
    if is_cited(scan, hit, leads):
        return None
    if scan.in_speech(hit.first) and clauses.spoken_aside(scan, hit) is None:
        return None
    source = _own(scan, hit) or named(scan, hit.last)
    if source is None or clauses.is_unsaid(scan, hit.first, hit):
        return None
    cue, last = (hit.first, hit.last), max(source[1], hit.last)
    opening = all(scan.bits[i] & (c.OPENER | c.ADVERB | c.COMMA | c.COORDINATOR) for i in range(scan.floor, hit.first))
    led = hit.first - 1 - scan.is_comma(hit.first - 1)
    nested = led >= 0 and bool(scan.bits[led] & (c.COMPLEMENTIZER | (c.RELATIVE if led < hit.first - 1 else 0)))
    if opening or nested:
        end = clauses.right(scan, last)
        begin = finite.past_asides(scan, end) + 1 if scan.is_comma(end if end < scan.count else 0) and end < scan.count else last
        if begin < scan.count:
            return Lead(hit.first, last, cue, Act.ASSERT, Commitment.CERTAIN, source, begin, according=True, inner=led < hit.first - 1)
    end = clauses.right(scan, last)
    return Lead(hit.first, end, cue, Act.ASSERT, Commitment.CERTAIN, source, None, according=True)


def _own(scan: Scan, hit: Hit[Sense]) -> tuple[int, int] | None:
    """The pronoun inside "по его словам"."""
    possessives = scan.lexicon.grammar.possessives
    at = next((i for i in range(hit.first, hit.last) if scan.keys[i] in possessives), None)
    return None if at is None else (at, at + 1)


def named(scan: Scan, first: int) -> tuple[int, int] | None:
    """The phrase that begins at ``first`` in whatever case, if it can speak."""
    if first >= scan.count or scan.bits[first] & (c.COMMA | c.TIME | c.COMPLEMENTIZER | c.VERB):
        return None
    if scan.bits[first] & c.PUNCTUATION and not nouns.opens_name(scan, first):
        return None
    if scan.bits[first] & c.PRONOUN and not scan.bits[first] & c.DETERMINER:
        return first, first + 1
    last = nouns.phrase_end(scan, first, clauses.right(scan, first))
    if last <= first:
        return None
    words = range(first, last)
    speaks = nouns.is_part(scan, first, last) or any(
        scan.bits[i] & (c.SPEAKING | c.COLLECTIVE) or nouns.is_capital(scan, i) or nouns.opens_name(scan, i) for i in words
    )
    return (first, last) if speaks else None


def read_quoted(scan: Scan, hit: Hit[Sense]) -> Lead | None:
    """ "Агентство X цитирует Y: …", "«…», — приводит газета X слова Y"."""
    if scan.in_speech(hit.first) and clauses.spoken_aside(scan, hit) is None:
        return None
    first, last = clauses.left(scan, hit.first), clauses.right(scan, hit.last)
    if clauses.is_unsaid(scan, first, hit):
        return None
    phrases = list(_phrases(scan, first, hit.first) + _phrases(scan, hit.last, last))
    carrier = next((p for p in phrases if _is_outlet(scan, p)), None) or nouns.find_subject(scan, first, hit.first)
    source = next((p for p in phrases if p != carrier), None)
    if source is None:
        return None
    colon = next((i for i in range(hit.last, min(scan.count, last + 1)) if scan.keys[i] == ":"), None)
    told = last + 1 if scan.is_comma(last) and last + 1 < scan.count and scan.bits[last + 1] & c.COMPLEMENTIZER else None
    begin = colon + 1 if colon is not None else told
    if begin is None and first <= scan.floor:
        return None
    return Lead(first, last, (hit.first, hit.last), Act.ASSERT, Commitment.CERTAIN, source, begin, carrier=carrier)


def _phrases(scan: Scan, first: int, last: int) -> list[tuple[int, int]]:
    """The phrases of a stretch that can speak, none behind a preposition."""
    found: list[tuple[int, int]] = []
    at = first
    while at < last:
        if scan.bits[at] & c.PREPOSITION and not nouns.is_capital(scan, at):
            at = max(at + 1, nouns.phrase_end(scan, at + 1, last))
            continue
        phrase = None if scan.lexicon.nouns.at(scan.keys, at) is not None else named(scan, at)
        if phrase is not None and phrase[1] <= last:
            found.append(phrase)
            at = phrase[1]
        else:
            at += 1
    return found


def _is_outlet(scan: Scan, phrase: tuple[int, int]) -> bool:
    """A name in quotation marks, a known outlet or a phrase with an outlet's noun."""
    known = scan.lexicon.outlets
    plain = not any(scan.bits[i] & (c.ROLE | c.TITLE) for i in range(*phrase))
    for at in range(*phrase):
        lemmas = {form.lemma for form in forms(scan.lexicon.code, scan.keys[at])}
        if plain and (nouns.opens_name(scan, at) or not known.isdisjoint(lemmas)):
            return True
        if outlets.load().terms.at(scan.keys, at) is not None and nouns.is_capital(scan, at):
            return True
    return False


def add_asides(scan: Scan, leads: list[Lead]) -> list[Lead]:
    """ "Пресс-секретарь, | как передаёт агентство X, | назвал": an aside behind a subject passes on what its verb says."""
    found = list(leads)
    for number, (lead, following) in enumerate(pairwise(leads)):
        floor = max([scan.floor, *(other.last for other in leads[:number])])
        if following.source is not None and _is_between(scan, lead, floor, following.source):
            found[number] = found[number + 1] = replace(following, first=max(following.cue[0], lead.last), carrier=lead.source)
    return list(dict.fromkeys(found))


def _is_between(scan: Scan, lead: Lead, floor: int, source: tuple[int, int]) -> bool:
    """Is the lead an aside right behind a subject, which nothing is said of before it?"""
    beside = lead.begin is None and len(lead.pieces) == 0 and scan.keys[lead.first] in scan.lexicon.grammar.as_words
    return beside and floor <= source[0] and source[1] <= lead.first and not any(nouns.is_finite(scan, i) for i in range(floor, lead.first))


def add_citations(scan: Scan, leads: list[Lead]) -> list[Lead]:
    """Apply "со ссылкой на Z" and "которые приводит Y" to the lead they stand with, and an outlet inside a source to its chain."""
    for hit in scan.hits:
        sense = hit.value
        cites = sense.citing or (sense.according and is_cited(scan, hit, leads))
        if not (cites or sense.carried) or scan.in_speech(hit.first):
            continue
        phrase = named(scan, hit.last)
        own = scan.keys[hit.last] in scan.lexicon.grammar.ours if hit.last < scan.count else False
        if phrase is None or own or any(lead.cue[0] <= hit.first < lead.cue[1] for lead in leads):
            continue
        if cites:
            leads = _cited(scan, leads, hit, phrase)
        elif len(leads) == 0 and not sense.reached and hit.first <= scan.floor + 1 and scan.previous is not None:
            leads = [_passed(scan, hit, phrase, Span(scan.previous.start, scan.previous.end))]
        elif not sense.reached or _is_outlet(scan, phrase):
            leads = _carried(leads, hit, _name(scan, phrase))
    return _shared([_with_inner(scan, lead) for lead in leads])


def _shared(leads: list[Lead]) -> list[Lead]:
    """A form that borrows its speaker has the carrier of the lead it borrows from."""
    lenders = {lead.source: lead for lead in leads if not lead.borrows}
    found = []
    for lead in leads:
        lender = lenders.get(lead.source) if lead.borrows and lead.carrier is None and lead.source is not None else None
        found.append(lead if lender is None else replace(lead, carrier=lender.carrier, hearer=lender.hearer))
    return found


def _passed(scan: Scan, hit: Hit[Sense], phrase: tuple[int, int], content: Span) -> Lead:
    """ "Его слова приводит X": X passes on what the sentence before says."""
    cue = (hit.first, hit.last)
    return Lead(hit.first, phrase[1], cue, Act.REPORT, Commitment.CERTAIN, _name(scan, phrase), None, pieces=(content,), passes=True)


def _cited(scan: Scan, leads: list[Lead], hit: Hit[Sense], phrase: tuple[int, int]) -> list[Lead]:
    near = [
        lead
        for lead in leads
        if lead.source is not None and (not lead.according or lead.carrier is not None or _is_outlet(scan, lead.source))
    ]
    if len(near) == 0:
        carrier = nouns.find_subject(scan, clauses.left(scan, hit.first), hit.first)
        end = clauses.right(scan, hit.last)
        if carrier is not None and end + 1 < scan.count and scan.is_comma(end) and scan.bits[end + 1] & c.COMPLEMENTIZER:
            return [
                *leads,
                Lead(carrier[0], hit.last, (hit.first, hit.last), Act.ASSERT, Commitment.CERTAIN, phrase, end + 1, carrier=carrier),
            ]
        if carrier is None and clauses.left(scan, hit.first) > scan.floor:
            return [*leads, Lead(hit.first, end, (hit.first, hit.last), Act.ASSERT, Commitment.CERTAIN, phrase, None, according=True)]
        return leads
    lead = min(near, key=lambda other: abs(other.cue[0] - hit.first))
    until = hit.first if lead.begin is not None and lead.begin < hit.first else lead.end
    cited = replace(lead, source=phrase, carrier=lead.source, end=until, borrows=False)
    if lead.carrier is not None and lead.source is not None:
        cited = replace(cited, carrier=lead.carrier, through=(*lead.through, lead.source))
    return [cited if other is lead else other for other in leads]


def _carried(leads: list[Lead], hit: Hit[Sense], phrase: tuple[int, int]) -> list[Lead]:
    if len(leads) == 0:
        return leads
    near = min(leads, key=lambda lead: abs(lead.cue[0] - hit.first))
    if near.carrier is not None or near.source == phrase or (near.source is not None and near.source[0] <= phrase[0] < near.source[1]):
        return leads
    return [replace(lead, carrier=phrase) if lead is near else lead for lead in leads]


def _name(scan: Scan, phrase: tuple[int, int]) -> tuple[int, int]:
    """The name in quotation marks alone, where the phrase has one."""
    quoted = next((i for i in range(*phrase) if nouns.opens_name(scan, i)), None)
    return phrase if quoted is None else (quoted, nouns.name_end(scan, quoted))


def _with_inner(scan: Scan, lead: Lead) -> Lead:
    """ "Источник «Меридиана»", "собеседник ТАСС": the outlet that he spoke to carries his words."""
    if lead.source is None or lead.carrier is not None:
        return lead
    head = next((i for i in range(*lead.source) if scan.bits[i] & (c.UNNAMED | c.BODY | c.AGENCY)), None)
    if head is None or not scan.bits[head] & c.UNNAMED or scan.inside[head] != OUTSIDE:
        return lead
    for at in range(head + 1, min(lead.source[1], head + 4)):
        outlet = not nouns.lemmas(scan, at - 1).isdisjoint(scan.lexicon.outlets)
        if nouns.opens_name(scan, at) and (outlet or not scan.bits[at - 1] & (c.BODY | c.AGENCY)):
            return replace(lead, carrier=(at, nouns.name_end(scan, at)))
        known = outlets.load().terms.at(scan.keys, at)
        if known is not None and nouns.is_capital(scan, at):
            return replace(lead, carrier=(known.first, known.last))
    last = lead.source[1] - 1
    if last > head and not nouns.lemmas(scan, last).isdisjoint(scan.lexicon.outlets):
        return replace(lead, carrier=(last, last + 1))  # "собеседник | агентства": the one named before
    return lead
