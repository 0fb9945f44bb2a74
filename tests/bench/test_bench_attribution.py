import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.bench import agreement, attribution, passage
from tocsin.bench.engines import Engine
from tocsin.bench.passage import Attribution, Passage
from tocsin.errors import SourceError
from tocsin.model import Statement

TEXT = "The mayor said the bridge was closed. “It will open on Monday,” she added."
RUNNING = {
    "id": "a",
    "text": TEXT,
    "attributions": [
        {"source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 36]]},
        {"source": [[63, 66]], "cue": [[67, 72]], "content": [[38, 62]]},
    ],
}
TOKENISED = {
    "id": "b",
    "tokens": ["The", "mayor", "said", "``", "it", "'s", "open", ",", "''", "-LRB-", "now", "-RRB-", "."],
    "labels": ["B-source", "I-source", "B-cue", "B-content", *["I-content"] * 5, "O", "O", "O", "O"],
}


def _load(tmp_path: Path, *rows: object) -> list[Passage]:
    file = tmp_path / "gold.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return list(passage.load(file))


def test_a_perfect_reading_scores_all(tmp_path: Path) -> None:
    score = attribution.score((one, one.gold) for one in _load(tmp_path, RUNNING, TOKENISED))
    assert {count.f1 for kind in (score.exact, score.begin, score.token, score.whole) for count in kind.values()} == {1.0}
    assert score.missed == score.spurious == []


def test_an_empty_reading_scores_nothing(tmp_path: Path) -> None:
    score = attribution.score((one, ()) for one in _load(tmp_path, RUNNING))
    assert {count.f1 for kind in (score.exact, score.begin, score.token, score.whole) for count in kind.values()} == {0.0}
    assert len(score.missed) == 2


def test_a_content_cut_short_still_begins_right(tmp_path: Path) -> None:
    (gold,) = _load(tmp_path, RUNNING)
    first, second = gold.gold
    short = Attribution(first.source, first.cue, ((first.content[0][0], first.content[0][1] - 2),))
    score = attribution.score([(gold, (short, second))])
    assert score.exact["content"].f1 == 0.5
    assert score.begin["content"].f1 == 1.0
    assert score.exact["source"].f1 == 1.0
    assert score.whole["exact"].f1 == 0.5


def test_a_content_nearly_whole_is_close_but_not_exact(tmp_path: Path) -> None:
    (gold,) = _load(
        tmp_path,
        {"id": "c", "text": "He said " + "so " * 10, "attributions": [{"source": [[0, 2]], "cue": [[3, 7]], "content": [[8, 38]]}]},
    )
    attributed = gold.gold[0]
    near = Attribution(attributed.source, attributed.cue, ((attributed.content[0][0], attributed.content[0][1] - 1),))
    score = attribution.score([(gold, (near,))])
    assert (score.whole["exact"].hit, score.whole["close"].hit) == (0, 1)


def test_labels_do_not_say_which_source_has_which_content(tmp_path: Path) -> None:
    (gold,) = _load(tmp_path, TOKENISED)
    assert attribution.score([(gold, gold.gold)]).whole["exact"].gold == 0


def test_treebank_tokens_are_written_as_a_page_has_them(tmp_path: Path) -> None:
    (gold,) = _load(tmp_path, TOKENISED)
    assert gold.text == "The mayor said “it's open,” (now)."
    assert [gold.text[s:e] for s, e in zip(gold.starts, gold.ends, strict=True)][3:6] == ["“", "it", "'s"]


def test_labels_open_with_inside_or_change_role() -> None:
    assert passage.read_labels(["I-cue", "I-cue", "B-cue", "I-content", "O", "B-source"]) == [
        ("cue", 0, 2),
        ("cue", 2, 3),
        ("content", 3, 4),
        ("source", 5, 6),
    ]


def test_what_lies_inside_another_content_is_not_counted() -> None:
    outer = Attribution(((0, 1),), ((1, 2),), ((2, 10),))
    inner = Attribution(((3, 4),), ((4, 5),), ((5, 10),))
    assert attribution.flatten((outer, inner)) == (outer,)


def test_statements_become_token_ranges_and_own_voice_is_left_out(tmp_path: Path, say: Callable[..., Statement]) -> None:
    (gold,) = _load(tmp_path, RUNNING)
    spoken = say(TEXT, "the bridge was closed", speaker="The mayor", source="The mayor")
    own = say(TEXT, "It will open")
    assert attribution.convert(gold, [spoken, own]) == (gold.gold[0],)


def test_the_report_lists_misses_with_what_was_near(tmp_path: Path) -> None:
    (gold,) = _load(tmp_path, RUNNING)
    first = gold.gold[0]
    wrong = Attribution(((5, 6),), first.cue, first.content)
    report = agreement.make_report(attribution.score([(gold, (wrong,))]), engine=Engine.RULES, detail=5)
    lines = "\n".join(report.detail)
    assert "missed in a" in lines
    assert "given: source=[" in lines
    assert report.metrics["exact content"] == pytest.approx(2 / 3)


def test_a_line_of_neither_form_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="line 1"):
        _load(tmp_path, {"text": 3})


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"none\.jsonl"):
        list(passage.load(tmp_path / "none.jsonl"))


@given(st.lists(st.sampled_from(["``", "''", "he", "n't", "'s", ",", "-LRB-", "بغداد", "x-y", "%"]), max_size=20))
def test_joined_tokens_stand_where_they_are_said_to(tokens: list[str]) -> None:
    text, starts = passage.join(tokens)
    assert len(starts) == len(tokens)
    assert all(0 <= start < len(text) for start in starts)
    assert list(starts) == sorted(starts)
