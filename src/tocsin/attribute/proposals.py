"""What the tagger proposes beside the rules. Attributions in characters enter, drafts of a sentence leave.

The rules go first: what they read has its cue, its speaker and its bounds for reasons that can be named. The tagger adds what they leave.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from tocsin.attribute.contents import complement
from tocsin.attribute.forward.forms import is_name
from tocsin.attribute.forward.groups import group_start
from tocsin.attribute.forward.subjects import is_modal, is_speaker
from tocsin.attribute.forward.verbs import is_noun
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import OUTSIDE, Draft, Scan
from tocsin.attribute.tagger import Attribution, Tagger, gather
from tocsin.lang.classes import NEGATION, PASSIVE, PRONOUN
from tocsin.lang.terms import Hit
from tocsin.model import Act, Commitment, Span

_SURE = 0.3  # the likelihood from which a proposal stands beside the rules
_CLAUSE = 4  # words that say something
_NEAR = 2  # words between where the rules and the tagger see a content begin


def complete(scan: Scan, drafts: Sequence[Draft], tagger: Tagger) -> Sequence[Draft]:
    """The drafts of the rules, with what the tagger proposes where they leave something."""
    if tagger.weights is None or not _leaves(scan, drafts):
        return drafts
    read = ((None if made.source is None else scan.span(*made.source), scan.span(*made.cue), made.content) for made in drafts)
    return _add(scan, drafts, tagger.ask(scan.sentence.paragraph, gather(read)).attributions)


def _leaves(scan: Scan, drafts: Sequence[Draft]) -> bool:
    """Did the rules leave a cue or spoken words unread? Only there can the tagger add anything."""
    held = [span for made in drafts for span in (scan.span(*made.cue), *made.content)]
    cues = (scan.span(hit.first, hit.last) for hit in scan.hits if _is_spoken(scan, hit))
    spoken = (Span(quote.start, quote.end) for quote in scan.quotes if quote.speech)
    return any(not any(span.start < other.end and other.start < span.end for other in held) for span in (*cues, *spoken))


def _is_spoken(scan: Scan, hit: Hit[Sense]) -> bool:
    """Could the form be a cue here? Not as a noun, a name, or a verb of what might be said."""
    noun = scan.keys[hit.last - 1] in scan.lexicon.homonyms and is_noun(scan, hit.first)
    if hit.value.verb is None or noun or is_name(scan, hit):
        return hit.value.according
    first = group_start(scan, hit.first)
    return not is_modal(scan, first, hit.first) and not any(scan.bits[i] & NEGATION for i in range(first, hit.first))


def _within(scan: Scan, attributions: Iterable[Attribution]) -> list[Attribution]:
    """Those that are sure, have a source, and have their cue in the sentence."""
    start, end = scan.sentence.start, scan.sentence.end
    return [a for a in attributions if a.likely >= _SURE and a.source is not None and start <= a.cue.start and a.cue.end <= end]


def _add(scan: Scan, drafts: Sequence[Draft], proposed: Iterable[Attribution]) -> list[Draft]:
    """The drafts of the rules, and the proposals that their words show to be attributions, of something else."""
    kept = list(drafts)
    for attribution in _within(scan, proposed):
        made = _make(scan, attribution)
        if made is not None and _is_told(scan, made) and not any(_meet(scan, made, other) for other in kept):
            kept.append(made)
    return kept


def _make(scan: Scan, attribution: Attribution) -> Draft | None:
    cue = _range(scan, attribution.cue)
    source = None if attribution.source is None else _range(scan, attribution.source)
    if cue is None or (attribution.source is not None and source is None):
        return None
    act, commitment, according = _read_cue(scan, cue)
    content = tuple(attribution.content)
    return Draft(
        sentence=scan.index,
        cue=cue,
        act=act,
        commitment=commitment,
        source=source,
        content=content,
        trailing=content[-1].end <= attribution.cue.start,
        according=according,
    )


def _range(scan: Scan, span: Span) -> tuple[int, int] | None:
    """The tokens of the sentence that a span touches; None where it leaves the sentence."""
    first, last = bisect_right(scan.sentence.ends, span.start), bisect_left(scan.sentence.starts, span.end)
    return (first, last) if first < last and scan.sentence.start <= span.start and span.end <= scan.sentence.end else None


def _read_cue(scan: Scan, cue: tuple[int, int]) -> tuple[Act, Commitment, bool]:
    """What the words of the cue do, as the pack knows them; words it does not know assert."""
    senses = _senses(scan, cue)
    verb = next((sense.verb for sense in senses if sense.verb is not None), None)
    according = any(sense.according for sense in senses)
    if verb is not None:
        return verb.act, verb.commitment, according
    nouns = (scan.lexicon.nouns.at(scan.keys, index) for index in range(*cue))
    noun = next((hit.value for hit in nouns if hit is not None), None)
    return (Act.ASSERT, Commitment.CERTAIN, according) if noun is None else (noun.act, noun.commitment, according)


def _senses(scan: Scan, cue: tuple[int, int]) -> Sequence[Sense]:
    return [hit.value for hit in scan.hits if cue[0] <= hit.first < cue[1]]


def _is_told(scan: Scan, made: Draft) -> bool:
    """Was it said, and is it what the cue takes, as the pack knows it? Or do quotation marks show that somebody speaks?"""
    if _is_unsaid(scan, made) or _is_parted(scan, made) or not _speaks(scan, made):
        return False
    if any(quote.speech and any(span.start < quote.end and quote.start < span.end for span in made.content) for quote in scan.quotes):
        return True
    first = bisect_left(scan.sentence.starts, made.content[0].start)
    if sum(first <= i and start < made.content[-1].end for i, start in enumerate(scan.sentence.starts)) < _CLAUSE:
        return False
    senses = _senses(scan, made.cue)
    if made.trailing or any(sense.according for sense in senses):
        return any(sense.verb is not None or sense.according for sense in senses)
    begins = (complement(scan, made.cue[1], sense.verb) for sense in senses if sense.verb is not None)
    return any(begin is not None and -1 <= first - begin <= _NEAR for begin in begins)


def _is_unsaid(scan: Scan, made: Draft) -> bool:
    """ "Nobody said", "declined to say", "was told", "if the court says": words that the source did not speak."""
    source = made.cue if made.source is None else made.source
    first = min(made.cue[0], source[1])
    words = (*range(*source), *range(first, made.cue[1]))
    denied = any(scan.bits[i] & NEGATION or scan.keys[i] in scan.lexicon.grammar.infinitives for i in words)
    supposed = source[0] > 0 and scan.keys[source[0] - 1] in scan.lexicon.hypothetical
    heard = source[1] <= made.cue[0] and any(scan.bits[i] & PASSIVE for i in words)
    return denied or supposed or heard or is_modal(scan, first, made.cue[1])


def _speaks(scan: Scan, made: Draft) -> bool:
    """Could the source speak? A clock, a banner or a sign says what nobody says."""
    if made.source is None:
        return True
    first, last = made.source
    return is_speaker(scan, first, last) or bool(scan.bits[first] & PRONOUN)


def _is_parted(scan: Scan, made: Draft) -> bool:
    """ "Asked whether …, he said": a content between cue and source belongs to another cue; and so does one outside the quotation that a cue is in."""
    number = scan.inside[made.cue[0]]
    if number != OUTSIDE and any(s.start < scan.quotes[number].start or s.end > scan.quotes[number].end for s in made.content):
        return True
    if made.source is None:
        return False
    between = sorted((scan.span(*made.cue), scan.span(*made.source)))
    return any(between[0].end <= span.start and span.end <= between[1].start for span in made.content)


def _meet(scan: Scan, made: Draft, other: Draft) -> bool:
    """Do two drafts share a cue or words of a content, or is the one's content made of who speaks in the other?"""
    if made.cue[0] < other.cue[1] and other.cue[0] < made.cue[1]:
        return True
    told = (other.cue, *(tokens for tokens in (other.source, other.carrier) if tokens is not None))
    held = (*other.content, *(scan.span(*tokens) for tokens in told))
    return any(a.start < b.end and b.start < a.end for a in made.content for b in held)
