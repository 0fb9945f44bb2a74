"""Where the statements of a claim begin: the origin of each, and the voice that it is with its way. Records only."""

from dataclasses import dataclass

from tocsin.model import Article, Statement
from tocsin.weigh.carriers import Way


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a statement begins. ``key`` is what counts as one origin; ``bloc`` what perhaps is one: the organs of a state.

    ``named`` is False of unnamed speakers and of an outlet that gives no source. ``joined`` are the keys of
    joint signatories, ``heard`` the carrier that heard an unnamed one. ``organ`` is what an organ is of a state that the
    page does not name ("the army").
    """

    key: str
    bloc: str
    name: str
    named: bool = True
    unsourced: bool = False
    state: str | None = None
    joined: tuple[str, ...] = ()
    heard: str | None = None
    organ: str | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """One statement of a claim with its way and origin. ``firm`` is False where the speaker hedges."""

    article: Article
    statement: Statement
    way: Way
    origin: Origin
    firm: bool
