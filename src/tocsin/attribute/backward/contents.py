"""Where the content begins behind verb and subject, and the nouns of light verbs."""

from tocsin.attribute.backward.asides import find_closing, find_relative_end
from tocsin.attribute.backward.inserted import is_inserted
from tocsin.attribute.backward.subjects import find_marked, is_cue, known_outlet, named_outlet
from tocsin.attribute.contents import behind_preposition, complement
from tocsin.attribute.scan import Scan, is_mark
from tocsin.attribute.unnamed import grounds
from tocsin.lang import classes as c
from tocsin.lang import uncased
from tocsin.lang.clitics import unjoin
from tocsin.lang.cues import Noun, Verb
from tocsin.lang.terms import Hit
from tocsin.model import Act

_PHRASE = 16  # tokens of a subject, at most
_NOUN_REACH = 16  # tokens between a light verb and its noun
_DASHES = frozenset("-–—")
_JOINED = 3  # letters of the shortest word that a preposition is joined to
_STOP = (
    c.PREPOSITION | c.PUNCTUATION | c.COMMA | c.COMPLEMENTIZER | c.SUBORDINATOR | c.VERB | c.AUXILIARY | c.TIME | c.QUESTION | c.NEGATION
)


def find_begin(scan: Scan, at: int, verb: Verb) -> int | None:
    """The content behind the subject, adverbials stepped over as far as a "that", a preposition of the verb or a quotation."""
    if (known := _find_told(scan, at, verb)) is not None:
        return known
    if 0 < at < scan.count and is_cue(scan, at, at - 1) and not any(hit.first == at and hit.value.bare for hit in scan.hits):
        return None  # "نشر الوزير تغريدة | قال فيها إن"
    told = at < scan.count and len(scan.keys[at]) > _JOINED and scan.keys[at].startswith(scan.lexicon.grammar.hearers)
    start = None if told or _is_set_off(scan, at, verb) else complement(scan, at, verb)
    if start is not None and not (is_mark(scan.keys[start]) and find_marked(scan, start) is not None):
        return start
    at = beyond = _behind_aside(scan, at, verb)
    if _is_set_off(scan, at, verb):
        return _past_asides(scan, at)
    for index in range(at, min(scan.count, at + 40)):
        word = scan.keys[index]
        if index < beyond:
            continue
        aside = _behind_aside(scan, index, verb) if index > at else index
        if aside > index and "object" in verb.takes and not scan.bits[aside] & _STOP:
            return aside  # "رجح طبيب في المستشفى، طلب عدم ذكر اسمه، | ارتفاع الحصيلة"
        if (beyond := max(_cited_end(scan, index), aside, find_marked(scan, index) or index)) > index:
            continue
        if word in scan.lexicon.complementizers and len(verb.takes) > 0:
            return index
        if (behind := behind_preposition(scan, index, verb.prepositions)) is not None and not (
            len(verb.prepositions[0]) == 1 and index > at and not _is_deed(scan, index)
        ):
            return behind
        if is_mark(word) and scan.in_speech(index) and "quote" in verb.takes and not _is_manner(scan, index, verb):
            return index
        if word in {":", "؟"} or is_cue(scan, index, at - 1):
            if word == ":":
                return index + 1
            break
    return _find_object(scan, at) if "object" in verb.takes else None


def _is_manner(scan: Scan, at: int, verb: Verb) -> bool:
    """ "أدان الهجوم | «بأشد العبارات»": how it was condemned, and nothing that was said."""
    return verb.act is Act.CONDEMN and at + 1 < scan.count and bool(scan.bits[at + 1] & c.PREPOSITION)


def _find_told(scan: Scan, at: int, verb: Verb) -> int | None:
    """Whom it is demanded of, who is part of what is demanded; or the "that" behind a clause which tells of the subject."""
    if verb.hearer and verb.act is Act.DEMAND and at < scan.count and not scan.bits[at] & _STOP and not is_mark(scan.keys[at]):
        return at
    return find_relative_end(scan, at) if len(verb.takes) > 0 else None


def _is_set_off(scan: Scan, at: int, verb: Verb) -> bool:
    """Does an aside part a verb from an object that alone it can have: "دان المجلس، في نص، | قول رئيس البلدية إن"?"""
    beyond = _past_asides(scan, at) if "object" in verb.takes and at < scan.count else None
    if beyond is None or not {"that", "clause"} & set(verb.takes):
        return beyond is not None
    deed = scan.lexicon.objects.match(scan.keys[beyond]) is not None or scan.lexicon.nouns.at(scan.keys, beyond) is not None
    return deed and not scan.bits[beyond] & c.SPEAKING  # "وأكد الوزير، خلال اللقاء، | حرص الحكومة على"


def _find_object(scan: Scan, at: int) -> int | None:
    """The object right behind an aside, or behind phrases and further asides."""
    opens = at > 0 and scan.is_comma(at - 1) and at < scan.count and not scan.bits[at] & _STOP
    return at if opens else _past_phrases(scan, at) or _past_asides(scan, at)


def _is_deed(scan: Scan, at: int) -> bool:
    """A verbal noun behind the joined preposition, further on: "طالب الأهالي في وقفة | بوقف القصف"."""
    return scan.lexicon.objects.match(scan.keys[at][1:]) is not None


def _cited_end(scan: Scan, at: int) -> int:
    """Behind an aside that cites somebody: "أبلغه، | نقلا عن رعاة عبروا الوادي، | أن"."""
    if (reason := grounds(scan.lexicon.code).at(scan.keys, at)) is not None:
        return reason.last
    if not any(hit.first == at and (hit.value.citing or hit.value.according) for hit in scan.hits):
        return at
    return next((i for i in range(at, min(scan.count, at + _PHRASE)) if scan.is_comma(i)), at)


def _behind_aside(scan: Scan, at: int, verb: Verb) -> int:
    """Behind what is told of the subject between commas, where the content comes next: "والدة نزيل، التي فضلت …، | إلى أنها"."""
    inserted = next((hit for hit in scan.hits if hit.first == at + 1), None)
    closing = find_closing(scan, at) or (None if inserted is None else is_inserted(scan, inserted))
    if closing is None or scan.keys[closing] == ":":
        return at if closing is None or "quote" not in verb.takes else closing
    comes = scan.keys[closing + 1] in scan.lexicon.complementizers or is_mark(scan.keys[closing + 1]) or is_hearer(scan, closing + 1)
    comes = comes or ("object" in verb.takes and not scan.bits[closing + 1] & _STOP)
    return closing + 1 if comes or behind_preposition(scan, closing + 1, verb.prepositions) is not None else at


def is_hearer(scan: Scan, at: int) -> bool:
    """Does an outlet's noun begin here behind the joined preposition of address: "لصحيفة"?"""
    word, grammar = scan.keys[at], scan.lexicon.grammar
    return word.startswith(grammar.hearers) and len(word) > _JOINED and unjoin(scan.lexicon.code, word) in scan.lexicon.outlets


def _past_phrases(scan: Scan, at: int) -> int | None:
    """The object behind short phrases of place, time or hearer: "أعلنت الوزارة في بيان | مقتل 14 شخصا"."""
    start = at
    while at < scan.count - 1:
        if scan.bits[at] & c.TIME:
            at += 1
        elif at > start and scan.keys[at] in scan.lexicon.grammar.headless:
            return at  # "نفت الوزارة في ختام بيانها | ما تداولته صفحات"
        elif scan.bits[at] & c.PREPOSITION and not scan.bits[at] & (c.COMPLEMENTIZER | c.SUBORDINATOR | c.RELATIVE):
            at = find_marked(scan, at + 1) or _past_paper(scan, at + 1) or _past_noun(scan, at + 1)
        elif len(scan.keys[at]) > _JOINED and scan.keys[at].startswith(scan.lexicon.grammar.hearers):
            at = find_marked(scan, at + 1) or known_outlet(scan, at) or named_outlet(scan, at + 1) or at + 1
        else:
            break
    return at if start < at < scan.count and not scan.bits[at] & _STOP else None


def _past_paper(scan: Scan, at: int) -> int | None:
    """Behind the comma that closes what is told of a paper: "ناشد المكتب في بيان صحفي وصل «أثير» نسخة عنه، | الأمم المتحدة"."""
    if at >= scan.count or not scan.bits[at] & c.PAPER:
        return None
    reach = range(at + 1, min(scan.count - 1, at + _PHRASE))
    comma = next((i for i in reach if scan.is_comma(i) or scan.keys[i] in scan.lexicon.complementizers or scan.in_speech(i)), None)
    return None if comma is None or not scan.is_comma(comma) else comma + 1


def _past_noun(scan: Scan, at: int) -> int:
    """Behind a noun, and what owns it: "في دائرة الإصلاح", "في بيان"."""
    article = scan.lexicon.grammar.definite_prefix
    behind = at + 1 < scan.count and scan.keys[at + 1].startswith(article) and not scan.bits[at + 1] & c.NAME
    theirs = at + 1 < scan.count and scan.keys[at + 1].endswith(scan.lexicon.grammar.owned_endings) and not scan.bits[at] & ~c.PAPER
    owned = (behind or theirs) and not scan.keys[at].startswith(article)
    described = behind and scan.keys[at].startswith(article) and not scan.bits[at + 1] & (c.TITLE | c.BODY)
    return at + 2 if owned or described else at + 1


def _past_asides(scan: Scan, at: int) -> int | None:
    """The object behind asides between commas: "أعلنت القوة، في بيان السبت، | فرار 37 سجينا"."""
    start = at
    while at < scan.count and (scan.is_comma(at) or scan.keys[at] in _DASHES):
        closing = next((i for i in range(at + 2, min(scan.count, at + _PHRASE)) if scan.keys[i] == scan.keys[at]), None)
        if closing is None or not _is_aside(scan, at, closing):
            return None
        headless = closing + 1 < scan.count and scan.keys[closing + 1] in scan.lexicon.grammar.headless
        further = scan.bits[min(closing + 1, scan.count - 1)] & (c.PREPOSITION | c.RELATIVE | c.TIME) and not headless
        at = closing if further else closing + 1
    if not start < at < scan.count:
        return None
    return at if not scan.bits[at] & _STOP or scan.keys[at] in scan.lexicon.grammar.headless else None


def _is_aside(scan: Scan, opening: int, closing: int) -> bool:
    """Between dashes anything; between commas a phrase of place, time or manner, or the name of whom the office is."""
    led = scan.bits[opening + 1] & (c.PREPOSITION | c.RELATIVE | c.TIME | c.ADVERB | c.COORDINATOR | c.SUBORDINATOR)
    named = uncased.find_end(scan.words, scan.bits, (opening + 1, closing), code=scan.lexicon.code) == opening + 1
    return scan.keys[opening] in _DASHES or bool(led) or named


def find_noun(scan: Scan, at: int) -> Hit[Noun] | None:
    for index in range(at, min(scan.count, at + _NOUN_REACH)):
        if scan.bits[index] & c.COMPLEMENTIZER or scan.keys[index] == ".":
            return None
        noun = scan.lexicon.nouns.at(scan.keys, index)
        if noun is not None:
            return noun
    return None


def find_behind(scan: Scan, noun: Hit[Noun]) -> int | None:
    for index in range(noun.last, min(scan.count, noun.last + 5)):
        if scan.keys[index] in scan.lexicon.complementizers:
            return index
        behind = behind_preposition(scan, index, noun.value.prepositions)
        if behind is not None:
            return behind
    return noun.first if scan.keys[noun.first - 1] in scan.lexicon.about else None  # "معربة عن | استيائها العميق"
