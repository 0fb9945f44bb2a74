import time
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import make_article, read_texts

from tocsin.annotate import sentences
from tocsin.annotate.sentences import LIMIT, split
from tocsin.lang import boundaries

MARK = "¦"
CASES = {code: read_texts(f"sentences_{code}.yml") for code in ("en", "ar", "fa", "fr", "ru", "tr")}
YOUNG = {"fa": 15}  # languages with fewer cases as yet
LETTERS = ' \n\t.?!…؟۔"”“’»«()[]abcABC19ابتوMrU-’\u200f\u0640'


def _pieces(text: str, code: str | None) -> list[str]:
    return [text[start:end] for start, end in split(text, 0, len(text), rules=boundaries.load(code))]


@pytest.mark.parametrize(("code", "case"), [(code, case) for code, cases in CASES.items() for case in cases])
def test_a_text_falls_into_its_sentences(code: str, case: str) -> None:
    assert _pieces(case.replace(MARK, ""), code) == [piece.strip() for piece in case.split(MARK)]


def test_each_language_has_forty_cases() -> None:
    assert [code for code, cases in CASES.items() if len(cases) < YOUNG.get(code, 40)] == []


def test_a_language_without_a_pack_is_split_by_the_general_rules() -> None:
    assert _pieces("Il est parti. Elle reste.", "fr") == ["Il est parti.", "Elle reste."]


def test_a_sentence_knows_its_paragraph_and_language() -> None:
    article = make_article("One. Two.\nثلاثة.", "en")
    first, second = article.paragraphs
    article = sentences.read(replace(article, paragraphs=(first, replace(second, language="ar"))))
    found = [(s.paragraph, s.language, article.text[s.start : s.end]) for s in article.sentences]
    assert found == [(0, "en", "One."), (0, "en", "Two."), (1, "ar", "ثلاثة.")]


def test_an_empty_text_has_no_sentences() -> None:
    assert sentences.read(make_article("", "en")).sentences == ()


def test_a_text_without_paragraphs_is_one_paragraph() -> None:
    article = replace(make_article("One. Two.", "en"), paragraphs=())
    assert [s.paragraph for s in sentences.read(article).sentences] == [0, 0]


def test_a_line_without_an_end_is_cut() -> None:
    text = "word " * 10_000
    pieces = _pieces(text, "en")
    assert max(map(len, pieces)) <= LIMIT
    assert " ".join(pieces) == text.strip()


@pytest.mark.parametrize("unit", ["a", ".", ". ", "a. ", "? ", '" ', "A.", "1. ", "م. ", "a.b "])
def test_a_long_odd_line_is_split_in_a_moment(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    began = time.process_time()
    assert len(_pieces(text, "en")) > 0
    assert time.process_time() - began < 5


@given(st.text(alphabet=st.sampled_from(LETTERS), max_size=200), st.sampled_from(["en", "ar", None]))
def test_sentences_cover_every_character_that_is_no_space(text: str, code: str | None) -> None:
    spans = list(split(text, 0, len(text), rules=boundaries.load(code)))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
