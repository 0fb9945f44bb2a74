"""The three functions of the package itself."""

import subprocess
import sys
from pathlib import Path

import pytest

import tocsin
from tocsin.errors import SourceError

TEXT = "“The gate was open,” the warden, Idris Hallam, said on Friday. He added that nobody had the keys."


@pytest.mark.parametrize("kind", [str, Path, None], ids=["a path as text", "a path", "bytes"])
def test_read_gives_the_articles_of_a_page(tmp_path: Path, kind: type | None) -> None:
    page = tmp_path / "page.txt"
    page.write_text(f"Breakout at the Wadi prison\n\n{TEXT}\n", encoding="utf-8")
    (article,) = tocsin.read(page.read_bytes() if kind is None else kind(page))
    assert TEXT in article.text
    assert len(article.statements) > 0


def test_read_keeps_the_address_it_is_given() -> None:
    (article,) = tocsin.read(f"Breakout at the Wadi prison\n\n{TEXT}\n".encode(), url="https://levant.example/breakout")
    assert article.capture.page == article.capture.url == "https://levant.example/breakout"


def test_read_says_what_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"missing\.txt"):
        tocsin.read(tmp_path / "missing.txt")


def test_statements_count_their_spans_in_exactly_the_text_given() -> None:
    text = f"  \n{TEXT}\n\n"
    found = [s for s in tocsin.statements(text) if not s.own]
    assert len(found) > 0
    assert "The gate was open" in found[0].content[0].of(text)
    assert tocsin.statements("") == []


def test_statements_take_a_language() -> None:
    found = tocsin.statements("قال مدير السجن إدريس حلّام إن البوابة كانت مفتوحة.", language="ar")
    assert any(not s.own for s in found)


def test_open_gives_a_desk(tmp_path: Path) -> None:
    with tocsin.open(tmp_path / "desk.db") as desk:
        assert desk.counts().articles == 0


def test_importing_the_package_loads_none_of_its_rooms() -> None:
    code = "import sys, tocsin; print(sorted(m for m in sys.modules if m.startswith('tocsin.') or m in ('sqlalchemy', 'trafilatura')))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 -- our own words
    assert run.stdout.strip() == "[]"


def test_a_view_needs_no_database_library() -> None:
    code = "import sys, tocsin.store; print('sqlalchemy' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 -- our own words
    assert run.stdout.strip() == "False"
