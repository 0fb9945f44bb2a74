"""Direct quotations as textacy finds them on spaCy's small English model. A text enters, attributions leave."""

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Token
from textacy.extract import direct_quotations

from tocsin.bench.attribution import Attribution
from tocsin.bench.passage import Passage, Piece

_MARKS = "“”\"'‘’,.:; "


def read(pipeline: Language, passage: Passage) -> tuple[Attribution, ...]:
    """Return the quotations of one passage as ranges of its tokens, content with its quotation marks, as the gold has them.

    Raises ValueError where textacy refuses a passage: quotation marks that do not pair.
    """
    found = direct_quotations(pipeline(passage.text))
    return tuple(Attribution(_place(passage, q.speaker), _place(passage, q.cue), _within(passage, list(q.content))) for q in found)


def _place(passage: Passage, tokens: Sequence[Token]) -> tuple[Piece, ...]:
    return _within(passage, [token for token in tokens if token.text.strip(_MARKS) != ""])


def _within(passage: Passage, row: Sequence[Token]) -> tuple[Piece, ...]:
    if len(row) == 0:
        return ()
    first, last = passage.range(row[0].idx, row[-1].idx + len(row[-1].text))
    return ((first, last),) if first < last else ()
