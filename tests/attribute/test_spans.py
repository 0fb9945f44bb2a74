"""Any text at all: spans lie in it, ids are unique and keep, and reading twice gives the same."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from passages import CODES, load

import tocsin
from tocsin.bench.plain import make_article
from tocsin.flow.line import LINE, run
from tocsin.model import Span, Statement
from tocsin.settings import from_environment

SIGNS = ["“", "”", '"', "«", "»", "‘", "’", "''", "'", ":", ",", "،", ";", ".", "..", "؟", "?", "-", "–", "(", ")", "\n", "\n\n", "\t", " "]
STEERING = [
    "\x00",
    "\x1b",
    "\x0b",
    "\x85",
    "\u2028",
    "\u200f",
    "\u202e",
    "\u2066",
    "\ufeff",
    "ـ",
    "\u064b",
    "\ud800",
    "\U0001f3f4",
    "İ",
    "ﷲ",
]
# What holds no quotation mark, no speaker and no cue, so that nothing behind it is read in its light.
BEFORE = {
    "ar": "هطل المطر على المدينة طوال النهار.\n\n",
    "en": "Rain fell on the town all day long.\n\n",
    "fa": "باران تمام روز بر شهر می‌بارید.\n\n",
    "fr": "La pluie est tombée toute la journée sur la ville.\n\n",
    "ru": "Весь день над городом шёл дождь.\n\n",
    "tr": "Kasabaya bütün gün yağmur yağdı.\n\n",
}
QUIET = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


@cache
def _pieces(code: str) -> tuple[str, ...]:
    texts = [passage.text for passage in load(code)]
    halves = [part for text in texts for part in (text[: len(text) // 2], text[len(text) // 2 :])]
    words = sorted({word for text in texts for word in text.split()})
    return (*texts, *halves, *words)


@st.composite
def _texts(draw: st.DrawFn) -> tuple[str, str]:
    code = draw(st.sampled_from(CODES))
    piece = st.one_of(st.sampled_from(_pieces(code)), st.sampled_from(SIGNS), st.sampled_from(STEERING), st.text(max_size=8))
    return code, draw(st.sampled_from(["", " "])).join(draw(st.lists(piece, max_size=12)))


def _read(text: str, code: str) -> tuple[Statement, ...]:
    """Read a text as the article "one": ids depend on the article, and here it stays the same."""
    article = run(replace(make_article(text, language=code), id="one"), LINE, from_environment().registry)
    assert article.issues == () or all(not issue.reason.startswith("this stage failed") for issue in article.issues)
    return article.statements


def _check_spans(text: str, spans: Sequence[Span]) -> None:
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)


@QUIET
@given(_texts())
def test_every_span_lies_in_the_text(case: tuple[str, str]) -> None:
    code, text = case
    for statement in tocsin.statements(text, language=code):
        _check_spans(text, statement.content)
        _check_spans(text, [span for span in (statement.cue, statement.source) if span is not None])
        _check_spans(text, [link.span for link in statement.chain if link.span is not None])
        assert len(statement.content) > 0
        assert all(left.end <= right.start for left, right in zip(statement.content, statement.content[1:], strict=False))
        assert len(statement.chain) > 0
        assert all(link.name.strip() != "" for link in statement.chain)
        assert 0 <= statement.confidence <= 1


@QUIET
@given(_texts())
def test_ids_are_unique_and_a_second_reading_is_the_same(case: tuple[str, str]) -> None:
    code, text = case
    first = tocsin.statements(text, language=code)
    assert len({statement.id for statement in first}) == len(first)
    assert tocsin.statements(text, language=code) == first


@QUIET
@given(_texts())
def test_text_put_before_moves_statements_and_keeps_their_ids(case: tuple[str, str]) -> None:
    code, text = case
    alone, behind = _read(text, code), _read(BEFORE[code] + text, code)
    shift = len(BEFORE[code])
    moved = [(one.id, one.act, one.content[0].start - shift) for one in behind if one.content[0].start >= shift]
    assert moved == [(one.id, one.act, one.content[0].start) for one in alone]


@QUIET
@given(_texts())
def test_the_language_need_not_be_said(case: tuple[str, str]) -> None:
    _, text = case
    for statement in tocsin.statements(text):
        _check_spans(text, statement.content)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("text", ["", " ", "\n", ".", "“", '"', "«", ":", "said", "قال", "\u200f", "\ud800"])
def test_next_to_nothing_states_nothing(text: str, code: str) -> None:
    assert tocsin.statements(text, language=code) == []


@pytest.mark.parametrize("code", CODES)
def test_passages_in_a_row_keep_their_spans(code: str) -> None:
    text = "\n\n".join(passage.text for passage in load(code))
    found = tocsin.statements(text, language=code)
    assert len(found) > len(load(code))
    assert len({statement.id for statement in found}) == len(found)
    for statement in found:
        _check_spans(text, statement.content)
