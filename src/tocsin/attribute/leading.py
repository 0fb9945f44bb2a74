"""Agencies that the first words of an article credit with all of it: «به گزارش خبرگزاری …»."""

from dataclasses import replace

from tocsin.attribute.register import Entry
from tocsin.attribute.scan import Draft, Scan
from tocsin.attribute.state import Reading
from tocsin.model import Kind, Role


def credit(reading: Reading, scan: Scan, draft: Draft, entry: Entry) -> None:
    """Put the agency between the outlet and all that the article tells, where its first sentence names it so."""
    if not draft.according or len(reading.origin.links) > 1 or entry.link.kind not in {Kind.AGENCY, Kind.OUTLET}:
        return
    if draft.cue[0] > scan.floor or not any(hit.first == draft.cue[0] and hit.value.leading for hit in scan.hits):
        return
    heads = (p for p in reading.article.paragraphs if p.role is not Role.TITLE and p.end > p.start)
    first = next(heads, None)
    if first is not None and first.start == scan.sentence.start:
        reading.origin = replace(reading.origin, links=(*reading.origin.links, replace(entry.link, span=None)))
