import pytest

from tocsin.clean.furniture import find_reason
from tocsin.clean.lines import make_line
from tocsin.clean.runs import make_runs
from tocsin.lang.furniture import load, squash


def reason(text: str) -> str | None:
    line = make_line(make_runs(text, 0, len(text)))
    assert line is not None
    return find_reason(line)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", "counter"),
        ("1.2K", "counter"),
        ("A+", "button"),
        ("night_theme", "button"),
        ("•••", "glyph"),
        ("WHAT ARE YOU LOOKING FOR ?", "menu"),
        ("Share on Facebook", "share bar"),
        ("share-lineLiked the story? Share it on social media!", "share bar"),
        ("Home | World | Middle East | About us", "menu"),
        ("Share Tweet Email", "share bar"),
        ("مشاركة عبر: فيسبوك | إكس | واتساب", "share bar"),
        ("Comments (3)", "comments"),
        ("Story Code : 1179386", "view counter"),
        ("Views: 778", "view counter"),
        ("عدد المشاهدات: 4312", "view counter"),
        ("Read also: Old bridge to close after the feast, minister tells the council of the city on Monday", "read-also link"),
        ("اقرأ أيضاً: أمطار تنقذ الموسم", "read-also link"),
        ("Any use of materials is allowed only if there is a hyperlink to Plainview.kz", "copyright"),
        ("The Ledger (c) 2025 - Reproduction with mention of the source is permitted", "copyright"),
        ("جميع الحقوق محفوظة لصحيفة النهر © 2025", "copyright"),
        ("We use cookies to measure our audience.", "cookie notice"),
        ("#Syria #Iraq", "tags"),
        ("https://plainview.example/x", "address"),
        ("3 hours ago", "relative date"),
    ],
)
def test_furniture(text: str, expected: str) -> None:
    assert reason(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Views on the war differ from village to village",
        "Related forces moved to the north of the town",
        "He said the homes of 40 families had burned.",
        "Share prices fell in Baghdad on Monday.",
        "The list has 640 names.",
        "ولم تتبن أي جهة الهجوم حتى الآن",
    ],
)
def test_sentences_and_headings_are_no_furniture(text: str) -> None:
    assert reason(text) is None


def test_every_wording_of_the_packs_can_be_found() -> None:
    for furniture in load():
        for wordings in (*furniture.lines.values(), *furniture.phrases.values()):
            assert all(squash(wording) != "" for wording in wordings)


def test_no_wording_stands_under_two_reasons_of_one_pack() -> None:
    for furniture in load():
        seen: dict[str, str] = {}
        for name, wordings in furniture.lines.items():
            for wording in map(squash, wordings):
                assert seen.setdefault(wording, name) == name, wording
