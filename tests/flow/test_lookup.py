"""Looking a sentence up: who says the same, who gives another number, who says the contrary."""

import pytest

from tocsin.flow.line import read_page
from tocsin.flow.look import Picture, look
from tocsin.flow.lookup import Answer, lookup
from tocsin.model import Article
from tocsin.settings import Settings
from tocsin.store.view import View

PAGE = """<html lang="{code}"><head><title>{title}</title><meta property="og:site_name" content="{outlet}">
<meta property="article:published_time" content="2026-02-0{day}T08:15:00+03:00"></head><body><article><h1>{title}</h1>{body}</article></body></html>"""
PAGES = (
    ("en", "Valley Gazette", 3, "Flood at Marran", "Nine people were killed when the Marran dam broke on Monday, the River Office said in a statement."),
    ("en", "Hill Courier", 4, "Toll disputed", "At least 21 people were killed in the Marran flood, the Farmers Union said in a statement on Tuesday."),
    ("ar", "صوت الوادي", 3, "فيضان مران", "قال مكتب النهر في بيان إن تسعة أشخاص قتلوا يوم الاثنين عندما انهار سد مران."),
    ("en", "Port Mail", 5, "Ferry talks", "The harbour master said the ferry to the islands would sail again in April."),
)  # fmt: skip
SETTINGS = Settings()


@pytest.fixture(scope="module")
def picture() -> Picture:
    articles: list[Article] = []
    for code, outlet, day, title, body in PAGES:
        filler = "" if code == "ar" else "<p>Reporters were kept away from the valley road for most of the day.</p>"
        page = PAGE.format(code=code, outlet=outlet, day=day, title=title, body=f"<p>{body}</p>{filler}")
        articles += read_page(page.encode(), path=f"{outlet}.html", settings=SETTINGS)
    view = View(tuple(sorted(articles, key=lambda article: article.id)), SETTINGS.registry)
    return look(view)


def _gists(picture: Picture, sentence: str, answer: Answer) -> str:
    return " ".join(a.text for m in lookup(sentence, picture, SETTINGS).matches if m.answer is answer for a in m.weight.claim.assertions)


@pytest.mark.parametrize("sentence", ["Nine people were killed when the Marran dam broke", "تسعة أشخاص قتلوا عندما انهار سد مران"])
def test_the_same_is_found_in_either_language(picture: Picture, sentence: str) -> None:
    same = _gists(picture, sentence, Answer.SAME)
    assert "Nine people were killed" in same
    assert "21" not in same


def test_another_number_is_told_apart(picture: Picture) -> None:
    assert "21 people" in _gists(picture, "Nine people were killed in the flood at Marran", Answer.NUMBER)


def test_who_is_asked_about_may_stand_in_the_sentence(picture: Picture) -> None:
    assert "21 people" in _gists(picture, "The Farmers Union said at least 21 people were killed in the flood", Answer.SAME)


def test_the_contrary_is_told_apart(picture: Picture) -> None:
    assert "Nine people" not in _gists(picture, "No people were killed when the Marran dam broke", Answer.SAME)


def test_what_nobody_says_is_not_found(picture: Picture) -> None:
    assert _gists(picture, "A rocket was launched to the moon", Answer.SAME) == ""


def test_the_order_is_the_same_every_time(picture: Picture) -> None:
    first, second = (lookup("Nine people were killed", picture, SETTINGS) for _ in range(2))
    assert first.matches == second.matches
