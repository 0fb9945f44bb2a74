"""Paragraphs for training: spans of an article become labels, and labels spans again."""

import itertools

import pytest
from corpus import Article, Attribution, cut, find_spans
from hypothesis import given
from hypothesis import strategies as st

from tocsin.attribute.tagger.labels import LABELS, may_follow
from tocsin.attribute.tagger.words import normalise, split

TEXT = 'Nine men fled, the River Guard said.\n\n"It was dark," said Adel Marwan. "Nobody saw them."'


def place(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


ARTICLE = Article(
    "a",
    TEXT,
    (
        Attribution((place("the River Guard"),), (place("said"),), (place("Nine men fled"),)),
        Attribution(
            (place("Adel Marwan"),),
            ((TEXT.index("said Adel"), TEXT.index(" Adel")),),
            (place('"It was dark,"'), place('"Nobody saw them."')),
        ),
    ),
)


def test_labels_of_a_paragraph_lead_back_to_the_spans_of_the_article() -> None:
    found = [
        (role, row.words[first].text, row.words[last - 1].text)
        for row in cut(ARTICLE)
        for role, first, last in find_spans(list(row.labels))
    ]
    assert found == [
        ("content", "Nine", "fled"),
        ("source", "the", "Guard"),
        ("cue", "said", "said"),
        ("content", "“", "”"),
        ("cue", "said", "said"),
        ("source", "Adel", "Marwan"),
        ("content", "“", "”"),
    ]


def test_no_label_follows_one_that_it_may_not_follow() -> None:
    for row in cut(ARTICLE):
        labels = [None, *(LABELS[label] for label in row.labels), None]
        assert all(may_follow(before, after) for before, after in itertools.pairwise(labels))


@pytest.mark.parametrize(("before", "after"), [("O", "I-cue"), ("B-cue", "I-source"), ("B-cue", None), (None, "E-cue"), ("E-cue", "I-cue")])
def test_broken_rows_of_labels_are_refused(before: str | None, after: str | None) -> None:
    assert not may_follow(before, after)


@given(st.text())
def test_words_stand_where_they_say(text: str) -> None:
    normal = normalise(text)
    assert len(normal) == len(text)
    assert all(normal[word.start : word.end] == word.text for word in split(normal))
