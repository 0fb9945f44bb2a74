"""Scores and times Tocsin beside what others install, on the same passages, in one run.

    .venv-peers/bin/python bench/peers/run.py ../shared/gold/polnear/passages_valid.jsonl

Each engine reads every passage in one process on one core. A passage that an engine raises an error on counts as read with nothing found.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import dependency
import quotations
from spacy.language import Language

from tocsin.bench import engines
from tocsin.bench.attribution import flatten, score
from tocsin.bench.passage import ROLES, Attribution, Passage, load
from tocsin.settings import Settings

Engine = Callable[[Passage], Sequence[Attribution]]


def list_engines() -> dict[str, Engine]:
    """Name each engine, loaded and ready."""
    settings, pipeline = Settings(), dependency.load()

    def make(engine: engines.Engine) -> Engine:
        return lambda passage: engines.read(passage, engine, settings, language="en")

    return {
        "Tocsin, rules (--fast)": make(engines.Engine.RULES),
        "Tocsin, rules and tagger": make(engines.Engine.BOTH),
        "Tocsin, the tagger alone": make(engines.Engine.TAGGER),
        "spaCy small, the pipeline alone": lambda passage: read_nothing(pipeline, passage),
        "spaCy small, dependency rules": lambda passage: dependency.read(pipeline, passage),
        "textacy, direct_quotations": lambda passage: quotations.read(pipeline, passage),
    }


def read_nothing(pipeline: Language, passage: Passage) -> Sequence[Attribution]:
    """What every reader on spaCy pays before it reads."""
    pipeline(passage.text)
    return ()


def run(name: str, engine: Engine, passages: Sequence[Passage]) -> str:
    """Read all passages with one engine and draw its row of the table."""
    engine(passages[0])
    read: list[tuple[Passage, Sequence[Attribution]]] = []
    failed = 0
    started = time.process_time()
    for passage in passages:
        try:
            read.append((passage, flatten(engine(passage))))
        except Exception:  # noqa: BLE001 -- whatever a peer raises, it is counted
            failed += 1
            read.append((passage, ()))
    seconds = time.process_time() - started
    words = sum(len(passage.text.split()) for passage in passages)
    result = score(read)
    exact = " / ".join(f"{100 * result.exact[role].f1:.1f}" for role in ROLES)
    token = " / ".join(f"{100 * result.token[role].f1:.1f}" for role in ROLES)
    return f"{name:32} {exact:20} {token:20} {words / seconds:9,.0f} {failed:7}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Score and time Tocsin beside its peers on one file of attribution gold.")
    parser.add_argument("gold", type=Path, nargs="+", help="running articles or tokenised passages, as JSON lines")
    for path in parser.parse_args().gold:
        passages = list(load(path))
        print(f"\n{path.name}: {len(passages):,} texts; F1 of source / cue / content")
        print(f"{'':32} {'exact match':20} {'token':20} {'words/s':>9} {'errors':>7}")
        for name, engine in list_engines().items():
            print(run(name, engine, passages), flush=True)


if __name__ == "__main__":
    main()
