"""Bodies that gather what others tell them (rights groups, monitors, panels), and the witnesses heard in their reports."""

from functools import cache

from tocsin.attribute import phrases
from tocsin.attribute.register import Entry
from tocsin.attribute.state import Reading
from tocsin.lang import pack, speakers
from tocsin.lang.clitics import without_article
from tocsin.lang.fold import key
from tocsin.model import Kind, Link, Sentence, Statement

_OPENING = 900  # characters at the head of an article that tell what it is about
_REPORT = "report"
_GATHERERS = {Kind.ORGANISATION, Kind.GROUP, Kind.UNNAMED, Kind.AGENCY}
_ALONE = {"phone call", "interview"}  # how an outlet hears people by itself


def note(reading: Reading, entry: Entry, statement: Statement) -> None:
    """Keep in mind the body whose report the article is about: one at its head, before any witness spoke without it."""
    link = entry.link
    code = reading.article.language or ""
    if statement.medium != _REPORT or statement.content[0].start > _OPENING or link.kind not in _GATHERERS or code not in pack.codes():
        return
    if _words(link).isdisjoint(_gatherers(code)) or any(_is_witness(s.speaker, code) for s in reading.statements[:-1]):
        return
    reading.reporter = entry


def through(reading: Reading, entry: Entry, statement_medium: str | None) -> tuple[Link, ...]:
    """The body that a witness without a name spoke to, where the article is about its report."""
    reporter = reading.reporter
    if reporter is None or statement_medium in _ALONE or not _is_witness(entry.link, reading.article.language or ""):
        return ()
    return (*reporter.via, reporter.link)


def find_hearer(reading: Reading, sentence: Sentence, tokens: tuple[int, int]) -> Link | None:
    """The body of the report, where the words name it or those who ask for it ("told | researchers |")."""
    reporter = reading.reporter
    if reporter is None:
        return None
    told = phrases.read(reading.article.text, sentence, tokens, reading.registry)
    if not frozenset(sentence.keys[tokens[0] : tokens[1]]).isdisjoint(_researchers(sentence.language or "")):
        return reporter.link
    known = reading.register.resolve(told, sentence.starts[tokens[0]])
    return reporter.link if known is not None and known.link.name == reporter.link.name else None


def _is_witness(link: Link, code: str) -> bool:
    return link.unnamed and not _words(link).isdisjoint(_witnesses(code))


def _words(link: Link) -> frozenset[str]:
    return frozenset(without_article(word) for word in key(link.descriptor or link.name).replace("-", " ").split())


@cache
def _gatherers(code: str) -> frozenset[str]:
    return frozenset(map(key, (*speakers.load(code).gatherers, *speakers.load(code).monitors)))


@cache
def _researchers(code: str) -> frozenset[str]:
    return frozenset(map(key, speakers.load(code).researchers))


@cache
def _witnesses(code: str) -> frozenset[str]:
    return frozenset(map(key, speakers.load(code).witnesses))
