"""Sizes of modules and functions: the list is printed, the hard limits fail."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src" / "tocsin").rglob("*.py"))
# Where to look again, and what fails.
MODULE, FUNCTION, POSITIONAL, FUNCTIONS = 300, 40, 3, 14
MODULE_LIMIT, FUNCTION_LIMIT, PARAMETER_LIMIT = 500, 80, 8


@dataclass(frozen=True)
class Size:
    where: str
    lines: int
    positional: int
    parameters: int


def _measure(path: Path) -> Iterator[Size]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            names = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args) if argument.arg not in ("self", "cls")]
            first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
            lines = (node.end_lineno or node.lineno) - first + 1
            yield Size(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", lines, len(names), len(names) + len(node.args.kwonlyargs))


def _count_lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


@pytest.fixture(scope="module")
def functions() -> list[Size]:
    return [size for path in SOURCES for size in _measure(path)]


def test_no_module_is_beyond_the_hard_limit() -> None:
    assert [f"{path.relative_to(ROOT)}: {_count_lines(path)}" for path in SOURCES if _count_lines(path) > MODULE_LIMIT] == []


def test_no_function_is_beyond_the_hard_limits(functions: list[Size]) -> None:
    assert [size for size in functions if size.lines > FUNCTION_LIMIT] == []
    # A command of the terminal has a parameter for each of its options.
    assert [size for size in functions if size.parameters > PARAMETER_LIMIT and "/cli" not in size.where] == []


def test_the_list_to_look_at_again_is_printed(functions: list[Size], capsys: pytest.CaptureFixture[str]) -> None:
    lines = [f"{_count_lines(path):5} lines  {path.relative_to(ROOT)}" for path in SOURCES if _count_lines(path) > MODULE]
    crowded = {path: sum(1 for _ in _measure(path)) for path in SOURCES}
    lines += [f"{count:5} functions  {path.relative_to(ROOT)}" for path, count in crowded.items() if count > FUNCTIONS]
    lines += [f"{size.lines:5} lines  {size.where}" for size in functions if size.lines > FUNCTION]
    lines += [f"{size.positional:5} positional parameters  {size.where}" for size in functions if size.positional > POSITIONAL]
    with capsys.disabled():
        sys.stdout.write("".join(f"look again: {line}\n" for line in sorted(lines, reverse=True)))
    assert len(SOURCES) > 0
