"""Case endings: what stands behind an apostrophe, what a noun is without its ending."""

import pytest

from tocsin.lang import cases, classes
from tocsin.lang.fold import fold, key
from tocsin.lang.tokens import make_sentence, spell


def _words(text: str, code: str) -> tuple[str, ...]:
    return make_sentence(text, fold(text), 0, len(text), language=code).words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ankara'da toplandı", ("Ankara", "'da", "toplandı")),
        ("Erdoğan’ın danışmanı", ("Erdoğan", "’ın", "danışmanı")),
        ("2024'te 15'e çıktı", ("2024", "'te", "15", "'e", "çıktı")),
        ("ABD'liler BM'ye gitti", ("ABD", "'liler", "BM", "'ye", "gitti")),
        ("Kur'an okundu", ("Kur'an", "okundu")),
    ],
)
def test_an_ending_behind_an_apostrophe_is_a_word_of_its_own(text: str, words: tuple[str, ...]) -> None:
    assert _words(text, "tr") == words
    assert spell(words) == text


def test_other_languages_keep_their_apostrophes() -> None:
    assert _words("Ankara'da Ta'ziyah", "en") == ("Ankara'da", "Ta'ziyah")


@pytest.mark.parametrize(
    ("word", "stem", "root", "case"),
    [
        ("bakanlığından", "bakanlığı", "bakanlık", cases.ABLATIVE),
        ("sözcüsünün", "sözcüsü", "sözcü", cases.GENITIVE),
        ("kadının", "kadın", "kadın", cases.GENITIVE),
        ("kaynaklara", "kaynaklar", "kaynak", cases.DATIVE),
        ("basında", "basın", "basın", cases.LOCATIVE),
        ("raporunda", "raporu", "rapor", cases.LOCATIVE),
        ("grubun", "grup", "grup", cases.GENITIVE),
        ("yetkili", "yetkili", "yetkili", None),
    ],
)
def test_a_noun_is_found_behind_its_endings(word: str, stem: str, root: str, case: str | None) -> None:
    noun = classes.load("tr").noun(key(word))
    assert (noun.stem, noun.root, noun.case) == (key(stem), key(root), case)


def test_a_language_without_cases_has_no_endings() -> None:
    assert cases.load("en") is None
    assert cases.cut("en", "ankara'da") == 0
