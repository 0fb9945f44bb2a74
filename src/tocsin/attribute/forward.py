"""Attributions in languages that put the subject before the verb. Enters: a scan. Leaves: drafts."""

from dataclasses import replace

from tocsin.attribute import subjects
from tocsin.attribute.contents import behind_preposition, complement, hearer_end, times_end
from tocsin.attribute.leads import Lead, headline, quote_before, share
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import OUTSIDE, Draft, Scan, is_mark
from tocsin.lang import classes as c
from tocsin.lang.cues import Noun
from tocsin.lang.terms import Hit
from tocsin.model import Act, Commitment

_SIGNED = 7  # tokens of the speaker behind the dash of a headline
_CLAUSE = 9  # tokens within which a clause shows its verb
_NOUN_REACH = 8  # tokens between "expressed" and its "concern"


def find(scan: Scan) -> list[Draft]:
    leads: list[Lead] = []
    for hit in scan.hits:
        lead = _read(scan, hit, leads)
        if lead is not None:
            leads.append(lead)
    if scan.title and len(leads) == 0 and (lead := headline(scan, subjects.is_speaker) or _dashed(scan)) is not None:
        leads.append(lead)
    return share(scan, _with_citations(scan, leads))


def _dashed(scan: Scan) -> Lead | None:
    """ "No deal before spring – EU envoy": in a headline a dash before a speaker is a cue."""
    at = next((i for i in range(scan.count - 2, max(1, scan.count - _SIGNED), -1) if scan.keys[i] in {"–", "—"}), None)
    if at is None or not any(scan.bits[i] & c.SPEAKING for i in range(at + 1, scan.count)):
        return None
    return Lead(at, scan.count, (at, at + 1), Act.ASSERT, Commitment.CERTAIN, (at + 1, scan.count), None)


def _read(scan: Scan, hit: Hit[Sense], leads: list[Lead]) -> Lead | None:
    sense = hit.value
    if sense.carried:
        return None
    if sense.according and not sense.citing:
        return _according(scan, hit)
    if sense.quoted:
        return _quoted(scan, hit)
    if sense.citing or _is_name(scan, hit):
        return None
    if hit.first > 0 and scan.keys[hit.first - 1] in scan.lexicon.grammar.possessives:
        return _possessed(scan, hit)
    first = subjects.group_start(scan, hit.first)
    if sense.bare and not _is_progressive(scan, first, hit.first):
        return _bare(scan, hit, leads)
    return _finite(scan, hit, first, leads)


def _is_name(scan: Scan, hit: Hit[Sense]) -> bool:
    """A capitalised form inside a sentence is a name ("United States"); titles that capitalise every word are exempt."""
    if hit.first == 0 or not scan.words[hit.first][0].isupper():
        return False
    return not is_titled(scan)


def is_titled(scan: Scan) -> bool:
    """A headline in capitals: there a capital letter says nothing."""
    return sum(word[0].islower() for word in scan.words if word[0].isalpha() and len(word) > 3) <= 1


def _is_plain(scan: Scan, hit: Hit[Sense]) -> bool:
    """A form without ending ("report") goes with many; behind a single name it is a noun ("a Levant Wire | report")."""
    verb = hit.value.verb
    word = scan.keys[hit.last - 1]
    if verb is None or hit.value.bare or hit.last - hit.first > 1 or word not in scan.lexicon.homonyms or hit.first == 0:
        return False
    before = scan.keys[hit.first - 1]
    for at in range(hit.first - 1, max(-1, hit.first - 6), -1):
        if scan.keys[at] in scan.lexicon.grammar.singulars:
            return True
        if scan.bits[at] & (c.VERB | c.PREPOSITION | c.COMMA | c.PUNCTUATION | c.COORDINATOR):
            break
    many = before.endswith("s") or scan.bits[hit.first - 1] & (
        c.PRONOUN | c.AUXILIARY | c.ADVERB | c.RELATIVE | c.COLLECTIVE | c.BODY | c.ROLE | c.COMMA
    )
    return not many


def _is_progressive(scan: Scan, first: int, cue: int) -> bool:
    return any(scan.bits[i] & c.PASSIVE for i in range(first, cue))


def _finite(scan: Scan, hit: Hit[Sense], first: int, leads: list[Lead]) -> Lead | None:
    sense = hit.value
    passive = not sense.bare and any(scan.bits[i] & c.PASSIVE for i in range(first, hit.first))
    negated = any(scan.bits[i] & c.NEGATION for i in range(first, hit.first))
    if passive and not negated and not subjects.is_modal(scan, first, hit.first):
        return _passive(scan, hit, first)
    if _is_plain(scan, hit) and not is_titled(scan):
        return None
    if negated or subjects.is_modal(scan, first, hit.first) or (first == hit.first and subjects.is_noun(scan, hit.first)):
        return None
    if (inverted := _inverted(scan, hit, first)) is not None:
        return inverted
    content = _content(scan, hit)
    source, start = _subject(
        scan, first, leads, loose=_quotes_before(scan, first) or (content is not None and _leaves_no_doubt(scan, content[0], hit))
    )
    if content is not None:
        begin, act, commitment, last = content
        if source is None and (main := _main_subject(scan, first)) is not None and len(leads) == 0 and _is_joined(scan, first):
            source = main  # "called it a crime and said": the subject of the first verb
        if _is_unsaid(scan, source, hit):
            return None
        if source is None and ((sense.light and sense.verb is None) or not _may_carry(scan, first, leads)):
            return None
        if _inside_speech(scan, hit.first, source):
            return None
        hearer = _hearer(scan, hit, begin)
        borrowed = source if source is not None else leads[-1].source
        return Lead(
            start,
            last,
            (first, last),
            act,
            commitment,
            borrowed,
            begin,
            hearer=hearer,
            borrows=source is None,
            witness=is_witness(hit.value),
        )
    return None if sense.verb is None else _trailing(scan, hit, (first, start), source)


def _possessed(scan: Scan, hit: Hit[Sense]) -> Lead | None:
    """ "The minister's warning that …": a noun cue with its owner."""
    noun = scan.lexicon.nouns.at(scan.keys, hit.first)
    if noun is None or noun.last >= scan.count or scan.keys[noun.last] not in scan.lexicon.complementizers:
        return None
    source = subjects.subject_before(scan, hit.first - 1)
    if source is None:
        return None
    return Lead(source[0], noun.last, (hit.first, noun.last), noun.value.act, noun.value.commitment, source, noun.last)


def _passive(scan: Scan, hit: Hit[Sense], first: int) -> Lead | None:
    """ "The raid was condemned by the council": what stands before the verb is the content."""
    verb = hit.value.verb
    if (
        verb is None
        or not {"object", "that", "clause"} & set(verb.takes)
        or hit.last + 1 >= scan.count
        or scan.keys[hit.last] not in scan.lexicon.grammar.authors
    ):
        return None
    source = subjects.subject_after(scan, hit.last + 1)
    if source is None or scan.inside[hit.first] != OUTSIDE:
        return None
    begin = times_end(scan, source[1])
    told = begin < scan.count and (scan.keys[begin] in scan.lexicon.complementizers or scan.keys[begin] in scan.lexicon.grammar.infinitives)
    if not told and first > 0 and scan.bits[first - 1] & c.PRONOUN:
        return None
    return Lead(first, source[1], (first, hit.last + 1), verb.act, verb.commitment, source, begin if told else None)


def _is_joined(scan: Scan, first: int) -> bool:
    return first > 0 and bool(scan.bits[first - 1] & c.COORDINATOR)


def _quotes_before(scan: Scan, first: int) -> bool:
    """Does spoken word end in the sentence before the verb?"""
    return any(quote.speech and quote.end <= scan.sentence.starts[first] for quote in scan.quotes)


def _leaves_no_doubt(scan: Scan, begin: int, hit: Hit[Sense]) -> bool:
    """A "that", a pronoun, a quotation or a whole clause behind the cue: then any definite phrase may be the speaker."""
    if scan.keys[begin] in scan.lexicon.complementizers or scan.bits[begin] & c.PRONOUN or scan.in_speech(begin):
        return True
    if hit.value.verb is None or "clause" not in hit.value.verb.takes:
        return False
    end = next((i for i in range(begin, scan.count) if scan.is_comma(i)), scan.count)
    return any(subjects.is_verbal(scan, i) for i in range(begin + 1, min(end, begin + _CLAUSE)))


def _is_unsaid(scan: Scan, source: tuple[int, int] | None, hit: Hit[Sense]) -> bool:
    """ "If the commission says", "the states have": a condition, or a noun before its verb."""
    if source is not None and source[0] > 0 and scan.keys[source[0] - 1] in scan.lexicon.hypothetical:
        return True
    return hit.last < scan.count and bool(scan.bits[hit.last] & c.AUXILIARY) and not scan.bits[hit.last] & c.PRONOUN and not hit.value.bare


def _subject(scan: Scan, first: int, leads: list[Lead], *, loose: bool = False) -> tuple[tuple[int, int] | None, int]:
    """The source before the verb group and where the lead's words begin."""
    end = first
    if end > 0 and is_mark(scan.keys[end - 1]) and scan.inside[end - 1] == scan.inside[first] != OUTSIDE:
        end -= 1  # he "expressed concern …": the quotation begins with the verb
    source = _antecedent(scan, end, leads) or subjects.subject_before(scan, end, loose=loose)
    if source is None:
        joined = end > 0 and scan.bits[end - 1] & c.COORDINATOR
        return None, end - 1 if joined else end
    if any(source[0] < lead.cue[0] < source[1] for lead in leads):
        return None, end
    return source, source[0]


def _antecedent(scan: Scan, end: int, leads: list[Lead]) -> tuple[int, int] | None:
    """ "According to the circle, which demanded …": the relative clause speaks of the source right before it."""
    if end == 0 or not scan.bits[end - 1] & c.RELATIVE:
        return None
    at = end - 2 if scan.is_comma(end - 2) else end - 1
    return next((lead.source for lead in leads if lead.source is not None and lead.source[1] == at), None)


def _may_carry(scan: Scan, first: int, leads: list[Lead]) -> bool:
    """ "and warned that": a verb without a subject of its own shares the one before."""
    if first == 0:
        return False
    joined = bool(scan.bits[first - 1] & c.COORDINATOR) or scan.is_comma(first - 1)
    return joined and len(leads) > 0


def _inside_speech(scan: Scan, cue: int, source: tuple[int, int] | None) -> bool:
    """Inside spoken words only a named third party is read as a speaker of their own."""
    number = scan.inside[cue]
    if number == OUTSIDE or not scan.quotes[number].speech:
        return False
    if source is None:
        return True
    if scan.inside[source[0]] != number:
        return False
    return not any(scan.words[i][0].isupper() and not scan.bits[i] & c.PRONOUN for i in range(*source))


def _content(scan: Scan, hit: Hit[Sense]) -> tuple[int, Act, Commitment, int] | None:
    """Where the content begins, and what the cue does: (begin, act, commitment, end of cue)."""
    if hit.value.light and (noun := _noun(scan, hit.last)) is not None:
        begin = after_noun(scan, noun)
        if begin is not None:
            return hit.last, noun.value.act, noun.value.commitment, hit.last
    verb = hit.value.verb
    if verb is None:
        return None
    begin = complement(scan, hit.last, verb)
    return None if begin is None else (begin, verb.act, verb.commitment, hit.last)


def _noun(scan: Scan, at: int) -> Hit[Noun] | None:
    """The cue noun of a light verb: "expressed Iraq's grave | concern"."""
    for index in range(at, min(scan.count, at + _NOUN_REACH)):
        bits = scan.bits[index]
        if bits & (c.PREPOSITION | c.VERB | c.COMMA | c.COMPLEMENTIZER) and not bits & c.DETERMINER:
            return None
        noun = scan.lexicon.nouns.at(scan.keys, index)
        if noun is not None:
            return noun
    return None


def after_noun(scan: Scan, noun: Hit[Noun]) -> int | None:
    if noun.last >= scan.count:
        return None
    word = scan.keys[noun.last]
    if word in scan.lexicon.complementizers:
        return noun.last
    return behind_preposition(scan, noun.last, noun.value.prepositions)


def _hearer(scan: Scan, hit: Hit[Sense], begin: int) -> tuple[int, int] | None:
    verb = hit.value.verb
    if verb is None or not verb.hearer or begin <= hit.last:
        return None
    end = min(hearer_end(scan, hit.last), begin)
    return (hit.last, end) if end > hit.last else None


def _trailing(scan: Scan, hit: Hit[Sense], starts: tuple[int, int], source: tuple[int, int] | None) -> Lead | None:
    """ "Content, X said" and "content, said X"."""
    verb = hit.value.verb
    if verb is None or hit.value.bare or not {"clause", "quote"} & set(verb.takes):
        return None
    first, start = starts
    last = hit.last
    if source is None and scan.is_comma(hit.last) and first > 0:
        source = subjects.subject_before(scan, first, loose=True)  # "The boy, his uncle says, had gone"
        start = source[0] if source is not None else start
    if source is None:
        source = subjects.subject_after(scan, times_end(scan, hit.last))
        if source is None:
            return None
        start, last = first, source[1]
    hearer = None
    if verb.hearer and source[0] < hit.first and (end := hearer_end(scan, hit.last)) > hit.last:
        hearer, last = (hit.last, end), end
    if not _closes(scan, start) or not _ends(scan, last):
        return None
    if "clause" not in verb.takes and quote_before(scan, start) is None:
        return None
    return Lead(start, last, (first, hit.last), verb.act, verb.commitment, source, None, hearer=hearer)


def _inverted(scan: Scan, hit: Hit[Sense], first: int) -> Lead | None:
    """ "Content, said X.": a comma or quotation before the verb and nothing but its subject behind it."""
    verb = hit.value.verb
    if verb is None or hit.value.bare or first != hit.first or not _closes(scan, first) or not {"clause", "quote"} & set(verb.takes):
        return None
    if quote_before(scan, first) is None and subjects.subject_before(scan, first) is not None:
        return None
    source = subjects.subject_after(scan, hit.last, loose=quote_before(scan, first) is not None)
    if source is None or scan.bits[hit.last] & c.PRONOUN or not _ends(scan, source[1]):
        return None
    if is_titled(scan) and not any(scan.bits[i] & c.SPEAKING for i in range(*source)):
        return None
    if source[1] < scan.count and scan.bits[source[1]] & c.COORDINATOR:
        return None
    return Lead(first, source[1], (first, hit.last), verb.act, verb.commitment, source, None)


def _closes(scan: Scan, start: int) -> bool:
    """Does something end right before the lead: a comma, a quotation, a dash?"""
    if start == 0:
        return False
    word = scan.keys[start - 1]
    return scan.is_comma(start - 1) or (is_mark(word) and scan.inside[start - 1] != OUTSIDE) or word in {"—", "–", "-", "?", "!"}


def _ends(scan: Scan, last: int) -> bool:
    """Is the rest of the sentence, up to a comma, no content: nothing, a time, "in a statement"?"""
    if last >= scan.count:
        return True
    bits = scan.bits[last]
    return bool(bits & (c.PUNCTUATION | c.COMMA | c.PREPOSITION | c.TIME | c.ADVERB | c.RELATIVE | c.COORDINATOR))


def _bare(scan: Scan, hit: Hit[Sense], leads: list[Lead]) -> Lead | None:
    """ ", adding that …" and "Warning of …, the minister …"."""
    led = hit.first == 0 or scan.is_comma(hit.first - 1) or bool(scan.bits[hit.first - 1] & (c.COORDINATOR | c.PAPER))
    if not led or scan.inside[hit.first] != OUTSIDE:
        return None
    content = _content(scan, hit)
    if content is None:
        return None
    begin, act, commitment, last = content
    if hit.first == 0:
        return _opening(scan, hit, content)
    source = leads[-1].source if len(leads) > 0 else _main_subject(scan, hit.first)
    if source is None and len(leads) == 0:
        return None
    return Lead(hit.first, last, (hit.first, last), act, commitment, source, begin, borrows=True)


def _opening(scan: Scan, hit: Hit[Sense], content: tuple[int, Act, Commitment, int]) -> Lead | None:
    begin, act, commitment, last = content
    commas = [i for i in range(begin + 1, scan.count) if scan.is_comma(i)]
    for comma in commas:
        source = _subject_from(scan, comma + 1)
        if source is not None:
            return Lead(hit.first, last, (hit.first, last), act, commitment, source, begin, end=comma)
    return None


def _subject_from(scan: Scan, first: int) -> tuple[int, int] | None:
    """The subject of the clause that begins at ``first``."""
    for at in range(first, min(scan.count, first + 16)):
        finite = scan.bits[at] & (c.VERB | c.AUXILIARY) or any(h.first == at and not h.value.bare for h in scan.hits)
        if finite and at > first:
            source = subjects.subject_before(scan, at)
            return source if source is not None and source[0] >= first else None
        if scan.is_comma(at):
            return None
    return None


def _main_subject(scan: Scan, before: int) -> tuple[int, int] | None:
    for at in range(1, before):
        if (subjects.is_verbal(scan, at) or scan.is_cue(at)) and scan.words[at][0].islower():
            source = subjects.subject_before(scan, at)
            if source is not None:
                return source
    return None


def _according(scan: Scan, hit: Hit[Sense]) -> Lead | None:
    source = subjects.subject_after(scan, hit.last)
    if source is None or (scan.in_speech(hit.first)):
        return None
    cue, last = (hit.first, hit.last), source[1]
    opening = all(scan.bits[i] & (c.OPENER | c.ADVERB | c.COMMA | c.COORDINATOR) or is_mark(scan.keys[i]) for i in range(hit.first))
    if opening and (begin := _after_asides(scan, last)) is not None:
        return Lead(hit.first, last, cue, Act.ASSERT, Commitment.CERTAIN, source, begin, according=True)
    first = hit.first
    return Lead(first, last, cue, Act.ASSERT, Commitment.CERTAIN, source, None, according=True)


def _after_asides(scan: Scan, last: int) -> int | None:
    """The token behind the source and what describes it: "According to a person familiar with it, who …, | a deal"."""
    comma = next((i for i in range(last, scan.count - 1) if scan.is_comma(i) and not scan.keys[i - 1].isdigit()), None)
    while comma is not None and _describes(scan, comma + 1):
        comma = next((i for i in range(comma + 1, scan.count - 1) if scan.is_comma(i)), None)
    return None if comma is None else comma + 1


def _describes(scan: Scan, at: int) -> bool:
    return bool(scan.bits[at] & c.RELATIVE) or scan.keys[at].endswith(scan.lexicon.grammar.participle_endings)


def _quoted(scan: Scan, hit: Hit[Sense]) -> Lead | None:
    """ "X was quoted as saying by Y", "Y quoted X as saying"."""
    begin = hit.last
    carrier: tuple[int, int] | None = None
    source: tuple[int, int] | None
    if begin + 1 < scan.count and scan.keys[begin] == "by":
        carrier = subjects.subject_after(scan, begin + 1)
        begin = carrier[1] if carrier is not None else begin
    if begin < scan.count and scan.is_comma(begin):
        begin += 1
    opener = next((h for h in reversed(scan.hits) if h.last <= hit.first and h.value.citing), None)
    by = next((h for h in reversed(scan.hits) if h.last < hit.first and h.value.carried), None)
    if by is not None:
        # "X was quoted by Y as saying"
        carrier = (by.last, hit.first)
        group = subjects.group_start(scan, by.first)
        source = subjects.subject_before(scan, group)
        first = source[0] if source is not None else group
    elif opener is not None:
        source = (opener.last, hit.first)
        group = subjects.group_start(scan, opener.first)
        carrier = subjects.subject_before(scan, group)
        first = carrier[0] if carrier is not None else group
    else:
        group = subjects.group_start(scan, hit.first)
        source = subjects.subject_before(scan, group)
        first = source[0] if source is not None else group
    if source is None:
        return None
    trailing = begin >= scan.count or scan.keys[begin] in {".", "in", "on"}
    return Lead(first, begin, (group, hit.last), Act.ASSERT, Commitment.CERTAIN, source, None if trailing else begin, carrier=carrier)


def is_witness(sense: Sense) -> bool:
    """A verb of seeing is an attribution only of a correspondent."""
    return sense.verb is not None and "witness" in sense.verb.takes


def _with_citations(scan: Scan, leads: list[Lead]) -> list[Lead]:
    """Apply "citing Z" and "carried by Y" to the lead they stand with; without one, "citing" is an "according to"."""
    for hit in scan.hits:
        sense = hit.value
        if not (sense.citing or sense.carried) or scan.inside[hit.first] != OUTSIDE:
            continue
        named = subjects.subject_after(scan, hit.last)
        if named is None or any(lead.cue[0] <= hit.first < lead.cue[1] for lead in leads):
            continue
        leads = _cited(scan, leads, hit, named) if sense.citing else _carried(leads, hit, named)
    return leads


def _cited(scan: Scan, leads: list[Lead], hit: Hit[Sense], named: tuple[int, int]) -> list[Lead]:
    """ "Y, citing Z, reported" and "Y reported, citing Z": Z is the source, Y the carrier."""
    near = [lead for lead in leads if not lead.according]
    if any(lead.source is not None and lead.source[0] <= named[0] < lead.source[1] and lead.carrier is not None for lead in leads):
        return leads
    if len(near) > 0:
        lead = min(near, key=lambda other: abs(other.cue[0] - hit.first))
        end = hit.first if lead.begin is not None and lead.begin < hit.first else lead.end
        cited = replace(lead, source=named, carrier=lead.source, end=end, borrows=False)
        return [cited if other is lead else other for other in leads]
    carrier = subjects.subject_before(scan, subjects.group_start(scan, hit.first))
    if carrier is not None:
        # "The outlet cites more than 20 sources": no content of its own, but it tells where the sources speak.
        return [Lead(carrier[0], named[1], (hit.first, hit.last), Act.REPORT, Commitment.CERTAIN, named, scan.count, carrier=carrier)]
    return [Lead(hit.first, named[1], (hit.first, hit.last), Act.ASSERT, Commitment.CERTAIN, named, None, according=True)]


def _carried(leads: list[Lead], hit: Hit[Sense], named: tuple[int, int]) -> list[Lead]:
    """ "said in a statement carried by Y": Y is the carrier."""
    if len(leads) == 0:
        return leads
    near = min(leads, key=lambda lead: abs(lead.cue[0] - hit.first))
    return [replace(lead, carrier=named) if lead is near else lead for lead in leads]
