"""The names in one article: which wordings there stand for one actor. An article enters, its local actors leave.

Short names join the full name that the same article gives, abbreviations the name they stand behind in brackets.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from tocsin.lang import actors
from tocsin.lang.fold import key
from tocsin.lang.organs import read as read_organ
from tocsin.lang.outlets import Registry
from tocsin.lang.scripts import is_uncased
from tocsin.link.function_words import any_words, without_article
from tocsin.link.posts import find_body
from tocsin.link.skeleton import compare, words
from tocsin.model import Article, Kind, Link, Mention, Paragraph, Role

PERSONS = frozenset({Kind.PERSON})
_CARRIERS = frozenset({Kind.OUTLET, Kind.AGENCY})
_BRACKETS = frozenset(" \t\u00a0(\"“«”[‘'’,،-–—")
_SMALL = ("prepositions", "determiners", "coordinators")  # words that an abbreviation leaves out
_SOUNDS_ALIKE = 0.9
_NATION = 24  # characters before a title in which its nation may stand


@dataclass(frozen=True, slots=True)
class Wording:
    """A name as an article writes it. ``pack`` is the actor that the packs give the name, ``office`` the title beside it."""

    text: str
    kind: Kind
    pack: str | None
    office: str | None
    affiliation: str | None
    start: int


@dataclass(slots=True)
class Local:
    """One actor within one article, under all its wordings there; the first is the fullest."""

    article: str
    wordings: list[Wording]
    labels: Counter[str] = field(default_factory=Counter)

    @property
    def pack(self) -> str | None:
        return next((w.pack for w in self.wordings if w.pack is not None), None)

    @property
    def person(self) -> bool:
        return any(w.kind in PERSONS for w in self.wordings) or (self.pack is None and self.wordings[0].kind is Kind.OFFICE)

    @property
    def full(self) -> str:
        best = max(self.wordings, key=lambda w: (w.kind in PERSONS, len(words(fold_name(w.text))), -w.start)).text
        return without_article(best)

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(fold_name(w.text) for w in self.wordings)


@lru_cache(maxsize=200_000)
def fold_name(text: str) -> str:
    """Return the key that a name is looked up by."""
    return without_article(key(text.strip(" \t\n\"'“”«»()،,.:"))).strip()


def read(article: Article, registry: Registry) -> list[Local]:
    """Return the local actors of an article, in order of appearance."""
    found: dict[str, Local] = {}
    for wording, label in _wordings(article, registry):
        slot = wording.pack if wording.pack is not None else f"name:{fold_name(wording.text)}"
        local = found.setdefault(slot, Local(article.id, []))
        if all((w.text, w.office, w.affiliation) != (wording.text, wording.office, wording.affiliation) for w in local.wordings):
            local.wordings.append(wording)
        if label is not None:
            local.labels[label] += 1
    locals_ = list(found.values())
    locals_ = _join(locals_, _bracketed(article, locals_))
    locals_ = _join(locals_, _shortened(locals_))
    return _join(locals_, _offices(locals_))


def list_named(article: Article) -> tuple[Mention, ...]:
    """Return the mentions that name somebody. A title makes names of many words: a person found in it alone is none."""
    titles = [p for p in article.paragraphs if p.role is Role.TITLE]
    found = [m for m in article.mentions if m.kind is not Kind.UNNAMED]
    below = {word for m in found if not _is_inside(m, titles) for word in words(_fold_mention(m))}
    return tuple(
        m
        for m in found
        if m.kind not in PERSONS or m.actor is not None or not _is_inside(m, titles) or below.issuperset(words(_fold_mention(m))[-1:])
    )


def _is_inside(mention: Mention, paragraphs: Iterable[Paragraph]) -> bool:
    return any(p.start <= mention.start < p.end for p in paragraphs)


def _wordings(article: Article, registry: Registry) -> Iterator[tuple[Wording, str | None]]:
    for mention in list_named(article):
        yield _of_mention(mention, article.text, registry), mention.label
        yield from ((wording, None) for wording in _of_office(mention.office, mention.start))
    for statement in article.statements:
        for link in statement.chain:
            yield from ((wording, None) for wording in _of_link(link, registry))


def _of_mention(mention: Mention, text: str, registry: Registry) -> Wording:
    name = mention.head if mention.head is not None else mention.label
    office = mention.office
    if office is not None and read_organ(office).state is None:
        # "Syria's Defence Minister": the nation stands right before what was marked as the title.
        nation = " ".join(text[max(0, mention.start - _NATION) : mention.start].split("\n")[-1].split()[-2:])
        office = f"{nation} {office}" if read_organ(nation).state is not None else office
    outlet = registry.get(name) if mention.kind not in PERSONS else None
    known = mention.actor or (f"outlet:{outlet.id}" if outlet is not None else _known(name))
    return Wording(name, mention.kind, known, office, None, mention.start)


def _of_link(link: Link, registry: Registry) -> Iterator[Wording]:
    start = link.span.start if link.span is not None else 1 << 30
    outlet = registry.get(link.name) if link.kind in _CARRIERS else None
    if outlet is not None:
        yield Wording(link.name, link.kind, f"outlet:{outlet.id}", None, None, start)
    if not link.unnamed and link.kind not in _CARRIERS:
        yield Wording(link.name, link.kind, link.actor or _known(link.name), link.office, link.affiliation, start)
        yield from _of_office(link.office, start)
    if link.affiliation is not None and _known(link.affiliation) is not None:
        yield Wording(link.affiliation, Kind.ORGANISATION, _known(link.affiliation), None, None, start)
    for member in link.members:
        yield Wording(member, Kind.ORGANISATION if link.kind not in PERSONS else link.kind, _known(member), None, None, start)


def _of_office(office: str | None, start: int) -> Iterator[Wording]:
    """The body that a title names."""
    body = find_body(office) if office is not None else None
    if body is not None:
        yield Wording(body, Kind.ORGANISATION, _known(body), None, None, start)


def _known(text: str) -> str | None:
    entry = actors.load().get(text)
    return None if entry is None else entry.id


def _join(locals_: list[Local], pairs: Iterable[tuple[int, int]]) -> list[Local]:
    """Merge each pair (part, whole); an actor that the packs know keeps its id."""
    target = list(range(len(locals_)))
    for part, whole in pairs:
        left, right = _root(target, part), _root(target, whole)
        both = {locals_[left].pack, locals_[right].pack} - {None}
        if left != right and len(both) < 2:
            target[left] = right
            locals_[right].wordings.extend(locals_[left].wordings)
            locals_[right].labels.update(locals_[left].labels)
    return [local for index, local in enumerate(locals_) if target[index] == index]


def _root(target: list[int], index: int) -> int:
    while target[index] != index:
        index = target[index]
    return index


def _bracketed(article: Article, locals_: list[Local]) -> Iterator[tuple[int, int]]:
    """A name right behind another, with only a bracket or quote mark between: "Syrian Democratic Forces (SDF)"."""
    at = {fold: index for index, local in enumerate(locals_) for fold in local.keys}
    row = sorted((m for m in article.mentions if m.kind is not Kind.UNNAMED), key=lambda m: (m.start, m.end))
    for left, right in pairwise(row):
        between = article.text[left.end : right.start]
        if 0 < len(between) <= 3 and set(between) <= _BRACKETS and any(c in '(“«"[”' for c in between):
            first, second = at.get(_fold_mention(left)), at.get(_fold_mention(right))
            bodies = left.kind not in PERSONS and right.kind not in PERSONS and Kind.COUNTRY not in (left.kind, right.kind)
            if first is not None and second is not None and first != second and bodies:
                yield second, first


def _fold_mention(mention: Mention) -> str:
    return fold_name(mention.head if mention.head is not None else mention.label)


def _shortened(locals_: list[Local]) -> Iterator[tuple[int, int]]:
    """A shorter name that is part of one longer name of the same sort in the article."""
    for index, local in enumerate(locals_):
        name = words(fold_name(local.full))
        if local.wordings[0].kind is Kind.COUNTRY or len(name) == 0:
            continue
        wholes = [other for other, long in enumerate(locals_) if other != index and _is_part(local, name, long)]
        if len(wholes) == 1 or (len(wholes) > 0 and local.person):
            yield index, max(wholes, key=lambda i: (sum(locals_[i].labels.values()), -i))


def _is_part(local: Local, name: tuple[str, ...], long: Local) -> bool:
    whole = words(fold_name(long.full))
    if local.person != long.person or len(whole) <= len(name) or is_uncased(local.full) != is_uncased(long.full):
        return False
    if local.person:
        ends = compare(name[-1], whole[-1]) >= _SOUNDS_ALIKE
        starts = len(name) == 1 or any(compare(name[0], word) >= _SOUNDS_ALIKE for word in whole[:-1])
        return (ends and starts) or (len(name) == 1 and local.pack is None and name[0] == whole[0])
    if long.wordings[0].kind is Kind.COUNTRY or (local.pack is not None and long.pack is None):
        return False
    text = _plain(local.full)
    if local.full.isupper() and len(text) > 1:
        return text == "".join(word[0] for word in _plain(long.full).split() if word[0].isalpha() and word not in any_words(*_SMALL))
    return any(whole[i : i + len(name)] == name for i in range(len(whole) - len(name) + 1)) and len(text) > 3


def _plain(text: str) -> str:
    return without_article(key(text).replace("-", " "))


def _offices(locals_: list[Local]) -> Iterator[tuple[int, int]]:
    """ "The Iraqi foreign minister" is the person whom the same article gives that office, if it is one person only."""
    holders: dict[str, set[int]] = {}
    for index, local in enumerate(locals_):
        for wording in local.wordings:
            if wording.kind in PERSONS and wording.office is not None:
                holders.setdefault(_organ(wording.office), set()).add(index)
    for index, local in enumerate(locals_):
        if local.pack is None and all(w.kind is Kind.OFFICE for w in local.wordings):
            people = holders.get(_organ(local.full), set())
            if len(people) == 1:
                yield index, next(iter(people))


def _organ(office: str) -> str:
    organ = read_organ(office)
    return organ.organ if organ.organ is not None else fold_name(office)
