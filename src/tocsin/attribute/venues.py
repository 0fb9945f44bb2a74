"""Where something was said, told a sentence later: "He was speaking to the Courier." Enters: who spoke and through whom."""

from dataclasses import replace

from tocsin.attribute.register import Entry
from tocsin.attribute.scan import Scan
from tocsin.attribute.state import Reading
from tocsin.model import Link, Statement

_NEAR = 6  # statements that one sentence may make


def carry(reading: Reading, scan: Scan, entry: Entry, via: tuple[Link, ...]) -> None:
    """Put those through whom it came into what the same speaker said in the sentence before, in the same paragraph."""
    if len(via) == 0 or scan.previous is None or scan.previous.paragraph != scan.sentence.paragraph:
        return
    origin = len(reading.origin.links)
    for index in range(max(0, len(reading.statements) - _NEAR), len(reading.statements)):
        statement = reading.statements[index]
        if _is_his(statement, entry, scan) and len(statement.chain) == origin + 1:
            reading.statements[index] = replace(statement, chain=(*statement.chain[:origin], *via, statement.speaker))


def _is_his(statement: Statement, entry: Entry, scan: Scan) -> bool:
    before = scan.previous
    if before is None or statement.cue is None or statement.speaker.name != entry.link.name:
        return False
    return before.start <= statement.cue.start < before.end
