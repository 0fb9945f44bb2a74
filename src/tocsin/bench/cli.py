"""``tocsin bench``: scores against gold, and speed. Paths enter; tables or JSON leave on stdout, errors are raised.

Each command imports what it runs: to list the commands must not load the whole line.
"""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from tocsin.bench.report import Report, make_line, show
from tocsin.demo import PAGES
from tocsin.errors import SourceError
from tocsin.settings import from_environment

app = typer.Typer(
    help="Score what Tocsin reads against gold, and time it.", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
)

_DEMO_GOLD = Path("bench/gold/demo")
Data = Annotated[Path, typer.Option("--data", exists=True, help="Where the gold lies: the file, or its folder.")]
Pages = Annotated[Path, typer.Option("--pages", exists=True, file_okay=False, help="The folder of the pages that the gold names.")]
Json = Annotated[bool, typer.Option("--json", help="One JSON object instead of tables.")]
Detail = Annotated[bool, typer.Option("--detail", help="List each miss: what was wanted, what was given instead.")]


@app.command("seeds")
def score_seeds(
    data: Data,
    pages: Pages,
    *,
    exhaustive: Annotated[bool, typer.Option("--exhaustive", help="The gold lists every attribution: measure precision, too.")] = False,
    json: Json = False,
    detail: Detail = False,
) -> None:
    """The main job, against an articles.yml: articles, statements, chains, figures, stories, claims and roots.

    By page: heads, what was kept out of the text, statements found, who says them, acts, via, own voice, figures, precision.

    Example: tocsin bench seeds --data ../shared/gold/seeds --pages ../shared/seeds --detail
    """
    from tocsin.bench import seeds

    _print(seeds.score(data, pages, from_environment(), exhaustive=exhaustive), json=json, detail=detail)


@app.command("demo")
def score_demo(*, data: Data = _DEMO_GOLD, pages: Pages = PAGES, json: Json = False, detail: Detail = False) -> None:
    """The same on the demo pages, and precision: how many of the statements given a reader would accept.

    Example: tocsin bench demo --detail
    """
    from tocsin.bench import seeds, suite

    _print(seeds.score(data, pages, suite.for_demo(from_environment()), bench="demo", exhaustive=True), json=json, detail=detail)


@app.command("pages")
def score_pages(data: Data, *, json: Json = False, detail: Detail = False) -> None:
    """Body text of web pages, as the article extraction benchmark counts it.

    Example: tocsin bench pages --data ../shared/gold/pages
    """
    from tocsin.bench import extraction

    _print(extraction.score(data), json=json, detail=detail)


@app.command("attribution")
def score_attribution(
    data: Data,
    *,
    detail: Annotated[int, typer.Option(help="How many missed and how many spurious attributions to list.")] = 0,
    language: Annotated[str, typer.Option(help="The language of the texts.")] = "en",
    engine: Annotated[
        str, typer.Option(metavar="rules|tagger|both", help="Who reads: the rules, the tagger, or as Tocsin does, both.")
    ] = "both",
    json: Json = False,
) -> None:
    """Who said what: F1 of source, cue and content against running articles or tokenised passages.

    Example: tocsin bench attribution --data ../shared/gold/polnear/dev.jsonl --detail 20
    """
    from tocsin.bench import agreement
    from tocsin.bench.engines import Engine

    if engine not in tuple(Engine):
        raise typer.BadParameter(f"{engine!r} is none of {', '.join(Engine)}", param_hint="--engine")
    report = agreement.score_file(data, from_environment(), engine=Engine(engine), language=language, detail=detail)
    _print(report, json=json, detail=detail > 0)


@app.command("speed")
def time_line(
    data: Data,
    *,
    runs: Annotated[int, typer.Option(min=1, help="How often to read each corpus.")] = 5,
    fast: Annotated[bool, typer.Option("--fast", help="Read by rules alone, also where a language has a trained tagger.")] = False,
    pages: Annotated[Path | None, typer.Option(help="Pages to time cleaning on; default: the folder pages beside the corpora.")] = None,
    json: Json = False,
) -> None:
    """Articles and words a second from text to statements, and memory, over each corpus of JSON lines with a field text.

    Example: tocsin bench speed --data ../shared/gold/corpora --runs 5 --fast
    """
    from tocsin.bench import pace, speed
    from tocsin.bench.extraction import time_cleaning

    registry = from_environment().registry
    corpora = sorted(data.glob("*.jsonl")) if data.is_dir() else [data]
    if len(corpora) == 0:
        raise SourceError(f"{data}: no corpus here; expected files that end in .jsonl, one article a line")
    laps = {
        path.stem: [speed.run(speed.load(path), registry, expected=speed.count_texts(path), fast=fast) for _ in range(runs)]
        for path in corpora
    }
    folder = pages or data.parent / "pages"
    cleaned = time_cleaning(folder) if folder.is_dir() else None
    _print(pace.make_report(laps, load=os.getloadavg(), cleaned=cleaned), json=json, detail=False)


@app.command("robust")
def spoil(
    *,
    pages: Pages = PAGES,
    count: Annotated[int, typer.Option(min=1, help="How many spoilt pages to read.")] = 10_000,
    first: Annotated[int, typer.Option(help="The number of the first one: each number always gives the same page.")] = 0,
    longest: Annotated[int, typer.Option(help="The longest line, in bytes.")] = 5_000_000,
    json: Json = False,
) -> None:
    """Read spoilt pages: none may crash, and no span may leave its text.

    Example: tocsin bench robust --count 1000
    """
    from tocsin.bench import mutant, robust

    reader = robust.make_reader(from_environment())
    good = [path.read_bytes() for path in sorted(pages.iterdir()) if path.is_file()]
    mutants = (mutant.make_mutant(good, seed, longest=longest) for seed in range(first, first + count))
    report = robust.make_report(robust.check(one, reader) for one in mutants)
    _print(report, json=json, detail=False)
    raise typer.Exit(1 if report.metrics["faults"] > 0 else 0)


@app.command("floors")
def check_floors(
    *,
    file: Annotated[Path, typer.Option("--floors", help="The file of floors.")] = Path("bench/floors.json"),
    gold: Annotated[Path, typer.Option(help="The folder of the public gold.")] = Path("../shared/gold"),
    pages: Annotated[Path, typer.Option("--seeds", help="The folder of the seed pages.")] = Path("../shared/seeds"),
    update: Annotated[bool, typer.Option("--update", help="Raise the floors to what is measured and pin the gold.")] = False,
    allow_regression: Annotated[bool, typer.Option("--allow-regression", help="Let --update lower a floor.")] = False,
) -> None:
    """Hold every score to its floor; with --update, raise the floors.

    Example: tocsin bench floors --update
    """
    from tocsin.bench import floors as files
    from tocsin.bench import suite

    floors = files.load(file)
    places = suite.Places(gold, pages, _DEMO_GOLD, PAGES)
    reports, hashes = suite.run(places, from_environment()), suite.hash_gold(places)
    findings = files.compare(floors, reports)
    if not update:
        findings += files.compare_gold(floors, hashes)
    for finding in findings:
        typer.echo(finding.what, err=True)
    if update and (len(findings) == 0 or allow_regression):
        files.write(file, files.raise_to(floors, reports, hashes))
        typer.echo(f"{file}: {sum(len(report.metrics) for report in reports)} floors over {len(hashes)} golds")
    elif len(findings) > 0:
        typer.echo("nothing was written; to lower a floor say --allow-regression" if update else "scores are under their floors", err=True)
        raise typer.Exit(1)


def _print(report: Report, *, json: bool, detail: bool) -> None:
    if json:
        sys.stdout.buffer.write(make_line(report))
    else:
        show(report, Console(), detail=detail)
