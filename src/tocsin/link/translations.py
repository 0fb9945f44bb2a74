"""Bodies whose names are translated, not spelled out: "Northern Force" and its Arabic. Local actors enter; pairs leave.

Names of bodies are where likeness of meaning can be trusted: a pair must be each other's best, and well apart from the rest.
Bodies that say which organ of which state they are need no likeness, and get none.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tocsin.lang import organs
from tocsin.lang.scripts import is_uncased
from tocsin.link import vectors
from tocsin.link.function_words import without_article
from tocsin.link.names import Local
from tocsin.link.skeleton import compare, match, words
from tocsin.link.union import Union
from tocsin.model import Kind

_ALONE = 0.82
_TOGETHER = 0.7
_SOUND = 0.1  # what a word that sounds alike adds to likeness of meaning
_SPELLED = 0.85
_HEARD = 0.85
_BESIDE = 0.68
_MOST = 300
_KINDS = frozenset({Kind.ORGANISATION, Kind.GROUP, Kind.OFFICE, Kind.AGENCY})


def pair(locals_: Sequence[Local], union: Union) -> Iterator[tuple[int, int]]:
    """Yield pairs of local bodies, one named in Latin letters and one in Arabic, that are one body."""
    groups = [group for group in union.groups() if _is_asked(locals_[group[0]])]
    groups.sort(key=lambda group: (-sum(sum(locals_[i].labels.values()) + 1 for i in group), group[0]))
    latin = [group for group in groups if not is_uncased(_name(locals_, group))][:_MOST]
    uncased = [group for group in groups if is_uncased(_name(locals_, group))][:_MOST]
    if len(latin) == 0 or len(uncased) == 0:
        return
    pairs = [(i, j) for i in range(len(latin)) for j in range(len(uncased))]
    names = [(_name(locals_, latin[i]), _name(locals_, uncased[j])) for i, j in pairs]
    rests = [_drop_heard(*texts) for texts in names]
    likenesses = vectors.compare([*names, *(rest for rest in rests if rest is not None)])
    further = iter(likenesses[len(names) :])
    beside = [None if rest is None else next(further) for rest in rests]
    scores = {pair: _blend(names[i], likenesses[i], beside[i]) for i, pair in enumerate(pairs)}
    company = _company(locals_, union)
    for (i, j), score in sorted(scores.items(), key=lambda row: (-row[1], row[0])):
        best = all(score >= scores[i, other] for other in range(len(uncased))) and all(
            score >= scores[other, j] for other in range(len(latin))
        )
        together = len(company[latin[i][0]] & company[uncased[j][0]]) > 0
        if best and score >= (_TOGETHER if together else _ALONE):
            yield latin[i][0], uncased[j][0]


def _is_asked(local: Local) -> bool:
    if local.person or local.pack is not None or local.wordings[0].kind not in _KINDS or len(words(local.full)) < 2:
        return False
    return organs.read(local.full).id is None


def _name(locals_: Sequence[Local], group: Sequence[int]) -> str:
    return without_article(max((locals_[i].full for i in group), key=lambda name: (len(words(name)), name)))


def _blend(names: tuple[str, str], likeness: float, beside: float | None) -> float:
    """``beside``: how alike the names are beside the words that sound alike: "Administration", where both say "Jazira"."""
    if match(*names) >= _SPELLED:
        return 1.0
    return max(likeness + _SOUND, (1.0 + beside) / 2) if beside is not None and beside >= _BESIDE else likeness


def _drop_heard(latin: str, uncased: str) -> tuple[str, str] | None:
    """Both names without the words that sound alike, or None where none do, or nothing is left."""
    heard = [(a, b) for a in words(latin) for b in words(uncased) if len(a) > 3 and compare(a, b) >= _HEARD]
    left = " ".join(word for word in words(latin) if all(word != a for a, _ in heard))
    right = " ".join(word for word in words(uncased) if all(word != b for _, b in heard))
    return (left, right) if len(heard) > 0 and left != "" and right != "" else None


def _company(locals_: Sequence[Local], union: Union) -> Mapping[int, frozenset[int]]:
    """Whom each group is named beside, other than states."""
    by_article: dict[str, set[int]] = defaultdict(set)
    for index, local in enumerate(locals_):
        if local.pack is None or "/" in local.pack or not local.pack.startswith("state:"):
            by_article[local.article].add(union.root(index))
    found: dict[int, set[int]] = defaultdict(set)
    for index, local in enumerate(locals_):
        root = union.root(index)
        found[root] |= by_article[local.article] - {root}
    return {root: frozenset(others) for root, others in found.items()}
