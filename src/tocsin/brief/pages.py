"""The pages that a brief cites: sections enter; each cited article leaves with the characters to mark in it."""

from collections.abc import Iterator, Sequence

from tocsin.brief.parts import Page, Reference, Section
from tocsin.model import Span
from tocsin.store.view import View


def references_of(sections: Sequence[Section]) -> Iterator[Reference]:
    """Yield every reference of every sentence."""
    for section in sections:
        for passage in section.passages:
            for sentence in (*passage.sentences, *passage.against):
                yield from sentence.references


def collect_pages(view: View, sections: Sequence[Section]) -> tuple[Page, ...]:
    """Return the cited articles in the order of their first citation."""
    marks: dict[str, set[tuple[Span, str]]] = {}
    for reference in references_of(sections):
        marks.setdefault(reference.article, set()).update((span, reference.statement) for span in reference.spans)
    return tuple(Page(view.article(id_), tuple(sorted(found))) for id_, found in marks.items())
