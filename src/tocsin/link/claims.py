"""Claims: statements that say the same thing is so, across articles and languages. A View enters with who and which story."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tocsin.link import clusters, pairs, vectors
from tocsin.link.actors import Actors
from tocsin.link.assertions import read
from tocsin.link.facets import find_places, find_sites
from tocsin.link.published import day
from tocsin.link.sameness import RIVAL, SAME, Relation, Setting, relate_sides
from tocsin.link.side import Side, look
from tocsin.model import Article, Claim, Evidence, Reason, Statement, Story, Subject, Verdict, make_id
from tocsin.model.assertion import Assertion
from tocsin.model.claim import Conflict, Rival
from tocsin.store import View

_AVERAGE = 0.5
_HEADLINE = 0.48  # enough for a headline to join a clause of its own article
_GIST = 240  # characters of a whole content that is still a gist
_DAYS = 3
_UNSURE = 0.35  # below this, likeness of meaning changes nothing
_ASKED = 600  # texts that the encoder is asked at most: some two seconds
_SEVERAL = 4  # articles from which a story has commonplaces
_MOST = 0.34  # share of them that a commonplace stands in

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Table:
    """All assertions of a view in columns, each with its setting; equal wordings of one article set share a row.

    ``places`` number all assertions by id, in the order of the view: ties go to what stands first, as ids may hang on paths.
    """

    assertions: tuple[Assertion, ...]
    settings: tuple[Setting, ...]
    copies: tuple[tuple[Assertion, ...], ...]
    places: Mapping[str, int]


def find(view: View, actors: Actors, stories: tuple[Story, ...]) -> tuple[Claim, ...]:
    """Return the claims of a view, those of most articles first. Every statement is in at least one."""
    table = tabulate(view, actors, stories)
    relations = _compare(table)
    groups = _group(table, relations, view)
    claims = _build(view, actors, table, groups, stories)
    return _oppose(claims, table, relations)


def tabulate(view: View, actors: Actors, stories: Sequence[Story]) -> Table:
    of_article = {article: story.id for story in stories for article in story.articles}
    begun = {article: story.first.date() for story in stories if story.first is not None for article in story.articles}
    places = _place_stories(view, stories)
    read_of = {article.id: read(view, article, actors) for article in view.articles}
    common = {story.id: _find_commonplaces([read_of[id_] for id_ in story.articles if id_ in read_of]) for story in stories}
    rows: dict[tuple[object, ...], list[tuple[Assertion, Setting]]] = defaultdict(list)
    for article in view.articles:
        published = day(article) or begun.get(article.id)
        where = find_sites(view, article) | places.get(of_article.get(article.id, ""), frozenset())
        speakers = {s.id: actors.identity(actors.of(s.speaker, article)).family for s in article.statements}
        own = {statement.id for statement in article.statements if statement.own}
        story = of_article.get(article.id)
        for assertion in read_of[article.id]:
            setting = _settle(assertion, story, published, actors)
            setting = replace(
                setting,
                speaker=speakers[assertion.statement],
                where=where,
                common=common.get(story or "", frozenset()),
                own=assertion.statement in own,
            )
            key = (
                assertion.text,
                assertion.first,
                assertion.last,
                assertion.nature,
                assertion.negated,
                setting.story,
                setting.agent,
                setting.patient,
                setting.families,
            )
            rows[key].append((assertion, setting))
    return Table(
        tuple(row[0][0] for row in rows.values()),
        tuple(row[0][1] for row in rows.values()),
        tuple(tuple(a for a, _ in row) for row in rows.values()),
        {assertion.id: place for place, assertion in enumerate(a for row in read_of.values() for a in row)},
    )


def _find_commonplaces(pages: Sequence[Sequence[Assertion]]) -> frozenset[str]:
    """Return the concepts that most pages of a story speak of: that two clauses share them says little."""
    counts = Counter(name for page in pages for name in {name for a in page for name in (*a.predicates, *a.topics)})
    return frozenset(name for name, count in counts.items() if len(pages) >= _SEVERAL and count >= _MOST * len(pages))


def _place_stories(view: View, stories: Sequence[Story]) -> dict[str, frozenset[str]]:
    """Return where each story plays: places that two or more of its articles name."""
    found = {}
    for story in stories:
        counts = Counter(place for id_ in story.articles for place in find_places(view.article(id_)))
        found[story.id] = frozenset(place for place, count in counts.items() if count > 1)
    return found


def _settle(assertion: Assertion, story: str | None, published: date | None, actors: Actors) -> Setting:
    families = frozenset(actors.identity(actor).family for actor in assertion.actors)
    agent = None if assertion.agent is None else actors.identity(assertion.agent).family
    patient = None if assertion.patient is None else actors.identity(assertion.patient).family
    return Setting(story, published, families, agent, patient)


def _compare(table: Table) -> dict[Pair, Relation]:
    """Relate all candidates; where structure alone does not decide, ask the likeness of meaning, of so many texts at most."""
    sides = [look(row, setting) for row, setting in zip(table.assertions, table.settings, strict=True)]
    found: dict[Pair, Relation] = {}
    unsure: list[tuple[float, Pair]] = []
    for left, right in pairs.find(sides):
        relation = relate_sides(sides[left], sides[right])
        if relation.score > 0:
            found[left, right] = relation
        if not relation.same and relation.conflict is None and _is_worth_asking(sides[left], sides[right], relation):
            unsure.append((-relation.score, (left, right)))
    asked = _choose_asked(unsure, table.assertions)
    likeness = vectors.compare([(table.assertions[left].text, table.assertions[right].text) for left, right in asked])
    for (left, right), meaning in zip(asked, likeness, strict=True):
        found[left, right] = relate_sides(sides[left], sides[right], meaning)
    return found


def _is_worth_asking(left: Side, right: Side, relation: Relation) -> bool:
    """Two readable clauses of one story or of days that follow each other: nearly alike, or of the same speaker across languages."""
    if not (vectors.reads(left.assertion.language) and vectors.reads(right.assertion.language)) or not _are_close(left, right):
        return False
    bare = len(left.predicates) == 0 or len(right.predicates) == 0
    return relation.score >= _UNSURE or (bare and _could_be(left, right))


def _choose_asked(unsure: Sequence[tuple[float, Pair]], rows: Sequence[Assertion]) -> list[Pair]:
    """The likeliest pairs first, until so many texts would be asked."""
    texts: set[str] = set()
    chosen: list[Pair] = []
    for _, (left, right) in sorted(unsure):
        both = {rows[left].text, rows[right].text}
        if len(texts | both) <= _ASKED:
            texts |= both
            chosen.append((left, right))
    return sorted(chosen)


def _are_close(left: Side, right: Side) -> bool:
    """One story, or days that follow each other: worth the encoder."""
    one, other = left.setting, right.setting
    if one.story is not None and one.story == other.story:
        return True
    return one.published is not None and other.published is not None and abs((one.published - other.published).days) <= _DAYS


def _could_be(left: Side, right: Side) -> bool:
    """Contents of like length, where the lexicon knows nothing: by one speaker, or of something in common, in two languages."""
    one, other = left.assertion, right.assertion
    if one.nature is not other.nature or min(len(one.text), len(other.text)) * 3 < max(len(one.text), len(other.text)):
        return False
    voiced = left.setting.speaker is not None and left.setting.speaker == right.setting.speaker
    tied = not left.setting.families.isdisjoint(right.setting.families) or not left.shared.isdisjoint(right.shared)
    return voiced or tied


def _group(table: Table, relations: Mapping[Pair, Relation], view: View) -> list[list[int]]:
    scores = {pair: _score(table, pair, relation) for pair, relation in relations.items() if relation.conflict is None}
    apart = [pair for pair, relation in relations.items() if relation.conflict is not None and relation.score >= RIVAL - 0.1]
    row_of: dict[str, list[int]] = defaultdict(list)
    for index, copies in enumerate(table.copies):
        for assertion in copies:
            row_of[assertion.statement].append(index)
    apart.extend((left, right) for rows in row_of.values() for left in rows for right in rows if left < right)
    for judgement in view.judged(Subject.CLAIM):
        judged = [(min(a, b), max(a, b)) for a in row_of.get(judgement.left, ()) for b in row_of.get(judgement.right, ()) if a != b]
        if judgement.verdict is Verdict.SAME:
            scores.update(dict.fromkeys(judged, 1.0))
        elif judgement.verdict is Verdict.DIFFERENT:
            apart.extend(judged)
    return clusters.join(len(table.assertions), scores, apart, least=SAME, average=_AVERAGE)


def _score(table: Table, pair: Pair, relation: Relation) -> float:
    """A headline repeats its article: less is asked of it there."""
    left, right = table.assertions[pair[0]], table.assertions[pair[1]]
    own = left.article == right.article and left.headline != right.headline
    return max(relation.score, SAME) if own and relation.score >= _HEADLINE else relation.score


def _build(
    view: View, actors: Actors, table: Table, groups: Sequence[Sequence[int]], stories: Sequence[Story]
) -> list[tuple[Claim, list[int]]]:
    """Make a claim of each group; clauses that no other statement shares stay one claim a statement."""
    linked, alone = list[list[Assertion]](), defaultdict[str, list[Assertion]](list)
    rows: list[list[int]] = []
    for group in groups:
        members = [assertion for index in group for assertion in table.copies[index]]
        if len({m.statement for m in members}) > 1:
            linked.append(members)
            rows.append(list(group))
        else:
            alone[members[0].statement].extend(members)
    index_of = {assertion.id: index for index, copies in enumerate(table.copies) for assertion in copies}
    for members in alone.values():
        linked.append(members)
        rows.append([index_of[m.id] for m in members])
    statements = {statement.id: (article, statement) for article, statement in view.statements()}
    of_article = {article: story.id for story in stories for article in story.articles}
    cast = _Cast(statements, of_article, actors, table.places)
    made = [(_make(members, cast), row) for members, row in zip(linked, rows, strict=True)]
    made.extend(_make_unread(statements, {m.statement for members in linked for m in members}, of_article))
    return made


@dataclass(frozen=True, slots=True)
class _Cast:
    """What a claim is made with: all statements in the order of the view, the story of each article, actors, places."""

    statements: Mapping[str, tuple[Article, Statement]]
    of_article: Mapping[str, str]
    actors: Actors
    places: Mapping[str, int]


def _make(unordered: Iterable[Assertion], cast: _Cast) -> Claim:
    members = sorted(unordered, key=lambda m: cast.places[m.id])
    ids = tuple(dict.fromkeys(m.statement for m in members))
    articles = tuple(dict.fromkeys(m.article for m in members))
    told = Counter(cast.of_article[article] for article in articles if article in cast.of_article)
    story = told.most_common(1)[0][0] if len(told) > 0 else None
    gist, chosen = _choose_gist(members, cast.statements)
    return Claim(make_id("claim", members[0].id), gist, ids, articles, story, _explain(members, chosen, cast.actors), tuple(members))


def _make_unread(
    statements: Mapping[str, tuple[Article, Statement]], held: set[str], of_article: Mapping[str, str]
) -> Iterable[tuple[Claim, list[int]]]:
    """A statement whose content has no words that could be taken apart is a claim of its own."""
    for id_, (article, statement) in statements.items():
        if id_ not in held:
            gist = " … ".join(span.of(article.text) for span in statement.content)
            yield Claim(make_id("claim", id_), gist, (id_,), (article.id,), of_article.get(article.id)), []


def _choose_gist(members: Sequence[Assertion], statements: Mapping[str, tuple[Article, Statement]]) -> tuple[str, Assertion]:
    """The clause that shares most with the others, of the body rather than the headline, with a subject of its own."""
    words = Counter(word for m in members for word in {*m.predicates, *m.topics, *m.words})

    def rank(m: Assertion) -> tuple[bool, bool, bool, float, int]:
        statement = statements[m.statement][1]
        common = sum(words[word] for word in {*m.predicates, *m.topics, *m.words}) / (8 + len(m.words))
        return m.headline, statement.own, len(m.actors) == 0 and not m.whole, -common, len(m.text)

    chosen = min(members, key=rank)
    article, statement = statements[chosen.statement]
    whole = " … ".join(span.of(article.text) for span in statement.content)
    return (whole if len(whole) <= _GIST else chosen.text), chosen


def _explain(members: Sequence[Assertion], chosen: Assertion, actors: Actors) -> tuple[Reason, ...]:
    """Say what the statements share, with the clauses that say it."""
    if len({m.statement for m in members}) < 2:
        return ()
    count = len({m.statement for m in members})
    shared = Counter(name for m in members for name in {*m.predicates, *m.topics})
    common = sorted(name for name, times in shared.items() if times * 2 > len(members))
    named = Counter(actor for m in members for actor in set(m.actors))
    who = sorted({actors.name(actor) for actor, times in named.items() if times * 2 > len(members)})
    about = f" speak of {', '.join(common)}" if len(common) > 0 else " say it in nearly the same words"
    of = f", of {', '.join(who)}" if len(who) > 0 else ""
    evidence = tuple(Evidence(m.article, m.spans[0]) for m in sorted(members, key=lambda m: m.id != chosen.id)[:12])
    return (Reason("same claim", f"{count} statements{about}{of}", evidence),)


def _oppose(made: Sequence[tuple[Claim, Sequence[int]]], table: Table, relations: Mapping[Pair, Relation]) -> tuple[Claim, ...]:
    """Tell each claim which others it cannot stand beside."""
    claim_of: dict[int, str] = {index: claim.id for claim, row in made for index in row}
    best: dict[tuple[str, str], Rival] = {}
    for (left, right), relation in sorted(relations.items()):
        if relation.conflict is None or relation.score < RIVAL or claim_of[left] == claim_of[right]:
            continue
        for one, other in ((left, right), (right, left)):
            key = claim_of[one], claim_of[other]
            rival = Rival(key[1], relation.conflict, relation.score, table.assertions[one].id, table.assertions[other].id)
            if key not in best or _outranks(rival, best[key]):
                best[key] = rival
    rivals: dict[str, list[Rival]] = defaultdict(list)
    for (claim, _), rival in best.items():
        rivals[claim].append(rival)
    claims = [replace(claim, rivals=tuple(rivals.get(claim.id, ()))) for claim, _ in made]
    return tuple(sorted(claims, key=lambda c: (-len(c.articles), -len(c.statements))))


def _outranks(one: Rival, other: Rival) -> bool:
    order = (Conflict.FIGURE, Conflict.DENIAL, Conflict.OPPOSITE, Conflict.ROLES)
    return (-one.score, order.index(one.conflict)) < (-other.score, order.index(other.conflict))
