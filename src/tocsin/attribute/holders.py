"""Holders of an office who get their name a sentence later: "the director of the dam said … Nosratollah Mirza added"."""

from dataclasses import replace

from tocsin.attribute.register import Entry
from tocsin.attribute.state import Reading
from tocsin.lang import classes, grammar
from tocsin.lang import classes as c
from tocsin.lang.fold import key
from tocsin.model import Kind, Link

_WHOLE = 2  # words of a whole name


def name(reading: Reading, entry: Entry, code: str) -> Entry:
    """The entry with office and carriers of the holder without a name who spoke last, where it names a person for the first time."""
    last = reading.register.last()
    link = entry.link
    if not grammar.load(code).given_names or last is None or not _is_new(link) or not _holds_office(last.link, code):
        return entry
    office = last.link.descriptor or last.link.name
    return replace(
        entry, link=replace(link, office=office, affiliation=link.affiliation or last.link.affiliation), via=entry.via or last.via
    )


def _is_new(link: Link) -> bool:
    return link.kind is Kind.PERSON and link.office is None and len(link.name.split()) >= _WHOLE


def _holds_office(link: Link, code: str) -> bool:
    words = key(link.descriptor or link.name).split()
    return link.unnamed and link.count is None and len(words) > 1 and bool(classes.load(code).of(words[:1])[0] & c.TITLE)
