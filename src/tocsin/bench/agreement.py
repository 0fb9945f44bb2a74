"""The report of ``tocsin bench attribution``: a table of F1 a role, and what was missed and made up. A score enters, a report leaves."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tocsin.bench import engines
from tocsin.bench.attribution import Difference, Score, score
from tocsin.bench.engines import Engine
from tocsin.bench.passage import ROLES, Attribution, Passage, load
from tocsin.bench.report import Report, Table, show_f1
from tocsin.errors import RecordError
from tocsin.settings import Settings


def score_file(path: Path, settings: Settings, *, engine: Engine = Engine.BOTH, language: str = "en", detail: int = 0) -> Report:
    """Read every passage of a gold file with an engine, and score what was read. One that cannot be read gives nothing, and is told."""
    failed: list[str] = []

    def read_one(passage: Passage) -> Sequence[Attribution]:
        try:
            return engines.read(passage, engine, settings, language=language)
        except RecordError as exc:
            failed.append(f"nothing was read of “{passage.text[:60]}…”: {exc}")
            return ()

    report = make_report(score((passage, read_one(passage)) for passage in load(path)), engine=engine, detail=detail)
    return replace(report, notes=(*report.notes, *failed))


def make_report(result: Score, *, engine: Engine, detail: int) -> Report:
    """``detail`` is how many missed and how many spurious attributions to list."""
    metrics = {
        f"{kind} {role}": counts[role].f1
        for kind, counts in (("exact", result.exact), ("begin", result.begin), ("token", result.token))
        for role in ROLES
    }
    rows = [
        (kind, *(show_f1(counts[role]) for role in ROLES))
        for kind, counts in (("exact match F1", result.exact), ("begin match F1", result.begin), ("token F1", result.token))
    ]
    rows.append(("exact precision", *(f"{100 * result.exact[role].precision:.1f}" for role in ROLES)))
    rows.append(("exact recall", *(f"{100 * result.exact[role].recall:.1f}" for role in ROLES)))
    notes = []
    for kind, count in result.whole.items():
        if count.gold > 0:
            metrics[f"attribution {kind}"] = count.f1
            notes.append(
                f"whole attributions, source and content {'the same' if kind == 'exact' else 'overlapping by 80 %'}: F1 {100 * count.f1:.1f}"
                f" (precision {100 * count.precision:.1f}, recall {100 * count.recall:.1f}; {count.hit} right, {count.given} given, {count.gold} in the gold)"
            )
    lines = _list("missed", result.missed, detail) + _list("spurious", result.spurious, detail)
    return Report("attribution", metrics, (Table(f"attribution, {engine}", ("", *ROLES), tuple(rows)),), tuple(notes), tuple(lines))


def _list(title: str, differences: Sequence[Difference], count: int) -> list[str]:
    """An even sample over the whole corpus, not its first article."""
    step = max(1, len(differences) // max(1, count))
    lines = []
    for difference in differences[::step][:count]:
        lines += ["", f"{title} in {difference.passage.id}", f"  {_show(difference.passage, difference.attribution)}"]
        if difference.near is not None:
            lines.append(f"  {'given' if title == 'missed' else 'gold'}: {_show(difference.passage, difference.near)}")
    return lines


def _show(passage: Passage, attribution: Attribution) -> str:
    return " ".join(
        f"{role}=[{' … '.join(passage.text[passage.starts[first] : passage.ends[last - 1]] for first, last in attribution.pieces(role))}]"
        for role in ROLES
    ).replace("\n", "⏎")
