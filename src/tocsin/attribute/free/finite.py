"""Verbs of saying with whoever says it, before or behind them: "X заявил, что", "«…», — сказал X", "Об этом сообщил X"."""

from dataclasses import replace

from tocsin.attribute.contents import stretch
from tocsin.attribute.free import clauses, contents, lefts, nouns, speakers
from tocsin.attribute.free.speakers import Found
from tocsin.attribute.leads import Lead, last_spoken
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import OUTSIDE, Scan
from tocsin.lang import classes as c
from tocsin.lang.terms import Hit
from tocsin.model import Span


def read_finite(scan: Scan, hit: Hit[Sense], leads: list[Lead]) -> Lead | None:
    if (aside := clauses.spoken_aside(scan, hit)) is not None:
        return _inside(scan, hit, aside)
    if scan.in_speech(hit.first):
        return None
    first, last = clauses.left(scan, hit.first), clauses.right(scan, hit.last)
    if clauses.is_unsaid(scan, first, hit):
        return None
    if scan.keys[-1] == "?" and _asks(scan, hit.first):
        return None
    found = speakers.find(scan, hit, (first, last))
    if scan.keys[first] in scan.lexicon.grammar.as_words and (_is_nested(scan, first) or not scan.bits[first - 1] & c.COMMA):
        return _as_clause(scan, hit, found, (first, last))
    begun = contents.find(scan, hit, found)
    if begun is None:
        return lefts.read(scan, hit, found, (first, last))
    begin, act, commitment = begun
    verb = hit.value.verb
    inserted = hit.first == first > scan.floor and scan.is_comma(first - 1) and found.source is not None and found.source[0] >= hit.last
    if inserted and scan.keys[begin - 1] == ":" and verb is not None and "clause" in verb.takes:
        return lefts.read(scan, hit, found, (first, last))
    if verb is None and not hit.value.light:
        return None
    source, borrows = found.source, False
    shared = source is not None and any(lead.source == source and lead.cue[0] < hit.first for lead in leads)
    start = hit.first if source is None or shared else min(hit.first, source[0])
    if shared and scan.bits[hit.first - 1] & c.COORDINATOR:
        start = hit.first - 1  # "осудил удар | и призвал"
    if source is None:
        carried = _carries(scan, hit, first, leads)
        if carried is None:
            return None
        source, borrows = carried
        start = hit.first - 1 if hit.first > 0 and scan.bits[hit.first - 1] & c.COORDINATOR else hit.first
    if verb is not None and "label" in verb.takes and (labelled := _labelled(scan, hit, found, first)) is not None:
        pieces = (labelled, *stretch(scan, begin, last))
        return Lead(start, hit.last, (hit.first, hit.last), act, commitment, source, begin, end=last, pieces=pieces, hearer=found.hearer)
    nobody = source is None and not borrows and verb is not None and verb.rumoured
    return Lead(start, hit.last, (hit.first, hit.last), act, commitment, source, begin, hearer=found.hearer, borrows=borrows, nobody=nobody)


def _labelled(scan: Scan, hit: Hit[Sense], found: Found, first: int) -> Span | None:
    """ "В ведомстве | эту информацию | назвали ложью": what a label is put on, before its verb."""
    begin = first if found.source is None or found.source[0] >= hit.last else max(first, found.source[1])
    plain = begin < hit.first and not scan.bits[begin] & (c.PREPOSITION | c.PUNCTUATION | c.COMMA | c.ADVERB | c.TIME | c.PRONOUN)
    return scan.span(begin, hit.first) if plain and not nouns.opens(scan, begin, hit.first, nouns.read_agreement(scan, hit.first)) else None


def _asks(scan: Scan, cue: int) -> bool:
    """ "А что | говорят местные?": the outlet itself asks."""
    first = next((i + 1 for i in range(cue - 1, scan.floor - 1, -1) if scan.is_comma(i)), scan.floor)
    return any(scan.bits[i] & (c.QUESTION | c.COMPLEMENTIZER) for i in range(first, cue))


def _carries(scan: Scan, hit: Hit[Sense], first: int, leads: list[Lead]) -> tuple[tuple[int, int] | None, bool] | None:
    """Who speaks where nobody is named: whoever spoke last here, or, at the head of a sentence, in the article."""
    verb = hit.value.verb
    if verb is not None and verb.rumoured:
        return None, False
    if len(leads) > 0:
        return last_spoken(leads).source, True
    if verb is not None and (verb.impersonal or first == hit.first == scan.floor):
        return None, False
    main = _main(scan, hit.first)
    return None if main is None else (main, True)


def _main(scan: Scan, end: int) -> tuple[int, int] | None:
    """The subject of the first verb of the sentence: "Губернатор прибыл в порт и | заявил"."""
    verb = next((i for i in range(scan.floor, end) if nouns.is_finite(scan, i)), None)
    if verb is None:
        return None
    agreement = nouns.read_agreement(scan, verb)
    return nouns.find_subject(scan, scan.floor, verb, agreement) or nouns.find_subject(scan, verb + 1, end, agreement)


def _as_clause(scan: Scan, hit: Hit[Sense], found: Found, bounds: tuple[int, int]) -> Lead | None:
    """ "Как сообщил X, …" and "…, как сообщил X"."""
    verb = hit.value.verb
    first, last = bounds
    if verb is None or not {"clause", "quote", "that"} & set(verb.takes):
        return None
    if found.source is None and found.hearer is not None:
        found = replace(found, source=found.hearer, hearer=None)  # "Как стало известно | газете"
    return aside(scan, hit, found, (first, last))


def aside(scan: Scan, hit: Hit[Sense], found: Found, bounds: tuple[int, int]) -> Lead | None:
    """Words beside the content: before it where they open the sentence, else behind or inside it."""
    verb = hit.value.verb
    if verb is None:
        return None
    first, last = bounds
    opening = all(scan.bits[i] & (c.OPENER | c.ADVERB | c.COMMA | c.COORDINATOR) for i in range(scan.floor, first))
    nested = _is_nested(scan, first)
    opening = opening or nested
    last = past_asides(scan, last) if opening else last
    begin = last + 1 if opening and last + 1 < scan.count else None
    if opening and begin is None:
        return None
    return Lead(first, last, (hit.first, hit.last), verb.act, verb.commitment, found.source, begin, hearer=found.hearer, inner=nested)


def _is_nested(scan: Scan, first: int) -> bool:
    """Does the aside stand right behind the "that" of another's words: "что, | как сообщил X, …"?"""
    return scan.is_comma(first - 1) and first > 1 and scan.keys[first - 2] in scan.lexicon.complementizers


def past_asides(scan: Scan, comma: int) -> int:
    """The comma behind what describes a source: "Как следует из протокола, копия которого есть у газеты, | …"."""
    while comma + 1 < scan.count and scan.is_comma(comma):
        following = clauses.right(scan, comma + 1)
        head = range(comma + 1, min(following, comma + 4))
        described = any(scan.bits[i] & c.RELATIVE for i in head) or scan.keys[comma + 1].endswith(scan.lexicon.grammar.participle_endings)
        cited = any(hit.first == comma + 1 and (hit.value.citing or hit.value.carried) for hit in scan.hits)
        if not (described or cited) or following >= scan.count or not scan.is_comma(following):
            return comma
        comma = following
    return comma


def _inside(scan: Scan, hit: Hit[Sense], bounds: tuple[int, int]) -> Lead | None:
    """The author's words inside a quotation or a line of dialogue: the content stands on both sides of them."""
    verb = hit.value.verb
    first, last = bounds
    if verb is None or hit.value.bare:
        return None
    found = speakers.find(scan, hit, (first, clauses.right(scan, hit.last) if last == scan.count else last))
    number = scan.inside[hit.first]
    start = scan.quotes[number].start if number != OUTSIDE else scan.sentence.starts[1]
    end = scan.quotes[number].end if number != OUTSIDE else scan.sentence.end
    pieces = [Span(start, scan.sentence.ends[first - 2])]
    if last < scan.count:
        pieces.append(Span(scan.sentence.starts[min(last + 1, scan.count - 1)], end))
    elif scan.following is not None and (number == OUTSIDE or scan.following.start < end):
        opened = next((i for i, word in enumerate(scan.following.keys) if word[0].isalnum()), 0)
        led = scan.following.keys[0] in {"—", "–", "-"}
        if led or number != OUTSIDE:
            pieces.append(
                Span(scan.following.starts[opened], scan.following.end if number == OUTSIDE else max(scan.following.ends[opened], end))
            )
    return replace(lefts.lead(hit, verb, found, bounds=bounds, pieces=tuple(pieces)), dialogue=number == OUTSIDE)
