"""Carriers: whom a statement passed through before it reached the reader. A View enters; the way of each statement leaves.

A way is told twice. ``sure`` holds only what the page says or shows: chain, credit line, link at the words, copied text, a readout.
``wary`` adds what only may be so (a link near by, a translation, one statement of a body read by several), for "at least".
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from tocsin.lang import pack, speakers
from tocsin.lang.clitics import without_article
from tocsin.lang.fold import key
from tocsin.lang.tokens import split
from tocsin.model import Article, Kind, Link, Statement
from tocsin.store import View
from tocsin.weigh.copies import Copies
from tocsin.weigh.who import Actors

_PRIVATE = frozenset({"phone call", "meeting", "letter"})  # nobody but those who took part can have heard it
PAPER = "statement"
_CARRIER = frozenset({Kind.OUTLET, Kind.AGENCY})
ANY_MEDIA = "media:unnamed"
ANY_READOUT = "readout:unnamed"


@dataclass(frozen=True, slots=True)
class Way:
    """The nodes from outlet to the last carrier before the origin, as surely and as warily told; ``rules`` say what put them there."""

    sure: tuple[str, ...]
    wary: tuple[str, ...]
    rules: tuple[str, ...]


class Carriers:
    """Answers for one view. Made once."""

    def __init__(self, view: View, actors: Actors, copies: Copies) -> None:
        self._view = view
        self._actors = actors
        self._groups = {member: group for group in copies.groups for member in group.members if not group.translated}
        self._translations = {member: group for group in copies.groups for member in group.members if group.translated}
        self._outlets = {article.id: self._find_outlet(article) for article in view.articles}
        self._readouts = self._find_readouts()

    def outlet(self, article: Article) -> str:
        """Return the node of the outlet that an article appeared in; editions of one outlet are one node."""
        return self._outlets[article.id]

    def copied(self, article: str) -> str | None:
        """Return the node of the wording that an article shares with others."""
        group = self._groups.get(article)
        return None if group is None else f"copies:{group.members[0]}"

    def way(self, article: Article, statement: Statement) -> Way:
        """Return the way of one statement, from the reader's side."""
        sure, wary, rules = [self.outlet(article)], [self.outlet(article)], list[str]()
        for node, certain, rule in (*self._of_article(article), *self._of_links(article, statement), *self._of_chain(article, statement)):
            rules.append(rule)
            wary.append(node)
            if certain:
                sure.append(node)
        return Way(tuple(dict.fromkeys(sure)), tuple(dict.fromkeys(wary)), tuple(dict.fromkeys(rules)))

    def _of_article(self, article: Article) -> Iterator[tuple[str, bool, str]]:
        for node in self._credited(article):
            yield node, True, "credit"
        group = self._groups.get(article.id)
        if group is not None:
            if group.origin is not None and group.origin != article.id and group.origin in self._outlets:
                yield self._outlets[group.origin], True, "copied text"
            yield f"copies:{group.members[0]}", True, "copied text"
        translated = self._translations.get(article.id)
        if translated is not None:
            yield f"translation:{translated.members[0]}", False, "translation"

    def _credited(self, article: Article) -> list[str]:
        """Return the agencies of the credit line; one that names no known agency stands for any."""
        if article.credit is None:
            return []
        found = [f"outlet:{hit.value.family or hit.value.id}" for hit in self._view.registry.terms.find(split(article.credit))]
        return list(dict.fromkeys(node for node in found if node != self.outlet(article)))

    def _of_links(self, article: Article, statement: Statement) -> Iterator[tuple[str, bool, str]]:
        """A link to another outlet's page: at the words of the statement it is its source, elsewhere in the paragraph perhaps."""
        spans = [span for span in (statement.source, statement.cue, *statement.content) if span is not None]
        start, end = min(span.start for span in spans), max(span.end for span in spans)
        paragraph = next((p for p in article.paragraphs if p.start <= start < p.end), None)
        for reference in article.links:
            cited = self._view.registry.get_by_url(reference.url)
            if cited is None or reference.span is None:
                continue
            node = f"outlet:{cited.family or cited.id}"
            if node == self.outlet(article):
                continue
            if reference.span.start < end and start < reference.span.end:
                yield node, True, "link"
            elif paragraph is not None and paragraph.start <= reference.span.start < paragraph.end:
                yield node, False, "link near by"

    def _of_chain(self, article: Article, statement: Statement) -> Iterator[tuple[str, bool, str]]:
        passed = False
        for link in statement.chain[1:-1]:
            node = self.node(article, link)
            if node == self.outlet(article) or self._is_own_body(article, statement, node):
                continue
            if node.startswith(("outlet:", "media:")):
                yield node, True, "declared"
            else:
                passed = True
                yield _readout(link, node), True, "readout"
        origin = statement.speaker
        if len(statement.chain) == 1 or passed or origin.unnamed or origin.kind in _CARRIER:
            return
        family = self._actors.identity(self._actors.of(origin, article)).family
        governing = self._readouts.get((article.id, family))
        if governing is not None and (statement.medium is None or is_private(statement)):
            yield governing, True, "readout"
        elif statement.medium == PAPER:
            yield f"readout:{family}", False, "one statement"

    def _is_own_body(self, article: Article, statement: Statement, node: str) -> bool:
        """True of the body that a speaker belongs to, where he speaks himself and no statement of that body is read."""
        if statement.readout is not None or statement.medium in (None, PAPER) or statement.speaker.unnamed:
            return False
        return node == self._actors.identity(self._actors.of(statement.speaker, article)).family

    def _find_readouts(self) -> dict[tuple[str, str], str]:
        """A readout declared once in an article governs all that the same speaker says there without a way of its own."""
        found: dict[tuple[str, str], set[str]] = {}
        for article, statement in self._view.statements():
            for link in statement.chain[1:-1]:
                node = self.node(article, link)
                if self._is_own_body(article, statement, node):
                    continue
                if not node.startswith(("outlet:", "media:")) and not statement.speaker.unnamed:
                    family = self._actors.identity(self._actors.of(statement.speaker, article)).family
                    found.setdefault((article.id, family), set()).add(_readout(link, node))
        return {key: next(iter(nodes)) for key, nodes in found.items() if len(nodes) == 1}

    def node(self, article: Article, link: Link) -> str:
        """Return the node of a link: an outlet by its registry row, a body or person by family."""
        known = self._view.registry.get(link.name)
        if known is not None:
            return f"outlet:{known.family or known.id}"
        if link.actor is not None and link.actor.startswith("outlet:"):
            return self._family(link.actor)
        if link.unnamed:
            return ANY_MEDIA
        if link.kind in _CARRIER:
            return f"outlet:{key(link.name)}"
        return self._actors.identity(self._actors.of(link, article)).family

    def first(self, node: str) -> str:
        """Return the outlet whose wording a set of copies carries; any other node is itself."""
        group = self._groups.get(node.removeprefix("copies:")) if node.startswith("copies:") else None
        return self._outlets.get(group.origin, node) if group is not None and group.origin is not None else node

    def hears(self, article: Article, family: str) -> bool:
        """True when an article hears a speaker itself: at a press conference, in an interview, by telephone."""
        return any(
            statement.medium not in (None, PAPER)
            and not statement.speaker.unnamed
            and self._actors.identity(self._actors.of(statement.speaker, article)).family == family
            for statement in article.statements
        )

    def state(self, node: str) -> str | None:
        """Return the state that controls an outlet; None for others."""
        known = self._view.registry.by_id.get(node.removeprefix("outlet:")) if node.startswith("outlet:") else None
        return None if known is None else known.state

    def _family(self, node: str) -> str:
        known = self._view.registry.by_id.get(node.removeprefix("outlet:"))
        return node if known is None else f"outlet:{known.family or known.id}"

    def _find_outlet(self, article: Article) -> str:
        """By the page's own name, else its address, else the article is an outlet of its own."""
        registry = self._view.registry
        known = registry.get(article.outlet) if article.outlet is not None else None
        if known is None and article.capture.url is not None:
            known = registry.get_by_url(article.capture.url)
        if known is None:
            named = next((s.chain[0].actor for s in article.statements if s.chain[0].actor is not None), None)
            known = registry.by_id.get(named.removeprefix("outlet:")) if named is not None else None
        if known is not None:
            return f"outlet:{known.family or known.id}"
        if article.outlet is not None:
            return f"outlet:{key(article.outlet)}"
        host = urlsplit(article.capture.url).hostname if article.capture.url is not None else None
        return f"outlet:{host.removeprefix('www.')}" if host is not None else f"page:{article.id}"


def _readout(link: Link, node: str) -> str:
    """A paper whose author is not told ("according to a statement") is some readout; which one, the other pages may say."""
    return ANY_READOUT if link.actor is None and is_paper(link.name) else f"readout:{node}"


@cache
def is_paper(name: str) -> bool:
    """True of what speaks on paper and names no author: a statement, a report, an article."""
    papers = {word for code in pack.codes() for word in (key(paper) for paper in speakers.load(code).papers)}
    return any(word in papers or without_article(word) in papers for word in (*split(name)[:3], *split(name)[-1:]))


def is_private(statement: Statement) -> bool:
    """True of words that no outlet can have heard: they reach it through one who took part."""
    return statement.medium in _PRIVATE
