"""The docs are held to the code: what they name exists, what is made from the code is up to date, the excerpt is real."""

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from typer.testing import CliRunner

from tocsin import model
from tocsin.cli import app

ROOT = Path(__file__).parents[1]
DOCS = sorted((ROOT / "docs").rglob("*.md"))
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
PAGES = [*(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "GLOSSARY.md")), *DOCS]
WIDTH = "100"
# Where a path that the docs name may begin.
PACKAGE = ROOT / "src" / "tocsin"
BASES = (ROOT, PACKAGE, ROOT / "docs", PACKAGE / "packs" / "en", PACKAGE / "packs" / "world")
# Files of a reader's own, and folders that a newcomer will make.
OTHERS = {"wadi.db", "wadi.outlets.yml", "wadi.captures/", "brief.html", "tocsin.db", "warn/", "code/"}
_CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_PATH = re.compile(r"[\w.\-]+(?:/[\w.\-]+)*/?(?:::\w+)?")
_ENDINGS = (".py", ".yml", ".yaml", ".md", ".json", ".toml", ".html", ".db", "/")
_SECONDS = re.compile(r"\d+\.\d s\b")


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_what_is_made_from_the_code_is_up_to_date(generate: ModuleType) -> None:
    stale = [str(path.relative_to(ROOT)) for path in generate.find_stale()]
    assert stale == [], "run make docs"


def test_every_command_is_in_the_docs(generate: ModuleType) -> None:
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    names = [name for name, _ in generate.list_commands()]
    assert len(names) > 12
    assert [name for name in names if f"\n## {name}\n" not in text] == []


def test_every_command_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    verbs = [command.name or getattr(command.callback, "__name__", "") for command in app.registered_commands]
    assert [verb for verb in verbs if f"`tocsin {verb}" not in readme] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_file_that_a_page_names_exists(page: Path) -> None:
    named = list(_find_paths(page.read_text(encoding="utf-8"), page))
    assert [name for name, found in named if not found] == []


def _find_paths(text: str, page: Path) -> Iterator[tuple[str, bool]]:
    bare = re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    for code in _CODE.findall(bare):
        if _PATH.fullmatch(code) and (code.endswith(_ENDINGS) or "::" in code) and _is_ours(code):
            yield code, _exists(code)
    for target in _LINK.findall(bare):
        if "://" not in target and not target.startswith("#"):
            yield target, (page.parent / target.partition("#")[0]).exists()


def _is_ours(code: str) -> bool:
    """A name of a pack file stands for one of each language; ``xx`` and what lies beside the checkout are not looked for."""
    return not code.startswith("..") and "xx" not in code and code not in OTHERS


def _exists(code: str) -> bool:
    path, _, test = code.partition("::")
    if test != "":
        return (ROOT / path).is_file() and f"def {test}(" in (ROOT / path).read_text(encoding="utf-8")
    return any((base / path).exists() for base in BASES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_heading_that_a_page_links_to_exists(page: Path) -> None:
    for target in _LINK.findall(page.read_text(encoding="utf-8")):
        path, _, heading = target.partition("#")
        if heading != "" and "://" not in target:
            aim = page if path == "" else page.parent / path
            assert heading in _list_headings(aim.read_text(encoding="utf-8")), f"{target} of {page.name}"


def _list_headings(text: str) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_the_glossary_holds_every_record() -> None:
    glossary = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8").lower()
    modules = {path.stem for path in (ROOT / "src" / "tocsin" / "model").glob("*.py")} - {"__init__", "ids"}
    records = {name.lower() for name in model.__all__ if name[0].isupper()}
    assert sorted(word for word in modules | records | {"id"} if re.search(rf"\b{word}\b", glossary) is None) == []


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [path.name[:4] for path in DECISIONS] == [f"{number:04}" for number in range(1, len(DECISIONS) + 1)]


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.stem)
def test_a_decision_has_its_date_its_status_and_its_parts(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert text.startswith(f"# {page.name[:4]} ")
    assert re.search(r"^Date: \d{4}-\d{2}-\d{2}\. Status: (?:proposed|accepted|replaced by \d{4})\.$", text, flags=re.MULTILINE)
    assert re.findall(r"^## (.+)$", text, flags=re.MULTILINE) == ["Context", "Decision", "Consequences"]


def test_the_licence_is_whole() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.lstrip().startswith("Apache License")
    assert "END OF TERMS AND CONDITIONS" in text
    assert text.rstrip().endswith("limitations under the License.")


def test_the_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) < 150


def test_the_excerpt_in_the_readme_is_what_the_demo_prints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The time it took is the one thing that may differ. Lines left out of the excerpt are marked by an ellipsis of their own."""
    excerpt = re.search(r"<!-- excerpt -->\n```\n(.*?)\n```", (ROOT / "README.md").read_text(encoding="utf-8"), flags=re.DOTALL)
    assert excerpt is not None
    monkeypatch.chdir(tmp_path)
    for name in ("TOCSIN_DESK", "TOCSIN_REGISTRY", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", WIDTH)
    monkeypatch.setenv("TERM", "dumb")
    result = CliRunner().invoke(app, ["demo", "--quiet"])
    assert result.exit_code == 0, result.output
    printed = {_SECONDS.sub("_ s", line.rstrip()) for line in result.stdout.splitlines()}
    lines = [_SECONDS.sub("_ s", line.rstrip()) for line in excerpt.group(1).splitlines()]
    assert len(lines) > 10
    assert [line for line in lines if line not in printed | {"…"}] == []
