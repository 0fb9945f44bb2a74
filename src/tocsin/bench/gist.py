"""Ties a claim of the gold, told in the reader's words, to the statements of the gold that make it. Gold enters, gold leaves.

On each page the speakers of the claim are looked for first; all statements of the page stand for choice where there is
none, or where only another speaker gives the number of the gist. Where
page and gist share a language, the statement nearest in meaning is the claim's, and any that is about as near. Across
languages likeness is too weak to choose: there, all statements stand that share most concepts with the gist, and all of
them where none shares any. Numbers of the gist count in every language.
"""

from collections import Counter
from collections.abc import Callable, Sequence

from msgspec import UNSET

from tocsin.bench.found import COVERED, count_words
from tocsin.bench.gold import Claimed, Page, Said
from tocsin.bench.meaning import list_concepts, list_numbers
from tocsin.bench.names import is_same
from tocsin.lang.tokens import split
from tocsin.link import vectors

Likeness = Callable[[str, str], float]
_STEM, _SHORTEST = 5, 4
_SHARED = 0.5  # what sharing all words is worth beside likeness of meaning
_MARGIN = 0.1  # headline and body may both tell a claim


def choose(claimed: Claimed, page: Page, likeness: Likeness) -> tuple[Said, ...]:
    """Return the statements of ``page`` of which one must be in the claim."""
    if len(claimed.contents) > 0:
        return tuple(said for said in page.statements if any(_is_part(content, said.content) for content in claimed.contents))
    spoken = [said for said in page.statements if any(is_same(name, one) for name in said.speaker for one in claimed.speakers)]
    choice = spoken if any(_agree(claimed.gist, said, page.language) for said in spoken) or not _has_number(claimed, page) else []
    return _with_headline(claimed.gist, choice if len(choice) > 0 else page.statements, page, likeness=likeness)


def _has_number(claimed: Claimed, page: Page) -> bool:
    """True when the gist has a number and some statement of the page has the same."""
    return any(_agree(claimed.gist, said, page.language) > 0 for said in page.statements)


def _with_headline(gist: str, choice: Sequence[Said], page: Page, *, likeness: Likeness) -> tuple[Said, ...]:
    """A headline that is nearest stands beside the nearest of the body: it repeats what the body says."""
    title = Counter[str]() if page.title is UNSET or page.title is None else count_words(page.title)
    body = [said for said in choice if not _is_in(count_words(said.content), title)]
    found = nearest(gist, choice, page.language, likeness=likeness)
    return (*found, *(said for said in nearest(gist, body, page.language, likeness=likeness) if said not in found))


def nearest(gist: str, choice: Sequence[Said], language: str | None, *, likeness: Likeness) -> tuple[Said, ...]:
    """The statements nearest to the gist; in another language those that share most concepts with it."""
    if len(choice) == 0:
        return ()
    if language in (None, "en"):
        near = [likeness(gist, said.content) + _SHARED * _share(gist, said.content) + _agree(gist, said, "en") for said in choice]
        margin = _MARGIN
    else:
        wanted = list_concepts(gist)
        near = [len(wanted & list_concepts(said.content, language)) + 2 * _agree(gist, said, language) for said in choice]
        margin = 0.0
    return tuple(said for said, value in zip(choice, near, strict=True) if value >= max(near) - margin)


def _agree(gist: str, said: Said, language: str | None) -> float:
    """A claim with a number is one with that number: other numbers, or none, speak against it."""
    wanted = list_numbers(gist)
    if len(wanted) == 0:
        return 0.0
    return 1.0 if len(wanted & list_numbers(said.content, language)) > 0 else 0.0


def measure_likeness(left: str, right: str) -> float:
    """How near two sentences are in meaning, by the encoder that linking uses."""
    return vectors.compare([(left, right)])[0]


def _is_part(content: str, whole: str) -> bool:
    words, held = count_words(content), count_words(whole)
    return _is_in(words, held) or _is_in(held, words)


def _is_in(words: Counter[str], whole: Counter[str]) -> bool:
    return (words & whole).total() >= COVERED * words.total()


def _share(gist: str, content: str) -> float:
    stems = _stems(gist)
    return len(stems & _stems(content)) / max(1, len(stems))


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in split(text) if len(word) >= _SHORTEST)
