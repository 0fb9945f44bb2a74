"""Broken pages: never an exception other than SourceError, and every span in its text."""

import random
from pathlib import Path

import pytest

from tocsin.clean import make_capture, read
from tocsin.errors import SourceError
from tocsin.model import Article, Match

PAGES = sorted(path for path in (Path(__file__).parent / "pages").iterdir() if path.suffix in (".txt", ".html"))
JUNK = [
    "\u202e",
    "\u200f",
    "\x00",
    "\x07",
    "\u0301",
    "\ufeff",
    "&#x",
    "&amp",
    "<",
    ">",
    "</div>",
    "<!--",
    "<script>",
    '"',
    "'",
    "\r",
    "\u2028",
    "(@a)",
]
NESTS = [b"<div>", b"<b><i>", b"<ul><li>", b"<table><tr><td>", b"<article>", b"<blockquote>", b"<p>", b'<span class="caption">']


def mutate(raw: bytes, chance: random.Random) -> bytes:
    made = bytearray(raw)
    at = chance.randrange(len(made))
    match chance.randrange(7):
        case 0:
            for _ in range(chance.randrange(1, 100)):
                made[chance.randrange(len(made))] = chance.randrange(256)
        case 1:
            del made[at:]
        case 2:
            del made[:at]
        case 3:
            made[at:at] = raw.decode(errors="replace").encode(chance.choice(["cp1256", "utf-16", "latin-1"]), "replace")
        case 4:
            for _ in range(chance.randrange(1, 40)):
                place = chance.randrange(len(made))
                made[place:place] = chance.choice(JUNK).encode()
        case 5:
            made[at:at] = chance.choice(NESTS) * chance.randrange(1, 1500)
        case _:
            made = bytearray(raw.replace(b"\n", b" "))
    return bytes(made)


def check(articles: tuple[Article, ...], source: str) -> None:
    for article in articles:
        at = 0
        for segment in article.segments:
            assert segment.start == at < segment.end
            at = segment.end
            if segment.match is Match.EXACT:
                assert source[segment.raw_start : segment.raw_end] == article.text[segment.start : segment.end]
        assert at == len(article.text)
        for paragraph in article.paragraphs:
            text = article.text[paragraph.start : paragraph.end]
            assert text == text.strip() != ""
        for link in article.links:
            assert link.span is not None
            assert link.span.of(article.text) == link.text


@pytest.mark.parametrize("seed", range(8))
def test_mutated_pages_are_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 -- pages, not secrets
    for _ in range(25):
        raw = mutate(chance.choice(PAGES).read_bytes(), chance)
        try:
            capture = make_capture(raw, path="x")
            check(read(raw, capture), raw.decode(capture.encoding, "replace"))
        except SourceError:
            continue


@pytest.mark.parametrize(
    "page",
    [
        "word " * 400_000,
        "x" * 2_000_000,
        "short line\n" * 60_000,
        "<html><body>" + "<div>" * 60_000 + "Some text of a page that goes deep.",
        "<html><body><p>" + "&amp;&nbsp;a " * 100_000,
        "-\nfoo bar baz qux\n" * 20_000,
        "Some title about things\n\nA sentence that is long enough to count as running text here.\n\n" * 3_000,
        "hello there\n— A B (@ab) May 3, 2025\n" * 8_000,
        "<html><body>" + '<blockquote class="twitter-tweet"><p>hello</p>&mdash; A (@a) May 3, 2025</blockquote>' * 1_000,
        "\u202eabc \u200f" * 200_000,
    ],
    ids=["one line", "no space", "many lines", "deep", "entities", "markers", "repeats", "posts", "quotes", "bidi"],
)
def test_huge_pages_cost_no_more_than_their_size(page: str) -> None:
    raw = page.encode()
    try:
        capture = make_capture(raw, path="x")
        check(read(raw, capture), raw.decode(capture.encoding))
    except SourceError:
        return


@pytest.mark.parametrize("raw", [b"Home\nWorld\nSport\n", b"<html><body><nav>Home</nav></body></html>", b"12345\n67\n", b"<html></html>"])
def test_pages_without_a_sentence_say_so(raw: bytes) -> None:
    with pytest.raises(SourceError, match=r"no running text .* expected .*; look"):
        read(raw, make_capture(raw, path="x"))


def test_a_page_beyond_the_limit_says_where_it_was_cut() -> None:
    raw = ("A sentence that is long enough to count as running text here.\nshort line\n" * 15_000).encode()
    article = read(raw, make_capture(raw, path="x"))[0]
    assert article.issues[-1].reason == "page cut off"


def test_an_archive_of_articles_is_read_in_part_and_says_so() -> None:
    text = "<p>The ministry said that the crossing would open again within a week, after repairs to its gate and to the road.</p>"
    one = "<article><h2>Crossing {n} to open again</h2><time datetime='2025-03-04'>4 March</time>{text}{more}</article>"
    more = text.replace("ministry", "governor") + text.replace("ministry", "mayor")
    raw = "".join(one.format(n=n, text=text, more=more) for n in range(70)).encode()
    articles = read(raw, make_capture(raw, path="x"))
    assert len(articles) == 50
    assert articles[0].issues[-1].text == "20 more articles on the page"
