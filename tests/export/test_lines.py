"""JSON lines: one object a line, letters as they are."""

import json

from hypothesis import given
from hypothesis import strategies as st

from tocsin.export.lines import write_line


def test_letters_are_not_escaped() -> None:
    assert write_line({"name": "هيئة الميناء"}) == '{"name": "هيئة الميناء"}\n'.encode()


def test_half_a_surrogate_pair_keeps_its_place() -> None:
    assert json.loads(write_line({"text": "a\ud800b"})) == {"text": "a\ufffdb"}


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_from_one_line(text: str) -> None:
    line = write_line({"text": text})
    assert json.loads(line) == {"text": text}
    assert len(line.decode().splitlines()) == 1
