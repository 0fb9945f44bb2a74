"""The nodes of a page in; its visible lines out, each with what markup says of it and the links inside it."""

import re
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from tocsin.clean.lines import LIMIT, Hyperlink, Line
from tocsin.clean.markup import Node, Page
from tocsin.clean.runs import Run, join, make_runs, tidy

# Two boxes side by side are two words, though nothing stands between them; bold or linked letters inside a word are not.
_BORDER = re.compile(
    r"</(?:span|time|button|label|small|cite|bdi)\b[^<]*<(?!/)|</a\s*>\s*<a\b|</[a-z0-9]+>\s*<(?:span|time|button|label|small|cite)\b"
)


def make_lines(page: Page) -> list[Line]:
    """Return the lines of the markup, as far as a page of news goes."""
    found: list[Line] = []
    for _, group in groupby(page.nodes, key=attrgetter("line")):
        line = _make_line(page.source, list(group))
        if line is not None:
            found.append(line)
        if len(found) > LIMIT:
            break
    return found


def _make_line(source: str, nodes: list[Node]) -> Line | None:
    runs: list[Run] = []
    end = nodes[0].start
    for node in nodes:
        if node.start > end and _BORDER.search(source, end, node.start) is not None:
            runs.append(Run(" ", end, node.start, exact=False))
        runs.extend(make_runs(source, node.start, node.end, markup=True))
        end = node.end
    kept = tidy(runs)
    if len(kept) == 0:
        return None
    text = join(kept)
    links = tuple(_find_links(nodes, kept))
    linked = sum(link.last - link.first for link in links)
    context = nodes[0].context
    return Line(
        tuple(kept),
        text,
        gap=1,
        heading=max(node.context.heading for node in nodes),
        linked=linked / len(text),
        caption=all(node.context.caption for node in nodes),
        listed=context.listed,
        aside=all(node.context.aside for node in nodes),
        remark=all(node.context.remark for node in nodes),
        article=context.article,
        post=context.post,
        quote=context.quote,
        links=links,
        place=nodes[0].place,
    )


def _find_links(nodes: list[Node], runs: list[Run]) -> Iterator[Hyperlink]:
    """Character ranges of the line's text that lie inside one ``<a>``."""
    at = 0
    index = 0
    first, last, url = 0, 0, None
    for run in runs:
        while index + 1 < len(nodes) and run.start >= nodes[index].end:
            index += 1
        here = nodes[index].context.link
        if here != url:
            if url is not None:
                yield Hyperlink(first, last, url)
            first, url = at, here
        at += len(run.text)
        last = at
    if url is not None:
        yield Hyperlink(first, last, url)
