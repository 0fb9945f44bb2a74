"""What is said inside another phrase: "نفت | ما قاله العقيد من أن", "الوزارة | التي أكدت أن", "وهو | ما أكده الناطق"."""

from tocsin.attribute.backward.contents import find_begin
from tocsin.attribute.backward.subjects import find_marked, find_subject, quoted_end
from tocsin.attribute.leads import Lead
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import OUTSIDE, Scan, is_mark
from tocsin.lang import actors
from tocsin.lang import classes as c
from tocsin.lang.cues import Verb
from tocsin.lang.terms import Hit
from tocsin.model import Act, Commitment

_REACH = 22  # tokens between who said it and what he said
_NOUN = 9  # tokens of the noun phrase before "who"
_ENDS = c.PUNCTUATION | c.COMPLEMENTIZER | c.SUBORDINATOR | c.VERB | c.CUE | c.AUXILIARY | c.COMMA


def opens_relayed(scan: Scan, hit: Hit[Sense]) -> int | None:
    """Where a phrase of what somebody said begins: "ما | قاله", "الأمر الذي | نفته"."""
    before = hit.last - 2
    answers = hit.value.according and hit.first > 0 and hit.value.verb is not None and _answers(scan, hit.first - 1)
    if before < 0 or (hit.value.relayed is None and not hit.value.carried and not answers):
        return None
    if scan.keys[before] in scan.lexicon.relayed:
        return before
    return before - 1 if before > 0 and scan.lexicon.pointing_leads.at(scan.keys, before - 1) is not None else None


def _answers(scan: Scan, at: int) -> bool:
    """ "ردا | على ما أعلنه": what an answer or a comment is about, and no "according to"."""
    word = scan.keys[at]
    return (word[1:] if word.startswith(scan.lexicon.conjunctions) else word) in scan.lexicon.hypothetical


def read_relayed(scan: Scan, hit: Hit[Sense], first: int) -> Lead | None:
    """What somebody said as a part of the sentence: "ردا على ما أعلنه المتحدث من مقتل القائد"; or pointing back: "وهو ما أكده"."""
    at = hit.last
    if at < scan.count and scan.keys[at] in scan.lexicon.back:
        at += 1  # "ما همس به | ضباط"
    source = find_subject(scan, at) if at < scan.count else None
    if source is None:
        return None
    verb = hit.value.relayed or hit.value.verb
    act, commitment = (Act.ASSERT, Commitment.CERTAIN) if verb is None else (verb.act, verb.commitment)
    cue = (hit.last - 1, hit.last)
    if (opening := _pointing(scan, first)) is not None:
        return Lead(opening, source[1], cue, act, commitment, source, None, points=True)
    begin = _about(scan, source[1])
    return None if begin is None else Lead(first, source[1], cue, act, commitment, source, begin, inner=True)


def _pointing(scan: Scan, first: int) -> int | None:
    """Where words open that point back to what was said before: "وهو | ما", "هذا | ما"."""
    if scan.lexicon.pointing_leads.at(scan.keys, first) is not None:
        return first
    if first == 0:
        return None
    word = scan.keys[first - 1]
    bare = word[1:] if word.startswith(scan.lexicon.conjunctions) and word not in scan.lexicon.pointing else word
    return first - 1 if bare in scan.lexicon.pointing else None


def _about(scan: Scan, at: int) -> int | None:
    """Where what was said begins, behind "من أن", "عن", "بشأن"; who is cited for it may stand between."""
    limit = min(scan.count - 1, at + _REACH)
    cited = {i for hit in scan.hits if hit.value.citing or hit.value.according for i in range(hit.first, hit.last)}
    while at < limit:
        if at in cited:
            at = quoted_end(scan, at + 1) or at + 1
        elif (end := find_marked(scan, at)) is not None:
            at = end
        elif scan.keys[at] in scan.lexicon.complementizers:
            return at
        elif scan.keys[at] in scan.lexicon.about:
            return None if scan.keys[at + 1] in scan.lexicon.about else _behind(scan, at + 1)
        elif scan.is_cue(at) or scan.bits[at] & c.SUBORDINATOR:
            return None
        else:
            at += 1
    return None


def _behind(scan: Scan, at: int) -> int | None:
    """The content itself; a word that only says that something was said ("من أنباء عن") is stepped over."""
    if scan.keys[at] not in scan.lexicon.hollow:
        return at
    return next((i + 1 for i in range(at + 1, min(scan.count - 1, at + 4)) if scan.keys[i] in scan.lexicon.about), None)


def read_relative(scan: Scan, hit: Hit[Sense], verb: Verb) -> Lead | None:
    """ "وزارة التموين | التي أكدت أن": who speaks stands before "who"."""
    begin = find_begin(scan, hit.last, verb)
    if begin is None or not (scan.keys[begin] in scan.lexicon.complementizers or is_mark(scan.keys[begin]) or scan.keys[begin - 1] == ":"):
        return None
    if any(scan.is_comma(i) for i in range(hit.last, begin - 1)) or scan.is_comma(begin - 1):
        return None  # "المصدر، الذي تحدث شريطة …، | أن": what follows is not said by this verb
    named = find_subject(scan, hit.last)
    source = named if named is not None and not verb.hearer else antecedent(scan, hit.first - 1)
    if source is None:
        return None
    return Lead(hit.first - 1, hit.last, (hit.first, hit.last), verb.act, verb.commitment, source, begin, inner=True)


def antecedent(scan: Scan, end: int) -> tuple[int, int] | None:
    """The noun phrase that ends before token ``end`` and whose first word can speak."""
    while end > 0 and scan.is_comma(end - 1):
        end -= 1
    first = end
    while first > 0 and end - first < _NOUN:
        before = first - 1
        marked = is_mark(scan.keys[before]) and scan.inside[before] != OUTSIDE and not scan.in_speech(before)
        if not marked and scan.bits[before] & _ENDS and not scan.bits[before] & (c.SPEAKING | c.NAME):
            break
        if scan.bits[before] & c.PREPOSITION and _speaks(scan, first):
            break
        first = before
    while first < end and (scan.bits[first] & c.PREPOSITION or not _speaks(scan, first)):
        first += 1
    return (first, end) if first < end else None


def _speaks(scan: Scan, at: int) -> bool:
    return bool(scan.bits[at] & c.SPEAKING) or scan.keys[at] in scan.names or actors.load().terms.at(scan.keys, at) is not None
