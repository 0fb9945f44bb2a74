"""The word lists of a pack's struct, as sets of keys by field name."""

import msgspec

from tocsin.lang.fold import key


def sets(raw: msgspec.Struct) -> dict[str, frozenset[str]]:
    """Return every field of ``raw`` that is a list of words, folded."""
    names = [field.name for field in msgspec.structs.fields(raw) if field.type == tuple[str, ...]]
    return {name: frozenset(map(key, getattr(raw, name))) for name in names}
