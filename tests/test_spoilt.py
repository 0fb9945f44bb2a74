"""Mutated pages down the whole line. TOCSIN_MUTATIONS sets how many; with 10,000 lines of 5 MB are among them."""

import os
from pathlib import Path

import pytest

from tocsin.bench import robust
from tocsin.bench.mutant import make_mutant
from tocsin.settings import Settings

COUNT = int(os.environ.get("TOCSIN_MUTATIONS", "300"))
PARTS = 6
LONGEST = 5_000_000 if COUNT >= 10_000 else 50_000
DEMO = Path(__file__).parents[1] / "src" / "tocsin" / "demo" / "pages"
OWN = (
    b"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry sinks off Port Amra | Bay Courier</title>
<meta property="article:published_time" content="2025-02-03T08:15:00+03:00"></head><body><nav><a href="/">Home</a> <a href="/w">World</a></nav>
<article><h1>Ferry sinks off Port Amra</h1><p>PORT AMRA (Coast Agency) - At least 12 people drowned when a ferry sank on Sunday, the harbour
master said.</p><p>\xe2\x80\x9cWe heard a bang,\xe2\x80\x9d said Dalia Orrin, who was on the quay. She added that the boat <b>was old</b>.</p>
<figure><img src="f.jpg"><figcaption>The quay on Monday. (Coast Agency)</figcaption></figure>
<p>According to two officials who asked not to be named, 1,500 to 3,000 litres of fuel leaked.</p></article><footer>\xc2\xa9 Bay Courier</footer></body></html>""",
    (
        "الرئيسية\nأخبار\n\nغرق عبارة قبالة ميناء عمرة\n3 فبراير 2025 - 08:15\n\nقال مدير الميناء إن 12 شخصا على الأقل غرقوا الأحد.\n"
        "وأضاف أن “السفينة كانت قديمة”. ونقلت وكالة الساحل عن مصدر أمني قوله إن التحقيق بدأ.\n\nحقوق النشر محفوظة\n"
    ).encode(),
    "Ferry sinks off Port Amra\n\nThe harbour master said the ferry “was old”.\n\nMarket reopens in Old Town\n\nTraders said trade was slow.\n".encode(
        "utf-16"
    ),
)


def _load() -> list[bytes]:
    return [*OWN, *(path.read_bytes() for path in sorted(DEMO.glob("*")) if path.is_file())]


@pytest.mark.parametrize("part", range(PARTS))
def test_no_mutated_page_breaks_the_line_or_leaves_its_text(part: int) -> None:
    pages, reader = _load(), robust.make_reader(Settings())
    outcomes = [robust.check(make_mutant(pages, seed, longest=LONGEST), reader) for seed in range(part, COUNT, PARTS)]
    report = robust.make_report(outcomes)
    assert "\n".join(report.notes) == ""
    assert all(outcome.refused is None or outcome.refused.strip() != "" for outcome in outcomes)
    assert report.metrics["read"] > len(outcomes) / 3
