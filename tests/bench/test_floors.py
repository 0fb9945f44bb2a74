"""Holds the scores on the gold to their floors. Needs the public gold beside the checkout."""

from pathlib import Path

import pytest

from tocsin.bench import floors as files
from tocsin.bench import suite
from tocsin.bench.floors import Floors
from tocsin.settings import Settings

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
PLACES = suite.Places(SHARED / "gold", SHARED / "seeds", ROOT / "bench" / "gold" / "demo", ROOT / "src" / "tocsin" / "demo" / "pages")

pytestmark = [pytest.mark.gold, pytest.mark.skipif(not PLACES.gold.is_dir(), reason="the public gold does not lie beside this checkout")]


@pytest.fixture(scope="module")
def floors() -> Floors:
    return files.load(ROOT / "bench" / "floors.json")


def test_no_score_is_under_its_floor(floors: Floors) -> None:
    findings = files.compare(floors, suite.run(PLACES, Settings()))
    assert [finding.what for finding in findings] == []


def test_the_gold_is_what_the_floors_were_measured_on(floors: Floors) -> None:
    assert [finding.what for finding in files.compare_gold(floors, suite.hash_gold(PLACES))] == []
