"""The lists as tables or JSON lines: holdings enter, rows leave on stdout. Each returns how many rows there were."""

from itertools import islice

from rich.table import Table
from rich.text import Text

from tocsin.brief.amounts import best_heard, say_roots
from tocsin.brief.holdings import Holdings
from tocsin.brief.plain import isolate, one_line
from tocsin.brief.ranking import rank_weights
from tocsin.cli.find import find_story
from tocsin.cli.screen import Fenced, make_table, print_table, status_text, write_shapes
from tocsin.export.lists import actor_object, claim_object, held_figure_object, story_object
from tocsin.flow.naming import name_outlet
from tocsin.instants import local_time, universal
from tocsin.model import Article, Figure, Weight


def show_stories(holdings: Holdings, *, limit: int | None, json: bool) -> int:
    rows = sorted(holdings.picture.stories, key=lambda story: (-len(story.articles), story.id))[:limit]
    if json:
        write_shapes(map(story_object, rows))
        return len(rows)
    table = make_table("id#", "story", "articles#", "outlets#", "languages#", "first#")
    for story in rows:
        first = "" if story.first is None else f"{universal(story.first):%Y-%m-%d}"
        table.add_row(
            holdings.short(story.id),
            Fenced(story.title),
            f"{len(story.articles):>8,}",
            f"{len(story.outlets):>7,}",
            " ".join(story.languages),
            first,
        )
    return _print(table, len(rows))


def show_claims(holdings: Holdings, *, story: str | None, status: str | None, limit: int | None, json: bool) -> int:
    kept = rank_weights(holdings, holdings.picture.weights)
    if story is not None:
        wanted = find_story(holdings, story).id
        kept = [weight for weight in kept if weight.claim.story == wanted]
    if status is not None:
        kept = [weight for weight in kept if status in (weight.status.value, *(flag.value for flag in weight.flags))]
    rows = kept[:limit]
    if json:
        write_shapes(map(claim_object, rows))
        return len(rows)
    table = make_table("id#", "claim", "articles → roots#", "status")
    for weight in rows:
        table.add_row(
            holdings.short(weight.claim.id), Fenced(weight.claim.gist, lines=3), roots_of(weight), status_text(weight.status, *weight.flags)
        )
    return _print(table, len(rows))


def _print(table: Table, rows: int) -> int:
    """Print a table that has rows, and return their number."""
    if rows != 0:
        print_table(table)
    return rows


def roots_of(weight: Weight) -> str:
    """The short form: "9 → 1 root"."""
    number, _, roots = say_roots(len(weight.claim.articles), weight.so, best_heard(weight.said)).partition(" → ")
    return f"{number.partition(' ')[0]} → {roots}"


def show_actors(holdings: Holdings, *, limit: int | None, json: bool) -> int:
    rows = sorted(holdings.picture.actors.records, key=lambda actor: (-actor.mentions, actor.id))[:limit]
    if json:
        write_shapes(map(actor_object, rows))
        return len(rows)
    table = make_table("id#", "actor", "kind#", "mentions#", "articles#", "also")
    for actor in rows:
        others = ", ".join(isolate(one_line(name)) for name in actor.names if name != actor.name)
        table.add_row(
            holdings.short(actor.id),
            Fenced(actor.name),
            actor.kind,
            f"{actor.mentions:>8,}",
            f"{len(actor.articles):>8,}",
            Fenced(Text(others, "dim")),
        )
    return _print(table, len(rows))


def show_figures(holdings: Holdings, *, of: str | None, limit: int | None, json: bool) -> int:
    held = ((a, f) for a in holdings.view.articles for f in a.figures if of is None or f.of == of)
    rows = list(islice(held, limit))
    if json:
        write_shapes(held_figure_object(article, figure) for article, figure in rows)
        return len(rows)
    table = make_table("number", "of", "who holds it", "outlet", "date#")
    for article, figure in rows:
        date = "" if article.published is None else local_time(article.published)[:10]
        number = article.text[figure.start : figure.end]
        table.add_row(
            Fenced(number),
            figure.of or "",
            Fenced(_holder(holdings, article, figure)),
            Fenced(name_outlet(article), "dim"),
            Text(date, "dim"),
        )
    return _print(table, len(rows))


def _holder(holdings: Holdings, article: Article, figure: Figure) -> str:
    pair = None if figure.statement is None else holdings.statements.get(figure.statement)
    return name_outlet(article) if pair is None else holdings.speaker_name(pair[1].speaker, article)
