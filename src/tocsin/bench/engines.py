"""What reads attributions, each alone and both together, so that they can be scored on the same passages. A passage enters, attributions leave."""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from tocsin.attribute import tagger
from tocsin.bench.attribution import convert, flatten
from tocsin.bench.passage import ROLES, Attribution, Passage, Piece
from tocsin.errors import RecordError
from tocsin.flow.line import read_text
from tocsin.model import Span
from tocsin.settings import Settings


class Engine(StrEnum):
    """``both`` is what Tocsin does where a language has a tagger, ``rules`` what it does with --fast and elsewhere.

    ``tagger`` is what the tagger proposes when it knows what the rules read, before packs say what is an attribution and who speaks.
    """

    RULES = "rules"
    TAGGER = "tagger"
    BOTH = "both"


def read(passage: Passage, engine: Engine, settings: Settings, *, language: str) -> tuple[Attribution, ...]:
    """Return what an engine finds, as ranges of the passage's tokens."""
    if engine is Engine.TAGGER:
        return _read_tagger(passage, settings, language)
    article = read_text(passage.text, language=language, settings=replace(settings, fast=engine is Engine.RULES))
    return flatten(convert(passage, article.statements))


def _read_tagger(passage: Passage, settings: Settings, language: str) -> tuple[Attribution, ...]:
    if not tagger.has_tagger(language):
        raise RecordError(f"the language {language!r} has no tagger")
    article = read_text(passage.text, language=language, settings=replace(settings, fast=True))
    tagged = tagger.read(article, tagger.gather((s.source, s.cue, s.content) for s in article.statements if not s.own))
    if len(tagged.attributions) == 0 and len(tagged.issues) > 0:
        raise RecordError(tagged.issues[0].reason)
    paired = tuple(
        Attribution(
            _place(passage, () if found.source is None else (found.source,)),
            _place(passage, (found.cue,)),
            _place(passage, (*found.content, *found.later)),
        )
        for found in tagged.attributions
    )
    every = {role: _place(passage, (one.span for one in tagged.marked if one.role == role)) for role in ROLES}
    left = {role: tuple(piece for piece in every[role] if not any(piece in one.pieces(role) for one in paired)) for role in ROLES}
    return (*paired, Attribution(left["source"], left["cue"], ()))  # what is marked and belongs to no content is no attribution


def _place(passage: Passage, spans: Iterable[Span]) -> tuple[Piece, ...]:
    ranges = (passage.range(span.start, span.end) for span in sorted(spans))
    return tuple((first, last) for first, last in ranges if first < last)
