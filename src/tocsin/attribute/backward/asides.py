"""What stands between commas behind a noun and tells of him: who he is, what he is called, why he is not named."""

from tocsin.attribute.scan import OUTSIDE, Scan, is_mark
from tocsin.attribute.unnamed import grounds
from tocsin.lang import classes, uncased
from tocsin.lang import classes as c

_REACH = 26  # tokens of an aside, at most
_LEAST = 2  # tokens of a clause


def find_closing(scan: Scan, comma: int) -> int | None:
    """The comma, or the colon, that closes the aside which begins behind ``comma``; None where what follows tells nothing of him."""
    if not scan.is_comma(comma) or comma + 1 >= scan.count:
        return None
    reach = range(comma + 2, min(scan.count - 1, comma + _REACH))
    closing = next((i for i in reach if scan.inside[i] == OUTSIDE and (scan.is_comma(i) or scan.keys[i] == ":")), None)
    if closing is None or not (_tells(scan, comma + 1) or _acts(scan, comma, closing)):
        return None
    return closing


def is_called(scan: Scan, at: int) -> bool:
    """ "ويدعى آدم": a verb that names him, not one that claims; the spelling alone parts them."""
    word = scan.words[at]
    bare = word[1:] if word.startswith(scan.lexicon.conjunctions) else word
    follows = at + 1 < scan.count and scan.keys[at + 1] not in scan.lexicon.complementizers
    return follows and (word in scan.lexicon.called or bare in scan.lexicon.called)


def is_ground(scan: Scan, at: int) -> bool:
    """Does the word open the reason why somebody is not named: "طلب عدم ذكر اسمه"?"""
    return grounds(scan.lexicon.code).at(scan.keys, at) is not None


def unjoined(scan: Scan, at: int) -> str:
    """The word without a conjunction joined to it."""
    word = scan.keys[at]
    return word[1:] if len(word) > 1 and word.startswith(scan.lexicon.conjunctions) else word


def is_speaker(scan: Scan, at: int) -> bool:
    """A noun for somebody who speaks, be it with the ending of an object ("عضوا")."""
    endings, word = scan.lexicon.grammar.accusatives, scan.keys[at]
    if scan.bits[at] & c.SPEAKING:
        return True
    stem = next((word.removesuffix(ending) for ending in endings if word.endswith(ending)), None)
    return stem is not None and stem != "" and bool(classes.load(scan.lexicon.code).of((stem,))[0] & c.ROLE)


def is_count(scan: Scan, at: int) -> bool:
    """A number word, or one of those that a number is told with, that is no preposition."""
    return scan.keys[at] in scan.lexicon.counts and not scan.bits[at] & c.PREPOSITION


def is_name(scan: Scan, first: int, last: int) -> bool:
    """Are the words between two commas a name and nothing else?"""
    plain = all(scan.bits[i] & (c.NAME | c.CONNECTOR) for i in range(first, last))
    plain = plain or (last - first == 1 and not scan.bits[first] and not scan.keys[first].startswith(scan.lexicon.grammar.definite_prefix))
    return plain or uncased.find_end(scan.words, scan.bits, (first, last), code=scan.lexicon.code) == first


def is_relative(scan: Scan, at: int) -> bool:
    """Does the verb stand right behind a noun, with nothing that joins it to what comes before: "مقتطفات من برقية | قالت"?"""
    if at < 2 or scan.inside[at - 1] != OUTSIDE or scan.keys[at].startswith(scan.lexicon.conjunctions):
        return False
    return (
        not scan.bits[at - 1] & ~(c.PAPER | c.BODY | c.CUE)
        and not scan.is_cue(at - 1)
        and not scan.keys[at - 1].startswith(scan.lexicon.grammar.definite_prefix)
    )


def find_relative_end(scan: Scan, at: int) -> int | None:
    """The "that" behind a clause which tells of somebody without the article: "شهود | تحدثوا إلى منصة «مشهد» | أن"."""
    if not 1 < at < scan.count or scan.keys[at].startswith(scan.lexicon.conjunctions) or scan.inside[at] != OUTSIDE:
        return None
    acts = scan.bits[at] & c.VERB or (scan.is_cue(at) and not any(hit.first == at and hit.value.bare for hit in scan.hits))
    if not acts or scan.bits[at] & (c.PREPOSITION | c.AUXILIARY) or scan.keys[at - 1].startswith(scan.lexicon.grammar.definite_prefix):
        return None
    for i in range(at + 1, min(scan.count, at + _REACH)):
        if scan.keys[i] in scan.lexicon.complementizers and not (scan.bits[i - 1] & c.PREPOSITION):
            return i
        if scan.is_stop(i) or scan.in_speech(i):
            return None
    return None


def _tells(scan: Scan, at: int) -> bool:
    carried = any(hit.first == at and (hit.value.carried or hit.value.holding) for hit in scan.hits)
    points = scan.bits[at] & (c.RELATIVE | c.PRONOUN) or scan.keys[at] in scan.lexicon.pointing
    return carried or bool(points) or is_ground(scan, at) or is_called(scan, at)


def _acts(scan: Scan, comma: int, closing: int) -> bool:
    """Behind a noun without the article a verb tells of him: "لجان شعبية، | تزود المرصد بأرقامها، | عدد"."""
    at, grammar = comma + 1, scan.lexicon.grammar
    if closing - at <= _LEAST or is_mark(scan.keys[at]) or scan.bits[at] & ~(c.VERB | c.CUE):
        return False
    plain = not scan.keys[comma - 1].startswith(grammar.definite_prefix)
    return plain and (scan.keys[at].startswith(grammar.presents) or bool(scan.bits[at] & (c.VERB | c.CUE)))
