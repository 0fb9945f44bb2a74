"""Cues behind what they introduce: "content, X said", "content, said X", "content – X" in headlines."""

from tocsin.attribute.contents import complement, hearer_end, times_end
from tocsin.attribute.forward import adjuncts, subjects, verbs
from tocsin.attribute.forward.forms import is_titled
from tocsin.attribute.leads import Lead, quote_before
from tocsin.attribute.lexicon import Sense
from tocsin.attribute.scan import OUTSIDE, Scan, is_mark
from tocsin.lang import classes as c
from tocsin.lang.terms import Hit
from tocsin.model import Act, Commitment

_SIGNED = 7  # tokens of the speaker behind the dash of a headline


def read_trailing(scan: Scan, hit: Hit[Sense], starts: tuple[int, int], source: tuple[int, int] | None) -> Lead | None:
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
    elif not verb.hearer and source[0] < hit.first and (end := _addressed_end(scan, hit.last)) > last:
        hearer, last = (hit.last + 1, end), end
    if not _closes(scan, start) or not _ends(scan, last):
        return None
    if "clause" not in verb.takes and quote_before(scan, start) is None:
        return None
    return Lead(start, last, (first, hit.last), verb.act, verb.commitment, source, None, hearer=hearer)


def _addressed_end(scan: Scan, at: int) -> int:
    """Where the name ends behind "disclosed | to | The Savannah Tribune"; 0 where nobody is named."""
    if at + 1 >= scan.count or scan.keys[at] not in scan.lexicon.grammar.infinitives:
        return 0
    end = hearer_end(scan, at + 1)
    return end if end > at + 1 else 0


def read_tied(scan: Scan, hit: Hit[Sense], first: int, tied: int) -> Lead | None:
    """ "Content, a-t-il déclaré", "“…, ajoute-t-elle, …”": the pronoun tied to the verb is its subject."""
    verb = hit.value.verb
    if verb is None or hit.value.bare:
        return None
    last = max(hit.last, tied + 1)
    end = adjuncts.find_end(scan, last)
    hearer = adjuncts.find_hearer(scan, last, end)
    begin = complement(scan, last, verb) if not _closes(scan, first) or scan.keys[last : last + 1] == (":",) else None
    if begin is None and scan.keys[end : end + 1] == (":",) and end + 1 < scan.count and is_mark(scan.keys[end + 1]):
        begin = end + 1  # ", a-t-il confié à l'agence : « … »"
    if begin is None and not _closes(scan, first):
        return None
    cue, spare = (hit.first, hit.last), _find_head(scan, first)
    if begin is None and scan.bits[tied] & c.UNNAMED and (told := _find_informant(scan, last)) is not None:
        return Lead(first, max(end, told[1]), cue, verb.act, verb.commitment, told, None)
    return Lead(first, max(last, end), cue, verb.act, verb.commitment, (tied, tied + 1), begin, hearer=hearer, spare=spare)


def _find_informant(scan: Scan, at: int) -> tuple[int, int] | None:
    """Who told it, where nobody is its subject: "a-t-on appris mercredi auprès de | la présidence"."""
    at = times_end(scan, at)
    if at >= scan.count or scan.keys[at] not in scan.lexicon.quoted_from:
        return None
    if at + 1 < scan.count and scan.keys[at] not in scan.lexicon.grammar.genitives and scan.bits[at + 1] & c.PREPOSITION:
        at += 1
    return subjects.subject_after(scan, at + 1)


def _find_head(scan: Scan, before: int) -> tuple[int, int] | None:
    """The subject that the sentence begins with: "Le parquet a ouvert une enquête, a-t-il annoncé"."""
    for at in range(scan.floor + 1, before):
        if verbs.is_verbal(scan, at) or (scan.bits[at] & c.CLITIC and not scan.bits[at] & c.DETERMINER):
            source = None if scan.in_speech(scan.floor) else subjects.subject_before(scan, at)
            return source if source is not None and source[0] == scan.floor else None
    return None


def read_inverted(scan: Scan, hit: Hit[Sense], first: int) -> Lead | None:
    """ "Content, said X.", ", a déclaré X": a comma or quotation before the verb and nothing but its subject behind it."""
    verb = hit.value.verb
    inverts = scan.lexicon.grammar.inverts
    if verb is None or hit.value.bare or not (first == hit.first or inverts) or not _closes(scan, first):
        return None
    if not {"clause", "quote", "that"} & set(verb.takes) or not (inverts or {"clause", "quote"} & set(verb.takes)):
        return None
    quoted = quote_before(scan, first) is not None or scan.in_speech(first)
    if not quoted and (not {"clause", "that"} & set(verb.takes) or _has_subject(scan, first)):
        return None
    end = adjuncts.find_end(scan, hit.last) if inverts else hit.last
    source = subjects.subject_after(scan, end, loose=quoted)
    if source is None or scan.bits[hit.last] & c.PRONOUN or not _ends(scan, source[1]):
        return None
    if inverts and not quoted and _is_object(scan, source):
        return None
    if is_titled(scan) and not any(scan.bits[i] & c.SPEAKING for i in range(*source)):
        return None
    if source[1] < scan.count and scan.bits[source[1]] & c.COORDINATOR:
        return None
    last = adjuncts.find_end(scan, source[1]) if inverts else source[1]
    hearer = adjuncts.find_hearer(scan, hit.last, end) or adjuncts.find_outlet(scan, source[1], last)
    return Lead(first, last, (first, hit.last), verb.act, verb.commitment, source, None, hearer=hearer)


def _has_subject(scan: Scan, first: int) -> bool:
    """Does the verb's own subject stand before it? Behind a clause with its own verb none does where the language inverts."""
    source = subjects.subject_before(scan, first)
    if source is None or not scan.lexicon.grammar.inverts:
        return source is not None
    if source[0] > 0 and scan.bits[source[0] - 1] & c.PREPOSITION and scan.keys[source[0] - 1] not in scan.lexicon.grammar.genitives:
        return False
    said = any(verbs.is_verbal(scan, i) and not scan.is_cue(i) for i in range(source[0], first))
    told = any(verbs.is_verbal(scan, i) for i in range(scan.floor, source[0]))
    return not (said or told) or (source[1] >= first - 1 and source[0] == 0)


def _is_object(scan: Scan, phrase: tuple[int, int]) -> bool:
    """Words that do not speak."""
    return not any(scan.words[i][0].isupper() or scan.bits[i] & (c.ROLE | c.BODY | c.UNNAMED | c.PRONOUN | c.PAPER) for i in range(*phrase))


def read_opening(scan: Scan, hit: Hit[Sense]) -> Lead | None:
    """ "Said one trader in the market: “…”": the verb opens the sentence, the quotation closes it."""
    verb = hit.value.verb
    if verb is None or hit.value.bare or hit.first > 0 or "quote" not in verb.takes or scan.title:
        return None
    source = subjects.subject_after(scan, hit.last, loose=True)
    if source is None:
        return None
    mark = next((i for i in range(source[1], scan.count) if is_mark(scan.keys[i]) and scan.in_speech(i)), None)
    if mark is None or not (scan.is_comma(mark - 1) or scan.keys[mark - 1] == ":"):
        return None
    return Lead(0, source[1], (0, hit.last), verb.act, verb.commitment, source, mark)


def _closes(scan: Scan, start: int) -> bool:
    """Does something end right before the lead: a comma, a quotation, a dash?"""
    if start == 0:
        return scan.before is not None
    word = scan.keys[start - 1]
    if is_mark(word) and start < scan.count and scan.inside[start] == scan.inside[start - 1] != OUTSIDE and scan.lexicon.grammar.inverts:
        return False  # « Les recherches se poursuivent »: the quotation opens here
    closed = is_mark(word) and scan.inside[start - 1] != OUTSIDE and (start == scan.count or scan.inside[start] != scan.inside[start - 1])
    return scan.is_comma(start - 1) or closed or word in {"—", "–", "-", "?", "!"}


def _ends(scan: Scan, last: int) -> bool:
    """Is the rest of the sentence, up to a comma, no content: nothing, a time, "in a statement"?"""
    if last >= scan.count:
        return True
    bits = scan.bits[last]
    if len(scan.lexicon.grammar.passive_endings) > 0 and scan.keys[last].endswith(scan.lexicon.grammar.passive_endings):
        return True  # "indique un communiqué | publié à Beyrouth"
    return bool(bits & (c.PUNCTUATION | c.COMMA | c.PREPOSITION | c.TIME | c.ADVERB | c.RELATIVE | c.COORDINATOR))


def read_bracketed(scan: Scan) -> Lead | None:
    """ "« Pas de trêve » (émissaire européen)": in a headline brackets hold the speaker."""
    if scan.count < _SIGNED or scan.keys[-1] != ")":
        return None
    at = next((i for i in range(scan.count - 2, max(1, scan.count - _SIGNED), -1) if scan.keys[i] == "("), None)
    if at is None or not any(scan.bits[i] & c.SPEAKING or scan.words[i].isupper() for i in range(at + 1, scan.count - 1)):
        return None
    return Lead(at, scan.count, (at, at + 1), Act.ASSERT, Commitment.CERTAIN, (at + 1, scan.count - 1), None)


def read_dashed(scan: Scan) -> Lead | None:
    """ "No deal before spring – EU envoy": in a headline a dash before a speaker is a cue."""
    at = next((i for i in range(scan.count - 2, max(1, scan.count - _SIGNED), -1) if scan.keys[i] in {"–", "—"}), None)
    if at is None or not any(scan.bits[i] & c.SPEAKING for i in range(at + 1, scan.count)):
        return None
    to = next((i for i in range(at + 2, scan.count - 1) if scan.keys[i] in scan.lexicon.grammar.infinitives), None)
    hearer = None if to is None else (to + 1, scan.count)  # "– engineer | to state TV"
    return Lead(at, scan.count, (at, at + 1), Act.ASSERT, Commitment.CERTAIN, (at + 1, to or scan.count), None, hearer=hearer)
