"""Where the content of a cue begins, and how far it runs."""

from functools import cache

from tocsin.attribute.chains import media
from tocsin.attribute.scan import OUTSIDE, Scan, is_mark
from tocsin.lang import classes as c
from tocsin.lang import pack
from tocsin.lang.cues import Verb
from tocsin.lang.numbers import Numbers
from tocsin.model import Span

_REACH = 24  # tokens between a cue and its "that" or quotation
_OPEN = {"clause", "object"}


def complement(scan: Scan, after: int, verb: Verb) -> int | None:
    """Return the token at which the content of ``verb`` begins to its right, or None where it has none there."""
    if after >= scan.count:
        return None
    start = _direct(scan, after, verb)
    if start is None and (late := _beyond(scan, after, verb)) is not None:
        start = late
    if start is None or start >= scan.count:
        return None
    return start


def _direct(scan: Scan, at: int, verb: Verb) -> int | None:
    """The content right behind the cue."""
    word, bits = scan.keys[at], scan.bits[at]
    if "figure" in verb.takes:
        return at if _has_figure(scan, at) else None
    if word in scan.lexicon.complementizers:
        return at if len(verb.takes) > 0 or len(verb.prepositions) > 0 else None
    if word == ":":
        return at + 1 if "quote" in verb.takes or not scan.lexicon.grammar.inverts else None
    if is_mark(word):
        return at if "quote" in verb.takes or _OPEN & set(verb.takes) else None
    if scan.is_comma(at) and at + 1 < scan.count and is_mark(scan.keys[at + 1]) and scan.in_speech(at + 1):
        return at + 1 if "quote" in verb.takes else None
    if (behind := behind_preposition(scan, at, verb.prepositions)) is not None:
        return behind
    if bits & c.QUESTION:
        return at if {"question", "object"} & set(verb.takes) else None
    if word in scan.lexicon.grammar.infinitives:
        return at if "infinitive" in verb.takes else None
    if "paper" in verb.takes:
        return at if is_nominal(scan, at) else None
    if "witness" in verb.takes:
        start = times_end(scan, at)
        return start if start < scan.count and is_nominal(scan, start) else None
    if verb.hearer or not _OPEN & set(verb.takes):
        return None
    return at if is_nominal(scan, at) else None


def _has_figure(scan: Scan, at: int) -> bool:
    """ "put the toll at 37": a number close behind."""
    numerals = _numerals(scan.lexicon.code)
    return any(key[0].isdigit() or key in numerals for key in scan.keys[at : at + 14])


@cache
def _numerals(code: str) -> frozenset[str]:
    return frozenset(word for word, value in pack.load(code, "numbers", Numbers).values.items() if value > 1)


def _beyond(scan: Scan, after: int, verb: Verb) -> int | None:
    """The content behind a hearer, a time or a place: "told Powell on Saturday that", "said in a statement: …"."""
    if verb.hearer and (closed := _behind_aside(scan, hearer_end(scan, after))) is not None:
        return closed
    for at in range(after, min(scan.count, after + _REACH)):
        word, bits = scan.keys[at], scan.bits[at]
        if word in scan.lexicon.complementizers:
            told = _is_gap(scan, after, at, verb) and len(verb.takes) > 0 and not _is_relative(scan, after, at, verb)
            return at if told else None
        if word == ":":
            return at + 1 if "quote" in verb.takes or not scan.lexicon.grammar.inverts else None
        if is_mark(word) and scan.in_speech(at) and "quote" in verb.takes and _is_gap(scan, after, at, verb):
            return at
        if (bits & c.VERB or scan.is_cue(at)) and at > after and not _is_carried(scan, at):
            break
        if word in {";", "!", "?"}:
            break
        if at > after and (behind := behind_preposition(scan, at, verb.prepositions)) is not None and verb.hearer:
            if scan.lexicon.grammar.inverts and (_tells_later(scan, at) or scan.bits[at - 1] & c.TIME):
                continue
            return behind
    if not verb.hearer and not _OPEN & set(verb.takes):
        return None
    at = hearer_end(scan, after) if verb.hearer else after
    at = times_end(scan, at)
    if at > after and at < scan.count and "clause" in verb.takes and is_nominal(scan, at):
        return at
    return None


def _tells_later(scan: Scan, at: int) -> bool:
    """Does a "that" follow: "ont averti dès le mois de mars | que"?"""
    ahead = scan.keys[at : at + _REACH]
    end = next((i for i, word in enumerate(ahead) if word in {",", ";", ":"}), len(ahead))
    return any(word in scan.lexicon.complementizers for word in ahead[:end])


def _behind_aside(scan: Scan, comma: int) -> int | None:
    """ "Told the agency, withholding his rank because …, | that": the "that" behind an aside that follows whom it was said to."""
    if scan.lexicon.grammar.order == "verb-subject" or not scan.is_comma(comma):
        return None
    closing = next((i for i in range(comma + 1, min(scan.count - 1, comma + _REACH)) if scan.is_comma(i)), None)
    return closing + 1 if closing is not None and scan.keys[closing + 1] in scan.lexicon.complementizers else None


def _is_relative(scan: Scan, after: int, at: int, verb: Verb) -> bool:
    """ "Told the network, a group | that tracks": behind the comma of whom it was said to, a noun has its own "that"."""
    if not verb.hearer or not scan.bits[at] & c.RELATIVE or scan.is_comma(at - 1):
        return False
    comma = hearer_end(scan, after)
    return comma > after and scan.is_comma(comma) and not any(scan.is_comma(i) for i in range(comma + 1, at))


def _is_carried(scan: Scan, at: int) -> bool:
    """Does "carried by" begin here: a word of the medium, not a new clause?"""
    return any(hit.first == at and hit.value.carried for hit in scan.hits)


def behind_preposition(scan: Scan, at: int, prepositions: tuple[str, ...]) -> int | None:
    """Return where the content begins if token ``at`` is, or is joined to, one of the prepositions."""
    word, joined = scan.keys[at], scan.lexicon.grammar.joined
    for preposition in prepositions:
        if word == preposition:
            return at + 1
        if preposition in joined and len(word) > 3 and word.startswith(preposition):
            return at
    return None


def _is_gap(scan: Scan, first: int, last: int, verb: Verb) -> bool:
    """May these tokens stand between cue and content: a hearer, or a phrase of time, place or medium?"""
    if first == last or verb.hearer:
        return True
    return bool(scan.bits[first] & (c.PREPOSITION | c.TIME | c.ADVERB | c.COMMA)) or scan.lexicon.grammar.order == "verb-subject"


def is_nominal(scan: Scan, at: int) -> bool:
    """Can a noun phrase or clause begin here?"""
    if scan.lexicon.hedges.at(scan.keys, at) is not None:
        return True  # "said at least eleven men were shot"
    if scan.keys[at] in scan.lexicon.grammar.headless:
        return True
    return not scan.bits[at] & (c.PREPOSITION | c.PUNCTUATION | c.COMMA | c.COORDINATOR | c.ADVERB | c.TIME) or bool(
        scan.bits[at] & (c.DETERMINER | c.PRONOUN | c.NEGATION)
    )


def hearer_end(scan: Scan, at: int) -> int:
    """The end of the noun phrase that names whom it was said to."""
    first = at
    while at < scan.count and at - first < 8:
        bits = scan.bits[at]
        if bits & c.PRONOUN and at == first:
            return at + 1
        at += 1
        capital = scan.words[at - 1][0].isupper()
        longer = capital and at < scan.count and scan.words[at][0].isupper() and not scan.title
        described = (
            bits & c.ROLE and at - 2 == first and scan.bits[first] & c.DETERMINER and at < scan.count and scan.words[at][0].isupper()
        )
        if described and not capital and not scan.title:
            continue  # "told the official | Orontes News Agency"
        if bits & (c.ROLE | c.BODY | c.COLLECTIVE) and not longer:
            return at
        if capital and at + 1 <= scan.count and not longer and at < scan.count and scan.bits[at] & (c.BODY | c.ROLE) and at - 1 == first:
            continue  # "told Beirut | court"
        if capital and (at >= scan.count or not scan.words[at][0].isupper()):
            return at
        if bits & (c.PREPOSITION | c.PUNCTUATION | c.VERB | c.COMMA):
            return at - 1 if scan.bits[first] & c.DETERMINER and at - 1 > first + 1 else first
    return first


def times_end(scan: Scan, at: int) -> int:
    """Step over adverbs and times: "on Monday", "late Tuesday", "last week"."""
    while at < scan.count:
        bits = scan.bits[at]
        led = bits & c.PREPOSITION and at + 1 < scan.count and scan.bits[at + 1] & c.TIME
        if (
            led
            or (bits & (c.TIME | c.ADVERB) and not bits & (c.PRONOUN | c.DETERMINER))
            or (bits & c.DETERMINER and at + 1 < scan.count and scan.bits[at + 1] & c.TIME)
            or (scan.keys[at].isdigit() and at > 0 and scan.bits[at - 1] & c.TIME)
        ):
            at += 1
        else:
            return at
    return at


def stretch(scan: Scan, start: int, end: int) -> tuple[Span, ...]:
    """The content in tokens ``[start, end)``, cut at its quotation where it is one and nothing of weight follows."""
    start, end = scan.trim(start, end)
    if start >= end:
        return ()
    if is_mark(scan.keys[start]) and scan.inside[start] != OUTSIDE:
        quote = scan.quotes[scan.inside[start]]
        rest = [i for i in range(start, end) if scan.sentence.starts[i] >= quote.end]
        if quote.speech and _inner_end(scan, start, end) is not None:
            return (Span(scan.span(start, start + 1).start, scan.span(end - 1, end).end),)  # « Les listes sont prêtes | , a indiqué … »
        ends = len(rest) == 0 or scan.bits[rest[0]] & (c.PREPOSITION | c.TIME | c.COMMA | c.PUNCTUATION)
        if quote.speech and ends and not (len(rest) > 0 and _goes_on(scan, start, rest[0])):
            return (Span(quote.start, quote.end),)
    first, last = scan.span(start, start + 1).start, scan.span(end - 1, end).end
    return (Span(first, _whole_quote(scan, start, end, last)),)


def _inner_end(scan: Scan, start: int, end: int) -> int | None:
    """The end, where the reporter's own words follow inside the quotation, as some languages write them."""
    inverts = scan.lexicon.grammar.inverts and end < scan.count and scan.inside[end] == scan.inside[start]
    return end if inverts and any(hit.first >= end for hit in scan.hits) and scan.is_comma(end) else None


def _goes_on(scan: Scan, start: int, at: int) -> bool:
    """Is the quotation a part of the clause: « des progrès minces » sur le dossier des disparus?"""
    small = start + 1 < scan.count and scan.words[start + 1][0].islower()
    if not (small and scan.lexicon.grammar.inverts and scan.bits[at] & c.PREPOSITION):
        return False
    return (
        scan.keys[at] not in scan.lexicon.grammar.settings and media(scan.lexicon.code).at(scan.keys, min(at + 2, scan.count - 1)) is None
    )


def _whole_quote(scan: Scan, start: int, end: int, last: int) -> int:
    """A content that ends inside a quotation it began ends with that quotation, even beyond the sentence."""
    number = scan.inside[end - 1]
    if number == OUTSIDE or (end != scan.count and scan.inside[end] == number):
        return last
    quote = scan.quotes[number]
    return max(last, quote.end) if quote.start >= scan.sentence.starts[start] else last
