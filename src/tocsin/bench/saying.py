"""Scores the statements of one page. Gold and given statements enter, marks on a sheet leave."""

from collections.abc import Sequence

from msgspec import UNSET

from tocsin.bench.found import Given, find
from tocsin.bench.gold import Page, Said
from tocsin.bench.names import has_via, is_speaker
from tocsin.bench.sheet import Sheet


def mark_statements(sheet: Sheet, page: Page, given: Sequence[Given]) -> None:
    """A field of a statement that was not found counts as wrong: shares are of all that the gold lists."""
    for said in page.statements:
        if not said.optional:
            _mark_said(sheet, said, find(said.content, _within(given, said.article)))


def mark_own_voice(sheet: Sheet, page: Page, given: Sequence[Given]) -> None:
    """What stands outside every attribution: wrong where an attributed statement holds it, or none does."""
    for text in page.own_voice:
        one = find(text, given)
        sheet.mark("own voice", one is not None and one.own, f"“{text}”: {describe(one)}")
        sheet.mark("own voice, outlet alone", one is not None and one.alone, f"“{text}”: {describe(one)}")


def mark_readout(sheet: Sheet, page: Page, given: Sequence[Given]) -> None:
    """The words of others must be known through the body whose readout the page reports. A headline need not say so."""
    if page.readout is None:
        return
    names = page.readout.split("|")
    others = [one for one in given if not (one.own or one.headline or is_speaker(one.statement.speaker, names))]
    for one in others:
        sheet.mark("readout", has_via(one.statement, page.readout), f"{page.readout}: {describe(one)}")


def describe(one: Given | None) -> str:
    """Say in one line what was given."""
    if one is None:
        return "no statement holds it"
    links = " ← ".join(link.name for link in one.statement.chain)
    return f"given {one.statement.act}, {one.statement.voice}, {links}: “{_cut(one.text)}”"


def _within(given: Sequence[Given], part: int | None) -> Sequence[Given]:
    return given if part is None else [one for one in given if one.article.part == part]


def _mark_said(sheet: Sheet, said: Said, one: Given | None) -> None:
    statement = None if one is None else one.statement
    sheet.mark("found", statement is not None, f"“{said.content}” of {_list(said.speaker)}")
    if len(said.speaker) > 0:
        right = statement is not None and is_speaker(statement.speaker, said.speaker)
        sheet.mark("speaker", right, f"{_list(said.speaker)} for “{said.content}”: {describe(one)}")
    for accepted in said.via:
        sheet.mark("via", statement is not None and has_via(statement, accepted), f"{accepted} for “{said.content}”: {describe(one)}")
    if said.unnamed is not None:
        right = statement is not None and statement.speaker.unnamed == said.unnamed
        sheet.mark("unnamed", right, f"{said.unnamed} for “{said.content}”: {describe(one)}")
    for field in ("act", "voice", "commitment"):
        wanted = getattr(said, field)
        if wanted is not None:
            got = "nothing" if statement is None else str(getattr(statement, field))
            sheet.mark(field, got == wanted, f"{wanted}, given {got}, for “{said.content}”")
    if said.basis is not None:
        right = statement is not None and statement.speaker.basis == said.basis
        sheet.mark("basis", right, f"{said.basis} for “{said.content}”: {describe(one)}")
    if said.said_on is not UNSET:
        day = None if statement is None or statement.said_on is None else statement.said_on.isoformat()
        sheet.mark("said on", statement is not None and day == said.said_on, f"{said.said_on}, given {day}, for “{said.content}”")


def _list(names: Sequence[str]) -> str:
    return "|".join(names)


def _cut(text: str, size: int = 160) -> str:
    line = " ".join(text.split())
    return line if len(line) <= size else line[:size] + "…"
