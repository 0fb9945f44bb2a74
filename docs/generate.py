#!/usr/bin/env python3
"""Writes the parts of the docs that are made from the code: the commands, the stages, the packs.

``--check`` only says what is stale. ``--excerpt`` writes what the demo prints into the README.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer
import yaml

ROOT = Path(__file__).parents[1]
COMMANDS = ROOT / "docs" / "commands.md"
ARCHITECTURE = ROOT / "docs" / "architecture.md"
README = ROOT / "README.md"
WIDTH = "100"  # columns of the excerpt
PACKS = ROOT / "src" / "tocsin" / "packs"
LOADERS = ROOT / "src" / "tocsin" / "lang"
_LOAD = re.compile(r'pack\.load\((?:"world"|[\w.]+), "(\w+)"')
_WAYS = ("true", "false")


def main() -> int:
    """Write what is stale, or with ``--check`` name it and end with 1."""
    if "--excerpt" in sys.argv:
        README.write_text(put_excerpt(README.read_text(encoding="utf-8"), abridge(run_demo())), encoding="utf-8")
    checks = "--check" in sys.argv
    stale = find_stale()
    for path, text in stale.items():
        if not checks:
            path.write_text(text, encoding="utf-8")
        sys.stdout.write(f"{'stale' if checks else 'wrote'}: {path.relative_to(ROOT)}\n")
    return 1 if checks and len(stale) > 0 else 0


def find_stale() -> dict[Path, str]:
    """Return the files that are not as they must be, with what they must hold."""
    return {path: text for path, text in make().items() if not path.is_file() or path.read_text(encoding="utf-8") != text}


def make() -> dict[Path, str]:
    """Return every file with a made part as it must be."""
    architecture = ARCHITECTURE.read_text(encoding="utf-8")
    for name, lines in (("stages", make_stages()), ("packs", make_packs())):
        architecture = replace_block(architecture, name, "\n".join(lines))
    return {COMMANDS: "\n".join(make_commands()) + "\n", ARCHITECTURE: architecture}


def replace_block(text: str, name: str, block: str) -> str:
    """Put ``block`` between the marks of ``name``; a text without the marks is an error."""
    opening, closing = f"<!-- made: {name} -->", f"<!-- end: {name} -->"
    if text.count(opening) != 1 or text.count(closing) != 1:
        raise ValueError(f"docs/architecture.md must hold {opening} and {closing} once each")
    head, _, rest = text.partition(opening)
    return f"{head}{opening}\n{block}\n{closing}{rest.partition(closing)[2]}"


def run_demo() -> list[str]:
    """Return what the demo prints off a terminal, line by line."""
    with tempfile.TemporaryDirectory() as folder:
        words = [sys.executable, "-c", "from tocsin.cli import main; main()", "demo", "--quiet"]
        plain = {name: value for name, value in os.environ.items() if not name.startswith(("TOCSIN_", "FORCE_COLOR"))}
        ended = subprocess.run(words, cwd=folder, env=plain | {"COLUMNS": WIDTH}, capture_output=True, check=True)  # noqa: S603
    return [line.rstrip() for line in ended.stdout.decode("utf-8").splitlines()]


def abridge(lines: list[str]) -> list[str]:
    """Keep the tally, the first story and what to do next."""
    blocks = "\n".join(lines).split("\n\n")
    return "\n\n".join((*blocks[:2], "…", blocks[-1])).splitlines()


def put_excerpt(text: str, lines: list[str]) -> str:
    """Put ``lines`` into the block behind the mark of the excerpt."""
    opening = "<!-- excerpt -->\n```\n"
    head, _, rest = text.partition(opening)
    return f"{head}{opening}{chr(10).join(lines)}\n```{rest.partition('```')[2]}"


def make_commands() -> Iterator[str]:
    """The help of every command, as Markdown. Made from the commands and not from their screens, whose frames change with the terminal."""
    yield "# Commands\n\nMade by `make docs` from the help of the commands; do not edit. `tocsin COMMAND --help` shows the same.\n"
    yield "Exit codes: 0 done, 1 nothing could be read, 2 wrong use, 3 done in part (what went wrong is listed on stderr)."
    for name, command in list_commands():
        yield f"\n## {name}\n"
        yield from _describe(name, command)


def list_commands() -> Iterator[tuple[str, Any]]:
    """Yield every command with its full name, in the order of ``tocsin --help``; the bench's own follow it."""
    from tocsin.bench.cli import app as bench
    from tocsin.cli import app

    for verb, command in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]
        yield f"tocsin {verb}", command
    for verb, command in typer.main.get_command(bench).commands.items():  # type: ignore[attr-defined]
        yield f"tocsin bench {verb}", command


def _describe(name: str, command: Any) -> Iterator[str]:
    about, _, example = (command.help or "").partition("Example:")
    yield " ".join(about.split())
    arguments = [param for param in command.params if param.param_type_name == "argument"]
    options = [param for param in command.params if param.param_type_name == "option" and param.name != "help"]
    words = [name, *("[OPTIONS]" for _ in options[:1]), *map(_place, arguments)]
    yield f"\n```\n{' '.join(words)}\n```"
    if example != "":
        yield f"\nExample: `{' '.join(example.split())}`"
    if len(arguments) + len(options) > 0:
        yield "\n| | |\n| --- | --- |"
    yield from (f"| `{_place(param)}` | {_help(param)} |" for param in arguments)
    yield from (f"| `{_spell(param)}` | {_help(param)} |" for param in options)


def _place(param: Any) -> str:
    name = param.metavar or param.name.upper()
    return f"{name}…" if param.nargs == -1 else name


def _spell(param: Any) -> str:
    names = ", ".join(sorted(param.opts, key=len))
    return names if param.is_flag else f"{names} {param.metavar or 'VALUE'}"


def _help(param: Any) -> str:
    parts = [" ".join((param.help or "").replace("|", "\\|").split())]
    if getattr(param, "envvar", None) is not None:
        parts.append(f"Also from `{param.envvar}`.")
    if isinstance(param.default, str | int | Path) and not isinstance(param.default, bool):
        parts.append(f"Default: `{_shorten(param.default)}`.")
    return " ".join(part for part in parts if part != "")


def _shorten(default: object) -> str:
    """A path inside the checkout is shown from its root, so that every checkout makes the same page."""
    return str(default).replace(f"{ROOT}/", "") if isinstance(default, Path) else str(default)


def make_stages() -> Iterator[str]:
    """The stages of the per-article line: version, what each needs of an article, what it fills."""
    from tocsin.flow.line import LINE

    yield "| stage | version | requires | assigns |\n| --- | --- | --- | --- |"
    yield f"| {LINE.opening.name} | {LINE.opening.version} | the bytes and their capture | {', '.join(LINE.opening.assigns)} |"
    for stage in LINE.stages:
        yield f"| {stage.name} | {stage.version} | {', '.join(stage.requires)} | {', '.join(stage.assigns)} |"


def make_packs() -> Iterator[str]:
    """Every pack file, the module that reads it and how much it holds, to two figures."""
    loaders = {name: module.name for module in sorted(LOADERS.glob("*.py")) for name in _LOAD.findall(module.read_text(encoding="utf-8"))}
    codes = sorted(folder.name for folder in PACKS.iterdir() if folder.is_dir() and len(folder.name) == 2)
    subjects = sorted({file.stem for code in codes for file in (PACKS / code).glob("*.yml")})
    yield f"| terms of a language | read by | {' | '.join(codes)} |\n| --- | --- |{' ---: |' * len(codes)}"
    for subject in subjects:
        sizes = (_say(count_leaves(PACKS / code / f"{subject}.yml")) for code in codes)
        yield f"| `{subject}.yml` | {_name(loaders, subject)} | {' | '.join(sizes)} |"
    yield "\n| rows for all languages | read by | rows |\n| --- | --- | ---: |"
    for file in sorted((PACKS / "world").glob("*.yml")):
        yield f"| `{file.name}` | {_name(loaders, file.stem)} | {_say(len(_read(file)))} |"


def _name(loaders: dict[str, str], subject: str) -> str:
    return f"`lang/{loaders[subject]}`" if subject in loaders else "nothing yet"


def count_leaves(file: Path) -> int:
    """Return how many words, phrases and values a pack file holds; none where there is no such file."""
    return _count(_read(file)) if file.is_file() else 0


def _read(file: Path) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 -- the base loader makes strings only


def _count(node: Any) -> int:
    if isinstance(node, dict):
        return sum(map(_count, node.values()))
    return sum(map(_count, node)) if isinstance(node, list) else int(node not in _WAYS)


def _say(number: int) -> str:
    """To two figures: a word more or less makes no new page."""
    scale = 10 ** max(0, len(str(number)) - 2)
    return f"{number // scale * scale:,}"


if __name__ == "__main__":
    sys.exit(main())
