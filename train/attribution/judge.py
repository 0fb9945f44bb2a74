"""Fits the judge: articles held out of training enter; weights of what speaks for a span leave, for the card.

    python train/attribution/judge.py ../shared/gold/polnear/train.jsonl

It reads the held-out articles with the package's own weights and rules, and fits a logistic regression for each role. No torch is needed.
"""

import argparse
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tocsin.attribute.tagger import gather, spans, windows
from tocsin.attribute.tagger.judge import list_features, place
from tocsin.attribute.tagger.labels import ROLES
from tocsin.attribute.tagger.weights import Weights, load
from tocsin.bench import passage as passages
from tocsin.bench.passage import Passage
from tocsin.flow.line import read_text
from tocsin.settings import Settings

_SPLIT = 7  # the seed of which articles are held out, as in train.py
_DECAY = 3.0  # how much the weights are held to where they start
_START = 0.5  # the weight of the tagger's own odds to start from: it is surer than it is right
_STEPS = 100
Row = tuple[str, tuple[float, ...], bool]
Numbers = NDArray[np.float64]


def list_rows(passage: Passage, weights: Weights, language: str) -> Iterator[Row]:
    """Yield role, features and whether it is right, of each span worth a look."""
    article = read_text(passage.text, language=language, settings=replace(Settings(), fast=True))
    seen = gather((s.source, s.cue, s.content) for s in article.statements if not s.own)
    gold = {(role, *piece) for one in passage.gold for role in ROLES for piece in one.pieces(role)}
    for paragraph in range(len(article.paragraphs)):
        for window in windows.cut(article, paragraph, weights.pieces) if windows.is_spoken(article, paragraph) else ():
            read = {role: place(window, found) for role, found in seen.spans.items()}
            for one in spans.weigh(weights.emit(window), weights.transitions, least=weights.judge.least):
                piece = passage.range(window.words[one.first].start, window.words[one.last].end)
                yield one.role, list_features(passage.text, window, one, read), (one.role, *piece) in gold


def fit(features: Numbers, right: Numbers) -> Numbers:
    """Newton's steps, each halved until it helps."""
    start = np.zeros(features.shape[1])
    start[1] = _START
    found = start.copy()

    def loss(weights: Numbers) -> float:
        scores = features @ weights
        return float(np.sum(np.logaddexp(0, scores) - right * scores) + _DECAY / 2 * np.sum((weights - start) ** 2))

    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-np.clip(features @ found, -30, 30)))
        slope = features.T @ (likely - right) + _DECAY * (found - start)
        bend = (features * (likely * (1 - likely))[:, None]).T @ features + _DECAY * np.eye(len(found))
        step, size = np.linalg.solve(bend, slope), 1.0
        while loss(found - size * step) > loss(found) and size > 1e-6:
            size /= 2
        found = found - size * step
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="Fit what the tagger makes of the rules' reading.")
    parser.add_argument("articles", type=Path, help="the file that the tagger was trained on")
    parser.add_argument("--language", default="en")
    parser.add_argument("--held", type=int, default=60, help="how many of its articles were held out, as in train.py")
    options = parser.parse_args()
    weights = load(options.language)
    if not isinstance(weights, Weights):
        raise SystemExit(weights.reason)
    mixed = list(passages.load(options.articles))
    random.Random(_SPLIT).shuffle(mixed)  # noqa: S311 -- not for secrets
    rows = [row for one in mixed[: options.held] for row in list_rows(one, weights, options.language)]
    print("judge:")
    for role in ROLES:
        features, right = zip(*((features, right) for name, features, right in rows if name == role), strict=True)
        print(f"  {role}: [{', '.join(f'{weight:.3f}' for weight in fit(np.array(features), np.array(right, float)))}]")


if __name__ == "__main__":
    main()
