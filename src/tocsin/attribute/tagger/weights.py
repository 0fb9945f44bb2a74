"""The tagger's weights: looked for in the pack, checked against the hashes of their card, loaded at the first use. A language enters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources.abc import Traversable
from io import BytesIO
from typing import TYPE_CHECKING

import msgspec
import numpy as np
from numpy.typing import NDArray

from tocsin.attribute.tagger.pieces import Pieces
from tocsin.attribute.tagger.windows import Window
from tocsin.errors import PackError
from tocsin.lang import pack

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Scores = NDArray[np.float32]


class Card(msgspec.Struct, frozen=True):
    """What the package knows of the weights: the SHA-256 of each file, and the weights of the judge (see ``judge``)."""

    files: dict[str, str]
    judge: dict[str, tuple[float, ...]] = {}
    least: float = 0.4


@dataclass(frozen=True, slots=True)
class Judge:
    """``weights`` of what speaks for a span, by role, none where there is no judge; a span less likely than ``least`` is not taken, unless its words are."""

    weights: Mapping[str, Sequence[float]]
    least: float


@dataclass(frozen=True, slots=True)
class Missing:
    """Why there is no tagger."""

    reason: str


@dataclass(frozen=True, slots=True)
class Transitions:
    """The scores of one label behind another, of beginning and of ending with one."""

    follow: Scores
    begin: Scores
    end: Scores


@dataclass(frozen=True, slots=True)
class Weights:
    """A tagger that is ready."""

    session: "InferenceSession"
    transitions: Transitions
    pieces: Pieces
    judge: Judge

    def emit(self, window: Window) -> Scores:
        """Return the label scores of a window's words.

        A window goes through alone: its numbers are rounded together with all that goes through at a time, and what stands in another
        paragraph must not change how this one is read.
        """
        ones = (1,) * len(window.pieces)
        pieces, shapes, attention = (np.array([row], np.int64) for row in (window.pieces, window.shapes, ones))
        scores: Scores = self.session.run(None, {"pieces": pieces, "shapes": shapes, "attention": attention})[0]
        return scores[0, list(window.firsts)]


@cache
def has_tagger(code: str) -> bool:
    """Does the language's pack name a tagger?"""
    return len(code) == 2 and code in pack.codes() and (_folder(code) / "card.yml").is_file()


@cache
def load(code: str) -> Weights | Missing:
    """Return the tagger of a language, or why it does not serve."""
    return load_from(_folder(code))


def load_from(folder: Traversable) -> Weights | Missing:
    """Return the tagger of a folder. Files that are not what the card says are not run."""
    try:
        card = pack.parse((folder / "card.yml").read_text(encoding="utf-8"), Card, "tagger/card.yml")
        files = {name: (folder / name).read_bytes() for name in card.files}
    except (OSError, PackError) as exc:
        return Missing(f"its weights cannot be read ({exc})")
    broken = [name for name, content in files.items() if sha256(content).hexdigest() != card.files[name]]
    if len(broken) > 0:
        return Missing(f"{', '.join(broken)} is not what its card says: the SHA-256 differs")
    try:
        return _build(files, Judge(card.judge, card.least))
    except ImportError as exc:
        return Missing(f"a library is missing ({exc}); pip install onnxruntime")


def _build(files: dict[str, bytes], judge: Judge) -> Weights:
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # results and load must not depend on the machine
    options.log_severity_level = 3
    table = np.load(BytesIO(files["transitions.npy"]))
    session = InferenceSession(files["weights.onnx"], options, providers=["CPUExecutionProvider"])
    vocabulary = tuple(files["pieces.txt"].decode("utf-8").splitlines())
    return Weights(session, Transitions(table[:-2], table[-2], table[-1]), Pieces(vocabulary), judge)


def _folder(code: str) -> Traversable:
    return pack.ROOT / code / "tagger"
