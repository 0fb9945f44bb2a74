import pytest

from tocsin.clean import make_capture, read
from tocsin.clean.notice import read_notice
from tocsin.clean.suffix import split_suffix

BODY = "The ministry said on Monday that the crossing would open again within a week.\n\nDrivers had waited for a month, they said.\n"


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Plainview.kz © 2025. .", "Plainview.kz"),
        ("Copyright © 2025 Levant Observer. All rights reserved.", "Levant Observer"),
        ("© 2024-2025 The Orbit", "The Orbit"),
        ("Tigris Post, Nineveh Street, Mosul. All rights reserved 2025.", "Tigris Post"),
        ("جميع الحقوق محفوظة لصحيفة النهر © 2025", "صحيفة النهر"),
        ("جميع الحقوق محفوظة © الأفق العربي 2025", "الأفق العربي"),
        ("All rights reserved.", None),
        ("© 2025", None),
    ],
)
def test_a_notice_names_its_owner(text: str, owner: str | None) -> None:
    assert read_notice(text) == owner


@pytest.mark.parametrize(
    ("head", "foot", "outlet"),
    [
        ("", "", None),
        ("", "\nPlainview.kz\nViews: 12\n", "Plainview.kz"),
        ("", "\nLevant Observer\n", "Levant Observer"),
        ("THE ORBIT\nHome\nWorld\n\n", "\n© 2025 The Orbit Media. All rights reserved.\n", "The Orbit"),
        ("", "\nHala Mert\nHala Mert covers the border.\n", None),
        ("", "\nRead more\nLogin\n", None),
    ],
)
def test_the_outlet_is_what_the_page_says_or_unknown(head: str, foot: str, outlet: str | None) -> None:
    raw = f"{head}Crossing to open again within a week\n\n{BODY}{foot}".encode()
    assert read(raw, make_capture(raw, path="x"))[0].outlet == outlet


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("Crossing to open again | Levant Observer", ("Crossing to open again", "Levant Observer")),
        ("Crossing to open again - Levant Observer", ("Crossing to open again", "Levant Observer")),
        ("Crossing to open again", ("Crossing to open again", None)),
        ("Two-day strike - over", ("Two-day strike - over", None)),
    ],
)
def test_suffixes(title: str, parts: tuple[str, str | None]) -> None:
    assert split_suffix(title) == parts
