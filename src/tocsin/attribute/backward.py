"""Attributions in languages that put the verb before the subject. Enters: a scan. Leaves: drafts."""

from dataclasses import replace

from tocsin.attribute.contents import behind_preposition, complement
from tocsin.attribute.leads import Lead, headline, quote_before, share
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import OUTSIDE, Draft, Scan, is_mark
from tocsin.lang import actors, classes, naming, outlets
from tocsin.lang import classes as c
from tocsin.lang.clitics import unjoin
from tocsin.lang.cues import Noun, Verb
from tocsin.lang.terms import Hit
from tocsin.model import Act, Commitment

_PHRASE = 16  # tokens of a subject, at most
_NOUN_REACH = 16  # tokens between a light verb and its noun
_JOINED = 3  # letters of the shortest word that a preposition is joined to
_TOPIC = 9  # tokens of a subject before its verb (headlines)
_STOP = (
    c.PREPOSITION | c.PUNCTUATION | c.COMMA | c.COMPLEMENTIZER | c.SUBORDINATOR | c.VERB | c.AUXILIARY | c.TIME | c.QUESTION | c.NEGATION
)


_BEFORE_STOP = c.PUNCTUATION | c.COMMA | c.VERB | c.COMPLEMENTIZER | c.SUBORDINATOR | c.AUXILIARY | c.CUE


def find(scan: Scan) -> list[Draft]:
    leads: list[Lead] = []
    for hit in scan.hits:
        lead = _read(scan, hit, leads)
        if lead is not None:
            leads.append(lead)
    if scan.title and len(leads) == 0 and (lead := headline(scan, _can_speak)) is not None:
        leads.append(lead)
    return share(scan, [_told(scan, lead) for lead in _passed_on(_carriers(scan, leads))])


def _read(scan: Scan, hit: Hit[Sense], leads: list[Lead]) -> Lead | None:
    sense = hit.value
    if scan.in_speech(hit.first):
        return None
    if any(other.first < hit.first < other.last for other in leads):
        return None
    if _is_construct(scan, hit.first) or (hit.first > 0 and scan.bits[hit.first - 1] & c.RELATIVE):
        return None
    if hit.first > 0 and scan.keys[hit.first - 1].removeprefix("و") in scan.lexicon.hypothetical:
        return None
    if sense.according or (sense.citing and not sense.quoted):
        return _according(scan, hit)
    if sense.quoted and (lead := _quoted(scan, hit)) is not None:
        return lead
    if (
        hit.first > 0
        and scan.bits[hit.first - 1] & (c.NEGATION | c.PREPOSITION)
        and not scan.bits[hit.first - 1] & (c.ADVERB | c.SUBORDINATOR | c.OPENER)
    ):
        return None
    if sense.light and (lead := _light(scan, hit, leads)) is not None:
        return lead
    return None if sense.verb is None else _verbal(scan, hit, sense.verb, leads)


def _is_construct(scan: Scan, at: int) -> bool:
    """A form right behind a body noun without the article belongs to its name ("شبكة رصد الحقوق")."""
    before = scan.bits[at - 1] if at > 0 else 0
    return (
        bool(before & c.BODY)
        and not scan.keys[at - 1].startswith(scan.lexicon.grammar.definite_prefix)
        and not before & (c.ROLE | c.PREPOSITION)
    )


def _subject(scan: Scan, at: int) -> tuple[int, int] | None:
    """The noun phrase right behind the verb; it ends at the first preposition, time, comma or clause."""
    first = at
    if at >= scan.count or (scan.is_cue(at) and not scan.bits[at] & (c.ROLE | c.BODY | c.TITLE)):
        return None
    if (end := _named_in_marks(scan, at)) is not None:
        return first, end
    if (filler := scan.lexicon.fillers.at(scan.keys, at)) is not None:
        at = filler.last  # "أكثر من عشرين معتقلا"
    while at < scan.count and at - first < _PHRASE:
        if (end := _named_in_marks(scan, at)) is not None:
            at = end
            continue
        office = scan.bits[at] & c.REGION and at > first and scan.bits[at - 1] & (c.TITLE | c.ROLE)
        if (scan.bits[at] & _STOP and not office) or _is_cue(scan, at, first) or _tells_outlet(scan, at, first):
            break
        cued = scan.lexicon.nouns.at(scan.keys, at) is not None or scan.lexicon.objects.match(scan.keys[at]) is not None
        if cued and at > first and not scan.bits[at] & (c.SPEAKING | c.NAME):
            break
        at += 1
    while at > first and is_mark(scan.keys[at - 1]) and scan.inside[at - 1] == OUTSIDE:
        at -= 1
    return (first, at) if at > first and _can_speak(scan, first, at) else None


def _named_in_marks(scan: Scan, at: int) -> int | None:
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


def _is_cue(scan: Scan, at: int, first: int) -> bool:
    return at > first and not _is_construct(scan, at) and scan.is_cue(at) and not scan.bits[at] & (c.ROLE | c.BODY | c.TITLE)


def _can_speak(scan: Scan, first: int, last: int) -> bool:
    if last - first == 1 and scan.bits[first] & c.FUNCTION and not scan.bits[first] & c.PRONOUN:
        return False
    return any(not scan.bits[i] & (c.FUNCTION | c.TIME | c.PUNCTUATION) or scan.bits[i] & c.PRONOUN for i in range(first, last))


def _before(scan: Scan, cue: int) -> tuple[int, int] | None:
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
    if not led or first >= end or scan.bits[first] & (c.PREPOSITION | c.TIME) or not _can_speak(scan, first, end):
        return None
    if scan.title or _is_nominal(scan, first):
        return first, end
    inner = _subject(scan, first + 1)  # the sentence opens with another verb: "أصدرت الشركة بيانا أعلنت فيه"
    return inner if inner is not None and inner[1] <= end else None


def _is_nominal(scan: Scan, at: int) -> bool:
    """Is the first word of a sentence a noun rather than its verb: with the article, a role, a body, a known name?"""
    article = scan.keys[at].startswith(scan.lexicon.grammar.definite_prefix) or is_mark(scan.keys[at])
    return article or bool(scan.bits[at] & (c.SPEAKING | c.PRONOUN | c.DETERMINER)) or actors.load().terms.at(scan.keys, at) is not None


def _verbal(scan: Scan, hit: Hit[Sense], verb: Verb, leads: list[Lead]) -> Lead | None:
    if hit.value.bare:
        return _bare(scan, hit, verb, leads)
    if quote_before(scan, hit.first) is not None and (lead := _trailing(scan, hit, verb, _subject(scan, hit.last))) is not None:
        return lead
    source = _until_joined(scan, _alone(scan, _subject(scan, hit.last), verb), verb)
    begin = _begin(scan, source[1] if source is not None else hit.last, verb)
    if source is not None and begin is None and "object" not in verb.takes:
        source, begin = None, _begin(scan, hit.last, verb)
    if source is not None and begin is not None:
        source = _with_name(scan, source, begin)
    topic = _before(scan, hit.first)
    led = scan.title or (hit.first > 0 and bool(scan.bits[hit.first - 1] & c.AUXILIARY))
    if topic is not None and (led or begin is None or source is None or begin <= source[1]):
        return _with_topic(scan, hit, verb, topic)
    if begin is None and source is not None and (at := _object(scan, source, verb)) is not None:
        source, begin = (source[0], at), at
    if begin is None:
        return _trailing(scan, hit, verb, source)
    if source is None and verb.commitment is not Commitment.CERTAIN:
        return None  # "يعتقد أن": nobody in particular
    borrows = source is None and len(leads) > 0
    return Lead(
        first=hit.first,
        last=max(hit.last, source[1] if source is not None else 0),
        cue=(hit.first, hit.last),
        act=verb.act,
        commitment=verb.commitment,
        source=leads[-1].source if borrows else source,
        begin=begin,
        borrows=borrows,
        witness="witness" in verb.takes and scan.keys[begin] not in scan.lexicon.complementizers,
    )


def _alone(scan: Scan, source: tuple[int, int] | None, verb: Verb) -> tuple[int, int] | None:
    """A known name that begins the phrase is the whole subject of a verb with an object: "اتهمت دمشق | إسرائيل"."""
    if source is None or not (verb.hearer or "object" in verb.takes):
        return source
    known = actors.load().terms.at(scan.keys, source[0])
    if known is None or known.last >= source[1] or scan.bits[known.last] & c.NATION or scan.keys[known.last][0] == "و":
        return source
    return source[0], known.last


def _object(scan: Scan, source: tuple[int, int], verb: Verb) -> int | None:
    """Where a definite object begins behind a whole subject: "تبنت جماعة أبناء الوادي | الهجوم"; adjectives are none."""
    if "object" not in verb.takes:
        return None
    prefix, adjectives = scan.lexicon.grammar.definite_prefix, scan.lexicon.grammar.adjective_endings
    for at in range(source[0] + 1, source[1]):
        key, bits = scan.keys[at], scan.bits[at]
        if not key.startswith(prefix) or bits & (c.NATION | c.REGION | c.TITLE):
            continue
        behind = scan.keys[at - 1].startswith(prefix)
        if bits & (c.BODY | c.ROLE) and behind:
            return at
        if not bits & c.SPEAKING and not key.endswith(adjectives) and (at - source[0] > 1 or behind):
            return at
    return None


def _may_be_name(scan: Scan, first: int, at: int) -> bool:
    """Does the word stand where a name has only begun: behind a title, or behind a single given name?"""
    if scan.bits[at] & c.NAME or scan.bits[at - 1] & c.TITLE:
        return True
    titled = any(scan.bits[i] & (c.TITLE | c.ROLE) for i in range(first, at))
    if not titled or scan.keys[at][1:].startswith(scan.lexicon.grammar.definite_prefix):
        return False
    plain = at > first and not scan.bits[at - 1] and not scan.keys[at - 1].startswith(scan.lexicon.grammar.definite_prefix)
    return plain and (at - 2 < first or bool(scan.bits[at - 2]) or scan.keys[at - 2].startswith(scan.lexicon.grammar.definite_prefix))


def _until_joined(scan: Scan, source: tuple[int, int] | None, verb: Verb) -> tuple[int, int] | None:
    """End the subject where a word joined to the verb's preposition begins the content: "طالب الرئيس | بنقل الحاجز"."""
    if source is None:
        return None
    joined = tuple(p for p in verb.prepositions if len(p) == 1)
    for at in range(*source):
        begins = len(joined) > 0 and len(scan.keys[at]) > _JOINED and scan.keys[at].startswith(joined)
        if begins and not _may_be_name(scan, source[0], at):
            return (source[0], at) if at > source[0] else None
    return source


def _with_name(scan: Scan, source: tuple[int, int], begin: int) -> tuple[int, int]:
    """A name that stands behind a long office, or in apposition to it: "الباحث في شؤون الجماعات | وائل درغام"."""
    if not any(scan.bits[i] & (c.ROLE | c.TITLE) for i in range(*source)):
        return source
    commas = [i for i in range(source[1], begin) if scan.is_comma(i)]
    for last in (*commas[:2], begin):
        first = naming.find_end(scan.words, scan.bits, source[1], last)
        if first is not None and last - source[1] < _PHRASE:
            return source[0], last
    return source


def _with_topic(scan: Scan, hit: Hit[Sense], verb: Verb, topic: tuple[int, int]) -> Lead | None:
    begin = _begin(scan, hit.last, verb)
    if begin is None and "object" in verb.takes and hit.last < scan.count and not scan.bits[hit.last] & _STOP:
        begin = hit.last
    if begin is None:
        return _trailing(scan, hit, verb, topic)
    return Lead(topic[0], hit.last, (hit.first, hit.last), verb.act, verb.commitment, topic, begin)


def _begin(scan: Scan, at: int, verb: Verb) -> int | None:
    """The content behind the subject, adverbials stepped over as far as a "that", a preposition of the verb or a quotation."""
    if verb.hearer and verb.act is Act.DEMAND and at < scan.count and not scan.bits[at] & _STOP and not is_mark(scan.keys[at]):
        return at  # whom it is demanded of is part of what is demanded
    told = at < scan.count and len(scan.keys[at]) > _JOINED and scan.keys[at].startswith(scan.lexicon.grammar.hearers)
    start = None if told else complement(scan, at, verb)
    if start is not None:
        return start
    limit = min(scan.count, at + 40)
    for index in range(at, limit):
        word = scan.keys[index]
        if word in scan.lexicon.complementizers and len(verb.takes) > 0:
            return index
        if (behind := behind_preposition(scan, index, verb.prepositions)) is not None and not (
            len(verb.prepositions[0]) == 1 and index > at
        ):
            return behind
        if is_mark(word) and scan.in_speech(index) and "quote" in verb.takes:
            return index
        if word in {":", "؟"} or _is_cue(scan, index, at - 1):
            if word == ":":
                return index + 1
            break
    return _past_phrases(scan, at) or _past_asides(scan, at) if "object" in verb.takes else None


def _past_phrases(scan: Scan, at: int) -> int | None:
    """The object behind short phrases of place, time or hearer: "أعلنت الوزارة في بيان | مقتل 14 شخصا"."""
    start = at
    while at < scan.count - 1:
        if scan.bits[at] & c.TIME:
            at += 1
        elif scan.bits[at] & c.PREPOSITION and not scan.bits[at] & (c.COMPLEMENTIZER | c.SUBORDINATOR | c.RELATIVE):
            at = _named_in_marks(scan, at + 1) or at + 2
        elif len(scan.keys[at]) > _JOINED and scan.keys[at].startswith(scan.lexicon.grammar.hearers):
            at += 1
        else:
            break
    return at if start < at < scan.count and not scan.bits[at] & _STOP else None


def _past_asides(scan: Scan, at: int) -> int | None:
    """The object behind asides between commas: "أعلنت القوة، في بيان السبت، | فرار 37 سجينا"."""
    start = at
    while scan.is_comma(at):
        closing = next((i for i in range(at + 2, min(scan.count, at + _PHRASE)) if scan.is_comma(i)), None)
        if closing is None or not scan.bits[at + 1] & (c.PREPOSITION | c.RELATIVE | c.TIME | c.ADVERB | c.COORDINATOR | c.SUBORDINATOR):
            return None
        at = closing if scan.bits[min(closing + 1, scan.count - 1)] & (c.PREPOSITION | c.RELATIVE | c.TIME) else closing + 1
    return at if start < at < scan.count and not scan.bits[at] & _STOP else None


def _light(scan: Scan, hit: Hit[Sense], leads: list[Lead]) -> Lead | None:
    """A light verb with its noun: "أعرب الوزير عن قلقه من", "يشعر العراق بقلق شديد من"."""
    noun = _noun(scan, hit.last)
    if noun is None:
        return None
    begin = _after_noun(scan, noun)
    if begin is None:
        return None
    source = _subject(scan, hit.last)
    if source is not None and source[1] > noun.first:
        source = (source[0], noun.first) if noun.first > source[0] else None
    if source is None and (topic := _before(scan, hit.first)) is not None:
        source = topic
    if hit.value.bare:
        source = source or (leads[-1].source if len(leads) > 0 else None)
    first = min(hit.first, source[0]) if source is not None and not hit.value.bare else hit.first
    return Lead(first, hit.last, (hit.first, hit.last), noun.value.act, noun.value.commitment, source, noun.first, borrows=hit.value.bare)


def _noun(scan: Scan, at: int) -> Hit[Noun] | None:
    for index in range(at, min(scan.count, at + _NOUN_REACH)):
        if scan.bits[index] & c.COMPLEMENTIZER or scan.keys[index] == ".":
            return None
        noun = scan.lexicon.nouns.at(scan.keys, index)
        if noun is not None:
            return noun
    return None


def _after_noun(scan: Scan, noun: Hit[Noun]) -> int | None:
    for index in range(noun.last, min(scan.count, noun.last + 5)):
        if scan.keys[index] in scan.lexicon.complementizers:
            return index
        behind = behind_preposition(scan, index, noun.value.prepositions)
        if behind is not None:
            return behind
    return None


def _bare(scan: Scan, hit: Hit[Sense], verb: Verb, leads: list[Lead]) -> Lead | None:
    """Participles: "مشيرا إلى أن", "محذرا من". The speaker is that of the words before."""
    begin = _begin(scan, hit.last, verb)
    if begin is None and "object" in verb.takes and hit.last < scan.count and not scan.bits[hit.last] & _STOP:
        begin = hit.last
    if begin is None:
        return None
    source = _inner_subject(scan, leads[-1]) or leads[-1].source if len(leads) > 0 else _main_subject(scan, hit.first)
    return Lead(hit.first, hit.last, (hit.first, hit.last), verb.act, verb.commitment, source, begin, borrows=True)


def _inner_subject(scan: Scan, lead: Lead) -> tuple[int, int] | None:
    """A paper says "that the minister …, stressing": who stresses is the minister, not the paper."""
    at = lead.begin
    if at is None or lead.source is None or at + 1 >= scan.count or scan.keys[at] not in scan.lexicon.complementizers:
        return None
    paper = any(scan.bits[i] & (c.PAPER | c.BODY) for i in range(*lead.source))
    return (at + 1, at + 2) if paper and scan.bits[at + 1] & (c.ROLE | c.TITLE) and not scan.bits[at + 1] & (c.BODY | c.PAPER) else None


def _main_subject(scan: Scan, before: int) -> tuple[int, int] | None:
    """The subject of the sentence that a participle leans on: behind its first verb, or before it behind "كان"."""
    for at in range(before):
        spoken = any(hit.first == at and not hit.value.bare and hit.value.verb is not None for hit in scan.hits)
        if spoken and (source := _subject(scan, at + 1)) is not None and source[1] <= before:
            return source
        if scan.bits[at] & c.AUXILIARY:
            source = _subject(scan, at + 1)
            if source is not None:
                return _until_verb(scan, source)
        if scan.bits[at] & c.VERB and (source := _subject(scan, at + 1)) is not None and source[1] <= before:
            return source
    return None


def _until_verb(scan: Scan, source: tuple[int, int]) -> tuple[int, int] | None:
    """After "كان" the subject ends where an unknown word, its verb, precedes a preposition."""
    first, last = source
    if last - first > 2 and last < scan.count and scan.bits[last] & c.PREPOSITION and not scan.words[last - 1].startswith("ال"):
        last -= 1
    return first, last


def _trailing(scan: Scan, hit: Hit[Sense], verb: Verb, source: tuple[int, int] | None) -> Lead | None:
    """ "«…» قال الوزير" and "…، كما قال"."""
    if source is None or not {"clause", "quote"} & set(verb.takes):
        return None
    if quote_before(scan, hit.first) is None and quote_before(scan, min(hit.first, source[0])) is None:
        return None
    last = max(hit.last, source[1])
    return Lead(min(hit.first, source[0]), last, (hit.first, hit.last), verb.act, verb.commitment, source, None)


def _according(scan: Scan, hit: Hit[Sense]) -> Lead | None:
    """ "وفق بيان للوزارة", "بحسب المصدر": before, behind or inside what it vouches for."""
    cue = (hit.first, hit.last)
    named = _vouching(scan, hit.last)
    carrier = None
    if hit.value.quoted and (about := _quoted_from(scan, hit.last)) is not None:
        carrier, named = (hit.last, about), _quoted_source(scan, about + 1)  # "بحسب ما نقل موقع … عن تجار"
    if named is None:
        return None
    opening = all(scan.bits[i] & (c.OPENER | c.COORDINATOR | c.ADVERB) for i in range(hit.first))
    begin = (named[1] + 1 if scan.is_comma(named[1]) else named[1]) if opening else None
    return Lead(
        hit.first, named[1], cue, Act.ASSERT, Commitment.CERTAIN, named, begin, carrier=carrier, according=True, cites=hit.value.citing
    )


def _vouching(scan: Scan, first: int) -> tuple[int, int] | None:
    at = first
    stop = c.PUNCTUATION | c.COMMA | c.COMPLEMENTIZER | c.SUBORDINATOR | c.VERB | c.AUXILIARY
    while at < scan.count and at - first < _PHRASE:
        if (end := _named_in_marks(scan, at)) is not None:
            at = end
        elif scan.bits[at] & stop or _is_cue(scan, at, first):
            break
        else:
            at += 1
    return (first, at) if at > first and _can_speak(scan, first, at) else None


def _quoted_from(scan: Scan, at: int) -> int | None:
    return next((i for i in range(at, min(scan.count, at + _PHRASE)) if scan.keys[i] in scan.lexicon.quoted_from), None)


def _quoted(scan: Scan, hit: Hit[Sense]) -> Lead | None:
    """ "نقلت وكالة … عن … قوله إن": who is quoted stands behind "عن", who quotes before it."""
    about = _quoted_from(scan, hit.last)
    if about is None:
        return None
    source = _quoted_source(scan, about + 1)
    begin = next(
        (i for i in range(source[1] if source else about, scan.count) if scan.keys[i] in scan.lexicon.complementizers or _opens(scan, i)),
        None,
    )
    if source is None or begin is None:
        return None
    carrier = (hit.last, about) if about > hit.last else _before(scan, hit.first)
    first = hit.first if about > hit.last or carrier is None else carrier[0]
    return Lead(first, begin, (hit.first, hit.last), Act.ASSERT, Commitment.CERTAIN, source, begin, carrier=carrier)


def _quoted_source(scan: Scan, at: int) -> tuple[int, int] | None:
    first = at
    stop = c.PUNCTUATION | c.COMMA | c.COMPLEMENTIZER | c.SUBORDINATOR
    while at < scan.count and at - first < _PHRASE and not scan.bits[at] & stop:
        at += 1
    return (first, at) if at > first else None


def _opens(scan: Scan, at: int) -> bool:
    return scan.keys[at] == ":" or (is_mark(scan.keys[at]) and scan.in_speech(at))


def _carriers(scan: Scan, leads: list[Lead]) -> list[Lead]:
    """ "في بيان نقلته وكالة المشرق": who carried the words of the nearest lead."""
    for hit in scan.hits:
        named = _subject(scan, hit.last) if hit.value.carried else None
        if named is None or len(leads) == 0:
            continue
        near = min(leads, key=lambda lead: abs(lead.cue[0] - hit.first))
        leads = [replace(lead, carrier=named) if lead is near else lead for lead in leads]
    return leads


def _told(scan: Scan, lead: Lead) -> Lead:
    """Whom it was said to, before the content or before the verb: "قال الوزير لوكالة السهل إن", "في تصريح لـ«صدى الخليج»"."""
    if lead.according or lead.begin is None:
        return lead
    for at in (*range(lead.source[1] if lead.source is not None else lead.last, lead.begin), *range(lead.first)):
        end = _outlet_end(scan, at, lead.begin)
        if end is not None:
            return replace(lead, hearer=(at, end))
    return lead


def _outlet_end(scan: Scan, at: int, limit: int) -> int | None:
    """The end of an outlet's name that begins at ``at`` behind a preposition of address, or None."""
    word, grammar = scan.keys[at], scan.lexicon.grammar
    if word in grammar.hearers and at + 1 < scan.count and (end := _named_in_marks(scan, at + 1)) is not None:
        return end
    joined = word.startswith(grammar.hearers) and len(word) > _JOINED
    bare = unjoin(scan.lexicon.code, word) if joined else word
    if not (joined or (at > 0 and scan.bits[at - 1] & c.PREPOSITION)) or bare not in scan.lexicon.outlets:
        return None
    end = at + 1
    while end < limit and not scan.bits[end] & (c.COMMA | c.COMPLEMENTIZER | c.TIME | c.PREPOSITION):
        end = _named_in_marks(scan, end) or end + 1
    return end


def _passed_on(leads: list[Lead]) -> list[Lead]:
    """An "according to" that stands inside another lead, between its verb and its content, names its carrier."""
    kept: list[Lead] = []
    opening = next((lead for lead in leads if lead.cites and lead.begin is not None), None)
    if opening is not None and len(leads) > 1:
        # "نقلا عن وكالة، أفادت صحيفة": the agency speaks through the newspaper
        spoken = next(lead for lead in leads if lead is not opening)
        told = replace(spoken, source=opening.source, carrier=spoken.source)
        leads = [told if lead is spoken else lead for lead in leads if lead is not opening]
    for lead in leads:
        holder = next(
            (o for o in leads if lead.according and o is not lead and o.begin is not None and o.cue[0] < lead.first < o.begin), None
        )
        if holder is None:
            kept.append(lead)
    return [_carried(lead, leads) for lead in kept]


def _carried(lead: Lead, leads: list[Lead]) -> Lead:
    for other in leads:
        inside = other.according and other is not lead and lead.begin is not None and lead.cue[0] < other.first < lead.begin
        if inside and other.cites:
            return replace(lead, carrier=lead.source, source=other.source)
        if inside:
            return replace(lead, carrier=other.source)
    return lead
