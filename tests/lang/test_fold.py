"""Folding: one key however a word was typed, and offsets that never move."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.lang.fold import MARKS, fold, key, strip_marks

# Characters that are known to move offsets, hide in words or change their length with their case.
TRICKY = "İıßŉǰΐﬁﬂﬀﷲﻻﷺ’‘`ʼ‑‐\u00a0ـًَُِّْٰ\u200e\u200f\u202a\u202e\u2066\u2069\u200b\u200d٠٩۰۹\u0307\U0001f1f8\ud800"
TEXTS = st.text(st.one_of(st.sampled_from(TRICKY), st.characters()), max_size=60)


@given(TEXTS)
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(TEXTS, TEXTS)
def test_each_character_folds_where_it_stands(left: str, right: str) -> None:
    assert len(fold(left + right)) == len(fold(left)) + len(fold(right))


@given(TEXTS)
def test_a_key_has_no_marks_and_stays_as_it_is(word: str) -> None:
    once = key(word)
    assert not any(sign in once for sign in "ًٌٍَُِّْـ\u200f\u202e")
    assert strip_marks(once) == once


@given(st.text("abcABCİΣأإآةىیکگپ٣۳’-", max_size=20))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("أحمد", "احمد"),
        ("إدلب", "ادلب"),
        ("آمنة", "امنه"),
        ("مستشفى", "مستشفي"),
        ("مسؤول", "مسوول"),
        ("شؤون", "شوون"),
        ("رئيس", "رييس"),
        ("کرکوک", "كركوك"),
        ("یعنی", "يعني"),
        ("مُدَرِّسَةٌ", "مدرسه"),
        ("الســـلام", "السلام"),
        ("\u200fبغداد\u200e", "بغداد"),
        ("\u202bحلب\u202c", "حلب"),
        ("\u2067حمص\u2069", "حمص"),
        ("١٢٣", "123"),
        ("۴۵۶", "456"),
        ("don’t", "don't"),
        ("Ra‘ad", "ra'ad"),
        ("al‑Hol", "al-hol"),
        ("GENERAL", "general"),
        ("İDLİB", "idlib"),
        ("IRAK", "ırak"),
        ("i\u0307dlib", "idlib"),
    ],
)
def test_spellings_of_one_word_have_one_key(word: str, other: str) -> None:
    assert key(word) == key(other)


@pytest.mark.parametrize(("word", "other"), [("علم", "عالم"), ("سعد", "سعيد"), ("rebel", "rebels"), ("قرية", "قرى")])
def test_other_words_keep_other_keys(word: str, other: str) -> None:
    assert key(word) != key(other)


def test_the_marks_are_the_inside_of_a_character_class() -> None:
    assert strip_marks(MARKS) == "-" * MARKS.count("-")
