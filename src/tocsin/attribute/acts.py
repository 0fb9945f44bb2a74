"""What a statement does and how: act, voice, the holder's commitment. Reads the content's first words."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from tocsin.attribute.quotes import Quote
from tocsin.attribute.scan import Draft
from tocsin.lang import actors, classes, grammar, speakers
from tocsin.lang.clitics import proclitics
from tocsin.lang.fold import key
from tocsin.lang.terms import Hit, Terms
from tocsin.model import Act, Commitment, Kind, Link, Span, Statement, Voice

_HEAD = 10  # words of a content that decide how it is held
_MOSTLY = 0.6  # the share of a content that another's words fill, from which it only reports them
_SHORT = 4  # words of an answer
_NEED = 3  # words within which "the need to" turns an assertion into a demand


@cache
def _moods(code: str) -> Terms[str]:
    people = speakers.load(code)
    entries = dict.fromkeys(people.possible, "possible") | dict.fromkeys(people.probable, "probable")
    return Terms(entries | dict.fromkeys(people.necessity, "need"), proclitics(code))


def read_act(draft: Draft, keys: tuple[str, ...], code: str, speaker: Link) -> Act:
    """Refine the cue's act by the content's ``keys``: "stressed the need to rebuild" demands, "stated that we will" promises."""
    if draft.quotes and draft.act is Act.ASSERT:
        return Act.REPORT
    if draft.act is Act.REPORT and speaker.kind not in {Kind.AGENCY, Kind.OUTLET}:
        return Act.ASSERT  # only who passes on another's words reports them
    if draft.act is Act.DEMAND and _asks(keys, code):
        return Act.ASK
    if draft.act is not Act.ASSERT or len(draft.content) == 0:
        return draft.act
    if _bids(keys, code):
        return Act.DEMAND
    if _corrects(keys, code):
        return Act.RETRACT
    if (told := _plain(keys, code)) is not None:
        return told
    own = len(keys) > 0 and keys[0] in grammar.load(code).self_complementizers
    keys = _opened(keys, code)
    if (judged := next((hit.value for hit in _verdicts(code).find(keys[:_HEAD])), None)) is not None:
        return judged
    for hit in _moods(code).find(keys):
        if hit.value == "need":
            words = grammar.load(code)
            if words.order == "verb-final":
                return Act.DEMAND if len(keys) - hit.last < _NEED else draft.act
            plain = keys[hit.first] not in words.modals
            return Act.DEMAND if hit.first < (_NEED if plain else _HEAD) else draft.act
    if _promises(keys, code, speaker):
        return Act.PROMISE
    return _foretells(keys, code, own=own, speaker=speaker) or draft.act


def _bids(keys: Sequence[str], code: str) -> bool:
    """ "Clear the village!", "that people not heed rumours": the last verb of the clause, where verbs stand at its end, bids."""
    last = next((k for k in reversed(keys) if k[0].isalnum()), "")
    return last != "" and _biddings(code).fullmatch(last) is not None


@cache
def _biddings(code: str) -> re.Pattern[str]:
    shapes = speakers.load(code).bidding_patterns
    return re.compile("|".join(shapes) if len(shapes) > 0 else r"(?!)")


@cache
def _verdicts(code: str) -> Terms[Act]:
    """Words that open a confirmation or a denial of what another said."""
    people = speakers.load(code)
    return Terms(dict.fromkeys(people.confirmations, Act.CONFIRM) | dict.fromkeys(people.rebuttals, Act.DENY))


def _foretells(keys: tuple[str, ...], code: str, *, own: bool, speaker: Link) -> Act | None:
    """A verb in the future: who speaks of himself promises it, who is not named foretells it."""
    words = grammar.load(code)
    shaped = (i for i, k in enumerate(keys[:_HEAD]) if len(k) > _NEED and k.startswith(words.futures) and not k.startswith(words.unfutures))
    at = next(shaped, None)
    if at is None:
        return None
    if own and at == 0:
        return Act.PROMISE
    return Act.PREDICT if speaker.unnamed and at <= _NEED + 1 and not _holds_office(speaker, code) else None


def _holds_office(speaker: Link, code: str) -> bool:
    """A minister or commander who is only not called by his name."""
    words = key(speaker.descriptor or speaker.name).split()
    return len(words) > 0 and bool(classes.load(code).of(words[:1])[0] & classes.TITLE)


def _asks(keys: tuple[str, ...], code: str) -> bool:
    """ "A demandé | pourquoi les citernes …", "« Qui a tiré ? », a demandé …"."""
    words = grammar.load(code)
    if not words.inverts or len(keys) == 0:
        return False
    return _opened(keys, code)[:1] != () and (_opened(keys, code)[0] in words.questions or "?" in keys[-2:])


@cache
def _plains(code: str) -> Terms[Act]:
    people = speakers.load(code)
    return Terms(dict.fromkeys(people.denials, Act.DENY) | dict.fromkeys(people.hearsay, Act.REPORT))


@cache
def _answers(code: str) -> Terms[bool]:
    return Terms(dict.fromkeys(speakers.load(code).answers, True))


def _plain(keys: tuple[str, ...], code: str) -> Act | None:
    """ "He had nothing to do with it" and "not us" deny; "they had been told that" reports."""
    words = [k for k in keys if k[0].isalnum()]
    if 0 < len(words) <= _SHORT and _answers(code).at(words, 0) is not None:
        return Act.DENY
    hit = next(_plains(code).find(keys if grammar.load(code).order == "verb-final" else keys[:_HEAD]), None)
    return None if hit is None else hit.value


@cache
def _possible_endings(code: str) -> tuple[str, ...]:
    return tuple(map(key, speakers.load(code).possible_endings))


@cache
def _corrections(code: str) -> Terms[bool]:
    return Terms(dict.fromkeys(speakers.load(code).corrections, True))


def _corrects(keys: tuple[str, ...], code: str) -> bool:
    """ "29 and not 37 as previously stated": a number set against another, or words that take back."""
    if any(True for _ in _corrections(code).find(keys)):
        return True
    negations = grammar.load(code).negations
    if not any(word in keys for word in negations):
        return False
    joints = (*grammar.load(code).commas, *grammar.load(code).coordinators)
    between = (i for i, k in enumerate(keys) if k in negations and 0 < i < len(keys) - 1)
    return any(keys[i + 1][0].isdigit() and (keys[i - 1] in joints or keys[i - 1][0].isdigit()) for i in between)


def _promises(keys: tuple[str, ...], code: str, speaker: Link) -> bool:
    """ "We will", "his country will": the speaker binds himself or his state."""
    at = next((i for i, k in enumerate(keys[:4]) if k in speakers.load(code).promises), None)
    if at is None or at == 0:
        return False
    pronouns = {form for forms in grammar.load(code).pronouns.values() for form in forms}
    if any(k in pronouns for k in keys[:at]):
        return True
    entry = actors.load().get(" ".join(keys[:at]))
    return entry is not None and entry.state is not None and entry.state == speaker.affiliation


def read_commitment(draft: Draft, keys: tuple[str, ...], code: str) -> Commitment:
    """A denial denies; hedges in the first words of the content weaken what the cue says."""
    if draft.act is Act.DENY or any(hit.value is Act.DENY for hit in _verdicts(code).find(_opened(keys, code)[:_HEAD])):
        return Commitment.DENIED
    if draft.commitment is not Commitment.CERTAIN or len(draft.content) == 0:
        return draft.commitment
    return hedged(_opened(keys, code), code)


def hedged(keys: Sequence[str], code: str) -> Commitment:
    """The commitment that the first words of a clause show, or its last ones where the verb stands there."""
    final = grammar.load(code).order == "verb-final"
    last = next((k for k in reversed(keys) if k[0].isalnum()), "") if final else ""
    if final and last.endswith(_possible_endings(code)):
        return Commitment.POSSIBLE
    for hit in _moods(code).find(keys[-_HEAD:] if final else keys[:_HEAD]):
        if hit.value == "possible" and not _is_past(keys, hit, code):
            return Commitment.POSSIBLE
        if hit.value == "probable":
            return Commitment.PROBABLE
    return Commitment.CERTAIN


def _is_past(keys: Sequence[str], hit: Hit[str], code: str) -> bool:
    """A word that hedges before a verb in the present alone ("قد يصل"): before one in the past it says that it is done."""
    words = grammar.load(code)
    if hit.last >= len(keys) or keys[hit.first] not in words.perfects:
        return False
    return not keys[hit.last].startswith(words.presents) or keys[hit.last].endswith(tuple(words.feminine_endings))


def _opened(keys: tuple[str, ...], code: str) -> tuple[str, ...]:
    """The content's keys without the "that" and marks it opens with."""
    skipped = _complementizers(code)
    first = next((i for i, k in enumerate(keys) if k not in skipped and k[0].isalnum()), len(keys))
    return keys[first:]


@cache
def _complementizers(code: str) -> frozenset[str]:
    return frozenset(map(key, grammar.load(code).complementizers))


def mark_reports(statements: Sequence[Statement]) -> list[Statement]:
    """Whoever asserts hardly more than what another said reports it: "the ambassador told them that the minister had promised".

    ``statements`` stand in order of the text.
    """
    marked = list(statements)
    for at, outer in enumerate(statements):
        if outer.act is Act.ASSERT and outer.cue is not None and any(_is_mostly(outer, inner) for inner in _held(statements, at)):
            marked[at] = replace(outer, act=Act.REPORT)
    return marked


def _held(statements: Sequence[Statement], at: int) -> Iterator[Statement]:
    """The statements that begin inside the last piece of content of the one at ``at``."""
    end = statements[at].content[-1].end
    for inner in statements[at + 1 :]:
        if inner.content[0].start >= end:
            return
        yield inner


def _is_mostly(outer: Statement, inner: Statement) -> bool:
    """Do the words of ``inner`` and who says them fill most of what ``outer`` says?"""
    if inner.cue is None or outer.speaker.name not in {link.name for link in inner.chain[:-1]} or _is_own(outer.speaker, inner.speaker):
        return False
    span, end = outer.content[-1], inner.content[-1].end
    start = min(piece.start for piece in (inner.content[0], inner.cue, *(() if inner.source is None else (inner.source,))))
    return span.start <= start and end <= span.end and end - start >= _MOSTLY * (span.end - span.start)


def _is_own(speaker: Link, inner: Link) -> bool:
    """ "The company had warned", says one of its engineers: a body without a name in a person's mouth is his own."""
    return (
        speaker.kind is Kind.PERSON and inner.kind is Kind.ORGANISATION and inner.actor is None and " " not in _without_article(inner.name)
    )


def _without_article(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if rest != "" and first.islower() else name


def read_voice(content: Sequence[Span], quotes: Sequence[Quote]) -> Voice:
    """Direct when the words are all quoted, mixed when some of them are, else indirect."""
    total = sum(span.end - span.start for span in content)
    quoted = 0
    speech = False
    for span in content:
        for quote in quotes[bisect_right(quotes, span.start, key=lambda q: q.end) : bisect_left(quotes, span.end, key=lambda q: q.start)]:
            if quote.start < span.end and span.start < quote.end:
                quoted += min(span.end, quote.end) - max(span.start, quote.start)
                speech = speech or quote.speech or quote.words > 1
    if total == 0 or not speech:
        return Voice.INDIRECT
    return Voice.DIRECT if quoted >= 0.9 * total else Voice.MIXED
