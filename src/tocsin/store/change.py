"""Two versions of an article go in; what changed between them comes out, in records and in a sentence."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.model import Article, Published


@dataclass(frozen=True, slots=True)
class Change:
    """What a version changed. ``title`` and ``published`` hold the old and the new where they differ.

    ``gone`` is True when the page no longer holds the article.
    """

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    title: tuple[str | None, str | None] | None = None
    published: tuple[str | None, str | None] | None = None
    gone: bool = False

    @property
    def summary(self) -> str:
        """One line for a reader."""
        if self.gone:
            return "the page no longer holds this article"
        parts = [f"{name} {_shown(pair[0])} became {_shown(pair[1])}" for name, pair in self._pairs()]
        for verb, sentences in (("added", self.added), ("removed", self.removed)):
            if len(sentences) > 0:
                more = f" and {len(sentences) - 1} more" if len(sentences) > 1 else ""
                parts.append(f"{verb}: “{_cut(sentences[0])}”{more}")
        return "; ".join(parts) if len(parts) > 0 else "no change in the text"

    def _pairs(self) -> Iterator[tuple[str, tuple[str | None, str | None]]]:
        if self.title is not None:
            yield "title", self.title
        if self.published is not None:
            yield "published", self.published


def compare(old: Article, new: Article) -> Change:
    """Say what ``new`` changed in ``old``: sentences are compared as a set, so an unmoved one never counts."""
    before, after = Counter(_sentences(old)), Counter(_sentences(new))
    dates = _date(old.published), _date(new.published)
    return Change(
        added=tuple((after - before).elements()),
        removed=tuple((before - after).elements()),
        title=(old.title, new.title) if old.title != new.title else None,
        published=dates if dates[0] != dates[1] else None,
    )


def _sentences(article: Article) -> Iterator[str]:
    ranges = article.sentences if len(article.sentences) > 0 else article.paragraphs
    for part in ranges:
        yield " ".join(article.text[part.start : part.end].split())


def _date(published: Published | None) -> str | None:
    return None if published is None else published.at.isoformat()


def _shown(value: str | None) -> str:
    return "(none)" if value is None else f"“{value}”"


def _cut(text: str) -> str:
    return text if len(text) <= 100 else f"{text[:99]}…"
