"""Tokens: what is one word, and that each points to the characters it was read from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.lang.fold import fold, key
from tocsin.lang.tokens import make_sentence, split

PIECES = ["Mr.", "al-Hol", "don’t", "Syria's", "2,500", "3.5", "U.S.", "«", "»", "“", "”", "\u200f", "\u202e", "مُدَرِّسة", "والســلام", "İ", "ﬁ", "ﷲ", "…", "—", "\x00", "\n", " ", "١٬٢٣٤", "A", "ـ", "ً"]  # fmt: skip
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), st.text(max_size=60))


@given(TEXTS)
def test_every_token_stands_where_it_says(text: str) -> None:
    sentence = make_sentence(text, fold(text), 0, len(text))
    assert len(sentence.starts) == len(sentence.ends) == len(sentence.words) == len(sentence.keys)
    at = 0
    for start, end, word, folded in zip(sentence.starts, sentence.ends, sentence.words, sentence.keys, strict=True):
        assert at <= start < end <= len(text)
        assert text[start:end] == word
        assert key(word) == folded != ""
        at = end


@given(TEXTS)
def test_no_letter_and_no_digit_is_left_out(text: str) -> None:
    sentence = make_sentence(text, fold(text), 0, len(text))
    held = {at for start, end in zip(sentence.starts, sentence.ends, strict=True) for at in range(start, end)}
    assert [sign for at, sign in enumerate(text) if at not in held and key(sign).isalnum()] == []


@given(TEXTS, TEXTS)
def test_offsets_count_in_the_whole_text(before: str, text: str) -> None:
    whole = f"{before}\n{text}"
    first = len(before) + 1
    alone = make_sentence(text, fold(text), 0, len(text))
    inside = make_sentence(whole, fold(whole), first, len(whole))
    assert inside.keys == alone.keys
    assert inside.starts == tuple(start + first for start in alone.starts)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Fighters near al-Hol fled.", ("fighters", "near", "al-hol", "fled", ".")),
        ("They don't and won’t.", ("they", "don't", "and", "won't", ".")),
        ("Syria's army", ("syria", "'s", "army")),
        ("the governors' offices", ("the", "governors", "'", "offices")),
        ("2,500 of 3.5 million", ("2,500", "of", "3.5", "million")),
        ("in 2,500, he said", ("in", "2,500", ",", "he", "said")),
        ("the U.S. envoy", ("the", "u.s.", "envoy")),
        ("12-15 men", ("12", "-", "15", "men")),
        ("“Go,” she said", ("“", "go", ",", "”", "she", "said")),
        ("قال: «لا»", ("قال", ":", "«", "لا", "»")),
        ("قُتِلَ 1٬200 شخصٍ", ("قتل", "1٬200", "شخص")),
        ("العـــراق،", ("العراق", "،")),
        ("\u200fقال\u200f إن", ("قال", "ان")),
        ("ﷲ", ("ﷲ",)),
        ("İzmir", ("izmir",)),
        ("", ()),
        (" \u200f \n", ()),
    ],
)
def test_texts_fall_into_their_words(text: str, keys: tuple[str, ...]) -> None:
    assert split(text) == keys
