"""Times the per-article line from text to statements, stage by stage. Texts stream in, laps leave; nothing is kept of an article.

Building the article around the text is not timed: that is cleaning, which is timed apart, on pages.
"""

import resource
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from tocsin.bench.plain import make_article
from tocsin.errors import SourceError
from tocsin.flow.line import FAILED, make_line
from tocsin.flow.line import run as read
from tocsin.flow.stages import Stage
from tocsin.lang.outlets import Registry
from tocsin.model import Article

_KIB = 1024 if sys.platform.startswith("linux") else 1  # what the system counts memory in


class Text(msgspec.Struct):
    """One line of a corpus; other fields are not read."""

    text: str


@dataclass(slots=True)
class Clock:
    """Seconds by the wall and by this process's own share of a core."""

    wall: float = 0.0
    core: float = 0.0


@dataclass(slots=True)
class Lap:
    """One run over a corpus. ``failed`` articles are those that a stage broke on. ``early`` and ``peak`` are the most memory in use, in bytes, after a tenth and at the end."""

    articles: int = 0
    words: int = 0
    statements: int = 0
    failed: int = 0
    stages: dict[str, Clock] = field(default_factory=dict)
    early: int = 0
    peak: int = 0

    @property
    def wall(self) -> float:
        return sum(clock.wall for clock in self.stages.values())

    @property
    def core(self) -> float:
        return sum(clock.core for clock in self.stages.values())


def load(path: Path) -> Iterator[str]:
    """Stream the texts of a file of JSON lines."""
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    yield msgspec.json.decode(line, type=Text).text
                except msgspec.DecodeError as exc:
                    raise SourceError(f"{path}, line {number}: expected a JSON object with a field text: {exc}") from exc
    except OSError as exc:
        raise SourceError(f"{path}: cannot read this corpus: {exc.strerror}") from exc


def count_texts(path: Path) -> int:
    with path.open("rb") as lines:
        return sum(1 for _ in lines)


def run(texts: Iterable[str], registry: Registry, *, expected: int, fast: bool = False) -> Lap:
    """Read each text, by rules alone where ``fast``; ``expected`` is how many there are, to know when a tenth has passed."""
    lap = Lap()
    plain = make_line(fast=fast)
    line = replace(plain, stages=tuple(_time(stage, lap.stages.setdefault(stage.name, Clock())) for stage in plain.stages))
    for text in texts:
        article = read(make_article(text), line, registry)
        lap.articles += 1
        lap.words += len(text.split())
        lap.statements += len(article.statements)
        lap.failed += any(issue.reason.startswith(FAILED) for issue in article.issues)
        if lap.articles == max(1, expected // 10):
            lap.early = get_peak()
    lap.peak = get_peak()
    return lap


def get_peak() -> int:
    """The most memory this process has held so far, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KIB


def _time(stage: Stage, clock: Clock) -> Stage:
    """The same stage, with its time added to ``clock``."""

    def read_timed(article: Article, registry: Registry) -> Article:
        wall, core = time.perf_counter(), time.process_time()
        try:
            return stage.read(article, registry)
        finally:
            clock.wall += time.perf_counter() - wall
            clock.core += time.process_time() - core

    return replace(stage, read=read_timed)
