"""Function words of a language as keys of sentences: which words are no names, and which only join others."""

from functools import cache, lru_cache

from tocsin.lang import clauses, grammar, pack
from tocsin.lang.fold import key


@cache
def function_words(code: str | None, *kinds: str) -> frozenset[str]:
    """Return the words of these kinds (fields of the grammar), folded; none for a language that has no pack."""
    if code is None or code not in pack.codes():
        return frozenset()
    words = grammar.load(code)
    return frozenset(key(word) for kind in kinds for word in getattr(words, kind))


@cache
def pronouns(code: str | None) -> frozenset[str]:
    """Return the words that stand for who speaks."""
    if code is None or code not in pack.codes():
        return frozenset()
    return frozenset(key(word) for words in grammar.load(code).pronouns.values() for word in words)


@cache
def is_verb_first(code: str | None) -> bool:
    return code is not None and code in pack.codes() and grammar.load(code).order == "verb-subject"


@cache
def is_participle(code: str | None, word: str) -> bool:
    """True of "seizing": what looks like a form that goes on."""
    return code is not None and code in pack.codes() and word.endswith(grammar.load(code).participle_endings or ("\0",))


def without_conjunction(code: str | None, word: str) -> str:
    """Take off a conjunction that is written in one with the word: "وقال" is "قال"."""
    joined = grammar.load(code).conjunctions if code is not None and code in pack.codes() else ()
    return word[1:] if len(word) > 1 and word.startswith(joined) else word


def unjoin_article(code: str | None, word: str) -> str:
    """Take off a definite article that is written in one with the word."""
    return word.removeprefix(grammar.load(code).definite_prefix) if code is not None and code in pack.codes() else word


@cache
def any_words(*kinds: str) -> frozenset[str]:
    """Return the function words of these kinds in every language: for names, of which nobody says in which they are written."""
    return frozenset(word for code in pack.codes() for word in function_words(code, *kinds))


@cache
def _articles() -> tuple[str, ...]:
    return tuple(sorted({f"{key(word)} " for code in pack.codes() for word in clauses.load(code).articles}))


@lru_cache(maxsize=200_000)
def without_article(name: str) -> str:
    """Take off an article that stands before a name as a word of its own."""
    lowered = key(name)
    return next((name[len(word) :] for word in _articles() if lowered.startswith(word)), name)
