"""Quotations that stand alone behind words without a quotation of their own: whose they are.

"The mayor blamed the operator. | “They knew for weeks.”", "Olin wiped her brow. | “We have nothing left.”"
"""

from bisect import bisect_left, bisect_right

from tocsin.attribute import chains
from tocsin.attribute.keeping import end
from tocsin.attribute.making import identify
from tocsin.attribute.phrases import Phrase
from tocsin.attribute.quotes import Quote
from tocsin.attribute.register import Entry
from tocsin.attribute.state import Reading
from tocsin.lang import grammar, pack
from tocsin.model import Act, Commitment, Kind, Link, Mention, Role, Sentence, Span, Statement, Voice

_BORROWED = 0.75  # confidence that a quotation is of the one spoken of before it
_HEAD = 12  # characters before the subject of a sentence, at most
_PHRASE = 40  # characters of a phrase before it
_LEAD = 3  # characters of a bullet or a dash before a quotation
_NEAR = 24  # statements that may stand in the sentence before


def foretell(reading: Reading, quote: Quote) -> Statement | None:
    """Return the statement of a quotation at the head of its paragraph by the person whom the next sentence tells of: "“…” | Orlin stood up."."""
    article = reading.article
    at = bisect_left(article.sentences, quote.end, key=lambda sentence: sentence.start)
    if at == 0 or at >= len(article.sentences) or article.paragraphs[quote.paragraph].start < quote.start - _LEAD:
        return None
    after = article.sentences[at]
    if (
        after.paragraph != quote.paragraph
        or 1 in reading.taken[after.start : after.end]
        or article.text[quote.end : after.start].strip() != ""
    ):
        return None
    person = _subject(reading, after)
    return None if person is None else _make(reading, quote, chains.make_chain(reading.origin, person.via, person.link))


def adopt(reading: Reading, quote: Quote) -> Statement | None:
    """Return the statement that a lone quotation makes, by whom the sentence before it is said or tells; None where nobody is."""
    before = _before(reading, quote)
    if before is None:
        return None
    chain = _said(reading, before) or _told(reading, before)
    return None if chain is None else _make(reading, quote, chain)


def _make(reading: Reading, quote: Quote, chain: tuple[Link, ...]) -> Statement:
    span = Span(quote.start, quote.end)
    mark = Span(quote.start, quote.start + 1)
    return Statement(
        id=identify(reading, None, mark, (span,)),
        act=Act.ASSERT,
        voice=Voice.DIRECT,
        commitment=Commitment.CERTAIN,
        confidence=_BORROWED,
        cue=mark,
        source=None,
        content=(span,),
        chain=chain,
    )


def _before(reading: Reading, quote: Quote) -> Sentence | None:
    """The sentence before a quotation that fills its own sentences, where one stands before it in the text."""
    article = reading.article
    at = bisect_right(article.sentences, quote.start, key=lambda sentence: sentence.start) - 1
    last = bisect_left(article.sentences, quote.end, key=lambda sentence: sentence.end)
    if at < 1 or last >= len(article.sentences):
        return None
    lead = article.text[article.sentences[at].start : quote.start]
    rest = article.text[quote.end : article.sentences[last].end]
    if any(ch.isalnum() for ch in lead + rest):
        return None
    before = article.sentences[at - 1]
    if article.paragraphs[before.paragraph].role is Role.TITLE or article.sentences[at].paragraph - before.paragraph > 1:
        return None
    return before


def _said(reading: Reading, before: Sentence) -> tuple[Link, ...] | None:
    """The chain of the last words of the sentence that stand in nobody else's."""
    count = len(reading.statements)
    held = [s for s in reading.statements[max(0, count - _NEAR) :] if s.cue is not None and before.start <= s.cue.start < before.end]
    outer = [s for s in held if not any(_holds(other, s) for other in held)]
    return max(outer, key=end).chain if len(outer) > 0 else None


def _holds(outer: Statement, inner: Statement) -> bool:
    if outer is inner or inner.cue is None:
        return False
    return any(span.start <= inner.cue.start and inner.cue.end <= span.end for span in outer.content)


def _told(reading: Reading, before: Sentence) -> tuple[Link, ...] | None:
    """Whom a sentence in the outlet's own voice tells of: a person at its head, or the one a pronoun there means."""
    person = _subject(reading, before)
    if person is None:
        return None
    return chains.make_chain(reading.origin, person.via, person.link)


def _subject(reading: Reading, before: Sentence) -> Entry | None:
    mentions = reading.article.mentions
    first = bisect_left(mentions, before.start, key=lambda mention: mention.start)
    opening = next((m for m in mentions[first:] if m.start >= before.end or _is_person(m)), None)
    if opening is not None and opening.start < before.end and _opens(reading, before, opening):
        link = Link(opening.head or opening.label, Kind.PERSON, office=opening.office)
        return reading.register.resolve(
            Phrase(link, frozenset(), definite=False, pronoun=None, paper=False, code=before.language or ""), before.start
        )
    if before.language not in pack.codes():
        return None
    words = grammar.load(before.language or "")
    singles = (*words.pronouns.get("person", ()), *words.pronouns.get("single", ()))
    return reading.register.recall(before.start) if before.keys[0] in singles else None


def _is_person(mention: Mention) -> bool:
    return mention.kind is Kind.PERSON and mention.head is not None


def _opens(reading: Reading, sentence: Sentence, mention: Mention) -> bool:
    """Does the mention stand at the head of the sentence, or behind a short phrase that a comma closes ("With that, Orlin left")?"""
    lead = reading.article.text[sentence.start : mention.start].rstrip()
    return len(lead) <= _HEAD or (len(lead) <= _PHRASE and lead.endswith((",", "،")))
