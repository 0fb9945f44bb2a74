"""Interviews in questions and answers: an article enters, the answers and who gives them leave.

Answers have neither quotation marks nor verbs of saying: what tells them is the question before each.
"""

from dataclasses import dataclass

from tocsin.model import Article, Kind, Mention, Role, Span

_MARKS = ("?", "؟")
_LONGEST = 500  # characters of a question
_FEWEST = 3  # questions of an interview
_SHARE = 4  # one paragraph in so many is a question, at least


@dataclass(frozen=True, slots=True)
class Answer:
    """The paragraphs between a question and the next one; ``mark`` is the sign that the question ends with."""

    mark: Span
    pieces: tuple[Span, ...]


def find(article: Article) -> tuple[Answer, ...]:
    """Return the answers of an interview, top to bottom; none of any other article."""
    rows = [p for p in article.paragraphs if p.role is not Role.TITLE and p.end > p.start]
    asked = [i for i, row in enumerate(rows) if _is_question(article.text[row.start : row.end])]
    if len(asked) < _FEWEST or len(asked) * _SHARE < len(rows):
        return ()
    answers = []
    for number, at in enumerate(asked):
        end = asked[number + 1] if number + 1 < len(asked) else min(len(rows), at + 2)
        pieces = tuple(Span(row.start, row.end) for row in rows[at + 1 : end])
        if len(pieces) > 0:
            answers.append(Answer(Span(rows[at].end - 1, rows[at].end), pieces))
    return tuple(answers) if len(answers) >= _FEWEST else ()


def _is_question(text: str) -> bool:
    return len(text) <= _LONGEST and text.rstrip().endswith(_MARKS) and not text.lstrip().startswith(("«", "“", '"', "„"))


def find_guest(article: Article, before: int) -> Mention | None:
    """Who is asked: the person that the title names, else the one named first with an office before the questions."""
    persons = [m for m in article.mentions if m.kind is Kind.PERSON and m.head is not None and m.start < before]
    heads = [p for p in article.paragraphs if p.role is Role.TITLE]
    titled = [m for m in persons if any(head.start <= m.start < head.end for head in heads)]
    holders = [m for m in persons if m.office is not None]
    return next(iter((*titled, *holders, *persons)), None)
