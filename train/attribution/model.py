"""The tagger: an encoder, features that folding of case loses, and a conditional random field over labels that may follow each other."""

import torch
from torch import Tensor, nn

from tocsin.attribute.tagger.labels import LABELS, may_follow
from tocsin.attribute.tagger.words import SHAPES

_COUNT = len(LABELS)
_NEVER = -1e4


class Tagger(nn.Module):
    """Scores the labels of each piece of a word, and of each label behind another."""

    def __init__(self, encoder: nn.Module, width: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.shapes = nn.Embedding(SHAPES, width)
        nn.init.zeros_(self.shapes.weight)
        self.drop = nn.Dropout(0.1)
        self.out = nn.Linear(width, _COUNT)
        self.follow = nn.Parameter(torch.zeros(_COUNT, _COUNT))
        self.begin = nn.Parameter(torch.zeros(_COUNT))
        self.end = nn.Parameter(torch.zeros(_COUNT))
        self.register_buffer("never_follow", _forbid([[may_follow(a, b) for b in LABELS] for a in LABELS]))
        self.register_buffer("never_begin", _forbid([may_follow(None, b) for b in LABELS]))
        self.register_buffer("never_end", _forbid([may_follow(a, None) for a in LABELS]))

    def forward(self, pieces: Tensor, shapes: Tensor, attention: Tensor) -> Tensor:
        """Return label scores: batch × pieces × labels."""
        embedded = self.encoder.embeddings.word_embeddings(pieces) + self.shapes(shapes)
        return self.out(self.drop(self.encoder(inputs_embeds=embedded, attention_mask=attention).last_hidden_state))

    def transitions(self) -> tuple[Tensor, Tensor, Tensor]:
        """Return the scores of following, beginning and ending labels; what may not be has a score no path takes."""
        return self.follow + self.never_follow, self.begin + self.never_begin, self.end + self.never_end

    def loss(self, scores: Tensor, labels: Tensor, valid: Tensor) -> Tensor:
        """Return the negative log-likelihood of ``labels``, a number for each row. Scores are of whole words: batch × words × labels."""
        follow, begin, end = self.transitions()
        total = begin + scores[:, 0]
        gold = begin[labels[:, 0]] + scores[:, 0].gather(1, labels[:, :1]).squeeze(1)
        for t in range(1, scores.shape[1]):
            here = valid[:, t]
            total = torch.where(here[:, None], torch.logsumexp(total[:, :, None] + follow, 1) + scores[:, t], total)
            step = follow[labels[:, t - 1], labels[:, t]] + scores[:, t].gather(1, labels[:, t : t + 1]).squeeze(1)
            gold = gold + torch.where(here, step, torch.zeros_like(step))
        last = labels.gather(1, (valid.sum(1) - 1)[:, None]).squeeze(1)
        return torch.logsumexp(total + end, 1) - gold - end[last]

    @torch.no_grad()
    def decode(self, scores: Tensor, valid: Tensor) -> list[list[int]]:
        """Return the best row of labels for each row of words."""
        return [self._decode_row(row[: int(held.sum())]) for row, held in zip(scores, valid, strict=True)]

    def _decode_row(self, scores: Tensor) -> list[int]:
        follow, begin, end = self.transitions()
        best, back = begin + scores[0], []
        for word in scores[1:]:
            best, origin = (best[:, None] + follow).max(0)
            best = best + word
            back.append(origin)
        path = [int((best + end).argmax())]
        for origin in reversed(back):
            path.append(int(origin[path[-1]]))
        return path[::-1]


def _forbid(allowed: list[bool] | list[list[bool]]) -> Tensor:
    return torch.where(torch.tensor(allowed), 0.0, _NEVER)
