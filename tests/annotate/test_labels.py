"""Names with the words that judge them: the whole wording is the mention, the name alone its head."""

import pytest

from tocsin.flow.line import read_text
from tocsin.model import Mention
from tocsin.settings import Settings


def _mentions(text: str, code: str) -> tuple[Mention, ...]:
    return read_text(text, language=code, settings=Settings()).mentions


@pytest.mark.parametrize(
    ("code", "text", "label", "actor"),
    [
        ("en", "The Israeli regime said nothing on Monday.", "Israeli regime", "state:IL"),
        ("en", "Officials met envoys of the Iranian junta.", "Iranian junta", "state:IR"),
        ("en", "It blamed the so-called Syrian Democratic Forces.", "so-called Syrian Democratic Forces", "group:syrian-democratic-forces"),
        ("en", "They fought the so-called “Islamic State” there.", "so-called “Islamic State”", "group:islamic-state"),
        ("en", "The valley fell to the Daesh Takfiri terrorist group in May.", "Daesh Takfiri terrorist group", "group:islamic-state"),
        ("en", "The terror group ISIS held the town.", "terror group ISIS", "group:islamic-state"),
        ("ar", "اتهم المتحدث الكيان الإسرائيلي بقصف البلدة.", "الكيان الإسرائيلي", "state:IL"),
        ("ar", "وقال إن ما يسمى قوات سوريا الديمقراطية انسحبت.", "ما يسمى قوات سوريا الديمقراطية", "group:syrian-democratic-forces"),
    ],
)
def test_a_judging_word_belongs_to_the_wording(code: str, text: str, label: str, actor: str) -> None:
    assert (label, actor) in [(m.label, m.actor) for m in _mentions(text, code)]


@pytest.mark.parametrize(
    "text",
    [
        "ISIS fighters and a group of farmers met on the road.",
        "A militant, ISIS says, was killed.",
        "The sanctions regime against Iran stays.",
    ],
)
def test_plain_nouns_and_words_beyond_a_comma_stay_outside(text: str) -> None:
    assert {m.label for m in _mentions(text, "en") if m.actor is not None} <= {"ISIS", "Iran"}


def test_the_bare_name_is_the_head() -> None:
    (mention,) = _mentions("They fought the so-called “Islamic State” there.", "en")
    assert mention.head == "Islamic State"
