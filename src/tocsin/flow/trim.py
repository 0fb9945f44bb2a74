"""A stretch of words cut to what can stand alone: a range of an article enters, a shorter one leaves, and whether it is a whole clause.

Words are cut, never made: joining words at the head, a dateline, what a cut left hanging at the end, marks without their pair.
"""

from dataclasses import dataclass
from functools import cache

from tocsin.attribute.scan import dateline_end
from tocsin.lang import classes as c
from tocsin.lang import grammar, language, pack
from tocsin.lang.clitics import unjoin
from tocsin.lang.tokens import make_sentence
from tocsin.model import Sentence, Span

_JOINS = c.COORDINATOR | c.COMPLEMENTIZER | c.PUNCTUATION | c.COMMA
_HANGING = _JOINS | c.RELATIVE | c.PREPOSITION | c.DETERMINER | c.SUBORDINATOR | c.AUXILIARY | c.ADVERB
_BROKEN = c.RELATIVE | c.QUESTION | c.SUBORDINATOR
_FINITE = c.VERB | c.AUXILIARY
_PAIRS = {"“": "”", "«": "»", "(": ")", "[": "]"}
_MARKS = "“”«»„\"'‘’"
_ENDS = "?!؟"


@dataclass(frozen=True, slots=True)
class Trimmed:
    """What is left. ``whole`` when it reads as a clause, ``begun`` when its first word needs none before it, ``pronoun`` when that names nobody."""

    span: Span
    whole: bool
    begun: bool
    pronoun: bool


def trim(text: str, folded: str, span: Span, *, code: str | None, dateline: str | None, cut: bool) -> Trimmed | None:
    """Cut ``span`` of ``text``; ``cut`` says that words of its sentence follow. None where nothing is left."""
    sentence = make_sentence(text, folded, span.start, span.end, language=code)
    if code not in pack.codes():
        bare = _strip(text, span)
        return None if bare is None else Trimmed(bare, whole=True, begun=True, pronoun=False)
    bits = c.load(code or "").of(sentence.keys)
    first = _find_head(bits, dateline_end(sentence, dateline), code or "")
    last = _find_tail(bits, first, cut=cut)
    if first >= last:
        return None
    start = sentence.starts[first] + _joined(sentence.keys[first], code or "")
    bare = _strip(text, Span(start, max(sentence.ends[last - 1], start)))
    if bare is None:
        return None
    if bits[last - 1] & c.PUNCTUATION == 0 and text[bare.end : bare.end + 1] in tuple(_ENDS):
        bare = Span(bare.start, bare.end + 1)
    begun = _is_begun(sentence, bits, first, last)
    return Trimmed(bare, begun and _has_verb(sentence, bits, first, last), begun, pronoun=_stands_in(bits, first))


def _stands_in(bits: list[int], first: int) -> bool:
    """True of "they" and of "this" that no noun follows: words that name what stood before."""
    following = bits[first + 1] if first + 1 < len(bits) else c.COMMA
    return bits[first] & c.PRONOUN != 0 or (bits[first] & c.DETERMINER != 0 and following & (c.COMMA | c.AUXILIARY) != 0)


def _find_head(bits: list[int], first: int, code: str) -> int:
    """The first word that joins nothing to what stood before."""
    complementizer = c.COMPLEMENTIZER if grammar.load(code).order != "subject-verb" else 0
    count = len(bits)
    while first < count:
        bit, following = bits[first], bits[first + 1] if first + 1 < count else 0
        sign = bit & (c.PUNCTUATION | c.COMMA) != 0
        joins = bit & c.COORDINATOR != 0 and bit & c.NEGATION == 0
        says = bit & c.COMPLEMENTIZER != 0 and (following & _FINITE == 0 or complementizer != 0)
        grants = bit & c.OPENER != 0 and bit & c.SUBORDINATOR != 0 and bit & (c.QUESTION | c.PREPOSITION | c.COMPLEMENTIZER) == 0
        opens = bit & c.OPENER != 0 and (grants or following & c.COMMA != 0)
        if not (sign or joins or says or opens):
            break
        first += 1
    return first


def _find_tail(bits: list[int], first: int, *, cut: bool) -> int:
    last = len(bits)
    hanging = _HANGING if cut else _JOINS
    while last > first and bits[last - 1] & hanging and bits[last - 1] & c.NEGATION == 0:
        last -= 1
    return last


@cache
def _conjunctions(code: str) -> tuple[str, ...]:
    words = grammar.load(code).coordinators
    return tuple(word for word in words if len(word) == 1 and word in language.load(code).proclitics)


@cache
def _joined(key: str, code: str) -> int:
    """How many letters of a word are a conjunction written into it: those before a function word or verb that the pack knows."""
    for conjunction in _conjunctions(code):
        rest = key[len(conjunction) :]
        if key.startswith(conjunction) and len(rest) > 1 and key not in _words(code) and rest in _words(code):
            return len(conjunction)
    return 0


@cache
def _words(code: str) -> frozenset[str]:
    words = grammar.load(code)
    kinds = (words.verbs, words.auxiliaries, words.negations, words.prepositions, words.determiners, words.adverbs)
    return frozenset(word for kind in kinds for word in kind)


def _is_begun(sentence: Sentence, bits: list[int], first: int, last: int) -> bool:
    """False of what hangs on words before it: "who stormed the jail", "by seizing weapons", "killing four"."""
    words, bit = grammar.load(sentence.language or ""), bits[first]
    if words.order != "subject-verb":
        return (bit & _BROKEN == 0 or bit & c.NEGATION != 0) and not _is_object(sentence.keys[first], sentence.language or "")
    key = sentence.keys[first]
    if (bit & _BROKEN and bit & (c.DETERMINER | c.ADVERB) == 0) or (bit & _FINITE and bit & (c.PRONOUN | c.DETERMINER) == 0):
        return False
    if key in words.infinitives or (
        bit & c.PREPOSITION and any(sentence.keys[first + 1 : first + 2]) and _is_participle(sentence, first + 1)
    ):
        return False
    return not (_is_participle(sentence, first) and not any(bits[i] & _FINITE for i in range(first + 1, min(last, first + 4))))


@cache
def _is_object(key: str, code: str) -> bool:
    """True of a verbal noun with a preposition written into it: what somebody calls for, not what is so."""
    bare = unjoin(code, key)
    return bare != key and c.objects(code).match(bare) is not None


def _is_participle(sentence: Sentence, at: int) -> bool:
    words, key = grammar.load(sentence.language or ""), sentence.keys[at]
    return len(key) > 4 and key.endswith((*words.participle_endings, *words.past_endings)) and "-" not in key


def _has_verb(sentence: Sentence, bits: list[int], first: int, last: int) -> bool:
    """True where a finite verb stands behind a subject. A language that begins with the verb is not asked."""
    words = grammar.load(sentence.language or "")
    if words.order != "subject-verb":
        return last - first > 2
    return any(
        bits[i] & _FINITE or (sentence.keys[i].endswith(words.past_endings) and len(sentence.keys[i]) > 3) for i in range(first + 1, last)
    )


def _strip(text: str, span: Span) -> Span | None:
    """Drop marks at the ends that have no pair within, and the pair that stands around everything."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or (text[start] in _MARKS and not _is_paired(text, start, end))):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",،;:.؛" or _is_stray(text, start, end)):
        end -= 1
    before = text[start - 1 : start]
    if before in _PAIRS and text.count(_PAIRS[before], start, end) > text.count(before, start, end):
        start -= 1  # a mark cut off at the head whose pair stands inside
    closing = _PAIRS.get(next((m for m in _PAIRS if text.count(m, start, end) > text.count(_PAIRS[m], start, end)), ""), "")
    if closing != "":
        end += next((n for n in (1, 2) if text[end + n - 1 : end + n] == closing and not text[end : end + n - 1].isalnum()), 0)
    return Span(start, end) if any(letter.isalnum() for letter in text[start:end]) else None


def _is_paired(text: str, start: int, end: int) -> bool:
    """True where the mark at the head closes inside, before the end."""
    closing = _PAIRS.get(text[start], text[start])
    return closing in text[start + 1 : end - 1].rstrip(",،;:.؛ ")


def _is_stray(text: str, start: int, end: int) -> bool:
    mark = text[end - 1]
    if mark not in _MARKS:
        return False
    opening = next((o for o, closing in _PAIRS.items() if closing == mark), mark)
    return opening not in text[start : end - 1]
