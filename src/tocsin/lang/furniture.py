"""What stands around the text on a page, in all languages at once: a page's menu need not be in the language of its article.

``packs/xx/furniture.yml`` of every pack, merged and keyed by ``squash``.
"""

import re
from functools import cache

import msgspec

from tocsin.lang import pack
from tocsin.lang.fold import key

_WORD = re.compile(r"\w+(?:['’.\-]\w+)*")


class Captions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a caption begins, what only a caption holds, what names the picture's maker at its end; ``labels``: what a title has in brackets."""

    starts: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()


class Owned(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Small words before and behind the owner in a notice of rights ("by"), and letters joined to his name ("لل:ال": "لل" for "ال")."""

    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()


class Furniture(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One ``furniture.yml``. ``lines``, ``starts`` and ``phrases`` map a reason to its wordings.

    ``joints`` part the names of a joint byline, ``embeds`` stand over a post of a network, ``links`` between day and month ("2 of May").
    """

    lines: dict[str, tuple[str, ...]] = {}
    starts: dict[str, tuple[str, ...]] = {}
    phrases: dict[str, tuple[str, ...]] = {}
    rights: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    owned: Owned = Owned()
    joints: tuple[str, ...] = ()
    embeds: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    captions: Captions = Captions()
    bylines: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    specials: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    months: dict[str, int] = {}
    weekdays: tuple[str, ...] = ()
    forenoon: tuple[str, ...] = ()
    afternoon: tuple[str, ...] = ()
    zones: dict[str, str] = {}
    hour_marks: tuple[str, ...] = ()
    genres: dict[str, tuple[str, ...]] = {}


def squash(text: str) -> str:
    """The words of ``text`` in folded letters, one space between them, without punctuation."""
    return " ".join(_WORD.findall(key(text)))


@cache
def load() -> tuple[Furniture, ...]:
    """The furniture of every pack that has one."""
    return tuple(pack.load(code, "furniture", Furniture) for code in pack.codes() if (pack.ROOT / code / "furniture.yml").is_file())
