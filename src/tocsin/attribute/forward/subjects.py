"""Who a verb belongs to, in languages that put the subject before it (and invert it behind a quotation)."""

from tocsin.attribute.forward import asides, verbs
from tocsin.attribute.scan import Scan, is_mark
from tocsin.lang import classes as c

_NOUN_LED = c.DETERMINER | c.PREPOSITION | c.NATION
_BREAK = c.SUBORDINATOR | c.COMPLEMENTIZER | c.AUXILIARY
_END = c.TIME | c.RELATIVE | c.VERB | c.COMPLEMENTIZER | c.AUXILIARY
_LEAST = 2  # tokens of a name and its comma
_PAIR = 2  # tokens of "the other"
_FEW = 3  # tokens of a plural without article
_PLAIN = 8  # tokens of a phrase that speaks only by its determiner
_ASIDES = 3  # asides one after another
_ASIDE = 40  # tokens of a relative clause


def subject_before(scan: Scan, end: int, *, loose: bool = False) -> tuple[int, int] | None:
    """The noun phrase that ends right before token ``end``, asides stepped over; None if there is none.

    ``loose`` takes any phrase with a determiner for a speaker ("the coastguard"): for cues that leave no doubt.
    """
    if end > 0 and asides.closes(scan, end - 1):
        return _before_asides(scan, end - 1, loose=loose)
    if end > 0 and scan.bits[end - 1] & c.RELATIVE and not scan.bits[end - 1] & c.DETERMINER:
        at = end - 2 if scan.is_comma(end - 2) else end - 1
        if scan.keys[end - 1] in scan.lexicon.grammar.things and (near := _noun_before(scan, at)) is not None:
            return near  # "in response to a report by the Baraza Collective, which"
        return _phrase_before(scan, at) or _noun_before(scan, at)
    return _phrase_before(scan, end) or _antecedent(scan, end) or (_phrase_before(scan, end, loose=True) if loose else None)


def _noun_before(scan: Scan, end: int) -> tuple[int, int] | None:
    """ "Paid to name | the mayor |, who denies": the last few words from their determiner on."""
    first = next((i for i in range(end - 1, max(-1, end - _FEW - 2), -1) if scan.bits[i] & c.DETERMINER), None)
    return (first, end) if first is not None and is_speaker(scan, first, end) else None


def _before_asides(scan: Scan, closing: int, *, loose: bool) -> tuple[int, int] | None:
    """The phrase before one or more asides: "Fatou Ceesay, 34, a mother of three, | says", "the envoy — no friend of his — | says"."""
    end = closing
    for _ in range(_ASIDES):
        opening = asides.find_start(scan, closing)
        if opening is None:
            return None
        mouth = scan.lexicon.mouths.at(scan.keys, opening + 1) if scan.lexicon.grammar.inverts else None
        if mouth is not None and mouth.last < closing:
            return mouth.last, end  # "L'exploitant, par la voix de | son directeur |, a balayé"
        named = asides.is_apposition(scan, opening + 1, closing)
        head = _phrase_before(scan, opening) or _antecedent(scan, opening)
        if head is None and (loose or named):
            head = _phrase_before(scan, opening, loose=True)
        if head is not None and (outer := _outer_name(scan, head)) is not None:
            return outer[0], end
        if head is not None:
            return (head[0], end) if named else head
        closing = opening
    return None


def _outer_name(scan: Scan, head: tuple[int, int]) -> tuple[int, int] | None:
    """ "Dean Johnson, | a trader from Sumter, South Carolina, | says": the name that the phrase only describes."""
    if head[0] < _LEAST or not scan.is_comma(head[0] - 1) or not scan.bits[head[0]] & c.DETERMINER:
        return None
    outer = _phrase_before(scan, head[0] - 1)
    named = outer is not None and outer[1] == head[0] - 1 and all(word[0].isupper() for word in scan.words[outer[0] : outer[1]])
    return outer if named else None


def _antecedent(scan: Scan, end: int) -> tuple[int, int] | None:
    """ "A diplomat | who follows the region | said": the phrase before the relative clause that ends at ``end``."""
    for at in range(end - 1, max(0, end - _ASIDE), -1):
        if scan.keys[at] in {";", ":", "."} or is_mark(scan.keys[at]) or scan.inside[at] != scan.inside[end - 1]:
            return None
        if scan.bits[at] & c.RELATIVE and not scan.bits[at] & c.DETERMINER:
            return _phrase_before(scan, at - 1 if scan.is_comma(at - 1) else at)
    return None


def _phrase_before(scan: Scan, end: int, *, loose: bool = False) -> tuple[int, int] | None:
    first = end
    if end > 0 and scan.bits[end - 1] & c.PRONOUN and not scan.bits[end - 1] & c.DETERMINER:
        counted = end > _FEW - 1 and scan.keys[end - 2] in scan.lexicon.grammar.genitives and scan.bits[end - 3] & c.DETERMINER
        return (end - 3 if counted else end - 1), end  # "two of them | said"
    floor = scan.floor if end > scan.floor else 0
    while first > floor and _goes_on(scan, first - 1, end):
        first -= 1
    raw, first = first, _drop_lead(scan, first, end)
    last = _drop_times(scan, first, end)
    if (
        raw < first
        and raw > 0
        and scan.keys[first - 1] not in scan.lexicon.grammar.authors
        and verbs.is_verbal(scan, raw - 1)
        and scan.bits[raw] & c.PREPOSITION
    ):
        return None  # "was held for weeks in the Hol barracks | says": the place is no speaker
    if raw > 0 and verbs.is_verbal(scan, raw - 1) and _in_relative(scan, raw - 1):
        return None  # "two drivers who reached Adre | told"
    if first >= last or _is_infinitive(scan, first) or any(scan.bits[i] & c.NEGATION for i in range(first, last)):
        return None
    speaks = is_speaker(scan, first, last) or (loose and _is_definite(scan, first, last))
    return (first, last) if speaks else None


def _is_infinitive(scan: Scan, first: int) -> bool:
    """Do the words hang on an infinitive ("to look for documents")?"""
    led = first > 0 and scan.keys[first - 1] in scan.lexicon.grammar.infinitives
    return led and not scan.bits[first] & (c.DETERMINER | c.NATION | c.PRONOUN) and scan.words[first][0].islower()


def _is_definite(scan: Scan, first: int, last: int) -> bool:
    """A phrase with a determiner or owner and a noun: "the coastguard", "his uncle"."""
    led = bool(scan.bits[first] & c.DETERMINER) or scan.keys[first] in scan.lexicon.grammar.possessives
    plain = not any(scan.bits[i] & (c.TIME | c.VERB) or scan.keys[i].isdigit() for i in range(first, last))
    if plain and not led and _is_bare_plural(scan, first, last):
        return True
    return led and plain and 1 < last - first <= _PLAIN


def _in_relative(scan: Scan, verb: int) -> bool:
    """Does the verb belong to a relative clause that begins shortly before it, without a comma: "who | reached"?"""
    for at in range(verb - 1, max(-1, verb - _FEW - 1), -1):
        if scan.is_comma(at) or is_mark(scan.keys[at]):
            return False
        if scan.bits[at] & c.RELATIVE and scan.keys[at] not in scan.lexicon.complementizers:
            return at > 0 and not scan.is_comma(at - 1)
    return False


def _is_bare_plural(scan: Scan, first: int, last: int) -> bool:
    """ "That | new arrivals | told him": a plural without article, right where its clause begins."""
    opens = first == 0 or scan.is_cue(first - 1) or bool(scan.bits[first - 1] & (c.COMPLEMENTIZER | c.COMMA))
    small = all(scan.words[i][0].islower() and not scan.bits[i] & c.FUNCTION for i in range(first, last))
    return opens and small and last - first <= _FEW and scan.keys[last - 1].endswith(scan.lexicon.grammar.noun_plurals)


def _goes_on(scan: Scan, at: int, end: int) -> bool:
    """Does the phrase that ends at ``end`` reach back over token ``at``?"""
    bits, word = scan.bits[at], scan.keys[at]
    if scan.inside[at] != scan.inside[end - 1] or is_mark(word):
        return False
    if bits & c.COMMA:
        return _is_list(scan, at, end)
    if bits & c.PUNCTUATION:
        return word in {"'s", "'", "-", "&", "(", ")", "/"} or (
            word == "." and at > 0 and len(scan.keys[at - 1]) <= 4 and scan.words[at - 1][0].isupper()
        )
    if bits & _BREAK and not scan.words[at][0].isupper():
        return bool(bits & c.PREPOSITION) and at > 0 and bool(scan.bits[at - 1] & (c.SPEAKING | c.NATION))
    if verbs.is_verbal(scan, at) and not bits & c.AUXILIARY:
        return at > 0 and bool(scan.bits[at - 1] & _NOUN_LED)
    if bits & c.COORDINATOR:
        return at > 0 and not scan.is_comma(at - 1) and not _has_verb(scan, at) and at + 1 < end
    return not (bits & c.PRONOUN and at != end - 1)


def _is_list(scan: Scan, comma: int, end: int) -> bool:
    """Is the comma inside "A, B and C"?"""
    joined = any(scan.bits[i] & c.COORDINATOR for i in range(comma + 1, min(end, comma + 6)))
    return joined and comma > 0 and not _has_verb(scan, comma) and scan.words[comma - 1][0].isupper() and scan.words[comma + 1][0].isupper()


def _has_verb(scan: Scan, end: int) -> bool:
    """Is there a finite verb between the last break and ``end``?"""
    for at in range(end - 1, -1, -1):
        if scan.is_comma(at) or scan.keys[at] in {";", ":"} or is_mark(scan.keys[at]):
            return False
        if verbs.is_verbal(scan, at):
            return not (at > 0 and scan.bits[at - 1] & _NOUN_LED)
    return False


def _drop_lead(scan: Scan, first: int, end: int) -> int:
    """Step over "But", "In January", "On the same day", "echoed by" before the name begins."""
    by = next((i for i in range(first + 1, end - 1) if scan.keys[i] in scan.lexicon.grammar.authors), None)
    passive = by is not None and scan.keys[by - 1].endswith(scan.lexicon.grammar.past_endings) and scan.words[by - 1][0].islower()
    if by is not None and passive and (by - 1 == first or not is_speaker(scan, first, by - 1)):
        first = by + 1
    while first < end:
        bits = scan.bits[first]
        if (bits & (c.COORDINATOR | c.OPENER | c.SUBORDINATOR | c.ADVERB) and not bits & (c.DETERMINER | c.PRONOUN)) or (
            bits & c.TIME and first + 1 < end and not scan.bits[first + 1] & c.PUNCTUATION
        ):
            first += 1
        elif bits & c.PREPOSITION and first + 1 < end and not _opens(scan, first):
            first = _after_lead_phrase(scan, first, end)
        else:
            return first
    return first


def _after_lead_phrase(scan: Scan, first: int, end: int) -> int:
    """Step over a preposition and its time or single place name."""
    at = first + 1
    while (at < end and scan.bits[at] & (c.TIME | c.DETERMINER | c.ADVERB)) or (at < end and scan.keys[at].isdigit()):
        at += 1
    if at == first + 1 and at < end and scan.words[at][0].isupper():
        at += 1
        while first > 0 and at < end and scan.words[at][0].isupper() and not scan.bits[at] & (c.ROLE | c.TITLE | c.BODY | c.NATION):
            at += 1  # inside a clause a preposition keeps its whole name ("escaped from Wad Madani")
    later = [i for i in range(first + 2, end - 1) if scan.bits[i] & c.DETERMINER and not scan.bits[i - 1] & (c.PREPOSITION | c.DETERMINER)]
    if len(later) > 0:
        return later[-1]  # "In the same statement | the force"
    return max(at, first + 1)


def _drop_times(scan: Scan, first: int, end: int) -> int:
    """Drop "on Thursday", "late Monday" from the end of the phrase."""
    last = end
    while (
        last - 1 > first
        and (scan.bits[last - 1] & (c.TIME | c.ADVERB) or (scan.keys[last - 1].isdigit() and not _is_numbered(scan, last - 1)))
        and not scan.bits[last - 1] & c.SPEAKING
    ):
        last -= 1
    while last < end and last - 1 > first and scan.bits[last - 1] & (c.PREPOSITION | c.DETERMINER):
        last -= 1
    return last


def _is_numbered(scan: Scan, at: int) -> bool:
    """A number that belongs to a name: "la chaîne Atlas | 24"."""
    return scan.lexicon.grammar.head_first and scan.words[at - 1][0].isupper() and not scan.bits[at - 1] & c.TIME


def subject_after(scan: Scan, after: int, *, loose: bool = False) -> tuple[int, int] | None:
    """The noun phrase that begins at token ``after``: "…, said several politicians on Monday"."""
    if after >= scan.count or not _opens(scan, after):
        return None
    last = after
    while last < scan.count and scan.inside[last] == scan.inside[after]:
        bits = scan.bits[last]
        if bits & (c.COMMA | c.PUNCTUATION) and scan.keys[last] not in {"'s", "'", "-", "&"} and not _is_initial(scan, last):
            break
        if bits & _END and last > after and not scan.words[last][0].isupper() and not _is_attribute(scan, last):
            break
        if bits & c.PREPOSITION and last > after and not _joins(scan, last):
            break
        if bits & c.COORDINATOR and last > after and _begins_verb(scan, last + 1):
            break  # "the Ember Foundation | and shared with"
        if last > after and (_is_participle(scan, last) or _is_next(scan, last)):
            break  # "a readout | published by", "Radio Azawagh | l'agronome"
        if last > after and scan.words[last - 1][0].isupper() and bits & c.CUE and verbs.is_verbal(scan, last):
            break  # "quoted by Shatt News | claimed"
        if (
            last > after
            and scan.keys[last].endswith(scan.lexicon.grammar.participle_endings)
            and scan.words[last][0].islower()
            and scan.bits[last - 1] & c.SPEAKING
            and not bits & c.SPEAKING
        ):
            break
        last += 1
    last = _drop_times(scan, after, last)
    if last - after == 1 and scan.keys[after] in scan.lexicon.grammar.singulars and (named := _named_after(scan, last)) is not None:
        return named
    if after < last and (is_speaker(scan, after, last) or (loose and _is_definite(scan, after, last))):
        return after, asides.extend(scan, last)
    return None


def _opens(scan: Scan, at: int) -> bool:
    """Can a noun phrase begin here? "Des habitants" does, though "des" is a preposition too."""
    bits = scan.bits[at]
    if bits & c.DETERMINER and bits & c.PREPOSITION:
        return scan.lexicon.grammar.head_first
    if bits & c.ADVERB and bits & c.DETERMINER and not bits & c.PREPOSITION:
        return True  # "both ministries"
    return not bits & (c.PUNCTUATION | c.COMMA | c.TIME | c.COMPLEMENTIZER | c.ADVERB | c.PREPOSITION)


def _is_next(scan: Scan, at: int) -> bool:
    """Where the head stands first: does another phrase begin, or words that name the next link ("citant")?"""
    if not scan.lexicon.grammar.head_first:
        return False
    bits = scan.bits[at]
    if bits & c.DETERMINER and not bits & (c.PREPOSITION | c.COORDINATOR) and scan.words[at][0].islower():
        return not scan.bits[at - 1] & (c.PREPOSITION | c.DETERMINER | c.COORDINATOR)
    if scan.keys[at].endswith(scan.lexicon.grammar.passive_endings) and not bits & c.SPEAKING and scan.words[at][0].islower():
        papers = any(b & c.PAPER for b in scan.bits[max(0, at - _PLAIN) : at])
        return papers and at + 1 < scan.count and bool(scan.bits[at + 1] & (c.PREPOSITION | c.TIME))
    return any(
        hit.first == at and (hit.value.citing or hit.value.carried or (hit.value.bare and not hit.value.infinitive)) for hit in scan.hits
    )


def _is_attribute(scan: Scan, at: int) -> bool:
    """A word of time, or one that is a verb as well, right behind an article: "le | dernier | bulletin", "le | compte | rendu"."""
    time = scan.bits[at] & (c.TIME | c.VERB) and not scan.bits[at] & (c.AUXILIARY | c.RELATIVE)
    return bool(time) and scan.lexicon.grammar.head_first and bool(scan.bits[at - 1] & c.DETERMINER)


def _begins_verb(scan: Scan, at: int) -> bool:
    if at >= scan.count or scan.words[at][0].isupper() or scan.bits[at] & (c.DETERMINER | c.SPEAKING | c.NATION):
        return False
    return verbs.is_verbal(scan, at) or scan.is_cue(at) or scan.keys[at].endswith(scan.lexicon.grammar.past_endings)


def _is_participle(scan: Scan, at: int) -> bool:
    """A past form before its author: "published by"."""
    led = at + 1 < scan.count and scan.keys[at + 1] in scan.lexicon.grammar.authors
    if led and scan.bits[at] & c.VERB and scan.words[at][0].islower():
        return True  # "kept by"
    after = min(at + 1, scan.count - 1)
    paper = scan.bits[at - 1] & c.PAPER and (
        scan.bits[after] & c.PREPOSITION or scan.keys[after] in scan.lexicon.grammar.particles
    )  # "a draft | circulated to"
    return bool(led or paper) and scan.words[at][0].islower() and scan.keys[at].endswith(scan.lexicon.grammar.past_endings)


def _named_after(scan: Scan, comma: int) -> tuple[int, int] | None:
    """ "Said one, | Haji Gul Rehman |, 71": the name that says which one."""
    if not scan.is_comma(comma):
        return None
    last = comma + 1
    while last < scan.count and scan.words[last][0].isupper():
        last += 1
    return (comma + 1, last) if last > comma + 1 else None


def _joins(scan: Scan, at: int) -> bool:
    """Does the preposition join two parts of one source ("head of the council", "a report by the agency")?"""
    key = scan.keys[at]
    if at + 1 < scan.count and scan.keys[at + 1][0].isdigit() and scan.bits[at - 1] & c.DETERMINER:
        return True  # "more than 20 sources"
    return key in scan.lexicon.grammar.genitives or (key in scan.lexicon.grammar.authors and bool(scan.bits[at - 1] & c.PAPER))


def _is_initial(scan: Scan, at: int) -> bool:
    return scan.keys[at] == "." and len(scan.keys[at - 1]) <= 4 and scan.words[at - 1][0].isupper() and at + 1 < scan.count


def narrow(scan: Scan, source: tuple[int, int]) -> tuple[int, int]:
    """ "A report | compiled by the council | says": a paper speaks for who made it, and stands alone where it was only handed on."""
    first, last = source
    at = next((i for i in range(first + 1, last - 1) if scan.bits[i - 1] & c.PAPER and _is_participle(scan, i)), None)
    if at is None:
        return source
    reached = scan.keys[at] not in scan.lexicon.ties.gathered and any(hit.first == at and hit.value.carried for hit in scan.hits)
    handed = reached or scan.keys[at + 1] not in scan.lexicon.grammar.authors
    author = None if handed else subject_after(scan, at + 2)
    return author if author is not None else (first, at)


def is_speaker(scan: Scan, first: int, last: int) -> bool:
    """Can these words speak: a name, a pronoun, a role, a body, a paper?"""
    if last - first == 1 and scan.bits[first] & c.PRONOUN:
        return True
    if scan.keys[last - 1] in scan.lexicon.ties.shares and scan.bits[last - 1] & c.SPEAKING == 0:
        return True  # "nearly half | said"
    if (
        last - first == _PAIR
        and scan.keys[first] in scan.lexicon.grammar.definites
        and scan.keys[first + 1] in scan.lexicon.grammar.alternates
    ):
        return True  # "the other | said"
    for at in range(first, last):
        bits = scan.bits[at]
        if at > first and scan.lexicon.grammar.head_first and _is_other(scan, at):
            return False
        if at > first and bits & c.PREPOSITION and not _joins(scan, at) and not scan.bits[at - 1] & (c.NATION | c.TITLE):
            return scan.words[first][0].isupper() and first > 0
        if bits & c.SPEAKING and (
            bits & (c.ROLE | c.BODY | c.PAPER | c.UNNAMED) or scan.words[at][0].isupper() or scan.lexicon.code == "ar"
        ):
            return True
        if (
            not bits & (c.FUNCTION | c.TIME | c.PUNCTUATION)
            and scan.words[at][0].isupper()
            and (at > 0 or last - first > 1 or scan.lexicon.code != "en")
        ):
            return True
        if at == 0 and first == 0 and last == 1 and not bits & (c.FUNCTION | c.TIME):
            return scan.words[0][0].isupper()
    return False


def _is_other(scan: Scan, at: int) -> bool:
    """Where the first noun of a phrase is its head, what a plain noun is of does not speak for it: "l'ouverture | d'une enquête du parquet"."""
    return scan.keys[at] in scan.lexicon.grammar.genitives and scan.keys[at - 1] not in scan.lexicon.counts


def is_modal(scan: Scan, first: int, cue: int) -> bool:
    """Is the cue only possible or to come ("would say", "to say")?"""
    if any(scan.keys[i] in scan.lexicon.grammar.modals for i in range(first, cue)):
        return True
    return first > 0 and scan.keys[first - 1] in scan.lexicon.grammar.infinitives
