"""Subjects in front of their verbs, where the verb mostly comes first: headlines, "كان", what a participle leans on."""

from tocsin.attribute.backward.asides import find_closing, is_name, is_speaker
from tocsin.attribute.backward.bounds import whole_subject
from tocsin.attribute.backward.openings import find_head, past_openers
from tocsin.attribute.backward.subjects import can_speak, find_subject
from tocsin.attribute.leads import Lead
from tocsin.attribute.scan import OUTSIDE, Scan, is_mark
from tocsin.lang import actors, classes, uncased
from tocsin.lang import classes as c
from tocsin.lang.clitics import unjoin

_TOPIC = 9  # tokens of a subject before its verb (headlines)
_NAMED = 3  # tokens of a plain name before its verb
_ASIDE = 30  # tokens of asides between a subject and its verb
_BEFORE_STOP = c.PUNCTUATION | c.COMMA | c.VERB | c.COMPLEMENTIZER | c.SUBORDINATOR | c.AUXILIARY | c.CUE


def find_before(scan: Scan, cue: int) -> tuple[int, int] | None:
    """The subject in front of its verb: headlines ("العراق يعبر عن"), "كانت التقارير تحدثت عن"."""
    end = cue
    while end > 1 and scan.bits[end - 1] & c.AUXILIARY:
        end -= 1  # "كان المتحدث | قد أعلن"
    if end > 0 and scan.bits[end - 1] & c.PRONOUN and (end == 1 or not scan.bits[end - 2] & c.PREPOSITION):
        return end - 1, end  # "وهي | تطالب"
    if scan.is_comma(end - 1) and (aside := _before_asides(scan, end - 1)) is not None:
        return aside
    first = end
    while first > 0 and end - first < _TOPIC:
        before = first - 1
        marked = is_mark(scan.keys[before]) and scan.inside[before] != OUTSIDE and not scan.in_speech(before)
        if not marked and scan.bits[before] & _BEFORE_STOP:
            break
        first = before
    if scan.title and (narrow := _before_verb(scan, first, end)) is not None:
        first, end = narrow
    led = _is_led(scan, first)
    governed = first > 0 and scan.keys[first - 1] in scan.lexicon.complementizers  # "أن" stands before nouns alone
    while first < end and scan.bits[first] & (c.OPENER | c.COORDINATOR | c.ADVERB | c.TIME):
        first += 1
    if (
        first < end
        and unjoin(scan.lexicon.code, scan.keys[first]).startswith(scan.lexicon.grammar.definite_prefix)
        and scan.keys[first].startswith(scan.lexicon.grammar.adverbials)
    ):
        return None  # "بالنسبة للزيارات قال": an adverbial
    if not led or first >= end or scan.bits[first] & (c.PREPOSITION | c.TIME) or not can_speak(scan, first, end):
        return None
    if (
        scan.title
        or governed
        or _is_nominal(scan, first)
        or _is_construct(scan, first, end)
        or (first == 0 and end - first < _NAMED and _is_name(scan, first, end))
    ):
        return first, end
    inner = find_subject(scan, first + 1)  # the sentence opens with another verb: "أصدرت الشركة بيانا أعلنت فيه"
    return inner if inner is not None and inner[1] <= end and _may_speak(scan, inner) else None


def _may_speak(scan: Scan, tokens: tuple[int, int]) -> bool:
    """Somebody who speaks by his noun, or a word with the article, or a known name; no "أصوات | انفجارات"."""
    first = tokens[0]
    return is_speaker(scan, first) or _is_nominal(scan, first) or any(scan.keys[i] in scan.names for i in range(*tokens))


def _is_led(scan: Scan, first: int) -> bool:
    """Can a clause begin here: at the head, behind a word that leads one, or behind a comma with a conjunction?"""
    if first == 0 or first == find_head(scan):
        return True
    joined = scan.keys[first][0] in scan.lexicon.conjunctions
    before = scan.bits[first - 1]
    if scan.is_comma(first - 1):
        return joined or bool(scan.bits[first] & c.OPENER)
    if joined and scan.title:
        return True
    return bool(before & (c.AUXILIARY | c.SUBORDINATOR | c.VERB | c.PUNCTUATION | c.COMPLEMENTIZER)) and not before & c.CUE


def _is_construct(scan: Scan, first: int, end: int) -> bool:
    """A word of no known class and its owner with the article, right before the verb: "فسلاح الجو | يؤكد"."""
    article = scan.lexicon.grammar.definite_prefix
    plain = not scan.bits[first] and not scan.keys[first].startswith(scan.lexicon.grammar.verb_prefixes)
    return plain and end - first > 1 and all(key.startswith(article) for key in scan.keys[first + 1 : end])


def _before_verb(scan: Scan, first: int, end: int) -> tuple[int, int] | None:
    """In a headline another verb may stand between: "المحافظ يزور … ويؤكد", "محتجون يقتحمون … ورئيسها | يتهم"."""
    grammar = scan.lexicon.grammar
    second = next((i for i in range(end - 1, first, -1) if _is_second(scan, i)), None)
    if second is not None:
        return second, end  # "قتلى في قصف | ومسؤول يحذر"
    at = next((i for i in range(first + 1, end) if _is_verb(scan, i)), None)
    if at is None:
        return None
    joined = next((i for i in range(end - 1, at, -1) if scan.keys[i].startswith(grammar.conjunctions)), None)
    if joined is not None and end - joined < _NAMED and not scan.keys[end].startswith(grammar.conjunctions):
        return joined, end
    return first, at


def _is_second(scan: Scan, at: int) -> bool:
    """Somebody without the article, joined to what stands before him: the subject of a clause of his own."""
    word, conjunctions = scan.keys[at], scan.lexicon.conjunctions
    rest = word[1:]
    plain = word.startswith(conjunctions) and not rest.startswith(scan.lexicon.grammar.definite_prefix) and len(rest) > _NAMED
    return (
        plain
        and bool(classes.load(scan.lexicon.code).of((rest,))[0] & c.ROLE)
        and not classes.load(scan.lexicon.code).of((word,))[0] & c.NAME
    )


def _is_verb(scan: Scan, at: int) -> bool:
    """Has the word, known as nothing else, the shape of a verb?"""
    joined = scan.keys[at].startswith(scan.lexicon.conjunctions) and not scan.keys[at].startswith(scan.lexicon.grammar.verb_prefixes)
    key = scan.keys[at][1:] if joined else scan.keys[at]
    return key.startswith(scan.lexicon.grammar.verb_prefixes) and not scan.bits[at] & ~(c.VERB | c.CUE) and len(key) > _NAMED


def _before_asides(scan: Scan, closing: int) -> tuple[int, int] | None:
    """The name that opens a sentence, with asides behind it: "أم علي، التي فقدت ابنها، | تقول"."""
    comma = next((i for i in range(1, min(closing, _NAMED + _TOPIC)) if scan.is_comma(i)), None)
    if comma is None or closing - comma > _ASIDE:
        return None
    aside = scan.bits[comma + 1]
    described = aside & (c.RELATIVE | c.PRONOUN | c.TITLE | c.ROLE | c.SUBORDINATOR) or scan.keys[comma + 1].isdigit()
    described = described or find_closing(scan, comma) is not None
    first = past_openers(scan, comma)
    named = first < comma and not described and is_speaker(scan, first) and is_name(scan, comma + 1, closing)
    if not (described or named) or first >= comma:
        return None
    end = comma
    if is_speaker(scan, first):  # "عضوا | في المجلس البلدي"
        end = next((i for i in range(first, comma) if scan.bits[i] & c.PREPOSITION and not scan.bits[i] & ~c.PREPOSITION), comma)
    if any(_is_clausal(scan, i) for i in range(first, end)):
        return None
    office = (
        is_speaker(scan, first)
        and scan.bits[comma + 1] & c.TITLE
        and uncased.find_end(scan.words, scan.bits, (comma + 1, closing), code=scan.lexicon.code)
    )
    if named or office:
        return first, closing  # "صاحبه، حسن، | يخشى"
    return (first, comma) if _is_nominal(scan, first) or is_speaker(scan, first) or _is_name(scan, first, comma) else None


def _is_clausal(scan: Scan, at: int) -> bool:
    """A word that no name has; behind "أبو" and "أم" a name may look like a preposition ("علي")."""
    if at > 0 and scan.bits[at - 1] & c.CONNECTOR:
        return False
    return bool(scan.bits[at] & (c.VERB | c.PREPOSITION | c.COMPLEMENTIZER | c.CUE))


def _is_name(scan: Scan, first: int, last: int) -> bool:
    """Are the words, none of a known class, a name of two parts, or one that the article knows?"""
    plain = not any(scan.bits[i] & ~(c.CONNECTOR | c.NAME) for i in range(first, last))
    return plain and (last - first > 1 or scan.keys[first] in scan.names)


def _is_nominal(scan: Scan, at: int) -> bool:
    """Is the first word of a sentence a noun rather than its verb: with the article, a role, a body, a known name?"""
    article = scan.keys[at].startswith(scan.lexicon.grammar.definite_prefix) or is_mark(scan.keys[at])
    return article or bool(scan.bits[at] & (c.SPEAKING | c.PRONOUN | c.DETERMINER)) or actors.load().terms.at(scan.keys, at) is not None


def find_inner(scan: Scan, lead: Lead) -> tuple[int, int] | None:
    """A paper says "that the minister …, stressing": who stresses is the minister, not the paper."""
    at = lead.begin
    if at is None or lead.source is None or at + 1 >= scan.count or scan.keys[at] not in scan.lexicon.complementizers:
        return None
    paper = any(scan.bits[i] & (c.PAPER | c.BODY) for i in range(*lead.source))
    return (at + 1, at + 2) if paper and scan.bits[at + 1] & (c.ROLE | c.TITLE) and not scan.bits[at + 1] & (c.BODY | c.PAPER) else None


def find_main(scan: Scan, before: int) -> tuple[int, int] | None:
    """The subject of the sentence that a participle leans on: behind its first verb, or before it behind "كان"."""
    for at in range(before):
        spoken = any(hit.first == at and not hit.value.bare and hit.value.verb is not None for hit in scan.hits)
        if (spoken or _opens_clause(scan, at)) and (source := find_subject(scan, at + 1)) is not None and source[0] < before:
            return whole_subject(scan, (source[0], min(source[1], before)))
        if scan.bits[at] & c.AUXILIARY:
            source = find_subject(scan, at + 1)
            if source is not None:
                return _until_verb(scan, source)
        if scan.bits[at] & c.VERB and (source := find_subject(scan, at + 1)) is not None and source[1] <= before:
            return source
    return None


def _opens_clause(scan: Scan, at: int) -> bool:
    """Is the word the verb of the sentence: at its head, and of no class that a verb has not?"""
    if past_openers(scan, at) < at:
        return False
    return not scan.bits[at] & ~(c.VERB | c.CUE) and not _is_nominal(scan, at)


def _until_verb(scan: Scan, source: tuple[int, int]) -> tuple[int, int] | None:
    """After "كان" the subject ends where an unknown word, its verb, precedes a preposition."""
    first, last = source
    if (
        last - first > 2
        and last < scan.count
        and scan.bits[last] & c.PREPOSITION
        and not scan.words[last - 1].startswith(scan.lexicon.grammar.definite_prefix)
    ):
        last -= 1
    return first, last
