"""Verbs of saying at the end of their clause: who speaks before them, and what stands between."""

from dataclasses import dataclass, replace

from tocsin.attribute.contents import stretch
from tocsin.attribute.final import frames, nouns, origins, ties, told
from tocsin.attribute.final.frames import Frame
from tocsin.attribute.final.papers import Paper, Tokens
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import OUTSIDE, Draft, Scan, is_mark
from tocsin.lang import cases, classes
from tocsin.lang import classes as c
from tocsin.lang.cues import Verb
from tocsin.lang.terms import Hit
from tocsin.model import Act, Commitment, Span

_BEHIND = 16  # tokens of a subject behind its verb


@dataclass(frozen=True, slots=True)
class Clause:
    """One attribution in tokens. Those before ``floor`` are used up; ``carriers`` passed the words on, outermost first.

    ``nobody``: the verb is passive and names no speaker. ``seen``: a verb of seeing, which holds what somebody says in a picture.
    """

    cue: Tokens
    floor: int
    act: Act = Act.ASSERT
    commitment: Commitment = Commitment.CERTAIN
    source: Tokens | None = None
    contents: tuple[Tokens, ...] = ()
    carriers: tuple[Tokens, ...] = ()
    hearer: Tokens | None = None
    according: bool = False
    nobody: bool = False
    relative: bool = False
    seen: bool = False
    quotes: bool = False
    official: bool = False
    under: bool = False

    def draft(self, scan: Scan) -> Draft:
        spans: list[Span] = []
        for piece in self.contents:
            spans.extend(stretch(scan, *piece))
        return Draft(
            sentence=scan.index,
            cue=self.cue,
            act=self.act,
            commitment=self.commitment,
            source=self.source,
            content=tuple(sorted(spans)),
            carrier=self.carriers[0] if len(self.carriers) > 0 else None,
            through=self.carriers[1:],
            hearer=None if self.hearer is None else (self.hearer[0], nouns.head(scan, *self.hearer) + 1),
            according=self.according,
            quotes=self.quotes,
            official=self.official,
            under=self.under,
            nobody=self.nobody and self.source is None,
        )


def read_clause(scan: Scan, hit: Hit[Sense], before: list[Clause]) -> list[Clause]:
    """Return what the verb attributes: the content before it, and another behind its colon."""
    verb = hit.value.verb
    if verb is None or scan.in_speech(hit.first):
        return []
    floor = _floor(scan, before, hit.first)
    end = _content_end(scan, floor, hit.first)
    if _is_neither(scan, hit.first):
        return []
    origin, end = origins.taken_from(scan, floor, end)
    quoted = _quotation(scan, end, floor) if "quote" in verb.takes else None
    active = not (hit.value.relative or hit.value.passive)
    behind = hit.last + (hit.last < scan.count and scan.keys[hit.last] in scan.lexicon.complementizers)  # "dedi ki:"
    colon = behind < scan.count and scan.keys[behind] == ":"
    end = _with_clause(scan, hit, end)
    frame = frames.read(scan, floor, end, quoted=None if quoted is None else quoted[0], subject=active, alone=colon)
    if frame.negated:
        return []
    content = _content(scan, frame, end, quoted=quoted, verb=verb)
    if content is None and not colon:
        return []
    if hit.value.passive and frame.source is None and frame.paper is None and quoted is None and verb.act is not Act.DEMAND:
        comes = None if content is None else origins.from_body(scan, content)
        if comes is not None:
            frame, content = replace(frame, paper=comes[0]), comes[1]
    if origin is not None:
        frame = replace(frame, paper=Paper(source=origin, passed=True))
    clause = Clause(
        (hit.first, hit.last), hit.last, verb.act, verb.commitment, contents=() if content is None else (content,), hearer=frame.hearer
    )
    if content is not None and quoted is None and frame.source is None and (frame.paper is None or frame.paper.own):
        content, subject = _turned(scan, content)
        clause = replace(clause, contents=(content,))
        frame = frame if subject is None or hit.value.relative or hit.value.passive else replace(frame, source=subject)
    official = hit.value.passive and not scan.keys[hit.first].startswith(ties.load(scan.lexicon.code).rumours)
    clause = replace(clause, official=official)
    found = _spoken(scan, replace(clause, seen="witness" in verb.takes), hit, frame)
    if found is None:
        found = _lent(scan, clause, hit, before, quoted=quoted)
    if found is None:
        return []
    if not colon:
        return [found]
    second = replace(found, contents=((behind + 1, scan.count),) if behind + 1 < scan.count else (), floor=scan.count)
    return [second] if content is None else [found, second]


def _with_clause(scan: Scan, hit: Hit[Sense], end: int) -> int:
    """ "İşgalin sona ermesi | gerektiğini vurguladı": the verb of the clause is part of the cue and of what is said."""
    held = end == hit.first < hit.last - 1 and scan.keys[hit.first].endswith(ties.load(scan.lexicon.code).clausal)
    return end + 1 if held and hit.value.verb is not None and hit.value.verb.act is Act.DEMAND else end


def _is_neither(scan: Scan, at: int) -> bool:
    """ "Ne | doğruladı ne de | yalanladı"."""
    negations = scan.lexicon.grammar.negations
    return at > 0 and (scan.keys[at - 1] in negations or (at > 1 and bool(scan.bits[at - 1] & c.ADVERB) and scan.keys[at - 2] in negations))


def _spoken(scan: Scan, clause: Clause, hit: Hit[Sense], frame: Frame) -> Clause | None:
    """The clause with the speaker that its own words name; None where they name none."""
    paper = frame.paper
    if hit.value.relative:
        return _before_speaker(scan, clause, hit)
    if frame.source is not None:
        if paper is not None and paper.passed and paper.source is not None:
            return replace(clause, source=paper.source, carriers=(frame.source,), hearer=None)
        if (origin := told.based(scan, frame.source)) is not None:
            return replace(clause, source=origin[0], carriers=(origin[1],), hearer=None)
        source, hearer = told.part(scan, frame.source)
        return replace(clause, source=source, hearer=hearer or frame.hearer)
    if paper is not None and not paper.own:
        carriers = () if paper.carrier is None else (paper.carrier,)
        return replace(clause, source=paper.source, carriers=carriers, hearer=paper.hearer, nobody=paper.anonymous)
    return None


def _before_speaker(scan: Scan, clause: Clause, hit: Hit[Sense]) -> Clause | None:
    """ "…olduğunu belirten | Bakan Serteser": the speaker stands behind the participle."""
    if hit.value.passive:
        paper = origins.paper_behind(scan, hit.last)
        return None if paper is None else replace(clause, source=paper.source, hearer=paper.hearer, official=True, relative=True)
    comma = next((i for i in range(hit.last, min(scan.count, hit.last + _BEHIND)) if scan.is_comma(i)), None)
    whole = comma is not None and nouns.case_of(scan, hit.last, comma) is None and nouns.can_speak(scan, hit.last, comma)
    end = comma if whole else nouns.end_of(scan, hit.last, scan.count)
    return None if end is None else replace(clause, source=(hit.last, end), floor=end, relative=True)


def _lent(scan: Scan, clause: Clause, hit: Hit[Sense], before: list[Clause], *, quoted: Tokens | None) -> Clause | None:
    """The speaker behind the verb, of the clause before it in the sentence, or of an earlier sentence."""
    if hit.value.relative:
        return None
    held = next((other for other in reversed(before) if not other.according), None)
    if hit.value.passive:
        if held is not None and not held.nobody and clause_is_passive(scan, held):
            return replace(clause, source=held.source, carriers=held.carriers, hearer=held.hearer)
        return replace(clause, nobody=True)
    if quoted is not None and (behind := _subject_behind(scan, hit.last)) is not None:
        second = _goes_on(scan, behind[1])
        contents = clause.contents if second is None else (*clause.contents, second)
        return replace(clause, source=behind, contents=contents, floor=behind[1])
    if held is not None:
        return replace(clause, source=held.source, carriers=held.carriers, hearer=held.hearer)
    return clause


def clause_is_passive(scan: Scan, clause: Clause) -> bool:
    return any(hit.first == clause.cue[0] and hit.value.passive for hit in scan.hits)


def _subject_behind(scan: Scan, first: int) -> Tokens | None:
    """ "…" diyor | esnaf Halit Perçin."""
    last = first
    while last < scan.count and not scan.bits[last] & c.COMMA and scan.keys[last] not in {":", ";", ".", "!", "?", "…"}:
        if is_mark(scan.keys[last]) and scan.in_speech(last):
            break
        last += 1
    if last == first or nouns.case_of(scan, first, last) is not None or not nouns.can_speak(scan, first, last):
        return None
    return first, last


def _goes_on(scan: Scan, at: int) -> Tokens | None:
    """The second half of a quotation that its verb parts."""
    while at < scan.count and scan.is_stop(at):
        at += 1
    if at >= scan.count or not is_mark(scan.keys[at]) or scan.inside[at] == OUTSIDE:
        return None
    return at, _quote_end(scan, at)


def _quote_end(scan: Scan, at: int) -> int:
    return next((i for i in range(at, scan.count) if scan.inside[i] != scan.inside[at]), scan.count)


def _floor(scan: Scan, before: list[Clause], verb: int) -> int:
    """Where the clause of the verb can begin: behind the clause before it, and behind other finite verbs and semicolons."""
    floor = max([scan.floor, *(clause.floor for clause in before)])
    for at in range(floor, verb):
        if scan.inside[at] != OUTSIDE:
            continue
        if scan.keys[at] == ";" or (scan.bits[at] & c.VERB and at + 1 < verb and scan.bits[at + 1] & (c.COMMA | c.COORDINATOR)):
            floor = at + 1
    return floor


def _content_end(scan: Scan, floor: int, verb: int) -> int:
    """Step back over what stands between a content and its verb: "diye", "şeklinde", adverbs, commas."""
    joints = ties.load(scan.lexicon.code).joints
    end = verb
    while end > floor:
        if scan.bits[end - 1] & (c.ADVERB | c.COMMA) and not is_mark(scan.keys[end - 1]):
            end -= 1
            continue
        hit = next(
            (h for size in (2, 1) if end - size > floor and (h := joints.at(scan.keys, end - size)) is not None and h.last == end), None
        )
        if hit is None:
            break
        end = hit.first
    return end


def _quotation(scan: Scan, end: int, floor: int) -> Tokens | None:
    """The quotation that closes right before ``end``."""
    at = end - 1
    while at > floor and scan.bits[at] & (c.ENDING | c.COMMA):
        at -= 1
    if at <= floor or not is_mark(scan.keys[at]) or scan.inside[at] == OUTSIDE:
        return None
    if scan.sentence.ends[at] != scan.quotes[scan.inside[at]].end:
        return None
    first = at
    while first > 0 and scan.inside[first - 1] == scan.inside[at]:
        first -= 1
    return first, at + 1


def _turned(scan: Scan, content: Tokens) -> tuple[Tokens, Tokens | None]:
    """ "Saldırıyı | Şafak Bölüğü | üstlendi": the object stands first, and the subject right before its verb."""
    first, last = content
    tied, code = ties.load(scan.lexicon.code), scan.lexicon.code
    for at in range(last - 2, first - 1, -1):
        word = scan.keys[at].removeprefix("'")
        ended = word.endswith(tied.clausal) or nouns.case_at(scan, at) == cases.ACCUSATIVE or cases.ends_in(code, word, cases.ACCUSATIVE)
        if not ended or scan.inside[at] != OUTSIDE:
            continue
        begin = at + 1 + scan.is_comma(at + 1)
        if begin < last and nouns.case_of(scan, begin, last) is None and nouns.can_speak(scan, begin, last):
            object_last = nouns.is_object(scan, begin, nouns.head(scan, begin, last))
            return ((first, at + 1), (begin, last)) if not object_last else (content, None)
        return content, None
    return content, None


def _has_object(scan: Scan, first: int, last: int) -> bool:
    """ "kararı | “keyfî” olarak nitelendirdi": a noun in an object's case right before the quotation."""
    while last > first and scan.bits[last - 1] & c.ADVERB:
        last -= 1
    if last <= first:
        return False
    code, at = scan.lexicon.code, last - 1
    return nouns.case_at(scan, at) == cases.DATIVE or cases.ends_in(code, scan.keys[at].removeprefix("'"), cases.ACCUSATIVE)


def _is_saying(scan: Scan, at: int) -> bool:
    """ "Sabotaj sözünü | geri aldı", and no town that was taken back."""
    noun = classes.load(scan.lexicon.code).noun(scan.keys[at])
    return bool(scan.bits[at] & c.PAPER) or scan.lexicon.nouns.at((noun.stem,), 0) is not None


def _content(scan: Scan, frame: Frame, end: int, *, quoted: Tokens | None, verb: Verb) -> Tokens | None:
    """The tokens that the verb says, where they are what it can take."""
    takes = set(verb.takes)
    if quoted is not None:
        part = scan.keys[max(quoted[1] - 2, 0)].endswith(ties.load(scan.lexicon.code).clausal)  # İran'ın “bedel ödeyeceğini” söyledi
        wide = part or ("object" in takes and _has_object(scan, frame.begin, quoted[0]))
        return (min(frame.begin, quoted[0]), quoted[1]) if wide else quoted
    first, last = frame.begin, end
    while last > first and scan.bits[last - 1] & (c.ADVERB | c.PUNCTUATION | c.COMMA) and not is_mark(scan.keys[last - 1]):
        last -= 1
    if last <= first:
        return None
    clausal = (last - first > 1 or frame.source is not None) and scan.keys[last - 1].endswith(ties.load(scan.lexicon.code).clausal)
    if "paper-object" in takes and _is_saying(scan, last - 1):
        return first, last
    if "object" in takes or (clausal and takes & {"clause", "paper", "witness"}):
        return first, last
    return None
