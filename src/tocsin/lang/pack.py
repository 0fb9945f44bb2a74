"""Packs: what Tocsin knows of one language, one YAML file a subject. Loads them, checks them, answers by code.

Each subject is a ``msgspec.Struct`` in this package; a key that the struct does not name is an error.
"""

from functools import cache
from importlib import resources
from typing import TypeVar

import msgspec
import yaml

from tocsin.errors import PackError

T = TypeVar("T")
ROOT = resources.files("tocsin") / "packs"


def load(code: str, subject: str, kind: type[T]) -> T:
    """Read ``packs/<code>/<subject>.yml`` as ``kind``; raise PackError naming file and key."""
    source = ROOT / code / f"{subject}.yml"
    if not source.is_file():
        raise PackError(f"no pack file {code}/{subject}.yml; packs are {', '.join(codes())}")
    return parse(source.read_text(encoding="utf-8"), kind, f"{code}/{subject}.yml")


def parse(text: str, kind: type[T], name: str) -> T:
    """Read YAML ``text`` as ``kind``; ``name`` is the file that errors name."""
    try:
        content = yaml.load(text, Loader=_Loader)  # noqa: S506 -- a safe loader with fewer words
        return msgspec.convert(content, kind)
    except yaml.YAMLError as exc:
        raise PackError(f"{name}: not YAML: {exc}") from exc
    except msgspec.ValidationError as exc:
        raise PackError(f"{name}: {exc}") from exc


@cache
def codes() -> tuple[str, ...]:
    """The languages that have a pack, by code."""
    return tuple(sorted(entry.name for entry in ROOT.iterdir() if entry.is_dir() and len(entry.name) == 2))


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """A safe loader that keeps words such as ``no`` and ``on`` as words."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, rule) for tag, rule in rules if tag not in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", __import__("re").compile("^(?:true|false)$"), list("tf"))
