import codecs
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.clean import decode, make_capture
from tocsin.errors import SourceError
from tocsin.model import Media

ARABIC = "أعلنت الوزارة اليوم إعادة فتح المعبر أمام الشاحنات بعد توقف دام أسبوعين، وقال المتحدث إن العمل يسير كالمعتاد. " * 4
ENGLISH = "The ministry said the crossing would open again on Sunday. Lorries had waited for two weeks, drivers said.\n" * 4


def _declare(charset: str, text: str = ARABIC) -> str:
    return f'<html><head><meta charset="{charset}"></head><body><p>{text}</p></body></html>'


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (ENGLISH.encode(), "utf-8"),
        (ARABIC.encode(), "utf-8"),
        (codecs.BOM_UTF8 + ARABIC.encode(), "utf-8-sig"),
        (ARABIC.encode("utf-16"), "utf-16"),
        (ENGLISH.encode("utf-16-le"), "utf-16-le"),
        (ENGLISH.encode("utf-16-be"), "utf-16-be"),
        (ARABIC.encode("cp1256"), "cp1256"),
        (f'<html><head><meta charset="windows-1256"></head><body>{ARABIC[:60]}</body></html>'.encode("cp1256"), "cp1256"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>caf\u00e9 “x”</p>'.encode("cp1252"), "cp1252"),
        (ARABIC.encode() + b"\xd8", "utf-8"),
        (ARABIC.encode("utf-16-be"), "utf-16-be"),
        (ARABIC.encode("utf-16-le"), "utf-16-le"),
        (ARABIC.encode("iso8859-6"), "iso8859-6"),
        (_declare("iso-8859-6").encode("iso8859-6"), "iso8859-6"),
        (_declare("iso-8859-6").encode("cp1256"), "cp1256"),
        (_declare("windows-1256").encode("iso8859-6"), "iso8859-6"),
        (_declare("iso-8859-1").encode("cp1256"), "cp1256"),
        (_declare("koi8-r", "Министерство сообщило, что переход снова откроют в воскресенье. " * 3).encode("koi8-r"), "koi8-r"),
        (_declare("iso-8859-6", "أهلا").encode("iso8859-6"), "iso8859-6"),
    ],
)
def test_encoding_is_found_and_text_is_whole(raw: bytes, encoding: str) -> None:
    text, found, _ = decode(raw)
    assert found == encoding
    assert text == raw.decode(encoding, "replace")


def test_a_false_declaration_does_not_win_over_valid_utf8() -> None:
    raw = f'<html><head><meta charset="iso-8859-1"></head><body><p>{ARABIC}</p></body></html>'.encode()
    assert decode(raw)[1] == "utf-8"


@pytest.mark.parametrize(
    "raw", [b"", b" \n\t ", b"\x00" * 40, b"%PDF-1.7 text", b"\x89PNG\r\n\x1a\n", bytes(range(32)) * 50, b"ab\x00\x00\x00c" * 200]
)
def test_what_holds_no_text_is_refused_with_what_to_do(raw: bytes) -> None:
    with pytest.raises(SourceError, match=r"expected .*;"):
        decode(raw)


@pytest.mark.parametrize(
    ("text", "media"),
    [
        ("<!DOCTYPE html><p>x", Media.HTML),
        ("\n <!-- saved --> <html><body>x", Media.HTML),
        ("<div><p>one</p><p>two</p></div>", Media.HTML),
        ("The sign < means less. The tag <p> starts a paragraph.", Media.TEXT),
        ("Plain text.", Media.TEXT),
    ],
)
def test_markup_is_told_from_text(text: str, media: Media) -> None:
    assert decode(text.encode())[2] is media


def test_page_key_is_the_url_then_the_pages_own_word_then_the_path_then_the_hash() -> None:
    raw = b'<html><head><link href="https://a.example/1" rel="canonical"></head><body><p>text</p></body></html>'
    assert make_capture(raw, url="https://b.example/2", path="x").page == "https://b.example/2"
    own = make_capture(raw, path="x")
    assert (own.page, own.url, own.path) == ("https://a.example/1", "https://a.example/1", "x")
    assert make_capture(b"plain text", path="pages/x.txt").page == "pages/x.txt"
    bare = make_capture(b"plain text", captured=datetime(2025, 1, 2, tzinfo=UTC))
    assert bare.page == bare.sha256
    assert bare.size == 10


@given(st.binary(max_size=400))
def test_any_bytes_are_decoded_or_refused(raw: bytes) -> None:
    try:
        text, encoding, _ = decode(raw)
    except SourceError:
        return
    assert raw.decode(encoding, "replace") == text


def test_a_declaration_that_cannot_read_the_bytes_is_not_believed() -> None:
    raw = b'<html><head><meta charset="shift_jis"></head><body>' + "Der Fluß führt Hochwasser, größer als früher. ".encode("cp1252") * 20
    assert decode(raw)[1] != "shift_jis"
