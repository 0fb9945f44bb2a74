"""Status: what the roots of a claim amount to, in one word. Voices and intervals enter."""

from collections.abc import Sequence

from tocsin.model import Interval, Status
from tocsin.weigh.origin import Voice
from tocsin.weigh.support import count_roads


def judge(voices: Sequence[Voice], so: Interval | None) -> Status:
    """Return the status of a claim: how many outlets, through how many roads, to how many roots."""
    if len({voice.way.sure[0] for voice in voices}) <= 1:
        return Status.SINGLE
    if so is not None and so.least >= 2:
        return Status.CORROBORATED
    if count_roads(voices) <= 1:
        return Status.CIRCULAR
    return Status.ONE_VOICE if so is None or so.most <= 1 else Status.POSSIBLE
