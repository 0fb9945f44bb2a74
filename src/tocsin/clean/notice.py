"""A copyright line in; the name of the owner out: what is left without the sign, the years and the legal words."""

import re
from functools import cache

from tocsin.clean.names import choose
from tocsin.lang.fold import fold, key
from tocsin.lang.furniture import load

_YEARS = re.compile(r"(?<!\d)(?:19|20|1[34])\d{2}(?:\s*[-–—/]\s*(?:19|20)?\d{2,4})?(?!\d)")
_SIGN = re.compile(r"©|\(c\)|®|™", re.IGNORECASE)
_PARTS = re.compile(r"\s*[.|•·،,;:!]+(?:\s+|$)|\s+[-–—]+\s+|\n")
_WORDS = 6
_GLUED = 5  # letters of a name that no article is joined to
_BARE = 9  # words of a notice without sign and year


@cache
def _legal() -> re.Pattern[str]:
    phrases = [phrase for furniture in load() for phrase in (*furniture.rights, *furniture.phrases.get("copyright", ()))]
    return re.compile("|".join(re.escape(key(phrase)) for phrase in sorted(phrases, key=len, reverse=True)))


def read_notice(text: str) -> str | None:
    """Return the owner, None where the line names none."""
    signed = _SIGN.search(text) is not None or _YEARS.search(fold(text)) is not None
    folded = key(text)
    if len(folded) != len(text):
        folded = text.lower()
    if not signed and (_legal().search(folded) is None or len(text.split()) > _BARE):
        return None
    kept = list(text)
    for pattern, source in ((_legal(), folded), (_SIGN, text), (_YEARS, fold(text))):
        for match in pattern.finditer(source):
            kept[match.start() : match.end()] = "|" * (match.end() - match.start())
    pieces = [_clean(piece) for piece in _PARTS.split("".join(kept).replace("|", " | "))]
    return next((piece for piece in pieces if any(map(str.isalpha, piece)) and len(piece.split()) <= _WORDS), None)


def _clean(piece: str) -> str:
    """Without prepositions, also those that are joined to the name."""
    name = _empty().sub("", piece.strip(" \t-–—.,،:;|()[]ـ")).strip()
    for furniture in load():
        for letters, _, article in (owner.partition(":") for owner in furniture.owned.joined):
            rest = name[len(letters) :]
            if name.startswith(letters) and (len(name) > _GLUED if article != "" else rest.startswith(furniture.media)):
                return article + rest.lstrip("ـ ")
    return name


@cache
def _empty() -> re.Pattern[str]:
    before = choose([word for furniture in load() for word in furniture.owned.before])
    behind = choose([word for furniture in load() for word in furniture.owned.behind])
    return re.compile(rf"^(?:{before})\s+|\s+(?:{behind})$", re.IGNORECASE)
