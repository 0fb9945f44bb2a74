"""The source of an HTML page in; its articles out. Where trafilatura finds nothing, the rules for plain text read the page."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urljoin

from tocsin.clean import facts as known
from tocsin.clean.align import choose
from tocsin.clean.beside import make_marks
from tocsin.clean.body import make_draft
from tocsin.clean.choice import mend
from tocsin.clean.cut import Piece, cut, slice_lines
from tocsin.clean.draft import Draft
from tocsin.clean.dump import make_article, make_issues, note_limit, read_lines
from tocsin.clean.extract import extract
from tocsin.clean.facts import Facts, read_facts
from tocsin.clean.flat import make_lines
from tocsin.clean.genre import find_genre
from tocsin.clean.lines import Line
from tocsin.clean.marks import Mark, Sort
from tocsin.clean.markup import Page, read_page
from tocsin.clean.outlet import is_own
from tocsin.clean.repeats import is_ornament
from tocsin.clean.split import Stretch
from tocsin.clean.title import find_title
from tocsin.lang.furniture import squash
from tocsin.model import Article, Capture, Genre, Reference, Role, Span

_FEW = 25  # words; less is no body
_MOST = 50  # articles of one page; what has more is an archive
_LINKED = 0.8  # of a line's letters inside links: it is a link
_REPEATED = 12  # words of a paragraph that is not said twice; tables repeat shorter ones
_LOOKS = ("counter", "glyph", "button", "address", "foreign line", "section label", "story code")  # weaker than trafilatura's word


def read_html(source: str, capture: Capture) -> tuple[Article, ...]:
    """Read a page of HTML. Raises SourceError where nothing of it is text."""
    page = read_page(source)
    facts = read_facts(page, capture.url)
    lines = make_lines(page)
    pieces = cut(page, lines)
    found: list[Article] = []
    for piece in pieces[:_MOST]:
        own = lines if len(pieces) == 1 else slice_lines(lines, piece.start, piece.end)
        draft = _make_draft(page, own, piece=piece, facts=facts)
        if draft is not None and len(draft.body) > 0:
            found.append(
                _finish(
                    make_article(draft, capture, part=len(found) + 1, marks=draft.marks), draft, facts, piece=piece, alone=len(pieces) == 1
                )
            )
    if len(found) > 0:
        return note_limit(tuple(found), lines, left=len(pieces[_MOST:]))
    articles = read_lines([line for line in lines if not (line.aside or line.remark)] or lines, capture)
    whole = Piece(0, len(source), None)
    return tuple(_add_facts(article, facts, whole, alone=len(articles) == 1) for article in articles)


def _make_draft(page: Page, lines: list[Line], *, piece: Piece, facts: Facts) -> Draft | None:
    """Take the lines that trafilatura chose; on a page of several, part by part."""
    whole = piece.title is None
    source = page.source if whole else f"<html><body><article>{page.source[piece.start : piece.end]}</article></body></html>"
    chosen = mend(lines, choose([line.text for line in lines], extract(source)))
    marks = make_marks(lines)
    if sum(line.words for line, taken in zip(lines, chosen, strict=True) if taken) < _FEW:
        return _read_plain(marks, piece) if not whole else None
    first = chosen.index(True)
    title = _find_title(marks, facts, first=first, piece=piece)
    return _take(marks, chosen, title)


def _read_plain(marks: list[Mark], piece: Piece) -> Draft | None:
    title = next((index for index, mark in enumerate(marks) if mark.line.start == piece.title), None)
    draft = make_draft(marks, Stretch(0, len(marks), title, len(marks)))
    return draft if len(draft.body) > 0 else None


def _find_title(marks: list[Mark], facts: Facts, *, first: int, piece: Piece) -> int | None:
    """The heading that the page's own title names; else its one main heading; else what looks like a title above the text."""
    if piece.title is not None:
        return next((index for index, mark in enumerate(marks) if mark.line.start == piece.title), None)
    names = [squash(title) for title in facts.titles]
    best: tuple[float, int] | None = None
    for index, mark in enumerate(marks):
        score = _rate_title(mark, names, index - first)
        if score > 0 and (best is None or score > best[0]):
            best = (score, index)
    if best is not None:
        return best[1]
    return find_title(marks, max(0, first - 12), first) if len(names) == 0 else None


def _rate_title(mark: Mark, names: list[str], distance: int) -> float:
    line = mark.line
    if line.words > 40 or line.post is not None or line.caption or (distance > 0 and line.key not in names):
        return 0
    score = 0.0
    if line.key in names:
        score = 4
    elif line.heading > 0 and any(
        len(line.key) > 12 and (line.key.startswith(name[:50]) or name.startswith(line.key[:50])) for name in names if len(name) > 12
    ):
        score = 3
    if line.heading == 1 and line.words >= 3:
        score += 2
    elif score == 0:
        return 0
    return (
        score
        + 0.5 * (line.heading > 0)
        - (1 if line.aside or line.listed else 0)
        - (1 if distance > 3 else 0)
        - (0.5 if line.linked > 0.8 else 0)
    )


def _take(marks: list[Mark], chosen: list[bool], title: int | None) -> Draft:
    """A draft of the chosen lines, less what is no text among them."""
    first, last = chosen.index(True), len(chosen) - chosen[::-1].index(True)
    draft = Draft(marks, None if title is None else marks[title].line)
    seen = set() if draft.title is None else {draft.title.key}
    running = related = False
    whole = "\n".join(mark.line.text for mark, taken in zip(marks, chosen, strict=True) if taken)
    kept = 0, 0
    for index, mark in enumerate(marks):
        if index == title:
            continue
        reason = _find_fault(mark, running=running, seen=seen) if chosen[index] else _name_outside(mark)
        related = not mark.running and (related or mark.reason == "read-also link")
        if reason is None and related and mark.sort is Sort.SHORT and mark.line.linked > _LINKED:
            reason = "read-also link"
        if reason is None and (mark.line.quote is not None or mark.line.text[0] in '“"«') and is_ornament(mark.line, whole):
            reason = "pull quote"
        if reason is None and title is not None and index < title and not mark.running:
            reason = "line above the text"
        if mark.sort is Sort.POST and mark.embed is not None and first <= index < last:
            draft.embeds.append(mark.embed)
        if reason is None:
            draft.body.append(mark.line)
            seen.add(mark.line.key)
            kept = (kept[0] or index if running else index, index + 1)
            running = running or mark.running
        else:
            draft.drop(mark.line, reason)
    draft.head = marks[: max(kept[0], 0 if title is None else title + 1)]
    draft.tail = marks[kept[1] :]
    return draft


def _find_fault(mark: Mark, *, running: bool, seen: set[str]) -> str | None:
    """Why a line that trafilatura chose is no body after all."""
    line = mark.line
    if mark.sort in (Sort.POST, Sort.CAPTION, Sort.MARKER) and not (mark.weak and running):
        return mark.sort.value
    if mark.sort in (Sort.DATE, Sort.CREDIT) and (not running or line.words <= 8):
        return mark.sort.value
    if line.key in seen and line.words >= (_REPEATED if running else 3):
        return "repeated paragraph"
    if mark.sort is not Sort.DROP or mark.reason in _LOOKS or (mark.reason == "copyright" and line.ends and line.words >= 12):
        return None
    return mark.reason


def _name_outside(mark: Mark) -> str:
    if mark.reason is not None:
        return mark.reason
    if mark.line.remark:
        return "comments"
    return "menu" if mark.line.aside or mark.line.linked > _LINKED else "outside the article"


def _finish(article: Article, draft: Draft, facts: Facts, *, piece: Piece, alone: bool) -> Article:
    """Add what markup says and what links lead to."""
    article = _add_facts(article, facts, piece, alone=alone)
    return replace(article, links=tuple(_find_links(article, draft)), issues=make_issues(draft.dropped, article.capture))


def _add_facts(article: Article, facts: Facts, piece: Piece, *, alone: bool) -> Article:
    title = article.title if article.title is not None or not alone else known.get_title(facts)
    outlet = known.get_known(facts.url) or facts.site or article.outlet or known.get_host(facts.url)
    published = known.find_published(facts, title=title, start=piece.start, end=piece.end, alone=alone)
    if published is None or (published.basis == "url" and article.published is not None):
        published = article.published
    genre = known.get_genre(facts) if alone else None
    if genre is None:
        genre = article.genre if article.genre is not Genre.NEWS else find_genre(title, known.get_labels(facts) if alone else ())
    author = (known.get_author(facts, outlet) if alone else None) or article.author
    credit = None if is_own(article.credit, outlet) else article.credit
    return replace(article, title=title, outlet=outlet, published=published, genre=genre, author=author, credit=credit)


def _find_links(article: Article, draft: Draft) -> Iterator[Reference]:
    """Links inside body paragraphs that lead to another page."""
    bodies = [paragraph for paragraph in article.paragraphs if paragraph.role is Role.BODY]
    for paragraph, line in zip(bodies, draft.body, strict=True):
        for link in line.links:
            url = _resolve(link.url, article.capture.url)
            if url is None:
                continue
            span = _trim(article.text, paragraph.start + link.first, paragraph.start + link.last)
            if span is not None:
                yield Reference(url, span.of(article.text), span)


def _trim(text: str, start: int, end: int) -> Span | None:
    inner = text[start:end].strip()
    if inner == "":
        return None
    start = text.index(inner, start)
    return Span(start, start + len(inner))


def _resolve(url: str, page: str | None) -> str | None:
    if url.startswith(("#", "javascript:", "mailto:", "tel:", "data:")) or url == "":
        return None
    try:
        full: str = urljoin(page, url) if page is not None else url
    except ValueError:
        return None
    return None if page is not None and full.split("#")[0] == page.split("#")[0] else full
