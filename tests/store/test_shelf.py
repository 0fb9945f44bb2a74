"""What is kept beside a desk comes back whole or not at all."""

from pathlib import Path

from tocsin.store.shelf import Shelf


def test_what_is_put_comes_back(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "shelf")
    assert shelf.get("a") is None
    shelf.put("a", b"one")
    shelf.put("a", b"two")
    assert shelf.get("a") == b"two"
    assert shelf.get("b") is None


def test_an_entry_under_another_key_is_no_entry(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.put("a", b"one")
    (tmp_path / "a").rename(tmp_path / "b")
    assert shelf.get("b") is None


def test_only_the_last_entries_are_kept_and_no_leavings(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    for number in range(20):
        shelf.put(f"{number}", b"x")
    names = {path.name for path in tmp_path.iterdir()}
    assert len(names) <= 8
    assert not any(name.startswith(".part-") for name in names)


def test_a_folder_that_cannot_be_made_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    shelf = Shelf(tmp_path / "file")
    shelf.put("a", b"one")
    assert shelf.get("a") is None
