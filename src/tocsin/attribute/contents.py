"""Where the content of a cue begins, and how far it runs."""

from functools import cache

from tocsin.attribute import outlets
from tocsin.attribute.chains import media
from tocsin.attribute.scan import OUTSIDE, Scan, is_mark
from tocsin.lang import classes as c
from tocsin.lang import pack
from tocsin.lang.cues import Verb
from tocsin.lang.numbers import Numbers
from tocsin.model import Span

_REACH = 24  # tokens between a cue and its "that" or quotation
_OPEN = {"clause", "object"}
_PAPER = 4  # tokens within which a paper is named
_ASIDE = 14  # tokens of an aside behind a verb
_LABEL = 12  # tokens of what is called something
_BIDDEN = 9  # tokens of who is bidden


def complement(scan: Scan, after: int, verb: Verb) -> int | None:
    """Return the token at which the content of ``verb`` begins to its right, or None where it has none there."""
    if after >= scan.count:
        return None
    start = _direct(scan, after, verb)
    if start is None:
        start = _behind_insertion(scan, after, verb)
    if start is None and (late := _beyond(scan, after, verb)) is not None:
        start = late
    if start is None or start >= scan.count or _is_manner(scan, start):
        return None
    return start


def _is_manner(scan: Scan, at: int) -> bool:
    """ "Wrote on Tuesday | without saying how it knew": how it was said, and nothing that was."""
    endings = scan.lexicon.grammar.participle_endings
    led = scan.bits[at] & (c.PREPOSITION | c.NEGATION) and at + 1 < scan.count and len(endings) > 0
    return (
        bool(led) and scan.keys[at + 1].endswith(endings) and scan.words[at][0].islower() and scan.lexicon.grammar.order == "subject-verb"
    )


def _behind_insertion(scan: Scan, comma: int, verb: Verb) -> int | None:
    """ "Agreed, per the readout, | to explore", "confessed, before a lawyer, to | placing it": what an aside parts from its verb."""
    if scan.lexicon.grammar.order == "verb-subject" or not scan.is_comma(comma):
        return None
    closing = next((i for i in range(comma + 1, min(scan.count - 1, comma + _ASIDE)) if scan.is_comma(i)), None)
    if closing is None or any(scan.bits[i] & c.COORDINATOR for i in (comma + 1, closing + 1)):
        return None
    at = closing + 1
    if scan.keys[at] in verb.prepositions:
        return at + 1 if at + 1 < scan.count else None
    told = scan.keys[at] in scan.lexicon.complementizers and len(verb.takes) > 0
    object_of = "object" in verb.takes and scan.bits[comma + 1] & c.PREPOSITION and scan.bits[at] & c.DETERMINER
    return at if told or object_of or (scan.keys[at] in scan.lexicon.grammar.infinitives and "infinitive" in verb.takes) else None


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
        return at if "quote" in verb.takes or (_OPEN | {"label"}) & set(verb.takes) else None
    if scan.is_comma(at) and at + 1 < scan.count and is_mark(scan.keys[at + 1]) and scan.in_speech(at + 1):
        return at + 1 if "quote" in verb.takes else None
    if (behind := behind_preposition(scan, at, verb.prepositions)) is not None:
        return behind
    if bits & c.QUESTION or _asks(scan, at):
        return at if {"question", "object"} & set(verb.takes) else None
    if word in scan.lexicon.grammar.infinitives:
        return at if "infinitive" in verb.takes else None
    if {"full", "paper-object"} & set(verb.takes):
        return at if (_is_paper(scan, at) if "paper-object" in verb.takes else _is_full(scan, at)) else None
    if "label" in verb.takes:
        return at if _is_label(scan, at) else None
    if "paper" in verb.takes:
        return at if is_nominal(scan, at) else None
    if "witness" in verb.takes:
        start = times_end(scan, at)
        return start if start < scan.count and is_nominal(scan, start) else None
    if verb.hearer or not _OPEN & set(verb.takes):
        return None
    return at if is_nominal(scan, at) else None


def _is_full(scan: Scan, at: int) -> bool:
    """ "Fears | the men may have been taken": a clause with a verb of its own."""
    end = next((i for i in range(at, scan.count) if scan.is_comma(i) or scan.is_stop(i)), scan.count)
    return is_nominal(scan, at) and any(scan.bits[i] & (c.VERB | c.AUXILIARY) for i in range(at + 1, end))


def _is_paper(scan: Scan, at: int) -> bool:
    """ "Withdrew | a story quoting an aide": a paper or claim, with what it says."""
    if not is_nominal(scan, at):
        return False
    named = next((i for i in range(at, min(scan.count, at + _PAPER)) if scan.bits[i] & (c.PAPER | c.CUE)), scan.count)
    told = (i for i in range(named + 1, min(scan.count, named + _PAPER)))
    return any(scan.keys[i] in scan.lexicon.complementizers or any(hit.first == i for hit in scan.hits) for i in told)


def _is_label(scan: Scan, at: int) -> bool:
    """ "Called | the blockade “medieval”", "called | it a crime": something, and the name that it is given."""
    if not is_nominal(scan, at):
        return False
    for i in range(at + 1, min(scan.count, at + _LABEL)):
        if is_mark(scan.keys[i]) or (scan.keys[i] in scan.lexicon.grammar.singulars and not scan.bits[i - 1] & c.PREPOSITION):
            return True
        if scan.bits[i] & (c.COMMA | c.PUNCTUATION | c.VERB | c.COMPLEMENTIZER) and scan.keys[i] not in {"'s", "-"}:
            return False
    return False


def is_bidden(scan: Scan, at: int) -> bool:
    """ "Told | the drivers to turn back", "asked | them not to go": somebody, and what he is to do."""
    if at >= scan.count or not is_nominal(scan, at) or scan.bits[at] & (c.NEGATION | c.COMPLEMENTIZER):
        return False
    for i in range(at + 1, min(scan.count - 1, at + _BIDDEN)):
        if scan.keys[i] in scan.lexicon.grammar.infinitives:
            follows = scan.bits[i + 1]
            return not follows & (c.DETERMINER | c.PREPOSITION | c.PRONOUN | c.NATION) and scan.words[i + 1][0].islower()
        if scan.bits[i] & (c.COMMA | c.PUNCTUATION | c.VERB | c.COMPLEMENTIZER | c.QUESTION) and scan.keys[i] not in {"'s", "-"}:
            return False
    return False


def _asks(scan: Scan, at: int) -> bool:
    """ "Asked | on what charge": a preposition before the word of the question."""
    return bool(scan.bits[at] & c.PREPOSITION) and at + 1 < scan.count and bool(scan.bits[at + 1] & c.QUESTION)


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
        if word in scan.lexicon.complementizers and at > after and scan.keys[at - 1] in scan.lexicon.ties.clausal:
            continue  # "told Halden Wire on condition | that"
        if word in scan.lexicon.complementizers:
            told = _is_gap(scan, after, at, verb) and len(verb.takes) > 0 and not _is_relative(scan, after, at, verb)
            told = told and (not scan.lexicon.grammar.inverts or bool({"that", "clause"} & set(verb.takes)))
            return at if told else None
        if word == ":":
            quoted = "quote" in verb.takes or not scan.lexicon.grammar.inverts
            return at + 1 if quoted and _is_gap(scan, after, at, verb) else None
        if is_mark(word) and scan.in_speech(at) and "quote" in verb.takes and _is_gap(scan, after, at, verb):
            return at
        if (bits & c.VERB or scan.is_cue(at)) and at > after and not _is_carried(scan, at) and not _is_noun(scan, at):
            break
        if word in {";", "!", "?"} or (scan.is_comma(at) and at + 2 < scan.count and _is_clause(scan, at + 1)):
            break
        behind = behind_preposition(scan, at, verb.prepositions) if at > after and verb.hearer else None
        later = scan.lexicon.grammar.inverts and (_tells_later(scan, at) or scan.bits[at - 1] & c.TIME)
        if behind is not None and not later and not _is_genitive(scan, at):
            return behind
    if not verb.hearer and not _OPEN & set(verb.takes):
        return None
    at = hearer_end(scan, after) if verb.hearer else after
    at = times_end(scan, at)
    asked = at > after and at < scan.count and "question" in verb.takes and scan.bits[at] & c.QUESTION and not scan.bits[at] & c.OPENER
    if asked:
        return at  # "told the court | how"
    opens = c.OPENER | c.SUBORDINATOR  # "told Halyard | when asked about it"
    if at > after and at < scan.count and "clause" in verb.takes and is_nominal(scan, at) and scan.bits[at] & opens != opens:
        return at
    return None


def _tells_later(scan: Scan, at: int) -> bool:
    """Does a "that" follow: "ont averti dès le mois de mars | que"?"""
    ahead = scan.keys[at : at + _REACH]
    end = next((i for i, word in enumerate(ahead) if word in {",", ";", ":"}), len(ahead))
    return any(word in scan.lexicon.complementizers for word in ahead[:end])


def _is_noun(scan: Scan, at: int) -> bool:
    """ "In the telephone | call": a form that is a noun as well, behind a determiner."""
    if scan.keys[at] not in scan.lexicon.homonyms:
        return False
    return any(scan.bits[i] & c.DETERMINER for i in range(max(0, at - 3), at)) and not any(
        scan.bits[i] & c.VERB for i in range(max(0, at - 2), at)
    )


def _is_clause(scan: Scan, at: int) -> bool:
    """ ", which also quoted …": a relative clause behind a comma, with a verb of passing on."""
    led = scan.bits[at] & c.RELATIVE and scan.keys[at] not in scan.lexicon.complementizers
    return bool(led) and any(at < hit.first <= at + 3 and (hit.value.citing or hit.value.quoted) for hit in scan.hits)


def _is_genitive(scan: Scan, at: int) -> bool:
    """ "Told the envoy | of the Geneva Group that": whose envoy he is, where a "that" follows."""
    if scan.keys[at] not in scan.lexicon.grammar.genitives or not scan.bits[at - 1] & (c.ROLE | c.BODY):
        return False
    named = any(scan.words[i][0].isupper() for i in range(at + 1, min(scan.count, at + 3)))
    return named and any(scan.keys[i] in scan.lexicon.complementizers for i in range(at, min(scan.count, at + _REACH)))


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
        if preposition in joined and len(word) > 3 and word.startswith(preposition) and not scan.bits[at] & c.PREPOSITION:
            return at
    return None


def _is_gap(scan: Scan, first: int, last: int, verb: Verb) -> bool:
    """May these tokens stand between cue and content: a hearer, or a phrase of time, place or medium?"""
    if first == last or verb.hearer:
        return True
    if scan.bits[first] & c.NEGATION:
        return False  # "begged not to be named “because …”"
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
    if at < scan.count and (end := outlets.find_end(scan, at)) is not None:
        return end
    first = at
    while at < scan.count and at - first < 8:
        bits = scan.bits[at]
        if bits & c.PRONOUN and at == first:
            owns = bits & c.DETERMINER and at + 1 < scan.count and scan.bits[at + 1] & (c.ROLE | c.COLLECTIVE)
            if not owns or not scan.keys[at + 1].endswith(scan.lexicon.grammar.noun_plurals):
                return at + 1  # "told | her |", but "told | her colleagues |"
        at += 1
        if at - first == 1 and _is_several(scan, first):
            return at  # "tells | envoys | elections will wait"
        capital = scan.words[at - 1][0].isupper()
        if capital and bits & c.NATION and at < scan.count and scan.bits[at] & (c.ROLE | c.BODY) and not scan.title:
            continue  # "told his Austrian | counterpart"
        named = at < scan.count and scan.words[at][0].isupper() and not scan.bits[at] & c.TIME
        longer = capital and named and not scan.title
        described = (
            bits & c.ROLE and at - 2 == first and scan.bits[first] & c.DETERMINER and at < scan.count and scan.words[at][0].isupper()
        )
        if described and not capital and not scan.title:
            continue  # "told the official | Orontes News Agency"
        if bits & c.BODY and at < scan.count and scan.bits[first] & c.DETERMINER and scan.words[at][0].islower() and scan.bits[at] & c.BODY:
            continue  # "told the state | broadcaster"
        if bits & (c.ROLE | c.BODY | c.COLLECTIVE) and not longer:
            return at if capital else _with_name(scan, at)
        if capital and at + 1 <= scan.count and not longer and at < scan.count and scan.bits[at] & (c.BODY | c.ROLE) and at - 1 == first:
            continue  # "told Beirut | court"
        if capital and not named:
            return at
        if bits & (c.PREPOSITION | c.PUNCTUATION | c.VERB | c.COMMA):
            return at - 1 if scan.bits[first] & c.DETERMINER and at - 1 > first + 1 else first
    return first


def _with_name(scan: Scan, at: int) -> int:
    """The end of the name behind a body's noun: "told the rights group | Mizan |"; of none that has a verb of its own behind it."""
    noun, last = scan.bits[at - 1], at
    while last < scan.count and scan.words[last][0].isupper() and not scan.bits[last] & (c.PUNCTUATION | c.TIME | c.NATION | c.PRONOUN):
        last += 1
    subject = last < scan.count and (scan.bits[last] & (c.VERB | c.AUXILIARY) or scan.is_cue(last) or scan.keys[last] == "'s")
    named = last > at and noun & c.BODY and not scan.title and not subject
    return last if named else at


def _is_several(scan: Scan, at: int) -> bool:
    """A plain word that stands for several, with no preposition behind it."""
    plain = scan.bits[at] & (c.FUNCTION | c.TIME | c.VERB | c.PUNCTUATION) == 0 and scan.words[at][0].islower()
    ends = scan.keys[at].endswith(scan.lexicon.grammar.noun_plurals) and scan.lexicon.grammar.order == "subject-verb"
    return plain and ends and at + 1 < scan.count and not scan.bits[at + 1] & (c.PREPOSITION | c.COORDINATOR | c.PUNCTUATION)


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
    rest = next((i for i in range(end, scan.count) if not scan.is_stop(i)), scan.count)
    if number == OUTSIDE or (rest != scan.count and scan.inside[rest] == number):
        return last
    quote = scan.quotes[number]
    return max(last, quote.end) if quote.start >= scan.sentence.starts[start] else last
