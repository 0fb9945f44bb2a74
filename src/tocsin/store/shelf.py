"""What can be made again, kept beside a desk to save the time: bytes under a key. A damaged or missing entry is no entry."""

import os
import tempfile
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

_SEAL = 16  # bytes of a hash before what is kept: half a file, or another's, is never read as whole
_MOST = 8  # entries kept, those read last


class Shelf:
    """A folder of entries. It never fails: where nothing can be written, nothing is kept."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def get(self, key: str) -> bytes | None:
        """Return what was put under ``key``, whole; None where there is nothing, or something damaged."""
        path = self.root / key
        try:
            sealed = path.read_bytes()
        except OSError:
            return None
        kept = sealed[_SEAL:]
        if _seal(key, kept) != sealed[:_SEAL]:
            return None
        with suppress(OSError):
            os.utime(path)
        return kept

    def put(self, key: str, kept: bytes) -> None:
        """Keep ``kept`` under ``key``. Two programs may do so at once: each writes a file of its own and moves it into place."""
        try:
            self.root.mkdir(exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.root, prefix=".part-")
        except OSError:
            return
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_seal(key, kept) + kept)
            Path(name).replace(self.root / key)
        except OSError:
            with suppress(OSError):
                Path(name).unlink()
        self._tidy()

    def _tidy(self) -> None:
        """Drop the oldest entries, and what a killed writer left behind."""
        with suppress(OSError):
            entries = sorted(self.root.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
            for path in entries[_MOST:]:
                path.unlink(missing_ok=True)


def _seal(key: str, kept: bytes) -> bytes:
    return blake2b(kept, digest_size=_SEAL, key=key.encode()[:64]).digest()
