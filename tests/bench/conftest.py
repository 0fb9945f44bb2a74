from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from tocsin.bench.plain import make_article
from tocsin.model import Act, Article, Commitment, Kind, Link, Span, Statement, Voice, make_id

Maker = Callable[..., Statement]
OUTLET = Link("Harbour Post", Kind.OUTLET)


def _find(text: str, wording: str | None) -> Span | None:
    if wording is None:
        return None
    start = text.index(wording)
    return Span(start, start + len(wording))


@pytest.fixture
def say() -> Maker:
    """Make a statement of a text by its words: ``speaker`` None is the outlet's own voice."""

    def make(
        text: str,
        *content: str,
        speaker: str | Link | None = None,
        source: str | None = None,
        cue: str | None = None,
        via: Sequence[Link] = (),
        act: Act = Act.ASSERT,
        voice: Voice = Voice.INDIRECT,
        commitment: Commitment = Commitment.CERTAIN,
    ) -> Statement:
        links = () if speaker is None else (speaker if isinstance(speaker, Link) else Link(speaker, Kind.PERSON),)
        pieces = tuple(span for wording in content if (span := _find(text, wording)) is not None)
        return Statement(
            id=make_id(text, *content, str(speaker)),
            act=act,
            voice=voice,
            commitment=commitment,
            confidence=1.0,
            cue=_find(text, cue or (None if speaker is None else "said")),
            source=_find(text, source),
            content=pieces,
            chain=(OUTLET, *via, *links),
        )

    return make


@pytest.fixture
def article() -> Callable[..., Article]:
    """Make an article of a text and the statements read in it."""

    def make(text: str, *statements: Statement, language: str = "en", part: int = 1, **fields: object) -> Article:
        bare = replace(make_article(text, language=language), statements=tuple(statements), part=part)
        return replace(bare, id=make_id(text, str(part)), **fields)  # type: ignore[arg-type]

    return make
