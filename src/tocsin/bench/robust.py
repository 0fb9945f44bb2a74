"""Reads spoilt pages and says what must not happen: an error that was not foreseen, a span outside its text. Mutants enter, faults leave."""

import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from tocsin.bench.mutant import Mutant
from tocsin.bench.report import Report, Table
from tocsin.errors import SourceError, TocsinError
from tocsin.flow.line import FAILED, LINE, make_capture
from tocsin.model import Article, Span, Statement
from tocsin.settings import Settings

_SEEDS = 8
Reader = Callable[[bytes], Sequence[Article]]


@dataclass(frozen=True, slots=True)
class Fault:
    """What went wrong with one mutant: the stage it happened in, and why."""

    mutant: Mutant
    stage: str
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one mutant: how many articles, why it was refused, what was at fault, how long it took."""

    mutant: Mutant
    articles: int = 0
    refused: str | None = None
    faults: tuple[Fault, ...] = ()
    seconds: float = 0.0


def make_reader(settings: Settings) -> Reader:
    """The line without its net: a stage that fails does so here, in the open, and shows where."""

    def read(raw: bytes) -> Sequence[Article]:
        registry = settings.registry
        articles = LINE.opening.read(raw, make_capture(raw, path="page"))
        for stage in LINE.stages:
            articles = tuple(stage.read(article, registry) for article in articles)
        return articles

    return read


def check(mutant: Mutant, reader: Reader) -> Outcome:
    """Read one mutant. A SourceError is a page refused with a reason; any other error is a fault, also behind a SourceError."""
    started = time.perf_counter()
    outcome = _read(mutant, reader)
    return replace(outcome, seconds=time.perf_counter() - started)


def _read(mutant: Mutant, reader: Reader) -> Outcome:
    try:
        articles = reader(mutant.raw)
    except SourceError as exc:
        cause = exc.__cause__
        caught = cause is not None and not isinstance(cause, TocsinError | OSError)
        faults = (Fault(mutant, _find_stage(cause), str(exc)),) if cause is not None and caught else ()
        return Outcome(mutant, refused=str(exc), faults=faults)
    except Exception as exc:  # noqa: BLE001 -- to find these is the purpose
        return Outcome(mutant, faults=(Fault(mutant, _find_stage(exc), f"{type(exc).__name__}: {exc}"),))
    strays = tuple(Fault(mutant, stage, reason) for article in articles for stage, reason in find_stray(article))
    return Outcome(mutant, len(articles), faults=strays)


def find_stray(article: Article) -> Iterator[tuple[str, str]]:
    """Yield each span of an article that does not lie in its text, and each issue that lacks stage or reason."""
    size = len(article.text)
    for name, start, end in _list_spans(article):
        if not 0 <= start <= end <= size:
            yield name, f"[{start}, {end}) does not lie in a text of {size} characters"
    for issue in article.issues:
        if issue.stage == "" or issue.reason == "" or issue.reason.startswith(FAILED):
            yield issue.stage, f"issue: {issue.reason}"


def make_report(outcomes: Iterable[Outcome]) -> Report:
    read = refused = nothing = 0
    slowest: tuple[float, int] = (0.0, 0)
    faults: list[Fault] = []
    for outcome in outcomes:
        refused += outcome.refused is not None
        read += outcome.articles > 0
        nothing += outcome.refused is None and outcome.articles == 0 and len(outcome.faults) == 0
        slowest = max(slowest, (outcome.seconds, outcome.mutant.seed))
        faults.extend(outcome.faults)
    rows = (
        ("read", str(read)),
        ("refused with a reason", str(refused)),
        ("nothing to read in them", str(nothing)),
        ("faults", str(len(faults))),
        (f"seconds of the slowest, seed {slowest[1]}", f"{slowest[0]:.1f}"),
    )
    notes = tuple(_tell(same) for same in _group(faults))
    return Report("robust", {"faults": float(len(faults)), "read": float(read)}, (Table("mutated pages", ("", "pages"), rows),), notes)


def _group(faults: Iterable[Fault]) -> list[list[Fault]]:
    """Faults of one stage and reason together, the most frequent first."""
    groups: dict[tuple[str, str], list[Fault]] = {}
    for fault in faults:
        groups.setdefault((fault.stage, fault.reason), []).append(fault)
    return sorted(groups.values(), key=len, reverse=True)


def _tell(same: Sequence[Fault]) -> str:
    first = same[0]
    seeds = ", ".join(str(fault.mutant.seed) for fault in same[:_SEEDS])
    return f"{first.stage}: {first.reason} ({len(same)} times; seeds {seeds}; first {', '.join(first.mutant.ways)})"


def _list_spans(article: Article) -> Iterator[tuple[str, int, int]]:
    for name in ("paragraphs", "segments", "sentences", "mentions", "places", "times", "figures", "events"):
        for record in getattr(article, name):
            yield name, record.start, record.end
    for sentence in article.sentences:
        for start, end in zip(sentence.starts, sentence.ends, strict=True):
            yield "tokens", start, end
    for link in article.links:
        yield from _list("links", (link.span,))
    if article.published is not None:
        yield from _list("published", (article.published.span,))
    for statement in article.statements:
        yield from _list("statements", _of_statement(statement))


def _of_statement(statement: Statement) -> Iterator[Span | None]:
    yield statement.source
    yield statement.cue
    yield from statement.content
    for link in statement.chain:
        yield link.span


def _list(name: str, spans: Iterable[Span | None]) -> Iterator[tuple[str, int, int]]:
    for span in spans:
        if span is not None:
            yield name, span.start, span.end


def _find_stage(error: BaseException) -> str:
    """The innermost place of ours that the error passed through."""
    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if "tocsin" in PurePath(frame.filename).parts]
    return "outside" if len(ours) == 0 else f"{'/'.join(PurePath(ours[-1].filename).parts[-2:])}:{ours[-1].lineno}"
