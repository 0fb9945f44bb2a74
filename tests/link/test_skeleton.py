"""Names across scripts: what sounds alike, what does not, and how often that is right on names of the public gold."""

import csv
from pathlib import Path

import pytest

from tocsin.link import skeleton

GOLD = Path(__file__).parents[3] / "shared" / "gold" / "names"


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("Adel Marwan", "عادل مروان"),
        ("Omar al-Khatib", "عمر الخطيب"),
        ("Abdul Rahman Qasim", "عبد الرحمن قاسم"),
        ("Abdelrahman Kassem", "عبدالرحمن قاسم"),
        ("Abu Yusuf al-Masri", "أبو يوسف المصري"),
        ("Jalaluddin Hakim", "جلال الدين حكيم"),
        ("Ghassan Shukri", "غسان شكري"),
        ("Jeffrey Brooks", "جيفري بروكس"),
        ("Zdenek Havlicek", "زدينيك هافليتشيك"),
        ("Wafa Thabit", "وفاء ثابت"),
    ],
)
def test_one_name_in_two_scripts_sounds_alike(latin: str, arabic: str) -> None:
    assert skeleton.match(latin, arabic) >= 0.8
    assert skeleton.match(arabic, latin) == skeleton.match(latin, arabic)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Adel Marwan", "عادل سليمان"),
        ("Omar Hassan", "عمر حسين"),
        ("Nadia Farouk", "نادر فاروق"),
        ("Hala Samir Nassar", "سمير نصار"),
        ("Marwan", "عادل مروان سالم"),
        ("", "عادل"),
    ],
)
def test_other_names_do_not(left: str, right: str) -> None:
    assert skeleton.match(left, right) < 0.8


@pytest.mark.parametrize(("left", "right"), [("Mohammed Anwar", "Muhammad Anwar"), ("Yousef Haddad", "Yusuf Hadad")])
def test_spellings_within_one_script_sound_alike(left: str, right: str) -> None:
    assert skeleton.match(left, right) >= 0.85


def test_articles_and_particles_do_not_count() -> None:
    assert skeleton.words("Omar ibn al-Khatib") == ("omar", "khatib")
    assert skeleton.words("عمر بن الخطيب") == ("عمر", "خطيب")


@pytest.mark.gold
@pytest.mark.skipif(not GOLD.is_dir(), reason="no public gold beside the checkout")
def test_most_single_words_share_their_skeleton_across_scripts() -> None:
    rows = [line.split("\t") for line in (GOLD / "ar2en-train.txt").read_text(encoding="utf-8").splitlines()]
    pairs = [(skeleton.words(row[0]), skeleton.words(row[1])) for row in rows if len(row) == 2]
    single = [(arabic[0], latin[0]) for arabic, latin in pairs if len(arabic) == 1 and len(latin) == 1]
    assert sum(skeleton.skeleton(a) == skeleton.skeleton(b) for a, b in single) / len(single) >= 0.88


@pytest.mark.gold
@pytest.mark.skipif(not GOLD.is_dir(), reason="no public gold beside the checkout")
def test_full_names_are_found_and_seldom_mistaken() -> None:
    with (GOLD / "un_aliases_ar.tsv").open(encoding="utf-8") as stream:
        rows = [(row["name_original_script"], row["name_latin"]) for row in csv.DictReader(stream, delimiter="\t")]
    hits = [(i, j) for i, (arabic, _) in enumerate(rows) for j, (_, latin) in enumerate(rows) if skeleton.match(arabic, latin) >= 0.7]
    right = sum(i == j for i, j in hits)
    assert right / len(rows) >= 0.85
    assert right / len(hits) >= 0.95
