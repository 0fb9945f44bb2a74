"""Names in quotation marks that decline where no noun leads them in: "фонд «Опора»", "в «Опоре»". An article enters, its names by form leave."""

import re

from tocsin.lang import classes, inflection, pack
from tocsin.lang import classes as c
from tocsin.lang.fold import key
from tocsin.model import Article

_NAMED = re.compile(r"([^\W\d_]+) [«„“\"]([^«»„“”\"\n]{2,40})[»“”\"]")


def find(article: Article) -> dict[str, str]:
    """The name as it stands behind a noun, for each form of it; empty for a language whose names do not decline."""
    code = article.language or ""
    if code not in pack.codes() or not inflection.is_declined(code):
        return {}
    known, found = classes.load(code), dict[str, str]()
    for match in _NAMED.finditer(article.text):
        noun, name = match.groups()
        if noun.islower() and name[0].isupper() and known.of((key(noun),))[0] & (c.BODY | c.AGENCY | c.ROLE):
            for form in inflection.spread(code, name):
                found.setdefault(key(form), name)
    return found
