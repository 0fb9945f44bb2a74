"""Whether a link of a chain is who the gold says. Links and accepted names enter, yes or no leaves.

Names are compared as folded words; articles ("the", "ال") and hyphens do not count. A named speaker is the gold's when his
name is, without the office written before it. An unnamed one is it, too, when the gold's name is the head of the wording
("officials" of "some of the officials": the last words in Latin script, the first in Arabic), or the body that a
spokesperson speaks for. Of joint speakers any one will do.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from tocsin.lang.outlets import Registry
from tocsin.lang.tokens import split
from tocsin.model import Kind, Link, Statement

Words = tuple[str, ...]
_ARTICLES = ("the", "a", "an")
_AL = "ال"
_SHORTEST = 4


@lru_cache(50_000)
def split_name(name: str) -> Words:
    """Return the words of a name as they are compared."""
    words = [word for word in split(name.replace("-", " ")) if word[-1].isalnum() and word != "'s"]
    while len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return tuple(word.removeprefix(_AL) if len(word) >= _SHORTEST else word for word in words)


def is_same(left: str, right: str) -> bool:
    return split_name(left) == split_name(right)


def is_outlet(left: str, right: str, registry: Registry | None) -> bool:
    """The same name, or two names that the registry knows as one outlet's: its name in another script."""
    if is_same(left, right):
        return True
    known = None if registry is None else registry.get(left)
    return known is not None and registry is not None and registry.get(right) is known


def holds(outer: Sequence[str], inner: Sequence[str]) -> bool:
    """True when the words of ``inner`` stand in ``outer``, side by side."""
    size = len(inner)
    return size > 0 and any(tuple(outer[at : at + size]) == tuple(inner) for at in range(len(outer) - size + 1))


def is_speaker(link: Link, accepted: Iterable[str]) -> bool:
    """True when one of the accepted names is the link's."""
    return any(_names(link, split_name(name)) for name in accepted)


def has_via(statement: Statement, accepted: str) -> bool:
    """True when a link before the last holds one of the names in ``accepted`` ("A|B"). The page's own outlet is no such link."""
    between = statement.chain[:-1]
    if len(between) > 0 and between[0].kind is Kind.OUTLET:
        between = between[1:]
    return any(holds(words, split_name(name)) for name in accepted.split("|") for link in between for words in _wordings(link))


def _names(link: Link, gold: Words) -> bool:
    if any(words == gold for words in _wordings(link)):
        return True
    if not link.unnamed:
        return False
    if link.affiliation is not None and split_name(link.affiliation) == gold:
        return True
    return any(_is_head(words, gold) for words in _wordings(link))


def _is_head(words: Words, head: Words) -> bool:
    if len(head) == 0 or len(head) > len(words):
        return False
    return words[: len(head)] == head if head[0][0] > "\u0590" else words[-len(head) :] == head


def _wordings(link: Link) -> Iterator[Words]:
    name = split_name(link.name)
    yield name
    if link.office is not None:
        office = split_name(link.office)
        if name[: len(office)] == office:
            yield name[len(office) :]
    if link.unnamed and link.descriptor is not None:
        yield split_name(link.descriptor)
    for member in link.members:
        yield split_name(member)
