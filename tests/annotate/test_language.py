import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import make_article

from tocsin.annotate import language

ENGLISH = "The army left the town on Monday and the people came back to their houses, witnesses said."
ARABIC = "غادر الجيش البلدة يوم الاثنين وعاد السكان إلى منازلهم بحسب شهود من أهالي المنطقة."
RUSSIAN = "Армия покинула город в понедельник, и жители вернулись в свои дома, сообщили очевидцы."
FRENCH = (
    "L'armée a quitté la ville lundi et les habitants sont revenus chez eux, ont raconté des témoins. Les routes sont restées fermées et "
    * 3
)


@pytest.mark.parametrize(("text", "code"), [(ENGLISH, "en"), (ARABIC, "ar"), (RUSSIAN, "ru"), (FRENCH, "fr")])
def test_the_language_of_an_article_is_read(text: str, code: str) -> None:
    assert language.read(make_article(text)).language == code


@pytest.mark.parametrize("text", ["", "12 : 34 //", "Amal", "…", "\x00\x00", "\n\n"])
def test_what_is_too_short_stays_unknown(text: str) -> None:
    assert language.read(make_article(text)).language is None


@pytest.mark.parametrize(("other", "code"), [(ARABIC, "ar"), (RUSSIAN, "ru"), (FRENCH, "fr"), (ENGLISH, None), ("Амал", None)])
def test_a_paragraph_in_another_language_says_so(other: str, code: str | None) -> None:
    article = language.read(make_article("\n".join([*[ENGLISH] * 6, other])))
    assert article.language == "en"
    assert [paragraph.language for paragraph in article.paragraphs] == [*[None] * 6, code]


@pytest.mark.parametrize("text", ["a\nb\rc\x00d", "\ud800 alone here and more words", "\u202e\u200f\u0640", "😀" * 50, "A" * 100_000])
def test_odd_input_never_fails(text: str) -> None:
    language.read(make_article(text))


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(), max_size=300))
def test_no_text_makes_it_fail(text: str) -> None:
    found = language.detect(text)
    assert found is None or len(found) == 2
