"""HTML source in; its visible text out, node by node with raw offsets, with what each node stands in, and the page's own metadata.

Does not judge what is body: that is trafilatura's part.
"""

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from tocsin.clean.elements import BLOCK, SMALL, VOID, judge
from tocsin.clean.tags import Tag, get_attributes, scan

_DEPTH = 400  # elements open at once; deeper ones are read as if they were not nested
_HEAD = 262144  # characters in which a canonical link is sought
_HEAD_TAG = re.compile(r"<(?:link|meta)\b[^>]{0,4000}>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Context:
    """What a node stands in. ``post`` and ``article`` number the embedded post and the ``<article>`` around it."""

    link: str | None = None
    heading: int = 0
    caption: bool = False
    listed: bool = False
    aside: bool = False
    remark: bool = False
    post: int | None = None
    quote: int | None = None
    article: int | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """Raw characters ``[start, end)`` between two tags. ``line`` grows by one at each border of a block and at each ``<br>``.

    ``place`` is the tag and class of the block around it and of the block around that one: paragraphs of one text share it.
    """

    start: int
    end: int
    line: int
    context: Context
    place: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """A ``<time>`` element or a date attribute: its value and where it stands."""

    value: str
    at: int
    published: bool
    context: Context


@dataclass(slots=True)
class Page:
    """All that one pass over the markup yields. ``articles`` are the raw ranges of outermost ``<article>`` elements."""

    source: str
    nodes: list[Node] = field(default_factory=list)
    metas: list[tuple[str, str]] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)
    articles: list[tuple[int, int]] = field(default_factory=list)
    title: tuple[int, int] | None = None
    canonical: str | None = None


def read_page(source: str) -> Page:
    """Read the markup of a whole page, or of a part of one."""
    return _Reader(source).read()


def find_canonical(source: str) -> str | None:
    """The page's own word on its URL: ``link rel=canonical``, else ``og:url``."""
    named: dict[str, str] = {}
    for match in _HEAD_TAG.finditer(source, 0, _HEAD):
        name = "link" if source[match.start() + 1] in "lL" else "meta"
        attributes = get_attributes(source, Tag(name, *match.span(), match.end(), close=False))
        if attributes.get("rel", "").lower() == "canonical":
            named.setdefault("canonical", attributes.get("href", "").strip())
        elif attributes.get("property", "").lower() == "og:url":
            named.setdefault("og:url", attributes.get("content", "").strip())
    return next((url for kind in ("canonical", "og:url") if (url := named.get(kind, "")).startswith(("http://", "https://"))), None)


class Element(NamedTuple):
    """An open element, and what was so outside it."""

    name: str
    start: int
    before: Context
    label: str
    place: str


class _Reader:
    """Walks the tags and keeps what is open."""

    def __init__(self, source: str) -> None:
        self.page = Page(source)
        self.open: list[Element] = []
        self.count: Counter[str] = Counter()
        self.context = Context()
        self.line = self.posts = 0
        self.label = self.place = ""
        self.known: dict[str, dict[str, str]] = {}

    def read(self) -> Page:
        source, at = self.page.source, 0
        for tag in scan(source):
            self._add_text(at, tag.start)
            at = tag.inner
            if tag.name in BLOCK or tag.name == "br":
                self.line += 1
            if tag.close:
                self._close(tag)
            elif tag.name in VOID:
                self._note(tag)
            else:
                self._open(tag)
        self._add_text(at, len(source))
        while len(self.open) > 0:
            self._pop(len(source))
        return self.page

    def _add_text(self, start: int, end: int) -> None:
        if end > start and not self.page.source[start:end].isspace():
            self.page.nodes.append(Node(start, end, self.line, self.context, self.place))

    def _open(self, tag: Tag) -> None:
        name = tag.name
        if name == "a" and self.count["a"] > 0:  # a link in a link is a link that was not closed
            self._close(tag)
        elif name in ("p", "li") and len(self.open) > 0 and self.open[-1].name == name:
            self._pop(tag.start)
        if len(self.open) >= _DEPTH:
            return
        self.open.append(Element(name, tag.start, self.context, self.label, self.place))
        self.count[name] += 1
        attributes = self._read_attributes(tag)
        changed = self._change(name, attributes, tag)
        if changed is not None:
            self.context = changed
        if name in BLOCK:
            label = f"{name}.{attributes.get('class', '')}"
            self.label, self.place = label, f"{self.label}>{label}"

    def _read_attributes(self, tag: Tag) -> dict[str, str]:
        """Read a tag once, however often the page repeats it word for word."""
        written = self.page.source[tag.start : tag.end]
        if written not in self.known:
            self.known[written] = get_attributes(self.page.source, tag)
        return self.known[written]

    def _change(self, name: str, attributes: dict[str, str], tag: Tag) -> Context | None:
        """The context inside an element, None where it is that of the outside."""
        now = self.context
        if name == "a":
            return replace(now, link=attributes.get("href", "").strip()) if "href" in attributes else None
        if name in ("h1", "h2", "h3", "h4", "h5", "h6"):
            return replace(now, heading=int(name[1]))
        if name in ("nav", "footer", "aside", "form", "button"):
            return replace(now, aside=True)
        if name == "article" and now.article is None:
            return replace(now, article=tag.start, remark=now.remark or judge(attributes.get("class", ""), "")[2])
        if name == "time" or attributes.get("itemprop") in ("datePublished", "dateCreated"):
            self._stamp(attributes, tag)
        post, caption, remark = judge(attributes.get("class", ""), attributes.get("id", ""))
        if post and now.post is None:
            self.posts += 1
            return replace(now, post=self.posts)
        if name in ("figcaption", "caption") or (caption and name in SMALL and not now.caption):
            return replace(now, caption=True)
        if remark and name in SMALL and not now.remark:
            return replace(now, remark=True)
        if name == "blockquote" and now.quote is None:
            return replace(now, quote=tag.start)
        return replace(now, listed=True) if name in ("li", "dd", "dt") and not now.listed else None

    def _close(self, tag: Tag) -> None:
        if self.count[tag.name] == 0:
            return
        while self._pop(tag.end) != tag.name:
            pass

    def _pop(self, end: int) -> str:
        element = self.open.pop()
        self.count[element.name] -= 1
        if element.name == "article" and self.context.article == element.start:
            self.page.articles.append((element.start, end))
        self.context, self.label, self.place = element.before, element.label, element.place
        return element.name

    def _note(self, tag: Tag) -> None:
        """What a page says of itself in elements that show nothing."""
        source, page = self.page.source, self.page
        if tag.name == "title" and page.title is None:
            page.title = (tag.end, tag.inner)
        elif tag.name == "script" and "ld+json" in source[tag.start : min(tag.end, tag.start + 400)]:
            page.scripts.append(source[tag.end : tag.inner])
        elif tag.name == "meta":
            attributes = get_attributes(source, tag)
            name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
            if name != "" and "content" in attributes:
                page.metas.append((name.lower(), attributes["content"]))
        elif tag.name == "link" and page.canonical is None:
            attributes = get_attributes(source, tag)
            if attributes.get("rel", "").lower() == "canonical":
                page.canonical = attributes.get("href")

    def _stamp(self, attributes: dict[str, str], tag: Tag) -> None:
        value = attributes.get("datetime") or attributes.get("content")
        if value is not None:
            marks = " ".join((attributes.get("itemprop", ""), attributes.get("class", ""), attributes.get("pubdate", "-")))
            modified = "modif" in marks.lower() or "updat" in marks.lower()
            if not modified:
                self.page.stamps.append(Stamp(value, tag.start, "publish" in marks.lower(), self.context))
