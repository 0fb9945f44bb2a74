"""The benches that have floors, run one after the other on the gold of a checkout. Places enter, reports and hashes leave."""

from dataclasses import dataclass, replace
from pathlib import Path

from tocsin.bench import agreement, extraction, seeds
from tocsin.bench.engines import Engine
from tocsin.bench.floors import hash_path
from tocsin.bench.report import Report
from tocsin.demo import OUTLETS
from tocsin.settings import Settings

_FEW = 50  # resampled draws where nobody looks at the doubt


@dataclass(frozen=True, slots=True)
class Places:
    """Where gold and pages lie. ``step``: how many of the pages benchmark to skip to the next."""

    gold: Path
    seeds: Path
    demo_gold: Path
    demo_pages: Path
    step: int = 4


def run(places: Places, settings: Settings) -> tuple[Report, ...]:
    """Run every bench with a floor whose gold is there."""
    reports = []
    if places.gold.is_dir():
        reports.append(seeds.score(places.gold / "seeds", places.seeds, settings))
        reports.append(extraction.score(places.gold / "pages", step=places.step, resampled=_FEW))
        reports.extend(_score_engines(places.gold / "polnear", settings))
    if places.demo_gold.exists():
        reports.append(seeds.score(places.demo_gold, places.demo_pages, for_demo(settings), bench="demo", exhaustive=True))
    return tuple(reports)


def _score_engines(folder: Path, settings: Settings) -> list[Report]:
    """Each engine on running articles; and the tagger on passages, as it is scored elsewhere."""
    reports = []
    for engine in Engine:
        report = agreement.score_file(folder / "dev.jsonl", settings, engine=engine)
        reports.append(replace(report, bench="attribution" if engine is Engine.RULES else f"attribution, {engine}"))
    passages = agreement.score_file(folder / "passages_valid.jsonl", settings, engine=Engine.TAGGER)
    return [*reports, replace(passages, bench="passages, tagger")]


def for_demo(settings: Settings) -> Settings:
    """The same settings, with the outlets of the demo pages known."""
    return replace(settings, registries=(*settings.registries, OUTLETS))


def hash_gold(places: Places) -> dict[str, str]:
    """The hash of all gold that ``run`` reads, by its path in short."""
    known = {
        "gold/seeds/articles.yml": places.gold / "seeds" / "articles.yml",
        "gold/pages": places.gold / "pages",
        "gold/polnear/dev.jsonl": places.gold / "polnear" / "dev.jsonl",
        "gold/polnear/passages_valid.jsonl": places.gold / "polnear" / "passages_valid.jsonl",
        "seeds": places.seeds,
        "demo/gold": places.demo_gold,
        "demo/pages": places.demo_pages,
    }
    return {name: hash_path(path) for name, path in known.items() if path.exists()}
