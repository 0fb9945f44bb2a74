"""Actors across names, scripts and short forms. A View enters; who each name is, with family, state and labels, leaves."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tocsin.lang import actors as packs
from tocsin.lang.scripts import is_uncased
from tocsin.link import families, spellings, translations
from tocsin.link.names import Local, fold_name
from tocsin.link.names import read as read_names
from tocsin.link.union import Union
from tocsin.model import Actor, Article, Kind, Link, Mention, Subject, Verdict, make_id
from tocsin.store import View


@dataclass(frozen=True, slots=True)
class Identity:
    """Who an actor is besides its names. ``family`` is the actor it certainly counts as, ``state`` what it is an organ of."""

    id: str
    name: str
    kind: Kind
    family: str
    state: str | None


@dataclass(frozen=True, slots=True)
class Label:
    """How one outlet words an actor, and how often."""

    outlet: str | None
    wording: str
    count: int


@dataclass(frozen=True, slots=True)
class Actors:
    """Answers who a name is. ``records`` are the actors, most mentioned first.

    ``names`` leads from article and folded name to an actor, ``identities`` and ``labels`` from an actor to who it is and how outlets word it.
    """

    records: tuple[Actor, ...]
    names: Mapping[tuple[str, str], str]
    identities: Mapping[str, Identity]
    labels: Mapping[str, tuple[Label, ...]]

    def of(self, who: Link | Mention | str, article: Article) -> str:
        """Return the id of the actor that a link, mention or name in ``article`` stands for.

        A speaker who is not named has an id of the article and the description, so that it is never taken for another.
        """
        if isinstance(who, Link) and who.unnamed:
            return f"unnamed:{make_id(article.id, fold_name(who.descriptor or who.name))}"
        names = (who,) if isinstance(who, str) else (who.name,) if isinstance(who, Link) else (who.head or who.label, who.label)
        for name in names:
            found = self.names.get((article.id, fold_name(name)))
            if found is not None:
                return found
        entry = packs.load().get(names[0])
        known = entry.id if entry is not None else who.actor if not isinstance(who, str) else None
        return known if known is not None else make_id("name", fold_name(names[0]))

    def identity(self, actor: str) -> Identity:
        """Return who an actor is. An id that no article resolved is what the packs say of it, else its own family."""
        known = self.identities.get(actor)
        return known if known is not None else _identify(actor, (), {}, {})

    def name(self, actor: str) -> str:
        return self.identity(actor).name


def resolve(view: View) -> Actors:
    """Resolve all names of a view."""
    locals_ = [local for article in view.articles for local in read_names(article, view.registry)]
    states = families.find_states(locals_)
    ministries = families.find_ministries(locals_, states)
    own = [_own_id(local, states, ministries) for local in locals_]
    union = Union(len(locals_))
    for left, right in _alike(locals_, own):
        union.join(left, right)
    apart = {frozenset((j.left, j.right)) for j in view.judged(Subject.ACTOR) if j.verdict is Verdict.DIFFERENT}
    for find in (spellings.pair, translations.pair):
        for left, right in list(find(locals_, union)):
            if frozenset((own[left], own[right])) not in apart:
                union.join(left, right)
    named = {min((own[i] for i in group), key=_rank): [locals_[i] for i in group] for group in union.groups()}
    return _build(_apply_judgements(named, view), states, {article.id: article for article in view.articles})


def _own_id(local: Local, states: Mapping[str, str], ministries: Mapping[tuple[str, str], str]) -> str:
    if local.pack is not None:
        return local.pack
    organ = families.find_organ(local, states)
    if organ is None and all(w.kind is Kind.OFFICE for w in local.wordings):
        organ = families.find_office(local, states)
    if organ is None:
        organ = families.find_bare(local, ministries)
    return organ if organ is not None else make_id("actor", "person" if local.person else "body", fold_name(local.full))


def _alike(locals_: Sequence[Local], own: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Join what has one id, and what is spelled alike: bodies in any words, persons by a full name."""
    first: dict[str, int] = {}
    for index, local in enumerate(locals_):
        slots = [own[index]]
        if local.pack is None:
            names = sorted({fold_name(w.text) for w in local.wordings if w.kind is not Kind.OFFICE or not local.person})
            slots += [f"{local.person} {name}" for name in names if not local.person or " " in name or "-" in name]
        for slot in slots:
            if slot.startswith("False the") or (slot == own[index] and local.person and " " not in fold_name(local.full)):
                continue
            if slot in first:
                yield first[slot], index
            first.setdefault(slot, index)


def _rank(actor: str) -> tuple[bool, str]:
    """An id of the packs beats a made one."""
    return ":" not in actor, actor


def _apply_judgements(named: dict[str, list[Local]], view: View) -> dict[str, list[Local]]:
    """Merge what an analyst called the same."""
    for judgement in sorted(view.judged(Subject.ACTOR), key=lambda j: (j.left, j.right)):
        sides = sorted((judgement.left, judgement.right), key=_rank)
        if judgement.verdict is Verdict.SAME and sides[0] != sides[1] and all(side in named for side in sides):
            named[sides[0]] = named[sides[0]] + named.pop(sides[1])
    return dict(sorted(named.items()))


def _build(groups: dict[str, list[Local]], states: Mapping[str, str], articles: Mapping[str, Article]) -> Actors:
    names = {(local.article, folded): actor for actor, group in groups.items() for local in group for folded in local.keys}
    names.update({(families.ANYWHERE, name): actor for name, actor in _bodies(groups).items()})
    identities = {actor: _identify(actor, group, states, names) for actor, group in groups.items()}
    for actor, identity in identities.items():
        top = identities.get(identity.family)
        if top is not None and top.family != identity.family:
            identities[actor] = Identity(actor, identity.name, identity.kind, top.family, identity.state or top.state)
        elif top is not None and identity.state is None:
            identities[actor] = Identity(actor, identity.name, identity.kind, identity.family, top.state)
    records = [_record(identities[actor], group) for actor, group in groups.items()]
    labels = {actor: _count_labels(group, articles) for actor, group in groups.items()}
    return Actors(tuple(sorted(records, key=lambda r: (-r.mentions, r.id))), names, identities, labels)


def _bodies(groups: Mapping[str, list[Local]]) -> dict[str, str]:
    """The bodies that a full name means in every article: for affiliations that an article names only beside a person."""
    found: dict[str, set[str]] = {}
    for actor, group in groups.items():
        for local in group:
            if not local.person:
                found.setdefault(fold_name(local.full), set()).add(actor)
    return {name: next(iter(owners)) for name, owners in found.items() if len(owners) == 1 and " " in name}


def _identify(actor: str, group: Sequence[Local], states: Mapping[str, str], names: Mapping[tuple[str, str], str]) -> Identity:
    entry = packs.load().by_id.get(actor)
    belonging = families.of_pack(actor) or families.belong(group, states, names)
    if entry is not None:
        return Identity(actor, entry.name, entry.kind, belonging.family or actor, belonging.state)
    kinds = Counter(w.kind for local in group for w in local.wordings)
    kind = min(kinds.items(), key=lambda pair: (-pair[1], pair[0]))[0] if len(kinds) > 0 else Kind.UNNAMED
    if any(local.person for local in group):
        kind = Kind.PERSON if Kind.PERSON in kinds else kind
    return Identity(actor, _choose_name(group, actor), kind, belonging.family or actor, belonging.state)


def _choose_name(group: Sequence[Local], actor: str) -> str:
    """The fullest wording used most, in Latin letters where there is one."""
    fulls = Counter(local.full for local in group)
    best = min(fulls.items(), key=lambda pair: (is_uncased(pair[0]), -len(pair[0].split()), -pair[1], pair[0]), default=(actor, 0))
    return best[0]


def _record(identity: Identity, group: Sequence[Local]) -> Actor:
    counts: Counter[str] = Counter()
    for local in group:
        counts.update(local.labels)
        counts.update({w.text: 0 for w in local.wordings})
    names = tuple(sorted(counts, key=lambda name: (-counts[name], name)))
    articles = tuple(dict.fromkeys(local.article for local in group))
    family = None if identity.family == identity.id else identity.family
    return Actor(identity.id, identity.name, identity.kind, names, articles, counts.total(), family)


def _count_labels(group: Sequence[Local], articles: Mapping[str, Article]) -> tuple[Label, ...]:
    counts: Counter[tuple[str | None, str]] = Counter()
    for local in group:
        for wording, count in local.labels.items():
            counts[articles[local.article].outlet, wording] += count
    rows = [Label(outlet, wording, count) for (outlet, wording), count in counts.items()]
    return tuple(sorted(rows, key=lambda row: (-row.count, row.wording, row.outlet or "")))
