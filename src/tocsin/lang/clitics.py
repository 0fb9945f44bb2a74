"""Letters that a script joins to the word behind them (Arabic "و", "ب", "ال")."""

from tocsin.lang import grammar, language


def proclitics(code: str) -> tuple[str, ...]:
    """Return the proclitics of language ``code``, as keys."""
    return language.load(code).proclitics


def unjoin(code: str, word: str) -> str:
    """Take the joined prepositions off a noun: "للوزارة" is "الوزارة", "لوزارة" is "وزارة"."""
    own, article = language.load(code).proclitics, grammar.load(code).definite_prefix
    for letters, _, behind in sorted((p.partition(":") for p in own), key=lambda parts: -len(parts[0])):
        rest = word[len(letters) :]
        if word.startswith(letters) and len(rest) > 2:
            return f"{article}{rest}" if behind != "" or letters.endswith(article) else rest
    return word
