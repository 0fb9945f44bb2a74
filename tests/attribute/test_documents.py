"""Papers whose text an article gives: who speaks in them, through whom, and how far."""

import pytest

import tocsin
from tocsin.flow.line import read_page
from tocsin.settings import Settings


def _said(text: str, language: str) -> dict[str, tuple[str, ...]]:
    """The names between the outlet and the speaker, and his, by what is said."""
    return {
        " … ".join(span.of(text) for span in s.content): tuple(link.name for link in s.chain[1:])
        for s in tocsin.statements(text, language=language)
        if not s.own
    }


ENGLISH = """The Ministry of Ports issued the following readout on Thursday evening in Varna.

Minister Tamar Holt received the envoy Rauf Nasir for talks on the bridge. Ms Holt underlined that trade cannot wait.

The bridge will open on Sunday. Two ferries stay in service.

Port workers told the Varna Post that the bridge was unsafe."""


def test_words_of_nobody_in_a_readout_are_its_bodys() -> None:
    assert _said(ENGLISH, "en")["The bridge will open on Sunday. Two ferries stay in service."] == ("Ministry of Ports",)


def test_words_of_others_in_a_readout_come_through_its_body() -> None:
    assert _said(ENGLISH, "en")["that trade cannot wait"] == ("Ministry of Ports", "Tamar Holt")


def test_the_paper_ends_where_an_outlet_is_told_something() -> None:
    assert _said(ENGLISH, "en")["that the bridge was unsafe"] == ("Varna Post", "Port workers")


def test_the_paper_ends_where_the_article_speaks_of_it() -> None:
    text = "The Eastern Front issued the following statement.\n\nWe accept the truce from midnight.\n\nThe statement could not be verified."
    assert list(_said(text, "en")) == ["We accept the truce from midnight."]


@pytest.mark.parametrize(
    ("language", "lead", "said", "body"),
    [
        ("fr", "Le Front populaire de l'Est a publié une déclaration dont voici le texte.", "Nous déposons les armes à minuit.", "Front populaire de l'Est"),
        ("fr", "La présidence de la République a diffusé jeudi le communiqué suivant :", "L'audience a duré une heure.", "présidence de la République"),
        ("fa", "متن کامل بیانیهٔ شورای هماهنگی اتحادیه‌ها به شرح زیر است:", "ما از فردا دست از کار می‌کشیم.", "شورای هماهنگی اتحادیه‌ها"),
        ("ru", "Министерство транспорта опубликовало следующее заявление в четверг:", "Движение по мосту откроется в воскресенье.", "Министерство транспорта"),
        ("tr", "Ulaştırma Bakanlığı perşembe günü şu açıklamayı yaptı:", "Köprü pazar günü trafiğe açılacaktır.", "Ulaştırma Bakanlığı"),
    ],
)  # fmt: skip
def test_a_lead_announces_whose_text_follows(language: str, lead: str, said: str, body: str) -> None:
    assert _said(f"{lead}\n\n{said}", language)[said] == (body,)


@pytest.mark.parametrize(
    ("language", "lead", "said", "body"),
    [
        ("en", "In a statement published on its website, the Varna army said:", "Two soldiers were killed in the ambush.", "Varna army"),
        ("fr", "Dans un communiqué publié lundi, l'état-major précise :", "Deux soldats ont été tués dans l'embuscade.", "état-major"),
        ("fa", "ارتش روز دوشنبه در بیانیه‌ای کوتاه اعلام کرد:", "دو سرباز در این کمین کشته شدند.", "ارتش"),
    ],
)
def test_a_colon_at_the_end_of_a_paragraph_has_the_next_one(language: str, lead: str, said: str, body: str) -> None:
    assert _said(f"{lead}\n\n{said}\n\n{said}", language) == {said: (body,)}


@pytest.mark.parametrize(
    ("language", "title", "said", "body"),
    [
        ("en", "Statement by the Harbour Ministry on the fire", "Three sailors died in the fire.", "Harbour Ministry"),
        ("fr", "Communiqué du ministère de la Santé sur l'attaque du port", "Trois soignants sont morts.", "ministère de la Santé"),
        ("fa", "بیانیهٔ وزارت بهداشت دربارهٔ حمله به بیمارستان", "سه نفر از کادر درمان کشته شدند.", "وزارت بهداشت"),
    ],
)
def test_a_title_may_say_that_the_whole_page_is_a_paper(language: str, title: str, said: str, body: str) -> None:
    page = f"{title}\n\n{said}\n".encode()
    (article,) = read_page(page, path="/pages/paper.txt", settings=Settings())
    assert article.language == language
    assert {s.speaker.name for s in article.statements if not s.own} == {body}


def test_a_title_that_tells_of_a_paper_makes_none() -> None:
    page = b"Statement by the ministry angers sailors in Varna harbour\n\nThree sailors died in the fire. The harbour is closed.\n"
    (article,) = read_page(page, path="/pages/paper.txt", settings=Settings())
    assert all(s.own for s in article.statements)
