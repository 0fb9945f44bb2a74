from collections.abc import Callable
from dataclasses import replace

import pytest

from tocsin.errors import RecordError, SourceError
from tocsin.flow import line
from tocsin.flow.stages import Line, Opening, Stage
from tocsin.lang.outlets import Registry
from tocsin.model import Article, Capture, Issue, Kind, Mention, Paragraph
from tocsin.settings import Settings

SETTINGS = Settings()
PAGE = (
    "Breakout at the Wadi prison\n\n14 March 2031\n\n"
    "“Thirty-seven prisoners walked out of the eastern gate,” the warden, Idris Hallam, said on Friday.\n\n"
    "The Northern Force sealed the road to the valley, according to two officials who asked not to be named.\n"
)


def open_page(raw: bytes, capture: Capture) -> tuple[Article, ...]:
    text = raw.decode()
    return (Article("a", capture, 1, text, (Paragraph(0, len(text)),), ()),)


def name_first(article: Article, _: Registry) -> Article:
    return replace(article, mentions=(Mention(0, 4, article.text[:4], Kind.PERSON),))


def fail(article: Article, _: Registry) -> Article:
    raise ZeroDivisionError(f"on {len(article.text)} characters")


def count_mentions(article: Article, _: Registry) -> Article:
    return replace(article, dateline=str(len(article.mentions)))


OPENING = Opening("open", 3, ("text", "paragraphs"), open_page)


def stage(
    name: str, read: Callable[[Article, Registry], Article], *, requires: tuple[str, ...] = ("text",), assigns: tuple[str, ...] = ()
) -> Stage:
    return Stage(name, 1, requires, assigns, read)


def test_the_line_reads_a_page_to_statements() -> None:
    (article,) = line.read_page(PAGE.encode(), path="/pages/breakout.txt", settings=SETTINGS)
    assert article.capture.page == "/pages/breakout.txt"
    assert article.language == "en"
    assert any("Hallam" in statement.speaker.name for statement in article.statements)
    assert all(issue.stage == "clean" for issue in article.issues)


def test_the_line_names_its_stages_with_their_versions() -> None:
    assert [part.partition("@")[0] for part in line.LINE.stamps.split()] == ["clean", "annotate", "attribute"]
    stamps = line.make_stamps(SETTINGS)
    assert stamps.startswith(line.LINE.stamps)
    assert stamps == line.make_stamps(SETTINGS)


def test_a_stage_that_needs_what_none_before_it_fills_makes_no_line() -> None:
    with pytest.raises(ValueError, match="stage count requires mentions, which no stage before it assigns"):
        Line(OPENING, (stage("count", count_mentions, requires=("mentions",)), stage("name", name_first, assigns=("mentions",))))


@pytest.mark.parametrize("broken", [("opening",), ("stage",)])
def test_a_stage_that_names_no_field_of_an_article_makes_no_line(broken: tuple[str, ...]) -> None:
    opening = replace(OPENING, assigns=("text", "colour")) if "opening" in broken else OPENING
    with pytest.raises(ValueError, match="colour"):
        Line(opening, (stage("paint", count_mentions, assigns=("colour",)),))


def test_a_stage_that_fails_costs_itself_alone() -> None:
    broken = Line(
        OPENING,
        (stage("name", name_first, assigns=("mentions",)), stage("break", fail), stage("count", count_mentions, requires=("mentions",))),
    )
    capture = line.make_capture(b"Idris spoke.", path="/p.txt")
    (article,) = line.read_capture(b"Idris spoke.", capture, SETTINGS, line=broken)
    assert article.dateline == "1"
    assert article.issues == (Issue("break", "this stage failed: ZeroDivisionError: on 12 characters"),)


def test_an_opening_that_fails_is_a_page_that_cannot_be_read() -> None:
    def explode(_: bytes, __: Capture) -> tuple[Article, ...]:
        raise RecursionError("too deep")

    capture = line.make_capture(b"Idris spoke.", path="/p.txt")
    with pytest.raises(SourceError, match=r"/p\.txt: the stage open failed on this page \(RecursionError: too deep\)"):
        line.read_capture(b"Idris spoke.", capture, SETTINGS, line=Line(replace(OPENING, read=explode), ()))


@pytest.mark.parametrize("raw", [b"", b"   \n", b"%PDF-1.7\x00\x01", b"\x00\x01\x02\x03" * 100])
def test_what_holds_no_text_is_a_source_error(raw: bytes) -> None:
    with pytest.raises(SourceError):
        line.read_page(raw, path="/p.txt", settings=SETTINGS)


@pytest.mark.parametrize("text", ["", "\n\n", "One line", " two\r\n\r\n  lines \n", "قال المدير إن السجن آمن."])
def test_a_text_is_read_as_it_stands(text: str) -> None:
    article = line.read_text(text, settings=SETTINGS)
    assert article.text == text
    assert [text[p.start : p.end] for p in article.paragraphs] == [part.strip() for part in text.splitlines() if part.strip() != ""]
    assert all(span.end <= len(text) for statement in article.statements for span in statement.content)


def test_a_stage_that_fails_on_a_text_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line, "make_line", lambda **_: Line(OPENING, (stage("break", fail),)))
    with pytest.raises(RecordError, match="break: this stage failed"):
        line.read_text("Some text.", settings=SETTINGS)
