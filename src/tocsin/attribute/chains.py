"""Chains: the speakers a statement passed through, from the outlet to the origin, and readouts that govern others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import PurePath
from urllib.parse import urlsplit

from tocsin.attribute.register import Entry
from tocsin.lang import grammar, pack, speakers
from tocsin.lang.clitics import proclitics
from tocsin.lang.fold import key
from tocsin.lang.outlets import Registry
from tocsin.lang.terms import Terms
from tocsin.lang.tokens import split
from tocsin.model import Article, Kind, Link, Sentence, Statement

_CALLS = ("phone call", "meeting")


@dataclass(frozen=True, slots=True)
class Origin:
    """The links at the outlet's end of every chain of an article."""

    links: tuple[Link, ...]


def read_origin(article: Article, registry: Registry) -> Origin:
    """The outlet, and the agency that the article's credit line names. A page that names no outlet stands for itself."""
    outlet = _outlet(article, registry)
    if article.credit is None or key(article.credit.strip()) in _wires():
        return Origin((outlet,))
    credit = _credit(article.credit, outlet, registry)
    same = credit.actor == outlet.actor if credit.actor is not None else credit.name == outlet.name
    return Origin((outlet,) if same else (outlet, credit))


@cache
def _wires() -> frozenset[str]:
    """Credit lines that name nobody: two outlets that credit "agencies" share no source for it."""
    return frozenset(key(word) for code in pack.codes() for word in speakers.load(code).wires)


def _outlet(article: Article, registry: Registry) -> Link:
    known = registry.get(article.outlet) if article.outlet is not None else None
    if known is None and article.capture.url is not None:
        known = registry.get_by_url(article.capture.url)
    if known is not None:
        return Link(article.outlet or known.name, Kind.AGENCY if known.agency else Kind.OUTLET, actor=f"outlet:{known.id}")
    return Link(article.outlet or _page_name(article), Kind.OUTLET)


def _credit(line: str, outlet: Link, registry: Registry) -> Link:
    """The agency in a credit line; of several names the one that is not the outlet ("Gulf Meridian and Levant Wire")."""
    named = [hit.value for hit in registry.terms.find(split(line))]
    for known in sorted(named, key=lambda known: not known.agency):
        if f"outlet:{known.id}" != outlet.actor:
            return Link(known.name if line.isascii() else line, Kind.AGENCY if known.agency else Kind.OUTLET, actor=f"outlet:{known.id}")
    return outlet if len(named) > 0 else Link(line, Kind.AGENCY)


def _page_name(article: Article) -> str:
    capture = article.capture
    if capture.url is not None and (host := urlsplit(capture.url).hostname) is not None:
        return host.removeprefix("www.")
    return PurePath(capture.path).name if capture.path is not None else capture.sha256[:12]


def make_chain(origin: Origin, via: Iterable[Link], speaker: Link) -> tuple[Link, ...]:
    """Join the links, outlet first; nobody stands twice, and the speaker last."""
    if _same(origin.links[0], speaker):
        return (origin.links[0],)
    chain: list[Link] = []
    for link in (*origin.links, *via):
        if not _same(link, speaker) and not any(_same(link, held) for held in chain) and not _is_short(link, origin.links[0]):
            chain.append(link)
    return (*chain, speaker)


def _same(left: Link, right: Link) -> bool:
    return left.name == right.name or (left.actor is not None and left.actor == right.actor)


def _is_short(link: Link, outlet: Link) -> bool:
    """Is it the outlet by a part of its name: «سواد» of "وكالة سواد للأنباء"?"""
    plain = link is not outlet and link.kind in {Kind.OUTLET, Kind.AGENCY, Kind.ORGANISATION} and link.actor is None
    words, whole = key(link.name).split(), key(outlet.name).split()
    return plain and 0 < len(words) < len(whole) and all(word in whole and word not in _nouns() for word in words)


@cache
def _nouns() -> frozenset[str]:
    """Nouns for outlets, which name none of them."""
    return frozenset(key(word) for code in pack.codes() for word in (*speakers.load(code).outlets, *speakers.load(code).bodies))


@cache
def media(code: str) -> Terms[str]:
    """The words that name the medium of a statement."""
    return Terms({word: medium for medium, words in speakers.load(code).media.items() for word in words}, proclitics(code))


def read_medium(sentence: Sentence, inside: Sequence[bool]) -> str | None:
    """The medium named in the sentence outside the contents."""
    for hit in media(sentence.language or "").find(sentence.keys):
        if not inside[hit.first]:
            return hit.value
    return None


def apply_readouts(statements: Sequence[Statement], papers: Sequence[tuple[Entry, Statement, str]]) -> list[Statement]:
    """A body whose paper reports a call or meeting stands between the outlet and all that its parties said there.

    ``papers`` are (the body, its statement, the sentence it stands in).
    """
    governed = list(statements)
    for body, declared, sentence in papers:
        names = {n for s in statements for n in _parties(s, sentence)}
        for index, statement in enumerate(governed):
            if statement.own or statement.id == declared.id or statement.speaker.name not in names or _is_told(statement):
                continue
            if any(link.name == body.link.name for link in statement.chain):
                at = next(i for i, link in enumerate(statement.chain) if link.name == body.link.name)
                governed[index] = replace(statement, readout=at)
            elif all(link.kind in {Kind.OUTLET, Kind.AGENCY} for link in statement.chain[:-1]):
                chain = (*statement.chain[:-1], replace(body.link, span=None), statement.chain[-1])
                governed[index] = replace(statement, chain=chain, readout=len(chain) - 2)
    return governed


def _is_told(statement: Statement) -> bool:
    """Did the speaker tell an outlet himself, after the call?"""
    return statement.addressee is not None and any(link.name in statement.addressee for link in statement.chain[:-1])


def _parties(statement: Statement, sentence: str) -> tuple[str, ...]:
    speaker = statement.speaker
    words = key(speaker.name).split()
    if speaker.kind is not Kind.PERSON and any(word in _sides() for word in words):
        return (speaker.name,)
    if speaker.unnamed and speaker.name in sentence and _is_office(speaker.name):
        return (speaker.name,)
    titled = any(word in titles for word in words for titles in map(_titles, pack.codes()))
    if speaker.unnamed and len(words) > 1 and titled and set(words) <= set(split(sentence)):
        return (speaker.name,)  # "the Iraqi minister", of a call with the Iraqi minister
    if speaker.kind is not Kind.PERSON:
        return ()
    last = speaker.name.split()[-1]
    return (speaker.name,) if last in sentence else ()


def _is_office(name: str) -> bool:
    """A title with the article that stands for the one who has it ("الأمير")."""
    words = key(name).split()
    return any(
        words[0] in titles and prefix != "" and words[0].startswith(prefix)
        for prefix, titles in ((grammar.load(code).definite_prefix, _titles(code)) for code in pack.codes())
    )


@cache
def _titles(code: str) -> frozenset[str]:
    people = speakers.load(code)
    prefix = grammar.load(code).definite_prefix
    return frozenset(word for title in map(key, people.titles) for word in (title, prefix + title))


@cache
def _sides() -> frozenset[str]:
    return frozenset(key(word) for code in pack.codes() for word in speakers.load(code).sides)


def is_call(text: str, code: str) -> bool:
    """Does the text tell of a call or meeting?"""
    return next(_calls(code).find(split(text)), None) is not None


@cache
def _calls(code: str) -> Terms[bool]:
    people = speakers.load(code)
    words = (word for medium in _CALLS for word in people.media.get(medium, ()))
    return Terms(dict.fromkeys((*words, *people.meets), True), proclitics(code))
