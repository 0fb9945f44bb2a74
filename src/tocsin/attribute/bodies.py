"""The body in a source phrase: known by a pack, named in capitals, or described; and the body that a paper comes from."""

from collections.abc import Sequence

from tocsin.attribute.row import Row, read_nation
from tocsin.lang import actors, grammar, speakers
from tocsin.lang import classes as c
from tocsin.lang.clitics import unjoin
from tocsin.lang.outlets import Registry
from tocsin.lang.tokens import spell
from tocsin.model import Kind, Link

_ARTICLES = ("al-", "el-")


def find_known(written: str, registry: Registry) -> Link | None:
    outlet = registry.get(written)
    if outlet is not None:
        return Link(
            outlet.name if written.isascii() else written, Kind.AGENCY if outlet.agency else Kind.OUTLET, actor=f"outlet:{outlet.id}"
        )
    entry = actors.load().get(written)
    return None if entry is None else Link(written, entry.kind, actor=entry.id, affiliation=entry.state)


def find_inner(row: Row, registry: Registry) -> Link | None:
    """The longest known name inside the phrase, not as an owner ("Syria's minister") unless of a paper."""
    best: Link | None = None
    size = 0
    for index in range(len(row.keys)):
        for terms in (registry.terms, actors.load().terms):
            hit = terms.at(row.keys, index)
            if hit is None or hit.last - hit.first < size or (row.latin and not row.words[index][0].isupper()):
                continue
            name = spell(row.words[hit.first : hit.last])
            link = find_known(name, registry)
            if link is not None and (size == 0 or hit.last - hit.first > size or link.kind is not Kind.COUNTRY):
                best, size = link, hit.last - hit.first
    return best


def is_proper(row: Row) -> bool:
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


def is_body(row: Row) -> bool:
    """Is the phrase about a body ("the Iraqi government"), not about people of one ("government officials")?"""
    nouns = [i for i, b in enumerate(row.bits) if b & (c.ROLE | c.BODY | c.PAPER | c.AGENCY | c.UNNAMED)]
    if len(nouns) == 0:
        return False
    if grammar.load(row.code).head_first and row.bits[nouns[0]] & (c.SPOKESPERSON | c.UNNAMED) and not row.bits[nouns[0]] & c.BODY:
        return False
    if not row.latin:
        return bool(row.bits[nouns[0]] & (c.BODY | c.PAPER | c.AGENCY)) and not row.bits[nouns[0]] & c.ROLE
    ends = nouns[-1] == len(row.keys) - 1 and not grammar.load(row.code).head_first
    if ends and row.bits[nouns[-1]] & (c.SPOKESPERSON | c.UNNAMED) and not row.bits[nouns[-1]] & c.BODY:
        return False
    end = next((i for i, b in enumerate(row.bits) if b & c.PREPOSITION and i > 0), len(row.keys))
    heads = [i for i in nouns if i < end] or nouns
    if grammar.load(row.code).head_first:
        heads = heads[:1]
    return bool(row.bits[heads[-1]] & (c.BODY | c.PAPER | c.AGENCY)) and not row.bits[heads[-1]] & c.UNNAMED


def owns_body(row: Row) -> bool:
    """Does a body noun of its own follow the owner ("Erdogan's office", "Iraq's ministerial council")?"""
    possessive = next((i for i, k in enumerate(row.keys) if k in {"'s", "'"}), None)
    return possessive is not None and any(b & c.BODY for b in row.bits[possessive:])


def find_outlet(row: Row) -> Link | None:
    """ "The Afghan broadcaster | Hindukush TV": the capitals behind an outlet's noun are its name."""
    nouns = speakers.load(row.code).outlets
    if (name := _named_before(row, nouns)) is not None:
        return Link(name, Kind.OUTLET, affiliation=read_nation(row))
    if (at := _find_name(row)) is None or row.keys[at - 1] not in nouns:
        return None
    kind = Kind.AGENCY if row.bits[at - 1] & c.AGENCY else Kind.OUTLET
    return Link(spell(row.words[at:]), kind, affiliation=read_nation(row))


def _find_name(row: Row) -> int | None:
    """Where the name begins that a small noun of a body leads in, with nothing behind it: "the medical charity | Sans Rivage"."""
    at = next((i for i in range(1, len(row.keys)) if _is_part(row, i) and row.words[i - 1][0].islower()), None)
    if not row.latin or at is None or not row.bits[at - 1] & (c.BODY | c.AGENCY) or any(b & c.COORDINATOR for b in row.bits[:at]):
        return None
    own = any(
        not row.bits[i] & (c.BODY | c.AGENCY) and row.keys[i] not in speakers.load(row.code).outlet_words for i in range(at, len(row.keys))
    )
    return at if own and all(_is_part(row, i) for i in range(at, len(row.keys))) else None  # "state | TV" is no name


def _named_before(row: Row, nouns: Sequence[str]) -> str | None:
    """ "| Dnipro Wave | radio": the capitals before an outlet's noun that ends the phrase, where nouns stand behind names."""
    last = len(row.keys) - 1
    if not row.latin or grammar.load(row.code).head_first or last < 1 or row.keys[last] not in nouns or row.words[last][0].isupper():
        return None
    first = last
    while first > 0 and row.words[first - 1][0].isupper() and not row.bits[first - 1] & (c.NATION | c.ROLE | c.TITLE | c.BODY):
        first -= 1
    return spell(row.words[first:last]) if first < last else None


def _is_part(row: Row, at: int) -> bool:
    """A word of an outlet's name: with a capital, a number, or a small word between two with a capital."""
    if row.words[at][0].isupper() or row.keys[at][:3] in _ARTICLES or (row.keys[at].isdigit() and row.words[at - 1][0].isupper()):
        return True
    small = row.bits[at] & (c.PREPOSITION | c.DETERMINER) and grammar.load(row.code).head_first and row.words[at - 1][0].isupper()
    return bool(small) and at + 1 < len(row.keys) and row.words[at + 1][0].isupper()


def make_body(row: Row, written: str) -> Link:
    if (outlet := find_outlet(row)) is not None:
        return outlet
    if not grammar.load(row.code).head_first and (at := _find_name(row)) is not None:
        return Link(spell(row.words[at:]), Kind.ORGANISATION, affiliation=read_nation(row))
    if row.has(c.AGENCY) and any(b & (c.AGENCY | c.BODY) and not w[0].isupper() for w, b in zip(row.words, row.bits, strict=True)):
        bare = [
            w
            for w, b in zip(row.words, row.bits, strict=True)
            if not b & (c.NATION | c.DETERMINER | c.PUNCTUATION) and (w[0].isupper() or not b & (c.AGENCY | c.BODY))
        ]
        prefix = grammar.load(row.code).definite_prefix
        plain = prefix != "" and all(w.startswith(prefix) for w in bare)  # "وكالة الأنباء الرسمية" has no name of its own
        return Link(written if plain or len(bare) == 0 else spell(bare), Kind.AGENCY, affiliation=read_nation(row))
    if row.has(c.PAPER) and row.has(c.BODY) and _is_paper(row) and not _is_whole_paper(row):
        return Link(_without_paper(row) or written, Kind.ORGANISATION, affiliation=read_nation(row))
    if row.has(c.COLLECTIVE) and not any(w[0].isupper() for w in row.words[1:]) and not row.has(c.BODY | c.NATION):
        return Link(written, Kind.UNNAMED, unnamed=True, descriptor=written)
    return Link(written, Kind.ORGANISATION, affiliation=read_nation(row))


def _owner(row: Row) -> str | None:
    """What a paper is of: "un rapport confidentiel de | la commission des armements"."""
    genitives = grammar.load(row.code).genitives
    paper = next((i for i, b in enumerate(row.bits) if b & c.PAPER), 0)
    at = next((i for i in range(paper + 1, len(row.keys)) if row.keys[i] in genitives), None)
    if at is None or at + 1 >= len(row.keys):
        return None
    first = at + 2 if row.bits[at + 1] & c.DETERMINER and row.words[at + 1][0].islower() and at + 2 < len(row.keys) else at + 1
    return spell(row.words[first:])


def _is_whole_paper(row: Row) -> bool:
    """A paper with a plain word of its own behind it, and a body only further on: "لائحة الاتهام | المقدمة إلى محكمة"."""
    prefix = grammar.load(row.code).definite_prefix
    own = prefix != "" and len(row.keys) > 1 and bool(row.bits[0] & c.PAPER) and not row.bits[0] & c.BODY
    return own and not row.bits[1] and row.keys[1].startswith(prefix) and not row.keys[0].startswith(prefix)


def _is_paper(row: Row) -> bool:
    """Is the paper what the phrase is about ("a ministry statement"), not a word on the way ("intelligence agencies")?"""
    nouns = [b for b in row.bits if b & (c.PAPER | c.BODY)]
    if grammar.load(row.code).head_first:
        return bool(nouns[0] & c.PAPER)
    return bool((nouns[-1] if row.latin else nouns[0]) & c.PAPER) or any(b & c.PREPOSITION for b in row.bits)


def _without_paper(row: Row) -> str:
    """ "Iraqi Foreign Ministry Statement" and "بيان لوزارة الخارجية": the body alone."""
    if grammar.load(row.code).head_first and (owner := _owner(row)) is not None:
        return owner
    paper = next((i for i, b in enumerate(row.bits) if b & c.PAPER and not b & c.BODY), 0)
    owned = (
        row.latin
        and any(b & c.BODY for b in row.bits[paper:])
        and not any(b & c.BODY or w[0].isupper() for w, b in zip(row.words[:paper], row.bits, strict=False))
    )
    kept = [
        i for i, b in enumerate(row.bits) if (not b & c.PAPER or b & c.BODY) and (i > paper or not owned)
    ]  # "a leaked circular of | the ministry"
    while len(kept) > 0 and row.bits[kept[0]] & (c.PREPOSITION | c.DETERMINER | c.PUNCTUATION | c.ADVERB):
        kept.pop(0)
    while len(kept) > 0 and row.bits[kept[-1]] & (c.PREPOSITION | c.DETERMINER | c.PUNCTUATION) | (row.keys[kept[-1]] == "'s"):
        kept.pop()
    words = [row.words[i] for i in kept]
    if len(words) > 0 and not row.latin:
        words[0] = unjoin(row.code, words[0])
    return spell(words)
