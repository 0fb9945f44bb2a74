"""Annotate: language, sentences, names, times, places and figures of an article. Enters: clean text. Leaves: spans."""

from tocsin.annotate import figures, language, names, places, sentences, times
from tocsin.model import Article

STEPS = (language.read, sentences.read, names.read, times.read, places.read, figures.read)


def read(article: Article) -> Article:
    for step in STEPS:
        article = step(article)
    return article
