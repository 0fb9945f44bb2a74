"""Who a verb belongs to, where the subject stands behind it."""

from tocsin.attribute.scan import OUTSIDE, Scan, is_mark
from tocsin.lang import actors, classes, outlets
from tocsin.lang import classes as c

_PHRASE = 16  # tokens of a subject, at most
_JOINED = 3  # letters of a word too short to be a noun with an ending
_LONG = 6  # words of a name in marks, at most
_STOP = (
    c.PREPOSITION | c.PUNCTUATION | c.COMMA | c.COMPLEMENTIZER | c.SUBORDINATOR | c.VERB | c.AUXILIARY | c.TIME | c.QUESTION | c.NEGATION
)


def is_construct(scan: Scan, at: int) -> bool:
    """A form right behind a body noun without the article belongs to its name ("شبكة رصد الحقوق")."""
    before = scan.bits[at - 1] if at > 0 else 0
    return bool(before & c.BODY) and not _is_definite(scan, at - 1) and not before & (c.ROLE | c.PREPOSITION)


def _is_definite(scan: Scan, at: int) -> bool:
    """Has the word the article, be it behind a conjunction ("فالجيش")?"""
    grammar = scan.lexicon.grammar
    return scan.keys[at].startswith((grammar.definite_prefix, *(letter + grammar.definite_prefix for letter in grammar.conjunctions)))


def find_subject(scan: Scan, at: int) -> tuple[int, int] | None:
    """The noun phrase right behind the verb; it ends at the first preposition, time, comma or clause."""
    first = at
    if at >= scan.count or (scan.is_cue(at) and not scan.bits[at] & (c.ROLE | c.BODY | c.TITLE)):
        return None
    if (end := find_marked(scan, at)) is not None:
        return first, end
    if _is_circumstance(scan, at):
        return None
    if (filler := scan.lexicon.fillers.at(scan.keys, at)) is not None:
        at = filler.last  # "أكثر من عشرين معتقلا"
    while at < scan.count and at - first < _PHRASE:
        if (end := find_marked(scan, at)) is not None:
            at = end
            continue
        if scan.keys[at] == "." and at > first and len(scan.keys[at - 1]) == 1:
            at += 1  # "د. | فراس العمر"
            continue
        office = scan.bits[at] & c.REGION and at > first and scan.bits[at - 1] & (c.TITLE | c.ROLE | c.BODY) and not _is_year(scan, at)
        manner = at > first and scan.bits[at] & c.ADVERB and not scan.bits[at] & (c.NAME | c.SPEAKING)
        if at > first and _opens_object(scan, at):
            break
        if (scan.bits[at] & _STOP and not office) or manner or is_cue(scan, at, first) or _tells_outlet(scan, at, first):
            break
        cued = scan.lexicon.nouns.at(scan.keys, at) is not None or scan.lexicon.objects.match(scan.keys[at]) is not None
        body = at == first + 1 and scan.bits[first] & c.BODY and not _is_definite(scan, first)  # "وحدة | تنسيق أعمال الحكومة"
        if cued and at > first and not scan.bits[at] & (c.SPEAKING | c.NAME) and not body and not _is_owned(scan, at):
            break
        at += 1
    while at > first and is_mark(scan.keys[at - 1]) and scan.inside[at - 1] == OUTSIDE:
        at -= 1
    return (first, at) if at > first and can_speak(scan, first, at) else None


def _opens_object(scan: Scan, at: int) -> bool:
    """Behind a definite word "all of them", or a noun that is his own, is what he acts upon: "صحح المرصد | حصيلته"."""
    grammar = scan.lexicon.grammar
    whole = scan.keys[at - 1].startswith(grammar.definite_prefix) or is_mark(scan.keys[at - 1])
    owned = (
        scan.keys[at].endswith(grammar.owned_endings)
        and scan.keys[at] not in grammar.selves
        and not scan.bits[at] & (c.SPEAKING | c.NAME)
        and scan.keys[at] not in scan.names
    )
    return whole and (scan.keys[at] in grammar.quantifiers or owned or _is_accusative(scan, at))


def _is_accusative(scan: Scan, at: int) -> bool:
    """A plain noun with the ending of an object, and a phrase behind it: "قدم الوزير | عرضا عن"."""
    word = scan.keys[at]
    led = at + 1 < scan.count and scan.bits[at + 1] & c.PREPOSITION
    return (
        bool(led)
        and word.endswith(scan.lexicon.grammar.accusatives)
        and len(word) > _JOINED
        and not scan.bits[at]
        and word not in scan.names
    )


def _is_year(scan: Scan, at: int) -> bool:
    """ "العام الماضي" is a time, "الاتحاد العام" a body."""
    return bool(scan.bits[at] & c.TIME) and at + 1 < scan.count and bool(scan.bits[at + 1] & c.TIME)


def find_marked(scan: Scan, at: int) -> int | None:
    """The end of a name in quotation marks that begins at ``at``: «لواء الرمال»."""
    if scan.keys[at] == "(" and at > 0 and scan.keys[at - 1] in scan.lexicon.grammar.hearers:
        return next((i + 1 for i in range(at + 2, min(scan.count, at + _LONG)) if scan.keys[i] == ")"), None)  # "لـ(دبنقا الجديدة)"
    if not is_mark(scan.keys[at]) or scan.inside[at] == OUTSIDE:
        return None
    end = quoted_end(scan, at) or at + 1
    return end if not scan.in_speech(at) or _is_long_name(scan, at, end) else None


def _is_long_name(scan: Scan, at: int, end: int) -> bool:
    """A name of many words: behind an outlet's noun that it completes, or between a verb of saying and its "that"."""
    if at == 0 or scan.quotes[scan.inside[at]].words > _LONG:
        return False
    before = scan.keys[at - 1]
    completes = before in scan.lexicon.outlets or classes.load(scan.lexicon.code).unjoin(before) in scan.lexicon.outlets
    told = (
        end < scan.count and scan.keys[end] in scan.lexicon.complementizers and any(hit.last == at and hit.value.verb for hit in scan.hits)
    )
    return completes or told


def quoted_end(scan: Scan, at: int) -> int | None:
    """The end of any quotation that begins at ``at``, be it as long as speech: «شخص اطلع على الاتصالات»."""
    if at >= scan.count or not is_mark(scan.keys[at]) or scan.inside[at] == OUTSIDE:
        return None
    return next((i for i in range(at, scan.count) if scan.inside[i] != scan.inside[at]), scan.count)


def _is_circumstance(scan: Scan, at: int) -> bool:
    """ "قال والدموع تملأ عينيه": a joined "and" with the article behind the verb tells how it was said, not who said it."""
    grammar = scan.lexicon.grammar
    joined = any(scan.keys[at].startswith(letter + grammar.definite_prefix) for letter in grammar.circumstances)
    return joined and scan.keys[at] not in scan.names and not scan.bits[at] & (c.SPEAKING | c.CONNECTOR | c.NAME)


def _is_owned(scan: Scan, at: int) -> bool:
    """Does the word with the article close the name of a body or office that the word before it opens ("قوات | الدعم")?"""
    article = scan.lexicon.grammar.definite_prefix
    opens = scan.bits[at - 1] & c.SPEAKING and not scan.keys[at - 1].startswith(article)
    return bool(opens) and scan.keys[at].startswith(article)


def _tells_outlet(scan: Scan, at: int, first: int) -> bool:
    """ "قال الوزير | للجزيرة نت": a joined preposition before an outlet's name leads to whom it was said."""
    if at == first or not scan.keys[at].startswith(scan.lexicon.grammar.hearers):
        return False
    if _is_whole(scan, first, at):
        return True
    words = classes.load(scan.lexicon.code)
    bare = words.unjoin(scan.keys[at])
    owner = words.of((bare,))[0] & c.ROLE and not (at - first > 1 and scan.bits[first] & c.BODY)  # "المكتب الإعلامي | لرئيس الوزراء"
    if bare in scan.lexicon.outlets or owner:
        return True
    return known_outlet(scan, at) is not None


def known_outlet(scan: Scan, at: int) -> int | None:
    """The end of a known outlet's name that begins at ``at`` behind a joined preposition: "لرويترز"."""
    return _outlet_from(scan, at, classes.load(scan.lexicon.code).unjoin(scan.keys[at]))


def named_outlet(scan: Scan, at: int) -> int | None:
    """The same where the name stands behind the noun: "لوكالة | فرانس برس"."""
    return _outlet_from(scan, at, scan.keys[at]) if at < scan.count else None


def _outlet_from(scan: Scan, at: int, first: str) -> int | None:
    ends = (at + more for more in (3, 2, 1) if at + more <= scan.count)
    return next((end for end in ends if outlets.load().get(" ".join((first, *scan.keys[at + 1 : end]))) is not None), None)


def _is_whole(scan: Scan, first: int, at: int) -> bool:
    """Is the subject before a word of no known class complete: a single definite word, or a name of two parts?"""
    if scan.bits[at] & ~c.CUE or scan.keys[at] in scan.names or actors.load().terms.at(scan.keys, at) is not None:
        return False
    definite = scan.keys[at].startswith(scan.lexicon.grammar.definite_hearers)
    if definite and scan.bits[at - 1] & (c.ROLE | c.UNNAMED) and not scan.bits[at - 1] & c.BODY:
        return True  # "مزارعون | للهضبة"
    if at - first == 1 and _may_open_name(scan, first, at):
        return False
    if at - first == 1:
        return scan.keys[first].startswith(scan.lexicon.grammar.definite_prefix) or scan.keys[first] in scan.names
    article = scan.lexicon.grammar.definite_prefix
    return not scan.keys[at - 2].startswith(article) and not any(scan.bits[i] & ~(c.CONNECTOR | c.NAME | c.CUE) for i in (at - 1, at - 2))


def _may_open_name(scan: Scan, first: int, at: int) -> bool:
    """Do two words of no known class follow an office: "الرئيسة | لوسيا برانداو"?"""
    titled = scan.bits[first] & (c.TITLE | c.ROLE) and at + 1 < scan.count
    return bool(titled) and not scan.bits[at + 1] and not scan.keys[at + 1].startswith(scan.lexicon.grammar.definite_prefix)


def is_cue(scan: Scan, at: int, first: int) -> bool:
    if at > first and any(hit.first == at and hit.value.carried for hit in scan.hits):
        return True  # "في بيان تلاه التلفزيون | وتناقلته وكالات"
    if scan.bits[at] & c.PREPOSITION and not scan.keys[at].startswith(scan.lexicon.conjunctions):
        return False  # "في إحاطة | عبر الفيديو"
    if at > 0 and scan.bits[at - 1] & c.PREPOSITION and not scan.bits[at - 1] & (c.ADVERB | c.SUBORDINATOR | c.OPENER | c.PRONOUN):
        return False  # "في | رد مكتوب"
    return at > first and not is_construct(scan, at) and scan.is_cue(at) and not scan.bits[at] & (c.ROLE | c.BODY | c.TITLE)


def is_speaking(scan: Scan, tokens: tuple[int, int]) -> bool:
    """Do the words tell by a noun, or by a known name, that it is somebody who speaks?"""
    known = scan.bits[tokens[0]] & (c.SPEAKING | c.NAME) or actors.load().terms.at(scan.keys, tokens[0]) is not None
    return bool(known) or any(scan.keys[i] in scan.names for i in range(*tokens))


def can_speak(scan: Scan, first: int, last: int) -> bool:
    if last - first == 1 and scan.bits[first] & c.FUNCTION and not scan.bits[first] & c.PRONOUN:
        return False
    return any(not scan.bits[i] & (c.FUNCTION | c.TIME | c.PUNCTUATION) or scan.bits[i] & c.PRONOUN for i in range(first, last))
