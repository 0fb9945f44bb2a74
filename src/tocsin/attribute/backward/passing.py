"""Words that pass on another's words: "according to", "quoted from", "carried by", and whom it was said to."""

from dataclasses import replace

from tocsin.attribute.backward.contents import is_hearer
from tocsin.attribute.backward.openings import past_openers
from tocsin.attribute.backward.subjects import can_speak, find_marked, find_subject, is_cue, known_outlet, quoted_end
from tocsin.attribute.backward.topics import find_before, find_main
from tocsin.attribute.leads import Lead
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import Scan, is_mark
from tocsin.lang import classes as c
from tocsin.lang.clitics import unjoin
from tocsin.lang.terms import Hit
from tocsin.model import Act, Commitment

_PHRASE = 16  # tokens of a subject, at most
_NAME_ENDS = c.COMMA | c.COMPLEMENTIZER | c.TIME | c.PREPOSITION | c.PUNCTUATION
_ASIDE = 25  # tokens between a source and what it vouches for
_JOINED = 3  # letters of the shortest word that a preposition is joined to


def read_according(scan: Scan, hit: Hit[Sense]) -> Lead | None:
    """ "وفق بيان للوزارة", "بحسب المصدر": before, behind or inside what it vouches for."""
    cue = (hit.first, hit.last)
    if scan.lexicon.by_outlets.at(scan.keys, hit.first) is not None and not is_outlet(scan, (hit.last, hit.last + 1)):
        return None  # "على ذمة التحقيق"
    if hit.value.quoted and hit.last < scan.count and scan.keys[hit.last] in scan.lexicon.quoted_back:
        return None  # "حسبما نقلت عنه الوكالة": it names a carrier, and no speaker
    back = hit.last < scan.count and scan.keys[hit.last] in scan.lexicon.back
    named = _vouching(scan, hit.last + back)
    carrier = None
    if hit.last < scan.count and scan.keys[hit.last] in scan.lexicon.sayings:
        return _read_own_words(scan, hit)
    if hit.value.quoted and (about := _quoted_from(scan, hit)) is not None:
        carrier, named = (hit.last, about), _quoted_source(scan, about + 1)  # "بحسب ما نقل موقع … عن تجار"
    if named is None:
        return None
    if (received := _received(scan, named)) is not None:
        carrier, named = received
    opening = past_openers(scan, hit.first) >= hit.first
    begin = _resumed(scan, named[1]) if opening else None
    return Lead(
        hit.first,
        named[1],
        cue,
        Act.ASSERT,
        Commitment.CERTAIN,
        named,
        begin,
        carrier=carrier,
        according=True,
        cites=hit.value.citing,
        spoken=hit.value.verb is not None,
    )


def _read_own_words(scan: Scan, hit: Hit[Sense]) -> Lead:
    """ "بحسب قوله", "وفق روايته لوكالة «مداد»": whoever spoke last."""
    opening = past_openers(scan, hit.first) >= hit.first
    last = hit.last + 1
    comma = next((i for i in range(last, min(scan.count, last + _ASIDE)) if scan.is_comma(i)), last)
    begin = comma + 1 if opening and comma + 1 < scan.count else None
    titled = (at for at in range(comma, min(scan.count, comma + _PHRASE)) if begin is not None and scan.bits[at] & (c.TITLE | c.ROLE))
    spare = next((named for at in titled if (named := find_subject(scan, at)) is not None), None)  # "بحسب روايته، لم يسمح | القائد زهير"
    cue = (hit.first, last)
    return Lead(hit.first, last, cue, Act.ASSERT, Commitment.CERTAIN, None, begin, according=True, spoken=True, spare=spare)


def _received(scan: Scan, named: tuple[int, int]) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """ "وفقا لمعلومات | تلقاها الفريق من مصدرين": who received a paper, and from whom."""
    carried = any(hit.first == named[1] and hit.value.carried for hit in scan.hits)
    who = find_subject(scan, named[1] + 1) if carried and any(scan.bits[i] & c.PAPER for i in range(*named)) else None
    if who is None or who[1] >= scan.count or scan.keys[who[1]] not in scan.lexicon.origins:
        return None
    source = _quoted_source(scan, who[1] + 1)
    return None if source is None else (who, source)


def _resumed(scan: Scan, last: int) -> int:
    """What an opening "according to" vouches for, behind what is said of the source: "بحسب مصدر، طلب …، | فإن"."""
    behind = range(last, min(scan.count, last + _ASIDE))
    resumed = next((i for i in behind if scan.keys[i] in scan.lexicon.grammar.resumptives), None)
    if resumed is not None:
        return resumed
    if last < scan.count and scan.bits[last] & c.PREPOSITION and not scan.bits[last] & (c.SUBORDINATOR | c.COMPLEMENTIZER):
        comma = next((i for i in behind if scan.is_comma(i)), None)  # "بحسب بيان للوزارة | عقب الاتصال، | حذر"
        if comma is not None and not any(scan.bits[i] & c.VERB or is_cue(scan, i, last - 1) for i in range(last, comma)):
            return comma + 1
    if last < scan.count and scan.bits[last] & c.RELATIVE:
        return next((i + 1 for i in behind if scan.is_comma(i)), last)  # "بحسب محضر التحقيق | الذي اطلعت عليه الوكالة، | اعترف"
    if scan.is_comma(last) and last + 1 < scan.count and scan.bits[last + 1] & c.RELATIVE:
        return next((i + 1 for i in behind if i > last and scan.is_comma(i)), last + 1)
    return last + 1 if scan.is_comma(last) else last


def _vouching(scan: Scan, first: int) -> tuple[int, int] | None:
    if (end := quoted_end(scan, first)) is not None:
        return first, end
    at = first
    stop = c.PUNCTUATION | c.COMMA | c.COMPLEMENTIZER | c.SUBORDINATOR | c.VERB | c.AUXILIARY
    while at < scan.count and at - first < _PHRASE:
        if (end := find_marked(scan, at)) is not None:
            at = end
        elif (
            scan.bits[at] & stop
            or is_cue(scan, at, first)
            or (at > first and is_hearer(scan, at))
            or (at > first and scan.keys[at] in scan.lexicon.grammar.moments)
            or _is_day(scan, first, at)
        ):
            break
        else:
            at += 1
    return (first, at) if at > first and can_speak(scan, first, at) else None


def _is_day(scan: Scan, first: int, at: int) -> bool:
    """ "حسبما ذكرت الشرطة | اليوم": a time behind a whole noun phrase; «صحيفة | اليوم» is a name."""
    if at == first or not scan.bits[at] & c.TIME or scan.keys[first] in scan.lexicon.outlets:
        return False
    return scan.keys[at - 1].startswith(scan.lexicon.grammar.definite_prefix) or not scan.bits[at - 1]


def _quoted_from(scan: Scan, hit: Hit[Sense]) -> int | None:
    """The word that leads to the person quoted; some verbs have one of their own."""
    form, own = scan.keys[hit.last - 1], scan.lexicon.quoted_leads
    leads = own.get(form) or (own.get(form[1:]) if form.startswith(scan.lexicon.conjunctions) else None) or scan.lexicon.quoted_from
    reach = range(hit.last, min(scan.count, hit.last + _PHRASE))
    told = (i for i in reach if scan.keys[i] in scan.lexicon.complementizers and not scan.bits[i - 1] & (c.PREPOSITION | c.NEGATION))
    limit = next(told, scan.count)
    return next((i for i in reach if i < limit and scan.keys[i] in leads), None)


def read_quoted(scan: Scan, hit: Hit[Sense]) -> Lead | None:
    """ "نقلت وكالة … عن … قوله إن": who is quoted stands behind "عن", who quotes before it."""
    if hit.last < scan.count and scan.keys[hit.last] in scan.lexicon.quoted_back:
        return _quoted_back(scan, hit)
    about = _quoted_from(scan, hit)
    if about is None:
        return None
    source = _quoted_source(scan, about + 1)
    begin = next(
        (i for i in range(source[1] if source else about, scan.count) if scan.keys[i] in scan.lexicon.complementizers or _opens(scan, i)),
        None,
    )
    if source is not None and source[1] < scan.count and scan.keys[source[1]] in scan.lexicon.sayings:
        plain = source[1] + 1 < scan.count and not scan.bits[source[1] + 1] & (c.PREPOSITION | c.PUNCTUATION | c.COMMA | c.COMPLEMENTIZER)
        begin = source[1] + 1 if plain and not is_mark(scan.keys[source[1] + 1]) else begin  # "عن الوكيل توقعه | عودة التيار"
    if source is not None and begin is None and about > hit.last and _is_wording(scan, hit.last):
        return Lead(hit.first, source[1], (hit.first, hit.last), Act.ASSERT, Commitment.CERTAIN, source, None, according=True, cites=True)
    if source is None or begin is None:
        return None
    cue, act = _saying(scan, hit, source[1])
    carrier = _carrier(scan, hit, about)
    first = hit.first if about > hit.last or carrier is None else carrier[0]
    return Lead(first, begin, cue, act, Commitment.CERTAIN, source, begin, carrier=carrier, relays=carrier is None)


def _is_wording(scan: Scan, at: int) -> bool:
    """ "ونسبت | معلوماتها إلى أوساط": what was said before is whose."""
    stem = next((scan.keys[at].removesuffix(p) for p in scan.lexicon.grammar.object_pronouns if scan.keys[at].endswith(p)), scan.keys[at])
    return scan.keys[at] in scan.lexicon.wordings or stem in scan.lexicon.wordings


def _quoted_back(scan: Scan, hit: Hit[Sense]) -> Lead | None:
    """ "ونقلت عنه الوكالة قوله إن": who is quoted was named before."""
    named = find_subject(scan, hit.last + 1)
    first = hit.last + 1 if named is None else named[1]
    reach = range(first, min(scan.count, first + _PHRASE))
    begin = next((i for i in reach if scan.keys[i] in scan.lexicon.complementizers or _opens(scan, i)), None)
    if begin is None:
        return None
    return Lead(hit.first, begin, (hit.first, hit.last), Act.ASSERT, Commitment.CERTAIN, None, begin, carrier=named)


def _carrier(scan: Scan, hit: Hit[Sense], about: int) -> tuple[int, int] | None:
    """Who passes the words on: behind the verb, before it, or who made the paper ("سحبت وكالة خبرا | نسبت فيه إلى")."""
    if about == hit.last:
        return find_before(scan, hit.first)
    return find_main(scan, hit.first) if scan.keys[hit.last] in scan.lexicon.inside else _first_part(scan, hit.last, about)


def _saying(scan: Scan, hit: Hit[Sense], at: int) -> tuple[tuple[int, int], Act]:
    """The cue and its act: the noun behind who is quoted where it has an act of its own ("توقعه"), else the verb."""
    act = scan.lexicon.sayings.get(scan.keys[at], Act.ASSERT) if at < scan.count else Act.ASSERT
    return ((hit.first, hit.last), act) if act is Act.ASSERT else ((at, at + 1), act)


def _first_part(scan: Scan, first: int, last: int) -> tuple[int, int]:
    """Who passes the words on, without the asides behind his name: "نقلت نشرة الإيواء، من دون أن تتبناها، | عن"."""
    comma = next((i for i in range(first + 1, last) if scan.is_comma(i)), last)
    return first, comma


def _quoted_source(scan: Scan, at: int) -> tuple[int, int] | None:
    first = at
    if (end := quoted_end(scan, at)) is not None:
        return at, end  # "ونسبت معلوماتها إلى «أوساط دبلوماسية»"
    stop = c.PUNCTUATION | c.COMMA | c.COMPLEMENTIZER | c.SUBORDINATOR | c.NEGATION
    while at < scan.count and at - first < _PHRASE and not scan.bits[at] & stop and scan.keys[at] not in scan.lexicon.sayings:
        at += 1
    return (first, at) if at > first else None


def _opens(scan: Scan, at: int) -> bool:
    return scan.keys[at] == ":" or (is_mark(scan.keys[at]) and scan.in_speech(at))


def add_carriers(scan: Scan, leads: list[Lead]) -> list[Lead]:
    """ "في بيان نقلته وكالة المشرق": who carried the words of the nearest lead."""
    for hit in scan.hits:
        back = hit.value.quoted and hit.last < scan.count and scan.keys[hit.last] in scan.lexicon.quoted_back
        carries = hit.value.carried and not (scan.bits[hit.first] & c.PAPER and any(other.last == hit.first for other in scan.hits))
        named = find_subject(scan, hit.last + back) if carries or back else _holder(scan, hit)
        if named is None or len(leads) == 0:
            continue
        around = [lead for lead in leads if lead.begin is not None and lead.cue[0] < hit.first < lead.begin]
        near = around[-1] if len(around) > 0 else min(leads, key=lambda lead: abs(lead.cue[0] - hit.first))
        held = () if near.carrier is None or near.carrier == named else (near.carrier, *near.through)
        sent = scan.keys[hit.first] in scan.lexicon.received
        leads = [replace(lead, carrier=named, through=held, received=sent) if lead is near else lead for lead in leads]
    return leads


def _holder(scan: Scan, hit: Hit[Sense]) -> tuple[int, int] | None:
    """Who has got the paper: "توصلت | جريدة «مغرب الغد» | بنسخة منه"."""
    named = find_subject(scan, hit.last) if hit.value.holding else None
    if named is None:
        return None
    copied = next((i for i in range(named[0] + 1, min(scan.count, named[1] + 3)) if scan.keys[i] in scan.lexicon.copies), None)
    return None if copied is None else (named[0], min(copied, named[1]))


def add_hearer(scan: Scan, lead: Lead, leads: list[Lead]) -> Lead:
    """Whom it was said to, before the content or before the verb: "قال الوزير لوكالة السهل إن", "في تصريح لـ«صدى الخليج»"."""
    if (lead.according and not lead.spoken and not _talks(scan, lead)) or lead.hearer is not None:
        return lead
    behind = lead.source[1] if lead.source is not None else lead.last
    limit = lead.begin if lead.begin is not None else min(scan.count, lead.last + _PHRASE)
    earlier = max((other.begin or other.last for other in leads if other.first < lead.first), default=0)
    before = range(earlier, lead.first if lead.begin is not None else earlier)
    if lead.source is not None and lead.carrier is not None and lead.first < lead.carrier[1] <= lead.source[0]:
        told = find_outlet(scan, (lead.carrier[1], lead.source[0]), lead.source[0])  # "قال الدفاع المدني | لقناة «الأزرق»، نقلا عن"
        if told is not None and scan.keys[told[0]].startswith(scan.lexicon.grammar.hearers):
            return replace(lead, hearer=told)
    hearer = find_outlet(scan, (behind, limit)) or find_outlet(scan, (before.start, before.stop), lead.first)
    return lead if hearer is None else replace(lead, hearer=hearer)


def _talks(scan: Scan, lead: Lead) -> bool:
    """ "بحسب مسؤول | تحدث لشبكة «بلو ريدج»، فإن": what is told of the source is whom he spoke to."""
    return lead.source is not None and lead.begin is not None and lead.source[1] < lead.begin and scan.is_cue(lead.source[1])


def find_outlet(scan: Scan, tokens: tuple[int, int], limit: int | None = None) -> tuple[int, int] | None:
    """The first outlet in the tokens that something was said to."""
    for at in range(*tokens):
        end = _outlet_end(scan, at, tokens[1] if limit is None else limit)
        if end is not None:
            return at, end
    return None


def _outlet_end(scan: Scan, at: int, limit: int) -> int | None:
    """The end of an outlet's name that begins at ``at`` behind a preposition of address, or None."""
    word, grammar = scan.keys[at], scan.lexicon.grammar
    if (
        (word in grammar.hearers or (word in grammar.partners and _is_talk(scan, at)))
        and at + 1 < scan.count
        and (end := find_marked(scan, at + 1)) is not None
    ):
        return end
    joined = word.startswith(grammar.hearers) and len(word) > _JOINED
    bare = unjoin(scan.lexicon.code, word) if joined else word
    if joined and (end := known_outlet(scan, at)) is not None:
        return end
    led = at > 0 and scan.bits[at - 1] & c.PREPOSITION and scan.keys[at - 1] not in grammar.genitives
    led = led or (at > 0 and scan.keys[at - 1] in scan.lexicon.asked)  # "في رد على أسئلة | المرصد"
    if not (joined or led) or bare.removeprefix(grammar.definite_prefix) not in scan.lexicon.outlets:
        return None
    end, marked = at + 1, None
    while end < limit and (marked := find_marked(scan, end)) is None and not scan.bits[end] & _NAME_ENDS and not is_cue(scan, end, at):
        end += 1
    if end < limit and marked is not None:
        end = marked
    return None if any(scan.keys[i] in scan.lexicon.platforms for i in range(at, end)) else end


def _is_talk(scan: Scan, at: int) -> bool:
    """Does a word for a talk stand before the "with": "في اتصال هاتفي مع «المرسى»"?"""
    return any(scan.keys[i] in scan.lexicon.talks for i in range(max(0, at - 3), at))


def _cite_behind(scan: Scan, leads: list[Lead]) -> list[Lead]:
    """ "أفادت صحيفة بأن …، نقلا عن مصدر": behind the content, who is cited is its source and the newspaper passes it on."""
    for cited in [lead for lead in leads if lead.cites and lead.begin is None and scan.is_comma(lead.first - 1)]:
        if any(not scan.is_stop(i) and not is_mark(scan.keys[i]) for i in range(cited.last, scan.count)) or cited is not leads[-1]:
            continue
        before = [lead for lead in leads if not lead.according and lead.begin is not None and lead.begin < cited.first]
        near = before[-1] if len(before) > 0 else None
        if near is None or near.source is None or near.borrows:
            continue
        owner = _owner(scan, cited)
        if owner is None:
            passed = replace(near, end=cited.first)
        elif near.carrier is None:
            passed = replace(near, source=owner, carrier=near.source, end=cited.first)
        else:
            passed = replace(near, source=owner, through=(*near.through, near.source), end=cited.first)
        leads = [passed if lead is near else lead for lead in leads if lead is not cited]
    return leads


def pass_on(scan: Scan, leads: list[Lead]) -> list[Lead]:
    """An "according to" that stands inside another lead, between its verb and its content, names its carrier."""
    kept: list[Lead] = []
    opening = next((lead for lead in leads if lead.cites and lead.begin is not None), None)
    if opening is not None and len(leads) > 1:
        # "نقلا عن وكالة، أفادت صحيفة": the agency speaks through the newspaper
        spoken = next(lead for lead in leads if lead is not opening)
        passed = replace(spoken, source=opening.source, carrier=spoken.source)
        leads = [passed if lead is spoken else lead for lead in leads if lead is not opening]
    leads = _lift(_cite_behind(scan, leads))
    for lead in leads:
        others = [other for other in leads if other is not lead and other.begin is not None]
        # "وحسب شهود تحدثت إليهم … | فإن": what stands between is no lead of its own
        told = any(other.according and other.begin == lead.begin and other.first < lead.first for other in others)
        if not told and not any(lead.according and other.cue[0] < lead.first < (other.begin or 0) for other in others):
            kept.append(lead)
    return [_carried(scan, lead, leads) for lead in kept]


def _lift(leads: list[Lead]) -> list[Lead]:
    """ "وبحسب بيان للوزارة، | حذر الوزير من": an opening source whose words are another's passes them on, and all behind them."""
    opening = next((lead for lead in leads if lead.according and not lead.cites and lead.begin is not None), None)
    if opening is None or opening.source is None or opening.carrier is not None:
        return leads
    spoken = next((lead for lead in leads if lead.first == opening.begin and lead.source is not None and not lead.according), None)
    if spoken is None:
        return leads
    rest = [lead for lead in leads if lead is not opening]
    return [replace(lead, carrier=opening.source) if lead.carrier is None and not lead.according else lead for lead in rest]


def _passes(scan: Scan, lead: Lead, other: Lead) -> bool:
    """A paper that a statement rests on passes nothing on, nor does who speaks for a body that is no outlet."""
    if scan.lexicon.basing.at(scan.keys, other.cue[0]) is not None:
        return _owner(scan, other) is not None
    by_mouth = scan.lexicon.mouths.at(scan.keys, other.cue[0]) is not None and lead.source is not None
    return not by_mouth or (lead.source is not None and is_outlet(scan, lead.source))


def is_outlet(scan: Scan, tokens: tuple[int, int]) -> bool:
    """Does a noun of outlets or agencies open the phrase, or is it a name in marks?"""
    first = tokens[0]
    bare = unjoin(scan.lexicon.code, scan.keys[first])
    return scan.keys[first] in scan.lexicon.outlets or bare in scan.lexicon.outlets or is_mark(scan.keys[first])


def _owner(scan: Scan, cited: Lead) -> tuple[int, int] | None:
    """Whose paper it is: "مستندة إلى إفادة | موظف سابق"; None for a paper that is nobody's."""
    if cited.source is None or scan.lexicon.basing.at(scan.keys, cited.cue[0]) is None:
        return cited.source
    first, last = cited.source
    speaks = c.ROLE | c.BODY | c.TITLE | c.AGENCY | c.UNNAMED
    at = next((i for i in range(first, last) if scan.bits[i] & speaks and not scan.bits[i] & c.PAPER), None)
    return None if at is None else (at, last)


def _carried(scan: Scan, lead: Lead, leads: list[Lead]) -> Lead:
    for other in leads:
        inside = other.according and other is not lead and lead.begin is not None and lead.cue[0] < other.first < lead.begin
        if inside and not _passes(scan, lead, other):
            return lead
        if inside and other.cites:
            return replace(lead, carrier=lead.source, source=_owner(scan, other), relays=lead.source is None)
        if inside:
            return replace(lead, carrier=other.source)
    return lead
