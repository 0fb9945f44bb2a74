"""Scores what holds between pages: stories, actors, labels, and the claims. Gold and the world that was read enter, a sheet leaves."""

from collections.abc import Sequence
from itertools import combinations

from tocsin.bench.claims import mark_claims
from tocsin.bench.gist import Likeness
from tocsin.bench.gold import Label
from tocsin.bench.names import is_same, split_name
from tocsin.bench.sheet import Sheet
from tocsin.bench.tension import mark_tension
from tocsin.bench.world import World
from tocsin.model import Actor


def score_across(world: World, likeness: Likeness) -> Sheet:
    sheet = Sheet()
    _mark_stories(sheet, world)
    for names in world.gold.across.actors:
        _mark_actor(sheet, names, world.actors)
    for names in world.gold.across.places:
        _mark_place(sheet, world, names)
    mark_claims(sheet, world, likeness)
    mark_tension(sheet, world, likeness)
    for label in world.gold.across.labels:
        _mark_label(sheet, world, label)
    return sheet


def _mark_stories(sheet: Sheet, world: World) -> None:
    """Each pair of pages that must be together, or apart, is one question."""
    for row in world.gold.across.stories:
        for left, right in combinations(row.together, 2):
            sheet.mark("stories together", _share_story(world, left, right), f"{left} and {right} are in no story together")
        for left, right in combinations(row.apart, 2):
            sheet.mark("stories apart", _are_read(world, left, right) and not _share_story(world, left, right), f"{left} and {right}")


def _are_read(world: World, *names: str) -> bool:
    return all(len(world.find_articles(name)) > 0 for name in names)


def _share_story(world: World, left: str, right: str) -> bool:
    sides = [{article.id for article in world.find_articles(name)} for name in (left, right)]
    return any(all(len(side.intersection(story.articles)) > 0 for side in sides) for story in world.stories)


def _mark_actor(sheet: Sheet, names: Sequence[str], actors: Sequence[Actor]) -> None:
    """One actor must go by all the names."""
    known = [{actor.id for actor in actors if any(is_same(name, other) for other in (actor.name, *actor.names))} for name in names]
    common = set.intersection(*known)
    missing = [name for name, ids in zip(names, known, strict=True) if len(ids) == 0]
    apart = sorted({id_ for ids in known for id_ in ids})
    sheet.mark("actors", len(common) > 0, f"{'|'.join(names)}: no actor is called {missing or 'all of these'}; actors {apart}")


def _mark_place(sheet: Sheet, world: World, names: Sequence[str]) -> None:
    """One row of the gazetteer must be meant by all the names."""
    places = [(article, place) for parts in world.articles.values() for article in parts for place in article.places]
    known = [{p.gazetteer for a, p in places if is_same(a.text[p.start : p.end], name)} - {None} for name in names]
    found = [f"{name} {sorted(map(str, rows))}" for name, rows in zip(names, known, strict=True)]
    sheet.mark("places", len(set.intersection(*known)) > 0, f"{'|'.join(names)}: {', '.join(found)}")


def _mark_label(sheet: Sheet, world: World, label: Label) -> None:
    """The wording must be a mention on the page, and be among the names of the actor."""
    articles = world.find_articles(label.page)
    ids = {article.id for article in articles}
    said = [m for article in articles for m in article.mentions if is_same(m.label, label.label)]
    owners = [a for a in world.actors if ids.intersection(a.articles) and any(is_same(n, label.label) for n in a.names)]
    right = len(said) > 0 and any(_is_called(actor, label.actor) for actor in owners)
    got = f"{'no ' if len(said) == 0 else ''}mention of it, actors {[actor.name for actor in owners]}"
    sheet.mark("labels", right, f"“{label.label}” of {label.actor} on {label.page}: {got}")


def _is_called(actor: Actor, name: str) -> bool:
    wanted = split_name(name)
    return any(split_name(one) == wanted for one in (actor.name, *actor.names))
