"""Who a verb belongs to, where the subject stands behind it, or before it in headlines and after "كان"."""

from tocsin.attribute.leads import Lead
from tocsin.attribute.scan import OUTSIDE, Scan, is_mark
from tocsin.lang import actors, classes, outlets
from tocsin.lang import classes as c
from tocsin.lang.clitics import unjoin

_PHRASE = 16  # tokens of a subject, at most
_TOPIC = 9  # tokens of a subject before its verb (headlines)
_STOP = (
    c.PREPOSITION | c.PUNCTUATION | c.COMMA | c.COMPLEMENTIZER | c.SUBORDINATOR | c.VERB | c.AUXILIARY | c.TIME | c.QUESTION | c.NEGATION
)
_BEFORE_STOP = c.PUNCTUATION | c.COMMA | c.VERB | c.COMPLEMENTIZER | c.SUBORDINATOR | c.AUXILIARY | c.CUE


def is_construct(scan: Scan, at: int) -> bool:
    """A form right behind a body noun without the article belongs to its name ("شبكة رصد الحقوق")."""
    before = scan.bits[at - 1] if at > 0 else 0
    return (
        bool(before & c.BODY)
        and not scan.keys[at - 1].startswith(scan.lexicon.grammar.definite_prefix)
        and not before & (c.ROLE | c.PREPOSITION)
    )


def find_subject(scan: Scan, at: int) -> tuple[int, int] | None:
    """The noun phrase right behind the verb; it ends at the first preposition, time, comma or clause."""
    first = at
    if at >= scan.count or (scan.is_cue(at) and not scan.bits[at] & (c.ROLE | c.BODY | c.TITLE)):
        return None
    if (end := find_marked(scan, at)) is not None:
        return first, end
    if (filler := scan.lexicon.fillers.at(scan.keys, at)) is not None:
        at = filler.last  # "أكثر من عشرين معتقلا"
    while at < scan.count and at - first < _PHRASE:
        if (end := find_marked(scan, at)) is not None:
            at = end
            continue
        office = scan.bits[at] & c.REGION and at > first and scan.bits[at - 1] & (c.TITLE | c.ROLE)
        if (scan.bits[at] & _STOP and not office) or is_cue(scan, at, first) or _tells_outlet(scan, at, first):
            break
        cued = scan.lexicon.nouns.at(scan.keys, at) is not None or scan.lexicon.objects.match(scan.keys[at]) is not None
        if cued and at > first and not scan.bits[at] & (c.SPEAKING | c.NAME):
            break
        at += 1
    while at > first and is_mark(scan.keys[at - 1]) and scan.inside[at - 1] == OUTSIDE:
        at -= 1
    return (first, at) if at > first and can_speak(scan, first, at) else None


def find_marked(scan: Scan, at: int) -> int | None:
    """The end of a name in quotation marks that begins at ``at``: «لواء الرمال»."""
    if not is_mark(scan.keys[at]) or scan.inside[at] == OUTSIDE or scan.in_speech(at):
        return None
    end = at
    while end < scan.count and scan.inside[end] == scan.inside[at]:
        end += 1
    return end


def _tells_outlet(scan: Scan, at: int, first: int) -> bool:
    """ "قال الوزير | للجزيرة نت": a joined preposition before an outlet's name leads to whom it was said."""
    if at == first or not scan.keys[at].startswith("ل"):
        return False
    words = classes.load(scan.lexicon.code)
    bare = words.unjoin(scan.keys[at])
    if bare in scan.lexicon.outlets or words.of((bare,))[0] & c.ROLE:
        return True
    return any(outlets.load().get(" ".join((bare, *scan.keys[at + 1 : at + more]))) is not None for more in (3, 2, 1))


def is_cue(scan: Scan, at: int, first: int) -> bool:
    return at > first and not is_construct(scan, at) and scan.is_cue(at) and not scan.bits[at] & (c.ROLE | c.BODY | c.TITLE)


def can_speak(scan: Scan, first: int, last: int) -> bool:
    if last - first == 1 and scan.bits[first] & c.FUNCTION and not scan.bits[first] & c.PRONOUN:
        return False
    return any(not scan.bits[i] & (c.FUNCTION | c.TIME | c.PUNCTUATION) or scan.bits[i] & c.PRONOUN for i in range(first, last))


def find_before(scan: Scan, cue: int) -> tuple[int, int] | None:
    """The subject in front of its verb: headlines ("العراق يعبر عن"), "كانت التقارير تحدثت عن"."""
    end = cue
    while end > 1 and scan.bits[end - 1] & c.AUXILIARY:
        end -= 1  # "كان المتحدث | قد أعلن"
    first = end
    while first > 0 and end - first < _TOPIC:
        before = first - 1
        marked = is_mark(scan.keys[before]) and scan.inside[before] != OUTSIDE and not scan.in_speech(before)
        if not marked and scan.bits[before] & _BEFORE_STOP:
            break
        first = before
    led = first == 0 or (
        scan.bits[first - 1] & (c.AUXILIARY | c.SUBORDINATOR | c.VERB | c.PUNCTUATION | c.COMPLEMENTIZER)
        and not scan.bits[first - 1] & c.CUE
    )
    while first < end and scan.bits[first] & (c.OPENER | c.COORDINATOR | c.ADVERB | c.TIME):
        first += 1
    if (
        first < end
        and unjoin(scan.lexicon.code, scan.keys[first]).startswith(scan.lexicon.grammar.definite_prefix)
        and scan.keys[first][0] in "بلك"
    ):
        return None  # "بالنسبة للزيارات قال": an adverbial
    if not led or first >= end or scan.bits[first] & (c.PREPOSITION | c.TIME) or not can_speak(scan, first, end):
        return None
    if scan.title or _is_nominal(scan, first):
        return first, end
    inner = find_subject(scan, first + 1)  # the sentence opens with another verb: "أصدرت الشركة بيانا أعلنت فيه"
    return inner if inner is not None and inner[1] <= end else None


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
        if spoken and (source := find_subject(scan, at + 1)) is not None and source[1] <= before:
            return source
        if scan.bits[at] & c.AUXILIARY:
            source = find_subject(scan, at + 1)
            if source is not None:
                return _until_verb(scan, source)
        if scan.bits[at] & c.VERB and (source := find_subject(scan, at + 1)) is not None and source[1] <= before:
            return source
    return None


def _until_verb(scan: Scan, source: tuple[int, int]) -> tuple[int, int] | None:
    """After "كان" the subject ends where an unknown word, its verb, precedes a preposition."""
    first, last = source
    if last - first > 2 and last < scan.count and scan.bits[last] & c.PREPOSITION and not scan.words[last - 1].startswith("ال"):
        last -= 1
    return first, last
