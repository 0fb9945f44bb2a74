"""Numbers that news gives, with their doubt kept."""

from dataclasses import dataclass
from enum import StrEnum


class Hedge(StrEnum):
    """How a text bounds a number."""

    AT_LEAST = "at least"
    MORE_THAN = "more than"
    UP_TO = "up to"
    LESS_THAN = "less than"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with bounds. "At least 105" has low 105, high None; "1,500 to 3,000" has both.

    ``of`` says what is counted (``killed``, ``escaped``, ``airstrike`` …: a concept of the packs), ``who``
    of whom ("women"). ``part_of`` is the index, in the article's figures, of the total this is a part of.
    ``statement`` is the id of the statement that holds it.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    hedge: Hedge | None = None
    of: str | None = None
    who: str | None = None
    when: str | None = None
    where: str | None = None
    part_of: int | None = None
    cumulative: bool = False
    statement: str | None = None
