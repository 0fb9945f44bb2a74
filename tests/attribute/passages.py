"""The passages and articles of bench/gold, and how a reading of them is marked. A gold file enters, a sheet of marks and misses leaves.

A field of a line that was not found counts as wrong: shares are of all that the gold lists.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import msgspec
import yaml

import tocsin
from tocsin.bench.found import COVERED, Given, count_words, find, list_given, reach
from tocsin.bench.names import has_via, is_speaker
from tocsin.bench.plain import make_article
from tocsin.bench.sheet import Sheet
from tocsin.flow.line import LINE, read_page, run
from tocsin.model import Act, Article, Commitment, Role, Statement, Voice
from tocsin.settings import from_environment

GOLD = Path(__file__).parents[2] / "bench" / "gold"
WHOLE = "articles"  # the folder of whole articles
CODES = tuple(sorted(path.stem for path in (GOLD / "attribution").glob("*.yml")))


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One attribution of the gold; docs/attribution.md says what the fields mean."""

    content: str | tuple[str, ...]
    speaker: tuple[str, ...] = ()
    source: str | tuple[str, ...] | None = None
    cue: str | tuple[str, ...] | None = None
    act: Act | tuple[Act, ...] | None = None
    voice: Voice | tuple[Voice, ...] | None = None
    commitment: Commitment | tuple[Commitment, ...] | None = None
    via: tuple[str, ...] = ()
    links: int | tuple[int, ...] | None = None
    unnamed: bool | None = None
    count: str | None = None
    grounds: str | None = None
    basis: str | None = None
    affiliation: str | None = None
    members: tuple[str, ...] = ()
    medium: str | tuple[str, ...] | None = None
    addressee: str | None = None
    optional: bool = False

    @property
    def pieces(self) -> tuple[str, ...]:
        return (self.content,) if isinstance(self.content, str) else self.content


class Passage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A few sentences of news and all that a careful reader accepts as attributions in them."""

    kind: str
    text: str
    statements: tuple[Line, ...]
    title: bool = False
    hard: str | None = None


def load(code: str, folder: str = "attribution") -> tuple[Passage, ...]:
    return msgspec.convert(yaml.safe_load((GOLD / folder / f"{code}.yml").read_text(encoding="utf-8")), tuple[Passage, ...])


def widen(text: str, piece: str) -> str:
    """The gold quotes parts of words ("استضافة" in "لاستضافة"); whole words are what is compared."""
    start = text.index(piece)
    end = start + len(piece)
    while start > 0 and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return text[start:end]


def read(passage: Passage, code: str) -> tuple[Given, ...]:
    """What is read in a passage. A headline is marked as the title it is, which a bare text cannot say of itself."""
    bare = make_article(passage.text, language=code)
    if passage.title:
        head = replace(bare.paragraphs[0], role=Role.TITLE)
        return list_given([_read_article(replace(bare, paragraphs=(head, *bare.paragraphs[1:])))])
    return list_given([replace(bare, statements=tuple(tocsin.statements(passage.text, language=code)))])


def read_whole(passage: Passage) -> tuple[Given, ...]:
    """What is read in a whole article, taken for the page that it is."""
    return list_given(list(read_page(passage.text.encode(), path="/gold/article.txt", settings=from_environment())))


def _read_article(article: Article) -> Article:
    return run(article, LINE, from_environment().registry)


def score(code: str, folder: str = "attribution") -> Iterator[tuple[Passage, Sheet]]:
    """Mark each passage of a language on a sheet of its own."""
    for passage in load(code, folder):
        given, sheet = read_whole(passage) if folder == WHOLE else read(passage, code), Sheet()
        for line in passage.statements:
            if not line.optional:
                _mark_line(sheet, passage, line, given)
        _mark_precision(sheet, passage, given)
        yield passage, sheet


def _mark_line(sheet: Sheet, passage: Passage, line: Line, given: Sequence[Given]) -> None:
    one = find(" ".join(widen(passage.text, piece) for piece in line.pieces), [g for g in given if not g.own])
    statement = None if one is None else one.statement
    wanted = f"“{' … '.join(line.pieces)}”"
    sheet.mark("found", statement is not None, wanted)
    if len(line.speaker) > 0:
        right = statement is not None and is_speaker(statement.speaker, line.speaker)
        sheet.mark("speaker", right, f"{' | '.join(line.speaker)}, for {wanted}: {describe(one)}")
    for accepted in line.via:
        sheet.mark("via", statement is not None and has_via(statement, accepted), f"{accepted}, for {wanted}: {describe(one)}")
    if len(line.speaker) > 0:
        sheet.mark("chain", statement is not None and _has_chain(statement, line), f"{_draw(line)}, for {wanted}: {describe(one)}")
    for field in ("act", "voice", "commitment", "medium", "unnamed"):
        asked = getattr(line, field)
        if asked is not None:
            holder = None if statement is None else statement.speaker if field == "unnamed" else statement
            got = None if holder is None else getattr(holder, field)
            sheet.mark(field, got in asked if isinstance(asked, tuple) else got == asked, f"{asked}, given {got}, for {wanted}")
    for field, words in (("source", line.source), ("cue", line.cue)):
        if words is not None:
            span = None if statement is None else getattr(statement, field)
            right = span is not None and any(word in span.of(passage.text) for word in _either(words))
            sheet.mark(field, right, f"{words}, for {wanted}: {describe(one)}")
    if line.addressee is not None:
        got = None if statement is None else statement.addressee
        sheet.mark("addressee", got is not None and line.addressee in got, f"{line.addressee}, given {got}, for {wanted}")


def _has_chain(statement: Statement, line: Line) -> bool:
    """The chain is exactly right: as many links, each of those between one that the gold names, the last one the speaker."""
    asked = line.links if isinstance(line.links, tuple) else (line.links or len(line.via) + 2,)
    between = all(has_via(statement, accepted) for accepted in line.via)
    return len(statement.chain) in asked and between and is_speaker(statement.speaker, line.speaker)


def _draw(line: Line) -> str:
    return " ← ".join(("outlet", *line.via, line.speaker[0]))


def _either(words: str | tuple[str, ...]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else words


def _mark_precision(sheet: Sheet, passage: Passage, given: Sequence[Given]) -> None:
    for one in given:
        if one.own:
            continue
        fitting = [line for line in passage.statements if _fits(line, passage.text, one)]
        right = any(len(line.speaker) == 0 or is_speaker(one.statement.speaker, line.speaker) for line in fitting)
        why = "its speaker is another" if len(fitting) > 0 else "no line has it"
        sheet.mark("precision", right, f"{describe(one)}: {why}")


def _fits(line: Line, text: str, one: Given) -> bool:
    """It holds the line, or 80 % of its own words lie in it."""
    gold = count_words(" ".join(widen(text, piece) for piece in line.pieces))
    shared, size = (gold & one.words).total(), one.words.total()
    return (size <= reach(gold.total()) and shared >= COVERED * gold.total()) or (size > 0 and shared >= COVERED * size)


def describe(one: Given | None) -> str:
    """Say in one line what was given."""
    if one is None:
        return "given nothing that holds it"
    links = " ← ".join(link.name for link in one.statement.chain[1:]) if len(one.statement.chain) > 1 else "the outlet"
    cue = "" if one.statement.cue is None else one.statement.cue.of(one.article.text)
    return f"given {one.statement.act}, {one.statement.voice}, {one.statement.commitment}, {links} [{cue}]: “{one.text}”"
