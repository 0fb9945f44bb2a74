"""One sentence laid out for reading: tokens, word classes, cues, and which tokens stand inside a quotation."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from tocsin.attribute.lexicon import Lexicon, Sense
from tocsin.attribute.marked import sort_names
from tocsin.attribute.quotes import Quote
from tocsin.lang import classes
from tocsin.lang.terms import Hit
from tocsin.lang.tokens import split
from tocsin.model import Commitment, Sentence, Span
from tocsin.model.statement import Act

OUTSIDE = -1
DASHES = frozenset("-–—")
_FLASH = 18  # tokens before the colon of a flash, at most
_DATELINE = 20  # tokens of a dateline, at most
_DATELINE_HEAD = 3
_UNITS = frozenset("%‰°$€£₽₺")  # signs that are part of a figure
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[:.h][0-5]\d")
_BEHIND_CLOCK = DASHES | {"|", "]", ")", ":"}
_BULLETS = 3  # signs before the clock of a live page
_SINGLES = frozenset("'`")  # marks that are an apostrophe elsewhere
_WIDEST = 2  # tokens of one mark: two apostrophes
_GAP = 3  # characters between a quotation and the next sentence or paragraph


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution as it stands in its sentence, in token ranges; contents are characters of the text.

    ``source`` None means that the speaker is carried over. ``carrier`` is who passes the words on, ``through`` are
    those between him and the speaker.
    ``trailing`` marks the form "content, X said", ``inner`` what is said in a phrase of another's sentence ("denied | what X said"),
    ``points`` what only points back to another's words ("which X denied"), ``told`` a verb that has its hearer joined to it ("أبلغه"),
    ``relays`` a verb of passing on whose subject is who spoke last ("ونقلت عن"), ``nobody`` a verb that names no speaker ("it is said").
    ``back`` marks one whose content is the sentence before ("disclosed this"), ``described`` is where the words about the source end.
    ``passes`` marks a content that is the sentence before ("Об этом сообщил X"),
    ``dialogue`` a line of dialogue behind a dash; ``quotes``: the content is what somebody else says, ``received``: its carrier has only been sent it.
    ``official`` marks a passive verb of a paper ("açıklamada belirtildi"), which goes on with that of the sentence before where it names
    none; ``under`` what stands inside such a verb's content.
    """

    sentence: int
    cue: tuple[int, int]
    act: Act
    commitment: Commitment
    source: tuple[int, int] | None
    content: tuple[Span, ...]
    carrier: tuple[int, int] | None = None
    through: tuple[tuple[int, int], ...] = ()
    hearer: tuple[int, int] | None = None
    trailing: bool = False
    according: bool = False
    witness: bool = False
    spare: tuple[int, int] | None = None
    inner: bool = False
    points: bool = False
    told: bool = False
    relays: bool = False
    nobody: bool = False
    described: int = 0
    back: bool = False
    passes: bool = False
    dialogue: bool = False
    received: bool = False
    quotes: bool = False
    official: bool = False
    under: bool = False


@dataclass(frozen=True, slots=True)
class Scan:
    """A sentence with at least one cue or quotation. ``floor`` is the first token behind a dateline, ``names`` are
    the last names of the persons that the article is known to speak of, ``before`` is the quotation that closes right before
    the sentence ("“Where were they?” | she said").
    ``previous`` and ``following`` are the sentences beside it, ``closed`` the spoken words that end just before it, signs or not."""

    index: int
    sentence: Sentence
    bits: Sequence[int]
    hits: tuple[Hit[Sense], ...]
    inside: Sequence[int]
    quotes: tuple[Quote, ...]
    lexicon: Lexicon
    title: bool = False
    floor: int = 0
    names: Container[str] = frozenset()
    before: Quote | None = None
    previous: Sentence | None = None
    following: Sentence | None = None
    closed: Quote | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        return self.sentence.keys

    @property
    def words(self) -> tuple[str, ...]:
        return self.sentence.words

    @property
    def count(self) -> int:
        return len(self.sentence.keys)

    def span(self, first: int, last: int) -> Span:
        return Span(self.sentence.starts[first], self.sentence.ends[last - 1])

    def trim(self, first: int, last: int) -> tuple[int, int]:
        """Drop punctuation at both ends, but no quotation mark."""
        while first < last and self.is_stop(first):
            first += 1
        while last > first and self.is_stop(last - 1):
            last -= 1
        return first, last

    def is_stop(self, index: int) -> bool:
        stop = self.bits[index] & (classes.PUNCTUATION | classes.COMMA) and self.keys[index] not in _UNITS
        return bool(stop) and not is_mark(self.keys[index])

    def is_cue(self, index: int) -> bool:
        """Does a verb of saying, or a light verb, begin at the token? A word in capitals is a name ("the Post and Courier")."""
        if index > 0 and not self.title and self.words[index][0].isupper():
            return False
        return any(hit.first == index and (hit.value.verb is not None or hit.value.light) for hit in self.hits)

    def in_speech(self, index: int) -> bool:
        """Does the token stand in a quotation that is speech?"""
        return self.inside[index] != OUTSIDE and self.quotes[self.inside[index]].speech

    def is_comma(self, index: int) -> bool:
        return 0 <= index < self.count and bool(self.bits[index] & classes.COMMA)


def is_mark(word: str) -> bool:
    return word in '"“”„«»‘' or word == "''"


def layout(
    index: int,
    sentence: Sentence,
    quotes: Sequence[Quote],
    lexicon: Lexicon,
    *,
    title: bool = False,
    dateline: str | None = None,
    names: Container[str] = frozenset(),
    beside: tuple[Sentence | None, Sentence | None] = (None, None),
) -> Scan | None:
    """Return the scan of a sentence, or None where it holds neither cue nor quotation."""
    hits = tuple(lexicon.cues.find(sentence.keys))
    touching = _touching(quotes, sentence.start, sentence.end)
    flash = (lexicon.grammar.labelled or len(lexicon.flashes) > 0) and ":" in sentence.keys[:_FLASH]
    told = len(hits) > 0 or len(touching) > 0 or title or flash
    if not told and not _has_owned(sentence.keys, lexicon):
        return None
    inside = [OUTSIDE] * len(sentence.keys)
    for number, quote in enumerate(touching):
        first = bisect_right(sentence.ends, quote.start)
        for token in range(first, len(inside)):
            if sentence.starts[token] >= quote.end:
                break
            inside[token] = number
    sentence = _marked(sentence, touching)
    bits = classes.load(lexicon.code).of(sentence.keys, sentence.words)
    touching = sort_names(touching, inside, bits, lexicon)
    closed = _closed_before(quotes, sentence)
    before = closed if _is_beside(closed, sentence) else None
    return Scan(
        index, sentence, bits, hits, inside, touching, lexicon, title, _head_end(sentence, dateline), names, before, *beside, closed
    )


def _has_owned(keys: Sequence[str], lexicon: Lexicon) -> bool:
    """Can a noun of saying with its owner stand here ("a denial from the militia that")?"""
    if len(lexicon.ties.owners) == 0 or lexicon.complementizers.isdisjoint(keys):
        return False
    return next(lexicon.nouns.find(keys), None) is not None


def _closed_before(quotes: Sequence[Quote], sentence: Sentence) -> Quote | None:
    """The spoken words that end a sign or two before the sentence, or before its paragraph."""
    at = bisect_right(quotes, sentence.start, key=lambda quote: quote.end) - 1
    return quotes[at] if at >= 0 and quotes[at].speech and 0 < sentence.start - quotes[at].end <= _GAP else None


def _is_beside(quote: Quote | None, sentence: Sentence) -> bool:
    """Does nothing but a space, or the end of a paragraph, stand between?"""
    return quote is not None and (sentence.start - quote.end == 1 or quote.paragraph != sentence.paragraph)


def _marked(sentence: Sentence, quotes: Sequence[Quote]) -> Sentence:
    """The sentence with apostrophes that are quotation marks ('…', ``…'') written as such."""
    keys: list[str] | None = None
    for quote in quotes:
        first, last = bisect_left(sentence.starts, quote.start), bisect_right(sentence.ends, quote.end)
        for token in {*range(first, first + _WIDEST), *range(last - _WIDEST, last)}:
            if 0 <= token < len(sentence.keys) and sentence.keys[token] in _SINGLES and quote.touches(sentence.starts[token]):
                keys = list(sentence.keys) if keys is None else keys
                keys[token] = '"'
    return sentence if keys is None else replace(sentence, keys=tuple(keys))


def _head_end(sentence: Sentence, dateline: str | None) -> int:
    """The token behind what stands before the sentence: a dateline, or the clock of a live page ("19:20", "[19.20] -")."""
    keys = sentence.keys
    at = next((i for i in range(min(_BULLETS, len(keys))) if keys[i][0].isalnum() or is_mark(keys[i])), 0)
    if not keys[at][0].isdigit() or _CLOCK.fullmatch(keys[at]) is None:
        return dateline_end(sentence, dateline)
    end = next((i for i in range(at + 1, len(keys)) if keys[i] not in _BEHIND_CLOCK), len(keys))
    led = end > at + 1 or (end < len(keys) and sentence.words[end][0].isupper())
    return end if led and end < len(keys) else 0


def dateline_end(sentence: Sentence, dateline: str | None) -> int:
    """The token behind "HASAKAH, Syria (Levant Wire) -" where the sentence opens with the article's dateline, else 0."""
    if dateline is None or split(dateline)[0] not in sentence.keys[:_DATELINE_HEAD]:
        return 0
    return next((i + 1 for i in range(min(len(sentence.keys), _DATELINE)) if sentence.keys[i] in DASHES), 0)


def _touching(quotes: Sequence[Quote], start: int, end: int) -> tuple[Quote, ...]:
    if len(quotes) == 0:
        return ()
    first = bisect_right(quotes, start, key=lambda quote: quote.end)
    found = []
    for quote in quotes[first:]:
        if quote.start >= end:
            break
        found.append(quote)
    return tuple(found)
