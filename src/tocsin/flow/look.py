"""A view goes in; what it adds up to comes out: actors, stories, claims and their weights. A function of the view alone."""

from dataclasses import dataclass

from tocsin.flow.gist import Namer, entitle
from tocsin.link import actors, claims, stories
from tocsin.link.actors import Actors
from tocsin.model import Claim, Story, Weight
from tocsin.store import View
from tocsin.weigh import weigh


@dataclass(frozen=True, slots=True)
class Picture:
    """All that is linked and weighed in one view. Dear to make: a caller makes it once and hands it on."""

    view: View
    actors: Actors
    stories: tuple[Story, ...]
    claims: tuple[Claim, ...]
    weights: tuple[Weight, ...]


def look(view: View) -> Picture:
    """Link and weigh everything in a view."""
    resolved = actors.resolve(view)
    told = tuple(entitle(view, story) for story in stories.find(view, resolved))
    namer = Namer(view)
    claimed = tuple(namer.name(claim) for claim in claims.find(view, resolved, told))
    return Picture(view, resolved, told, claimed, weigh(view, resolved, claimed))
