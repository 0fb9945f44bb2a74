"""Floors under the scores, and the hashes of the gold they were measured on. Reports and paths enter, findings leave."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import floor
from pathlib import Path

import msgspec

from tocsin.bench.report import Report
from tocsin.errors import SourceError

TOLERANCE = 0.0005  # a rounding, not a regression
_DIGITS = 10_000


class Floors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``floors`` by bench and metric; ``gold`` the SHA-256 of each file or folder that was measured against."""

    floors: dict[str, dict[str, float]]
    gold: dict[str, str]


@dataclass(frozen=True, slots=True)
class Finding:
    """A score under its floor, or gold that is not what the floors were measured on."""

    what: str
    lower: bool


def load(path: Path) -> Floors:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Floors)
    except OSError as exc:
        raise SourceError(f"{path}: cannot read the floors: {exc.strerror}; expected the file bench/floors.json of the checkout") from exc
    except (msgspec.DecodeError, msgspec.ValidationError) as exc:
        raise SourceError(f"{path}: not a file of floors: {exc}") from exc


def write(path: Path, floors: Floors) -> None:
    path.write_bytes(msgspec.json.format(msgspec.json.encode(floors, order="sorted"), indent=1) + b"\n")


def compare(floors: Floors, reports: Sequence[Report]) -> tuple[Finding, ...]:
    """Return what lies under its floor; a metric with a floor that was not measured at all is a finding, too."""
    measured = {report.bench: report.metrics for report in reports}
    findings = []
    for bench, metrics in floors.floors.items():
        for metric, least in metrics.items():
            value = measured.get(bench, {}).get(metric)
            if bench in measured and (value is None or value < least - TOLERANCE):
                got = "was not measured" if value is None else f"is {value:.4f}"
                findings.append(Finding(f"{bench}: {metric} {got}, its floor is {least:.4f}", lower=True))
    return tuple(findings)


def compare_gold(floors: Floors, gold: Mapping[str, str]) -> tuple[Finding, ...]:
    """Return what gold changed, or was never pinned."""
    return tuple(
        Finding(f"{path} {'changed since the floors were measured' if path in floors.gold else 'is not pinned'}", lower=False)
        for path, digest in gold.items()
        if floors.gold.get(path) != digest
    )


def raise_to(floors: Floors, reports: Sequence[Report], gold: Mapping[str, str]) -> Floors:
    """The floors at what was measured, and the gold pinned; benches that were not run keep theirs."""
    measured = {report.bench: {metric: floor(value * _DIGITS) / _DIGITS for metric, value in report.metrics.items()} for report in reports}
    return Floors(floors.floors | measured, floors.gold | dict(gold))


def hash_path(path: Path) -> str:
    """The SHA-256 of a file, or of the names and bytes of all files in a folder."""
    digest = sha256()
    if path.is_file():
        digest.update(path.read_bytes())
        return digest.hexdigest()
    for file in sorted(path.rglob("*")):
        if file.is_file():
            digest.update(f"{file.relative_to(path).as_posix()}\0".encode())
            digest.update(sha256(file.read_bytes()).digest())
    return digest.hexdigest()
