"""Lines in; the embedded posts of social networks among them out: who posted, when, what."""

import re
from dataclasses import dataclass
from functools import cache

from tocsin.clean.dates import parse_line
from tocsin.clean.lines import Line
from tocsin.clean.names import choose
from tocsin.lang.fold import key
from tocsin.lang.furniture import load
from tocsin.model import Embed

# "— Name (@handle) December 19, 2024": how networks sign a post wherever it is embedded.
_SIGNED = re.compile(r"^[—–―-]+\s*(?P<name>[^()]{1,80}?)\s*\(\s*(?P<handle>@[\w.]{1,40})\s*\)\s*(?P<date>.{0,60})$")
_DATED = re.compile(r"^(?P<name>[^()@]{1,60}?)\s*(?:\(\s*)?(?P<handle>@[\w.]{1,40})(?:\s*\))?[\s·•|,-]*(?P<date>.{6,60})$")
_SHARED = re.compile(
    r"^(?:A post shared by|A (?:video|reel|photo) (?:posted|shared) by)\s+(?P<name>[^()]{1,80}?)\s*\(\s*(?P<handle>@[\w.]{1,40})\s*\)(?P<date>.{0,60})$"
)
_MEDIA = re.compile(r"(?:https?://)?(?:t\.co|pic\.twitter\.com|pic\.x\.com)/\w+", re.IGNORECASE)
_REACH = 4  # lines of a post above its signature
_SIZE = 120  # words of the longest post that is taken without markup's word for it


@cache
def _view() -> re.Pattern[str]:
    return re.compile(rf"^(?:{choose([words for furniture in load() for words in furniture.embeds])})\b")


@dataclass(frozen=True, slots=True)
class Post:
    """Lines ``[first, last)`` are one embedded post."""

    first: int
    last: int
    embed: Embed


def find_posts(lines: list[Line]) -> list[Post]:
    """Return the posts in order; those that markup wraps, those that are signed, those that end in a short link of a network."""
    found: list[Post] = []
    index = 0
    while index < len(lines):
        post = (
            _read_marked(lines, index) or _read_signed(lines, index, found[-1].last if len(found) > 0 else 0) or _read_media(lines, index)
        )
        if post is None:
            index += 1
        else:
            while len(found) > 0 and found[-1].last > post.first:
                found.pop()
            found.append(post)
            index = post.last
    return found


def _read_marked(lines: list[Line], first: int) -> Post | None:
    number = lines[first].post
    if number is None:
        return None
    last = first
    while last < len(lines) and lines[last].post == number:
        last += 1
    signed = next((match for line in lines[first:last] if (match := match_signature(line.text)) is not None), None)
    body = [line.text for line in lines[first:last] if match_signature(line.text) is None]
    return Post(first, last, make_embed(body, signed))


def _read_signed(lines: list[Line], index: int, floor: int) -> Post | None:
    signed = match_signature(lines[index].text)
    if signed is None:
        return None
    first = index
    quote = lines[index].quote
    while first > floor and quote is not None and lines[first - 1].quote == quote:
        first -= 1
    while quote is None and first > floor and index - first < _REACH and _belongs(lines, first - 1, index):
        first -= 1
    return Post(first, index + 1, make_embed([line.text for line in lines[first:index]], signed))


def _belongs(lines: list[Line], at: int, index: int) -> bool:
    """The line right above a signature is the post; more of them only in one block set off by empty lines, or where they are mere links."""
    if sum(line.words for line in lines[at:index]) > _SIZE:
        return False
    if at == index - 1:
        return True
    below = lines[at + 1]
    bare = _MEDIA.sub("", below.text).strip() == "" or _view().match(key(lines[at].text)) is not None
    return bare or (
        below.gap == 0 and lines[index].gap == 0 and any(line.gap > 0 for line in lines[max(0, at - 3) : index + 2]) and not lines[at].ends
    )


def _read_media(lines: list[Line], index: int) -> Post | None:
    """A paragraph that ends in a picture link of a network, unsigned."""
    line = lines[index]
    if _MEDIA.search(line.text, max(0, len(line.text) - 60)) is None or line.words > _SIZE:
        return None
    if index + 1 < len(lines) and match_signature(lines[index + 1].text) is not None:
        return None
    return Post(index, index + 1, make_embed([line.text], None))


def match_signature(text: str) -> re.Match[str] | None:
    if len(text) > 200:
        return None
    signed = _SIGNED.match(text) or _SHARED.match(text)
    if signed is not None or "@" not in text:
        return signed
    dated = _DATED.match(text)
    stated = None if dated is None else parse_line(dated["date"])
    return dated if stated is not None and len(stated.rest) == 0 else None


def make_embed(body: list[str], signed: re.Match[str] | None) -> Embed:
    text = "\n".join(body).strip()
    if signed is None:
        return Embed("post", None, None, text)
    stated = parse_line(signed["date"]) if signed["date"] != "" else None
    date = stated.at.date().isoformat() if stated is not None else None
    return Embed("post", f"{signed['name'].strip()} ({signed['handle']})", date, text)
