"""The second pair of eyes: a brief and the view it claims to tell enter; every sentence that does not hold leaves as a problem.

Shares no code with the writer beyond the records: what a verb or a doubt must be is written here once more, on purpose.
"""

from collections.abc import Iterator

from tocsin.brief.parts import Brief, Edit, Heading, Root
from tocsin.brief.proof import Evidence, Problem, check_sentence, is_outlet, published
from tocsin.flow.look import Picture, look
from tocsin.lang.fold import key
from tocsin.model import Status
from tocsin.store.view import View

_ONE_ROOT = (Status.SINGLE, Status.CIRCULAR, Status.ONE_VOICE)


def check(brief: Brief, view: View, *, picture: Picture | None = None) -> list[Problem]:
    """Return what in ``brief`` does not hold in ``view``; an empty list lets it be written. Give ``picture`` where it is at hand."""
    picture = look(view) if picture is None else picture
    evidence = Evidence(
        view,
        picture,
        {statement.id: (article, statement) for article in view.articles for statement in article.statements},
        {weight.claim.id: weight for weight in picture.weights},
        _collect_names(picture),
    )
    return [*_check_frame(brief, evidence), *_check_sections(brief, evidence)]


def _collect_names(picture: Picture) -> dict[str, frozenset[str]]:
    """All the names of the actors that go by a name: a family name may be that of two."""
    names: dict[str, frozenset[str]] = {}
    for actor in picture.actors.records:
        for name in (actor.id, actor.name, *actor.names):
            names[key(name)] = names.get(key(name), frozenset()) | {*actor.names, actor.name}
    return names


def _check_frame(brief: Brief, evidence: Evidence) -> Iterator[Problem]:
    articles, counts = evidence.view.articles, brief.counts
    true = (
        len({a.capture.page for a in articles}),
        len(articles),
        sum(len(a.statements) for a in articles),
        sum(a.published is None for a in articles),
    )
    if (counts.pages, counts.articles, counts.statements, counts.undated) != true:
        yield Problem("counts", f"the brief counts {counts}, the view holds {true}")
    for heading in {*brief.headings, *(passage.heading for section in brief.sections for passage in section.passages)}:
        yield from _check_heading(heading, evidence)
    for root in brief.roots:
        yield from _check_root(root, evidence)
    texts = {article.id: " ".join(article.text.split()) for article in articles}
    for edit in brief.edits:
        if any(sentence not in texts.get(edit.article, "") for sentence in edit.change.added) and edit.number == _last(edit, brief.edits):
            yield Problem(edit.article, "words are shown as added that the article does not hold")
    for page in brief.pages:
        for span, statement in page.marks:
            found = evidence.statements.get(statement)
            if found is None or found[0] != page.article or span.end > len(page.article.text):
                yield Problem(statement, f"the mark {span} stands in article {page.article.id}, which does not hold it")


def _check_heading(heading: Heading, evidence: Evidence) -> Iterator[Problem]:
    if (heading.story, heading.title) not in {(story.id, story.title) for story in evidence.picture.stories}:
        yield Problem(heading.story, f"{heading.title!r} is not the title of this story")
    same = [article for article in evidence.view.articles if article.title == heading.title]
    whose = [a for a in same if (a.id, published(a)) == (heading.article, heading.published) and is_outlet(heading.outlet, a)]
    if len(whose) == 0 and (len(same) != 0 or heading.article is not None):
        yield Problem(heading.story, f"{heading.title!r} is not shown as the headline that it is")


def _last(edit: Edit, edits: tuple[Edit, ...]) -> int:
    """Only the newest version is in the view: older ones cannot be held against it."""
    return max(other.number for other in edits if other.article == edit.article)


def _check_root(root: Root, evidence: Evidence) -> Iterator[Problem]:
    weights = [evidence.weights.get(id_) for id_ in root.claims]
    if any(w is None or w.roots[:1] != (root.name,) or w.status not in _ONE_ROOT for w in weights):
        yield Problem(root.name, "a claim is said to rest on this root alone and does not")
    elif root.articles != len({article for w in weights if w is not None for article in w.claim.articles}):
        yield Problem(root.name, f"{root.articles} articles are said to rest on this root; the claims have another number")


def _check_sections(brief: Brief, evidence: Evidence) -> Iterator[Problem]:
    cited = {(statement, span) for page in brief.pages for span, statement in page.marks}
    for section in brief.sections:
        for passage in section.passages:
            for sentence in (*passage.sentences, *passage.against):
                problems = list(check_sentence(sentence, passage, evidence))
                yield from problems
                for reference in sentence.references:
                    if any((reference.statement, span) not in cited for span in reference.spans):
                        yield Problem(reference.statement, "the reference leads to no marked words on the page")
