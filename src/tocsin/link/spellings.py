"""Names under two spellings, in one script or across two. Local actors enter; pairs that are one actor leave."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tocsin.lang import gazetteer
from tocsin.lang.scripts import is_uncased
from tocsin.link.names import Local
from tocsin.link.skeleton import match, skeleton, words
from tocsin.link.union import Union

# How alike two full names must sound: alone, and where both stand among the same others. Measured on names of the UN list.
_ALONE = 0.8
_TOGETHER = 0.68
_ONE_SCRIPT = 0.9
_BODY = 0.88
_WIDEST = 200


def pair(locals_: Sequence[Local], union: Union) -> Iterator[tuple[int, int]]:
    """Yield pairs of local actors that spell one name differently; never two whom one article tells apart."""
    groups = [group for group in union.groups() if any(locals_[i].person or locals_[i].pack is None for i in group)]
    articles = [frozenset(locals_[i].article for i in group) for group in groups]
    company = _company(locals_, union)
    blocks: dict[str, list[int]] = defaultdict(list)
    for index, group in enumerate(groups):
        for block in sorted({skeleton(word) for i in group for word in words(locals_[i].full) if len(words(locals_[i].full)) > 1}):
            blocks[block].append(index)
    tried: set[tuple[int, int]] = set()
    for block in sorted(blocks):
        members = blocks[block][:_WIDEST]
        for at, left in enumerate(members):
            for right in members[at + 1 :]:
                if (left, right) in tried or len(articles[left] & articles[right]) > 0:
                    continue
                tried.add((left, right))
                score = max(_score(locals_[i], locals_[j]) for i in groups[left][:3] for j in groups[right][:3])
                friends = any(len(company[a] & company[b]) > 0 for a in articles[left] for b in articles[right])
                least = _TOGETHER if friends else _ALONE
                if score < least:
                    score, least = (
                        max(_score_tail(locals_[i], locals_[j], friends=friends) for i in groups[left][:3] for j in groups[right][:3]),
                        _TOGETHER,
                    )
                if score >= least:
                    yield groups[left][0], groups[right][0]


def _score(left: Local, right: Local) -> float:
    """Within one script a spelling varies less, and the name of a body is spelled out whole; two that the packs know are told apart already."""
    if left.pack is not None and right.pack is not None:
        return 0.0
    score = match(left.full, right.full)
    if not (left.person and right.person):
        return score if is_uncased(left.full) != is_uncased(right.full) and left.pack == right.pack and score >= _BODY else 0.0
    return score if is_uncased(left.full) != is_uncased(right.full) or score >= _ONE_SCRIPT else 0.0


def _score_tail(left: Local, right: Local, *, friends: bool) -> float:
    """Without capitals, a word that stands before an Arabic name may be taken for a part of it: "governor of Homs X Y"."""
    if not (left.person and right.person) or (left.pack is not None and right.pack is not None):
        return 0.0
    short, long = sorted((left.full, right.full), key=lambda name: (len(words(name)), name))
    extra = len(words(long)) - len(words(short))
    if not is_uncased(long) or len(words(short)) < 2 or extra == 0:
        return 0.0
    placed = len(gazetteer.load().get(" ".join(long.split()[:extra]))) > 0
    if not (friends or placed):
        return 0.0
    return match(short, " ".join(words(long)[extra:]))


def _company(locals_: Sequence[Local], union: Union) -> dict[str, frozenset[int]]:
    """Whom each article names beside: actors rare enough to tell something, here any but the states."""
    found: dict[str, set[int]] = defaultdict(set)
    for index, local in enumerate(locals_):
        if local.pack is None or not local.pack.startswith("state:") or "/" in local.pack:
            found[local.article].add(union.root(index))
    return {article: frozenset(members) for article, members in found.items()}
