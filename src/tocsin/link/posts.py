"""The body inside a title: "envoy of the Geneva Contact Group". A title enters, the name of the body leaves."""

from functools import cache, lru_cache

from tocsin.lang import language, pack, speakers
from tocsin.lang.clitics import unjoin, without_article
from tocsin.lang.fold import key
from tocsin.lang.scripts import is_uncased
from tocsin.link.function_words import any_words, function_words

_NAMED = 2  # words that a name of a body has at least: "the network" is none
_ENDS = ",،;"


@lru_cache(maxsize=100_000)
def find_body(office: str) -> str | None:
    """Return the body that a title says its holder speaks for, where it is named in full there."""
    row = [word for word in office.replace("’", "'").replace("'", " '").split() if word not in any_words("possessives")]
    joined = [code for code in pack.codes() if language.load(code).direction == "rtl"] if is_uncased(office) else []
    found = next((body for code in joined if (body := _behind_joined(row, code)) != ""), "") if is_uncased(office) else _behind(row)
    found = found.strip(_ENDS + " ")
    return found if len(found.split()) >= _NAMED and any(_is_body(word) for word in found.split()) else None


def _behind(row: list[str]) -> str:
    """What stands capitalised behind a title and a preposition."""
    start = next((i + 1 for i, word in enumerate(row[:-1]) if key(word.strip(_ENDS)) in _titles()), None)
    if start is None or key(row[start]) not in any_words("prepositions"):
        return ""
    within, before = any_words("genitives", "coordinators", "determiners"), any_words("determiners")
    named: list[str] = []
    for word in row[start + 1 :]:
        if word[0].isupper() or (len(named) > 0 and key(word) in within):
            named.append(word)
        elif key(word) not in before:
            break
        if word[-1] in _ENDS:
            break
    return " ".join(named)


def _behind_joined(row: list[str], code: str) -> str:
    """What begins with the first word for a body, up to the next title; a preposition may be written in one with it."""
    for index, word in enumerate(row):
        bare = word if _is_body(word) else _unjoin(code, word)
        if index > 0 and _is_body(bare):
            rest = row[index + 1 :]
            end = next((i for i, other in enumerate(rest) if key(other) in _titles() and not _is_body(other)), len(rest))
            return " ".join([bare, *rest[:end]])
    return ""


def _unjoin(code: str, word: str) -> str:
    """Take off a joined preposition, and nothing else: "لإدارة" is "إدارة"."""
    return unjoin(code, word) if key(word)[:1] in function_words(code, "prepositions") else word


def _is_body(word: str) -> bool:
    folded = key(word.strip(_ENDS))
    return folded in _bodies() or without_article(folded) in _bodies()


@cache
def _titles() -> frozenset[str]:
    return frozenset(
        key(word)
        for code in pack.codes()
        for words in (speakers.load(code).titles, speakers.load(code).roles, speakers.load(code).spokespersons)
        for word in words
    )


@cache
def _bodies() -> frozenset[str]:
    return frozenset(key(word) for code in pack.codes() for word in speakers.load(code).bodies)
