"""Who says this? A sentence and a picture enter; the claims that say the same, and those that come close but differ, leave."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from tocsin.flow.line import read_text
from tocsin.flow.look import Picture
from tocsin.lang import pack
from tocsin.lang.fold import key
from tocsin.link import vectors
from tocsin.link.actors import Actors
from tocsin.link.assertions import read as read_assertions
from tocsin.link.sameness import Relation, Setting, relate
from tocsin.model import Act, Article, Claim, Commitment, Kind, Link, Span, Statement, Voice, Weight, make_id
from tocsin.model.assertion import Assertion
from tocsin.model.claim import Conflict
from tocsin.settings import Settings

CLOSE = 0.4
_MEANT = 0.6
_ENCODED = 400  # claims whose meaning is asked for, where the lexicon knows no concept


class Answer(StrEnum):
    """How a claim stands to the sentence."""

    SAME = "same"
    NUMBER = "another number"
    CONTRARY = "the contrary"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Match:
    """A claim, how it stands to the sentence, and how surely it is about the same (0 to 1)."""

    weight: Weight
    answer: Answer
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """The sentence as it was read, what it asserts, and the claims that answer it: the same first, then by score."""

    sentence: Article
    assertions: tuple[Assertion, ...]
    matches: tuple[Match, ...]


def lookup(sentence: str, picture: Picture, settings: Settings) -> Found:
    """Compare ``sentence`` with every claim of ``picture``, across languages, by the rules that link claims."""
    article, asked = _ask(sentence, picture, settings)
    matches = [match for weight in picture.weights for match in _match(weight, asked, picture.actors)]
    if len(matches) == 0 and all(len(assertion.predicates) == 0 for assertion in asked):
        matches = _match_by_meaning(asked, picture)
    order = tuple(Answer)
    ranked = sorted(matches, key=lambda m: (order.index(m.answer), -m.score, -len(m.weight.claim.articles)))
    return Found(article, asked, tuple(ranked))


def _ask(sentence: str, picture: Picture, settings: Settings) -> tuple[Article, tuple[Assertion, ...]]:
    """Read the sentence; one too short to tell its language is read in each that has a pack, and the reading that finds most is kept."""
    article = read_text(sentence, settings=settings)
    readings = (
        [article] if article.language is not None else [read_text(sentence, language=code, settings=settings) for code in pack.codes()]
    )
    named = [_name_actors(_claim_whole(reading), picture.actors) for reading in readings]
    asked = [(reading, read_assertions(picture.view, reading, picture.actors)) for reading in named]
    return max(asked, key=lambda pair: sum(len(a.predicates) + len(a.topics) + len(a.figures) for a in pair[1]))


def _claim_whole(article: Article) -> Article:
    """Let the sentence claim all of itself, unless it says who says it: then it claims their words."""
    attributed = tuple(statement for statement in article.statements if not statement.own)
    if len(attributed) != 0:
        return replace(article, statements=attributed)
    asker = (Link("the sentence", Kind.OUTLET),)
    whole = (Span(0, len(article.text)),)
    id_ = make_id(article.id, "whole")
    claimed = Statement(id_, Act.ASSERT, Voice.INDIRECT, Commitment.CERTAIN, 1.0, None, None, whole, asker)
    return replace(article, statements=(claimed,), figures=tuple(replace(figure, statement=id_) for figure in article.figures))


def _name_actors(article: Article, actors: Actors) -> Article:
    """Give each name the actor that the desk knows under it: the sentence is no article of the desk, where names would be resolved."""
    known = {key(name): actor.id for actor in reversed(actors.records) for name in (*actor.names, actor.name)}
    mentions = tuple(replace(m, actor=m.actor or known.get(key(m.head or m.label)) or known.get(key(m.label))) for m in article.mentions)
    return replace(article, mentions=mentions)


def _match(weight: Weight, asked: tuple[Assertion, ...], actors: Actors) -> Iterator[Match]:
    """Yield how a claim answers: by the one of its clauses that answers best."""
    best = max(_relations(weight.claim, asked, actors), key=lambda relation: relation.score, default=None)
    if best is not None and best.score >= CLOSE:
        yield Match(weight, _name_answer(best), best.score)


def _relations(claim: Claim, asked: tuple[Assertion, ...], actors: Actors) -> Iterator[Relation]:
    told = {assertion.text: assertion for assertion in claim.assertions}
    for assertion in told.values():
        setting = _settle(assertion, actors, claim.story)
        for question in asked:
            # The sentence has no story and no date of its own: it is asked of each claim as if it stood beside it.
            yield relate(question, assertion, (_settle(question, actors, claim.story), setting))


def _name_answer(relation: Relation) -> Answer:
    if relation.conflict is Conflict.FIGURE:
        return Answer.NUMBER
    if relation.conflict is not None:
        return Answer.CONTRARY
    return Answer.SAME if relation.same else Answer.CLOSE


def _settle(assertion: Assertion, actors: Actors, story: str | None) -> Setting:
    families = frozenset(actors.identity(actor).family for actor in assertion.actors)
    agent, patient = (None if who is None else actors.identity(who).family for who in (assertion.agent, assertion.patient))
    return Setting(story, None, families, agent, patient)


def _match_by_meaning(asked: tuple[Assertion, ...], picture: Picture) -> list[Match]:
    """Where no concept is known, likeness of meaning is all there is; it says close, never the same."""
    weights = [w for w in picture.weights if all(vectors.reads(a.language) for a in w.claim.assertions)][:_ENCODED]
    scores = [vectors.compare([(question.text, weight.claim.gist) for weight in weights]) for question in asked[:1]]
    return [Match(weight, Answer.CLOSE, score) for row in scores for weight, score in zip(weights, row, strict=True) if score >= _MEANT]
