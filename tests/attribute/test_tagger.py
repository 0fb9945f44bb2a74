"""The trained tagger: what it marks lies in the text, and where its weights are missing or broken the rules serve and say so."""

import itertools
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tocsin import annotate
from tocsin.attribute import orders, tagger
from tocsin.attribute.tagger import pairs, spans, weights, windows
from tocsin.attribute.tagger.judge import NOTHING, Seen, gather, revise
from tocsin.attribute.tagger.labels import LABELS, ROLES, may_follow
from tocsin.attribute.tagger.spans import Marked
from tocsin.attribute.tagger.weights import Missing, Transitions, Weights
from tocsin.bench.plain import make_article
from tocsin.flow.line import read_text
from tocsin.lang import pack
from tocsin.model import Article, Span
from tocsin.settings import Settings

PACK = Path(str(pack.ROOT)) / "en" / "tagger"
TEXT = "The harbour master said the pilots had left. “Nobody told us,” Ana Petrova added on Monday.\n\nAccording to the union, two tugs lay idle."
PARTS = [
    "said",
    "“",
    "”",
    '"',
    "he",
    "The mayor said the bridge was shut.",
    "قال الوزير",
    "сказал",
    "e\u0301",
    "\u202e",
    "\u200f",
    "👩‍👩‍👧",
    "🏴\U000e0067",
    " ",
    "\n",
]
QUIET = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
MIXED = st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=6)), max_size=14).map(" ".join)


@pytest.fixture(scope="module")
def ready() -> Weights:
    found = weights.load("en")
    assert isinstance(found, Weights)
    return found


def annotated(text: str) -> Article:
    return annotate.read(make_article(text, language="en"))


def test_plain_attributions_are_found_whole() -> None:
    found = {
        (a.source.of(TEXT) if a.source is not None else None, a.cue.of(TEXT), a.content[0].of(TEXT))
        for a in tagger.read(annotated(TEXT)).attributions
    }
    assert ("The harbour master", "said", "the pilots had left") in found
    assert any(source == "Ana Petrova" and "Nobody told us" in content for source, _, content in found)
    assert ("the union", "According to", "two tugs lay idle") in found


@QUIET
@given(MIXED)
def test_every_span_lies_in_the_text_whatever_its_script(text: str) -> None:
    for found in tagger.read(annotated(text)).attributions:
        for span in (found.cue, *found.content, *found.later, *(() if found.source is None else (found.source,))):
            assert 0 <= span.start < span.end <= len(text)
            assert not span.of(text)[0].isspace()
            assert not span.of(text)[-1].isspace()
        assert 0 < found.likely <= 1 + 1e-9


@QUIET
@given(MIXED)
def test_tagging_twice_gives_the_same(text: str) -> None:
    assert tagger.read(annotated(text)) == tagger.read(annotated(text))


def test_what_stands_in_another_paragraph_changes_nothing() -> None:
    alone = tagger.read(annotated(TEXT)).attributions
    behind = tagger.read(
        annotated(f"{TEXT}\n\nA man who sells fish near the quay said that prices rose, the agency reported on Sunday.")
    ).attributions
    assert behind[: len(alone)] == alone


@QUIET
@given(MIXED)
def test_windows_hold_every_word_in_order_and_are_never_too_long(text: str) -> None:
    found = weights.load("en")
    assert isinstance(found, Weights)
    article = annotated(text * 30)
    cut = [window for index in range(len(article.paragraphs)) for window in windows.cut(article, index, found.pieces)]
    words = [word for window in cut for word in window.words]
    assert words == sorted(words)
    for window in cut:
        assert len(window.pieces) == len(window.shapes) <= 256
        assert len(window.firsts) == len(window.words)
        assert list(window.firsts) == sorted(set(window.firsts))


def test_a_paragraph_without_an_end_is_read_in_windows(ready: Weights) -> None:
    cut = list(windows.cut(annotated("The mayor said nothing had changed and " * 400 + "left."), 0, ready.pieces))
    assert len(cut) > 10


def test_an_article_without_an_end_is_read_in_part_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagger, "_MOST", 50)
    tagged = tagger.read(annotated("The mayor said that nothing at all had changed.\n" * 20))
    assert 4 <= len(tagged.attributions) <= 7
    assert ["read 50 words" in issue.reason for issue in tagged.issues] == [True]


def test_only_paragraphs_that_the_rules_leave_something_of_are_tagged(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    ask = tagger.Tagger.ask

    def note(self: tagger.Tagger, paragraph: int, seen: Seen) -> tagger.Told:
        asked.append(paragraph)
        return ask(self, paragraph, seen)

    monkeypatch.setattr(tagger.Tagger, "ask", note)
    text = "The mayor said the bridge was shut.\n\nRain fell all day.\n\nThe union said two tugs lay idle."
    read_text(text, language="en", settings=Settings())
    assert asked == []
    monkeypatch.setitem(orders.ORDERS, "subject-verb", lambda _: [])
    read_text(text, language="en", settings=Settings())
    assert asked == [0, 2]


def test_pieces_are_those_of_the_encoder(ready: Weights) -> None:
    names = (PACK / "pieces.txt").read_text(encoding="utf-8").splitlines()
    assert [names[number] for number in ready.pieces.encode("Embeddings")] == ["em", "##bed", "##ding", "##s"]
    assert ready.pieces.encode("Naïve") == ready.pieces.encode("naive")
    assert ready.pieces.encode("\u0301") == ()
    assert ready.pieces.encode("x" * 101) == (ready.pieces.unknown,)


def test_the_likelihood_of_a_span_is_the_share_of_all_rows_of_labels_that_hold_it() -> None:
    dice = np.random.default_rng(3)
    scores = dice.normal(size=(3, len(LABELS))).astype(np.float32) * 2
    forbidden = np.array([[0 if may_follow(a, b) else -1e4 for b in LABELS] for a in LABELS])
    begin = np.array([0 if may_follow(None, b) else -1e4 for b in LABELS])
    end = np.array([0 if may_follow(a, None) else -1e4 for a in LABELS])
    follow = (dice.normal(size=forbidden.shape) + forbidden).astype(np.float32)
    found = spans.weigh(scores, Transitions(follow, begin.astype(np.float32), end.astype(np.float32)), least=0.4)
    given = {(one.role, one.first, one.last): one.likely for one in found}
    assert len(given) == len(found) > 3
    total, held = 0.0, dict.fromkeys(itertools.product(ROLES, range(3), range(3)), 0.0)
    for row in itertools.product(range(len(LABELS)), repeat=3):
        labels = [None, *(LABELS[i] for i in row), None]
        if not all(itertools.starmap(may_follow, itertools.pairwise(labels))):
            continue
        weight = float(np.exp((sum(scores[i, k] for i, k in enumerate(row)) + sum(follow[a, b] for a, b in itertools.pairwise(row))) / 1.5))
        total += weight
        starts = [i for i, k in enumerate(row) if LABELS[k][0] in "BS"]
        for i in starts:
            j = next(j for j in range(i, 3) if LABELS[row[j]][0] in "ES")
            held[LABELS[row[i]].partition("-")[2], i, j] += weight
    for place, weight in held.items():
        if place in given:
            assert given[place] == pytest.approx(weight / total, abs=1e-5)
        else:
            assert weight / total < 0.031


def judged(ready: Weights, seen: Seen, words: str) -> float:
    """The likelihood that the judge gives to these words as a content, once it knows what the rules read."""
    article = annotated(TEXT)
    window = next(windows.cut(article, 0, ready.pieces))
    candidates = spans.weigh(ready.emit(window), ready.transitions, least=ready.judge.least)
    given = {
        TEXT[window.words[c.first].start : window.words[c.last].end]: c.likely
        for c in revise(ready.judge, TEXT, window, candidates, seen)
        if c.role == "content"
    }
    return given[words]


def test_what_the_rules_read_too_is_likelier_and_what_they_read_otherwise_less(ready: Weights) -> None:
    words = "the pilots had left"
    start = TEXT.index(words)
    same = gather([(None, None, (Span(start, start + len(words)),))])
    other = gather([(None, None, (Span(start, start + len("the pilots")),))])
    assert judged(ready, same, words) > judged(ready, NOTHING, words) > judged(ready, other, words)


def test_without_a_judge_the_likelihood_of_the_tagger_stands(ready: Weights) -> None:
    window = next(windows.cut(annotated(TEXT), 0, ready.pieces))
    candidates = spans.weigh(ready.emit(window), ready.transitions, least=0.4)
    assert revise(weights.Judge({}, 0.4), TEXT, window, candidates, NOTHING) == candidates


def test_the_judge_is_told_of_the_outermost_attributions_alone() -> None:
    outer = (Span(0, 5), Span(6, 10), (Span(11, 60),))
    inner = (Span(15, 20), Span(21, 25), (Span(26, 60),))
    assert gather([outer, inner]).spans == {"source": (Span(0, 5),), "cue": (Span(6, 10),), "content": (Span(11, 60),)}


def mark(text: str, role: str, words: str) -> Marked:
    start = text.index(words)
    return Marked(role, Span(start, start + len(words)), 0.9)


def test_contents_go_to_the_cue_beside_them_and_cues_to_their_source() -> None:
    text = "“It is late,” Ana said. “Very late.” Bo denied that he knew."
    marked = [
        mark(text, *one)
        for one in (
            ("content", "“It is late,”"),
            ("source", "Ana"),
            ("cue", "said"),
            ("content", "“Very late.”"),
            ("source", "Bo"),
            ("cue", "denied"),
            ("content", "that he knew"),
        )
    ]
    first, second = pairs.pair(text, marked)
    assert [span.of(text) for span in first.content] == ["“It is late,”", "“Very late.”"]
    assert (first.source, second.source) == (marked[1].span, marked[4].span)


@given(st.lists(st.tuples(st.sampled_from(ROLES), st.integers(1, 9)), max_size=9))
def test_no_marked_span_serves_as_two_contents(parts: list[tuple[str, int]]) -> None:
    ends = list(itertools.accumulate(length for _, length in parts))
    marked = [Marked(role, Span(end - length, end), 0.5) for (role, length), end in zip(parts, ends, strict=True)]
    text = "ab . " * sum(length for _, length in parts)
    contents = [span for one in pairs.pair(text, marked) for span in one.content]
    assert len(contents) == len(set(contents))
    assert all(len(one.content) > 0 for one in pairs.pair(text, marked))


def test_weights_that_are_missing_are_told(tmp_path: Path) -> None:
    found = weights.load_from(tmp_path)
    assert isinstance(found, Missing)
    assert "cannot be read" in found.reason


def test_weights_that_differ_from_their_card_are_not_run(tmp_path: Path) -> None:
    folder = shutil.copytree(PACK, tmp_path / "tagger")
    broken = bytearray((folder / "weights.onnx").read_bytes())
    broken[len(broken) // 2] ^= 1
    (folder / "weights.onnx").write_bytes(broken)
    found = weights.load_from(folder)
    assert isinstance(found, Missing)
    assert "weights.onnx" in found.reason
    assert "SHA-256" in found.reason


def test_without_the_library_the_tagger_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "onnxruntime", None)
    found = weights.load_from(PACK)
    assert isinstance(found, Missing)
    assert "pip install onnxruntime" in found.reason


def test_without_weights_the_rules_serve_and_the_article_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagger, "load", lambda _: Missing("gone"))
    plain = read_text(TEXT, language="en", settings=Settings())
    assert ["the rules read alone: gone" in issue.reason for issue in plain.issues if issue.stage == "attribute"].count(True) == 1
    monkeypatch.undo()
    assert plain.statements == read_text(TEXT, language="en", settings=Settings(fast=True)).statements


def test_other_languages_go_by_rules() -> None:
    assert not tagger.has_tagger("ar")
    assert not tagger.has_tagger("xx")
    assert not tagger.has_tagger("")


def test_the_tagger_adds_what_the_rules_leave(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(orders.ORDERS, "subject-verb", lambda _: [])
    assert all(statement.own for statement in read_text(TEXT, language="en", settings=Settings(fast=True)).statements)
    both = read_text(TEXT, language="en", settings=Settings())
    found = [statement for statement in both.statements if not statement.own]
    assert {statement.cue.of(TEXT) for statement in found if statement.cue is not None} >= {"added"}
    assert "Ana Petrova" in {statement.speaker.name for statement in found}


def test_what_was_not_said_stays_out() -> None:
    for text in ("The ministry would not say how many soldiers had been sent to Kidal.", "Nobody has said that the front will hold."):
        article = read_text(text, language="en", settings=replace(Settings(), fast=False))
        assert all(statement.own for statement in article.statements)
