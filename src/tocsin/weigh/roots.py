"""Roots: the origins that a claim's chains lead back to, and how many of them vouch for it independently.

A claim's statements enter; its voices leave, each with its way and origin, and the interval of independent roots.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from tocsin.lang import actors as packs
from tocsin.lang import organs, pack, speakers
from tocsin.lang.clitics import without_article
from tocsin.lang.fold import key
from tocsin.lang.tokens import split
from tocsin.model import Article, Basis, Commitment, Interval, Kind, Link, Role, Statement
from tocsin.weigh import kinship
from tocsin.weigh.carriers import ANY_READOUT, PAPER, Carriers, Way, is_paper, is_private
from tocsin.weigh.graph import cut
from tocsin.weigh.origin import Origin, Voice
from tocsin.weigh.who import Actors

_FIRM = frozenset({Commitment.CERTAIN, Commitment.DENIED})
_CARRIER = frozenset({Kind.OUTLET, Kind.AGENCY})
_STEM = 4


def read_voices(members: Iterable[tuple[Article, Statement]], actors: Actors, carriers: Carriers) -> tuple[Voice, ...]:
    """Return the voices of a claim. An outlet's own voice that repeats what its page attributes is none of its own."""
    found = [_read(article, statement, actors, carriers) for article, statement in members]
    found = [voice for voice in found if not _is_headline(voice) or not any(_is_body(voice, other) for other in found)]
    found = [voice for voice in found if not any(_is_behind(voice, other) for other in found)]
    told = [voice for voice in found if not _is_hearsay(voice)]
    found = told if len(told) > 0 else found
    found = _share_statements(_name_readouts(found), carriers)
    keys = kinship.merge(found, carriers)
    merged = [replace(voice, origin=replace(voice.origin, key=keys[voice.origin.key])) for voice in found]
    return tuple(merged)


def measure(voices: Sequence[Voice]) -> Interval:
    """Return how many independent roots vouch for what the voices say: disjoint chains to named roots, and distinct origins."""
    most = len({voice.origin.key for voice in voices})
    apart = _unnamed_apart(voices)
    chains = [
        tuple(dict.fromkeys((*voice.way.wary, voice.origin.bloc)))
        for voice in voices
        if voice.firm and (voice.origin.named or voice.origin.key in apart)
    ]
    return Interval(min(cut(chains), most), most)


def _read(article: Article, statement: Statement, actors: Actors, carriers: Carriers) -> Voice:
    way = carriers.way(article, statement)
    origin = _find_origin(article, statement, way, actors=actors, carriers=carriers)
    return Voice(article, statement, way, origin, statement.commitment in _FIRM)


def _find_origin(article: Article, statement: Statement, way: Way, *, actors: Actors, carriers: Carriers) -> Origin:
    link = statement.speaker
    own = carriers.first(carriers.copied(article.id) or carriers.outlet(article))
    if link.basis is Basis.SAW and (len(statement.chain) == 1 or link.kind in _CARRIER):
        return Origin(own, own, link.name)
    if len(statement.chain) == 1:
        return Origin(own, own, link.name, named=False, unsourced=True, state=carriers.state(carriers.outlet(article)))
    if link.unnamed or (link.actor is None and is_paper(link.name) and organs.read(link.name).id is None):
        return _find_unnamed(article, link, way, actors=actors, carriers=carriers)
    identity = actors.identity(actors.of(link, article))
    node = carriers.node(article, link)
    if node.startswith("outlet:"):
        return Origin(node, node, link.name, named=False, unsourced=True, state=carriers.state(node))
    bare = organs.read(link.name).organ if link.kind is not Kind.PERSON and identity.state is None else None
    if bare is not None:
        return Origin(identity.family, identity.family, identity.name, named=False, organ=bare)
    members = [actors.of(replace(link, name=name, members=(), actor=None), article) for name in link.members]
    joined = tuple(sorted({identity.family, *(actors.identity(member).family for member in members)}))
    return Origin(identity.family, identity.state or identity.family, identity.name, state=identity.state, joined=joined)


def _find_unnamed(article: Article, link: Link, way: Way, *, actors: Actors, carriers: Carriers) -> Origin:
    """A spokesman of a named body is that body; any other is known by his description and by who heard him."""
    words = split(link.descriptor or link.name)
    if link.affiliation is not None and any(word in _spokesmen() for word in words):
        body = actors.identity(actors.of(Link(link.affiliation, Kind.ORGANISATION), article))
        if body.kind not in (Kind.COUNTRY, Kind.UNNAMED):
            return Origin(body.family, body.state or body.family, body.name, state=body.state)
    nouns = [word for word in words if word in _nouns()]
    noun = f"{article.language}:{(nouns or list(words) or [''])[-1][:_STEM]}"
    heard = carriers.first(way.sure[-1])
    state = link.affiliation if link.affiliation in nations() else organs.read(link.descriptor or link.name).state
    id_ = f"unnamed:{heard}:{noun}"
    return Origin(id_, state if state is not None else id_, link.descriptor or link.name, named=False, state=state, heard=heard)


@cache
def _nouns() -> frozenset[str]:
    return frozenset(key(word) for code in pack.codes() for word in (*speakers.load(code).unnamed, *speakers.load(code).roles))


@cache
def _vague() -> frozenset[str]:
    return frozenset(key(word) for code in pack.codes() for word in (*speakers.load(code).collective, *speakers.load(code).papers))


def _is_hearsay(voice: Voice) -> bool:
    """ "Reports", "observers", "media": whoever they are, they may be echoing those who are known."""
    words = split(voice.statement.speaker.descriptor or voice.statement.speaker.name)
    return not voice.origin.named and not voice.origin.unsourced and any(w in _vague() or without_article(w) in _vague() for w in words)


@cache
def _spokesmen() -> frozenset[str]:
    return frozenset(split(word)[-1] for code in pack.codes() for word in speakers.load(code).spokespersons if len(split(word)) > 0)


@cache
def nations() -> frozenset[str]:
    return frozenset(packs.load().nations)


def _is_headline(voice: Voice) -> bool:
    titles = [p.end for p in voice.article.paragraphs if p.role is Role.TITLE]
    content = voice.statement.content
    return len(titles) > 0 and len(content) > 0 and content[-1].end <= max(titles)


def _is_body(voice: Voice, other: Voice) -> bool:
    """True where ``other`` says below what the headline ``voice`` sums up: the body knows the way it came."""
    return voice.article.id == other.article.id and not _is_headline(other)


def _is_behind(voice: Voice, other: Voice) -> bool:
    """True of a source-less voice that repeats what its own page, or the page it passes on, has from somebody."""
    if not voice.origin.unsourced or other.origin.unsourced:
        return False
    same_page = voice.article.id == other.article.id or voice.origin.key in other.way.sure[:1]
    return same_page or voice.origin.key in other.way.sure


def _name_readouts(voices: Sequence[Voice]) -> list[Voice]:
    """A statement whose author one page leaves out is the readout that the others name; so are words nobody else can have heard."""
    named = {node for voice in voices for node in voice.way.sure if node.startswith("readout:") and node != ANY_READOUT}
    only = next(iter(named)) if len(named) == 1 else None
    found: list[Voice] = []
    for voice in voices:
        sure, wary = voice.way.sure, voice.way.wary
        if only is not None and ANY_READOUT in sure:
            sure = tuple(only if node == ANY_READOUT else node for node in sure)
            wary = tuple(only if node == ANY_READOUT else node for node in wary)
        elif only is not None and only not in sure and not voice.origin.unsourced and _is_readout(voice, only):
            sure, wary = (*sure, only), (*wary, only)
        elif only is not None and only not in wary and voice.origin.named and voice.statement.medium is None:
            wary = (*wary, only)
        way = Way(tuple(dict.fromkeys(sure)), tuple(dict.fromkeys(wary)), voice.way.rules)
        found.append(replace(voice, way=way))
    return found


def _is_readout(voice: Voice, readout: str) -> bool:
    """Words that nobody else can have heard, and what the body of the readout itself said in a statement."""
    return is_private(voice.statement) or (voice.statement.medium == PAPER and readout == f"readout:{voice.origin.key}")


def _share_statements(voices: Sequence[Voice], carriers: Carriers) -> list[Voice]:
    """Where one page has a body's words from a statement, another that only says "the body said" perhaps read the same."""
    written = {v.origin.key for v in voices if v.statement.medium == PAPER and v.origin.named}
    found = []
    for voice in voices:
        bare = voice.statement.medium is None and voice.statement.speaker.kind is not Kind.PERSON and len(voice.statement.chain) > 1
        if bare and voice.origin.key in written and not carriers.hears(voice.article, voice.origin.key):
            wary = tuple(dict.fromkeys((*voice.way.wary, f"readout:{voice.origin.key}")))
            voice = replace(voice, way=Way(voice.way.sure, wary, (*voice.way.rules, "one statement")))  # noqa: PLW2901
        found.append(voice)
    return found


def _unnamed_apart(voices: Sequence[Voice]) -> frozenset[str]:
    """Unnamed speakers who cannot be one person: of different states. With one state only, nobody knows."""
    unnamed = {voice.origin.key: voice.origin.state for voice in voices if not voice.origin.named and not voice.origin.unsourced}
    states = {state for state in unnamed.values() if state is not None}
    return frozenset(id_ for id_, state in unnamed.items() if state is not None) if len(states) > 1 else frozenset()
