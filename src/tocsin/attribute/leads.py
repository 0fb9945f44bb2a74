"""A lead: a cue with its source and the place where its content begins; and how leads share out a sentence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tocsin.attribute.contents import stretch
from tocsin.attribute.quotes import Quote
from tocsin.attribute.scan import OUTSIDE, Draft, Scan, is_mark
from tocsin.lang import actors, outlets
from tocsin.lang import classes as c
from tocsin.model import Act, Commitment, Kind, Span

_BEFORE = 4  # tokens before a quotation that make it part of a longer content
_REST = 3  # tokens behind "X said," that go on with the content
_TAIL = 3  # tokens between two who follow what was said
_CONTRASTING = frozenset({"verb-subject", "free"})  # orders in which a contrast begins another's words
_CONTRAST = 4  # words of "в то время как"
_HEAD = 7  # tokens of the name before the colon of a headline


@dataclass(frozen=True, slots=True)
class Lead:
    """Tokens: ``first`` is where the lead's own words begin, ``last`` where they end.

    ``through`` are who passed the words on between ``carrier`` and ``source``.
    ``begin`` is the first token of a content to the right; None for "content, X said". ``borrows`` marks a form
    that takes its speaker from the words around it ("adding that"). An ``inner`` lead is a phrase of another's sentence
    ("what he said about"), one that ``points`` says who said what stands before it ("which he confirmed").
    ``spare`` is whom a pronoun stands for where nobody was named before. A lead with ``nobody`` names no speaker ("it is said").
    An ``inserted`` lead is a clause in the middle of the content ("as X said"), ``back`` one whose content is the
    sentence before ("disclosed this"), ``floor`` is the first token that may be its content, ``head`` is content before a passive verb
    ("two men | were said by villagers to").
    ``pieces`` is a content that is known already;
    it is the sentence before where the lead points ``passes``, a line of dialogue where it is ``dialogue``.
    The carrier of one that is ``received`` was sent the words ("تلقت الشبكة نسخة منه").
    """

    first: int
    last: int
    cue: tuple[int, int]
    act: Act
    commitment: Commitment
    source: tuple[int, int] | None
    begin: int | None
    end: int | None = None
    carrier: tuple[int, int] | None = None
    through: tuple[tuple[int, int], ...] = ()
    hearer: tuple[int, int] | None = None
    borrows: bool = False
    according: bool = False
    cites: bool = False
    witness: bool = False
    spare: tuple[int, int] | None = None
    inner: bool = False
    told: bool = False
    spoken: bool = False
    relays: bool = False
    points: bool = False
    nobody: bool = False
    inserted: bool = False
    head: tuple[int, int] | None = None
    back: bool = False
    floor: int = 0
    pieces: tuple[Span, ...] = ()
    passes: bool = False
    dialogue: bool = False
    received: bool = False

    def given(self, source: tuple[int, int] | None) -> "Lead":
        return replace(self, source=source)


def last_spoken(leads: Sequence[Lead]) -> Lead:
    """The lead whose speaker a form without one borrows: the last that speaks itself, not one that vouches for others' words."""
    spoken = [lead for lead in leads if not lead.according and lead.begin is not None and not _is_weighed(lead, leads)]
    return spoken[-1] if len(spoken) > 0 else leads[-1]


def _is_weighed(lead: Lead, leads: Sequence[Lead]) -> bool:
    """Are its words only what another denies, confirms or condemns ("denied what the newspaper said")?"""
    held = (other for other in leads if other.act is not Act.ASSERT and not other.inner and other.begin is not None)
    return lead.inner and any((other.begin or 0) <= lead.first for other in held)


def headline(scan: Scan, speaks: Callable[[Scan, int, int], bool]) -> Lead | None:
    """ "Northern Force: 37 escaped": in a headline a colon behind a name is a cue."""
    at = next((i for i in range(1, min(scan.count - 2, _HEAD + 1)) if scan.keys[i] == ":"), None)
    if at is None or not speaks(scan, 0, at) or any(scan.bits[i] & (c.VERB | c.COMMA) for i in range(at)):
        return None
    marked = is_mark(scan.keys[0]) and is_mark(scan.keys[at - 1]) and not scan.in_speech(0)  # "«نوافذ»: …"
    marked = marked and not any(scan.bits[i] & (c.AUXILIARY | c.NEGATION | c.PRONOUN) or scan.is_cue(i) for i in range(at))
    spoken = marked or any(scan.bits[i] & (c.ROLE | c.BODY | c.TITLE | c.AGENCY | c.UNNAMED) for i in range(at))
    if not spoken and not _is_known(scan, at):
        return None  # "Syria: dozens flee": a topic
    return Lead(0, at + 1, (at, at + 1), Act.ASSERT, Commitment.CERTAIN, (0, at), at + 1)


def _is_known(scan: Scan, last: int) -> bool:
    name = " ".join(scan.words[:last])
    entry = actors.load().get(name)
    return (entry is not None and entry.kind is not Kind.COUNTRY) or outlets.load().get(name) is not None


def share(scan: Scan, leads: Sequence[Lead]) -> list[Draft]:
    """Give each lead its content: to the right up to the next lead of equal rank, to the left back to the last one."""
    drafts = []
    for number, lead in enumerate(leads):
        pieces = _right(scan, leads, number) if lead.begin is not None else ()
        left = quote_before(scan, lead.first, trailing=lead.begin is None)
        own = lead.begin is None or not (lead.borrows or scan.lexicon.grammar.order == "verb-subject")
        if len(lead.pieces) > 0:
            pieces = lead.pieces
        elif left is not None and own and lead.begin is None and scan.lexicon.grammar.inverts and _is_embedded(scan, left):
            pieces = _left(scan, leads, number)
        elif left is not None and own and not (lead.begin is None and _leads_up(scan, leads, lead, left)):
            pieces = (Span(left.start, left.end), *pieces)
        elif lead.begin is None:
            pieces = _left(scan, leads, number)
        if lead.head is not None:
            pieces = (*stretch(scan, *lead.head), *pieces)
        introduces = lead.begin == scan.count
        if (len(pieces) > 0 and not _is_mute(scan, lead)) or introduces:
            drafts.append(make_draft(scan, lead, _merged(pieces)))
    return drafts


def make_draft(scan: Scan, lead: Lead, content: tuple[Span, ...]) -> Draft:
    """What a lead comes to with its content."""
    return Draft(
        sentence=scan.index,
        cue=lead.cue,
        act=lead.act,
        commitment=lead.commitment,
        source=_range(lead.source),
        content=content,
        carrier=_range(lead.carrier),
        through=lead.through,
        hearer=_range(lead.hearer),
        trailing=lead.begin is None,
        according=lead.according,
        witness=lead.witness,
        spare=_range(lead.spare),
        inner=lead.inner,
        back=lead.back,
        points=lead.points,
        told=lead.told,
        relays=lead.relays,
        passes=lead.passes,
        dialogue=lead.dialogue,
        received=lead.received,
        nobody=lead.nobody,
    )


def _range(tokens: tuple[int, int] | None) -> tuple[int, int] | None:
    return tokens if tokens is not None and tokens[0] < tokens[1] else None


def _is_mute(scan: Scan, lead: Lead) -> bool:
    """ "Refused | comment": an object that says nothing."""
    if lead.begin is None or lead.begin >= scan.count:
        return False
    alone = lead.begin + 1 >= scan.count or scan.is_stop(lead.begin + 1)
    return scan.keys[lead.begin] in scan.lexicon.mute or (alone and bool(scan.bits[lead.begin] & c.PRONOUN))  # "denied | it"


def _leads_up(scan: Scan, leads: Sequence[Lead], lead: Lead, quote: Quote) -> bool:
    """Do words of the same content stand before its quotation ("The curfew lasts, because “…”, X said")?"""
    before = [i for i in range(scan.count) if scan.sentence.ends[i] <= quote.start]
    return len(before) >= _BEFORE and not any(other is not lead and other.first < lead.first for other in leads)


def _is_embedded(scan: Scan, quote: Quote) -> bool:
    """Do words of the same clause, and no comma or colon, stand before the quotation: "s'est dit prêt à discuter « à condition … »"?"""
    at = next((i for i in range(scan.count) if scan.sentence.starts[i] >= quote.start), 0)
    small = at + 1 < scan.count and scan.words[at + 1][0].islower()
    return small and at > 0 and scan.keys[at - 1][0].isalnum() and not scan.is_cue(at - 1)


def _merged(pieces: tuple[Span, ...]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for piece in sorted(pieces):
        if len(kept) > 0 and piece.start < kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, piece.end))
        else:
            kept.append(piece)
    return tuple(kept)


def _right(scan: Scan, leads: Sequence[Lead], number: int) -> tuple[Span, ...]:
    lead = leads[number]
    begin = lead.begin if lead.begin is not None else lead.last
    end = scan.count if lead.end is None else lead.end
    for other in leads:
        if other is not lead and begin < other.first < end and is_sibling(scan, other):
            end = min(end, led_from(scan, other.first) or other.first)
    return stretch(scan, begin, end)


def is_sibling(scan: Scan, other: Lead) -> bool:
    """Does the other lead start anew, rather than stand inside the content?"""
    if other.inner:
        return False
    if other.begin is None or other.borrows:
        return True
    before = other.first - 1
    bits = scan.bits[before]
    if (
        scan.title
        and other.source is not None
        and other.source[0] == other.first
        and scan.keys[other.first].startswith(scan.lexicon.conjunctions)
    ):
        return True  # "قتلى في قصف | ومسؤول يحذر"
    if led_from(scan, other.first) is not None or (scan.keys[before] in scan.lexicon.grammar.contrasts and scan.is_comma(before - 1)):
        return True
    return (
        bool(bits & (c.COMMA | c.COORDINATOR))
        or scan.keys[before] in {";", "—", "–", "-"}
        or bool(scan.bits[other.first] & (c.COORDINATOR | c.OPENER))
    )


def led_from(scan: Scan, first: int) -> int | None:
    """Where the words begin that set a clause of its own against the one before: "نفت ذلك، | إذ قالت", "، | في حين تقول"."""
    if scan.lexicon.grammar.order not in _CONTRASTING:
        return None
    contrasts = scan.lexicon.contrasts
    at = next(
        (at for at in range(first - _CONTRAST, first) if at > 0 and (hit := contrasts.at(scan.keys, at)) is not None and hit.last == first),
        None,
    )
    joins = scan.lexicon.grammar.order == "verb-subject" and scan.bits[first - 1] & c.OPENER and scan.bits[first - 1] & c.SUBORDINATOR
    if at is None and joins:
        at = first - 1
    joined = at is not None and scan.keys[at].startswith(scan.lexicon.conjunctions)
    return at if at is not None and (joined or scan.is_comma(at - 1)) else None


def quote_before(scan: Scan, first: int, *, trailing: bool = True) -> Quote | None:
    """The quotation that closes right before token ``first``: "…," he said. A ``trailing`` cue has it even a sentence before."""
    at = first - 1
    while at >= 0:
        if scan.is_stop(at) or scan.bits[at] & c.ADVERB:
            at -= 1
        elif at > 0 and (hit := scan.lexicon.presenting.at(scan.keys, at - 1)) is not None and hit.last == at + 1:
            at -= 2  # "«…»، | بهذه العبارة لخص"
        else:
            break
    if at < 0:
        return scan.before if trailing else None
    if not is_mark(scan.keys[at]) or scan.inside[at] == OUTSIDE:
        return None
    quote = scan.quotes[scan.inside[at]]
    closes = scan.sentence.ends[at] == quote.end
    opens = (
        scan.lexicon.grammar.order == "verb-subject" and quote.words > 1 and scan.is_comma(first - 1) and scan.inside[0] == scan.inside[at]
    )
    return quote if closes and (quote.speech or opens) else None  # "«خرجنا حفاة»، | تقول أم يوسف"


def _left(scan: Scan, leads: Sequence[Lead], number: int) -> tuple[Span, ...]:
    lead = leads[number]
    floor = max(scan.floor, lead.floor)
    for other in leads[:number]:
        nested = scan.keys[other.cue[1] - 1] in scan.lexicon.grammar.authors and lead.first - other.last <= 1  # "is denied by Y, X said"
        nested = nested or _is_tail(scan, other, lead)
        if other.begin is None and other.last <= lead.first and not nested:
            floor = max(floor, other.last)
        if lead.points and other.begin is not None and other.begin < lead.first:
            floor = max(floor, other.begin)
        if lead.according and scan.is_comma(lead.last) and not other.according and other.begin is not None and other.begin < lead.first:
            floor = max(floor, other.begin)  # "She noted that, of 47 cases, according to Y, three …"
    if lead.according and scan.lexicon.grammar.order == "verb-subject":
        starts = (
            i for i in range(lead.first - 1, floor, -1) if scan.is_comma(i - 1) and scan.lexicon.contrasts.at(scan.keys, i) is not None
        )
        floor = next(starts, floor)  # "وحث الاتحاد على الهدوء، | في حين عرضت موريتانيا الوساطة، بحسب مصدر"
    if scan.lexicon.grammar.inverts:
        colons = (i + 1 for i in range(floor, lead.first) if scan.keys[i] in {":", ";"} and not scan.in_speech(i))
        floor = max(colons, default=floor)  # "Le préfet s'est voulu rassurant : | les digues, a-t-il dit, …"
    pieces = stretch(scan, floor, lead.first)
    rest = lead.last
    if scan.is_comma(rest) and not any(hit.first == rest + 1 and (hit.value.citing or hit.value.carried) for hit in scan.hits):
        bare = not any(scan.bits[i] & (c.VERB | c.AUXILIARY) or scan.is_cue(i) for i in range(floor, lead.first))
        ends = [other.first for other in leads if other.first > rest + bare]  # "In Masisi, the bulletin says, | teachers have reported"
        following = _rest(scan, rest + 1, min(ends, default=scan.count))
        told = lead.inserted and rest + 1 < scan.count and scan.keys[rest + 1] in scan.lexicon.complementizers
        pieces = following if told and len(following) > 0 else (*pieces, *following)  # "did not deny, as X reported, | that"
    return pieces


def _is_tail(scan: Scan, inner: Lead, outer: Lead) -> bool:
    """ "…, a nurse told her colleagues | over a satellite link |, the charity said": nothing but how and where stands between the two."""
    between = range(inner.last, outer.first)
    if scan.lexicon.grammar.order != "subject-verb" or len(between) < _TAIL or not scan.bits[between[0]] & c.PREPOSITION:
        return False
    return not any(
        scan.bits[i] & (c.VERB | c.AUXILIARY | c.COORDINATOR) or scan.is_cue(i) or is_mark(scan.keys[i]) or scan.is_comma(i)
        for i in between[:-1]
    )


def _is_setting(scan: Scan, at: int) -> bool:
    """Do words begin here that say where it was said, or more of who said it?"""
    grammar = scan.lexicon.grammar
    if not grammar.inverts or at >= scan.count:
        return False
    led = scan.bits[at] & c.PREPOSITION and not scan.bits[at] & c.DETERMINER and scan.keys[at] not in grammar.genitives
    return bool(led) or scan.keys[at].endswith(grammar.passive_endings)


def _rest(scan: Scan, first: int, end: int) -> tuple[Span, ...]:
    """What follows "C1, X said," when it goes on with the content."""
    if _is_setting(scan, first) and not any(scan.bits[i] & (c.VERB | c.AUXILIARY) or is_mark(scan.keys[i]) for i in range(first, end)):
        return ()  # ", a précisé X, lors d'un point de presse"
    least = 1 if scan.lexicon.grammar.order == "free" else _REST
    relative = scan.bits[first] & c.RELATIVE and scan.keys[first] not in scan.lexicon.complementizers
    return stretch(scan, first, end) if end - first >= least and not relative else ()
