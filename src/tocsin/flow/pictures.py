"""The picture of a desk, made once: a desk and a stretch of time enter; what was linked and weighed before leaves, else it is made and kept.

What is kept is derived and disposable. Its key holds all that a picture depends on, so that it cannot be out of date:
every article and judgement of the view, the registry, and the files of this program, packs among them.
"""

import zlib
from datetime import datetime
from functools import cache
from hashlib import blake2b
from pathlib import Path

import msgspec

import tocsin
from tocsin.flow.look import Picture, look
from tocsin.link.actors import Actors, Identity, Label
from tocsin.model import Actor, Story, Weight
from tocsin.store import Desk, View

_LEVEL = 1
_FILES = {".py", ".yml"}


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """A picture without its view."""

    records: tuple[Actor, ...]
    names: list[tuple[str, str, str]]
    identities: dict[str, Identity]
    labels: dict[str, tuple[Label, ...]]
    stories: tuple[Story, ...]
    weights: tuple[Weight, ...]


def look_at(desk: Desk, *, since: datetime | None = None, until: datetime | None = None, as_of: datetime | None = None) -> Picture:
    """Return the picture of a desk: the one kept beside it where nothing has changed since, else a new one."""
    view = desk.view(since=since, until=until, as_of=as_of)
    if view.digest is None:
        return look(view)
    key = _make_key(view)
    kept = desk.shelf.get(key)
    picture = None if kept is None else _unpack(kept, view)
    if picture is None:
        picture = look(view)
        desk.shelf.put(key, _pack(picture))
    return picture


def _make_key(view: View) -> str:
    outlets = msgspec.msgpack.encode(list(view.registry.by_id.values()))
    return blake2b(f"{view.digest} {_stamp()} ".encode() + outlets, digest_size=20).hexdigest()


def _pack(picture: Picture) -> bytes:
    actors = picture.actors
    names = [(article, name, actor) for (article, name), actor in actors.names.items()]
    kept = _Kept(actors.records, names, dict(actors.identities), dict(actors.labels), picture.stories, picture.weights)
    return zlib.compress(msgspec.msgpack.encode(kept), _LEVEL)


def _unpack(raw: bytes, view: View) -> Picture | None:
    try:
        kept = msgspec.msgpack.decode(zlib.decompress(raw), type=_Kept)
    except (zlib.error, msgspec.DecodeError):
        return None
    names = {(article, name): actor for article, name, actor in kept.names}
    actors = Actors(kept.records, names, kept.identities, kept.labels)
    return Picture(view, actors, kept.stories, tuple(weight.claim for weight in kept.weights), kept.weights)


@cache
def _stamp() -> str:
    """What this program is: the name, size and time of each of its files. A picture that other code made is no picture."""
    digest = blake2b(digest_size=16)
    for path in sorted(path for path in Path(tocsin.__file__).parent.rglob("*") if path.suffix in _FILES):
        place = path.stat()
        digest.update(f"{path} {place.st_size} {place.st_mtime_ns}\n".encode())
    return digest.hexdigest()
