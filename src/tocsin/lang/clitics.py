"""Letters that a script joins to the word behind them (Arabic "و", "ب", "ال")."""

from functools import cache, lru_cache

from tocsin.lang import grammar, language, pack

_REMEMBERED = 1 << 16  # words whose bare form is kept


def proclitics(code: str) -> tuple[str, ...]:
    """Return the proclitics of language ``code``, as keys."""
    return language.load(code).proclitics


@lru_cache(_REMEMBERED)
def unjoin(code: str, word: str) -> str:
    """Take the joined prepositions off a noun: "للوزارة" is "الوزارة", "لوزارة" is "وزارة"."""
    own, article = language.load(code).proclitics, grammar.load(code).definite_prefix
    for letters, _, behind in sorted((p.partition(":") for p in own), key=lambda parts: -len(parts[0])):
        rest = word[len(letters) :]
        if word.startswith(letters) and len(rest) > 2:
            return f"{article}{rest}" if behind != "" or letters.endswith(article) else rest
    return word


@cache
def definite_prefixes() -> tuple[str, ...]:
    """Return the definite articles that any language joins to its nouns."""
    return tuple(sorted({grammar.load(code).definite_prefix for code in pack.codes()} - {""}))


def without_article(word: str) -> str:
    """Take off a definite article that is written in one with the word, in whatever language has one."""
    for prefix in definite_prefixes():
        if word.startswith(prefix) and len(word) > len(prefix) + 1:
            return word[len(prefix) :]
    return word
