"""Attribution against its own gold: short passages in the manner of many newsrooms. `pytest -s` prints what was missed."""

import sys

import pytest
from passages import CODES, GOLD, load, score

from tocsin.bench.sheet import add_up
from tocsin.lang import pack

# The least share that must be right, in per cent. Set just under what was measured; only ever raised.
FLOORS: dict[str, dict[str, int]] = {
    "ar": {"found": 91, "speaker": 88, "act": 91, "via": 70, "voice": 73, "commitment": 95, "precision": 92},
    "en": {"found": 93, "speaker": 92, "act": 95, "via": 85, "voice": 85, "commitment": 95, "precision": 95},
}
LEAST = 130  # passages a language


def test_each_language_with_a_pack_has_gold() -> None:
    assert pack.codes() == CODES
    assert set(FLOORS) == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_the_gold_is_whole(code: str) -> None:
    passages = load(code)
    texts = [passage.text for passage in passages]
    assert len(passages) >= LEAST
    assert len(set(texts)) == len(texts)
    for passage in passages:
        for line in passage.statements:
            for piece in (*line.pieces, line.source or "", line.cue or "", line.addressee or ""):
                assert piece in passage.text, f"{GOLD}/{code}.yml: {piece!r} does not stand in {passage.text!r}"


@pytest.mark.parametrize("code", CODES)
def test_attribution_reaches_its_floors(code: str) -> None:
    scored = list(score(code))
    sheet = add_up(sheet for _, sheet in scored)
    sys.stdout.write(f"\n{code}: " + ", ".join(f"{kind} {t.right}/{t.total} = {100 * t.share:.1f} %" for kind, t in sheet.tallies.items()))
    for passage, own in scored:
        misses = list(own.misses())
        if len(misses) > 0:
            sys.stdout.write("\n    ".join((f"\n\n[{passage.kind}] {passage.text}", *misses)))
    low = {
        kind: f"{100 * sheet.get(kind).share:.1f} % < {floor} %"
        for kind, floor in FLOORS[code].items()
        if 100 * sheet.get(kind).share < floor
    }
    assert low == {}
