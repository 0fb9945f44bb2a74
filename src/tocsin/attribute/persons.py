"""The person in a source phrase, with the office written beside the name."""

from functools import cache
from itertools import pairwise

from tocsin.attribute.bodies import is_body
from tocsin.attribute.row import Row, read_nation
from tocsin.lang import actors, classes, gazetteer, grammar, naming, speakers, uncased
from tocsin.lang import classes as c
from tocsin.lang.fold import key
from tocsin.lang.naming import Name
from tocsin.lang.tokens import spell
from tocsin.model import Kind, Link

_OFFICE = c.TITLE | c.REGION
_OWNED = 2  # words of a name that may be what an office is of
_PARTS = 2  # stops of a phrase without a comma
_WHOLE = 2  # parts of a whole name
_NO_NAME = c.TITLE | c.ROLE | c.BODY | c.AGENCY | c.PAPER | c.NATION | c.TIME | c.COMMA | c.ENDING


def find_person(row: Row) -> Name | None:
    if not row.latin:
        return _person_given(row) if grammar.load(row.code).given_names else _person_uncased(row)
    if grammar.load(row.code).order == "verb-final":
        return _person_behind(row)
    first = 0
    while first < len(row.keys):
        name = naming.find_person(row.words, row.bits, first, len(row.keys), code=row.code)
        if name is None:
            return None
        if grammar.load(row.code).head_first and _is_owned(row, name.first):
            if name.last - name.first <= _OWNED:
                first = name.last
                continue
            name = Name(name.office, name.first + 1, name.last)  # "ministre de la Défense | Sadio Camara"
        owner = name.last < len(row.keys) and row.keys[name.last] in {"'s", "'"}
        owned = row.bits[name.last + 1 :] if owner else ()
        before = row.bits[name.first - 1] if name.first > 0 else 0
        led = name.first == 0 or (before & (c.TITLE | c.ROLE | c.NATION | c.COMMA | c.PUNCTUATION) and not before & c.PREPOSITION)
        led = led or (
            any(b & (c.TITLE | c.ROLE) for b in row.bits[: name.first]) and not before & c.PREPOSITION and name.last == len(row.keys)
        )
        if name.last < len(row.keys) and row.bits[name.last] & (c.TITLE | c.ROLE | c.BODY | c.COLLECTIVE | c.PAPER):
            first = name.last + 1  # "Border | Minister"
            continue
        if name.first == 0 and name.last < len(row.keys) and row.words[name.last][0].islower() and not row.bits[name.last] & c.FUNCTION:
            first = name.last + 1  # "Human | rights lawyer Dhia Salman": the capital of a sentence
            continue
        alias = actors.load().get(spell(row.words[name.first : name.last]))
        if led and alias is None and (not owner or (any(b & c.PAPER for b in owned) and not any(b & c.BODY for b in owned))):
            return name
        first = name.last
    return None


def _is_owned(row: Row, first: int) -> bool:
    """Does a genitive lead to the name: "ministre de la | Communication", "maire de | Kharkiv"?"""
    genitives, at = grammar.load(row.code).genitives, first - 1
    if at > 0 and row.bits[at] & c.DETERMINER and row.keys[at] not in genitives:
        at -= 1
    return at >= 0 and row.keys[at] in genitives


def _person_given(row: Row) -> Name | None:
    """A name among the parts that commas set off: alone, or behind the title of its holder."""
    stops = [-1, *(i for i, b in enumerate(row.bits) if b & c.COMMA), len(row.keys)]
    for before, stop in pairwise(stops):
        first = before + 1
        name = uncased.find(row.words, row.bits, (first, stop), code=row.code)
        titled = len(stops) > _PARTS and stop < len(row.keys) - 1 and bool(row.bits[stop + 1] & (c.TITLE | c.ROLE))
        if name is None and before < 0 and titled and stop <= uncased.LONGEST and not any(b & ~c.CONNECTOR for b in row.bits[:stop]):
            name = (0, stop)  # "Ahmad al-Sharaa, | head of the government"
        if name is None and len(row.keys) == 1 and row.bits[0] == 0:
            name = (0, 1)  # a last name alone
        if name is None or actors.load().get(spell(row.words[slice(*name)])) is not None:
            continue
        if name[0] == first or row.bits[first] & c.TITLE:
            return Name(0, *name)
    return None


def _person_behind(row: Row) -> Name | None:
    """The name where it ends its phrase: behind the office, and behind all that describes the person."""
    bits = (*row.bits[:-1], 0) if _is_surname(row) else row.bits
    first = len(row.keys)
    while first > 0 and not bits[first - 1] & _NO_NAME and (row.words[first - 1][0].isupper() or _links(row, first - 1)):
        first -= 1
    name = naming.find_person(row.words, bits, first, len(row.keys), code=row.code) if first < len(row.keys) else None
    if name is None or name.last < len(row.keys) or actors.load().get(spell(row.words[name.first : name.last])) is not None:
        return None
    return name


def _is_surname(row: Row) -> bool:
    """ "Fatma Korucu", "Ali Çoban": behind a given name, a capitalised trade that nobody owns is a surname."""
    if len(row.keys) < _WHOLE or not row.bits[-1] & c.ROLE or not all(word[0].isupper() for word in row.words[-_WHOLE:]):
        return False
    plain = classes.load(row.code).root(row.keys[-1]) == row.keys[-1]
    return plain and not row.bits[-2] & ~(c.CONNECTOR | c.NAME)


def _links(row: Row, at: int) -> bool:
    return bool(row.bits[at] & c.CONNECTOR) or row.keys[at] in {".", "-"} or row.keys[at][:3] in ("el-", "al-")


def _person_uncased(row: Row) -> Name | None:
    start = max((i + 1 for i, b in enumerate(row.bits) if b & _OFFICE and not b & c.BODY and _is_office(row, i)), default=0)
    headless = not row.has(c.SPEAKING)
    lead = next((b for b in row.bits if b & c.SPEAKING), 0)
    if _is_described(row) or _is_plain(row) or row.keys[0] in _plurals(row.code):
        return None
    titled = any(b & c.TITLE for b in row.bits)
    if lead & c.UNNAMED and not lead & c.TITLE and (start == 0 or not titled):
        return None
    if start < len(row.words) and start > 0 and row.bits[start - 1] & c.REGION and actors.load().get(row.words[start]) is not None:
        start += 1  # "المتحدث باسم الحوثيين | يحيى السراجي"
    if actors.load().get(row.words[start]) is not None if start < len(row.words) else True:
        return None
    if is_body(row) and start == 0:
        return None
    if start == 0 and not headless and not row.has(c.ROLE):
        return None
    if headless and (len(row.keys) > uncased.LONGEST or _is_definite(row, 0)):
        return None
    start = max(start, *(i + 1 for i, b in enumerate(row.bits) if b & c.COMMA), 0)
    whole = uncased.find_end(row.words, row.bits, (start, len(row.keys)), code=row.code)
    name = (
        naming.find_person(row.words, row.bits, start, len(row.keys), code=row.code) if whole is None else Name(start, whole, len(row.keys))
    )
    if name is None or (name.last - name.first == 1 and _is_owned_by_state(row, name.first)):
        return None
    return Name(name.office, _past_owner(row, name.first), name.last)


def _is_owned_by_state(row: Row, at: int) -> bool:
    """Does a state or a town stand here as the owner of an office: "وزير خارجية | قطر"?"""
    owned = at > 0 and row.bits[at - 1] & (c.REGION | c.ROLE | c.TITLE | c.BODY) and not _is_definite(row, at - 1)
    entry = actors.load().get(row.words[at]) if owned else None
    if owned and entry is None and not row.bits[at] & (c.NAME | c.CONNECTOR):
        return len(gazetteer.load().get(row.keys[at])) > 0  # "محافظ | إدلب"
    return entry is not None and entry.kind is Kind.COUNTRY


def _past_owner(row: Row, first: int) -> int:
    """Behind a body without the article the next word is its owner, and no part of the name: "محكمة قفصة | سفيان الزواغي"."""
    opens = first > 0 and row.bits[first - 1] & (c.BODY | c.REGION) and not row.bits[first - 1] & (c.NATION | c.TITLE | c.NAME)
    owned = opens and not _is_definite(row, first - 1) and len(row.keys) - first > _WHOLE and not row.bits[first] & (c.NAME | c.CONNECTOR)
    return first + 1 if owned or (len(row.keys) - first > 1 and _is_owned_by_state(row, first)) else first


@cache
def _plurals(code: str) -> frozenset[str]:
    return frozenset(map(key, speakers.load(code).plurals))


def _is_described(row: Row) -> bool:
    """An office without the article and a place or body behind it, and nobody named: "قرويين | قرب تدمر"."""
    plain = row.bits[0] & (c.ROLE | c.UNNAMED) and not _is_definite(row, 0)
    if not plain or len(row.keys) == 1 or any(b & c.COMMA for b in row.bits):
        return False
    loose = not row.bits[0] & c.TITLE and not _is_definite(row, 1) and not row.bits[1] & c.SPEAKING
    return bool(row.bits[1] & c.PREPOSITION) or (loose and any(b & c.PREPOSITION for b in row.bits[2:4]))


def _is_plain(row: Row) -> bool:
    """A trade without the article and a single word of no known class: what he is, and no name: "تاجر | مواش", "موظف | سابق"."""
    known = actors.load().get(row.words[1]) is not None if len(row.keys) > 1 else True
    owned = row.keys[0].endswith(grammar.hearer_endings(row.code))
    if known or owned or not row.bits[0] & c.ROLE or row.bits[0] & c.SPOKESPERSON or _is_definite(row, 0):
        return False
    if row.bits[0] & c.TITLE and (len(row.keys) != _WHOLE or not row.keys[1].endswith(grammar.load(row.code).adjective_endings)):
        return False  # "قائد | ميداني"
    return not row.bits[1] & ~c.CUE and not _is_definite(row, 1) and (len(row.keys) == _WHOLE or bool(row.bits[2] & c.FUNCTION))


def _is_office(row: Row, index: int) -> bool:
    """A title; one that is a given name too ("باسم", "الأمين") only before a body or a word with the article."""
    if not row.bits[index] & c.NAME:
        return bool(row.bits[index] & c.TITLE)
    after = index + 1
    if after == len(row.keys):
        return index == 0 or bool(row.bits[index - 1] & ~(c.NAME | c.CONNECTOR))
    body = row.bits[after] & (c.REGION | c.SPEAKING | c.NATION)
    return bool(body) or _is_definite(row, after)


def _is_definite(row: Row, index: int) -> bool:
    """Does the word bear an article that is joined to it?"""
    prefix = grammar.load(row.code).definite_prefix
    return prefix != "" and row.keys[index].startswith(prefix)


def make_person(row: Row, name: Name) -> Link:
    described = grammar.load(row.code).order == "verb-final" and name.first > 0 and not row.bits[name.first - 1] & (c.TITLE | c.ROLE)
    before = () if described else row.words[: name.first]
    office = spell((*before, *row.words[name.last :])).replace(" ،", "،").strip(" ,،.()")
    return Link(spell(row.words[name.first : name.last]), Kind.PERSON, office=office or None, affiliation=read_nation(row))
