"""How likely a span is right once it is known what the rules read. Candidates and the rules' spans enter, candidates judged anew leave.

A logistic regression over how sure the tagger is, how the span stands to those of the rules, and the signs at its bounds. Its weights stand
in the card; ``train/attribution/judge.py`` fits them on articles held out of training. Without them the tagger's own likelihood serves.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from tocsin.attribute.tagger.spans import Candidate
from tocsin.attribute.tagger.weights import Judge
from tocsin.attribute.tagger.windows import Window
from tocsin.model import Span

_EDGE = 1e-3  # no likelihood is nearer to none or one
_STOPS, _COMMAS, _OPENS, _CLOSES = ".?!", ",;:", '“"«', '”"»'


@dataclass(frozen=True, slots=True)
class Seen:
    """What the rules read: spans by role, of attributions that stand in no other's content."""

    spans: Mapping[str, tuple[Span, ...]]


NOTHING = Seen({})


def gather(found: Iterable[tuple[Span | None, Span | None, Sequence[Span]]]) -> Seen:
    """Sources, cues and contents of attributions, without those that stand inside the content of another."""
    whole = [(source, cue, tuple(content)) for source, cue, content in found]
    outer = [one for one in whole if not any(_inside(one, other[2]) for other in whole if other is not one)]
    return Seen(
        {
            "source": tuple(source for source, _, _ in outer if source is not None),
            "cue": tuple(cue for _, cue, _ in outer if cue is not None),
            "content": tuple(chain.from_iterable(content for _, _, content in outer)),
        }
    )


def revise(judge: Judge, text: str, window: Window, candidates: Sequence[Candidate], seen: Seen) -> list[Candidate]:
    """Return the candidates with the likelihood that the judge gives them; where there is none, as they are."""
    if len(judge.weights) == 0:
        return list(candidates)
    read = {role: place(window, spans) for role, spans in seen.spans.items()}
    judged = []
    for candidate in candidates:
        features = list_features(text, window, candidate, read)
        score = sum(weight * feature for weight, feature in zip(judge.weights[candidate.role], features, strict=True))
        likely = 1 / (1 + math.exp(-score))
        judged.append(replace(candidate, likely=likely, worth=candidate.worth - candidate.likely + likely))
    return judged


def list_features(text: str, window: Window, candidate: Candidate, read: Mapping[str, Sequence[tuple[int, int]]]) -> tuple[float, ...]:
    """``read`` are the rules' spans as ranges of the window's words."""
    first, last = candidate.first, candidate.last + 1
    own = read.get(candidate.role, ())
    likely = min(max(candidate.likely, _EDGE), 1 - _EDGE)
    begins, ends = any(a == first for a, _ in own), any(b == last for _, b in own)
    same = any((a, b) == (first, last) for a, b in own)
    touches = any(a < last and first < b for a, b in own)
    tail, behind, head, before = (_sign(text, window, at) for at in (last - 1, last, first, first - 1))
    return (
        1.0,
        math.log(likely / (1 - likely)),
        float(same),
        float(begins and not same),
        float(ends and not begins and not same),
        float(touches and not (begins or ends or same)),
        math.log(last - first),
        float(tail in _STOPS),
        float(tail in _COMMAS),
        float(tail in _CLOSES),
        float(behind in _STOPS),
        float(behind in _COMMAS),
        float(behind in _CLOSES),
        float(head in _OPENS),
        float(before in _COMMAS),
    )


def place(window: Window, spans: Sequence[Span]) -> tuple[tuple[int, int], ...]:
    """The ranges of the window's words that the spans touch."""
    starts, ends = [word.start for word in window.words], [word.end for word in window.words]
    ranges = ((bisect_right(ends, span.start), bisect_left(starts, span.end)) for span in spans)
    return tuple((first, last) for first, last in ranges if first < last)


def _sign(text: str, window: Window, at: int) -> str:
    """The sign that a word of the window is; something else where it is no sign or outside."""
    if not 0 <= at < len(window.words):
        return "\0"
    word = window.words[at].of(text)
    return word if len(word) == 1 and not word.isalnum() else "\0"


def _inside(one: tuple[Span | None, Span | None, tuple[Span, ...]], frame: Sequence[Span]) -> bool:
    own = (*(span for span in one[:2] if span is not None), *one[2])
    held = all(any(outer.start <= span.start and span.end <= outer.end for outer in frame) for span in own)
    return held and sum(span.end - span.start for span in own) < sum(span.end - span.start for span in frame)
