"""Decisions on what is the same: made by the program or an analyst, withdrawn by a stamp, never deleted."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    """Whether two things are one."""

    SAME = "same"
    DIFFERENT = "not same"
    UNSURE = "unsure"


class Subject(StrEnum):
    """What a judgement is about."""

    ACTOR = "actor"
    STORY = "story"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class Judgement:
    """``left`` and ``right`` are ids of the subject's kind; ``reasons`` say what made the score (0 to 1)."""

    subject: Subject
    left: str
    right: str
    verdict: Verdict
    score: float
    reasons: tuple[str, ...]
    author: str
    made: datetime | None = None
    withdrawn: datetime | None = None
