"""Attributions in languages that put the verb before the subject. Enters: a scan. Leaves: drafts."""

from dataclasses import replace

from tocsin.attribute.backward.asides import is_called, is_count, is_ground, unjoined
from tocsin.attribute.backward.headings import read_flash, read_quoted_head, read_second
from tocsin.attribute.backward.inserted import read_inserted
from tocsin.attribute.backward.passing import add_carriers, add_hearer, pass_on, read_according, read_quoted
from tocsin.attribute.backward.relatives import opens_relayed, read_relative, read_relayed
from tocsin.attribute.backward.subjects import can_speak, is_construct
from tocsin.attribute.backward.topics import find_before
from tocsin.attribute.backward.verbs import read_light, read_verbal
from tocsin.attribute.backward.within import read_within
from tocsin.attribute.leads import Lead, headline, led_from, share
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import OUTSIDE, Draft, Scan, is_mark
from tocsin.lang import classes as c
from tocsin.lang.terms import Hit


def find(scan: Scan) -> list[Draft]:
    leads: list[Lead] = []
    heading = read_flash(scan) or (read_quoted_head(scan) or headline(scan, can_speak) if scan.title else None)
    second = read_second(scan) if scan.title else None
    if heading is not None:
        leads.append(heading if second is None or second.first <= heading.first else replace(heading, end=second.first))
    if second is not None and (heading is None or second.first >= heading.last):
        leads.append(second)
        heading = heading or second
    for hit in scan.hits:
        lead = _read(scan, hit, leads)
        if lead is not None and heading is None:
            leads.append(lead)
        elif lead is not None and heading is not None and lead.first >= heading.last:
            leads.append(replace(lead, inner=True))  # all behind the colon is his who stands before it
    leads = _borrow(pass_on(scan, add_carriers(scan, leads)))
    return share(scan, [add_hearer(scan, lead, leads) for lead in leads])


def _borrow(leads: list[Lead]) -> list[Lead]:
    """A form that borrows its speaker has him through whom the lead before has him: "وأكد الوزير، بحسب البيان، أن …، | مشددا"."""
    borrowed: list[Lead] = []
    for lead in leads:
        held = next((other for other in reversed(borrowed) if other.source == lead.source and other.carrier is not None), None)
        take = lead.borrows and lead.carrier is None and lead.source is not None and held is not None
        borrowed.append(
            replace(lead, carrier=held.carrier, through=held.through, received=held.received) if take and held is not None else lead
        )
    return borrowed


def _read(scan: Scan, hit: Hit[Sense], leads: list[Lead]) -> Lead | None:
    sense = hit.value
    if scan.inside[hit.first] != OUTSIDE:
        return read_within(scan, hit)  # speech, or a name in marks: «فرات»
    if _is_noun(scan, hit):
        return None
    if (inserted := read_inserted(scan, hit)) is not None:
        return inserted
    if any(other.first < hit.first < other.last for other in leads) or _is_aside(hit, leads):
        return None
    if (opening := opens_relayed(scan, hit)) is not None:
        return read_relayed(scan, hit, opening)
    been = hit.first > 1 and scan.bits[hit.first - 1] & c.AUXILIARY and scan.bits[hit.first - 2] & c.RELATIVE
    if been or (hit.first > 0 and scan.bits[hit.first - 1] & c.RELATIVE):
        return None if sense.verb is None or sense.bare else read_relative(scan, hit, sense.verb)
    if hit.first > 0 and unjoined(scan, hit.first - 1) in scan.lexicon.hypothetical:
        return None
    if sense.according and (also := _read_also(scan, hit, leads)) is not None:
        return also
    if sense.according or (sense.citing and not sense.quoted):
        return read_according(scan, hit)
    if sense.quoted and (lead := read_quoted(scan, hit)) is not None:
        return lead
    if (
        hit.first > 0
        and scan.bits[hit.first - 1] & (c.NEGATION | c.PREPOSITION)
        and scan.keys[hit.first - 1] not in scan.lexicon.back
        and not scan.bits[hit.first - 1] & (c.ADVERB | c.SUBORDINATOR | c.OPENER | c.PRONOUN)
    ):
        return None
    if sense.verb is not None and sense.verb.opens and not _opens(scan, hit):
        return None
    if sense.light and (lead := read_light(scan, hit, leads)) is not None:
        return lead
    lead = None if sense.verb is None else read_verbal(scan, hit, sense.verb, leads)
    inner = lead is not None and hit.first > 0 and scan.keys[hit.first - 1] in scan.lexicon.relayed
    return replace(lead, inner=True) if inner and lead is not None else lead  # "استنكروا ما | قالوا إنه إهمال"


def _is_noun(scan: Scan, hit: Hit[Sense]) -> bool:
    """A form that is no verb here: behind a number or in a body's name, one that only names somebody, or a reason for his silence."""
    counted = hit.first > 0 and is_count(scan, hit.first - 1)  # "تسع | أسر"
    return counted or is_construct(scan, hit.first) or is_called(scan, hit.first) or is_ground(scan, hit.first)


def _is_aside(hit: Hit[Sense], leads: list[Lead]) -> bool:
    """Does the verb stand between a subject and what he says, as in "إحدى الناجيات، وهي طبيبة | طلبت الإشارة إليها بحرف، | أن"?"""
    sense = hit.value
    passes = sense.bare or sense.according or sense.citing or sense.quoted or sense.carried or sense.holding
    before = (lead for lead in leads if lead.source is not None and lead.begin is not None and lead.cue[0] < lead.source[0])
    return not passes and any(
        lead.source[1] <= hit.first < lead.begin for lead in before if lead.source is not None and lead.begin is not None
    )


def _read_also(scan: Scan, hit: Hit[Sense], leads: list[Lead]) -> Lead | None:
    """ "كما أوضحت بنعلي أن": before a verb with its "that", what opens the sentence vouches for nothing."""
    if hit.last - hit.first == 1 or not scan.bits[hit.first] & c.OPENER:
        return None
    inner = scan.lexicon.cues.at(scan.keys, hit.first + 1)
    if inner is not None and inner.value.quoted and (quoted := read_quoted(scan, inner)) is not None:
        return quoted
    if inner is None or inner.value.verb is None or inner.value.bare:
        return None
    lead = read_verbal(scan, inner, inner.value.verb, leads)
    told = lead is not None and lead.begin is not None and lead.begin < scan.count
    return lead if told and lead is not None and scan.keys[lead.begin or 0] in scan.lexicon.complementizers else None


def _opens(scan: Scan, hit: Hit[Sense]) -> bool:
    """Does a clause begin at the form, and a speaker behind it, or does he stand before it behind a "that"?"""
    if (topic := find_before(scan, hit.first)) is not None and topic[0] > 0 and scan.keys[topic[0] - 1] in scan.lexicon.complementizers:
        return True
    before = scan.bits[: hit.first]
    fresh = all(b & (c.OPENER | c.ADVERB | c.COORDINATOR | c.COMMA) for b in before) or scan.is_comma(hit.first - 1)
    fresh = fresh or led_from(scan, hit.first) is not None
    return fresh and hit.last < scan.count and _speaks(scan, hit.last)


def _speaks(scan: Scan, at: int) -> bool:
    return bool(scan.bits[at] & (c.SPEAKING | c.TITLE)) or is_mark(scan.keys[at]) or scan.keys[at] in scan.names
