"""Composes a brief: holdings enter, sections of attributed sentences leave. It chooses and orders; it writes no sentence of its own."""

from collections.abc import Iterable
from datetime import datetime

from tocsin.brief.cite import cite_claim, make_heading
from tocsin.brief.figures import find_comparisons
from tocsin.brief.holdings import Holdings
from tocsin.brief.pages import collect_pages
from tocsin.brief.parts import Brief, Counts, Edit, Passage, Section, Sentence, Topic
from tocsin.brief.ranking import rank_stories, rank_weights
from tocsin.brief.roots import count_roots
from tocsin.model import Act, Commitment, Flag, Story, Weight
from tocsin.store.view import View

STORIES = 12
CLAIMS = 12  # of a story at most, and two more than twice its articles; the rest is counted, and listed by `tocsin claims`
_DENIES = (Act.DENY, Act.RETRACT)


def compose(
    holdings: Holdings,
    *,
    story: str | None = None,
    edits: tuple[Edit, ...] = (),
    dropped: int = 0,
    made: datetime | None = None,
    as_of: datetime | None = None,
) -> Brief:
    """Return the brief of a desk, or of one story. ``made`` is printed; nothing else depends on the clock."""
    view = holdings.view
    wanted = [s for s in rank_stories(holdings.picture.stories) if story is None or s.id == story]
    stories = wanted[:STORIES]
    sections = (
        Section(Topic.REPORTED, tuple(_report(holdings, stories))),
        Section(Topic.DISPUTED, tuple(_dispute(holdings, stories))),
        Section(Topic.FIGURES, tuple(find_comparisons(holdings, stories))),
        Section(Topic.CHANGED, tuple(_changes(holdings, stories))),
    )
    return Brief(
        headings=tuple(make_heading(holdings, s) for s in stories),
        counts=count_read(view, dropped),
        sections=tuple(section for section in sections if len(section.passages) != 0),
        edits=tuple(edit for edit in edits if story is None or any(edit.article in s.articles for s in stories)),
        roots=count_roots(holdings, stories),
        pages=collect_pages(view, sections),
        untold=len(wanted) - len(stories),
        made=made,
        as_of=as_of,
    )


def _weights_of(holdings: Holdings, story: Story) -> list[Weight]:
    return rank_weights(holdings, (w for w in holdings.picture.weights if w.claim.story == story.id))


def _report(holdings: Holdings, stories: list[Story]) -> Iterable[Passage]:
    for story in stories:
        plain = [w for w in _weights_of(holdings, story) if len(w.flags) == 0]
        shown = min(CLAIMS, 2 + 2 * len(story.articles))
        for weight in plain[:shown]:
            rest = max(0, len(plain) - shown)
            yield Passage(make_heading(holdings, story), cite_claim(holdings, weight), reasons=weight.explanation, rest=rest)


def _dispute(holdings: Holdings, stories: list[Story]) -> Iterable[Passage]:
    """Each pair of claims that cannot both be so stands once, under the one told on more articles."""
    told: set[frozenset[str]] = set()
    for story in stories:
        for weight in _weights_of(holdings, story):
            if Flag.DISPUTED not in weight.flags:
                continue
            rivals = [w for w in _rivals(holdings, weight) if not _takes_back(holdings, w)]
            others = [w for w in rivals if frozenset((weight.claim.id, w.claim.id)) not in told]
            told.update(frozenset((weight.claim.id, w.claim.id)) for w in others)
            if len(others) == 0 and len(rivals) != 0:
                continue
            sentences = cite_claim(holdings, weight)
            against = tuple(sentence for other in others for sentence in cite_claim(holdings, other))
            if len(against) == 0:
                sentences, against = _split_denials(holdings, sentences)
            yield Passage(make_heading(holdings, story), sentences, against=against, reasons=weight.explanation)


def _rivals(holdings: Holdings, weight: Weight) -> list[Weight]:
    """The claims that stand against one, those on most articles first."""
    return rank_weights(holdings, (holdings.weights[id_] for id_ in weight.contradicted_by if id_ in holdings.weights))


def _takes_back(holdings: Holdings, weight: Weight) -> bool:
    """True of a claim that is made to replace another: it is a change, not a dispute."""
    return any(holdings.statements[id_][1].act is Act.RETRACT for id_ in weight.claim.statements)


def _split_denials(holdings: Holdings, sentences: tuple[Sentence, ...]) -> tuple[tuple[Sentence, ...], tuple[Sentence, ...]]:
    """Part the sentences of one claim into those for it and those that deny it."""
    denials = tuple(s for s in sentences if _denies(holdings, s))
    return (tuple(s for s in sentences if s not in denials), denials) if len(denials) != len(sentences) else (sentences, ())


def _denies(holdings: Holdings, sentence: Sentence) -> bool:
    _, statement = holdings.statements[sentence.references[0].statement]
    return statement.act in _DENIES or statement.commitment is Commitment.DENIED


def _changes(holdings: Holdings, stories: list[Story]) -> Iterable[Passage]:
    for story in stories:
        for weight in _weights_of(holdings, story):
            if Flag.RETRACTED not in weight.flags and Flag.DEVELOPED not in weight.flags:
                continue
            rivals = _rivals(holdings, weight)
            later = [w for w in rivals if _takes_back(holdings, w)] or rivals
            against = tuple(sentence for other in later for sentence in cite_claim(holdings, other))
            yield Passage(make_heading(holdings, story), cite_claim(holdings, weight), against=against, reasons=weight.explanation)


def count_read(view: View, dropped: int) -> Counts:
    """Return what was read; ``dropped`` is the desk's own count of issues."""
    articles = view.articles
    return Counts(
        pages=len({article.capture.page for article in articles}),
        articles=len(articles),
        outlets=len({article.outlet for article in articles if article.outlet is not None}),
        languages=tuple(sorted({article.language for article in articles if article.language is not None})),
        statements=sum(len(article.statements) for article in articles),
        undated=sum(article.published is None for article in articles),
        dropped=dropped,
    )
