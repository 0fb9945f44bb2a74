"""The JSON-LD of a page in; what it says of the articles on it out. Other shapes than the known ones are passed over."""

import json
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

_ARTICLES = ("Article", "NewsArticle", "BlogPosting", "LiveBlogPosting", "Posting", "Report")
_SCRIPTS = 50
_NODES = 5000  # values of one page that are looked at


@dataclass(frozen=True, slots=True)
class Record:
    """One article as JSON-LD describes it."""

    kind: str
    headline: str | None
    published: str | None
    publisher: str | None
    authors: tuple[str, ...]
    sections: tuple[str, ...]


def read_records(scripts: list[str]) -> list[Record]:
    """Return the articles that the page's JSON-LD describes, in order."""
    found: list[Record] = []
    for script in scripts[:_SCRIPTS]:
        value = _parse(script)
        found.extend(_make_record(node) for node in _walk(value) if _is_article(node))
    return found


def _parse(script: str) -> object:
    text = script.strip().removeprefix("<!--").removeprefix("//<![CDATA[").removesuffix("-->").removesuffix("//]]>").strip().rstrip(";")
    try:
        value: object = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
    return value


def _walk(value: object) -> Iterator[dict[str, object]]:
    """Objects, outer ones first, without those that hang on an article (its author, its related pages)."""
    waiting = deque([value])
    count = 0
    while len(waiting) > 0 and count < _NODES:
        count += 1
        node = waiting.popleft()
        if isinstance(node, list):
            waiting.extend(node[:100])
        elif isinstance(node, dict):
            yield node
            waiting.extend(node[name] for name in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item") if name in node)


def _is_article(node: dict[str, object]) -> bool:
    return any(kind.endswith(_ARTICLES) for kind in _get_texts(node.get("@type")))


def _make_record(node: dict[str, object]) -> Record:
    kinds = _get_texts(node.get("@type"))
    return Record(
        kinds[0],
        next(iter(_get_texts(node.get("headline")) or _get_texts(node.get("name"))), None),
        next(iter(_get_texts(node.get("datePublished")) or _get_texts(node.get("dateCreated"))), None),
        next(iter(_get_names(node.get("publisher"))), None),
        tuple(_get_names(node.get("author"))),
        tuple(_get_texts(node.get("articleSection"))),
    )


def _get_texts(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [text.strip() for text in values if isinstance(text, str) and text.strip() != ""]


def _get_names(value: object) -> list[str]:
    names: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        names.extend(_get_texts(one.get("name")) if isinstance(one, dict) else _get_texts(one))
    return names
