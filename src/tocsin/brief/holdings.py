"""What a brief is made from, looked up by id: a view and its picture enter; statements, weights and speakers' names are found in it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.flow.look import Picture
from tocsin.model import Actor, Article, Figure, Link, Statement, Weight
from tocsin.store.view import View

_SHORT = 8  # characters of an id that are shown where no other id begins with them


@dataclass(frozen=True, slots=True)
class Holdings:
    """A view and its picture with their indexes. ``openings`` counts the ids that begin with the same characters."""

    view: View
    picture: Picture
    statements: dict[str, tuple[Article, Statement]]
    weights: dict[str, Weight]
    held_by: dict[str, tuple[Weight, ...]]
    actors: dict[str, Actor]
    openings: Counter[str]

    def short(self, id: str) -> str:  # noqa: A002 -- the record's own word
        """Return as much of an id as means it alone: what a list prints, `tocsin show` finds. A named one ("state:IQ") stays whole."""
        return id if ":" in id or self.openings[id[:_SHORT]] > 1 else id[:_SHORT]

    def speaker_name(self, link: Link, article: Article) -> str:
        """Return the name that the desk knows the speaker by; a speaker that no actor stands for keeps the page's wording."""
        if link.unnamed:
            return link.descriptor or link.name
        actor = self.actor(link, article)
        return link.name if actor is None else actor.name

    def speaker_key(self, link: Link, article: Article) -> str:
        """Return what two links to one speaker have in common."""
        return self.picture.actors.of(link, article)

    def actor(self, link: Link, article: Article) -> Actor | None:
        """Return the resolved actor that a link of ``article`` stands for."""
        return self.actors.get(self.picture.actors.of(link, article))

    def weight_of(self, statement: Statement, figure: Figure) -> Weight | None:
        """Return the claim that gives this figure; a statement of several clauses is in several claims."""
        weights = self.held_by.get(statement.id, ())
        exact = (w for w in weights if any(a.statement == statement.id and figure in a.figures for a in w.claim.assertions))
        return next(exact, weights[0] if len(weights) == 1 else None)


def make_holdings(view: View, picture: Picture) -> Holdings:
    """Index ``view`` and ``picture``."""
    held_by: dict[str, list[Weight]] = {}
    for weight in picture.weights:
        for statement in weight.claim.statements:
            held_by.setdefault(statement, []).append(weight)
    statements = {statement.id: (article, statement) for article, statement in view.statements()}
    return Holdings(
        view=view,
        picture=picture,
        statements=statements,
        weights={weight.claim.id: weight for weight in picture.weights},
        held_by={statement: tuple(weights) for statement, weights in held_by.items()},
        actors={actor.id: actor for actor in picture.actors.records},
        openings=Counter(id_[:_SHORT] for id_ in {*_find_ids(view, picture), *statements}),
    )


def _find_ids(view: View, picture: Picture) -> Iterator[str]:
    for records in (view.articles, picture.claims, picture.stories, picture.actors.records):
        yield from (record.id for record in records)
