"""Spoils pages as the web and bad disks do. Good pages and a number enter, a spoilt page leaves: the same one each time."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Dice = random.Random
_CONTROLS = (*(bytes((code,)) for code in (*range(32), 127)), b"\xc2\x85", b"\xc2\x9f", b"\xe2\x80\xa8", b"\xe2\x80\xa9")
_MARKS = tuple(
    chr(code).encode() for code in (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, 0x061C, 0x0640, 0x0301)
)
_BROKEN = (
    b"\xed\xa0\x80",
    b"\xed\xbf\xbf",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xf4\x90\x80\x80",
    b"\xc0\x80",
    b"\xe2\x82",
    b"\xef\xbf\xbf",
    b"\xf0\x9f\x98\x80",
)
_QUOTES = tuple(mark.encode() for mark in "“”\"'«»‘’„‟()[]")
_TAGS = (
    b"<div>",
    b"<p>",
    b"<b>",
    b"<table><tr><td>",
    b"<blockquote>",
    b"<!--",
    b"<script>",
    b"<svg>",
    b"<ul><li>",
    b"<![CDATA[",
    b"<a href='",
    b"<title>",
    b"</p>",
    b"</div>",
)
_ENTITIES = (b"&#0;", b"&#x110000;", b"&#xD800;", b"&nbsp;", b"&amp;amp;", b"&#", b"&lt;p&gt;", b"&#x202E;")
_CODECS = ("utf-16", "utf-16-be", "utf-32", "cp1252", "cp1256", "iso8859-6", "koi8-r", "utf-7", "cp037")
_LONG = "long line"
_LONG_LINE, _LONGEST_SHARE = 20_000, 0.02  # lines as long as allowed take most of a run's time


@dataclass(frozen=True, slots=True)
class Mutant:
    """A spoilt page, the number it grows from, and what was done to it."""

    seed: int
    ways: tuple[str, ...]
    raw: bytes


def make_mutant(pages: Sequence[bytes], seed: int, *, longest: int) -> Mutant:
    """Spoil one of ``pages`` in one to three ways; ``longest`` bounds a line that is blown up, in bytes."""
    dice = random.Random(seed)  # noqa: S311 -- not for secrets
    raw = dice.choice(pages)
    ways = []
    for _ in range(dice.randint(1, 3)):
        name = dice.choice((*_WAYS, _LONG))
        ways.append(name)
        raw = _blow_up(raw, dice, longest) if name == _LONG else _WAYS[name](raw, dice)
    if dice.random() < 0.1:
        ways.append("join")
        raw += dice.choice(pages)
    return Mutant(seed, tuple(ways), raw)


def _flip(raw: bytes, dice: Dice) -> bytes:
    spoilt = bytearray(raw)
    for _ in range(dice.choice((1, 5, 50, max(1, len(raw) // 20)))):
        if len(spoilt) > 0:
            spoilt[dice.randrange(len(spoilt))] ^= 1 << dice.randrange(8)
    return bytes(spoilt)


def _cut(raw: bytes, dice: Dice) -> bytes:
    first, last = sorted((dice.randint(0, len(raw)), dice.randint(0, len(raw))))
    return dice.choice((raw[:first], raw[last:], raw[:first] + raw[last:], raw[first:last]))


def _mix(raw: bytes, dice: Dice) -> bytes:
    """Write a part of the page in another encoding."""
    first, last = sorted((dice.randint(0, len(raw)), dice.randint(0, len(raw))))
    return raw[:first] + raw[first:last].decode("utf-8", "replace").encode(dice.choice(_CODECS), "replace") + raw[last:]


def _blow_up(raw: bytes, dice: Dice, longest: int) -> bytes:
    """Repeat a part of the page, without line ends: now and then until the line is as long as allowed."""
    size = longest if dice.random() < _LONGEST_SHARE else dice.randint(1, min(longest, _LONG_LINE))
    first = dice.randint(0, len(raw))
    part = raw[first : first + dice.choice((1, 7, 300))].replace(b"\n", b" ") or b"x"
    return raw[:first] + part * (size // len(part)) + raw[first:]


def _nest(raw: bytes, dice: Dice) -> bytes:
    at = dice.randint(0, len(raw))
    return raw[:at] + dice.choice(_TAGS) * dice.choice((1, 50, 3000)) + raw[at:]


def _strew(stock: Sequence[bytes], most: int) -> Callable[[bytes, Dice], bytes]:
    """Return a way that drops pieces of ``stock`` all over the page."""

    def strew(raw: bytes, dice: Dice) -> bytes:
        places = sorted(dice.randint(0, len(raw)) for _ in range(dice.randint(1, most)))
        pieces, last = [], 0
        for place in places:
            pieces += [raw[last:place], dice.choice(stock)]
            last = place
        return b"".join((*pieces, raw[last:]))

    return strew


def _shuffle(raw: bytes, dice: Dice) -> bytes:
    lines = raw.split(b"\n")
    dice.shuffle(lines)
    return dice.choice((b"\n", b"", b"\r", b"\n\n\n")).join(lines)


_WAYS: dict[str, Callable[[bytes, Dice], bytes]] = {
    "flip": _flip,
    "cut": _cut,
    "mix encodings": _mix,
    "nest": _nest,
    "controls": _strew(_CONTROLS, 40),
    "direction marks": _strew(_MARKS, 60),
    "broken letters": _strew(_BROKEN, 30),
    "quotes": _strew(_QUOTES, 40),
    "entities": _strew(_ENTITIES, 30),
    "shuffle": _shuffle,
}
