"""Assertions: each clause of each statement, taken apart. An article enters, with who its names are; what it asserts leaves."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tocsin.lang import actors as packs
from tocsin.lang import clauses as marks
from tocsin.lang import concepts
from tocsin.lang.concepts import Sort
from tocsin.lang.fold import fold
from tocsin.lang.scripts import is_uncased
from tocsin.lang.terms import Hit
from tocsin.link import negation
from tocsin.link.actors import Actors
from tocsin.link.clauses import Clause, Row, find_concepts, find_predicates, lay_out, split
from tocsin.link.function_words import function_words, is_participle, pronouns, unjoin_article, without_conjunction
from tocsin.link.roles import Party, assign
from tocsin.model import Act, Article, Commitment, Figure, Kind, Mention, Role, Sentence, Span, Statement, make_id
from tocsin.model.assertion import Assertion, Nature
from tocsin.store import View

_NATURES = {
    Act.CONCERN: Nature.FEAR,
    Act.DEMAND: Nature.DEMAND,
    Act.PROMISE: Nature.PROMISE,
    Act.THREATEN: Nature.THREAT,
    Act.PRAISE: Nature.PRAISE,
    Act.CONDEMN: Nature.BLAME,
    Act.PREDICT: Nature.FORECAST,
    Act.ASK: Nature.QUESTION,
}
_NO_NAMES = ("prepositions", "complementizers", "auxiliaries", "determiners", "adverbs", "times", "relatives", "negations", "verbs")
_BODIES = frozenset({Kind.GROUP, Kind.ORGANISATION})
_STEM = 5
_SHORTEST_WORD = 4
_YEARS = (1900, 2100)


@dataclass(frozen=True, slots=True)
class _Page:
    """An article with what is asked of it often."""

    article: Article
    sentences: tuple[Sentence, ...]
    actors: Actors
    title_end: int
    mentions: tuple[Mention, ...]
    called: Mapping[str, frozenset[str]]


def read(view: View, article: Article, actors: Actors) -> tuple[Assertion, ...]:
    """Return the assertions of an article, statement by statement."""
    titles = [p.end for p in article.paragraphs if p.role is Role.TITLE]
    named = tuple(sorted((m for m in article.mentions if m.kind is not Kind.UNNAMED), key=lambda m: (m.start, m.end)))
    page = _Page(article, view.sentences(article), actors, max(titles, default=0), named, _find_called(article, actors))
    return tuple(assertion for statement in article.statements for assertion in _of_statement(page, statement))


def _of_statement(page: _Page, statement: Statement) -> Iterator[Assertion]:
    row = lay_out(page.sentences, statement.content, page.article.language)
    if len(row) == 0:
        return
    hits = find_concepts(row)
    counted = {f.of for f in page.article.figures if f.of is not None and any(s.start <= f.start < s.end for s in statement.content)}
    predicates = find_predicates(row, hits, counted)
    told = [clause for clause in split(row, predicates) if not clause.backdrop]
    before: Assertion | None = None
    subjects: set[str] = set()
    for number, clause in enumerate(told):
        found = _of_clause(page, statement, row, (clause, hits, predicates, before, len(told) == 1, number))
        subjects = _subjects(hits, clause) or subjects
        before = replace(found, topics=tuple(sorted({*found.topics, *subjects})))
        yield before


def _of_clause(
    page: _Page, statement: Statement, row: Row, given: tuple[Clause, Sequence[Hit[str]], Sequence[Hit[str]], Assertion | None, bool, int]
) -> Assertion:
    clause, all_hits, told, before, whole, number = given
    article = page.article
    hits = [hit for hit in all_hits if clause.first <= hit.first < clause.last]
    predicates = [hit for hit in told if clause.tells(hit.first)]
    begin, end = row.starts[clause.first], row.ends[clause.last - 1]
    spans = statement.content if whole else _clip(statement.content, begin, end)
    parties, places = _name(page, row, clause)
    first_predicate = predicates[0].first if len(predicates) > 0 else clause.last
    roles = assign(row, parties, clause, first_predicate)
    agent = roles.agent if roles.agent is not None or before is None else before.agent
    if agent is None and len(parties) == 0 and number == 0:
        agent = _subject(page, statement, begin)
    if statement.act is Act.CLAIM or (statement.act is Act.DENY and _is_own_deed(row, clause, parties, first_predicate)):
        agent = page.actors.of(statement.speaker, article)
    counts = _count(page, row, clause)
    times = [t for t in article.times if t.first is not None and t.last is not None and _word_at(row, clause, t.start) is not None]
    negated = negation.reaches(row, clause, first_predicate)
    withdraws = statement.act is Act.RETRACT and whole and len(counts.refused) == 0
    denies = statement.act is Act.DENY or statement.commitment is Commitment.DENIED or withdraws
    return Assertion(
        id=make_id(statement.id, str(number)),
        statement=statement.id,
        article=article.id,
        spans=spans,
        text=" … ".join(span.of(article.text) for span in spans),
        language=row.language,
        nature=_nature(statement, row, clause),
        commitment=statement.commitment,
        negated=negated != denies,
        predicates=tuple(sorted({hit.value for hit in predicates})),
        topics=tuple(sorted({hit.value for hit in hits if not concepts.world()[hit.value].predicate or hit not in predicates})),
        actors=tuple(sorted({p.actor for p in parties} | ({agent} if agent is not None else set()))),
        agent=agent,
        patient=roles.patient,
        places=tuple(sorted(places)),
        names=_names(page, row, clause, hits),
        words=tuple(sorted({key[:_STEM] for key in row.keys[clause.first : clause.last] if len(key) >= _SHORTEST_WORD})),
        figures=counts.figures,
        refused=counts.refused,
        numbers=counts.bare,
        # "In June 2014 they came over the border and …": the day holds on until another is named.
        first=min((t.first for t in times if t.first is not None), default=None if before is None else before.first),
        last=max((t.last for t in times if t.last is not None), default=None if before is None else before.last),
        whole=whole,
        headline=0 < end <= page.title_end,
        deed=statement.act is Act.CLAIM,
        denial=statement.act is Act.DENY,
    )


def _is_own_deed(row: Row, clause: Clause, parties: Sequence[Party], predicate: int) -> bool:
    """True where who denies speaks of what he is said to have done: "that they had carried out", "hitting", "ضلوعه في"."""
    if any(party.index < predicate for party in parties):
        return False
    before = function_words(row.language, "complementizers", "auxiliaries")
    first = next((i for i in range(clause.first, clause.last) if row.keys[i] not in before and row.keys[i][0].isalpha()), None)
    if first is None:
        return False
    deeds = marks.terms(row.language, "deeds").find(row.keys[: clause.last])
    return (
        row.keys[first] in pronouns(row.language)
        or is_participle(row.language, row.keys[first])
        or any(hit.first >= first for hit in deeds)
    )


def _subjects(hits: Sequence[Hit[str]], clause: Clause) -> set[str]:
    """What a clause is about before it says what happens: "a drone" in "a drone circled twice before hitting the gate"."""
    inside = [hit for hit in hits if clause.first <= hit.first < clause.last]
    first = next((hit.first for hit in inside if concepts.world()[hit.value].predicate), clause.last)
    kinds = {Sort.MEANS, Sort.PEOPLE}
    return {hit.value for hit in inside if hit.first < first and concepts.world()[hit.value].kind in kinds}


def _subject(page: _Page, statement: Statement, begin: int) -> str | None:
    """Who a content speaks of that begins inside a sentence: the actor named right before it there, unless he is speaking."""
    sentence = next((s for s in page.sentences if s.start <= begin < s.end), None)
    if sentence is None or (statement.source is not None and statement.source.end > begin):
        return None
    speakers = {page.actors.of(link, page.article) for link in statement.chain}
    low = max(sentence.start, statement.source.end if statement.source is not None and statement.source.start >= sentence.start else 0)
    named = [m for m in page.mentions if low <= m.start < begin and m.kind in (Kind.GROUP, Kind.ORGANISATION, Kind.PERSON)]
    actors = [actor for actor in (page.actors.of(m, page.article) for m in named) if actor not in speakers]
    return actors[-1] if len(actors) > 0 else None


def _clip(content: Sequence[Span], begin: int, end: int) -> tuple[Span, ...]:
    cut = (Span(max(span.start, begin), min(span.end, end)) for span in content if span.start < end and begin < span.end)
    return tuple(span for span in cut if span.start < span.end)


def _nature(statement: Statement, row: Row, clause: Clause) -> Nature:
    """A warning is a fear where it speaks of a danger or of what may come, else it tells a fact; what is not known is a question."""
    if statement.act is Act.WARN:
        fearful = any(clause.first <= hit.first < clause.last for hit in marks.terms(row.language, "fears").find(row.keys))
        return Nature.FEAR if fearful else Nature.FACT
    nature = _NATURES.get(statement.act, Nature.FACT)
    unknown = nature is Nature.FACT and any(
        clause.first <= hit.first < clause.last for hit in marks.terms(row.language, "unknowns").find(row.keys)
    )
    return Nature.QUESTION if unknown else nature


def _name(page: _Page, row: Row, clause: Clause) -> tuple[list[Party], set[str]]:
    """Return the actors that a clause names, where they stand, and the places: a country after "in" is a place."""
    inside = {hit.last for hit in marks.terms(row.language, "inside").find(row.keys)}
    parties: list[Party] = []
    places: set[str] = set()
    joined: set[int] = set()  # where "and" may stand behind a country that is a place: the next one is a place too
    for index in range(clause.first, clause.last):
        mention = _mention_at(page, row.starts[index])
        if mention is None or (index > clause.first and mention.start < row.starts[index] and row.starts[index - 1] >= mention.start):
            continue
        actor = page.actors.of(mention, page.article)
        if mention.kind is Kind.COUNTRY and (index in inside or index - 1 in joined):
            places.add(actor)
            joined.add(index + 1)
        else:
            parties.append(Party(index, actor))
    begin, end = row.starts[clause.first], row.ends[clause.last - 1]
    places.update(p.gazetteer or f"name:{p.name}" for p in page.article.places if begin <= p.start < end and (p.precision or 1) < 6)
    parties.extend(_stand_ins(page, row, clause))
    return sorted(parties, key=lambda p: p.index), places


def _mention_at(page: _Page, start: int) -> Mention | None:
    at = bisect_right(page.mentions, start, key=lambda m: m.start) - 1
    return page.mentions[at] if at >= 0 and start < page.mentions[at].end else None


def _stand_ins(page: _Page, row: Row, clause: Clause) -> Iterator[Party]:
    """ "The group" is the armed group named before it: one whose names hold the word, else the one named most."""
    for hit in marks.terms(row.language, "groups").find(row.keys):
        covering = _mention_at(page, row.starts[hit.first])
        if not clause.first <= hit.first < clause.last or (covering is not None and covering.kind is Kind.GROUP):
            continue
        counts = Counter(page.actors.of(m, page.article) for m in page.mentions if m.kind is Kind.GROUP and m.start < row.starts[hit.first])
        heads = {unjoin_article(row.language, word) for word in hit.value.split()}
        called = {actor for actor, words in page.called.items() if not heads.isdisjoint(words)}
        if len(counts) > 0 or len(called) > 0:
            yield Party(hit.first, min({*counts, *called}, key=lambda actor: (actor not in called, -counts[actor], actor)))


def _find_called(article: Article, actors: Actors) -> dict[str, frozenset[str]]:
    """Return the words in the names of each body that an article names: those the packs know, and those it uses."""
    named = [(actors.of(m, article), m.label) for m in article.mentions if m.kind in _BODIES]
    named += [(actors.of(k, article), k.name) for s in article.statements for k in s.chain if k.kind in _BODIES and not k.unnamed]
    found: dict[str, set[str]] = {}
    for actor, name in named:
        entry = packs.load().by_id.get(actor)
        known = () if entry is None else (entry.name, *(name for names in entry.names.values() for name in names))
        found.setdefault(actor, set()).update(word for text in (name, *known) for word in fold(text).split())
    return {actor: frozenset(words) for actor, words in found.items()}


def _word_at(row: Row, clause: Clause, start: int) -> int | None:
    """Return the word of the clause that the character at ``start`` stands in; None where it stands in none of them."""
    if not row.starts[clause.first] <= start < row.ends[clause.last - 1]:
        return None
    return next((i for i in range(clause.first, clause.last) if row.starts[i] <= start < row.ends[i]), None)


@dataclass(frozen=True, slots=True)
class _Counts:
    """The numbers of a clause: figures and bare numbers that it affirms, and those it sets aside ("29, not 37")."""

    figures: tuple[Figure, ...]
    bare: tuple[int, ...]
    refused: tuple[float, ...]


def _count(page: _Page, row: Row, clause: Clause) -> _Counts:
    """Bare numbers are those of no figure and no date, and no years: they too tell two claims apart."""
    placed = [(i, f) for f in page.article.figures if (i := _word_at(row, clause, f.start)) is not None]
    taken = [(f.start, f.end) for _, f in placed] + [(t.start, t.end) for t in page.article.times]
    bare = [
        (i, int(row.keys[i]))
        for i in range(clause.first, clause.last)
        if row.keys[i].isdecimal() and not _YEARS[0] <= int(row.keys[i]) <= _YEARS[1] and not any(s <= row.starts[i] < e for s, e in taken)
    ]
    behind = {hit.last for hit in marks.terms(row.language, "instead").find(row.keys)}
    aside = {i for i in (*(i for i, _ in placed), *(i for i, _ in bare)) if i in behind}
    if len(aside) == len(placed) + len(bare):
        negated = {hit.last for hit in negation.find(row)}
        aside &= negated  # with nothing affirmed, "from 37" is a beginning
    refused = [f.low if f.low is not None else f.high for i, f in placed if i in aside] + [float(n) for i, n in bare if i in aside]
    return _Counts(
        tuple(f for i, f in placed if i not in aside),
        tuple(sorted({n for i, n in bare if i not in aside})),
        tuple(sorted({n for n in refused if n is not None})),
    )


def _names(page: _Page, row: Row, clause: Clause, hits: Sequence[Hit[str]]) -> tuple[str, ...]:
    """Words that may be names, other than of nations: capitals inside a Latin clause, in Arabic any word that is no concept and no function word."""
    taken = {i for hit in hits for i in range(hit.first, hit.last)}
    plain = function_words(row.language, *_NO_NAMES)
    found = set()
    for index in range(clause.first, clause.last):
        key, word = row.keys[index], row.words[index]
        mention = _mention_at(page, row.starts[index])
        if (mention is not None and mention.kind is Kind.COUNTRY) or unjoin_article(row.language, key) in packs.load().adjectives:
            continue
        if index in taken or len(key) < 3 or key in plain or without_conjunction(row.language, key) in plain:
            continue
        if (word[0].isupper() and index > 0) or is_uncased(word):
            found.add(key)
    return tuple(sorted(found))
