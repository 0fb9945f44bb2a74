"""Noun phrases of a language that declines: what case each word may stand in, where a phrase ends, which one is a subject."""

from dataclasses import dataclass
from functools import cache

from tocsin.attribute.scan import OUTSIDE, Scan, is_mark
from tocsin.lang import classes as c
from tocsin.lang import grammar, inflection, outlets
from tocsin.lang.fold import key
from tocsin.lang.inflection import ACCUSATIVE, GENITIVE, INSTRUMENTAL, NOMINATIVE, surname
from tocsin.lang.nouns import Reading, adjective, forms, qualifies

_ATTRIBUTIVE = c.ROLE | c.UNNAMED | c.TITLE | c.BODY | c.COLLECTIVE
_CLOSES = c.RELATIVE | c.COMPLEMENTIZER | c.SUBORDINATOR | c.QUESTION | c.PRONOUN | c.NEGATION
_VERB = 4  # letters of a noun that ends as verbs do ("села")
_LONGEST = 30  # tokens of a phrase
_ADJECTIVES = 5  # of them before one noun


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a verb says of its subject: is it many, and of which gender; None and "" where the form does not tell."""

    plural: bool | None = None
    gender: str = ""


ANY = Agreement()


def readings(scan: Scan, at: int) -> frozenset[Reading]:
    """(case, is it many) for a known noun or what looks like an adjective; empty for any other word."""
    known = forms(scan.lexicon.code, scan.keys[at])
    if len(known) > 0:
        return frozenset((form.case, form.plural) for form in known)
    return adjective(scan.lexicon.code, scan.keys[at])


def lemmas(scan: Scan, at: int) -> frozenset[str]:
    return frozenset(form.lemma for form in forms(scan.lexicon.code, scan.keys[at]))


def is_noun(scan: Scan, at: int) -> bool:
    return len(forms(scan.lexicon.code, scan.keys[at])) > 0


def is_capital(scan: Scan, at: int) -> bool:
    word = scan.words[at]
    return word[0].isupper() or ("-" in word and word.rpartition("-")[2][:1].isupper())


def opens_name(scan: Scan, at: int) -> bool:
    """Does a name in quotation marks begin here, not speech?"""
    number = scan.inside[at]
    if number == OUTSIDE or not is_mark(scan.keys[at]):
        return False
    named = at + 1 < scan.count and not scan.words[at + 1][0].islower()  # «жёстко ответить» is no name
    return named and not scan.quotes[number].speech and scan.sentence.starts[at] == scan.quotes[number].start


def name_end(scan: Scan, at: int) -> int:
    """The token behind the name in quotation marks that opens at ``at``."""
    number = scan.inside[at]
    last = at + 1
    while last < scan.count and scan.inside[last] == number:
        last += 1
    return last


def is_finite(scan: Scan, at: int) -> bool:
    """A finite verb: one of the grammar's, a cue, or a word with the ending of the past that is no known noun."""
    if scan.words[at][0].isupper() and at > 0:
        return False
    if scan.bits[at] & (c.VERB | c.AUXILIARY) or any(hit.first <= at < hit.last and hit.value.verb is not None for hit in scan.hits):
        return True
    past = scan.keys[at].endswith(scan.lexicon.grammar.past_endings) and len(scan.keys[at]) > _VERB
    return past and not is_noun(scan, at) and scan.keys[at] not in _lookalikes(scan.lexicon.code)


@cache
def _lookalikes(code: str) -> frozenset[str]:
    return frozenset(map(key, inflection.inflect(code, grammar.load(code).lookalikes)))


def stands_in(found: frozenset[Reading], case: int) -> bool:
    return any(one == case for one, _ in found)


def read_agreement(scan: Scan, at: int) -> Agreement:
    """What the form of the verb at ``at`` asks of its subject."""
    while at + 1 < scan.count and scan.bits[at] & c.NEGATION:
        at += 1  # "не исключили"
    words, word = scan.lexicon.grammar, scan.keys[at]
    if word.endswith(words.plural_verbs):
        return Agreement(plural=True)
    return Agreement(plural=False, gender=next((sex for end, sex in words.verb_genders.items() if word.endswith(end)), ""))


def _fits(scan: Scan, at: int, verb: Agreement) -> bool:
    """Can the known noun be in the nominative, and of the number and gender of the verb? A man's title fits a woman."""
    for form in forms(scan.lexicon.code, scan.keys[at]):
        if form.case != NOMINATIVE or (verb.plural is not None and form.plural != verb.plural):
            continue
        held = scan.bits[at] & (c.ROLE | c.TITLE) and verb.gender in ("m", "f")
        if verb.gender == "" or form.gender in ("", "p", verb.gender) or held:
            return True
    return False


def opens(scan: Scan, at: int, end: int, verb: Agreement = ANY) -> bool:
    """Can a subject of the verb begin at the token?"""
    bits, word = scan.bits[at], scan.keys[at]
    words = scan.lexicon.grammar
    if bits & c.PRONOUN and word in words.nominatives:
        return verb.plural is None or (word in words.pronouns["plural"]) == verb.plural
    if bits & c.ADVERB and not bits & c.SPEAKING and scan.keys[at] not in words.nominatives:
        return False  # "Ранее | The Times писала"
    if opens_name(scan, at) or (is_part(scan, at, end) and not stands_in(adjective(scan.lexicon.code, word), GENITIVE)):
        return True
    if (counted := _counted(scan, at, end)) is not None:
        return verb.plural is not False or verb.gender in ("", "n") or counted
    if is_noun(scan, at):
        joint = verb.plural is True and _fits(scan, at, ANY) and _is_joint(scan, phrase_end(scan, at, end), end)
        return joint or _fits(scan, at, verb)
    if is_finite(scan, at) or word[0].isdigit():
        return False
    led = adjective(scan.lexicon.code, word)
    if not is_capital(scan, at) or bits & (c.NATION | c.DETERMINER) or (at == 0 and len(led) > 0):
        return _opens_adjective(scan, at, end, verb)
    if bits & (c.FUNCTION | c.TIME | c.PUNCTUATION) and not bits & c.CONNECTOR:
        return False
    if scan.lexicon.nouns.at(scan.keys, at) is not None:
        return False
    if len(led) > 0 and not stands_in(led, NOMINATIVE) and not (at + 1 < end and is_capital(scan, at + 1)):
        return False
    many = scan.words[at].isupper() or word.endswith(words.genitive_endings[:2])  # "Талибы"
    return verb.plural is not True or many or _is_joint(scan, phrase_end(scan, at, end), end)


def _counted(scan: Scan, at: int, end: int) -> bool | None:
    """ "Двое местных | жителей", "20 человек": people counted, in the genitive; None where nobody is."""
    if not (scan.keys[at].isdigit() or scan.keys[at] in scan.lexicon.grammar.counters):
        return None
    behind = next((i for i in range(at + 1, min(end, at + _ADJECTIVES)) if is_noun(scan, i)), None)
    people = behind is not None and scan.bits[behind] & c.ROLE and stands_in(readings(scan, behind), GENITIVE)
    return False if people else None


def _opens_adjective(scan: Scan, at: int, end: int, verb: Agreement) -> bool:
    """An adjective in the nominative, with its noun close behind: "местные | власти"."""
    led = adjective(scan.lexicon.code, scan.keys[at])
    if (len(led) == 0 and not scan.bits[at] & c.DETERMINER) or (len(led) > 0 and not stands_in(led, NOMINATIVE)):
        return False
    behind = next((i for i in range(at + 1, min(end, at + _ADJECTIVES)) if is_noun(scan, i) or not _leads(scan, i)), None)
    if behind is None or not (is_noun(scan, behind) or is_capital(scan, behind) or opens_name(scan, behind)):
        return False
    return opens(scan, behind, end, verb)


def _leads(scan: Scan, at: int) -> bool:
    """An adjective or determiner before a noun."""
    return bool(scan.bits[at] & c.DETERMINER) or len(adjective(scan.lexicon.code, scan.keys[at])) > 0


def _is_joint(scan: Scan, at: int, end: int) -> bool:
    """Does "and" with another name follow, or has the phrase one inside?"""
    return any(scan.bits[i] & c.COORDINATOR for i in range(max(0, at - 6), min(at + 1, end)))


def phrase_end(scan: Scan, first: int, end: int) -> int:
    """Where the noun phrase that begins at ``first`` ends: genitives, names and what describes it taken in."""
    if is_part(scan, first, end):
        if scan.bits[first + 2] & c.PRONOUN:
            return first + 3  # "один из | них"
        return phrase_end(scan, first + 2, end)  # "один из | беженцев"
    at = head = _head(scan, first, end)
    if head is None or at is None:
        return first
    at = name_end(scan, head) if opens_name(scan, head) else head + 1
    while at < min(end, first + _LONGEST):
        step = _step(scan, head, at, end)
        if step == at:
            break
        at = step
    return at


def is_part(scan: Scan, at: int, end: int) -> bool:
    """ "Один из", "двое из": some of those behind the preposition."""
    led = scan.bits[at] & c.DETERMINER and at + 2 < end and scan.bits[at + 1] & c.PREPOSITION
    return bool(led) and inflection.case_words(scan.lexicon.code).get(scan.keys[at + 1]) == GENITIVE


def _head(scan: Scan, first: int, end: int) -> int | None:
    """The noun of the phrase, behind its adjectives and numbers."""
    for at in range(first, min(end, first + _ADJECTIVES + 1)):
        if opens_name(scan, at) or (is_noun(scan, at) and not _qualifies(scan, at, end)):
            return at
        opening = at + 1 < end and (is_noun(scan, at + 1) or (at == scan.floor and _leads(scan, at + 1)))  # "Генеральный | штаб"
        if (
            scan.keys[at][0].isdigit()
            or (_leads(scan, at) and (opening or not is_capital(scan, at)))
            or scan.bits[at] & (c.NATION | c.DETERMINER)
        ):
            continue
        plain = not scan.bits[at] & (c.PUNCTUATION | c.COMMA) and not is_finite(scan, at)
        return at if plain and (is_capital(scan, at) or not scan.bits[at] & c.FUNCTION) else None
    return None


def _qualifies(scan: Scan, at: int, end: int) -> bool:
    """An adjective that is used as a noun elsewhere, before a noun of its case: "местный | комитет", "военный | эксперт"."""
    led = at + 1 < end and qualifies(scan.lexicon.code, scan.words[at : at + 2], 0)
    return led and not readings(scan, at).isdisjoint(readings(scan, at + 1))


def _step(scan: Scan, head: int, at: int, end: int) -> int:
    """The token behind what goes on with the phrase at ``at``; ``at`` itself where nothing does."""
    bits = scan.bits[at]
    if opens_name(scan, at):
        return name_end(scan, at)
    if bits & c.PUNCTUATION or bits & c.COMMA:
        if scan.keys[at] == "*" or (scan.keys[at] == "-" and scan.keys[at - 1][0].isdigit()):
            return at + 1  # the star of a footnote; "4-й бригады"
        initial = scan.keys[at] == "." and len(scan.keys[at - 1]) == 1 and is_capital(scan, at - 1)
        return at + 1 if initial else at
    if is_finite(scan, at) or (bits & _CLOSES and not is_capital(scan, at)) or points_back(scan, at):
        return at
    if bits & c.PREPOSITION and not is_capital(scan, at):
        return max(at, phrase_end(scan, at + 1, end)) if _attaches(scan, head, at, end) else at
    if bits & c.COORDINATOR:
        return _joined_end(scan, at, end)
    anew = bits & c.DETERMINER and is_capital(scan, at - 1) and not is_noun(scan, at - 1)  # "Муна Халиль | такой исход"
    if (bits & (c.ADVERB | c.TIME) or anew) and not is_capital(scan, at):
        return at
    if is_capital(scan, at):
        return at + 1
    return at + 1 if _depends(scan, head, at, end) else at


def _depends(scan: Scan, head: int, at: int, end: int) -> bool:
    """Can the word hang on the noun before it: in the genitive, or a rank before a name?"""
    if scan.lexicon.nouns.at(scan.keys, at) is not None and not _leads(scan, at - 1):
        return False  # "приводит газета | слова"
    found = readings(scan, at)
    if len(found) == 0:
        thing = scan.keys[at].endswith(scan.lexicon.grammar.object_endings)  # "подсудимый | вину не признал"
        return (scan.keys[at][0].isalpha() and not thing) or scan.keys[at][0].isdigit()
    if stands_in(found, GENITIVE) or stands_in(found, INSTRUMENTAL):
        return True
    rank = scan.bits[at] & (c.TITLE | c.ROLE) and stands_in(found, NOMINATIVE) and stands_in(readings(scan, head), NOMINATIVE)
    return bool(rank) and at + 1 < end and is_capital(scan, at + 1)


def _joined_end(scan: Scan, at: int, end: int) -> int:
    """Behind "and": another noun or name of the same phrase."""
    if at + 1 >= end or scan.keys[at] not in scan.lexicon.grammar.coordinators[:2]:
        return at
    following = at + 1
    if scan.bits[following] & c.PREPOSITION or is_finite(scan, following):
        return at
    if is_capital(scan, following) or is_noun(scan, following) or _leads(scan, following) or opens_name(scan, following):
        last = phrase_end(scan, following, end)
        return last if last > following else at
    return at


def _attaches(scan: Scan, head: int, at: int, end: int) -> bool:
    """Does a preposition describe the noun ("источник в порту"), rather than tell when, where or how he spoke?"""
    if not scan.bits[head] & _ATTRIBUTIVE or at + 1 >= end or any(hit.first == at for hit in scan.hits):
        return False
    named = is_capital(scan, at - 1) and at - 1 > head and not is_noun(scan, at - 1) and not scan.words[at - 1].isupper()
    return not named and not is_setting(scan, at, end)


@cache
def _scenes(code: str) -> frozenset[str]:
    return frozenset(map(key, inflection.inflect(code, grammar.load(code).scenes)))


def is_setting(scan: Scan, at: int, end: int) -> bool:
    """Does the preposition lead to a time, a medium or an occasion ("в интервью", "в понедельник")?"""
    for index in range(at + 1, min(end, at + 1 + _ADJECTIVES)):
        word = scan.keys[index]
        if (
            scan.bits[index] & (c.TIME | c.PAPER)
            or word in _scenes(scan.lexicon.code)
            or word.rpartition("-")[2] in _scenes(scan.lexicon.code)
        ):
            return True
        if word[0].isdigit():
            return True
        if not _leads(scan, index):
            return False
    return False


def find_subject(scan: Scan, first: int, end: int, verb: Agreement = ANY) -> tuple[int, int] | None:
    """The first phrase in ``[first, end)`` that stands in the nominative."""
    at = first
    while at < end:
        bits = scan.bits[at]
        inserted = scan.lexicon.parentheticals.at(scan.keys, at)
        if inserted is not None and inserted.last - inserted.first > 1:
            at = inserted.last  # "Между тем | газета «Берег»"
        elif (bits & c.PREPOSITION and not is_capital(scan, at)) or (bits & c.PREPOSITION and at == 0):
            at = max(at + 1, phrase_end(scan, at + 1, end))
        elif (told := _told_end(scan, at, end)) > at:
            at = told
        elif opens(scan, at, end, verb):
            last = at + 1 if bits & c.PRONOUN and scan.keys[at] in scan.lexicon.grammar.nominatives else phrase_end(scan, at, end)
            return (at, last) if last > at else None
        elif bits & (c.ADVERB | c.TIME | c.PUNCTUATION | c.COMMA | c.OPENER | c.COORDINATOR):
            at += 1
        else:
            at = max(at + 1, phrase_end(scan, at, end)) if is_noun(scan, at) else at + 1
    return None


def _told_end(scan: Scan, at: int, end: int) -> int:
    """Behind an outlet that a subject follows: "признался | «Заливу сегодня» | интендант"; ``at`` where it is none."""
    known = outlets.load().terms.at(scan.keys, at)
    if opens_name(scan, at):
        last = name_end(scan, at)
    elif known is not None and is_capital(scan, at):
        last = known.last
    else:
        return at
    return last if last < end and opens(scan, last, end) else at


def points_back(scan: Scan, at: int) -> bool:
    """Do words begin here that stand for the sentence before ("это", "эти данные")?"""
    backward = scan.lexicon.grammar.backward
    return any(" ".join(scan.keys[at : at + size]) in backward for size in (1, 2, 3))


def is_weak(scan: Scan, phrase: tuple[int, int]) -> bool:
    """A single unknown word that has its capital from the head of the sentence."""
    first, last = phrase
    return last - first == 1 and first == scan.floor and not is_noun(scan, first) and not is_known(scan, first)


def is_known(scan: Scan, at: int) -> bool:
    """The surname of a person that the article has named."""
    return is_capital(scan, at) and surname(scan.keys[at]) in scan.names


def is_plain_subject(scan: Scan, phrase: tuple[int, int]) -> bool:
    """Does a noun of the phrase stand in the nominative beyond doubt?"""
    head = next((i for i in range(*phrase) if is_noun(scan, i)), None)
    return head is not None and not stands_in(readings(scan, head), ACCUSATIVE) and stands_in(readings(scan, head), NOMINATIVE)
