"""What went wrong or was left out, where and why. Nothing is dropped without one of these."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Issue:
    """A drop or a failure: the stage that saw it, the reason in plain words, and the text it concerns."""

    stage: str
    reason: str
    text: str | None = None
    path: str | None = None
