"""A digest: the few claims of a few stories that a reader must see first. Holdings enter, rows for a terminal leave."""

from dataclasses import dataclass
from datetime import date

from tocsin.brief.amounts import best_heard, say_days, say_roots
from tocsin.brief.compose import count_read
from tocsin.brief.holdings import Holdings
from tocsin.brief.parts import Counts
from tocsin.brief.ranking import rank_stories, rank_weights
from tocsin.brief.reason import say_why
from tocsin.instants import local_day
from tocsin.model import Story

ROWS = (6, 3, 2)  # of the first story, the second, the third


@dataclass(frozen=True, slots=True)
class Row:
    """A claim in one line, and who stands behind it in another. ``claim`` is as much of its id as means it alone."""

    claim: str
    gist: str
    roots: str
    status: str
    flags: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Told:
    """A story with its first rows. ``days`` continues the title (", 14 to 17 March 2026"); ``rest`` claims are not shown."""

    title: str
    days: str
    rows: tuple[Row, ...]
    rest: int


@dataclass(frozen=True, slots=True)
class Digest:
    """All of it."""

    counts: Counts
    stories: tuple[Told, ...]


def make_digest(holdings: Holdings, *, dropped: int) -> Digest:
    """Return the stories on most articles with their first claims."""
    stories = rank_stories(holdings.picture.stories)
    told = tuple(_tell(holdings, story, rows) for story, rows in zip(stories, ROWS, strict=False))
    return Digest(count_read(holdings.view, dropped), told)


def _tell(holdings: Holdings, story: Story, shown: int) -> Told:
    weights = rank_weights(holdings, (w for w in holdings.picture.weights if w.claim.story == story.id))
    rows = tuple(
        Row(
            holdings.short(w.claim.id), w.claim.gist, say_roots(len(w.claim.articles), w.so, best_heard(w.said)), w.status.value,
            tuple(flag.value for flag in w.flags), say_why(holdings, w),
        )
        for w in weights[:shown]
    )  # fmt: skip
    return Told(story.title, say_days(_days(holdings, story)), rows, len(weights) - len(rows))


def _days(holdings: Holdings, story: Story) -> list[date]:
    articles = (holdings.view.article(id_) for id_ in story.articles)
    return [local_day(article.published) for article in articles if article.published is not None]
