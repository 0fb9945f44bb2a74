"""Letters that a script joins to the word behind them (Arabic "و", "ب", "ال")."""

from tocsin.lang import language


def proclitics(code: str) -> tuple[str, ...]:
    """Return the proclitics of language ``code``, as keys."""
    return language.load(code).proclitics
