"""Words in their surroundings: an article and spans enter, the passage leaves with the words marked, also where there is no colour."""

from rich.text import Text

from tocsin.brief.plain import strip_controls
from tocsin.model import Article, Span

_AROUND = 140  # characters of the paragraph to show on each side


def mark(article: Article, spans: tuple[Span, ...]) -> Text:
    """Return the passage around ``spans``, each between ⟦ and ⟧."""
    first, last = _bounds(article, spans)
    shown = Text("" if first == _paragraph_start(article, first) else "… ")
    at = first
    for span in sorted(spans):
        shown.append(_clean(article.text[at : span.start]), style="dim")
        shown.append(f"⟦{_clean(span.of(article.text))}⟧", style="bold")
        at = span.end
    shown.append(_clean(article.text[at:last]), style="dim")
    return shown


def _bounds(article: Article, spans: tuple[Span, ...]) -> tuple[int, int]:
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    paragraphs = [p for p in article.paragraphs if p.start < last and first < p.end]
    start = min((p.start for p in paragraphs), default=first)
    end = max((p.end for p in paragraphs), default=last)
    return max(start, _word_start(article.text, first - _AROUND)), min(end, last + _AROUND)


def _word_start(text: str, at: int) -> int:
    if at <= 0:
        return 0
    space = text.find(" ", at)
    return at if space < 0 else space + 1


def _paragraph_start(article: Article, at: int) -> int:
    return next((p.start for p in article.paragraphs if p.start <= at < p.end), 0)


def _clean(text: str) -> str:
    return strip_controls(text).replace("\n", " ").replace("\t", " ")
