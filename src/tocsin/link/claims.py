"""Claims: statements that say the same thing is so, across articles and languages. A View enters with who and which story."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tocsin.link import clusters, pairs, vectors
from tocsin.link.actors import Actors
from tocsin.link.assertions import read
from tocsin.link.facets import find_places, find_sites
from tocsin.link.published import day, order
from tocsin.link.sameness import RIVAL, SAME, Relation, Setting, relate
from tocsin.model import Article, Claim, Evidence, Reason, Statement, Story, Subject, Verdict, make_id
from tocsin.model.assertion import Assertion
from tocsin.model.claim import Conflict, Rival
from tocsin.store import View

_AVERAGE = 0.5
_HEADLINE = 0.48  # enough for a headline to join a clause of its own article
_GIST = 240  # characters of a whole content that is still a gist
_DAYS = 3
_UNSURE = 0.35  # below this, likeness of meaning changes nothing

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Table:
    """All assertions of a view in columns, each with its setting; equal wordings of one article set share a row."""

    assertions: tuple[Assertion, ...]
    settings: tuple[Setting, ...]
    copies: tuple[tuple[Assertion, ...], ...]


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
    rows: dict[tuple[object, ...], list[tuple[Assertion, Setting]]] = defaultdict(list)
    for article in sorted(view.articles, key=lambda a: a.id):
        published = day(article) or begun.get(article.id)
        where = find_sites(view, article) | places.get(of_article.get(article.id, ""), frozenset())
        speakers = {s.id: actors.identity(actors.of(s.speaker, article)).family for s in article.statements}
        for assertion in read(view, article, actors):
            setting = _settle(assertion, of_article.get(article.id), published, actors)
            setting = replace(setting, speaker=speakers[assertion.statement], where=where)
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
    ordered = sorted((sorted(row, key=lambda pair: pair[0].id) for row in rows.values()), key=lambda row: row[0][0].id)
    return Table(
        tuple(row[0][0] for row in ordered), tuple(row[0][1] for row in ordered), tuple(tuple(a for a, _ in row) for row in ordered)
    )


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
    """Relate all candidates; where structure alone does not decide, ask the likeness of meaning."""
    rows, settings = table.assertions, table.settings
    found: dict[Pair, Relation] = {}
    unsure: list[Pair] = []
    for left, right in pairs.find(rows, settings):
        relation = relate(rows[left], rows[right], (settings[left], settings[right]))
        bare = len(rows[left].predicates) == 0 or len(rows[right].predicates) == 0
        readable = vectors.reads(rows[left].language) and vectors.reads(rows[right].language)
        close = _is_close(settings[left], settings[right])
        if readable and close and not relation.same and (relation.score >= _UNSURE or (bare and _could_be(rows[left], rows[right]))):
            unsure.append((left, right))
        if relation.score > 0:
            found[left, right] = relation
    likeness = vectors.compare([(rows[left].text, rows[right].text) for left, right in unsure])
    for (left, right), meaning in zip(unsure, likeness, strict=True):
        found[left, right] = relate(rows[left], rows[right], (settings[left], settings[right]), meaning=meaning)
    return found


def _is_close(left: Setting, right: Setting) -> bool:
    """One story, or days that follow each other: worth the encoder."""
    if left.story is not None and left.story == right.story:
        return True
    return left.published is not None and right.published is not None and abs((left.published - right.published).days) <= _DAYS


def _could_be(left: Assertion, right: Assertion) -> bool:
    """Only contents of some length, told apart by language, are worth the encoder where the lexicon knows nothing."""
    longest = max(len(left.text), len(right.text))
    return left.nature is right.nature and min(len(left.text), len(right.text)) * 3 >= longest


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
        linked.append(sorted(members, key=lambda m: m.id))
        rows.append([index_of[m.id] for m in members])
    statements = {statement.id: (article, statement) for article, statement in view.statements()}
    of_article = {article: story.id for story in stories for article in story.articles}
    made = [(_make(members, statements, of_article, actors), row) for members, row in zip(linked, rows, strict=True)]
    made.extend(_make_unread(statements, {m.statement for members in linked for m in members}, of_article))
    return made


def _make(
    members: Sequence[Assertion], statements: Mapping[str, tuple[Article, Statement]], of_article: Mapping[str, str], actors: Actors
) -> Claim:
    ids = tuple(dict.fromkeys(sorted(m.statement for m in members)))
    articles = tuple(sorted({m.article for m in members}))
    told = Counter(of_article[article] for article in articles if article in of_article)
    story = min(told.items(), key=lambda row: (-row[1], row[0]))[0] if len(told) > 0 else None
    anchor = min(members, key=lambda m: (order(statements[m.statement][0]), m.id))
    gist, chosen = _choose_gist(members, statements)
    return Claim(make_id("claim", anchor.id), gist, ids, articles, story, _explain(members, chosen, actors), tuple(members))


def _make_unread(
    statements: Mapping[str, tuple[Article, Statement]], held: set[str], of_article: Mapping[str, str]
) -> Iterable[tuple[Claim, list[int]]]:
    """A statement whose content has no words that could be taken apart is a claim of its own."""
    for id_, (article, statement) in sorted(statements.items()):
        if id_ not in held:
            gist = " … ".join(span.of(article.text) for span in statement.content)
            yield Claim(make_id("claim", id_), gist, (id_,), (article.id,), of_article.get(article.id)), []


def _choose_gist(members: Sequence[Assertion], statements: Mapping[str, tuple[Article, Statement]]) -> tuple[str, Assertion]:
    """The clause that shares most with the others, of the body rather than the headline, with a subject of its own."""
    words = Counter(word for m in members for word in {*m.predicates, *m.topics, *m.words})

    def rank(m: Assertion) -> tuple[bool, bool, bool, float, int, str]:
        statement = statements[m.statement][1]
        common = sum(words[word] for word in {*m.predicates, *m.topics, *m.words}) / (8 + len(m.words))
        return m.headline, statement.own, len(m.actors) == 0 and not m.whole, -common, len(m.text), m.id

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
    who = sorted({actors.name(actor) for m in members for actor in m.actors if sum(actor in n.actors for n in members) * 2 > len(members)})
    about = f" speak of {', '.join(common)}" if len(common) > 0 else " say it in nearly the same words"
    of = f", of {', '.join(who)}" if len(who) > 0 else ""
    evidence = tuple(Evidence(m.article, m.spans[0]) for m in sorted(members, key=lambda m: (m.id != chosen.id, m.id))[:12])
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
    claims = [replace(claim, rivals=tuple(best[key] for key in sorted(best) if key[0] == claim.id)) for claim, _ in made]
    return tuple(sorted(claims, key=lambda c: (-len(c.articles), -len(c.statements), c.id)))


def _outranks(one: Rival, other: Rival) -> bool:
    order = (Conflict.FIGURE, Conflict.DENIAL, Conflict.OPPOSITE, Conflict.ROLES)
    return (-one.score, order.index(one.conflict), one.left) < (-other.score, order.index(other.conflict), other.left)
