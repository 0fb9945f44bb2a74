"""Finds what an id means: a whole id or a unique beginning enters, the record leaves."""

from tocsin.brief.holdings import Holdings
from tocsin.cli.ending import UsageError
from tocsin.model import Actor, Article, Statement, Story, Weight

Found = Article | Statement | Weight | Story | Actor
_SHOWN = 6


def find(holdings: Holdings, text: str) -> Found:
    """Return the one article, statement, claim, story or actor whose id begins with ``text``."""
    found = _matching(holdings, text)
    if text in found:
        return found[text]
    if len(found) == 0:
        raise UsageError(
            f"no article, statement, claim, story or actor has an id that begins with {text!r}; list them with `tocsin claims`"
        )
    if len(found) > 1:
        some = ", ".join(sorted(found)[:_SHOWN]) + (", …" if len(found) > _SHOWN else "")
        raise UsageError(f"{len(found)} ids begin with {text!r} ({some}); give more characters")
    return next(iter(found.values()))


def find_story(holdings: Holdings, text: str) -> Story:
    """Return the one story whose id begins with ``text``."""
    stories = [story for story in holdings.picture.stories if story.id.startswith(text)]
    if len(stories) != 1:
        raise UsageError(f"{len(stories)} stories have an id that begins with {text!r}, expected one; list them with `tocsin stories`")
    return stories[0]


def _matching(holdings: Holdings, text: str) -> dict[str, Found]:
    records: dict[str, Found] = {article.id: article for article in holdings.view.articles}
    records.update((id_, statement) for id_, (_, statement) in holdings.statements.items())
    records.update(holdings.weights)
    records.update((story.id, story) for story in holdings.picture.stories)
    records.update((actor.id, actor) for actor in holdings.picture.actors.records)
    return {id_: record for id_, record in records.items() if id_.startswith(text)}
