"""The report of ``tocsin bench speed``: medians over the runs, with the load of the machine. Laps enter, a report leaves."""

from collections.abc import Mapping, Sequence
from statistics import median

from tocsin.bench.report import Report, Table
from tocsin.bench.speed import Clock, Lap

_MIB = 1024 * 1024
_COLUMNS = ("", "articles/s", "words/s", "words/s of core time", "µs a word")


def make_report(laps: Mapping[str, Sequence[Lap]], *, load: tuple[float, float, float], cleaned: Table | None) -> Report:
    """``load`` is the machine's load average of 1, 5 and 15 minutes; ``cleaned`` a table of cleaning's own speed."""
    tables = [_draw(name, runs) for name, runs in laps.items()]
    if cleaned is not None:
        tables.append(cleaned)
    metrics: dict[str, float] = {}
    notes = []
    for name, runs in laps.items():
        metrics[f"{name} words/s"] = median(_rate(lap.words, lap.wall) for lap in runs)
        metrics[f"{name} words/s of core time"] = median(_rate(lap.words, lap.core) for lap in runs)
        first = runs[0]
        broken = "" if first.failed == 0 else f", a stage failed on {first.failed} of the articles"
        notes.append(
            f"{name}: {first.articles:,} articles, {first.words:,} words, {first.statements:,} statements, {len(runs)} runs{broken}"
        )
    peak = max(lap.peak for runs in laps.values() for lap in runs)
    early = next(iter(laps.values()))[0].early
    metrics["peak MiB"] = peak / _MIB
    notes.append(f"memory: at most {peak / _MIB:.0f} MiB, of which {early / _MIB:.0f} MiB after a tenth of the first run")
    notes.append(f"machine load, 1, 5 and 15 minutes: {load[0]:.2f} {load[1]:.2f} {load[2]:.2f}; one process, one core")
    return Report("speed", metrics, tuple(tables), tuple(notes))


def _draw(name: str, runs: Sequence[Lap]) -> Table:
    rows = [_row(stage, [(lap, lap.stages[stage]) for lap in runs]) for stage in runs[0].stages]
    rows.append(_row("text to statements", [(lap, Clock(lap.wall, lap.core)) for lap in runs]))
    return Table(f"{name}, median of {len(runs)}", _COLUMNS, tuple(rows))


def _row(name: str, runs: Sequence[tuple[Lap, Clock]]) -> tuple[str, ...]:
    articles = median(_rate(lap.articles, clock.wall) for lap, clock in runs)
    wall = median(_rate(lap.words, clock.wall) for lap, clock in runs)
    core = median(_rate(lap.words, clock.core) for lap, clock in runs)
    return name, f"{articles:,.0f}", f"{wall:,.0f}", f"{core:,.0f}", f"{1e6 / max(wall, 1e-9):.1f}"


def _rate(count: int, seconds: float) -> float:
    return count / max(seconds, 1e-9)
