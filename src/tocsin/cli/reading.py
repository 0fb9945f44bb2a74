"""Reads pages and prints what was read in them: paths enter, articles leave on stdout, what failed on stderr."""

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from tocsin.brief.amounts import say_count, say_day
from tocsin.brief.plain import isolate, one_line, strip_quotes
from tocsin.brief.wording import DOUBTS, OWN, VERBS
from tocsin.cli.ending import Code
from tocsin.cli.progress import watched
from tocsin.cli.screen import Fenced, out, tell, write_shapes
from tocsin.collect import Page, walk
from tocsin.errors import RecordError, SourceError
from tocsin.export.shape import article_object
from tocsin.flow.line import read_page
from tocsin.flow.naming import name_outlet
from tocsin.instants import local_time
from tocsin.model import Article, Issue, Statement, Voice
from tocsin.settings import Settings


def read(paths: list[str], settings: Settings, *, json: bool, quiet: bool) -> Code:
    """Print the articles of ``paths`` and return the exit code: a page that fails costs itself alone."""
    console = out()
    done = failed = 0
    with watched("reading", paths, quiet=quiet or console.is_terminal) as step:
        for found in walk(paths, limit=settings.limit):
            articles = _read(found, settings)
            done, failed = done + len(articles), failed + (len(articles) == 0)
            if json:
                write_shapes(map(article_object, articles))
            else:
                _show(console, articles)
            step()
    if done == 0:
        return Code.NOTHING
    return Code.DONE if failed == 0 else Code.PART


def _read(found: Page | Issue, settings: Settings) -> tuple[Article, ...]:
    if isinstance(found, Issue):
        tell(f"{found.path}: {found.reason}")
        return ()
    try:
        return read_page(found.raw, path=found.path, settings=settings)
    except (SourceError, RecordError) as exc:
        tell(str(exc))
        return ()


def _show(console: Console, articles: Iterable[Article]) -> None:
    for article in articles:
        show_article(console, article)
        console.print()


def show_article(console: Console, article: Article) -> None:
    """Print an article's head and its statements; what stands in the outlet's own voice is counted, not printed."""
    console.print(Fenced(article.title or "(no title)", "bold", lines=3))
    published = "no date on the page" if article.published is None else say_day(local_time(article.published))
    outlet = isolate(one_line(name_outlet(article)))
    own = sum(statement.own for statement in article.statements)
    parts = (
        outlet,
        published,
        article.language or "language unknown",
        say_count(len(article.statements) - own, "attributed statement"),
        f"{own} in its own voice",
    )
    console.print(Text(" · ".join(parts), style="dim"))
    for statement in article.statements:
        if not statement.own:
            console.print(Padding(Text(head_of(statement), style="cyan"), (0, 0, 0, 2), expand=False))
            console.print(Padding(Fenced(quote(article, statement), lines=6), (0, 0, 0, 6), expand=False))


def head_of(statement: Statement) -> str:
    """Return who says it and how: "Northern Force, through Sana Wire, warned, as possible"."""
    if statement.own:
        return f"{isolate(one_line(statement.speaker.name))} {OWN}"
    via = ", ".join(isolate(one_line(link.name)) for link in statement.chain[1:-1])
    through = f", through {via}," if via != "" else ""
    unnamed = " (unnamed)" if statement.speaker.unnamed else ""
    return f"{isolate(one_line(statement.speaker.name))}{unnamed}{through} {VERBS[statement.act]}{DOUBTS[statement.commitment]}"


def quote(article: Article, statement: Statement) -> str:
    """Return the words, in the quotation marks that tell whose they are."""
    words = strip_quotes(" … ".join(piece.of(article.text) for piece in statement.content))
    return f"“{words}”" if statement.voice is Voice.DIRECT else f"«{words}»"
