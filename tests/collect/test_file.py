import io
import os
import sys
import tracemalloc
from pathlib import Path

import pytest

from tocsin.collect import Page, count, walk
from tocsin.collect.file import load
from tocsin.errors import SourceError
from tocsin.model import Issue

LIMIT = 1_000_000


def names(found: list[Page | Issue]) -> list[str]:
    return [Path(page.path or "-").name for page in found if isinstance(page, Page)]


def reasons(found: list[Page | Issue]) -> list[str]:
    return [issue.reason for issue in found if isinstance(issue, Issue)]


def test_a_folder_gives_its_pages_in_sorted_order(tmp_path: Path) -> None:
    for name in ("b.html", "a.txt", "c/z.htm", "c/y.md", "d.xhtml", "report", "odd.name"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"news of {name}", encoding="utf-8")
    found = list(walk([tmp_path], limit=LIMIT))
    assert names(found) == ["a.txt", "b.html", "y.md", "z.htm", "d.xhtml", "odd.name", "report"]
    assert all(Path(page.path or "").is_absolute() for page in found if isinstance(page, Page))
    assert count([tmp_path]) == 7


def test_hidden_files_and_what_is_to_be_left_are_passed_over(tmp_path: Path) -> None:
    for name in (".hidden.txt", ".git/page.txt", "own/page.txt", "page.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("news", encoding="utf-8")
    assert names(list(walk([tmp_path], limit=LIMIT, leave=(tmp_path / "own",)))) == ["page.txt"]
    assert names(list(walk([tmp_path / ".hidden.txt"], limit=LIMIT))) == [".hidden.txt"]


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"%PDF-1.4 ...", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"GIF89a\x00", "GIF"),
        (b"BM\x00\x01\x00\x00", "BMP"),
        (b"PK\x03\x04\x14\x00", "ZIP"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"BZh9\x31\x41\x00", "bzip2"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "WebP"),
        (b"RIFF\x00\x00\x00\x00ACON", "RIFF"),
        (b"\x00\x00\x00\x20ftypisom", "video"),
        (b"SQLite format 3\x00", "a database"),
        (b"a" * 257 + b"ustar\x00", "tar"),
        (b"text\x00\x01\x02\x00\x00more\x00\x00\x00\x00", "no text"),
    ],
)
def test_what_is_plainly_no_page_is_told_by_its_first_bytes(tmp_path: Path, raw: bytes, kind: str) -> None:
    (tmp_path / "page.html").write_bytes(raw)
    (found,) = walk([tmp_path / "page.html"], limit=LIMIT)
    assert isinstance(found, Issue)
    assert kind in found.reason
    assert found.path == str(tmp_path / "page.html")


@pytest.mark.parametrize(
    "raw",
    [
        b"BMW opens a plant in the valley",
        b"BZh said the mayor",
        b"ID3 talks resume",
        "Wide text without a mark".encode("utf-16-le"),
        "نص عريض بلا علامة في أوله".encode("utf-16-be"),
        "Marked".encode("utf-16"),
        "عنوان".encode("cp1256"),
        b"<html>\x01</html>",
    ],
)
def test_text_that_only_looks_like_something_else_is_a_page(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "page.txt").write_bytes(raw)
    assert list(walk([tmp_path], limit=LIMIT)) == [Page(str(tmp_path / "page.txt"), raw)]


def test_a_file_that_its_name_tells_from_a_page_is_read_only_when_named(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes(b"news")
    (tmp_path / "style.css").write_bytes(b"p { color: red }")
    found = list(walk([tmp_path], limit=LIMIT))
    assert names(found) == ["page.txt"]
    assert "text/css" in reasons(found)[0]
    assert names(list(walk([tmp_path / "style.css"], limit=LIMIT))) == ["style.css"]


def test_a_path_that_is_not_there_and_an_empty_page_are_told(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b" \n")
    found = list(walk([tmp_path / "missing.txt", tmp_path / "empty.txt"], limit=LIMIT))
    assert reasons(found) == ["there is no such file or folder; check the path", "this page is empty"]


@pytest.mark.parametrize("content", [None, "photo.jpg"])
def test_a_folder_without_pages_is_told(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / content).write_bytes(b"\xff\xd8\xff\xe0\x00")
    assert "this folder holds no pages" in reasons(list(walk([tmp_path], limit=LIMIT)))[-1]


def test_a_file_over_the_limit_is_told_and_not_loaded(tmp_path: Path) -> None:
    (tmp_path / "huge.txt").write_bytes(b"x" * 101)
    (issue,) = walk([tmp_path / "huge.txt"], limit=100)
    assert isinstance(issue, Issue)
    assert "101 bytes, and the limit is 100" in issue.reason
    assert isinstance(next(walk([tmp_path / "huge.txt"], limit=101)), Page)


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "page.txt").write_bytes(b"news")
    (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "b").symlink_to(tmp_path / "a", target_is_directory=True)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    (tmp_path / "lost.txt").symlink_to(tmp_path / "gone.txt")
    found = list(walk([tmp_path], limit=LIMIT))
    assert names(found) == ["page.txt"]
    assert len(reasons(found)) == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names there")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (issue,) = walk([tmp_path / "pipe"], limit=LIMIT)
    assert isinstance(issue, Issue)
    assert "pipe" in issue.reason


def test_what_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page.txt").write_bytes(b"news")
    (tmp_path / "shut").mkdir()

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    listdir = os.listdir
    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(os, "listdir", lambda path: refuse() if Path(path).name == "shut" else listdir(path))
    assert [reason[:22] for reason in reasons(list(walk([tmp_path], limit=LIMIT)))] == ["cannot be read: Permis", "cannot read this folde"]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are text there")
def test_a_name_that_is_no_text_is_shown_as_well_as_can_be(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_bytes(b"news")
    (page,) = walk([tmp_path], limit=LIMIT)
    assert page.path == str(tmp_path / "caf\ufffd.txt")


def test_a_dash_stands_for_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"news from a pipe")))
    assert list(walk(["-"], limit=LIMIT)) == [Page(None, b"news from a pipe")]
    assert count(["-"]) == 1


def test_memory_stays_flat_however_many_pages(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number}.txt").write_bytes(b"x" * 500_000)
    tracemalloc.start()
    for _ in walk([tmp_path], limit=LIMIT):
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


def test_one_file_is_loaded_or_refused(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes(b"news")
    assert load(tmp_path / "page.txt", LIMIT).raw == b"news"
    with pytest.raises(SourceError, match=r"missing\.txt: there is no|missing\.txt: cannot be read"):
        load(tmp_path / "missing.txt", LIMIT)
    with pytest.raises(SourceError, match="not a file"):
        load(tmp_path, LIMIT)
