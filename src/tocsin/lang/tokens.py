"""Words of a stretch of text, with offsets and keys."""

import re
from collections.abc import Iterable
from functools import cache

from tocsin.lang import cases, pack
from tocsin.lang import language as languages
from tocsin.lang.fold import MARKS, fold, strip_marks
from tocsin.model import Sentence

Range = tuple[int, int]

_WORD = rf"[\w{MARKS}]"
_ENDED = re.compile(r" (?=['’]\w)")
_INITIAL = re.compile(r"\b([^\W\d_]) \.(?= |$)")
_APART = re.compile(r"(?<=[^\W\d_]['’]) ")
_HAS_MARK = re.compile(f"[{MARKS}]")


def make_sentence(text: str, folded: str, start: int, end: int, *, paragraph: int = 0, language: str | None = None) -> Sentence:
    """Split ``text[start:end]`` into tokens. ``folded`` is ``fold(text)``, made once an article."""
    pattern, elided = _pattern()
    tokens = [match.span() for match in pattern.finditer(folded, start, end)]
    keys = [folded[first:last] for first, last in tokens]
    if _HAS_MARK.search(folded, start, end) is not None:
        tokens, keys = _strip(tokens, keys)
    if not elided.isdisjoint(keys):
        tokens, keys = _join(text, tokens, keys, elided=elided)
    if _ends_names(language or ""):
        tokens, keys = _part(tokens, keys, code=language or "")
    starts, ends = zip(*tokens, strict=True) if len(tokens) > 0 else ((), ())
    return Sentence(start, end, paragraph, language, starts, ends, tuple([text[first:last] for first, last in tokens]), tuple(keys))


def _strip(tokens: list[Range], keys: list[str]) -> tuple[list[Range], list[str]]:
    """Keys without marks. What is nothing but marks is no token."""
    bare = [strip_marks(key) for key in keys]
    return [token for token, key in zip(tokens, bare, strict=True) if key != ""], [key for key in bare if key != ""]


def _join(text: str, tokens: list[Range], keys: list[str], *, elided: frozenset[str]) -> tuple[list[Range], list[str]]:
    """An elided word and the capital tied to it are one name: "N'Djamena"."""
    joined: tuple[list[Range], list[str]] = ([], [])
    for (first, last), key in zip(tokens, keys, strict=True):
        before = joined[1][-1] if len(joined[1]) > 0 else ""
        if before in elided and joined[0][-1][1] == first and text[first].isupper():
            joined[0][-1] = (joined[0][-1][0], last)
            joined[1][-1] = before + key
        else:
            joined[0].append((first, last))
            joined[1].append(key)
    return joined


def _part(tokens: list[Range], keys: list[str], *, code: str) -> tuple[list[Range], list[str]]:
    """The case ending of a name is a token of its own: "Ankara | 'da"."""
    parted: tuple[list[Range], list[str]] = ([], [])
    for (first, last), key in zip(tokens, keys, strict=True):
        at = cases.cut(code, key) if "'" in key and len(key) == last - first else 0
        if at > 0:
            parted[0].append((first, first + at))
            parted[1].append(key[:at])
        parted[0].append((first + at, last))
        parted[1].append(key[at:])
    return parted


@cache
def _ends_names(code: str) -> bool:
    return code in pack.codes() and cases.load(code) is not None


@cache
def _pattern() -> tuple[re.Pattern[str], frozenset[str]]:
    """What a token is, and the elided words that no capital follows.

    Kept whole: al-Hol, don't, 2,500, 3.5, U.S.; split off: the possessive 's, elided words (l'armée) and pronouns tied to a verb
    (a-t-il); and, in a text whose language has them, the case endings of names (Ankara'da). Every other sign is a token of its own. Languages share one pattern: a name is the same words in every text.
    """
    known = [languages.load(code) for code in pack.codes()]
    elisions = {word for one in known for word in (*one.elisions, *one.verb_elisions)}
    elided = rf"(?:{_choose(elisions)})(?=\w|$)|"
    enclitic = "|".join(_enclitic(one) for one in known if len(one.enclitics) > 0) or r"(?!)"
    joint = rf"(?<!\d)(?!{enclitic})[-‑]{_WORD}+|'(?!s\b){_WORD}+|(?<=\d)[.,:٫٬](?=\d){_WORD}+"
    whole = rf"(?:[^\W\d_]\.){{2,}}|{elided if len(elisions) > 0 else ''}{_WORD}+(?:{joint})*|'s\b|{enclitic}|[^\w\s]"
    return re.compile(whole), frozenset(word for one in known for word in one.verb_elisions)


def _enclitic(one: languages.Language) -> str:
    """What ties a pronoun to the verb before it: a joint ("-t-") behind any verb, a hyphen behind the ends of verbs alone."""
    pronoun = rf"(?=(?:{_choose(one.enclitics)})\b)"
    led = "|".join(f"(?<={end})" for end in one.enclitic_verbs)
    return rf"(?:(?<=\w)(?:{_choose(one.joints)}){pronoun}|(?:{led})-{pronoun})"


def _choose(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) or "(?!)"


def is_elided(word: str) -> bool:
    """Has the word lost its last letter before the next one ("l'", "qu’")? The two stand without a space."""
    return len(word) > 1 and word[-1] in "'’"


def spell(words: Iterable[str]) -> str:
    """Words as a text writes them: no space before a possessive or a case ending, none behind an elided word."""
    joined = _ENDED.sub("", " ".join(words)).replace(" - ", "-")
    joined = _INITIAL.sub(r"\1.", joined) if " ." in joined else joined
    return _APART.sub("", joined).replace("s ' ", "s' ") if "'" in joined or "’" in joined else joined


def split(text: str) -> tuple[str, ...]:
    """Return the keys of ``text``: the form that a pack's terms are compiled to. A case ending keeps its apostrophe."""
    keys = make_sentence(text, fold(text), 0, len(text)).keys
    return (keys[0] + keys[1], *keys[2:]) if len(keys) > 1 and keys[0] == "'" and keys[1] in cases.all_endings() else keys
