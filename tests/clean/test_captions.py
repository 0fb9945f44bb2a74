import pytest

from tocsin.clean.captions import has_bracket, has_tail_credit, is_caption
from tocsin.clean.lines import Line, make_line
from tocsin.clean.runs import make_runs


def line(text: str) -> Line:
    made = make_line(make_runs(text, 0, len(text)))
    assert made is not None
    return made


def judge(text: str) -> bool:
    made = line(text)
    return is_caption(made) or has_tail_credit(made) or has_bracket(made)


@pytest.mark.parametrize(
    "text",
    [
        "A handout picture released by the ministry shows lorries at the border on December 2, 2024.",
        "FILE - Soldiers stand guard in Mosul, March 3, 2021.",
        "Fighters ride through Hama, Syria, Tuesday Dec. 3, 2024.(DNA)",
        "Cars queue at the crossing. (Border Ministry/DNA)",
        "Nurses at a hearing in Geneva in 2024. Photo: Harbour Post",
        "People walk past damaged stalls in Idlib, March 4, 2025. DELTA WIRE/Sami Kher",
        "صورة أرشيفية لجنود قرب الحدود",
        "أكياس رمل عند السور الشرقي، السبت (صدى النهر)",
        "زوار بين رفوف المعرض، الأربعاء - تصوير: صدى النهر",
    ],
)
def test_captions(text: str) -> None:
    assert judge(text)


@pytest.mark.parametrize(
    "text",
    [
        "Falconers voiced concern over fighting between factions and the Democratic Forces (SDF).",
        "The picture shows how little the two sides trust each other, he said.",
        "Files on the case were burned, the judge said.",
        "Iraq strikes positions in Hamrin (video)",
        "US-backed Syrian Democratic Forces (SDF)",
        "صورت المنظمة الوضع بأنه كارثي.",
    ],
)
def test_other_lines(text: str) -> None:
    assert not judge(text)
