"""``tocsin bench seeds`` and ``demo``: everything that an ``articles.yml`` asks. Paths enter, a report leaves."""

from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from tocsin.bench import gold as golds
from tocsin.bench.across import score_across
from tocsin.bench.found import list_given
from tocsin.bench.gist import measure_likeness
from tocsin.bench.gold import Gold, Page
from tocsin.bench.page import score_page
from tocsin.bench.precision import mark_precision
from tocsin.bench.reading import look_at, read_pages
from tocsin.bench.report import Report, Table, percent
from tocsin.bench.sheet import Sheet, add_up
from tocsin.lang.outlets import Registry
from tocsin.model import Article
from tocsin.settings import Settings

# The columns of the table by page, short enough for a terminal: the kinds of marks that each adds up.
_COLUMNS = {
    "heads": ("articles", "titles", "outlet", "language", "published"),
    "out": ("kept out", "captions"),
    "found": ("found",),
    "who": ("speaker",),
    "act": ("act",),
    "via": ("via",),
    "own": ("own voice",),
    "fig.": ("figures",),
    "prec.": ("precision",),
}


def score(data: Path, pages: Path, settings: Settings, *, bench: str = "seeds", exhaustive: bool = False) -> Report:
    """Read the pages that the gold at ``data`` names and score them.

    ``exhaustive``: the gold lists every attribution a reader would accept, so that precision can be measured.
    """
    reading = golds.load(data)
    articles, wrong = read_pages(reading.gold, pages, settings)
    sheets = score_pages(reading.gold, articles, registry=settings.registry, exhaustive=exhaustive or reading.gold.exhaustive)
    across = score_across(look_at(reading.gold, articles, settings), measure_likeness)
    unknown = tuple(f"not scored: {key} ({count} times)" for key, count in reading.unknown.items())
    return make_report(bench, sheets, across, notes=wrong + unknown)


def score_pages(
    gold: Gold, articles: Mapping[str, tuple[Article, ...]], *, registry: Registry | None, exhaustive: bool
) -> dict[str, Sheet]:
    """One sheet a page, in the order of the gold."""
    sheets = {}
    for page in gold.pages:
        sheet = score_page(_spell_names(page, gold), articles[page.page], registry=registry)
        if exhaustive:
            mark_precision(sheet, page, list_given(articles[page.page]))
        sheets[page.page] = sheet
    return sheets


def _spell_names(page: Page, gold: Gold) -> Page:
    """Let who holds a figure, or gave the readout, go by all the names that the gold has for him."""

    def spell(name: str) -> str:
        spoken = (other for said in page.statements if name in said.speaker for other in said.speaker)
        return "|".join(dict.fromkeys((*gold.across.list_names(name), *spoken)))

    figures = tuple(number if number.holder is None else replace(number, holder=spell(number.holder)) for number in page.figures)
    return replace(page, figures=figures, readout=None if page.readout is None else spell(page.readout))


def make_report(bench: str, sheets: Mapping[str, Sheet], across: Sheet, *, notes: tuple[str, ...] = ()) -> Report:
    whole = add_up((*sheets.values(), across))
    rows = [(name, *_cells(sheet)) for name, sheet in sheets.items()]
    rows.append(("all pages", *_cells(add_up(sheets.values()))))
    totals = tuple((kind, percent(tally.right, tally.total)) for kind, tally in whole.tallies.items())
    detail = [f"{name}: {miss}" for name, sheet in (*sheets.items(), ("across", across)) for miss in sheet.misses()]
    return Report(
        bench,
        {kind: tally.share for kind, tally in whole.tallies.items()},
        (
            Table(f"{bench}: right of all asked", ("page", *_COLUMNS), tuple(rows)),
            Table("in all", ("", ""), totals),
        ),
        notes,
        tuple(detail),
    )


def _cells(sheet: Sheet) -> tuple[str, ...]:
    cells = []
    for kinds in _COLUMNS.values():
        right = sum(sheet.get(kind).right for kind in kinds)
        total = sum(sheet.get(kind).total for kind in kinds)
        cells.append("–" if total == 0 else f"{right}/{total}")
    return tuple(cells)
