"""HTML source in; its tags out, one after the other. Linear in the size of the page whatever it holds."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

_FAILURES = 500  # tags with quotes that never close, after which quotes are not looked at any more
# Attributes up to the ">" outside quotes. Never steps back, so that broken quotes cost no more than one look.
_REST = re.compile(r"""(?:[^>"'=]++|=\s*+(?:"[^"]{0,65536}+"|'[^']{0,65536}+'|)|["']){0,2000}+>""")
_NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9:_-]{0,40}")
_ATTRIBUTE = re.compile(r"""([a-zA-Z_:][\w:.-]{0,60})(?:\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_CLOSERS = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "title", "textarea", "template", "svg", "math", "iframe", "object", "xmp", "noframes", "select")
}


class Tag(NamedTuple):
    """A tag at raw characters ``[start, end)``. ``inner`` is where the hidden text of a script or title ends, else ``end``."""

    name: str
    start: int
    end: int
    inner: int
    close: bool


def scan(source: str) -> Iterator[Tag]:
    """Yield tags and comments (name ``!``) in order. What lies between one's ``inner`` and the next's ``start`` is text."""
    at, last, failures = 0, source.rfind(">"), 0
    while at <= last:
        sign = source.find("<", at)
        if sign < 0 or sign > last:
            return
        mark = source[sign + 1 : sign + 2]
        if mark in ("!", "?"):
            at = _find_after(source, "-->" if source.startswith("<!--", sign) else ">", sign + 2)
            yield Tag("!", sign, at, at, close=False)
            continue
        close = mark == "/"
        found = _NAME.match(source, sign + 1 + close)
        if found is None:
            at = sign + 1
            continue
        rest = _REST.match(source, found.end()) if failures < _FAILURES else None
        failures += rest is None
        tag = _make_tag(
            source, found.group().lower(), start=sign, end=_find_after(source, ">", found.end()) if rest is None else rest.end()
        )
        yield tag
        at = tag.inner


def _make_tag(source: str, name: str, *, start: int, end: int) -> Tag:
    close = source[start + 1] == "/"
    closer = None if close else _CLOSERS.get(name)
    if closer is None or source[end - 2] == "/":
        return Tag(name, start, end, end, close)
    after = closer.search(source, end)
    return Tag(name, start, end, len(source) if after is None else after.start(), close)


def _find_after(source: str, mark: str, at: int) -> int:
    found = source.find(mark, at)
    return len(source) if found < 0 else found + len(mark)


def get_attributes(source: str, tag: Tag) -> dict[str, str]:
    """The attributes of a tag, names in lower case, entities read; the first of two wins."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(source, tag.start + 1 + len(tag.name), tag.end - 1):
        value = next((group for group in match.groups()[1:] if group is not None), "")
        found.setdefault(match[1].lower(), unescape(value) if "&" in value else value)
    return found
