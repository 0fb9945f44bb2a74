"""The shapes of the lists: claims, stories, actors, figures. Records enter, the objects of the public contract leave."""

from tocsin.export.lines import Shape
from tocsin.export.shape import figure_object, statement_object
from tocsin.instants import write_instant
from tocsin.model import Actor, Article, Evidence, Figure, Interval, Reason, Statement, Story, Weight


def claim_object(weight: Weight) -> Shape:
    """Return a claim with what weighing says of it."""
    claim = weight.claim
    return {
        "id": claim.id,
        "gist": claim.gist,
        "status": weight.status.value,
        "flags": [flag.value for flag in weight.flags],
        "said": {speaker: _interval(interval) for speaker, interval in weight.said},
        "so": None if weight.so is None else _interval(weight.so),
        "against": _interval(weight.against),
        "roots": list(weight.roots),
        "carriers": weight.carriers,
        "articles": list(claim.articles),
        "outlets": list(weight.outlets),
        "languages": list(weight.languages),
        "statements": list(claim.statements),
        "contradicted_by": list(weight.contradicted_by),
        "first_seen": write_instant(weight.first_seen),
        "explanation": [_reason(reason) for reason in weight.explanation],
        "story": claim.story,
        "linked_by": [_reason(reason) for reason in claim.reasons],
        "wording": None if claim.wording is None else _evidence(claim.wording),
    }


def story_object(story: Story) -> Shape:
    """Return a story: the articles about one happening."""
    return {
        "id": story.id,
        "title": story.title,
        "articles": list(story.articles),
        "outlets": list(story.outlets),
        "languages": list(story.languages),
        "first": write_instant(story.first),
        "last": write_instant(story.last),
        "reasons": [_reason(reason) for reason in story.reasons],
    }


def actor_object(actor: Actor) -> Shape:
    """Return an actor with all the names it goes by."""
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "names": list(actor.names),
        "articles": list(actor.articles),
        "mentions": actor.mentions,
        "family": actor.family,
    }


def held_figure_object(article: Article, figure: Figure) -> Shape:
    """Return a figure as a list of many articles needs it: with its article, outlet and holder."""
    holder = next((s for s in article.statements if s.id == figure.statement), None)
    return {
        "article": article.id,
        "outlet": article.outlet,
        "language": article.language,
        **figure_object(figure, article.text),
        "holder": None if holder is None else holder.speaker.name,
    }


def held_statement_object(article: Article, statement: Statement) -> Shape:
    """Return a statement as a list of many articles needs it: with its article, outlet and language."""
    return {
        "article": article.id,
        "outlet": article.outlet,
        "language": article.language,
        **statement_object(statement, article.text),
    }


def _interval(interval: Interval) -> list[int]:
    return [interval.least, interval.most]


def _reason(reason: Reason) -> Shape:
    return {"rule": reason.rule, "text": reason.text, "evidence": [_evidence(e) for e in reason.evidence]}


def _evidence(evidence: Evidence) -> Shape:
    return {"article": evidence.article, "start": evidence.span.start, "end": evidence.span.end}
