import pytest

from tocsin.clean.byline import unglue
from tocsin.clean.credits import Credit, read_line, read_parts
from tocsin.clean.dateline import read_dateline


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("By Nadia Fenn", Credit(author="Nadia Fenn")),
        ("By Nadia Fenn and Omar Tell", Credit(author="Nadia Fenn and Omar Tell")),
        ("By MARTA LIND, Correspondent", Credit(author="MARTA LIND")),
        ("بقلم: ليلى بناني", Credit(author="ليلى بناني")),
        ("By Delta Wire", Credit(agency="Delta Wire")),
        ("Delta News Agency", Credit(agency="Delta News Agency")),
        ("Source: Delta Wire", Credit(agency="Delta Wire")),
        ("SOURCE: HARBOUR POST AND DELTA WIRE", Credit(agency="Delta Wire")),
        ("المصدر: وكالة دلتا", Credit(agency="وكالة دلتا")),
        ("(DNA)", Credit(agency="DNA")),
        ("(With Delta Wire)", Credit(agency="Delta Wire")),
        ("بغداد - وكالات", Credit(agency="وكالات", place="بغداد")),
        ("الحسكة - خاص", Credit(place="الحسكة")),
        ("(Reporting by Nadia Fenn; editing by Omar Tell)", Credit(author="Nadia Fenn")),
    ],
)
def test_lines_that_name_their_makers(line: str, credit: Credit) -> None:
    assert read_line(line) == credit


@pytest.mark.parametrize(
    "line",
    [
        "By the river the soldiers waited for the boats to come",
        "By Staff Writer",
        "Space agencies worry",
        "Aa",
        "From Aleppo",
        "Iraq / Syria",
    ],
)
def test_other_lines_name_nobody(line: str) -> None:
    assert read_line(line) is None


def test_one_piece_of_a_line_may_be_a_byline() -> None:
    assert read_parts("8 March 2025, 14:10 | By Raghad Nur | Views: 2,930") == Credit(author="Raghad Nur")
    assert read_parts("كتب: سامر العلي ٥ أيار ٢٠٢٥ - ١٠:٣٠") == Credit(author="سامر العلي")


@pytest.mark.parametrize(
    ("opening", "place", "agency"),
    [
        ("BAGHDAD (DNA) — Three people were killed.", "BAGHDAD", "DNA"),
        ("IDLIB, Syria, March 4 (Delta Wire) - Three people.", "IDLIB, Syria", "Delta Wire"),
        ("(Delta Wire) - Three people.", None, "Delta Wire"),
        ("AMMAN, Jordan — Jordan said.", "AMMAN, Jordan", None),
        ("Baghdad – Security forces arrested.", "Baghdad", None),
        ("بغداد (د ن أ) - قتل خمسة جنود", "بغداد", "د ن أ"),
        ("بغداد - وكالات: قتل خمسة جنود", "بغداد", "وكالات"),
        ("دمشق - قالت وزارة النقل", "دمشق", None),
        ("ЗАРЕЧЬЕ, 3 окт — Дельта-Пресс. Трое жителей.", "ЗАРЕЧЬЕ", "Дельта-Пресс"),
        ("ЗАРЕЧЬЕ, 3 октября. /ДЕЛЬТАПРЕСС/. Трое жителей.", "ЗАРЕЧЬЕ", "ДЕЛЬТАПРЕСС"),
        ("Заречье. 3 октября. ДЕЛЬТАПРЕСС - Трое жителей.", "Заречье", "ДЕЛЬТАПРЕСС"),
        ("الأبيض (السودان) 6 أكتوبر (وكالة ضفاف) - قال مسؤول محلي إن", "الأبيض", "وكالة ضفاف"),
        ("المنامة في 6 أكتوبر / وكالة المرفأ / أعلنت الوزارة أن", "المنامة", "وكالة المرفأ"),
    ],
)
def test_datelines(opening: str, place: str | None, agency: str | None) -> None:
    assert read_dateline(opening) == Credit(place=place, agency=agency)


@pytest.mark.parametrize(
    "opening",
    [
        "Three people were killed (two of them children) - a record.",
        "The Syrian Democratic Forces (SDF) said on Monday.",
        "“No,” he said - and left.",
        "وقالت الوزارة في بيان",
    ],
)
def test_other_openings_are_no_datelines(opening: str) -> None:
    credit = read_dateline(opening)
    assert credit is None or credit.agency is None


def test_a_glued_byline_is_parted() -> None:
    assert unglue("ByTamar Weld") == "By Tamar Weld"
    assert unglue("PublishedMay 2, 2025 6:41 pm") == "Published May 2, 2025 6:41 pm"
    assert unglue("Byzantine walls") == "Byzantine walls"
