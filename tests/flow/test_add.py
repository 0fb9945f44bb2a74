from dataclasses import replace
from pathlib import Path

import pytest

from tocsin.flow import line
from tocsin.flow.add import Progress, Report, add, add_page
from tocsin.model import Article, Capture
from tocsin.settings import Settings
from tocsin.store import open_desk

SETTINGS = Settings()
BREAKOUT = (
    "Breakout at the Wadi prison\n\n14 March 2031\n\n"
    "“Thirty-seven prisoners walked out of the eastern gate,” the warden, Idris Hallam, said on Friday. "
    "He added that the guards had been outnumbered and that the alarm had been cut hours before.\n\n"
    "The Northern Force sealed the road to the valley and searched every farm along it until the morning. "
    "Families of the guards waited at the bridge for news of those who had been on duty that night.\n"
)
DROUGHT = (
    "Turbines above Tell Marwan may stop\n\n2 April 2031\n\n"
    "The reservoir above Tell Marwan stands at a fifth of its capacity, the water board said on Tuesday. "
    "Its director, Salma Rourke, warned that the turbines would stop before the end of the summer.\n"
)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "breakout.txt").write_text(BREAKOUT, encoding="utf-8")
    (folder / "drought.txt").write_text(DROUGHT, encoding="utf-8")
    return folder


def outcome(report: Report) -> tuple[int, int, int, int]:
    return report.new, report.versions, report.unchanged, report.unread


def test_a_folder_is_added_and_adding_it_again_changes_nothing(tmp_path: Path, pages: Path) -> None:
    with open_desk(str(tmp_path / "desk.db")) as desk:
        report = add(desk, [pages], SETTINGS)
        assert outcome(report) == (2, 0, 0, 0)
        assert report.pages == 2
        assert report.statements == desk.counts().statements > 2
        assert report.words > 80
        before = desk.counts(), desk.view()
        assert outcome(add(desk, [pages], SETTINGS)) == (0, 0, 2, 0)
        assert (desk.counts(), desk.view()) == before


def test_a_page_that_is_held_is_not_read_again(tmp_path: Path, pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_desk(str(tmp_path / "desk.db")) as desk:
        add(desk, [pages / "breakout.txt"], SETTINGS)

        def refuse(*_: object) -> tuple[Article, ...]:
            raise AssertionError("read twice")

        with monkeypatch.context() as patch:
            patch.setattr(line, "read_capture", refuse)
            assert outcome(add(desk, [pages / "breakout.txt"], SETTINGS)) == (0, 0, 1, 0)


def test_a_page_that_older_stages_read_is_read_again(tmp_path: Path, pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_desk(str(tmp_path / "desk.db")) as desk:
        with monkeypatch.context() as patch:
            patch.setattr(line, "make_stamps", lambda _: "clean@0")
            add(desk, [pages], SETTINGS)
        report = add(desk, [pages], SETTINGS)
        assert outcome(report) == (0, 0, 2, 0)
        assert report.words > 80
        assert {v.stages for a in desk.view().articles for v in desk.versions(a.id)} == {line.make_stamps(SETTINGS)}


@pytest.mark.parametrize(
    ("old", "new", "summary"),
    [("14 March 2031", "14 March 2031\n\nViews: 118", "no change in the text"), ("Thirty-seven", "Twenty-nine", "added: “")],
    ids=["a view counter", "a silent edit"],
)
def test_changed_bytes_make_a_version_and_never_a_second_article(tmp_path: Path, pages: Path, old: str, new: str, summary: str) -> None:
    page = pages / "breakout.txt"
    with open_desk(str(tmp_path / "desk.db")) as desk:
        add(desk, [page], SETTINGS)
        page.write_text(BREAKOUT.replace(old, new), encoding="utf-8")
        assert outcome(add(desk, [page], SETTINGS)) == (0, 1, 0, 0)
        (article,) = desk.view().articles
        change = desk.versions(article.id)[1].change
        assert change is not None
        assert change.summary.startswith(summary)


def test_an_edited_copy_in_another_folder_is_a_version_of_the_same_article(tmp_path: Path, pages: Path) -> None:
    later = tmp_path / "later"
    later.mkdir()
    (later / "breakout.txt").write_text(BREAKOUT.replace("Thirty-seven", "Twenty-nine"), encoding="utf-8")
    with open_desk(str(tmp_path / "desk.db")) as desk:
        add(desk, [pages], SETTINGS)
        ids = {a.id for a in desk.view().articles}
        assert outcome(add(desk, [later], SETTINGS)) == (0, 1, 0, 0)
        view = desk.view()
        assert {a.id for a in view.articles} == ids
        assert any("Twenty-nine" in a.text for a in view.articles)
        counts = desk.counts()
        assert outcome(add(desk, [pages, later], SETTINGS)) == (0, 0, 3, 0)
        assert desk.counts() == counts


def test_the_same_bytes_in_another_folder_are_no_second_article(tmp_path: Path, pages: Path) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    (copies / "renamed.txt").write_bytes((pages / "breakout.txt").read_bytes())
    with open_desk(str(tmp_path / "desk.db")) as desk:
        add(desk, [pages], SETTINGS)
        assert outcome(add(desk, [copies], SETTINGS)) == (0, 0, 1, 0)
        assert desk.counts().articles == 2


def test_a_page_that_cannot_be_read_costs_itself_alone(tmp_path: Path, pages: Path) -> None:
    (pages / "a-photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (pages / "empty.html").write_bytes(b"<html><body></body></html>")
    with open_desk(str(tmp_path / "desk.db")) as desk:
        for _ in range(2):
            report = add(desk, [pages, tmp_path / "nowhere"], SETTINGS)
            assert (report.pages, report.unread) == (5, 3)
            assert [issue.path for issue in report.failed] == [
                str(pages / "a-photo.txt"),
                str(pages / "empty.html"),
                str(tmp_path / "nowhere"),
            ]
            assert all(issue.reason != "" and str(tmp_path) not in issue.reason for issue in report.failed)
        assert desk.counts().articles == 2
        assert {issue.path for issue in desk.issues()} >= {issue.path for issue in report.failed}
        assert len([issue for issue in desk.issues() if issue.path == str(tmp_path / "nowhere")]) == 1


def test_a_desk_inside_the_folder_is_not_read_as_pages(pages: Path) -> None:
    with open_desk(str(pages / "desk.db")) as desk:
        for _ in range(2):
            report = add(desk, [pages], SETTINGS)
            assert (report.pages, report.unread) == (2, 0)


def test_progress_comes_once_a_page_is_on_the_disk(tmp_path: Path, pages: Path) -> None:
    seen: list[Progress] = []
    with open_desk(str(tmp_path / "desk.db")) as desk:

        def check(progress: Progress) -> None:
            with open_desk(str(tmp_path / "desk.db"), create=False) as other:
                assert all(other.article(id_) is not None for id_ in progress.added.new)
            seen.append(progress)

        add(desk, [pages], SETTINGS, progress=check)
    assert [step.report.pages for step in seen] == [1, 2]
    assert [step.path for step in seen] == [str(pages / "breakout.txt"), str(pages / "drought.txt")]


def test_a_run_that_is_stopped_between_pages_goes_on_later(tmp_path: Path, pages: Path) -> None:
    def stop(_: Progress) -> None:
        raise KeyboardInterrupt

    with open_desk(str(tmp_path / "desk.db")) as desk:
        with pytest.raises(KeyboardInterrupt):
            add(desk, [pages], SETTINGS, progress=stop)
        assert desk.counts().articles == 1
        assert outcome(add(desk, [pages], SETTINGS)) == (1, 0, 1, 0)


def test_a_page_whose_text_cannot_be_kept_is_an_issue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = line.read_capture

    def break_text(raw: bytes, capture: Capture, settings: Settings) -> tuple[Article, ...]:
        return tuple(replace(article, title="\ud800") for article in read(raw, capture, settings))

    monkeypatch.setattr(line, "read_capture", break_text)
    with open_desk(str(tmp_path / "desk.db")) as desk:
        result = add_page(desk, BREAKOUT.encode(), SETTINGS, path="/pages/breakout.txt")
        assert [issue.path for issue in result.issues] == ["/pages/breakout.txt"]
        assert desk.counts().articles == 0


def test_two_orders_of_adding_make_the_same_view(tmp_path: Path, pages: Path) -> None:
    with open_desk(str(tmp_path / "one.db")) as one, open_desk(str(tmp_path / "two.db")) as two:
        add(one, [pages / "breakout.txt", pages / "drought.txt"], SETTINGS)
        add(two, [pages / "drought.txt", pages / "breakout.txt"], SETTINGS)
        assert one.view() == two.view()
