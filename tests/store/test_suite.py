"""What every store must do. A second store joins by one line in STORES; nothing here knows SQL."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hands import BREAKOUT, DROUGHT, STAGES, START, make_article, make_capture, make_mention, make_page, make_reading, tick

from tocsin.errors import RecordError, StoreError
from tocsin.instants import order
from tocsin.model import Issue, Judgement, Subject, Verdict
from tocsin.store import Added, Desk, Filter, Reading, open_desk


def open_sqlite(folder: Path) -> Desk:
    clock = tick()
    return open_desk(str(folder / "desk.db"), clock=lambda: next(clock))


STORES: tuple[Callable[[Path], Desk], ...] = (open_sqlite,)


@pytest.fixture(params=STORES, ids=lambda store: store.__name__)
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    with request.param(tmp_path) as opened:
        yield opened


def put(desk: Desk, reading: Reading) -> Added:
    """What a run does with a page that was read: ask, then add."""
    held = desk.seen(reading.capture, reading.stages)
    return desk.add(reading) if held is None else held


def test_an_article_comes_back_as_it_was_added(desk: Desk) -> None:
    reading = make_page(BREAKOUT, title="Breakout at Wadi", outlet="Levant Daily")
    added = put(desk, reading)
    assert added == Added(new=(reading.articles[0].id,))
    assert desk.article(reading.articles[0].id) == reading.articles[0]
    assert desk.view().articles == reading.articles
    assert desk.article("nothing") is None


def test_the_bytes_come_back_as_they_were(desk: Desk) -> None:
    reading = make_page(BREAKOUT)
    put(desk, reading)
    assert desk.capture(reading.capture.sha256) == reading.raw
    with pytest.raises(StoreError, match="no capture"):
        desk.capture("0" * 64)


def test_the_same_page_twice_changes_nothing(desk: Desk) -> None:
    reading = make_page(BREAKOUT)
    put(desk, reading)
    before = desk.counts(), desk.view(), desk.custody(reading.capture.sha256)
    assert put(desk, reading) == Added(unchanged=(reading.articles[0].id,))
    assert desk.add(reading) == Added(unchanged=(reading.articles[0].id,))
    assert (desk.counts(), desk.view(), desk.custody(reading.capture.sha256)) == before


def test_a_view_counter_makes_a_version_that_changes_nothing(desk: Desk) -> None:
    first, second = make_page(BREAKOUT, views=10), make_page(BREAKOUT, views=11)
    put(desk, first)
    assert put(desk, second) == Added(versions=(first.articles[0].id,))
    versions = desk.versions(first.articles[0].id)
    assert [v.number for v in versions] == [1, 2]
    assert versions[0].change is None
    assert versions[1].change is not None
    assert versions[1].change.summary == "no change in the text"
    assert desk.counts().articles == 1
    assert desk.counts().statements == 1


def test_changed_bytes_make_a_version_that_says_what_changed(desk: Desk) -> None:
    first = make_page(BREAKOUT, title="Breakout at Wadi")
    second = make_page(BREAKOUT.replace("Thirty-seven", "Twenty-nine"), title="Breakout at Wadi prison")
    put(desk, first)
    put(desk, second)
    change = desk.versions(first.articles[0].id)[1].change
    assert change is not None
    assert change.title == ("Breakout at Wadi", "Breakout at Wadi prison")
    assert any("Twenty-nine" in sentence for sentence in change.added)
    assert any("Thirty-seven" in sentence for sentence in change.removed)
    assert desk.view().articles == second.articles
    assert desk.counts().articles == 1


def test_a_page_that_goes_back_to_its_first_bytes_is_a_third_version(desk: Desk) -> None:
    first, second = make_page(BREAKOUT, views=1), make_page(BREAKOUT, views=2)
    for reading in (first, second, first):
        put(desk, reading)
    assert [v.capture for v in desk.versions(first.articles[0].id)] == [first.capture.sha256, second.capture.sha256, first.capture.sha256]
    assert put(desk, first) == Added(unchanged=(first.articles[0].id,))


def test_the_same_bytes_under_another_path_are_a_line_of_custody(desk: Desk) -> None:
    reading = make_page(BREAKOUT)
    put(desk, reading)
    elsewhere = replace(reading, capture=make_capture(reading.raw, "/copies/breakout.txt"))
    assert put(desk, elsewhere) == Added(unchanged=(reading.articles[0].id,))
    assert [line.path for line in desk.custody(reading.capture.sha256)] == ["/pages/breakout.txt", "/copies/breakout.txt"]
    assert desk.counts().articles == 1
    assert put(desk, elsewhere).unchanged == (reading.articles[0].id,)
    assert len(desk.custody(reading.capture.sha256)) == 2


def test_two_pages_are_two_articles(desk: Desk) -> None:
    put(desk, make_page(BREAKOUT))
    put(desk, make_page(DROUGHT, "/pages/drought.txt"))
    assert list(desk.view().articles) == sorted(desk.view().articles, key=order)
    assert (desk.counts().pages, desk.counts().articles, desk.counts().captures) == (2, 2, 2)


def test_two_articles_of_a_page_keep_their_parts(desk: Desk) -> None:
    raw = f"{BREAKOUT}\n\n{DROUGHT}".encode()
    capture = make_capture(raw)
    reading = make_reading(make_article(BREAKOUT, capture=capture), make_article(DROUGHT, capture=capture, part=2), raw=raw)
    assert len(put(desk, reading).new) == 2
    assert (desk.counts().pages, desk.counts().articles) == (1, 2)


def test_an_article_that_its_page_drops_stays_and_says_so(desk: Desk) -> None:
    raw = f"{BREAKOUT}\n\n{DROUGHT}".encode()
    capture = make_capture(raw)
    both = make_reading(make_article(BREAKOUT, capture=capture), make_article(DROUGHT, capture=capture, part=2), raw=raw)
    put(desk, both)
    put(desk, make_page(BREAKOUT))
    change = desk.versions(both.articles[1].id)[-1].change
    assert change is not None
    assert change.gone
    assert desk.counts().articles == 2
    put(desk, make_page(BREAKOUT, views=7))
    assert len(desk.versions(both.articles[1].id)) == 2


def test_a_better_reading_of_the_same_bytes_replaces_the_one_before(desk: Desk) -> None:
    reading = make_page(BREAKOUT)
    put(desk, reading)
    better = replace(reading, articles=(replace(reading.articles[0], dateline="Wadi"),), stages="clean@2")
    assert put(desk, better) == Added(unchanged=(reading.articles[0].id,))
    assert desk.view().articles == better.articles
    assert [v.stages for v in desk.versions(reading.articles[0].id)] == ["clean@2"]


def test_an_article_that_a_better_reading_does_not_find_is_dropped_with_an_issue(desk: Desk) -> None:
    raw = f"{BREAKOUT}\n\n{DROUGHT}".encode()
    capture = make_capture(raw)
    both = make_reading(make_article(BREAKOUT, capture=capture), make_article(DROUGHT, capture=capture, part=2), raw=raw)
    one = make_reading(make_article(f"{BREAKOUT} {DROUGHT}", capture=capture), raw=raw, stages="clean@2")
    put(desk, both)
    put(desk, one)
    assert desk.view().articles == one.articles
    assert [i.stage for i in desk.issues()] == ["store"]
    assert [hit.article for hit in desk.search("turbines")] == [one.articles[0].id]
    put(desk, replace(both, stages="clean@3"))
    assert len(desk.view().articles) == 2


@pytest.mark.parametrize(
    ("page", "title", "outlet", "text", "is_version"),
    [
        ("/later/breakout.txt", None, None, BREAKOUT.replace("every farm", "each farm"), True),
        ("/later/other.txt", "Breakout at Wadi", "Levant Daily", BREAKOUT.replace("every farm", "each farm"), True),
        ("/later/other.txt", "Breakout at Wadi", None, BREAKOUT.replace("every farm", "each farm"), False),
        ("/later/other.txt", "Breakout at Wadi", "Tell Marwan Post", BREAKOUT.replace("every farm", "each farm"), False),
        ("/later/breakout.txt", "Breakout at Wadi", "Tell Marwan Post", BREAKOUT.replace("every farm", "each farm"), False),
        ("/later/breakout.txt", None, None, DROUGHT, False),
    ],
    ids=["file name", "headline", "headline, outlet unknown", "copied by another outlet", "file name of another outlet", "another text"],
)
def test_a_page_under_another_name_is_a_version_only_when_all_agrees(
    desk: Desk, page: str, title: str | None, outlet: str | None, text: str, is_version: bool
) -> None:
    put(desk, make_page(BREAKOUT, title="Breakout at Wadi", outlet="Levant Daily"))
    other = make_page(text, page, title=title, outlet=outlet)
    assert desk.match(other.articles) == ("/pages/breakout.txt" if is_version else None)


def test_a_version_under_another_name_keeps_the_id_of_its_article(desk: Desk) -> None:
    first = make_page(BREAKOUT)
    put(desk, first)
    later = make_page(BREAKOUT.replace("every farm", "each farm"), "/later/breakout.txt")
    assert desk.match(later.articles) == "/pages/breakout.txt"
    capture = replace(later.capture, page="/pages/breakout.txt")
    again = replace(later, articles=(make_article(later.articles[0].text, capture=capture),))
    assert desk.add(again) == Added(versions=(first.articles[0].id,))
    for reading in (first, later, first, later):
        assert desk.seen(reading.capture, STAGES) == Added(unchanged=(first.articles[0].id,))
    assert len(desk.versions(first.articles[0].id)) == 2


def test_a_file_name_that_many_pages_have_in_common_tells_nothing(desk: Desk) -> None:
    for number in range(25):
        put(desk, make_page(f"Report {number} from district {number}: quiet, with {number} patrols seen.", f"/site/{number}/index.html"))
    other = make_page("Report 3 from district 3: quiet, with 3 patrols seen.", "/site/new/index.html", views=9)
    assert desk.match(other.articles) is None


def test_a_template_address_that_names_two_pages_is_believed_of_the_first_alone(desk: Desk) -> None:
    home = "https://levant.example/"
    first = make_article(BREAKOUT, capture=replace(make_capture(b"one", home), path="/pages/one.html"), title="Breakout at Wadi")
    second = make_article(DROUGHT, capture=replace(make_capture(b"two", home), path="/pages/two.html"), title="The reservoir")
    desk.add(Reading(first.capture, b"one", (first,), STAGES))
    assert desk.match((second,)) == "/pages/two.html"
    edited = make_article(BREAKOUT, capture=replace(make_capture(b"three", home), path="/pages/three.html"), title="Breakout at Wadi")
    assert desk.match((edited,)) is None


def test_two_saved_copies_of_one_address_are_two_versions_however_often_they_are_added(desk: Desk) -> None:
    address = "https://levant.example/breakout"
    copies = []
    for path, text in (("/pages/early.html", BREAKOUT), ("/pages/late.html", BREAKOUT.replace("every farm", "each farm"))):
        capture = replace(make_capture(text.encode(), address), path=path)
        copies.append(Reading(capture, text.encode(), (make_article(text, capture=capture),), STAGES))
    first, second = copies
    assert len(put(desk, first).new) == 1
    assert desk.match(second.articles) is None
    assert len(put(desk, second).versions) == 1
    for reading in (first, second, first):
        assert len(put(desk, reading).unchanged) == 1
    assert len(desk.versions(first.articles[0].id)) == 2


def test_issues_are_kept_once_however_often_a_page_is_added(desk: Desk) -> None:
    drop = Issue("clean", "a caption", "Photo: the gate")
    capture = make_capture(b"page")
    reading = make_reading(make_article(BREAKOUT, capture=capture, issues=(drop,)), raw=b"page")
    missing = Issue("collect", "there is no such file", path="/pages/lost.txt")
    for _ in range(2):
        desk.add(reading)
        desk.record((missing,))
    assert sorted(desk.issues(), key=lambda i: i.stage) == [replace(drop, path="/pages/breakout.txt"), missing]


def test_issues_of_a_page_are_kept_once_under_whichever_path_it_came(desk: Desk) -> None:
    article = make_article(BREAKOUT, capture=make_capture(b"page"), issues=(Issue("clean", "a caption", "Photo: the gate"),))
    desk.add(make_reading(article, raw=b"page"))
    desk.add(make_reading(article, raw=b"page", source="/elsewhere/breakout.txt", stages="clean@2"))
    assert desk.counts().issues == len(list(desk.issues())) == 1


def test_two_views_of_one_content_have_one_digest(desk: Desk) -> None:
    empty = desk.view().digest
    desk.add(make_page(BREAKOUT))
    first = desk.view()
    assert first.digest == desk.view().digest != empty
    desk.judge(Judgement(Subject.ACTOR, "a", "b", Verdict.SAME, 1.0, (), "analyst"))
    assert desk.view().digest != first.digest


def test_a_page_that_can_be_read_at_last_loses_its_issue(desk: Desk) -> None:
    reading = make_page(BREAKOUT)
    desk.record((Issue("clean", "no article", path="/pages/breakout.txt"),))
    desk.add(reading)
    assert list(desk.issues()) == []


def test_a_text_that_no_byte_can_hold_is_refused_and_nothing_of_it_stays(desk: Desk) -> None:
    with pytest.raises(RecordError, match="half a character"):
        desk.add(make_reading(make_article("broken \ud800 text", capture=make_capture(b"x")), raw=b"x"))
    assert desk.counts().articles == 0


def test_a_view_holds_the_articles_of_its_window(desk: Desk) -> None:
    days = {"/a.txt": datetime(2031, 4, 1), "/b.txt": datetime(2031, 4, 10, tzinfo=UTC), "/c.txt": None}  # noqa: DTZ001
    for page, day in days.items():
        desk.add(
            make_reading(make_article(f"{page} {DROUGHT}", capture=make_capture(page.encode(), page), published=day), raw=page.encode())
        )
    pages = {a.capture.page for a in desk.view(since=datetime(2031, 4, 5, tzinfo=UTC)).articles}
    assert pages == {"/b.txt", "/c.txt"}
    assert {a.capture.page for a in desk.view(until=datetime(2031, 4, 10, tzinfo=UTC)).articles} == {"/a.txt", "/c.txt"}
    assert desk.view(since=START + timedelta(days=9)).articles == ()


def test_a_view_as_of_a_time_shows_what_the_desk_knew_then(desk: Desk) -> None:
    first, second = make_page(BREAKOUT), make_page(BREAKOUT.replace("Thirty-seven", "Twenty-nine"))
    desk.add(first)
    known = desk.versions(first.articles[0].id)[0].added
    desk.add(second)
    desk.add(make_page(DROUGHT, "/pages/drought.txt"))
    assert desk.view(as_of=known).articles == first.articles
    assert desk.view(as_of=known - timedelta(seconds=1)).articles == ()
    assert len(desk.view().articles) == 2


def test_a_judgement_is_withdrawn_by_a_stamp_and_never_lost(desk: Desk) -> None:
    judgement = Judgement(Subject.ACTOR, "a2", "a1", Verdict.SAME, 1.0, ("an alias of both",), "analyst")
    id_ = desk.judge(judgement)
    standing = desk.view().judgements
    assert [(j.left, j.right, j.verdict) for j in standing] == [("a1", "a2", Verdict.SAME)]
    made = standing[0].made
    assert made is not None
    desk.withdraw(id_)
    assert desk.view().judgements == ()
    assert desk.view(as_of=made).judgements == standing
    assert desk.judgements()[0][1].withdrawn is not None
    with pytest.raises(StoreError, match="no judgement"):
        desk.withdraw("nothing")


def test_a_second_judgement_on_a_pair_withdraws_the_first(desk: Desk) -> None:
    first = Judgement(Subject.CLAIM, "c1", "c2", Verdict.SAME, 0.8, (), "analyst")
    desk.judge(first)
    desk.judge(replace(first, left="c2", right="c1", verdict=Verdict.DIFFERENT))
    desk.judge(replace(first, author="program", verdict=Verdict.UNSURE))
    assert {(j.author, j.verdict) for j in desk.view().judgements} == {("analyst", Verdict.DIFFERENT), ("program", Verdict.UNSURE)}
    assert len(desk.judgements()) == 3


def test_a_search_narrows_by_actor_language_outlet_and_time(desk: Desk) -> None:
    hallam = make_mention(BREAKOUT, "Idris Hallam", actor="hallam")
    capture = make_capture(b"1", "/one.txt")
    day = datetime(2031, 4, 10, tzinfo=UTC)
    desk.add(make_reading(make_article(BREAKOUT, capture=capture, outlet="Levant Daily", mentions=(hallam,), published=day), raw=b"1"))
    desk.add(make_reading(make_article(DROUGHT, capture=make_capture(b"2", "/two.txt"), language="fr"), raw=b"2"))
    filters = [
        Filter(actors=("idris hallam",)),
        Filter(actors=("nobody", "hallam")),
        Filter(outlet="levant daily"),
        Filter(language="en"),
        Filter(until=day + timedelta(days=1), language="en"),
        Filter(since=day),
    ]
    for narrow in filters:
        assert "/one.txt" in {
            a.capture.page for a in map(desk.article, [h.article for h in desk.search("valley", narrow)]) if a is not None
        }
    assert desk.search("valley", Filter(actors=("nobody",))) == ()
    assert desk.search("valley", Filter(outlet="Tell Marwan Post")) == ()
    assert len(desk.search("valley")) == 2
    assert len(desk.search("valley", Filter(limit=1))) == 1


def test_a_damaged_capture_is_told(desk: Desk) -> None:
    reading = make_page(BREAKOUT)
    desk.add(reading)
    assert list(desk.damaged()) == []
    (stored,) = [path for folder in desk.files() if folder.is_dir() for path in folder.rglob("*.gz")]
    stored.write_bytes(b"something else")
    assert [i.stage for i in desk.damaged()] == ["store"]
    with pytest.raises(StoreError, match="damaged"):
        desk.capture(reading.capture.sha256)
    stored.unlink()
    assert len(list(desk.damaged())) == 1


def test_bytes_that_do_not_have_their_hash_are_refused(desk: Desk) -> None:
    with pytest.raises(StoreError, match="is not the SHA-256"):
        desk.add(replace(make_page(BREAKOUT), raw=b"other bytes"))
