"""Where a subject ends and what it does or says begins: in a script without capitals nothing else tells them apart."""

from tocsin.attribute.contents import behind_preposition
from tocsin.attribute.scan import OUTSIDE, Scan, is_mark
from tocsin.lang import actors, classes, uncased
from tocsin.lang import classes as c
from tocsin.lang.cues import Verb
from tocsin.model import Act

_PHRASE = 16  # tokens of a subject, at most
_NAMED = 3  # tokens of a title and a name
_WHOLE = 2  # tokens of a subject and its object, one word each
_JOINED = 3  # letters of the shortest word that a preposition is joined to


def cut_alone(scan: Scan, source: tuple[int, int] | None, verb: Verb) -> tuple[int, int] | None:
    """A known name that begins the phrase is the whole subject of a verb with an object: "اتهمت دمشق | إسرائيل"."""
    if source is None or not (verb.hearer or "object" in verb.takes):
        return source
    article = scan.lexicon.grammar.definite_prefix
    behind = scan.keys[source[0] + 1] if source[0] + 1 < source[1] else ""
    if scan.keys[source[0]] in scan.names and behind.startswith(article) and behind not in scan.names:
        return source[0], source[0] + 1  # "وحمل باعلوي | الهيئة"
    if ("that" not in verb.takes or verb.act is Act.ASSERT or (verb.hearer and verb.act is Act.DEMAND)) and (
        end := _whole_end(scan, *source)
    ) is not None:
        return source[0], end
    known = actors.load().terms.at(scan.keys, source[0])
    if (
        known is None
        or known.last >= source[1]
        or scan.bits[known.last] & (c.NATION | c.REGION)
        or scan.keys[known.last].startswith(scan.lexicon.conjunctions)
    ):
        return source
    return source[0], known.last


def _whole_end(scan: Scan, first: int, last: int) -> int | None:
    """Where another body or office begins behind a whole one: "حملت الجبهة المعارضة | وزارة الداخلية مسؤولية"."""
    article = scan.lexicon.grammar.definite_prefix
    for at in range(first + 1, last):
        opens = scan.bits[at] & (c.BODY | c.AGENCY | c.ROLE) and not scan.keys[at].startswith(article)
        held = scan.bits[first] & (c.TITLE | c.BODY | c.NAME) or scan.keys[first].startswith(article)
        whole = scan.keys[at - 1].startswith(article) or (at - first > 1 and bool(held) and not scan.bits[at - 1] & ~c.NAME)
        if scan.inside[at] == OUTSIDE and opens and whole and not scan.bits[at] & (c.REGION | c.CONNECTOR):
            return at
    return None


def add_place(scan: Scan, source: tuple[int, int], begin: int) -> tuple[int, int]:
    """Where somebody who is not named works or stands: "مسؤول | في الرئاسة التونسية", "سكان | في حي الشجرة"."""
    grammar, first, last = scan.lexicon.grammar, source[0], source[1]
    plain = scan.bits[first] & (c.ROLE | c.UNNAMED) and not scan.keys[first].startswith(grammar.definite_prefix)
    if not plain or last - first > _NAMED or last + 1 >= min(begin, scan.count) or scan.keys[last] not in grammar.genitives:
        return source
    place = last + 1
    if scan.bits[place] & (c.PAPER | c.TIME | c.PREPOSITION) or scan.keys[place] in scan.lexicon.settings or is_mark(scan.keys[place]):
        return source
    end = place + 1
    while end < begin and scan.keys[end].startswith(grammar.definite_prefix) and not scan.bits[end] & (c.TIME | c.PREPOSITION):
        end += 1
    return first, end


def add_issuer(scan: Scan, source: tuple[int, int], begin: int) -> tuple[int, int]:
    """Whose paper it is, behind "issued by": "بيان صادر عن | مكتب رئيس الوزراء"."""
    first, last = source
    issued = scan.keys[last - 1] in scan.lexicon.grammar.determiners and last + 1 < begin and scan.keys[last] in scan.lexicon.quoted_from
    if not issued or not scan.bits[first] & c.PAPER:
        return source
    stop = c.PREPOSITION | c.COMPLEMENTIZER | c.COMMA | c.PUNCTUATION | c.TIME | c.VERB
    return first, next((i for i in range(last + 1, begin) if scan.bits[i] & stop), begin)


def find_joined(scan: Scan, source: tuple[int, int], verb: Verb) -> int | None:
    """Where nothing else is said, the word joined to the verb's preposition, be it like a name: "أشادت المبعوثة | بدور البلاد"."""
    joined = tuple(p for p in verb.prepositions if len(p) == 1)
    within = range(source[0] + 1, source[1])
    return next((i for i in within if len(joined) > 0 and len(scan.keys[i]) > _JOINED and scan.keys[i].startswith(joined)), None)


def find_object(scan: Scan, source: tuple[int, int], verb: Verb) -> int | None:
    """Where a definite object begins behind a whole subject: "تبنت جماعة أبناء الوادي | الهجوم"; adjectives are none."""
    return (_object_at(scan, source) or _feminine_at(scan, source) or _paper_at(scan, source)) if "object" in verb.takes else None


def is_deed(scan: Scan, at: int) -> bool:
    """A verbal noun without the article: what somebody says of, and nobody who speaks."""
    return scan.lexicon.objects.match(scan.keys[at]) is not None and not scan.bits[at] & (c.SPEAKING | c.NAME | c.REGION)


def whole_subject(scan: Scan, source: tuple[int, int]) -> tuple[int, int]:
    """The subject without the object that follows it: "وفد الحركة | القاهرة", "المحافظ ناصيف الحلبوني | سكان إزرع"."""
    paper = _paper_at(scan, source)
    ends = (paper,) if paper is not None else (_whole_end(scan, *source), _object_at(scan, source), _accusative_at(scan, source))
    return source[0], min((end for end in ends if end is not None), default=source[1])


def _paper_at(scan: Scan, source: tuple[int, int]) -> int | None:
    """Where a paper without the article begins behind its maker: "أصدرت جبهة السهل | بيانا"."""
    article = scan.lexicon.grammar.definite_prefix
    behind = range(source[0] + 1, source[1])
    return next((i for i in behind if scan.bits[i] & c.PAPER and not scan.keys[i].startswith(article)), None)


def _accusative_at(scan: Scan, source: tuple[int, int]) -> int | None:
    """Where somebody begins to whom it is done: a role with the ending of an object ("صديقا", "طبيبا")."""
    words, endings = classes.load(scan.lexicon.code), scan.lexicon.grammar.accusatives
    for at in range(source[0] + 1, source[1]):
        stem = next((scan.keys[at].removesuffix(ending) for ending in endings if scan.keys[at].endswith(ending)), None)
        if stem is not None and not scan.bits[at] & ~c.ROLE and words.of((stem,))[0] & c.ROLE:
            return at
    return None


def _feminine_at(scan: Scan, source: tuple[int, int]) -> int | None:
    """Behind a whole definite subject a plain noun with an ending that few names have: "طلب نظيره الجزائري | مهلة أسبوعين"."""
    grammar = scan.lexicon.grammar
    for at in range(source[0] + 2, source[1]):
        whole = scan.keys[at - 1].startswith(grammar.definite_prefix) and not scan.bits[at - 1] & (c.TITLE | c.ROLE)
        if whole and not scan.bits[at] and scan.keys[at].endswith(grammar.noun_endings) and scan.keys[at] not in scan.names:
            return at
    return None


def _object_at(scan: Scan, source: tuple[int, int]) -> int | None:
    prefix, adjectives = scan.lexicon.grammar.definite_prefix, scan.lexicon.grammar.adjective_endings
    for at in range(source[0] + 1, source[1]):
        key, bits = scan.keys[at], scan.bits[at]
        if not key.startswith(prefix) or bits & (c.NATION | c.REGION | c.TITLE) or scan.inside[at] != OUTSIDE:
            continue
        behind = scan.keys[at - 1].startswith(prefix)
        if not behind and scan.bits[at - 1] & (c.ROLE | c.TITLE | c.BODY) and at - source[0] > 1:
            continue  # it owns the office before it: "مستشار قائد | الدعم السريع"
        if bits & (c.BODY | c.ROLE) and behind:
            return at
        if not bits & c.SPEAKING and not key.endswith(adjectives) and (at - source[0] > 1 or behind):
            return at
    return None


def _may_be_name(scan: Scan, first: int, at: int) -> bool:
    """Does the word stand where a name has only begun: behind a title, or behind a single given name?"""
    if scan.bits[at] & c.NAME or scan.bits[at - 1] & c.TITLE or (at > first and scan.bits[at - 1] & c.NAME):
        return True
    titled = any(scan.bits[i] & (c.TITLE | c.ROLE) for i in range(first, at))
    if not titled or scan.keys[at][1:].startswith(scan.lexicon.grammar.definite_prefix):
        return False
    plain = at > first and not scan.bits[at - 1] and not scan.keys[at - 1].startswith(scan.lexicon.grammar.definite_prefix)
    return plain and (at - 2 < first or bool(scan.bits[at - 2]) or scan.keys[at - 2].startswith(scan.lexicon.grammar.definite_prefix))


def _is_joined(scan: Scan, at: int) -> bool:
    """Is the word more than one that begins with the letter of a preposition ("بلاغ", "بيان")?"""
    known = classes.load(scan.lexicon.code)
    return not scan.bits[at] & c.SPEAKING or known.unjoin(scan.keys[at]) != scan.keys[at]


def _is_workplace(scan: Scan, source: tuple[int, int], at: int, joined: tuple[str, ...]) -> bool:
    """ "أقر مصدر | بوزارة المالية بتأخر الصرف": where he works, and what he says begins with the preposition once more."""
    works = scan.bits[at] & c.BODY and scan.bits[at - 1] & (c.ROLE | c.UNNAMED) and at > source[0]
    return bool(works) and any(scan.keys[i].startswith(joined) and len(scan.keys[i]) > _JOINED for i in range(at + 1, source[1]))


def cut_joined(scan: Scan, source: tuple[int, int] | None, verb: Verb) -> tuple[int, int] | None:
    """End the subject where a word joined to the verb's preposition begins the content: "طالب الرئيس | بنقل الحاجز"."""
    if source is None:
        return None
    joined = tuple(p for p in verb.prepositions if len(p) == 1)
    if source[1] < scan.count and scan.keys[source[1]] in verb.prepositions and scan.keys[source[1]] not in joined:
        return source  # "دعا المركز الوطني لحقوق الإنسان | إلى"
    for at in range(*source):
        begins = len(joined) > 0 and len(scan.keys[at]) > _JOINED and scan.keys[at].startswith(joined) and _is_joined(scan, at)
        if begins and _is_workplace(scan, source, at, joined):
            continue
        if begins and scan.keys[at] not in scan.names and not _may_be_name(scan, source[0], at):
            return (source[0], at) if at > source[0] else None
    return source


def find_described(scan: Scan, source: tuple[int, int], begin: int, verb: Verb) -> int | None:
    """Before "that he", joined to a preposition, stands whom or what it is said of: "وصف ناشط | الوضع بأنه كارثة"."""
    grammar = scan.lexicon.grammar
    if "object" not in verb.takes or begin >= scan.count or scan.keys[begin] not in scan.lexicon.complementizers:
        return None
    if not scan.keys[begin].startswith(grammar.joined):
        return None
    end = whole_subject(scan, source)[1]
    if end < source[1]:
        return end
    second = source[0] + 1
    plain = source[1] - source[0] == _WHOLE and scan.bits[source[0]] & c.ROLE and not scan.bits[second] & ~c.CUE
    article = grammar.definite_prefix
    return second if plain and scan.keys[second].startswith(article) and not scan.keys[source[0]].startswith(article) else None


def find_whom(scan: Scan, source: tuple[int, int], begin: int, verb: Verb) -> int | None:
    """Behind a titled name that ends with the article, another word with it is whom he speaks of: "توعد الفريق ياسين الكباشي | الجهة"."""
    if (
        "object" not in verb.takes
        or begin >= scan.count
        or scan.keys[begin] in scan.lexicon.complementizers
        or not scan.bits[source[0]] & (c.TITLE | c.ROLE)
    ):
        return None
    prefix, adjectives = scan.lexicon.grammar.definite_prefix, scan.lexicon.grammar.adjective_endings
    for at in range(source[0] + _NAMED, source[1]):
        plain = not any(scan.bits[i] & ~c.NAME for i in (at - 2, at - 1, at))
        pair = scan.keys[at].startswith(prefix) and scan.keys[at - 1].startswith(prefix) and not scan.keys[at - 2].startswith(prefix)
        if plain and pair and not scan.keys[at].endswith(adjectives):
            return at
    return None


def find_named(scan: Scan, source: tuple[int, int], begin: int, verb: Verb) -> int | None:
    """The end of a name that stands between an office's place and the object: "اتهم القيادي في الجبهة | رضا بن سليمان | قوات"."""
    if not source[1] < begin < scan.count:
        return None
    led = scan.bits[source[1]] & c.PREPOSITION and scan.bits[source[0]] & (c.ROLE | c.TITLE)
    if (
        not led
        or scan.keys[begin - 1] in verb.prepositions
        or behind_preposition(scan, source[1], verb.prepositions) is not None
        or behind_preposition(scan, begin, verb.prepositions) is not None
        or scan.bits[begin] & (c.COMPLEMENTIZER | c.PUNCTUATION)
        or scan.keys[begin] in scan.lexicon.complementizers
    ):
        return None
    return uncased.run_end(scan.words, scan.bits, (begin, scan.count), code=scan.lexicon.code)


def _is_hearer(scan: Scan, at: int) -> bool:
    """Does the word begin with the preposition that leads to whom it was said?"""
    word = scan.keys[at]
    return len(word) > _JOINED and word.startswith(scan.lexicon.grammar.hearers) and not scan.bits[at] & c.NAME and word not in scan.names


def _is_outlet(scan: Scan, at: int) -> bool:
    return classes.load(scan.lexicon.code).unjoin(scan.keys[at]) in scan.lexicon.outlets


def add_name(scan: Scan, source: tuple[int, int], begin: int) -> tuple[int, int]:
    """A name that stands behind a long office, or in apposition to it: "الباحث في شؤون الجماعات | وائل درغام"."""
    if not any(scan.bits[i] & (c.ROLE | c.TITLE) for i in range(*source)):
        return source
    while begin > source[1] and scan.bits[begin - 1] & c.PREPOSITION:
        begin -= 1  # the verb's own preposition: "شدد ممثل المنظمة في دمشق | يان فريدريكسن | على"
    commas = [i for i in range(source[1], begin) if scan.is_comma(i)]
    told = [i for i in range(source[1] + 1, begin) if _is_hearer(scan, i) and _is_outlet(scan, i)]
    for last in (*commas[:2], *told[:1], begin):
        first = uncased.find_end(scan.words, scan.bits, (source[1], last), code=scan.lexicon.code)
        if first is None or last - source[1] >= _PHRASE or scan.inside[first] != OUTSIDE:
            continue
        heard = any(_is_hearer(scan, i) and (i == first or is_mark(scan.keys[i + 1])) for i in range(source[1], first + 1))
        heard = heard or any(i < last for i in told)
        carried = any(source[1] <= hit.first < last and hit.value.carried for hit in scan.hits)
        if not heard and not carried:
            return source[0], last
    return source
