"""Reads a source phrase on its own: a person with an office, a body, a paper of a body, or somebody unnamed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tocsin.lang import actors, classes, grammar, naming, speakers
from tocsin.lang import classes as c
from tocsin.lang.clitics import unjoin
from tocsin.lang.fold import key
from tocsin.lang.naming import Name, find_person
from tocsin.lang.outlets import Registry
from tocsin.lang.terms import Terms
from tocsin.lang.tokens import split
from tocsin.model import Kind, Link, Sentence, Span

_MARKS = frozenset('«»“”"„')


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source phrase: the link it makes alone, and what the register needs to find who is meant.

    ``nouns`` are the keys of its role, body or paper nouns, without an article. ``definite`` phrases point back.
    """

    link: Link
    nouns: frozenset[str]
    definite: bool
    pronoun: str | None
    paper: bool
    code: str
    speaks: bool = True
    outlet: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    """A stretch of a sentence's tokens with their classes."""

    words: Sequence[str]
    keys: Sequence[str]
    bits: Sequence[int]
    code: str
    latin: bool

    def has(self, mask: int) -> bool:
        return any(b & mask for b in self.bits)


def read(text: str, sentence: Sentence, tokens: tuple[int, int], registry: Registry) -> Phrase:
    """Return what tokens ``[first, last)`` of the sentence say of the speaker, without looking elsewhere."""
    code = sentence.language or ""
    first, last = tokens
    span = Span(sentence.starts[first], sentence.ends[last - 1])
    first = _skip_fillers(code, sentence.keys, first, last)
    while last - 1 > first and not sentence.keys[last - 1][0].isalnum() and sentence.keys[last - 1] not in {")", "'", "."}:
        last -= 1
    words, keys = sentence.words[first:last], sentence.keys[first:last]
    bits = classes.load(code).of(keys)
    row = _Row(words, keys, bits, code, any(w[0].isascii() and w[0].isalpha() for w in words))
    written = text[sentence.starts[first] : sentence.ends[last - 1]]
    bare = classes.load(code).unjoin(row.keys[0])
    if not row.latin and row.bits[0] & (c.BODY | c.PAPER | c.AGENCY) and bare != row.keys[0]:
        opened = unjoin(code, row.words[0])
        row = _Row((opened, *words[1:]), (bare, *keys[1:]), bits, code, latin=False)
        written = opened + written[len(words[0]) :]
    nouns = frozenset(_bare(code, keys[i]) for i in range(len(keys)) if bits[i] & (c.ROLE | c.BODY | c.PAPER | c.UNNAMED | c.AGENCY))
    definite = _is_definite(code, sentence.keys, tokens, first)
    pronoun = _pronoun(code, sentence.keys, tokens)
    if (marked := _marked(text, sentence, (first, last), row)) is not None:
        link = replace(marked, span=span)
        return Phrase(link, nouns, definite, pronoun, paper=False, code=code, outlet=link.kind is Kind.OUTLET)
    joint = _joint(text, sentence, (first, last), row, registry)
    link = joint if joint is not None else _link(row, written, registry)
    paper = row.has(c.PAPER) and not row.has(c.COLLECTIVE) and link.kind is not Kind.PERSON
    article = grammar.load(code).definite_prefix
    if paper and article != "" and link.name.startswith(article) and " " not in link.name:
        definite = True  # "بيان للوزارة": the ministry that was named before
    link = replace(link, span=span, count=_count(code, text, sentence, tokens[0], first))
    return Phrase(
        link, nouns, definite, pronoun, paper, code, speaks=first > tokens[0] or _speaks(row, link), outlet=_is_outlet(row, link, nouns)
    )


def _speaks(row: _Row, link: Link) -> bool:
    """In a script without capitals, a phrase of plain words with the article ("الساعة الثامنة") is no speaker."""
    if row.latin or link.kind is Kind.PERSON or link.actor is not None or row.has(c.SPEAKING | c.PRONOUN | c.NATION):
        return True
    prefix = grammar.load(row.code).definite_prefix
    return not all(k.startswith(prefix) or b & c.FUNCTION for k, b in zip(row.keys, row.bits, strict=True))


def _is_outlet(row: _Row, link: Link, nouns: frozenset[str]) -> bool:
    """A known outlet, a phrase with an outlet's noun, or a name made of the words that outlets are named with."""
    if link.kind in {Kind.AGENCY, Kind.OUTLET}:
        return True
    words = speakers.load(row.code)
    if nouns & frozenset(map(key, words.outlets)):
        return True
    return any(k in words.outlet_words for k, w in zip(row.keys, row.words, strict=True) if w[0].isupper())


@cache
def _fillers(code: str) -> Terms[bool]:
    return Terms(dict.fromkeys(grammar.load(code).fillers, True))


def _skip_fillers(code: str, keys: Sequence[str], first: int, last: int) -> int:
    at = first
    while at < last - 1:
        hit = _fillers(code).at(keys, at)
        if hit is not None and hit.last < last:
            at = hit.last
        elif keys[at].isdigit() or not keys[at][0].isalnum():
            at += 1
        else:
            break
    return at


def _bare(code: str, word: str) -> str:
    prefix = grammar.load(code).definite_prefix
    return word.removeprefix(prefix) if prefix != "" and len(word) > len(prefix) + 2 else word


def _is_definite(code: str, keys: Sequence[str], tokens: tuple[int, int], first: int) -> bool:
    words = grammar.load(code)
    if any(k in words.definites for k in keys[tokens[0] : max(first, tokens[0] + 1)]):
        return True
    return words.definite_prefix != "" and keys[first].startswith(words.definite_prefix)


def _pronoun(code: str, keys: Sequence[str], tokens: tuple[int, int]) -> str | None:
    if tokens[1] - tokens[0] > 2:
        return None
    for group, forms in grammar.load(code).pronouns.items():
        if keys[tokens[1] - 1] in forms and (tokens[1] - tokens[0] == 1):
            return group
    return None


def _count(code: str, text: str, sentence: Sentence, first: int, last: int) -> str | None:
    """ "more than 20" in "more than 20 sources"."""
    if first == last or not any(k.isdigit() or k in speakers.load(code).count for k in sentence.keys[first:last]):
        return None
    return text[sentence.starts[first] : sentence.ends[last - 1]]


def _marked(text: str, sentence: Sentence, tokens: tuple[int, int], row: _Row) -> Link | None:
    """A name in quotation marks, led in by what it is: "صحيفة «صدى الخليج»", «لواء الرمال»."""
    marks = [i for i in range(*tokens) if sentence.keys[i] in _MARKS]
    first = next((i + 1 for i in marks if i + 1 < tokens[1] and i + 1 not in marks), None)
    if first is None and not row.latin and tokens[0] > 0 and sentence.keys[tokens[0] - 1] in _MARKS:
        first = tokens[0]
    if first is None or row.has(c.TITLE | c.ROLE):
        return None
    last = next((i for i in marks if i > first), tokens[1])
    outlets = frozenset(map(key, speakers.load(row.code).outlets))
    kind = Kind.OUTLET if any(k.removeprefix(grammar.load(row.code).definite_prefix) in outlets for k in row.keys) else Kind.ORGANISATION
    return Link(text[sentence.starts[first] : sentence.ends[last - 1]], kind)


def _joint(text: str, sentence: Sentence, tokens: tuple[int, int], row: _Row, registry: Registry) -> Link | None:
    """ "Fighters and a war monitor", "China and Russia": one link with members. An adjective joins nobody."""
    first, last = tokens
    at = next((i for i in range(1, len(row.keys) - 1) if row.bits[i] & c.COORDINATOR and row.latin), None)
    if at is None or _known(text[sentence.starts[first] : sentence.ends[last - 1]], registry) is not None:
        return None
    halves = (range(at), range(at + 1, len(row.keys)))
    if not all(any(_stands_alone(row, i) for i in half) for half in halves):
        return None
    parts = [read(text, sentence, span, registry).link for span in ((first, first + at), (first + at + 1, last))]
    names = tuple(part.name for part in parts)
    unnamed = all(part.unnamed for part in parts)
    kind = parts[0].kind if len({part.kind for part in parts}) == 1 else Kind.ORGANISATION
    written = text[sentence.starts[first] : sentence.ends[last - 1]]
    return Link(written, Kind.UNNAMED if unnamed else kind, unnamed=unnamed, descriptor=written if unnamed else None, members=names)


def _stands_alone(row: _Row, index: int) -> bool:
    bits = row.bits[index]
    if bits & (c.ROLE | c.BODY | c.UNNAMED) and not bits & c.NATION:
        return True
    return row.words[index][0].isupper() and not bits & (c.NATION | c.TITLE | c.DETERMINER)


def _link(row: _Row, written: str, registry: Registry) -> Link:
    known = _known(written, registry)
    if known is not None:
        return known
    comma = next((i for i, b in enumerate(row.bits) if b & c.COMMA and row.latin and i > 0), None)
    if comma is not None and _person(row) is None:
        head = _Row(row.words[:comma], row.keys[:comma], row.bits[:comma], row.code, row.latin)
        return _link(head, written.partition(",")[0].rstrip(), registry)
    if _is_proper(row):
        return Link(written, Kind.AGENCY if row.has(c.AGENCY) else Kind.ORGANISATION)
    person = _person(row)
    if person is not None:
        return _person_link(row, person)
    inner = _inner(row, registry)
    if row.has(c.ROLE | c.UNNAMED | c.TITLE) and not _body_head(row):
        return _unnamed(row, written, inner)
    if inner is not None and not _own_body(row) and not (inner.kind is Kind.COUNTRY and row.has(c.BODY)):
        return inner
    return _body(row, written)


def _is_proper(row: _Row) -> bool:
    """A name of a body in capitals throughout: "Food Security Cluster", "Sons of the Valley", "Bridge News"."""
    if not row.latin or len(row.keys) < 2:
        return False
    small = c.PREPOSITION | c.DETERMINER | c.COORDINATOR
    cased = all(w[0].isupper() or b & small for w, b in zip(row.words, row.bits, strict=True)) and row.words[-1][0].isupper()
    genitives = grammar.load(row.code).genitives
    named = row.keys[1] in genitives
    head = next((i for i, k in enumerate(row.keys) if k in genitives and i > 1), len(row.keys))
    if not cased or row.bits[0] & c.NATION or any(b & c.TITLE and b & c.ROLE for b in row.bits[1:]):
        return False
    if named and (row.bits[0] & (c.ROLE | c.BODY) or row.keys[0].endswith("s")):
        return not row.bits[0] & c.TITLE
    return not row.bits[0] & (c.TITLE | c.ROLE) and any(b & (c.TITLE | c.BODY | c.AGENCY) for b in row.bits[1:head])


def _known(written: str, registry: Registry) -> Link | None:
    outlet = registry.get(written)
    if outlet is not None:
        return Link(
            outlet.name if written.isascii() else written, Kind.AGENCY if outlet.agency else Kind.OUTLET, actor=f"outlet:{outlet.id}"
        )
    entry = actors.load().get(written)
    return None if entry is None else Link(written, entry.kind, actor=entry.id, affiliation=entry.state)


def _inner(row: _Row, registry: Registry) -> Link | None:
    """The longest known name inside the phrase, not as an owner ("Syria's minister") unless of a paper."""
    best: Link | None = None
    size = 0
    for index in range(len(row.keys)):
        for terms in (registry.terms, actors.load().terms):
            hit = terms.at(row.keys, index)
            if hit is None or hit.last - hit.first < size or (row.latin and not row.words[index][0].isupper()):
                continue
            name = _spell(row.words[hit.first : hit.last])
            link = _known(name, registry)
            if link is not None and (size == 0 or hit.last - hit.first > size or link.kind is not Kind.COUNTRY):
                best, size = link, hit.last - hit.first
    return best


def _person(row: _Row) -> Name | None:
    if not row.latin:
        return _person_arabic(row)
    first = 0
    while first < len(row.keys):
        name = find_person(row.words, row.bits, first, len(row.keys))
        if name is None:
            return None
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
        alias = actors.load().get(_spell(row.words[name.first : name.last]))
        if led and alias is None and (not owner or (any(b & c.PAPER for b in owned) and not any(b & c.BODY for b in owned))):
            return name
        first = name.last
    return None


def _person_arabic(row: _Row) -> Name | None:
    start = max((i + 1 for i, b in enumerate(row.bits) if b & c.TITLE and not b & c.BODY), default=0)
    headless = not row.has(c.SPEAKING)
    lead = next((b for b in row.bits if b & c.SPEAKING), 0)
    if lead & c.UNNAMED and not lead & c.TITLE and start == 0:
        return None
    if actors.load().get(row.words[start]) is not None if start < len(row.words) else True:
        return None
    if _body_head(row) and start == 0:
        return None
    if start == 0 and not headless and not row.has(c.ROLE):
        return None
    if headless and (len(row.keys) > naming.LONGEST or row.words[0].startswith("ال")):
        return None
    start = max(start, *(i + 1 for i, b in enumerate(row.bits) if b & c.COMMA), 0)
    whole = naming.find_end(row.words, row.bits, start, len(row.keys))
    return Name(start, whole, len(row.keys)) if whole is not None else find_person(row.words, row.bits, start, len(row.keys))


def _person_link(row: _Row, name: Name) -> Link:
    office = _spell((*row.words[: name.first], *row.words[name.last :])).strip(" ,،.()")
    return Link(_spell(row.words[name.first : name.last]), Kind.PERSON, office=office or None, affiliation=_nation(row))


def find_nation(text: str) -> str | None:
    """The state that an office names: "Turkish President" is TR."""
    known = actors.load()
    keys = split(text)
    nation = next((known.adjectives[k] for k in keys if k in known.adjectives), None)
    if nation is not None:
        return nation.code
    return next((hit.value.state for hit in known.terms.find(keys) if hit.value.kind is Kind.COUNTRY), None)


def _spell(words: Iterable[str]) -> str:
    """Words as a text writes them: no space before a possessive."""
    return " ".join(words).replace(" 's", "'s").replace(" ’s", "’s")


def _nation(row: _Row) -> str | None:
    known = actors.load()
    for index, word in enumerate(row.keys):
        if row.bits[index] & c.NATION and (nation := known.adjectives.get(word)) is not None:
            return nation.code
    for word in row.words:
        entry = known.get(word)
        if entry is not None and entry.kind is Kind.COUNTRY:
            return entry.state
    return None


def _body_head(row: _Row) -> bool:
    """Is the phrase about a body ("the Iraqi government"), not about people of one ("government officials")?"""
    nouns = [i for i, b in enumerate(row.bits) if b & (c.ROLE | c.BODY | c.PAPER | c.AGENCY | c.UNNAMED)]
    if len(nouns) == 0:
        return False
    if not row.latin:
        return bool(row.bits[nouns[0]] & (c.BODY | c.PAPER | c.AGENCY)) and not row.bits[nouns[0]] & c.ROLE
    if nouns[-1] == len(row.keys) - 1 and row.bits[nouns[-1]] & (c.SPOKESPERSON | c.UNNAMED) and not row.bits[nouns[-1]] & c.BODY:
        return False
    end = next((i for i, b in enumerate(row.bits) if b & c.PREPOSITION and i > 0), len(row.keys))
    heads = [i for i in nouns if i < end] or nouns
    return bool(row.bits[heads[-1]] & (c.BODY | c.PAPER | c.AGENCY)) and not row.bits[heads[-1]] & c.UNNAMED


def _own_body(row: _Row) -> bool:
    """Does a body noun of its own follow the owner ("Erdogan's office", "Iraq's ministerial council")?"""
    possessive = next((i for i, k in enumerate(row.keys) if k in {"'s", "'"}), None)
    return possessive is not None and any(b & c.BODY for b in row.bits[possessive:])


def _unnamed(row: _Row, written: str, inner: Link | None) -> Link:
    nation = _nation(row)
    spokesperson = row.has(c.SPOKESPERSON)
    affiliation = inner.name if inner is not None and inner.kind is not Kind.PERSON else nation
    if spokesperson and inner is None:
        inner = _body_of_spokesperson(row)
        affiliation = inner.name if inner is not None else nation
    name = inner.name if spokesperson and inner is not None else _head(row, written)
    return Link(name, Kind.UNNAMED, unnamed=True, descriptor=written, affiliation=affiliation)


def _head(row: _Row, written: str) -> str:
    """The phrase up to what only describes it: "intelligence officers | based in Erbil"."""
    if not row.latin:
        return written
    genitives, endings = grammar.load(row.code).genitives, ("ed", *grammar.load(row.code).participle_endings)
    for at in range(1, len(row.keys)):
        led = row.bits[at] & (c.PREPOSITION | c.COMMA | c.RELATIVE) and row.keys[at] not in genitives
        described = row.keys[at].endswith(endings) and row.bits[at - 1] & c.ROLE and not row.bits[at] & c.ROLE
        if led or described:
            nouns = [i for i in range(at) if row.bits[i] & (c.ROLE | c.UNNAMED | c.BODY)]
            return _spell(row.words[: nouns[-1] + 1 if len(nouns) > 0 else at])
    last = max((i for i, b in enumerate(row.bits) if b & (c.ROLE | c.UNNAMED | c.BODY)), default=len(row.keys) - 1)
    plain = all(w[0].islower() for w in row.words[last + 1 :])
    return _spell(row.words[: last + 1]) if plain and not any(k in genitives for k in row.keys[last + 1 :]) else written


def _body_of_spokesperson(row: _Row) -> Link | None:
    """The body that a spokesperson speaks for, known or not: "a spokesman for the Northern Force"."""
    bodies = [i for i, b in enumerate(row.bits) if b & c.BODY]
    if len(bodies) == 0:
        return None
    first = last = bodies[0]
    while first > 0 and not row.bits[first - 1] & (c.PREPOSITION | c.DETERMINER | c.ROLE | c.PUNCTUATION):
        first -= 1
    while not row.latin and last + 1 < len(row.keys) and not row.bits[last + 1] & (c.PREPOSITION | c.TITLE | c.PUNCTUATION):
        last += 1
    return Link(_spell(row.words[first : last + 1]), Kind.ORGANISATION, affiliation=_nation(row))


def _body(row: _Row, written: str) -> Link:
    if row.has(c.AGENCY) and any(b & (c.AGENCY | c.BODY) and not w[0].isupper() for w, b in zip(row.words, row.bits, strict=True)):
        bare = [
            w for w, b in zip(row.words, row.bits, strict=True) if not b & (c.AGENCY | c.BODY | c.NATION | c.DETERMINER | c.PUNCTUATION)
        ]
        prefix = grammar.load(row.code).definite_prefix
        plain = prefix != "" and all(w.startswith(prefix) for w in bare)  # "وكالة الأنباء الرسمية" has no name of its own
        return Link(written if plain or len(bare) == 0 else _spell(bare), Kind.AGENCY, affiliation=_nation(row))
    if row.has(c.PAPER) and row.has(c.BODY) and _is_paper(row):
        return Link(_without_paper(row) or written, Kind.ORGANISATION, affiliation=_nation(row))
    if row.has(c.COLLECTIVE) and not any(w[0].isupper() for w in row.words[1:]) and not row.has(c.BODY | c.NATION):
        return Link(written, Kind.UNNAMED, unnamed=True, descriptor=written)
    return Link(written, Kind.ORGANISATION, affiliation=_nation(row))


def _is_paper(row: _Row) -> bool:
    """Is the paper what the phrase is about ("a ministry statement"), not a word on the way ("intelligence agencies")?"""
    nouns = [b for b in row.bits if b & (c.PAPER | c.BODY)]
    return bool((nouns[-1] if row.latin else nouns[0]) & c.PAPER) or any(b & c.PREPOSITION for b in row.bits)


def _without_paper(row: _Row) -> str:
    """ "Iraqi Foreign Ministry Statement" and "بيان لوزارة الخارجية": the body alone."""
    kept = [i for i, b in enumerate(row.bits) if not b & c.PAPER or b & c.BODY]
    while len(kept) > 0 and row.bits[kept[0]] & (c.PREPOSITION | c.DETERMINER | c.PUNCTUATION | c.ADVERB):
        kept.pop(0)
    while len(kept) > 0 and row.bits[kept[-1]] & (c.PREPOSITION | c.DETERMINER | c.PUNCTUATION) | (row.keys[kept[-1]] == "'s"):
        kept.pop()
    words = [row.words[i] for i in kept]
    if len(words) > 0 and not row.latin:
        words[0] = unjoin(row.code, words[0])
    return _spell(words)
