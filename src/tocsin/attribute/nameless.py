"""Somebody a source phrase does not name: the descriptor, and the body he speaks for."""

from tocsin.attribute.row import Row, read_nation
from tocsin.lang import classes as c
from tocsin.lang import grammar
from tocsin.lang.tokens import spell
from tocsin.model import Kind, Link


def make_unnamed(row: Row, written: str, inner: Link | None) -> Link:
    nation = read_nation(row)
    spokesperson = row.has(c.SPOKESPERSON)
    affiliation = inner.name if inner is not None and inner.kind is not Kind.PERSON else nation
    if spokesperson and inner is None:
        inner = _body_of_spokesperson(row)
        affiliation = inner.name if inner is not None else nation
    name = inner.name if spokesperson and inner is not None else _head(row, written)
    return Link(name, Kind.UNNAMED, unnamed=True, descriptor=written, affiliation=affiliation)


def _head(row: Row, written: str) -> str:
    """The phrase up to what only describes it: "intelligence officers | based in Erbil"."""
    if not row.latin:
        return written
    genitives, endings = grammar.load(row.code).genitives, ("ed", *grammar.load(row.code).participle_endings)
    if grammar.load(row.code).head_first:
        endings = grammar.load(row.code).passive_endings
    for at in range(1, len(row.keys)):
        led = row.bits[at] & (c.PREPOSITION | c.COMMA | c.RELATIVE) and row.keys[at] not in genitives
        described = row.keys[at].endswith(endings) and row.bits[at - 1] & c.ROLE and not row.bits[at] & c.ROLE
        described = described and bool(row.bits[at] & c.CUE or not grammar.load(row.code).head_first)
        if led or described:
            nouns = [i for i in range(at) if row.bits[i] & (c.ROLE | c.UNNAMED | c.BODY)]
            return spell(row.words[: nouns[-1] + 1 if len(nouns) > 0 else at])
    last = max((i for i, b in enumerate(row.bits) if b & (c.ROLE | c.UNNAMED | c.BODY)), default=len(row.keys) - 1)
    plain = all(w[0].islower() for w in row.words[last + 1 :]) and not grammar.load(row.code).head_first
    return spell(row.words[: last + 1]) if plain and not any(k in genitives for k in row.keys[last + 1 :]) else written


def _body_of_spokesperson(row: Row) -> Link | None:
    """The body that a spokesperson speaks for, known or not: "a spokesman for the Northern Force"."""
    bodies = [i for i, b in enumerate(row.bits) if b & c.BODY]
    if len(bodies) == 0:
        return None
    first = last = bodies[0]
    while row.latin and first > 0 and not row.bits[first - 1] & (c.PREPOSITION | c.DETERMINER | c.ROLE | c.PUNCTUATION):
        first -= 1
    while not row.latin and last + 1 < len(row.keys) and not row.bits[last + 1] & (c.PREPOSITION | c.TITLE | c.PUNCTUATION):
        last += 1
    return Link(spell(row.words[first : last + 1]), Kind.ORGANISATION, affiliation=read_nation(row))
