"""Interviews: the answers behind questions are the words of the one who is asked."""

from tocsin.flow.line import read_page
from tocsin.model import Voice
from tocsin.settings import Settings

PAGE = """Clinic on the border: "We count the nights" - interview with Dr Salma Ruhani

Dr Salma Ruhani has run the clinic in Tell Amal since April. We met her on Monday.

How many patients come each day?

About three hundred. The elders told me yesterday that 40 children had arrived alone.

What do you lack?

Fuel, and gauze. Nobody answers our letters.

Will you stay?

As long as the roof holds.
"""


def _said(text: str) -> list[tuple[str, str, str | None]]:
    (article,) = read_page(text.encode(), path="page.txt", settings=Settings())
    spoken = [s for s in article.statements if s.cue is not None and s.cue.of(article.text) == "?"]
    assert all(s.voice is Voice.DIRECT and s.medium == "interview" for s in spoken)
    return [(s.speaker.name, s.content[0].of(article.text), s.cue.of(article.text) if s.cue is not None else None) for s in spoken]


def test_each_answer_is_a_statement_of_the_one_who_is_asked() -> None:
    assert _said(PAGE) == [
        ("Salma Ruhani", "About three hundred. The elders told me yesterday that 40 children had arrived alone.", "?"),
        ("Salma Ruhani", "Fuel, and gauze. Nobody answers our letters.", "?"),
        ("Salma Ruhani", "As long as the roof holds.", "?"),
    ]


def test_two_questions_make_no_interview() -> None:
    assert _said(PAGE.replace("Will you stay?\n\n", "")) == []


def test_what_others_told_the_one_who_is_asked_passes_through_him() -> None:
    (article,) = read_page(PAGE.encode(), path="page.txt", settings=Settings())
    told = next(s for s in article.statements if "elders" in s.speaker.name.lower())
    assert [link.name for link in told.chain[1:]] == ["Salma Ruhani", told.speaker.name]
