"""Stable ids: hashes of what makes a record what it is."""

from hashlib import blake2b


def make_id(*parts: str) -> str:
    """Return 16 hex characters that depend on the parts, their order and their borders."""
    digest = blake2b(digest_size=8)
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass")
        digest.update(len(raw).to_bytes(4, "big"))
        digest.update(raw)
    return digest.hexdigest()
