"""The captures of a desk: a folder of gzip files named by the SHA-256 of the bytes within. Written whole or not at all."""

import gzip
import os
import tempfile
import zlib
from hashlib import sha256
from pathlib import Path

from tocsin.errors import StoreError

_LEVEL = 6


class Captures:
    """``ab/abcdef….gz`` under ``root``. ``zcat FILE | sha256sum`` gives the name back."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def put(self, digest: str, raw: bytes) -> None:
        """Keep ``raw`` under its hash, on the disk itself before this returns. A capture already kept is left alone."""
        target = self._path(digest)
        if target.exists():
            return
        if sha256(raw).hexdigest() != digest:
            raise StoreError(f"{digest} is not the SHA-256 of the {len(raw)} bytes given; make the capture from the bytes that are added")
        self._make_folder(target.parent)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".part-")
        part = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(gzip.compress(raw, _LEVEL, mtime=0))
                file.flush()
                os.fsync(file.fileno())
            part.replace(target)
        except OSError:
            part.unlink(missing_ok=True)
            raise
        _sync(target.parent)

    def get(self, digest: str) -> bytes:
        """Return the bytes; a StoreError if they are gone or are not what the hash says."""
        path = self._path(digest)
        try:
            raw = gzip.decompress(path.read_bytes())
        except FileNotFoundError as exc:
            raise StoreError(
                f"no capture {digest} in {self.root}: expected the file {path.name}; restore it from a copy of the folder"
            ) from exc
        except (OSError, EOFError, zlib.error) as exc:
            raise StoreError(f"{path}: this capture is damaged ({exc}); restore it from a copy of the folder") from exc
        if sha256(raw).hexdigest() != digest:
            raise StoreError(f"{path}: these bytes are not those that were captured (their hash differs); restore the file from a copy")
        return raw

    def check(self, digest: str) -> str | None:
        """Say what is wrong with a capture; None if it is whole."""
        try:
            self.get(digest)
        except StoreError as exc:
            return str(exc)
        return None

    def _path(self, digest: str) -> Path:
        return self.root / digest[:2] / f"{digest}.gz"

    def _make_folder(self, folder: Path) -> None:
        if folder.is_dir():
            return
        folder.mkdir(parents=True, exist_ok=True)
        _sync(folder.parent)


def _sync(folder: Path) -> None:
    """Put a folder's entries on the disk; a system that cannot (Windows) keeps them its own way."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
