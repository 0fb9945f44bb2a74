"""Verbs of saying, with their subject and content: finite, light, borrowed and trailing."""

from dataclasses import replace

from tocsin.attribute import agreement
from tocsin.attribute.backward.asides import is_relative, unjoined
from tocsin.attribute.backward.bounds import (
    add_issuer,
    add_name,
    add_place,
    cut_alone,
    cut_joined,
    find_described,
    find_joined,
    find_named,
    find_object,
    find_whom,
    is_deed,
)
from tocsin.attribute.backward.contents import find_begin, find_behind, find_noun
from tocsin.attribute.backward.papers import read_on_paper
from tocsin.attribute.backward.subjects import find_subject
from tocsin.attribute.backward.topics import find_before, find_inner, find_main
from tocsin.attribute.contents import behind_preposition
from tocsin.attribute.leads import Lead, last_spoken, quote_before
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import Scan
from tocsin.lang import actors
from tocsin.lang import classes as c
from tocsin.lang.cues import Verb
from tocsin.lang.terms import Hit
from tocsin.model import Act, Commitment

_STOP = (
    c.PREPOSITION | c.PUNCTUATION | c.COMMA | c.COMPLEMENTIZER | c.SUBORDINATOR | c.VERB | c.AUXILIARY | c.TIME | c.QUESTION | c.NEGATION
)


def read_verbal(scan: Scan, hit: Hit[Sense], verb: Verb, leads: list[Lead]) -> Lead | None:
    if hit.value.bare:
        return _bare(scan, hit, verb, leads)
    if any(at < scan.count and scan.keys[at] in scan.lexicon.inside for at in (hit.last - 1, hit.last)):
        return read_on_paper(scan, hit, verb)
    if hit.last < scan.count and scan.keys[hit.last] in scan.lexicon.back and scan.keys[hit.last].startswith(scan.lexicon.grammar.hearers):
        told = scan.keys[hit.last].endswith(scan.lexicon.grammar.object_pronouns)
        hit = replace(hit, last=hit.last + 1, value=replace(hit.value, told=told))  # "قال لنا | أحد الحراس"
    named = find_subject(scan, hit.last)
    if named is not None and quote_before(scan, hit.first) is not None and (lead := _trailing(scan, hit, verb, named)) is not None:
        return lead
    if named is not None and scan.keys[named[0]] in scan.lexicon.mute:
        return None  # "لفت الانتباه"
    if named is not None and "object" in verb.takes and is_deed(scan, named[0]):
        named = None  # "لكنه نفى | وجود مفاوضات"
    source, begin = _parts(scan, hit, verb, cut_joined(scan, cut_alone(scan, named, verb), verb))
    if source is not None and len(leads) > 0 and (_is_told(scan, hit, verb, source) or _disagrees(scan, hit, verb, source)):
        source, begin = None, hit.last
    topic = find_before(scan, hit.first)
    if topic is None and len(leads) > 0 and leads[-1].according and leads[-1].source is not None and leads[-1].source[1] == hit.first:
        topic = leads[-1].source  # "وفق مصادر في الشرطة | رجحت أن"
    if topic is not None and (begin is None or source is None or begin <= source[1] or _leads(scan, hit, topic)):
        return _with_topic(scan, hit, verb, topic)
    if begin is None and source is not None and (at := find_object(scan, source, verb)) is not None:
        source, begin = (source[0], at), at
    if begin is None:
        return _trailing(scan, hit, verb, source)
    if source is None and _is_nobodys(scan, hit, verb, leads):
        return None
    inner = source is None and len(leads) == 0 and is_relative(scan, hit.first)
    if inner:
        source = find_main(scan, hit.first)  # "نشرت صحيفة برقية | قالت إنها صادرة"
    borrows = source is None and len(leads) > 0
    return Lead(
        first=hit.first,
        last=max(hit.last, source[1] if source is not None else 0),
        cue=(hit.first, hit.last),
        act=verb.act,
        commitment=verb.commitment,
        source=last_spoken(leads).source if borrows else source,
        begin=begin,
        borrows=borrows,
        told=hit.value.told,
        inner=inner,
        witness="witness" in verb.takes and scan.keys[begin] not in scan.lexicon.complementizers,
    )


def _is_nobodys(scan: Scan, hit: Hit[Sense], verb: Verb, leads: list[Lead]) -> bool:
    """ "يعتقد أن": nobody in particular; "مشروع قرار | يطالب بهدنة": no person; "قال …، وأنهم | سألوا": no statement of its own."""
    before = unjoined(scan, hit.first - 1) if hit.first > 0 else ""
    own = before in scan.lexicon.grammar.self_complementizers and len(leads) > 0
    return verb.commitment is not Commitment.CERTAIN or own or (len(leads) > 0 and is_relative(scan, hit.first))


def _parts(scan: Scan, hit: Hit[Sense], verb: Verb, source: tuple[int, int] | None) -> tuple[tuple[int, int] | None, int | None]:
    """The whole subject, and where the content begins behind it and what it is said of."""
    begin = find_begin(scan, source[1] if source is not None else hit.last, verb)
    if source is not None and begin is None and (late := find_joined(scan, source, verb)) is not None:
        return (source[0], late), late
    if source is not None and begin is None and "object" not in verb.takes and not scan.bits[hit.last] & c.SPEAKING:
        return None, find_begin(scan, hit.last, verb)
    if source is None or begin is None:
        return source, begin
    for find in (find_described, find_whom):
        if (at := find(scan, source, begin, verb)) is not None:
            source, begin = (source[0], at), at
    if (end := find_named(scan, source, begin, verb)) is not None:
        source, begin = (source[0], end), end
    named = add_name(scan, source, begin)
    return (named if named != source else add_issuer(scan, add_place(scan, source, begin), begin)), begin


def _disagrees(scan: Scan, hit: Hit[Sense], verb: Verb, source: tuple[int, int]) -> bool:
    """ "…، وحملت | الرئيس مسؤولية": a feminine verb joined to the one before it, and a man's office behind it, whom it is done to."""
    word, grammar = scan.keys[source[0]], scan.lexicon.grammar
    joined = scan.keys[hit.first].startswith(scan.lexicon.conjunctions) and "object" in verb.takes
    man = scan.bits[source[0]] & c.ROLE and not scan.bits[source[0]] & (c.BODY | c.UNNAMED) and word.startswith(grammar.definite_prefix)
    ended = word.endswith((*grammar.noun_plurals, *grammar.noun_endings))
    return joined and bool(man) and not ended and agreement.read(scan, (hit.first, hit.last)) == agreement.FEMININE


def _leads(scan: Scan, hit: Hit[Sense], topic: tuple[int, int]) -> bool:
    """Must the subject stand before the verb: behind "that", in a headline, behind "كان", before a plural?"""
    governed = topic[0] > 0 and scan.keys[topic[0] - 1] in scan.lexicon.complementizers
    been = hit.first > 0 and bool(scan.bits[hit.first - 1] & c.AUXILIARY)
    return governed or scan.title or been or agreement.read(scan, (hit.first, hit.last)) == agreement.PLURAL


def _is_told(scan: Scan, hit: Hit[Sense], verb: Verb, source: tuple[int, int]) -> bool:
    """ "…، وحث جميع الأطراف على الهدوء": a verb joined to the one before it, and nobody behind it but whom it is said to."""
    joined = scan.keys[hit.first].startswith(scan.lexicon.conjunctions) and verb.hearer and verb.act is Act.DEMAND
    behind = "object" in verb.takes or (source[1] < scan.count and behind_preposition(scan, source[1], verb.prepositions) is not None)
    known = any(scan.bits[i] & c.SPEAKING or scan.keys[i] in scan.names for i in range(*source))
    return joined and behind and not known and actors.load().terms.at(scan.keys, source[0]) is None


def _with_topic(scan: Scan, hit: Hit[Sense], verb: Verb, topic: tuple[int, int]) -> Lead | None:
    if scan.keys[topic[0]] in scan.lexicon.mute:
        return None  # "إن | بلاده ترفض": himself
    begin = find_begin(scan, hit.last, verb)
    if begin is None and "object" in verb.takes and hit.last < scan.count and not scan.bits[hit.last] & _STOP:
        begin = hit.last
    if begin is None:
        return _trailing(scan, hit, verb, topic)
    return Lead(topic[0], hit.last, (hit.first, hit.last), verb.act, verb.commitment, topic, begin, told=hit.value.told)


def read_light(scan: Scan, hit: Hit[Sense], leads: list[Lead]) -> Lead | None:
    """A light verb with its noun: "أعرب الوزير عن قلقه من", "يشعر العراق بقلق شديد من"."""
    noun = find_noun(scan, hit.last)
    if noun is None:
        return None
    begin = find_behind(scan, noun)
    if begin is None:
        return None
    source = find_subject(scan, hit.last)
    if source is not None and source[1] > noun.first:
        source = (source[0], noun.first) if noun.first > source[0] else None
    if source is None and (topic := find_before(scan, hit.first)) is not None:
        source = topic
    if hit.value.bare:
        source = source or (last_spoken(leads).source if len(leads) > 0 else find_main(scan, hit.first))
    first = min(hit.first, source[0]) if source is not None and not hit.value.bare else hit.first
    return Lead(first, hit.last, (hit.first, hit.last), noun.value.act, noun.value.commitment, source, noun.first, borrows=hit.value.bare)


def _bare(scan: Scan, hit: Hit[Sense], verb: Verb, leads: list[Lead]) -> Lead | None:
    """Participles: "مشيرا إلى أن", "محذرا من". The speaker is that of the words before."""
    begin = find_begin(scan, hit.last, verb)
    if begin is None and "object" in verb.takes and hit.last < scan.count and not scan.bits[hit.last] & _STOP:
        begin = hit.last
    if begin is None:
        return None
    source = find_inner(scan, last_spoken(leads)) or last_spoken(leads).source if len(leads) > 0 else find_main(scan, hit.first)
    if source is None and len(leads) == 0 and scan.keys[hit.first].startswith(scan.lexicon.grammar.joined):
        return None  # "اكتفت | بالقول إن": nobody is found who does
    return Lead(hit.first, hit.last, (hit.first, hit.last), verb.act, verb.commitment, source, begin, borrows=True)


def _trailing(scan: Scan, hit: Hit[Sense], verb: Verb, source: tuple[int, int] | None) -> Lead | None:
    """ "«…» قال الوزير" and "…، كما قال"."""
    if not {"clause", "quote"} & set(verb.takes):
        return None
    if source is None:
        spoken = quote_before(scan, hit.first) is not None
        return Lead(hit.first, hit.last, (hit.first, hit.last), verb.act, verb.commitment, None, None) if spoken else None
    if quote_before(scan, hit.first) is None and quote_before(scan, min(hit.first, source[0])) is None:
        return None
    last = max(hit.last, source[1])
    return Lead(min(hit.first, source[0]), last, (hit.first, hit.last), verb.act, verb.commitment, source, None)
