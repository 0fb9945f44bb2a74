"""Any record that the model can hold goes through a desk unharmed."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hands import make_capture, make_reading
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tocsin.lang.fold import fold
from tocsin.lang.tokens import make_sentence
from tocsin.model import Article, Paragraph, Sentence, Span
from tocsin.store import Desk, open_desk
from tocsin.store.payload import decode, encode, strip_words

st.register_type_strategy(int, st.integers(-(2**40), 2**40))
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(Span, st.tuples(st.integers(0, 1000), st.integers(0, 1000)).map(lambda ends: Span(min(ends), max(ends))))

ARTICLES = st.builds(Article)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder: Path = tmp_path_factory.mktemp("roundtrip")
    with open_desk(str(folder / "desk.db")) as opened:
        yield opened


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(ARTICLES)
def test_a_payload_gives_its_record_back(article: Article) -> None:
    assert decode(encode(article), Article) == article


@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
@given(article=ARTICLES, raw=st.binary(min_size=1, max_size=50), page=st.text(min_size=1, max_size=20))
def test_a_desk_gives_its_articles_back(desk: Desk, article: Article, raw: bytes, page: str) -> None:
    chained = tuple({s.id: s for s in article.statements if len(s.chain) > 0}.values())
    capture = make_capture(raw, f"/{page}")
    sent = replace(article, id=f"{capture.sha256}{page}"[:64], capture=capture, statements=chained)
    if len(desk.add(make_reading(sent, raw=raw)).unchanged) == 0:
        assert desk.article(sent.id) == strip_words(sent)
        assert desk.capture(capture.sha256) == raw


def test_sentences_come_back_without_their_words_and_a_view_gives_them_again(tmp_path: Path) -> None:
    text = "The gate was open. الحارس غائب."
    folded = fold(text)
    sentences = (make_sentence(text, folded, 0, 18), make_sentence(text, folded, 19, 31, paragraph=1, language="ar"))
    capture = make_capture(text.encode())
    paragraphs = (Paragraph(0, 18), Paragraph(19, 31, language="ar"))
    article = Article("a", capture, 1, text, paragraphs, (), sentences=sentences)
    with open_desk(str(tmp_path / "desk.db")) as desk:
        desk.add(make_reading(article, raw=text.encode()))
        view = desk.view()
    assert view.articles[0].sentences == tuple(Sentence(s.start, s.end, s.paragraph, s.language, (), (), (), ()) for s in sentences)
    assert view.sentences(view.articles[0]) == sentences
    assert view.sentences(article) is article.sentences
