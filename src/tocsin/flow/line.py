"""The line that every page goes down: bytes in, articles with all that was read in them out. No shared state, no store."""

from dataclasses import replace
from datetime import datetime
from functools import cache
from hashlib import blake2b, sha256
from importlib.resources.abc import Traversable
from pathlib import Path

from tocsin import annotate, attribute, clean
from tocsin.errors import RecordError, SourceError
from tocsin.flow.naming import name_links
from tocsin.flow.stages import Line, Opening, Stage
from tocsin.lang.outlets import Registry
from tocsin.lang.pack import ROOT
from tocsin.model import Article, Capture, Issue, Match, Media, Paragraph, Segment, make_id
from tocsin.settings import Settings

FAILED = "this stage failed"
_REASON = 300


OPENING = Opening(
    "clean",
    1,
    ("text", "paragraphs", "segments", "title", "outlet", "author", "published", "genre", "embeds", "links", "dateline", "credit"),
    clean.read,
)


@cache
def make_line(*, fast: bool) -> Line:
    """The line; a ``fast`` one reads attributions by rules alone."""
    stages = (
        Stage(
            "annotate",
            1,
            ("text", "paragraphs", "title", "published"),
            ("language", "sentences", "mentions", "places", "times", "figures"),
            lambda article, _: annotate.read(article),
        ),
        Stage(
            "attribute",
            3,
            ("text", "sentences", "mentions", "times", "outlet", "credit"),
            ("statements", "figures"),
            lambda article, registry: name_links(attribute.read(article, registry, fast=fast)),
        ),
    )
    return Line(OPENING, stages)


LINE = make_line(fast=False)


def read_page(
    raw: bytes, *, path: str | None = None, url: str | None = None, captured: datetime | None = None, settings: Settings
) -> tuple[Article, ...]:
    """Read one page. Raises SourceError when it holds no article; what a later stage cannot read is an issue of its article."""
    check_size(raw, path if path is not None else url, settings)
    return read_capture(raw, make_capture(raw, path=path, url=url, captured=captured), settings)


def make_capture(raw: bytes, *, path: str | None = None, url: str | None = None, captured: datetime | None = None) -> Capture:
    """Make the record of a page, before anything is read in it."""
    where = path if path is not None else url if url is not None else "this page"
    try:
        return clean.make_capture(raw, path=path, url=url, captured=captured)
    except SourceError as exc:
        raise SourceError(f"{where}: {exc}") from exc
    except Exception as exc:
        raise SourceError(f"{where}: this page cannot be decoded ({_explain(exc)})") from exc


def check_size(raw: bytes, where: str | None, settings: Settings) -> None:
    """Refuse a page larger than the settings allow, wherever it comes from."""
    if len(raw) > settings.limit:
        raise SourceError(
            f"{where or 'this page'}: too large for a page: {len(raw):,} bytes, and the limit is {settings.limit:,}; raise it with --largest"
        )


def read_capture(raw: bytes, capture: Capture, settings: Settings, *, line: Line | None = None) -> tuple[Article, ...]:
    """Read a page whose capture is made already. ``raw`` are the bytes that it is the record of."""
    line = make_line(fast=settings.fast) if line is None else line
    try:
        articles = line.opening.read(raw, capture)
    except SourceError as exc:
        raise exc if str(exc).startswith(capture.page) else SourceError(f"{capture.page}: {exc}") from exc
    except Exception as exc:
        raise SourceError(f"{capture.page}: the stage {line.opening.name} failed on this page ({_explain(exc)})") from exc
    registry = settings.registry
    return tuple(run(article, line, registry) for article in articles)


def read_text(text: str, *, language: str | None = None, settings: Settings) -> Article:
    """Read a text just as it stands: nothing is cleaned, and every span counts in ``text``. Raises RecordError if a stage fails."""
    raw = text.encode("utf-8", "surrogatepass")
    digest = sha256(raw).hexdigest()
    capture = Capture(digest, digest, None, None, None, Media.TEXT, "utf-8", len(raw))
    whole = (Segment(0, len(text), 0, len(text), Match.EXACT),)
    bare = Article(make_id(digest, "1"), capture, 1, text, tuple(_find_paragraphs(text)), whole, language=language)
    if (signed := clean.read_signature(text)) is not None:
        bare = replace(bare, credit=signed.agency, dateline=signed.place)
    article = run(bare, make_line(fast=settings.fast), settings.registry)
    failed = [issue for issue in article.issues if issue.reason.startswith(FAILED)]
    if len(failed) > 0:
        first = failed[0]
        raise RecordError(f"this text of {len(text)} characters cannot be read: {first.stage}: {first.reason}")
    return article


def run(article: Article, line: Line, registry: Registry) -> Article:
    """Take an article down the stages. One that fails leaves an issue, and the rest go on with what there is."""
    for stage in line.stages:
        try:
            article = stage.read(article, registry)
        except Exception as exc:  # noqa: BLE001 -- the one place where a stage may fail in any way and cost itself alone
            article = replace(article, issues=(*article.issues, Issue(stage.name, f"{FAILED}: {_explain(exc)}")))
    return article


def make_stamps(settings: Settings, line: Line | None = None) -> str:
    """What a reading depends on beside the page: the stages, who reads, and the packs and registries as they are now."""
    line = make_line(fast=settings.fast) if line is None else line
    return f"{line.stamps} {'rules' if settings.fast else 'rules+tagger'} packs@{_hash_packs(settings.registries)}"


@cache
def _hash_packs(registries: tuple[Path, ...]) -> str:
    digest = blake2b(digest_size=4)
    for source in (*(file for file in _find_files(ROOT) if file.name.endswith(".yml")), *registries):  # a tagger's card holds its hashes
        digest.update(source.read_bytes())
    return digest.hexdigest()


def _find_files(folder: Traversable) -> list[Traversable]:
    found = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        found.extend(_find_files(entry) if entry.is_dir() else [entry])
    return found


def _find_paragraphs(text: str) -> list[Paragraph]:
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped != "":
            first = start + line.index(stripped)
            found.append(Paragraph(first, first + len(stripped)))
        start += len(line)
    return found


def _explain(exc: Exception) -> str:
    return f"{type(exc).__name__}: {exc}"[:_REASON]
