"""What a stage of the line is: its name and version, what it needs of an article, what it fills, and the function that reads."""

from collections.abc import Callable
from dataclasses import dataclass, fields

from tocsin.lang.outlets import Registry
from tocsin.model import Article, Capture

_FIELDS = frozenset(field.name for field in fields(Article))


@dataclass(frozen=True, slots=True)
class Opening:
    """The stage that makes articles of a capture. ``assigns`` names the fields of an article it fills."""

    name: str
    version: int
    assigns: tuple[str, ...]
    read: Callable[[bytes, Capture], tuple[Article, ...]]


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage that reads an article: the fields it needs, the fields it fills. ``version`` rises when it reads otherwise."""

    name: str
    version: int
    requires: tuple[str, ...]
    assigns: tuple[str, ...]
    read: Callable[[Article, Registry], Article]


@dataclass(frozen=True, slots=True)
class Line:
    """An opening and its stages, in order. A line in which a stage needs what none before it fills cannot be made."""

    opening: Opening
    stages: tuple[Stage, ...]

    def __post_init__(self) -> None:
        filled = set(self.opening.assigns)
        _check_fields(self.opening.name, filled)
        for stage in self.stages:
            _check_fields(stage.name, {*stage.requires, *stage.assigns})
            missing = sorted(set(stage.requires) - filled)
            if len(missing) > 0:
                raise ValueError(f"stage {stage.name} requires {', '.join(missing)}, which no stage before it assigns")
            filled.update(stage.assigns)

    @property
    def stamps(self) -> str:
        """The ``stage@version`` of every stage, in order."""
        opening = f"{self.opening.name}@{self.opening.version}"
        return " ".join((opening, *(f"{stage.name}@{stage.version}" for stage in self.stages)))


def _check_fields(name: str, named: set[str]) -> None:
    unknown = sorted(named - _FIELDS)
    if len(unknown) > 0:
        raise ValueError(f"stage {name} names {', '.join(unknown)}: an article has no such field")
