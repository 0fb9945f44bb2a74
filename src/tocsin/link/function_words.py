"""Function words of a language as keys of sentences: which words are no names, and which only join others."""

from functools import cache

from tocsin.lang import grammar, pack
from tocsin.lang.fold import key


@cache
def function_words(code: str | None, *kinds: str) -> frozenset[str]:
    """Return the words of these kinds (fields of the grammar), folded; none for a language that has no pack."""
    if code is None or code not in pack.codes():
        return frozenset()
    words = grammar.load(code)
    return frozenset(key(word) for kind in kinds for word in getattr(words, kind))


@cache
def is_verb_first(code: str | None) -> bool:
    return code is not None and code in pack.codes() and grammar.load(code).order == "verb-subject"
