"""Bytes in; decoded text, its encoding and its media out. Also makes the capture record of a page.

``raw.decode(encoding, "replace")`` gives exactly the text that raw offsets of segments count in.
"""

import codecs
import re
from datetime import datetime
from functools import cache
from hashlib import sha256
from itertools import islice

from charset_normalizer import from_bytes

from tocsin.clean.markup import find_canonical
from tocsin.errors import SourceError
from tocsin.lang import language, pack
from tocsin.model import Capture, Media

_SAMPLE = 64 * 1024
_TAGS = 3  # tags that tell HTML from a text that speaks of it
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""<(?:meta|\?xml)\s[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_MARKUP = re.compile(
    r"<!doctype\s+html|<(?:html|head|body|article|section|div|meta|script|table|title|link|h[1-6]|p|br|span|a|img|ul)\b[^<]{0,2000}>",
    re.IGNORECASE,
)
_ROOT = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
# Labels that pages use for what browsers read as a superset.
_SUPERSETS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
_TAKEN_FOR = frozenset(("cp1252", "cp1254", "iso8859-15"))  # declared where other letters stand: a template's word, not the page's
_SPOILT = 0.002  # characters that a declared codec may fail to read
_TEXTLESS = frozenset(
    (
        "base64",
        "hex",
        "bz2",
        "zlib",
        "uu",
        "quopri",
        "rot13",
        "punycode",
        "idna",
        "undefined",
        "unicode_escape",
        "raw_unicode_escape",
        "mbcs",
        "oem",
    )
)
_MAGIC = (
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x7fELF",
    b"RIFF",
    b"OggS",
    b"ID3",
    b"SQLite format 3\x00",
    b"BZh",
    b"\xfd7zXZ",
    b"7z\xbc\xaf",
)


def decode(raw: bytes) -> tuple[str, str, Media]:
    """Return the text of a page, the Python codec it was read with, and whether it is HTML.

    Raises SourceError for what holds no text: nothing at all, or binary.
    """
    encoding = find_encoding(raw)
    text = raw.decode(encoding, "replace")
    return text, encoding, _find_media(text)


def make_capture(raw: bytes, *, path: str | None = None, url: str | None = None, captured: datetime | None = None) -> Capture:
    """Make the record of a page. Its key is its URL (given, else the page's own canonical one), else its path, else its hash."""
    text, encoding, media = decode(raw)
    digest = sha256(raw).hexdigest()
    if url is None and media is Media.HTML:
        url = find_canonical(text)
    return Capture(digest, url or path or digest, path, url, captured, media, encoding, len(raw))


def find_encoding(raw: bytes) -> str:
    """Return the codec of a page: by its mark, by trying UTF-8, by its declaration where the bytes bear it out, by its letters."""
    _check_text(raw)
    for mark, codec in _BOMS:
        if raw.startswith(mark):
            return codec
    wide = _find_wide(raw)
    if wide is not None:
        return wide
    _check_readable(raw[:_SAMPLE])
    if _is_utf8(raw):
        return "utf-8"
    declared = _find_declared(raw)
    lettered = _find_lettered(raw[:_SAMPLE]) if declared is None or declared in _TAKEN_FOR or declared in _lettered() else None
    if lettered is not None:
        return lettered
    if declared is not None and declared != "utf-8" and _is_read_by(raw[:_SAMPLE], declared):
        return declared
    return _guess(raw, declared)


def _check_text(raw: bytes) -> None:
    if len(raw.strip(b"\x00\t\n\v\f\r ")) == 0:
        raise SourceError(f"the page is empty ({len(raw)} bytes without a letter); expected HTML or plain text; fetch it again")
    kind = next((magic for magic in _MAGIC if raw.startswith(magic)), None)
    if kind is not None:
        raise SourceError(f"the page is binary (it starts with {kind!r}); expected HTML or plain text; convert it to text first")


def _find_wide(raw: bytes) -> str | None:
    """UTF-16 without a mark: every other byte is nil in Latin text, and nil or six in Arabic. Nils elsewhere are a sign of binary."""
    sample = raw[:_SAMPLE]
    nils = sample.count(0)
    if nils + sample.count(6) <= len(sample) // 10:
        return None
    even, odd = (side.count(0) + side.count(6) for side in (sample[::2], sample[1::2]))
    if odd > 0.7 * len(sample[1::2]) > 0 and even < 0.1 * len(sample):
        return "utf-16-le"
    if even > 0.7 * len(sample[::2]) and odd < 0.1 * len(sample):
        return "utf-16-be"
    if nils * 10 <= len(sample):
        return None
    raise SourceError(
        f"the page is binary ({nils} nil bytes in the first {len(sample)}); expected HTML or plain text; convert it to text first"
    )


def _is_utf8(raw: bytes) -> bool:
    """Valid, or damaged in a few places only: a page with one bad byte in a thousand is still UTF-8."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as exc:
        if len(raw) - exc.start < 4:
            return True
    else:
        return True
    wide = len(re.findall(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}", raw))
    lost = raw.decode("utf-8", "replace").count("\ufffd")
    return wide > 4 * lost or (lost > 0 and wide == 0 and lost <= len(raw) // 1000)


def _find_declared(raw: bytes) -> str | None:
    found = _DECLARED.search(raw, 0, 8192)
    return None if found is None else _find_codec(found[1].decode("ascii"))


def _find_codec(label: str) -> str | None:
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    return None if name in _TEXTLESS or name.startswith(("utf-16", "utf-32")) else _SUPERSETS.get(name, name)


def _is_read_by(sample: bytes, codec: str) -> bool:
    """True where next to nothing is lost; a character that the end of the sample cuts is nothing."""
    return sample.decode(codec, "replace").count("\ufffd") <= 1 + _SPOILT * len(sample)


def _guess(raw: bytes, declared: str | None) -> str:
    """No declaration helps: the letters do. those of the packs were asked before, because the statistics mix Arabic up with Cyrillic."""
    sample = raw[:_SAMPLE]
    best = from_bytes(sample, steps=3, chunk_size=1024, cp_exclusion=["utf_16", "utf_32", "utf_7"]).best()
    if best is None:
        return declared or "cp1252"
    return _find_codec(best.encoding) or declared or "cp1252"


@cache
def _lettered() -> dict[str, tuple[tuple[bytes, bytes, bytes], ...]]:
    """By codec, for each language that was written in it: the bytes of frequent letters, of all letters, and of a frequent pair."""
    known = [one for code in pack.codes() if (one := language.load(code).codecs) is not None]
    names = dict.fromkeys(name for one in known for name in one.names)
    return {
        name: tuple(tuple(text.encode(name) for text in (one.frequent, one.alphabet, one.pair)) for one in known if name in one.names)  # type: ignore[misc]
        for name in names
    }


def _find_lettered(sample: bytes) -> str | None:
    """The codec in which the high bytes are words of a language of the packs, None where in none: a frequent pair tells codecs apart."""
    high = len(sample) - len(sample.translate(None, bytes(range(128, 256))))
    if high < 20:
        return None
    found: dict[str, tuple[int, int]] = {}
    for codec, counters in _lettered().items():
        for frequent, letters, pair in counters:
            own = len(sample) - len(sample.translate(None, letters))
            common = len(sample) - len(sample.translate(None, frequent))
            if own > 0.85 * high and common > 0.5 * high and sample.count(pair) > high / 60:
                found[codec] = max(found.get(codec, (0, 0)), (sample.count(pair), common))
    return max(found, key=lambda codec: found[codec], default=None)


def _check_readable(sample: bytes) -> None:
    odd = len(sample) - len(sample.translate(None, bytes((*range(9), 11, *range(14, 32), 127))))
    if odd > len(sample) // 10:
        raise SourceError(
            f"the page is binary ({odd} control bytes in the first {len(sample)}); expected HTML or plain text; convert it to text first"
        )


def _find_media(text: str) -> Media:
    head = text[:_SAMPLE]
    if _ROOT.match(head) is not None:
        return Media.HTML
    tags = islice(_MARKUP.finditer(head), _TAGS)
    return Media.HTML if sum(1 for _ in tags) == _TAGS else Media.TEXT
