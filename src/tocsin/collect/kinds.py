"""Tells pages from what is plainly none: by the name of a file, and by the first bytes of it."""

from functools import cache
from mimetypes import MimeTypes

_PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/octet-stream"})
_MARKS = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n", "an image (PNG)"),
    (b"\xff\xd8\xff", "an image (JPEG)"),
    (b"GIF8", "an image (GIF)"),
    (b"BM", "an image (BMP)"),
    (b"II*\x00", "an image (TIFF)"),
    (b"MM\x00*", "an image (TIFF)"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"PK\x03\x04", "an archive or office file (ZIP)"),
    (b"PK\x05\x06", "an empty archive (ZIP)"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"BZh", "a compressed file (bzip2)"),
    (b"\xfd7zXZ\x00", "a compressed file (xz)"),
    (b"\x28\xb5\x2f\xfd", "a compressed file (zstd)"),
    (b"7z\xbc\xaf\x27\x1c", "an archive (7z)"),
    (b"Rar!\x1a\x07", "an archive (RAR)"),
    (b"\xd0\xcf\x11\xe0", "an office file"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"OggS", "audio or video"),
    (b"ID3", "audio"),
    (b"fLaC", "audio"),
    (b"\x1aE\xdf\xa3", "video"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
)
_NESTED = {b"WEBP": "an image (WebP)", b"WAVE": "audio", b"AVI ": "video"}
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_SAMPLE = 8192


def is_page_name(name: str) -> bool:
    """True for a file that may be a page: named as one, or named as nothing known."""
    kind = _guess(name)
    return kind is None or kind in _PAGES


def name_kind(name: str) -> str:
    """What a file is by its name, for a reader."""
    kind = _guess(name)
    return "a file of no known kind" if kind is None else kind


def find_binary(raw: bytes) -> str | None:
    """Say what bytes are that hold no text; None for what may be text."""
    for mark, kind in _MARKS:
        if raw.startswith(mark) and (len(mark) > 3 or _has_control(raw)):
            return kind
    if raw.startswith(b"RIFF"):
        return _NESTED.get(raw[8:12], "audio, video or an image (RIFF)")
    if raw[4:8] == b"ftyp":
        return "video"
    if raw[257:262] == b"ustar":
        return "an archive (tar)"
    sample = raw[:_SAMPLE]
    if b"\x00" in sample and not sample.startswith(_WIDE_MARKS) and not _is_wide(sample):
        return "bytes that are no text"
    return None


def _has_control(raw: bytes) -> bool:
    """True when bytes hold what no text does: a mark of two or three letters may also begin a sentence."""
    return any(byte < 9 or 13 < byte < 27 for byte in raw[:64])


def _is_wide(sample: bytes) -> bool:
    """True for UTF-16 without its mark: in text of mostly one script, the zero bytes stand on one side."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    return min(even, odd) * 20 < max(even, odd) and max(even, odd) > len(sample) // 20


@cache
def _types() -> MimeTypes:
    types = MimeTypes()  # the tables of Python alone: a machine's own lists would make runs differ
    types.add_type("text/markdown", ".md")
    return types


def _guess(name: str) -> str | None:
    kind, packing = _types().guess_type(name, strict=True)
    return kind if packing is None else f"a file packed with {packing}"
