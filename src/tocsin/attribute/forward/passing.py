"""Words that pass on another's words: "according to", "quoted as saying", "citing", "carried by"."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from tocsin.attribute import outlets
from tocsin.attribute.contents import hearer_end
from tocsin.attribute.forward import groups, subjects, verbs
from tocsin.attribute.leads import Lead, last_spoken, quote_before
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import OUTSIDE, Scan, is_mark
from tocsin.lang import classes as c
from tocsin.lang.terms import Hit
from tocsin.model import Act, Commitment

_MEDIUM = 2  # tokens of words that name no medium
_STAMP = 6  # tokens of an hour and the dash behind it
_DASHES = frozenset("-–—:|")
_LED = 3  # tokens from a source to the verb of its relative clause
_PAPER = 8  # tokens from a paper to where it was sent
_GAP = 6  # tokens from a participle to its author
_REST = 12  # tokens behind "as telling" that name whom and when, and hold no verb


def read_according(scan: Scan, hit: Hit[Sense]) -> Lead | None:
    cue = (hit.first, hit.last)
    source = subjects.subject_after(scan, hit.last)
    if scan.lexicon.grammar.head_first and hit.last - hit.first > 1 and scan.bits[hit.last - 1] & c.UNNAMED:
        cue = (hit.first, hit.last - 1)  # "de | source hospitalière"
        source = subjects.subject_after(scan, hit.last - 1)
    if source is None or scan.in_speech(hit.first) or _is_rate(scan, hit, source):
        return None
    last = source[1]
    opening = all(_is_idle(scan, i) for i in range(_stamp_end(scan), hit.first))
    if opening and (begin := _after_asides(scan, last)) is not None:
        return Lead(hit.first, last, cue, Act.ASSERT, Commitment.CERTAIN, source, begin, according=True)
    first = hit.first
    return Lead(first, last, cue, Act.ASSERT, Commitment.CERTAIN, source, None, according=True)


def read_relating(scan: Scan, hit: Hit[Sense]) -> Lead | None:
    """ "Les informations de | certains médias | selon lesquelles des camions …": the owner of what is told is its source."""
    at = next((i for i in range(hit.first - 1, max(0, hit.first - _REST), -1) if scan.keys[i] in scan.lexicon.grammar.genitives), None)
    if at is None or scan.in_speech(hit.first) or any(scan.bits[i] & c.VERB or scan.is_comma(i) for i in range(at, hit.first)):
        return None
    source = (at + 1, hit.first)
    if source[0] >= source[1] or not subjects.is_speaker(scan, *source):
        return None
    return Lead(hit.first, hit.last, (hit.first, hit.last), Act.ASSERT, Commitment.CERTAIN, source, hit.last, according=True)


def is_opinion(scan: Scan, hit: Hit[Sense]) -> bool:
    """ "Pour Solène Marchadier, …", "Pour le gouverneur, « … »": a name, or words in quotation marks behind the comma."""
    if hit.first != _stamp_end(scan) or (source := subjects.subject_after(scan, hit.last)) is None:
        return False
    comma = next((i for i in range(source[1] - 1, scan.count - 1) if scan.is_comma(i)), scan.count - 1)
    named = sum(scan.words[i][0].isupper() for i in range(*source)) > 1 and not any(scan.bits[i] & c.BODY for i in range(*source))
    return named or scan.in_speech(comma + 1)


def read_heard(scan: Scan, hit: Hit[Sense]) -> Lead | None:
    """ "À l'en croire, les renforts arriveront": the one who spoke last."""
    if scan.in_speech(hit.first):
        return None
    opening = all(_is_idle(scan, i) for i in range(hit.first)) and scan.is_comma(hit.last)
    begin = hit.last + 1 if opening else None
    return Lead(hit.first, hit.last, (hit.first, hit.last), Act.ASSERT, Commitment.CERTAIN, None, begin, according=True)


def _is_idle(scan: Scan, at: int) -> bool:
    return bool(scan.bits[at] & (c.OPENER | c.ADVERB | c.COMMA | c.COORDINATOR)) or is_mark(scan.keys[at])


def _stamp_end(scan: Scan) -> int:
    """The token behind the hour that an entry of a live page begins with: "14 h 05 - | Selon"."""
    end = next((i + 1 for i in range(min(_STAMP, scan.count)) if scan.keys[i] in _DASHES), 0)
    return end if end > 1 and scan.keys[0].isdigit() and all(scan.keys[i].isdigit() or len(scan.keys[i]) == 1 for i in range(end)) else 0


def _is_rate(scan: Scan, hit: Hit[Sense], source: tuple[int, int]) -> bool:
    """ "Two litres per person": a preposition without comma or name vouches for nothing."""
    if scan.lexicon.grammar.head_first:
        return False
    single = hit.last - hit.first == 1 and bool(scan.bits[hit.first] & c.PREPOSITION)
    named = any(scan.words[i][0].isupper() for i in range(*source))
    return single and hit.first > 0 and not named and not scan.is_comma(hit.first - 1)


def _after_asides(scan: Scan, last: int) -> int | None:
    """The token behind the source and what describes it: "According to a person familiar with it, who …, | a deal"."""
    comma = next((i for i in range(last, scan.count - 1) if scan.is_comma(i) and not scan.keys[i - 1].isdigit()), None)
    while comma is not None and _describes(scan, comma + 1):
        comma = next((i for i in range(comma + 1, scan.count - 1) if scan.is_comma(i)), None)
    return None if comma is None else comma + 1


def _describes(scan: Scan, at: int) -> bool:
    if any(hit.first == at and hit.value.carried for hit in scan.hits):
        return True  # "D'après la presse, | relayée par la chaîne, …"
    head = scan.bits[at] & c.ROLE and not scan.bits[at] & (c.DETERMINER | c.BODY) and not verbs.is_verbal(scan, at + 1)
    if scan.lexicon.grammar.head_first and head and not scan.is_cue(at + 1):
        return True  # "Pour Antoine Delmas, | spécialiste du Sahel, …"
    if scan.lexicon.grammar.head_first and any(hit.first == at and (hit.value.carried or hit.value.citing) for hit in scan.hits):
        return True  # "D'après la presse israélienne, | relayée par la chaîne Al-Jadwal, …"
    return bool(scan.bits[at] & c.RELATIVE) or scan.keys[at].endswith(scan.lexicon.grammar.participle_endings)


def read_quoted(scan: Scan, hit: Hit[Sense], leads: list[Lead]) -> Lead | None:
    """ "X was quoted as saying by Y", "Y quoted X as saying"."""
    begin = hit.last
    carrier: tuple[int, int] | None = None
    source: tuple[int, int] | None
    if begin + 1 < scan.count and scan.keys[begin] == "by":
        carrier = subjects.subject_after(scan, begin + 1)
        begin = carrier[1] if carrier is not None else begin
    if begin < scan.count and scan.is_comma(begin):
        begin += 1
    opener = next((h for h in reversed(scan.hits) if h.last <= hit.first and h.value.citing), None)
    by = next((h for h in reversed(scan.hits) if h.last < hit.first and h.value.carried), None)
    if by is not None and (opener is None or opener.first < by.first):
        # "X was quoted by Y as saying"
        carrier = (by.last, hit.first)
        group = groups.group_start(scan, by.first)
        source = subjects.subject_before(scan, group)
        first = source[0] if source is not None else group
    elif opener is not None:
        source = (opener.last, hit.first)
        group = groups.group_start(scan, opener.first)
        carrier = subjects.subject_before(scan, group)
        first = carrier[0] if carrier is not None else group
        if carrier is not None and _is_plain_paper(scan, carrier):
            holder = next((lead for lead in reversed(leads) if lead.begin is not None and lead.begin <= carrier[0]), None)
            carrier = carrier if holder is None else holder.source  # "withdrew a story quoting …": whose story it is
        if carrier is None and len(leads) > 0 and group > 0 and scan.bits[group - 1] & (c.COORDINATOR | c.COMMA):
            carrier = last_spoken(leads).source  # "He lamented that …, and quoted one of them as saying"
    else:
        group = groups.group_start(scan, hit.first)
        source = subjects.subject_before(scan, group)
        first = source[0] if source is not None else group
    if source is None:
        return None
    told = begin < scan.count and (scan.keys[begin] in scan.lexicon.complementizers or is_mark(scan.keys[begin]) or scan.keys[begin] == ":")
    trailing = (
        begin >= scan.count
        or scan.keys[begin] in {".", "in", "on"}
        or (
            not told
            and quote_before(scan, first) is not None
            and (_is_relative(scan, begin) or not any(verbs.is_verbal(scan, i) for i in range(begin, min(scan.count, begin + _REST))))
        )
    )
    hearer = (begin, hearer_end(scan, begin)) if trailing and begin < scan.count and _takes_hearer(scan, hit) else None
    return Lead(
        first, begin, (group, hit.last), Act.ASSERT, Commitment.CERTAIN, source, None if trailing else begin, carrier=carrier, hearer=hearer
    )


def _is_plain_paper(scan: Scan, phrase: tuple[int, int]) -> bool:
    named = any(scan.words[i][0].isupper() or scan.bits[i] & (c.ROLE | c.BODY) for i in range(*phrase))
    return not named and bool(scan.bits[phrase[1] - 1] & c.PAPER)


def _is_relative(scan: Scan, at: int) -> bool:
    return at < scan.count and bool(scan.bits[at] & (c.RELATIVE | c.SUBORDINATOR))


def _takes_hearer(scan: Scan, hit: Hit[Sense]) -> bool:
    """ "As telling | the inquiry"."""
    told = scan.lexicon.cues.at(scan.keys, hit.last - 1)
    return told is not None and told.value.verb is not None and told.value.verb.hearer


def add_citations(scan: Scan, leads: list[Lead]) -> list[Lead]:
    """Apply "citing Z" and "carried by Y" to the lead they stand with; without one, "citing" is an "according to"."""
    for hit in (*scan.hits, *_find_parted(scan)):
        sense = hit.value
        if sense.viewed and (holder := _viewer(scan, hit)) is not None:
            leads = _carried(scan, leads, hit, holder)
        if not (sense.citing or sense.carried) or scan.inside[hit.first] != OUTSIDE:
            continue
        named = subjects.subject_after(scan, hit.last)
        if named is not None and scan.keys[named[1] - 1] in scan.lexicon.platforms:
            continue  # "joint par WhatsApp"
        if named is None or any(lead.cue[0] <= hit.first < lead.cue[1] for lead in leads):
            continue
        if sense.citing:
            leads = _cited(scan, leads, hit, _inner_outlet(scan, named))
        elif sense.reached and len(leads) == 0 and _is_named(scan, named):
            leads = _introduced(scan, hit, named)
        elif not sense.reached or _is_reached(scan, leads, hit, named):
            leads = _carried(scan, leads, hit, named)
        elif len(leads) > 0 and hit.first <= scan.floor + 1 and leads[0].hearer is None and leads[0].cue[0] > hit.last:
            told = (named[0], next((i for i in range(*named) if scan.is_comma(i)), named[1]))
            leads = [
                replace(lead, hearer=told) if lead is leads[0] or lead.borrows else lead for lead in leads
            ]  # "In a reply to the group, X said"
    return leads


def _find_parted(scan: Scan) -> Iterator[Hit[Sense]]:
    """ "Reached | separately | by", "posted | on Telegram | by": words of how and where between a participle and its author."""
    parted = scan.lexicon.parted
    for at in (i for i in range(scan.count - 2) if scan.keys[i] in parted) if not parted.keys().isdisjoint(scan.keys) else ():
        author, sense = parted[scan.keys[at]]
        end = next((i for i in range(at + 1, min(scan.count, at + _GAP)) if scan.keys[i] == author), None)
        if end is None or end == at + 1 or not scan.bits[at + 1] & (c.ADVERB | c.TIME | c.PREPOSITION | c.OPENER):
            continue
        if not any(_breaks(scan, i) or scan.keys[i] in parted for i in range(at + 1, end)):
            yield Hit(at, end + 1, sense)


def _breaks(scan: Scan, at: int) -> bool:
    word = bool(scan.bits[at] & c.COORDINATOR) or scan.is_stop(at) or is_mark(scan.keys[at])
    return word or scan.is_cue(at) or verbs.is_verbal(scan, at)


def _viewer(scan: Scan, hit: Hit[Sense]) -> tuple[int, int] | None:
    """ "Un document que | l'agence Fluvia | a pu consulter": the outlet between the relative and its verb."""
    at = next((i for i in range(hit.first - 1, max(-1, hit.first - _REST), -1) if scan.bits[i] & c.RELATIVE), None)
    if at is None or at + 1 >= hit.first or scan.bits[hit.first - 1] & c.COMMA:
        return None
    return (at + 1, hit.first) if _is_named(scan, (at + 1, hit.first)) else None


def _vouched(scan: Scan, leads: list[Lead], hit: Hit[Sense], named: tuple[int, int]) -> list[Lead] | None:
    """ "According to the channel, which takes up a report of Fluvia citing an officer": each passes on the words of the next."""
    lead = next((lead for lead in reversed(leads) if lead.according and lead.source is not None and lead.source[1] <= hit.first), None)
    if lead is None or lead.source is None or (lead.begin is not None and lead.begin <= hit.first):
        return None
    if any(scan.bits[i] & c.COMPLEMENTIZER and not scan.bits[i] & c.RELATIVE for i in range(lead.source[1], hit.first)):
        return None
    passers = (lead.source,) if lead.carrier is None else (lead.carrier, *lead.through, lead.source)
    cited = replace(lead, source=named, carrier=passers[0], through=passers[1:], last=max(lead.last, named[1]))
    return [cited if other is lead else other for other in leads]


def _cited(scan: Scan, leads: list[Lead], hit: Hit[Sense], named: tuple[int, int]) -> list[Lead]:
    """ "Y, citing Z, reported" and "Y reported, citing Z": Z is the source, Y the carrier."""
    near = [lead for lead in leads if not lead.according]
    if scan.lexicon.grammar.head_first and (vouched := _vouched(scan, leads, hit, named)) is not None:
        return vouched
    if any(lead.source is not None and lead.source[0] <= named[0] < lead.source[1] and lead.carrier is not None for lead in leads):
        return leads
    if len(near) > 0:
        lead = min(near, key=lambda other: abs(other.cue[0] - hit.first))
        end = hit.first if lead.begin is not None and lead.begin < hit.first else lead.end
        cited = replace(lead, cue=(hit.first, hit.last), source=named, carrier=lead.source, end=end, borrows=False)
        if lead.carrier is not None and lead.source is not None and lead.source[1] <= hit.first:
            cited = replace(cited, carrier=lead.carrier, through=(*lead.through, lead.source))  # "citing a report in Y that quoted Z"
        return [cited if other is lead else other for other in leads]
    group = groups.group_start(scan, hit.first)
    for lead in leads:
        if lead.source is not None and group > 0 and scan.bits[group - 1] & c.RELATIVE and 0 < group - lead.source[1] <= _LED:
            cited = replace(lead, cue=(hit.first, hit.last), source=named, carrier=lead.source, last=named[1])
            return [cited if other is lead else other for other in leads]  # "according to X, | which cited Z"
    carrier = subjects.subject_before(scan, group)
    if carrier is not None:
        # "The outlet cites more than 20 sources": no content of its own, but it tells where the sources speak.
        return [Lead(carrier[0], named[1], (hit.first, hit.last), Act.REPORT, Commitment.CERTAIN, named, scan.count, carrier=carrier)]
    return [Lead(hit.first, named[1], (hit.first, hit.last), Act.ASSERT, Commitment.CERTAIN, named, None, according=True)]


def _introduced(scan: Scan, hit: Hit[Sense], named: tuple[int, int]) -> list[Lead]:
    """ "He gave an interview to the Courier": nothing is said yet, but it tells through whom he speaks."""
    verb = next((i for i in range(hit.first, 0, -1) if verbs.is_verbal(scan, i) and not scan.bits[i - 1] & c.AUXILIARY), None)
    source = None if verb is None else subjects.subject_before(scan, groups.group_start(scan, verb))
    if source is None:
        return []
    return [Lead(source[0], named[1], (hit.first, hit.last), Act.REPORT, Commitment.CERTAIN, source, scan.count, carrier=named)]


def _inner_outlet(scan: Scan, named: tuple[int, int]) -> tuple[int, int]:
    """ "A report | in the daily Al-Marsa |": the outlet that a paper without a name stands in."""
    plain = not any(scan.words[i][0].isupper() or scan.bits[i] & c.ROLE for i in range(*named)) and scan.bits[named[1] - 1] & c.PAPER
    if not plain or named[1] + 1 >= scan.count or not scan.bits[named[1]] & c.PREPOSITION:
        return named
    inner = subjects.subject_after(scan, named[1] + 1)
    return inner if inner is not None and _is_named(scan, inner) else named


def _is_named(scan: Scan, phrase: tuple[int, int]) -> bool:
    """A name, or an outlet's noun ("state TV") that does not point back."""
    fresh = scan.keys[phrase[0]] not in scan.lexicon.grammar.definites
    return any(scan.words[i][0].isupper() or (fresh and scan.keys[i] in scan.lexicon.outlets) for i in range(*phrase))


def _is_reached(scan: Scan, leads: list[Lead], hit: Hit[Sense], named: tuple[int, int]) -> bool:
    """ "In a letter seen by Y": words that pass on only by a name, and only outside what is said."""
    if scan.keys[hit.first] in scan.lexicon.ties.through:
        spoken = any(
            scan.bits[i] & (c.ROLE | c.SPOKESPERSON) and scan.keys[i] not in scan.lexicon.ties.mouthpieces for i in range(*named)
        )  # "through her lawyer", not "through the strait"
        return spoken and not any(lead.begin is not None and lead.begin <= hit.first < (lead.end or scan.count) for lead in leads)
    moved = scan.keys[hit.first] in scan.lexicon.ties.handed and scan.keys[hit.last - 1] not in scan.lexicon.grammar.authors
    if moved and not any(b & c.PAPER for b in scan.bits[max(0, hit.first - _PAPER) : hit.first]):
        return False  # "the pumps | sent to | Gardabani"
    if not _is_named(scan, named) or any(lead.hearer == named for lead in leads) or scan.keys[0] in scan.lexicon.hypothetical:
        return False
    if scan.lexicon.grammar.inverts and hit.last - hit.first > _MEDIUM and not scan.in_speech(hit.first):
        return True  # "dans un entretien au | journal Azov-Courrier |"
    if any(lead.source is not None and lead.source[1] <= hit.first < lead.cue[0] for lead in leads):
        return True  # "the spokesman, | reached by the Tribune |, said"
    told = (lead for lead in leads if lead.begin is not None and lead.begin < scan.count and scan.inside[lead.begin] == OUTSIDE)
    return not any(lead.begin is not None and lead.begin <= hit.first < (lead.end or scan.count) for lead in told)


def _carried(scan: Scan, leads: list[Lead], hit: Hit[Sense], named: tuple[int, int]) -> list[Lead]:
    """ "said in a statement carried by Y": Y is the carrier. "According to a readout published by Y": Y speaks in it."""
    if len(leads) == 0:
        return leads
    near = min(leads, key=lambda lead: abs(lead.cue[0] - hit.first))
    paper = near.source is not None and near.source[1] <= hit.first and not hit.value.reached
    if (
        paper
        and near.source is not None
        and not outlets.is_press(scan, named)
        and any(scan.bits[i] & c.PAPER for i in range(*near.source))
        and not any(scan.words[i][0].isupper() or scan.bits[i] & (c.BODY | c.ROLE) for i in range(*near.source))
    ):
        return [replace(lead, source=named) if lead is near else lead for lead in leads]
    return [replace(lead, carrier=named) if lead is near else lead for lead in leads]


def absorb(scan: Scan, leads: list[Lead]) -> list[Lead]:
    """ "He warned that …, according to a readout": who vouches for words that all have their speaker only carries them."""
    leads = _absorb_trailing(scan, _absorb_opening(scan, leads))
    vouching = next((lead for lead in leads if lead.according and lead.begin is None and lead.source is not None), None)
    before = [] if vouching is None else [lead for lead in leads if lead.begin is not None and lead.last <= vouching.first]
    if vouching is None or len(before) == 0 or scan.in_speech(before[0].first):
        return leads
    opening = range(scan.floor, before[0].first)
    if len(opening) > 0 and not (scan.is_comma(opening[-1]) and scan.bits[opening[0]] & (c.PREPOSITION | c.OPENER | c.ADVERB)):
        return leads  # "Two men drowned and a third said …, according to the coastguard"
    if (
        before[0].source is None
        or before[0].source[0] != before[0].first
        or not any(scan.bits[i] & c.PAPER for i in range(*_phrase(vouching)))
    ):
        return leads
    kept = (
        replace(lead, carrier=lead.carrier or vouching.source, end=min(lead.end or scan.count, vouching.first)) if lead in before else lead
        for lead in leads
    )
    return [lead for lead in kept if lead is not vouching]


def _absorb_trailing(scan: Scan, leads: list[Lead]) -> list[Lead]:
    """ "The gate stays shut, the commander told drivers, according to traders": whoever vouches right behind who said it carries his words."""
    for lead, other in pairwise(leads):
        apart = range(lead.last, other.first)
        if not other.according or other.begin is not None or other.source is None or lead.begin is not None or lead.according:
            continue
        if lead.carrier is None and all(scan.is_comma(i) for i in apart):
            carrier, through = other.carrier or other.source, other.through if other.carrier is None else (*other.through, other.source)
            carried = replace(lead, carrier=carrier, through=through, last=other.last)
            return [carried if one is lead else one for one in leads if one is not other]
    return leads


def _phrase(lead: Lead) -> tuple[int, int]:
    """Cue and source, and the paper between them that its author's name replaced ("a readout published by the Georgian side")."""
    return lead.cue[1], (lead.source or lead.cue)[1]


def _absorb_opening(scan: Scan, leads: list[Lead]) -> list[Lead]:
    """ "According to minutes of the meeting, the colonel warned that": the paper only carries what he said."""
    first = leads[0] if len(leads) > 0 else None
    if first is None or not first.according or first.begin is None or first.source is None:
        return leads
    spoken = next(
        (lead for lead in leads[1:] if lead.source is not None and lead.source[0] == first.begin and lead.begin is not None), None
    )
    if spoken is None or not any(scan.bits[i] & c.PAPER for i in range(*first.source)) or scan.in_speech(spoken.first):
        return leads
    passers = (first.source,) if first.carrier is None else (first.carrier, *first.through, first.source)
    if spoken.carrier is not None and spoken.carrier < spoken.source:  # type: ignore[operator]
        passers = (spoken.carrier, *spoken.through, *passers)  # "a report that the Courier has seen"
    carried = replace(spoken, carrier=passers[0], through=passers[1:])
    return [carried if lead is spoken else lead for lead in leads if lead is not first]
