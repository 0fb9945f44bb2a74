"""Pages of an invented flood, and a desk that holds them."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from tocsin.cli import app

ENGLISH = """<html lang="en"><head><title>Flood at Marran kills nine, River Office says</title>
<meta property="og:site_name" content="Valley Gazette"><meta property="article:published_time" content="2026-02-03T08:15:00+03:00"></head>
<body><article><h1>Flood at Marran kills nine, River Office says</h1>
<p>Nine people were killed when the Marran dam broke on Monday, the River Office said in a statement.</p>
<p>“We had no warning,” said Lena Orvath, the head of the River Office. She said 300 houses stood under water.</p>
<p>The Farmers Union said at least 21 people were killed in the flood.</p></article></body></html>"""
ARABIC = """<html lang="ar" dir="rtl"><head><title>مقتل تسعة أشخاص في فيضان مران</title><meta property="og:site_name" content="صوت الوادي">
<meta property="article:published_time" content="2026-02-03T10:00:00+03:00"></head><body><article><h1>مقتل تسعة أشخاص في فيضان مران</h1>
<p>قال مكتب النهر في بيان إن تسعة أشخاص قتلوا يوم الاثنين عندما انهار سد مران.</p>
<p>وأضاف المكتب أن 300 منزل غمرتها المياه في القرى القريبة من النهر.</p></article></body></html>"""


@pytest.fixture
def runner(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> CliRunner:
    """A runner in an empty folder, at 80 columns, with no settings of the machine."""
    monkeypatch.chdir(tmp_path)
    for name in ("TOCSIN_DESK", "TOCSIN_REGISTRY", "FORCE_COLOR", "PY_COLORS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "dumb")
    return CliRunner()


@pytest.fixture
def english() -> str:
    """The English page, to be changed."""
    return ENGLISH


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "flood.html").write_text(ENGLISH, encoding="utf-8")
    (folder / "flood_ar.html").write_text(ARABIC, encoding="utf-8")
    return folder


@pytest.fixture
def desk(runner: CliRunner, pages: Path, tmp_path: Path) -> Path:
    made = tmp_path / "flood.db"
    result = runner.invoke(app, ["add", str(pages), "--desk", str(made)])
    assert result.exit_code == 0, result.output
    return made
