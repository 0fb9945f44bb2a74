"""The lines of a plain-text page in; its articles out."""

from dataclasses import replace

from tocsin.clean.beside import make_marks
from tocsin.clean.body import make_draft
from tocsin.clean.compose import compose
from tocsin.clean.draft import Draft
from tocsin.clean.genre import find_genre, find_labels
from tocsin.clean.head import read_signs
from tocsin.clean.lines import LIMIT, Line, split_lines
from tocsin.clean.marks import Mark
from tocsin.clean.outlet import find_outlet, is_own
from tocsin.clean.published import find_published
from tocsin.clean.split import split
from tocsin.clean.suffix import split_suffix
from tocsin.errors import SourceError
from tocsin.model import Article, Capture, Issue, make_id

_NOTE = 40  # words of a note on the author
EXCERPT = 200  # characters of a dropped block that its issue shows


def read_dump(source: str, capture: Capture) -> tuple[Article, ...]:
    """Read a page without markup."""
    return read_lines(split_lines(source), capture)


def read_lines(lines: list[Line], capture: Capture) -> tuple[Article, ...]:
    """Read a page given as lines. Raises SourceError where none of them is text."""
    marks = make_marks(lines)
    drafts = [draft for stretch in (split(marks) if len(marks) > 0 else []) if len((draft := make_draft(marks, stretch)).body) > 0]
    if len(drafts) == 0 or not any(line.words >= 4 for draft in drafts for line in draft.body):
        shown = " / ".join(line.text for line in lines[:4])[:EXCERPT]
        raise SourceError(
            f"no running text among {len(lines)} lines ({shown!r}); expected at least one sentence; look at the page and fetch it again"
        )
    return note_limit(tuple(make_article(draft, capture, part=part, marks=marks) for part, draft in enumerate(drafts, 1)), lines)


def note_limit(articles: tuple[Article, ...], lines: list[Line], *, left: int = 0) -> tuple[Article, ...]:
    """Say so where a page was cut off: at its lines, or at its articles, of which ``left`` were not read."""
    if len(lines) <= LIMIT and left == 0:
        return articles
    where = f"read to line {LIMIT:,}: {lines[-1].text}" if left == 0 else f"{left} more articles on the page"
    issue = Issue("clean", "page cut off", where[:EXCERPT], articles[0].capture.path)
    return (replace(articles[0], issues=(*articles[0].issues, issue)), *articles[1:])


def make_article(draft: Draft, capture: Capture, *, part: int, marks: list[Mark]) -> Article:
    title = None if draft.title is None else split_suffix_known(draft.title.text, marks)
    signs = read_signs(draft)
    _drop_note(draft, signs.author)
    text, paragraphs, segments = compose(draft.title, draft.body)
    outlet = find_outlet(marks, draft.tail, None if draft.title is None else draft.title.text)
    return Article(
        make_id(capture.page, str(part)),
        capture,
        part,
        text,
        paragraphs,
        segments,
        title=title,
        outlet=outlet,
        author=signs.author,
        credit=None if is_own(signs.credit, outlet) else signs.credit,
        dateline=signs.dateline,
        genre=find_genre(title, find_labels(draft)),
        published=find_published(draft),
        embeds=tuple(draft.embeds),
        issues=make_issues(draft.dropped, capture),
    )


def _drop_note(draft: Draft, author: str | None) -> None:
    """A last paragraph that presents the author is not of the text."""
    last = draft.body[-1]
    if author is not None and len(draft.body) > 1 and last.words <= _NOTE and last.text.startswith(f"{author} "):
        draft.drop(draft.body.pop(), "author note")


def split_suffix_known(title: str, marks: list[Mark]) -> str:
    """The title without a suffix that the page elsewhere shows as a name."""
    bare, suffix = split_suffix(title)
    if suffix is None:
        return title
    return bare if find_outlet(marks, [], title) == suffix else title


def make_issues(dropped: list[tuple[Line, str]], capture: Capture) -> tuple[Issue, ...]:
    """One issue for each block that was dropped; neighbours with one reason are one block."""
    blocks: list[tuple[str, list[str]]] = []
    for line, reason in sorted(dropped, key=lambda pair: pair[0].start):
        if len(blocks) > 0 and blocks[-1][0] == reason:
            blocks[-1][1].append(line.text)
        else:
            blocks.append((reason, [line.text]))
    return tuple(Issue("clean", reason, _excerpt(texts), capture.path or capture.url) for reason, texts in blocks)


def _excerpt(texts: list[str]) -> str:
    text = " / ".join(texts)
    return text if len(text) <= EXCERPT else text[: EXCERPT - 1] + "…"
